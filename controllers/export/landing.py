"""The last metre: putting bytes in a file so that a file is there whole, or not at all."""

import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from models.kernel.errors import Unavailable
from models.kernel.text import N_


class TargetInUse(Unavailable):
    sentence = N_(
        "{name} cannot be replaced: it is open in another program or protected. "
        "Close it there, or choose another name."
    )


class FolderNotWritable(Unavailable):
    sentence = N_("You may not write in the folder {folder}. Choose another folder.")


class FolderMissing(Unavailable):
    sentence = N_("The folder {folder} is not there. Choose another folder.")


class DiskFull(Unavailable):
    sentence = N_(
        "There is no room left for {name}. Make room on the disk, or choose another place."
    )


class TargetUnreachable(Unavailable):
    sentence = N_("{name} could not be written: {reason} Choose another place.")


@dataclass(frozen=True, slots=True)
class Exported:
    """What was put where; `sha256` is the hexadecimal digest of the file's bytes."""

    path: Path
    sha256: str


def land(payload: bytes, path: Path) -> Exported:
    """Write beside the target, flush to the disk, then replace; what stood there stays on failure.

    Raises FolderMissing, FolderNotWritable, TargetInUse, DiskFull or TargetUnreachable.
    """
    return land_parts((payload,), path)


def land_parts(parts: Iterable[bytes], path: Path) -> Exported:
    """As `land`, for what is too large to hold at once; what fails in between leaves nothing."""
    part = path.with_name(f".{uuid4().hex}.part")
    try:
        digest = _write_through(parts, part)
    except OSError as error:
        part.unlink(missing_ok=True) if path.parent.is_dir() else None
        raise _why(error, path, replacing=False) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    try:
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _why(error, path, replacing=True) from error
    return Exported(path, digest)


def named(path: Path, suffix: str) -> Path:
    """The path with this ending (`.pdf`) when its name has none: brief becomes brief.pdf.

    The year in `brief 12.03.2026` is no ending.
    """
    ended = path.suffix[1:2].isalpha()
    return path if ended else path.with_name(f"{path.name}{suffix}")


def _write_through(parts: Iterable[bytes], part: Path) -> str:
    digest = sha256()
    with part.open("xb") as stream:
        for payload in parts:
            stream.write(payload)
            digest.update(payload)
        stream.flush()
        os.fsync(stream.fileno())
    return digest.hexdigest()


def _why(error: OSError, path: Path, *, replacing: bool) -> Unavailable:
    folder = str(path.parent)
    match error:
        case PermissionError() if replacing:
            return TargetInUse(name=path.name)
        case PermissionError():
            return FolderNotWritable(folder=folder)
        case FileNotFoundError() | NotADirectoryError():
            return FolderMissing(folder=folder)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(name=path.name)
    if error.errno == errno.EROFS:
        return FolderNotWritable(folder=folder)
    return TargetUnreachable(name=path.name, reason=_reason(error))


def _reason(error: OSError) -> str:
    said = (error.strerror or type(error).__name__).rstrip(".")
    return f"{said} ({error.errno})."
