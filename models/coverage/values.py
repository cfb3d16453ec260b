"""What the rest of the house may know of how quality actions are spread over a mandate."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from models.actions.values import ActionKind
from models.mandates.values import MandateState

KINDS = (
    ActionKind.CONTACT,
    ActionKind.DOSSIER_CHECK,
    ActionKind.USER_SURVEY,
    ActionKind.OFFER_CHECK,
    ActionKind.INFO_MAIL,
    ActionKind.INFO_PAGE,
)
"""The kinds in the order of the columns: what asks most of an officer first."""


class YearState(StrEnum):
    """How a year of a mandate lies against today; a year after the end does not apply."""

    PAST = "past"
    CURRENT = "current"
    FUTURE = "future"
    OUTSIDE = "outside"


class Acted(NamedTuple):
    """One quality action: what it was and on which day; `planned` when it is still to come.

    A plain tuple, for there are tens of thousands.
    """

    kind: ActionKind
    day: date
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """At least so many in every run of so many years of the mandate; none asks for nothing."""

    count: int = 0
    years: int = 1


@dataclass(frozen=True, slots=True)
class MandateYear:
    """The n-th year from the first day, both ends included; cut off where the mandate ends."""

    number: int
    start: date
    end: date
    state: YearState


@dataclass(frozen=True, slots=True)
class YearCell:
    """What was done in one year, and what is planned in it."""

    count: int = 0
    planned: int = 0
    short: bool = False
    """True when the years up to this one are over with less than the office aims at."""


@dataclass(frozen=True, slots=True)
class KindCoverage:
    """One kind of action over the years of one mandate, a cell a year."""

    kind: ActionKind
    cells: tuple[YearCell, ...]
    last: date | None
    """The last day it was done within the mandate, up to today."""
    silence: int | None
    """Days since then, or since the mandate began; None when the mandate has not begun."""

    @property
    def count(self) -> int:
        return sum(cell.count for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Coverage:
    """One mandate and everything that was done during it."""

    start: date
    end: date
    """Its last day, also when it ended early."""
    years: tuple[MandateYear, ...]
    kinds: tuple[KindCoverage, ...]
    """As KINDS."""
    last: date | None
    last_kind: ActionKind | None
    silence: int | None
    outside: int
    """Actions before or after the mandate: they fall in none of its years."""

    @property
    def never(self) -> bool:
        """Whether nothing at all was done since it began."""
        return self.silence is not None and self.last is None

    @property
    def short(self) -> int:
        """How many kinds stay under their target somewhere."""
        return sum(any(cell.short for cell in kind.cells) for kind in self.kinds)

    def of(self, kind: ActionKind) -> KindCoverage:
        return self.kinds[KINDS.index(kind)]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A centre in the list of coverage; without a mandate there is nothing to cover."""

    id: UUID
    name: str
    enterprise_number: str
    locality: str
    province: str
    officer: str
    mandate_number: str
    state: MandateState
    coverage: Coverage | None

    @property
    def running(self) -> bool:
        return self.state in {MandateState.ACTIVE, MandateState.ENDING}


@dataclass(frozen=True, slots=True)
class CoverageBook:
    """Every centre by name, and how often the office aims at each kind."""

    rows: tuple[CoverageRow, ...]
    targets: Mapping[ActionKind, Target]


@dataclass(frozen=True, slots=True)
class CoverageFilter:
    """What the list is narrowed to, and its order; empty means all."""

    text: str = ""
    officer: str = ""
    province: str = ""
    running: bool = False
    """Only the centres whose mandate runs today."""
    short: bool = False
    """Only those that stay under a target."""
    order: str = "silence"
    """A column key of the list."""
    descending: bool = True


@dataclass(frozen=True, slots=True)
class CoverageList:
    """The rows that fit, in the order asked, and what to choose from."""

    rows: tuple[CoverageRow, ...]
    total: int
    running: int
    short: int
    """Running centres that stay under a target."""
    officers: tuple[str, ...]
    provinces: tuple[str, ...]
    targets: Mapping[ActionKind, Target]
