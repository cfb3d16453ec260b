"""A complaint as it stands, its routes with their clocks, and how it looks in a list."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.complaints.values.kinds import (
    ClockKind,
    ComplaintChannel,
    ComplaintJudgement,
    ComplaintMedium,
    ComplaintResolution,
    ComplaintState,
    EntryRoute,
    Inadmissibility,
    RegistrationKind,
    SubjectParty,
)
from models.terms.values import Term


@dataclass(frozen=True, slots=True)
class RouteDays:
    """The days of one route; its clocks and the state of the complaint follow from them."""

    entry: EntryRoute
    received_on: date
    """When the party that handles it received it: the clocks start here."""
    acknowledged_on: date | None = None
    answered_on: date | None = None
    forwarded_on: date | None = None
    """When it was passed on to another party, which has its own day of receipt."""

    @property
    def settled_on(self) -> date | None:
        """When nothing was owed any more along this route."""
        return self.answered_on or self.forwarded_on


@dataclass(frozen=True, slots=True)
class ComplaintFacts:
    """What the state of a complaint follows from."""

    routes: tuple[RouteDays, ...]
    kind: RegistrationKind = RegistrationKind.COMPLAINT
    admissible: bool | None = None
    closed_on: date | None = None

    @property
    def received_on(self) -> date:
        """The first day anybody received it."""
        return min(route.received_on for route in self.routes)


@dataclass(frozen=True, slots=True)
class Clock:
    """A term that runs, or ran, along a route."""

    kind: ClockKind
    entry: EntryRoute
    term: Term
    done_on: date | None
    stopped_on: date | None = None
    """When the complaint was closed without it."""

    @property
    def open(self) -> bool:
        return self.done_on is None and self.stopped_on is None

    def days_late(self, today: date) -> int:
        """How many days after the last day it was done, or is still not done; 0 in time."""
        return max(0, ((self.done_on or self.stopped_on or today) - self.term.due).days)

    def days_left(self, today: date) -> int:
        """Until the last day; negative once that has passed."""
        return (self.term.due - today).days


@dataclass(frozen=True, slots=True)
class RouteFile:
    """One way by which a complaint came."""

    id: UUID
    days: RouteDays
    clocks: tuple[Clock, ...]
    """To acknowledge, then to answer; none for what is no complaint."""


@dataclass(frozen=True, slots=True)
class ComplaintFile:
    """A complaint whole."""

    id: UUID
    reference: str
    """Such as KL-2026-3F2A91B: given once; never changed."""
    centre_id: UUID
    centre_name: str
    enterprise_number: str
    officer: str
    """Who keeps the file of the centre."""
    kind: RegistrationKind
    subject: SubjectParty
    theme: str
    facts_on: date | None
    summary: str
    """For officers only: on no sheet, no timeline and no list."""
    medium: ComplaintMedium | None
    channel: ComplaintChannel | None
    handler: str
    admissible: bool | None
    inadmissibility: Inadmissibility | None
    admissibility_reason: str
    judgement: ComplaintJudgement | None
    judgement_reason: str
    resolution: ComplaintResolution | None
    closed_on: date | None
    closing_reason: str
    check_id: UUID | None
    check_reference: str
    routes: tuple[RouteFile, ...]
    """By day of receipt."""
    state: ComplaintState
    why: str
    """In one sentence, why it stands so."""
    late: bool
    warnings: tuple[str, ...]
    """What is allowed but looks wrong, a sentence each."""
    keeping: Term | None = None
    """Until when it is kept once it is closed: a proposal, to be confirmed."""

    @property
    def closed(self) -> bool:
        return self.closed_on is not None

    @property
    def clocks(self) -> tuple[Clock, ...]:
        return tuple(clock for route in self.routes for clock in route.clocks)

    @property
    def pressing(self) -> tuple[RouteFile, Clock] | None:
        """The open clock that runs out first over all routes, with its route."""
        running = [(route, clock) for route in self.routes for clock in route.clocks if clock.open]
        return min(running, key=lambda found: found[1].term.due, default=None)

    @property
    def received_on(self) -> date:
        return self.routes[0].days.received_on


@dataclass(frozen=True, slots=True)
class ComplaintHistory:
    """The days of a complaint, as a timeline shows them: nothing of what was said."""

    id: UUID
    reference: str
    theme: str
    routes: tuple[RouteDays, ...]
    """By day of receipt."""
    clocks: tuple[Clock, ...]
    closed_on: date | None

    @property
    def name(self) -> str:
        return f"{self.reference} · {self.theme}"


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """A complaint in a list: nothing in it tells what was said, or by whom."""

    id: UUID
    reference: str
    centre_id: UUID
    centre_name: str
    locality: str
    kind: RegistrationKind
    subject: SubjectParty
    theme: str
    entries: tuple[EntryRoute, ...]
    """By day of receipt, each once."""
    received_on: date
    """The first day anybody received it."""
    handler: str
    medium: ComplaintMedium | None
    channel: ComplaintChannel | None
    admissible: bool | None
    judgement: ComplaintJudgement | None
    resolution: ComplaintResolution | None
    state: ComplaintState
    why: str
    next_clock: Clock | None
    """The open clock that ends first."""
    late: bool
    days_late: int
    """Of the open clock that is most late."""
    acknowledged_on: date | None
    answered_on: date | None
    """The last answer, once every route has one."""
    closed_on: date | None

    @property
    def open(self) -> bool:
        return self.state not in DONE

    @property
    def due(self) -> date | None:
        """The last day that comes next."""
        return self.next_clock.term.due if self.next_clock else None

    @property
    def internal(self) -> date | None:
        """The day to work with that comes next."""
        return self.next_clock.term.internal if self.next_clock else None

    @property
    def days_taken(self) -> int | None:
        """From the first receipt to the last answer."""
        return (self.answered_on - self.received_on).days if self.answered_on else None


DONE = frozenset({ComplaintState.ANSWERED, ComplaintState.CLOSED})
"""Nothing is owed to anybody any more."""


@dataclass(frozen=True, slots=True)
class ComplaintDraft:
    """What is written down when a complaint comes in."""

    received_on: date | None
    entry: EntryRoute = EntryRoute.VDAB
    kind: RegistrationKind = RegistrationKind.COMPLAINT
    subject: SubjectParty = SubjectParty.CENTRE
    theme: str = ""
    facts_on: date | None = None
    medium: ComplaintMedium | None = None
    channel: ComplaintChannel | None = None
