"""The key of a file: random, and stored only wrapped.

One raw key of 32 bytes opens the database. It lies in a small key file beside it, wrapped with
AES-256-GCM (NIST SP 800-38D) twice: under Argon2id (RFC 9106) of the passphrase, and under a
recovery key of 118 random bits that is shown once and never kept.
"""

import hashlib
import os
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from models.store import envelope, recovery
from models.store.envelope import FORMAT, Slot
from models.store.refusals import (
    KeyFileDamaged,
    PassphraseTooShort,
    PassphraseWrong,
    RecoveryKeyElsewhere,
)

LEAST = 10
"""Fewest characters of a passphrase."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What guessing a passphrase costs; the second choice of RFC 9106 by default."""

    rounds: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4


def key_path(path: Path) -> Path:
    """Where the key file of a database lies."""
    return path.with_name(path.name + ".key")


def new_key() -> bytes:
    return secrets.token_bytes(32)


def new_recovery_key() -> str:
    """Six groups of five signs; the last sign of each group checks that group."""
    return recovery.fresh()


def check_passphrase(passphrase: str) -> None:
    if len(passphrase.strip()) < LEAST:
        raise PassphraseTooShort(field="passphrase", least=LEAST)


def lock_away(path: Path, key: bytes, passphrase: str, cost: Cost | None = None) -> str:
    """Write the key file beside a new database; returns the recovery key, to be shown once."""
    check_passphrase(passphrase)
    shown = recovery.fresh()
    slots = [_passphrase_slot(key, passphrase, cost or Cost()), _recovery_slot(key, shown)]
    envelope.write(key_path(path), slots)
    return shown


def change_passphrase(path: Path, key: bytes, passphrase: str, cost: Cost | None = None) -> None:
    """Wrap the same key under a new passphrase; the recovery key keeps working."""
    check_passphrase(passphrase)
    slots = envelope.read(key_path(path))
    others = [slot for slot in slots if slot["kind"] != "passphrase"]
    envelope.write(key_path(path), [_passphrase_slot(key, passphrase, cost or Cost()), *others])


def unlock(path: Path, passphrase: str) -> bytes:
    """The raw key, by the passphrase. Raises PassphraseWrong or an Unavailable."""
    slot = _slot(path, "passphrase")
    try:
        secret = _stretch(passphrase, slot)
    except (KeyError, ValueError, TypeError, HashingError, MemoryError) as error:
        raise KeyFileDamaged(path=key_path(path)) from error
    return _unwrap(path, slot, secret, PassphraseWrong(field="passphrase"))


def recover(path: Path, typed: str) -> bytes:
    """The raw key, by the printed recovery key. A typing error is told by its group."""
    signs = recovery.signs_of(typed)
    wrong = RecoveryKeyElsewhere(field="recovery_key")
    return _unwrap(path, _slot(path, "recovery"), _recovery_secret(signs), wrong)


def _recovery_secret(signs: str) -> bytes:
    """118 random bits need no stretching, only spreading."""
    return hashlib.sha256(b"waarmerk recovery|" + signs.encode()).digest()


def _recovery_slot(key: bytes, shown: str) -> Slot:
    return {"kind": "recovery", **_wrap(key, _recovery_secret(recovery.signs_of(shown)))}


def _passphrase_slot(key: bytes, passphrase: str, cost: Cost) -> Slot:
    slot = {
        "kind": "passphrase",
        "kdf": "argon2id",
        "salt": os.urandom(16).hex(),
        "rounds": cost.rounds,
        "memory_kib": cost.memory_kib,
        "lanes": cost.lanes,
    }
    return {**slot, **_wrap(key, _stretch(passphrase, slot))}


def _stretch(passphrase: str, slot: Slot) -> bytes:
    """The same words give the same key on every keyboard: an é is one sign, typed as one or two."""
    words = unicodedata.normalize("NFC", passphrase.strip())
    return hash_secret_raw(
        words.encode(errors="surrogatepass"),
        bytes.fromhex(slot["salt"]),
        time_cost=slot["rounds"],
        memory_cost=slot["memory_kib"],
        parallelism=slot["lanes"],
        hash_len=32,
        type=Type.ID,
    )


def _wrap(key: bytes, secret: bytes) -> dict[str, str]:
    nonce = os.urandom(12)
    wrapped = AESGCM(secret).encrypt(nonce, key, FORMAT.encode())
    return {"nonce": nonce.hex(), "wrapped": wrapped.hex()}


def _unwrap(path: Path, slot: Slot, secret: bytes, wrong: Exception) -> bytes:
    try:
        nonce, wrapped = bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"])
        return AESGCM(secret).decrypt(nonce, wrapped, FORMAT.encode())
    except InvalidTag as error:
        raise wrong from error
    except (KeyError, ValueError, TypeError) as error:
        raise KeyFileDamaged(path=key_path(path)) from error


def _slot(path: Path, kind: str) -> Slot:
    for slot in envelope.read(key_path(path)):
        if slot.get("kind") == kind:
            return slot
    raise KeyFileDamaged(path=key_path(path))
