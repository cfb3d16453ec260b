"""What the rest of the house may know of attachments."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.kernel.errors import Refused
from models.kernel.text import N_

LARGEST = 1 << 30
"""Bytes of one attachment: a gibibyte."""
MOST_SHOWN = 64 << 20
"""Bytes that are read whole for a preview; what is larger is saved and opened elsewhere."""


class AttachmentEmpty(Refused):
    sentence = N_("{name} is empty: there is nothing in it to keep. Choose the right file.")


class AttachmentTooLarge(Refused):
    sentence = N_("{name} is larger than {most}. Split it, or keep it elsewhere and note where.")


class AttachmentIsProgram(Refused):
    sentence = N_(
        "{name} is a program, and programs are not kept here. Put what it shows in a PDF or a"
        " picture."
    )


class NumberInFile(Refused):
    sentence = N_(
        "{name} was not kept: a national register number stands in it ({masked}), which may not be"
        " kept (law of 8 August 1983). Take it out or mask it, save the file, and bring it again."
    )


class AttachmentNotAFile(Refused):
    sentence = N_("{name} is a folder or something else that is no file. Choose the files in it.")


class AttachmentThere(Refused):
    sentence = N_("{name} is in this file already, as {other}. It was not added again.")


class AttachmentNameMissing(Refused):
    sentence = N_("An attachment needs a name. Write what it is, such as attest Qfor.pdf.")


class ReceivedToCome(Refused):
    sentence = N_("{day} is still to come, so this was not received then. Write a day up to today.")


class ThingOfAnother(Refused):
    sentence = N_("What this should belong to is not in the file of this centre.")


class ShownAs(StrEnum):
    """How the program can show a content itself."""

    PICTURE = "picture"
    PAGES = "pages"
    TEXT = "text"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Thing:
    """What an attachment can be proof of: a row of this centre, and how it is called."""

    table: str
    row: UUID
    word: str
    """The kind of thing, such as Certificate."""
    name: str

    @property
    def label(self) -> str:
        return f"{self.word}: {self.name}" if self.name else self.word


@dataclass(frozen=True, slots=True)
class AttachmentFile:
    """One attachment. `there` and `whole` say what a look at the folder told just now."""

    id: UUID
    centre_id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    received_on: date | None
    remark: str
    about: tuple[str, UUID] | None = None
    """Table and row of what it is proof of."""
    about_label: str = ""
    there: bool = True
    whole: bool = True


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """An attachment in a list of several centres."""

    id: UUID
    centre_id: UUID
    enterprise_number: str
    centre: str
    attachment: AttachmentFile


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was pasted without being a file: a picture, or a text."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """A content as the program shows it; `why` says what keeps it from doing so."""

    how: ShownAs
    name: str
    content: bytes = b""
    text: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class NotAdded:
    """A file that was refused, and why."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding some files at once."""

    ids: tuple[UUID, ...]
    refused: tuple[NotAdded, ...] = ()
    restored: tuple[str, ...] = ()
    """Attachments that were there, of which the missing content lies on the disk again."""
    unread: tuple[str, ...] = ()
    """Files whose text nobody looked into: of another kind, damaged, or too large."""


@dataclass(frozen=True, slots=True)
class Unused:
    """Contents in the folder that no attachment names any more."""

    count: int
    size: int
