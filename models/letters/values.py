"""What the rest of the house may know of a letter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.kernel.errors import Refused
from models.kernel.text import N_

MISSING_OPEN, MISSING_CLOSE = "\u27e6", "\u27e7"
"""A place without a value stands in a text as its label between these signs; paper boxes it."""
CHECK_UNFINISHED = "check_unfinished"
"""Missing without being a place: the check is not finished, so its letter stays a draft."""


class LetterTooEarly(Refused):
    sentence = N_("There is nothing to report yet: start the check and add its dossiers first.")


class LetterIncomplete(Refused):
    sentence = N_("The letter is not complete. Fill in first: {places}.")


class NoLetterForDecision(Refused):
    sentence = N_(
        "There is no letter for this kind of decision. Letters tell that a mandate was granted or"
        " refused on an application."
    )


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLETS = "bullets"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table in a letter; `share` of the width, all shares together 1."""

    title: str
    share: float


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a letter, ready to be set: text, items, or a table."""

    kind: BlockKind
    text: str = ""
    items: tuple[str, ...] = ()
    columns: tuple[TableColumn, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """A change of a letter's body for a case, made before the places are filled."""

    key: str
    subject: str
    """Empty keeps the subject."""
    drop_sections: tuple[str, ...]
    replace: tuple[tuple[str, str], ...]
    """Text of the body, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A letter in one version, with {{places}} (content/letter_*.yaml)."""

    key: str
    version: int
    title: str
    language: str
    subject: str
    body: str
    """Lines with `## ` are headings, with `- ` bullets; a blank line parts paragraphs."""
    closing: str
    enclosures: tuple[str, ...]
    places: Mapping[str, str]
    """Every place of subject and body, with what may stand there."""
    variants: Mapping[str, Variant]


@dataclass(frozen=True, slots=True)
class PlaceFile:
    """A place in a letter: what stands there and where it came from."""

    key: str
    label: str
    """Dutch name of the place, for the form beside the letter."""
    value: str
    """What will be printed; empty when missing."""
    proposed: str
    """What the program filled in by itself; empty when it has nothing."""
    typed: bool
    """True when the officer wrote it."""
    long: bool
    """True when it takes a sentence or more."""
    explanation: str = ""
    """For dates: why this date."""
    editable: bool = True
    unlike: str = ""
    """How what the officer wrote differs from the file, as a sentence; empty when it does not."""


@dataclass(frozen=True, slots=True)
class LetterDocument:
    """A letter with every place filled, ready to be put on paper by controllers.export.letter."""

    title: str
    language: str
    sender_name: str
    sender_lines: tuple[str, ...]
    addressee_lines: tuple[str, ...]
    """At most seven, without empty lines (DOMAIN.md F5.20, F5.21)."""
    references: tuple[tuple[str, str], ...]
    """Label and value, in the order of the reference line; an empty value prints nothing."""
    contact_lines: tuple[str, ...]
    subject: str
    salutation: str
    blocks: tuple[Block, ...]
    closing: str
    signatory_name: str
    signatory_function: str
    enclosures: tuple[str, ...]
    subject_label: str
    """What stands before the subject, in Dutch."""
    enclosures_label: str
    """`bijlage` or `bijlagen`; empty without enclosures."""
    layout: Mapping[str, object] = field(default_factory=dict[str, object])
    """`layout` of content/letter_common.yaml, with what the office changed."""
    draft: bool = False
    """True prints a mark on every page: places are still missing."""


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """What the rules make of a letter: its places, what is missing, and the document."""

    places: tuple[PlaceFile, ...]
    missing: tuple[str, ...]
    """Keys of the places that must be filled before the letter may be printed."""
    document: LetterDocument
    variants: tuple[str, ...] = ()
    """Which variants of the template hold."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program fills in by itself at a place, and why."""

    text: str
    why: str = ""
    unlike: str = ""
    """What is to be known when the officer wrote something else."""


@dataclass(frozen=True, slots=True)
class ClosedRound:
    """A round of reactions that is over: what a letter of a later day says of it."""

    sent_on: date
    closed_on: date
    reactions: int
    """How many came in."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A letter in a list: what it is called, its subject, and the places that are missing."""

    title: str
    subject: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A letter on the desk: its places, what is missing, and the document as it stands."""

    id: UUID
    kind: str
    title: str
    reference: str
    centre_id: UUID
    centre_name: str
    check_id: UUID | None
    letter_date: date | None
    places: tuple[PlaceFile, ...]
    missing: tuple[str, ...]
    """Keys of the places that must be filled before the letter may be printed.

    Two are no place: `letter_date`, and CHECK_UNFINISHED while the check is not finished."""
    document: LetterDocument
    wanted: tuple[str, ...] = ()
    """Dutch names of what is missing, in the same order."""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter in the list of letters."""

    id: UUID
    reference: str
    title: str
    centre_id: UUID
    centre_name: str
    subject: str
    letter_date: date | None
    missing: int
