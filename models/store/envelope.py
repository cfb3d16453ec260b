"""The key file on disk: read with proof that it is whole, written whole or not at all, kept twice.

The second copy is a hidden sibling. It heals a key file that was lost or damaged by itself, so
that losing one small file is not losing everything; it holds nothing the first does not hold.
"""

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from models.store.refusals import KeyFileDamaged, KeyFileMissing

FORMAT = "waarmerk-key-1"
LARGEST = 65_536
"""Bytes; a key file holds about nine hundred."""
Slot = dict[str, Any]


def spare_path(path: Path) -> Path:
    """Where the second copy of a key file lies."""
    return path.with_name(f".{path.name}.bak")


def read(path: Path) -> list[Slot]:
    """The slots of a key file; a lost or damaged one is put back from its second copy.

    Raises KeyFileMissing or KeyFileDamaged when neither copy is whole.
    """
    first, second = _whole(path), _whole(spare_path(path))
    if first is None and second is None:
        raise KeyFileDamaged(path=path) if path.exists() else KeyFileMissing(path=path)
    if first is None and second is not None:
        with suppress(OSError):
            _write_whole(path, second)
    elif first is not None and first != second:  # the first is what the person last agreed to
        with suppress(OSError):
            _write_whole(spare_path(path), first)
    slots: list[Slot] = json.loads(first or second or "")["slots"]
    return slots


def write(path: Path, slots: list[Slot]) -> None:
    """Write both copies of a key file. Raises OSError."""
    words = {"format": FORMAT, "slots": slots, "check": _check(slots)}
    text = json.dumps(words, indent=1)
    _write_whole(path, text)
    _write_whole(spare_path(path), text)


def remove(path: Path) -> None:
    """Take both copies away: only for a file that was never finished."""
    for each in (path, spare_path(path)):
        for name in (each, _fresh(each)):
            name.unlink(missing_ok=True)


def _whole(path: Path) -> str | None:
    """The text of a key file that says what it said when it was written; else None."""
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST).decode()
        words = json.loads(text)
        good = words["format"] == FORMAT and words["check"] == _check(words["slots"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return text if good else None


def _check(slots: list[Slot]) -> str:
    """Tells damage apart from a wrong passphrase; it protects nothing, AES-GCM does that."""
    words = json.dumps(slots, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()


def _write_whole(path: Path, text: str) -> None:
    """Readable by its owner alone, and on the disk before it takes the place of the old one."""
    fresh = _fresh(path)
    try:
        fresh.unlink(missing_ok=True)
        number = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Put the new name itself on the disk, where the system knows how."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _fresh(path: Path) -> Path:
    return path.with_name(f"{path.name}.new")
