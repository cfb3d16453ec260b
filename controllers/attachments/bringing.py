"""A file or something pasted, on its way in: looked at, judged, and put beside the database."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from models.attachments import rules
from models.attachments.values import (
    MOST_SHOWN,
    AttachmentNotAFile,
    AttachmentThere,
    Pasted,
    Shown,
    ShownAs,
)
from models.store.attachments import Contents, Kept, Source, SourceUnreadable

Brought = Path | Pasted


@dataclass(frozen=True, slots=True)
class Taken:
    """A file whose content is safe, and what its row says of it."""

    name: str
    media_type: str
    kept: Kept
    read: bool
    """Whether its text was looked into."""


def take(brought: Brought, contents: Contents) -> Taken:
    """Put the content of one file where it belongs. Raises what is wrong with the file.

    Also NumberInFile, for a national register number in what can be read of it (DOMAIN.md F3.06).
    """
    name = rules.kept_name(brought.name, "file")
    head, size = _looked_at(brought, name)
    rules.check_content(name, size, head)
    read = _check_words(brought, size)
    kept = contents.keep(_source(brought))
    return Taken(name, rules.media_type(name, head), kept, read)


def opened(brought: Brought) -> Shown:
    """A file to look at before anything of it is kept; nothing is stored.

    Raises what is wrong with the file, and NumberInFile for a national register number in what can
    be read of it (DOMAIN.md F3.06). What cannot be shown whole says so in `how`.
    """
    head, size = _looked_at(brought, brought.name)
    rules.check_content(brought.name, size, head)
    kind = rules.media_type(brought.name, head)
    how = rules.shown_as(kind, size)
    _check_words(brought, size)
    if how not in {ShownAs.PICTURE, ShownAs.PAGES}:
        picture = kind.startswith("image/")
        return Shown(ShownAs.PICTURE if picture else how, brought.name)
    return Shown(how, brought.name, _whole(brought))


def _check_words(brought: Brought, size: int) -> bool:
    """Look into what has words that can be read; whether it could be. Raises NumberInFile."""
    from controllers.intake.file_text import text_in

    if size > MOST_SHOWN or not rules.has_words(brought.name):
        return False
    words = text_in(brought.name, _whole(brought))
    if words is not None:
        rules.check_text(brought.name, words)
    return words is not None


def _whole(brought: Brought) -> bytes:
    try:
        with _source(brought)() as file:
            return file.read()
    except OSError as error:
        raise SourceUnreadable(field="file", reason=error.strerror or str(error)) from error


def once(taken: Taken, ready: Sequence[Taken]) -> Taken:
    """What was brought twice in one gesture is kept once. Raises AttachmentThere."""
    for other in ready:
        if other.kept.sha256 == taken.kept.sha256:
            raise AttachmentThere(field="file", name=taken.name, other=other.name)
    return taken


def _source(brought: Brought) -> Source:
    if isinstance(brought, Pasted):
        return partial(io.BytesIO, brought.content)
    return partial(_open, brought)


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def _looked_at(brought: Brought, name: str) -> tuple[bytes, int]:
    """How it begins, and its size. Raises AttachmentNotAFile and SourceUnreadable."""
    if isinstance(brought, Pasted):
        return brought.content[: rules.HEAD], len(brought.content)
    try:
        if not brought.is_file():
            raise AttachmentNotAFile(field="file", name=name)
        with brought.open("rb") as file:
            return file.read(rules.HEAD), brought.stat().st_size
    except OSError as error:
        raise SourceUnreadable(field="file", reason=error.strerror or str(error)) from error
