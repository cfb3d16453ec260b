"""Contents of attachments: encrypted files beside the database, each stored once by its SHA-256.

`kantoor.waarmerk.files/ab/<sha256>`: sixteen random bytes, then chunks of 1 MiB under AES-256-GCM.
The key of a content follows from the key of the file and those bytes (HKDF, RFC 5869), so that no
nonce is ever used twice. Every chunk is bound to the content, its number and whether it is the
last: what is cut off, swapped or put elsewhere does not open.
"""

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from models.kernel.errors import Refused, Unavailable
from models.kernel.text import N_
from models.store.engine import disk_errors

CHUNK = 1 << 20
TAG, SALT = 16, 16
FORMAT = b"waarmerk-content-1"
SUFFIX = ".files"
HALF = ".tmp"
"""How a content is called while it is being written."""

Source = Callable[[], BinaryIO]
"""Opens what is to be kept; it is read twice."""


class ContentMissing(Unavailable):
    sentence = N_(
        "The content of this attachment is missing. It belongs in the folder {folder}, beside the"
        " file: put it back from a backup."
    )


class ContentChanged(Unavailable):
    sentence = N_(
        "The content of this attachment was changed or damaged outside this program. Put it back"
        " from a backup."
    )


class SourceChanged(Refused):
    sentence = N_("This file changed while it was being read. Wait until it is written, try again.")


class SourceUnreadable(Refused):
    sentence = N_("This file cannot be read ({reason}). Copy it to this computer first, try again.")


class ContentState(StrEnum):
    """How a content stands on the disk."""

    OK = "ok"
    MISSING = "missing"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was stored: the mark of its content, its size in bytes, and whether it was new."""

    sha256: str
    size: int
    fresh: bool = False


def folder_of(path: Path) -> Path:
    """Where the contents of a database lie."""
    return path.with_name(path.name + SUFFIX)


def copy_beside(path: Path, target: Path) -> None:
    """The contents of one file for its copy: linked where the disk knows how, else copied.

    A content never changes once it has its name, so that two names of one content do no harm.
    A copy that fails leaves nothing of itself.
    """
    made: list[Path] = []
    try:
        for content in folder_of(path).glob("??/*"):
            there = folder_of(target) / content.parent.name / content.name
            if content.suffix != HALF and not there.exists():
                made.append(there)
                _copy(content, there)
    except BaseException:
        for there in made:
            with suppress(OSError):
                there.unlink(missing_ok=True)
                there.parent.rmdir()
        with suppress(OSError):
            folder_of(target).rmdir()
        raise


def remove_all(path: Path) -> None:
    """Erase every content beside a file that nobody needs."""
    shutil.rmtree(folder_of(path), ignore_errors=True)


class Contents:
    """The contents of one open file. Memory never holds more of one than two chunks."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.folder = folder_of(path)
        self._key = _derived(key, b"", b"contents")
        self._sweep()

    def keep(self, source: Source) -> Kept:
        """Store what the source holds, unless it is there already and whole.

        A half-written content never counts; a damaged one is replaced. Raises SourceUnreadable,
        SourceChanged, and what the disk says.
        """
        kept = _weighed(source)
        before = self.state(kept.sha256)
        if before is not ContentState.OK:
            self._write(kept, source)
        return replace(kept, fresh=before is ContentState.MISSING)

    def read(self, sha256: str) -> Iterator[bytes]:
        """The content, chunk by chunk, each proven to be what was stored.

        Raises ContentMissing, and ContentChanged where it stops being so.
        """
        digest = hashlib.sha256()
        path = self._path(sha256)
        try:
            file = path.open("rb")
        except (FileNotFoundError, NotADirectoryError) as error:
            raise ContentMissing(folder=self.folder.name) from error
        except OSError as error:
            raise ContentChanged from error
        with file:
            try:
                for plain in self._opened(file, sha256):
                    digest.update(plain)
                    yield plain
            except OSError as error:  # a bad sector halfway
                raise ContentChanged from error
        if digest.hexdigest() != sha256:
            raise ContentChanged

    def state(self, sha256: str) -> ContentState:
        """Read the whole content to say how it stands."""
        try:
            for _chunk in self.read(sha256):
                pass
        except ContentMissing:
            return ContentState.MISSING
        except ContentChanged:
            return ContentState.CHANGED
        return ContentState.OK

    def glance(self, sha256: str, size: int) -> ContentState:
        """How it stands as far as a look at the folder tells: is it there, as long as it was."""
        try:
            found = self._path(sha256).stat().st_size
        except OSError:
            return ContentState.MISSING
        return ContentState.OK if found == stored_size(size) else ContentState.CHANGED

    def all(self) -> dict[str, int]:
        """Every content in the folder, and how many bytes it takes on the disk."""
        found = {}
        for path in self.folder.glob("??/*"):
            if path.suffix != HALF:
                with suppress(OSError):
                    found[path.name] = path.stat().st_size
        return found

    def drop(self, sha256: str) -> None:
        """Erase a content for good: only when no row names it any more."""
        path = self._path(sha256)
        with disk_errors(path):
            path.unlink(missing_ok=True)
            with suppress(OSError):
                path.parent.rmdir()

    def _write(self, kept: Kept, source: Source) -> None:
        path = self._path(kept.sha256)
        half = path.with_name(f"{path.name}-{secrets.token_hex(4)}{HALF}")
        with disk_errors(path):
            try:
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                number = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
                with os.fdopen(number, "wb") as file:
                    self._lock_away(file, kept, source)
                    file.flush()
                    os.fsync(file.fileno())
                half.replace(path)
            finally:
                with suppress(OSError):
                    half.unlink(missing_ok=True)
            for folder in (path.parent, self.folder, self.folder.parent):
                _settle(folder)

    def _lock_away(self, file: BinaryIO, kept: Kept, source: Source) -> None:
        salt = os.urandom(SALT)
        file.write(salt)
        cipher, digest = self._cipher(kept.sha256, salt), hashlib.sha256()
        for number, (plain, last) in enumerate(_chunks(source)):
            digest.update(plain)
            bound = _bound(kept.sha256, number, last=last)
            file.write(cipher.encrypt(_nonce(number), plain, bound))
        if digest.hexdigest() != kept.sha256:
            raise SourceChanged

    def _opened(self, file: BinaryIO, sha256: str) -> Iterator[bytes]:
        salt = file.read(SALT)
        cipher, number = self._cipher(sha256, salt), 0
        chunk = file.read(CHUNK + TAG)
        while True:
            after = file.read(CHUNK + TAG)
            bound = _bound(sha256, number, last=not after)
            try:
                yield cipher.decrypt(_nonce(number), chunk, bound)
            except (InvalidTag, ValueError) as error:
                raise ContentChanged from error
            if not after:
                return
            chunk, number = after, number + 1

    def _cipher(self, sha256: str, salt: bytes) -> AESGCM:
        return AESGCM(_derived(self._key, salt, sha256.encode()))

    def _path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def _sweep(self) -> None:
        """What was being written when the power went never counted: take it away."""
        with suppress(OSError):
            for half in self.folder.glob(f"??/*{HALF}"):
                half.unlink(missing_ok=True)


_BINARY = getattr(os, "O_BINARY", 0)


def stored_size(size: int) -> int:
    """How many bytes a content of this size takes on the disk."""
    chunks = max(1, -(-size // CHUNK))
    return SALT + size + TAG * chunks


def _copy(content: Path, there: Path) -> None:
    there.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        there.hardlink_to(content)
    except OSError:  # another disk, or one without links
        half = there.with_name(there.name + HALF)
        try:
            shutil.copyfile(content, half)
            half.replace(there)
        finally:
            half.unlink(missing_ok=True)


def _weighed(source: Source) -> Kept:
    digest, size = hashlib.sha256(), 0
    for plain, _last in _chunks(source):
        digest.update(plain)
        size += len(plain)
    return Kept(digest.hexdigest(), size)


def _chunks(source: Source) -> Iterator[tuple[bytes, bool]]:
    """The source in whole chunks, and whether each is the last; of nothing, one empty chunk."""
    try:
        with source() as file:
            chunk = file.read(CHUNK)
            while True:
                after = file.read(CHUNK)
                yield chunk, not after
                if not after:
                    return
                chunk = after
    except OSError as error:
        raise SourceUnreadable(reason=error.strerror or str(error)) from error


def _derived(key: bytes, salt: bytes, of: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt or None, FORMAT + b"|" + of).derive(key)


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _bound(sha256: str, number: int, *, last: bool) -> bytes:
    """What a chunk is: of which content, the how manieth, and whether more follow."""
    return FORMAT + bytes.fromhex(sha256) + number.to_bytes(8, "big") + bytes([last])


def _settle(folder: Path) -> None:
    """Put the new name itself on the disk, where the system knows how."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
