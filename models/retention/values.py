"""What the rest of the house may know of retention: what is due, why, and what was destroyed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.kernel.errors import Refused
from models.kernel.text import N_
from models.terms.values import Term


class ClockStart(StrEnum):
    """From which event the term of a file is counted."""

    MANDATE_END = "mandate_end"
    DECISION = "decision"
    ACTIVITY = "activity"


class Holding(StrEnum):
    """Why a file is kept, whatever the clock says; DUE when nothing keeps it."""

    DUE = "due"
    MANDATE = "mandate"
    WAITING = "waiting"
    APPLICATION = "application"
    CHECK = "check"
    MEASURE = "measure"
    COMPLAINT = "complaint"
    TERM = "term"
    NO_DAY = "no_day"


class NothingTicked(Refused):
    sentence = N_("No centre is chosen. Choose in the list what is to be destroyed.")


class DestroyReasonMissing(Refused):
    sentence = N_(
        "A destruction needs a reason: write on what decision or agreement it rests, without names."
    )


class ReasonNames(Refused):
    sentence = N_(
        "The reason stays behind for good, so it may not name what is destroyed. Leave out {name}."
    )


class NotDue(Refused):
    sentence = N_("{name} may not be destroyed: {why}. Nothing was destroyed.")


class NobodyAsked(Refused):
    sentence = N_("Write at least three letters of a name or an e-mail address.")


@dataclass(frozen=True, slots=True)
class RetentionFacts:
    """What the clock of one file rests on."""

    centre_id: UUID
    mandate_end: date | None = None
    """The last day of its last mandate."""
    waiting_until: date | None = None
    decided_on: date | None = None
    active_on: date | None = None
    """The last day on which anything happened in the file."""
    open_application: bool = False
    open_check: bool = False
    open_measure: bool = False
    open_complaint: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a file is due for destruction on a day, and why or why not."""

    holding: Holding
    start: ClockStart | None
    day: date | None
    """The day of that event; the term begins on the next."""
    term: Term | None
    """Kept to and with its last day; None when there is no day to count from."""
    until: date | None = None
    """The day that keeps it: the end of a mandate or of a waiting period."""

    @property
    def due(self) -> bool:
        return self.holding is Holding.DUE


@dataclass(frozen=True, slots=True)
class RetentionRow:
    """A centre in the list."""

    id: UUID
    number: str
    name: str
    locality: str
    verdict: Verdict
    why: str
    """Message id of the reason it is kept or due; `until` of the verdict fits in."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement of one destruction (DOMAIN.md F3.07)."""

    id: UUID
    reference: str
    series: str
    rule_reference: str
    term_years: int
    term_ended_on: date
    described: str
    rows_count: int
    files_count: int
    destroyed_on: date
    decided_by: str


@dataclass(frozen=True, slots=True)
class RetentionBook:
    """Everything the room shows."""

    today: date
    due: tuple[RetentionRow, ...]
    kept: tuple[RetentionRow, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """One field in which a person is found."""

    id: UUID
    row: UUID
    table: str
    field: str
    text: str
    centre_id: UUID | None
    centre: str
    number: str
