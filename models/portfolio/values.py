"""What the rest of the house may know of the centres on one axis: a row each, pieces by day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from models.mandates.values import MandateState


class PieceKind(StrEnum):
    """What lies on a row: two kinds of stretch, and moments."""

    MANDATE = "mandate"
    CERTIFICATE = "certificate"
    UNDATED = "undated"
    """A certificate of which the first or the last day is not known."""
    CHECK = "check"
    PLANNED = "planned"
    """A dossier check that is still to be done."""
    APPLICATION = "application"
    GRANTED = "granted"
    REFUSED = "refused"
    ENDED = "ended"
    """A mandate stopped before its last day, or was suspended."""
    ACTION = "action"
    COMPLAINT = "complaint"


class Piece(NamedTuple):
    """Something on a row, from its first to its last day as `date.toordinal` counts them.

    A moment has the same day twice. Days are plain numbers, for there are tens of thousands.
    """

    first: int
    last: int
    kind: PieceKind
    word: str
    """Its number, label or reference."""

    @property
    def day(self) -> date:
        return date.fromordinal(self.first)

    @property
    def until(self) -> date:
        return date.fromordinal(self.last)


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """One centre. Every sequence of pieces stands in the order of its first days."""

    id: UUID
    name: str
    locality: str
    province: str
    officer: str
    state: MandateState
    start: date | None
    """First day of the mandate that counts today."""
    end: date | None
    certificate_end: date | None
    mandates: tuple[Piece, ...] = ()
    certificates: tuple[Piece, ...] = ()
    marks: tuple[Piece, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Everything on the row, by first day."""
        return tuple(sorted((*self.mandates, *self.certificates, *self.marks)))


class Grouping(StrEnum):
    """What the rows are put together by."""

    PROVINCE = "province"
    OFFICER = "officer"
    END_YEAR = "end_year"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; no word when nothing is known to group by."""

    word: str
    rows: tuple[PortfolioRow, ...]


@dataclass(frozen=True, slots=True)
class PortfolioFilter:
    """What the rows are narrowed to; empty means all."""

    text: str = ""
    officer: str = ""
    states: frozenset[MandateState] = frozenset()


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Every centre, by name, and the day it was asked."""

    today: date
    rows: tuple[PortfolioRow, ...]

    @property
    def officers(self) -> tuple[str, ...]:
        return tuple(sorted({row.officer for row in self.rows if row.officer}))
