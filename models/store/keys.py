"""The key of a file: random, and stored only wrapped.

One raw key of 32 bytes opens the database. It lies in a small key file beside it, wrapped with
AES-256-GCM (NIST SP 800-38D) twice: under Argon2id (RFC 9106) of the passphrase, and under a
recovery key of 128 random bits that is shown once and never kept.
"""

import hashlib
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from models.store.refusals import (
    KeyFileDamaged,
    KeyFileMissing,
    PassphraseTooShort,
    PassphraseWrong,
    RecoveryKeyWrong,
)

FORMAT = "waarmerk-key-1"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U to misread."""
GROUPS, GROUP = 6, 5
LEAST = 10
"""Fewest characters of a passphrase."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What guessing a passphrase costs; the second choice of RFC 9106 by default."""

    rounds: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4


def key_path(path: Path) -> Path:
    return path.with_name(path.name + ".key")


def new_key() -> bytes:
    return secrets.token_bytes(32)


def check_passphrase(passphrase: str) -> None:
    if len(passphrase.strip()) < LEAST:
        raise PassphraseTooShort(field="passphrase", least=LEAST)


def lock_away(path: Path, key: bytes, passphrase: str, cost: Cost | None = None) -> str:
    """Write the key file beside a new database; returns the recovery key, to be shown once."""
    check_passphrase(passphrase)
    recovery = new_recovery_key()
    slots = [_passphrase_slot(key, passphrase, cost or Cost()), _recovery_slot(key, recovery)]
    _write(key_path(path), {"format": FORMAT, "slots": slots})
    return recovery


def change_passphrase(path: Path, key: bytes, passphrase: str, cost: Cost | None = None) -> None:
    """Wrap the same key under a new passphrase; the recovery key keeps working."""
    check_passphrase(passphrase)
    envelope = _read(key_path(path))
    others = [slot for slot in envelope["slots"] if slot["kind"] != "passphrase"]
    slot = _passphrase_slot(key, passphrase, cost or Cost())
    _write(key_path(path), {**envelope, "slots": [slot, *others]})


def unlock(path: Path, passphrase: str) -> bytes:
    """The raw key, by the passphrase. Raises PassphraseWrong or an Unavailable."""
    slot = _slot(path, "passphrase")
    return _unwrap(path, slot, _stretch(passphrase, slot), PassphraseWrong(field="passphrase"))


def recover(path: Path, recovery: str) -> bytes:
    """The raw key, by the printed recovery key. A typing error is told by its group."""
    digits = _check_recovery(recovery)
    wrong = RecoveryKeyWrong(field="recovery_key", group=1)
    return _unwrap(path, _slot(path, "recovery"), _recovery_secret(digits), wrong)


def new_recovery_key() -> str:
    """Six groups of five signs; the last sign of each group checks that group."""
    groups = []
    for place in range(GROUPS):
        body = "".join(secrets.choice(ALPHABET) for _ in range(GROUP - 1))
        groups.append(body + _check_sign(body, place))
    return "-".join(groups)


def _check_sign(body: str, place: int) -> str:
    """One sign that catches a wrong sign, a swap, and a group in the wrong place."""
    total = sum((weight + 1) * ALPHABET.index(sign) for weight, sign in enumerate(body))
    return ALPHABET[(total * 3 + place) % 31]


def _check_recovery(recovery: str) -> str:
    bare = recovery.upper().translate(str.maketrans("OIL", "011"))
    signs = "".join(sign for sign in bare if sign in ALPHABET)
    for place in range(GROUPS):
        group = signs[place * GROUP : (place + 1) * GROUP]
        if len(group) < GROUP or _check_sign(group[:-1], place) != group[-1]:
            raise RecoveryKeyWrong(field="recovery_key", group=place + 1)
    if len(signs) > GROUPS * GROUP:
        raise RecoveryKeyWrong(field="recovery_key", group=GROUPS)
    return signs


def _recovery_secret(signs: str) -> bytes:
    """120 random bits need no stretching, only spreading."""
    return hashlib.sha256(b"waarmerk recovery|" + signs.encode()).digest()


def _recovery_slot(key: bytes, recovery: str) -> dict[str, Any]:
    return {"kind": "recovery", **_wrap(key, _recovery_secret(_check_recovery(recovery)))}


def _passphrase_slot(key: bytes, passphrase: str, cost: Cost) -> dict[str, Any]:
    slot = {
        "kind": "passphrase",
        "kdf": "argon2id",
        "salt": os.urandom(16).hex(),
        "rounds": cost.rounds,
        "memory_kib": cost.memory_kib,
        "lanes": cost.lanes,
    }
    return {**slot, **_wrap(key, _stretch(passphrase, slot))}


def _stretch(passphrase: str, slot: dict[str, Any]) -> bytes:
    return hash_secret_raw(
        passphrase.strip().encode(),
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


def _unwrap(path: Path, slot: dict[str, Any], secret: bytes, wrong: Exception) -> bytes:
    try:
        nonce, wrapped = bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"])
        return AESGCM(secret).decrypt(nonce, wrapped, FORMAT.encode())
    except InvalidTag as error:
        raise wrong from error
    except (KeyError, ValueError, TypeError) as error:
        raise KeyFileDamaged(path=key_path(path)) from error


def _slot(path: Path, kind: str) -> dict[str, Any]:
    slots: list[dict[str, Any]] = _read(key_path(path))["slots"]
    for slot in slots:
        if slot.get("kind") == kind:
            return slot
    raise KeyFileDamaged(path=key_path(path))


def _read(path: Path) -> dict[str, Any]:
    try:
        envelope = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise KeyFileMissing(path=path) from error
    except (ValueError, UnicodeDecodeError) as error:
        raise KeyFileDamaged(path=path) from error
    if not isinstance(envelope, dict) or envelope.get("format") != FORMAT:
        raise KeyFileDamaged(path=path)
    return envelope


def _write(path: Path, envelope: dict[str, Any]) -> None:
    """Whole or not at all: a half key file would lock a person out."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(envelope, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
