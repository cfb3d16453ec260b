"""What the rest of the house may know of a timeline: lanes, and what lies on them by day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.kernel.text import N_
from models.terms.values import Grounds, Term

EARLIEST, LATEST = date(1950, 1, 1), date(2150, 12, 31)
"""How far a timeline can be looked along."""


class LaneKey(StrEnum):
    """The lanes there are; a lane lies where LANES puts it."""

    MANDATES = "mandates"
    CERTIFICATES = "certificates"
    APPLICATIONS = "applications"
    CHECKS = "checks"
    ACTIONS = "actions"
    TERMS = "terms"
    LETTERS = "letters"
    SURVEYS = "surveys"
    COMPLAINTS = "complaints"


class Shape(StrEnum):
    """How something lies on its lane."""

    MARK = "mark"
    """A moment: one day."""
    BAR = "bar"
    """A stretch of days."""
    GAP = "gap"
    """A stretch in which something fails that should be there."""


class Tone(StrEnum):
    """What a colour means; the value is the token of the theme."""

    MANDATE = "bar-mandate"
    CERTIFICATE = "bar-cert"
    ACCENT = "accent"
    DONE = "done"
    DUE = "due"
    LATE = "late"
    NOTE = "note"
    WAIT = "wait"


class Certainty(StrEnum):
    """Whether it happened, will happen, or is only asked or expected."""

    DONE = "done"
    PLANNED = "planned"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Link:
    """The thing itself: its table and row."""

    table: str
    row: UUID


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its word (a message id), its icon, and the tables its events come from."""

    key: LaneKey
    word: str
    icon: str
    tables: tuple[str, ...]


LANES = (
    Lane(LaneKey.MANDATES, N_("Mandate"), "certificate", ("mandate",)),
    Lane(LaneKey.CERTIFICATES, N_("Certificates"), "shield-check", ("certificate",)),
    Lane(
        LaneKey.APPLICATIONS,
        N_("Applications"),
        "gavel",
        ("application", "advice", "decision"),
    ),
    Lane(LaneKey.CHECKS, N_("Checks"), "checklist", ("dossier_check", "ladder_step")),
    Lane(LaneKey.ACTIONS, N_("Actions"), "message-2", ("quality_action",)),
    Lane(LaneKey.TERMS, N_("Terms"), "flag", ("finding", "measure_review")),
    Lane(LaneKey.LETTERS, N_("Letters"), "mail", ("letter",)),
    Lane(LaneKey.COMPLAINTS, N_("Complaints"), "message-report", ("complaint", "complaint_route")),
    Lane(LaneKey.SURVEYS, N_("Satisfaction"), "mood-smile", ("satisfaction",)),
)
"""Every lane, from top to bottom: the only list of them. A new subject adds one line here."""


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One thing on a lane: a moment, a stretch of days, or a gap. Both ends are included."""

    key: str
    """Unlike that of any other, and the same as long as the thing is the same."""
    lane: LaneKey
    shape: Shape
    first: date
    last: date
    """The same day as `first` for a moment."""
    word: str
    sub: str = ""
    """The second line: why, by whom, how much."""
    tone: Tone = Tone.ACCENT
    icon: str = ""
    certainty: Certainty = Certainty.DONE
    link: Link | None = None
    term: Term | None = None
    """How the day was computed, where it was."""
    grounds: Grounds | None = None
    """Why days ask for attention that no rule counted."""
    open_start: bool = False
    """Since when is not known; `first` is where the bar is drawn from."""
    open_end: bool = False
    """Until when is not known."""
    short: str = ""
    """What may stand on a bar that is too small for its word; the word itself cut when empty."""
    counted: bool = False
    """A period of a mandate, of which the years are counted."""

    @property
    def moment(self) -> bool:
        return self.shape is Shape.MARK

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.last - self.first).days + 1

    def holds_on(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class CentreTimeline:
    """Everything that happened or will happen at one centre, in the order of the days."""

    centre_id: UUID
    name: str
    number: str
    """Its enterprise number, ten digits."""
    today: date
    events: tuple[TimelineEvent, ...]
    mandate: tuple[date, date] | None = None
    """First and last day of the mandate that counts today."""
    lanes: tuple[Lane, ...] = LANES
    known_on: date | None = None
    """The day whose knowledge this is, when it is not the present one."""

    @property
    def whole(self) -> tuple[date, date]:
        """From the first to the last day that anything lies on, today included.

        Never further than EARLIEST and LATEST: until the year 9999 is a way to say for ever.
        """
        days = [day for event in self.events for day in (event.first, event.last)]
        first, last = min([*days, self.today]), max([*days, self.today])
        return max(first, EARLIEST), min(last, LATEST)


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What happens on one day: what holds then, and the moments before and after it."""

    day: date
    events: tuple[TimelineEvent, ...]
    """Moments first, then stretches, each in the order of the lanes."""
    before: TimelineEvent | None
    after: TimelineEvent | None
    mandate_year: int | None = None
    """The how-manieth year of the mandate it lies in, from 1."""
    mandate_years: int | None = None
