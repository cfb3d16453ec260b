"""What the rest of the house may know of conditions: what asks for attention, from when, until."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.applications.values import ApplicationKind, Days
from models.centres.values import Qualification
from models.checks.values import Agreed
from models.complaints.values import Clock
from models.mandates.values import MandateFacts
from models.terms.values import Term


class ConditionKind(StrEnum):
    """What asks for attention, in the order of the filter."""

    MANDATE_END = "mandate_end"
    RENEWAL = "renewal"
    DEVIATION = "deviation"
    WAITING_PERIOD = "waiting_period"
    CERTIFICATE_MISSING = "certificate_missing"
    CERTIFICATE_TODAY = "certificate_today"
    CERTIFICATE_END = "certificate_end"
    CERTIFICATE_INSIDE = "certificate_inside"
    CERTIFICATE_NEXT = "certificate_next"
    QUALIFICATION = "qualification"
    NOT_REPORTED = "not_reported"
    APPLICATION = "application"
    DECISION = "decision"
    CHECK = "check"
    REPLY = "reply"
    MEASURE = "measure"
    REACTION = "reaction"
    COMPLAINT = "complaint"


class Urgency(StrEnum):
    """How it stands today between its two days: always derived."""

    LATE = "late"
    """The last day is over."""
    NOW = "now"
    """The day to start is here."""
    SOON = "soon"
    LATER = "later"
    INFO = "info"
    """Good to know; nobody has to do anything by a day."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is solved: the kind of thing, which one, and where in it."""

    kind: str
    id: UUID
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that asks for attention at one centre, before anybody says which centre."""

    kind: ConditionKind
    row: UUID
    """The row it is about; kind and row together are its identity."""
    what: str
    why: str
    """One sentence."""
    start: date | None
    """The day to start preparing."""
    last: date | None
    """The last day."""
    urgency: Urgency
    opens: Place
    term: Term | None = None
    """How the last day (or else the start) was counted, when a rule counted it."""
    letter: Place | None = None
    """The letter that can be written about it, begun when somebody goes there."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A line of the list: what asks for attention, at which centre, in which days."""

    id: UUID
    kind: ConditionKind
    centre_id: UUID
    centre: str
    locality: str
    officer: str
    province: str
    what: str
    why: str
    start: date | None
    last: date | None
    urgency: Urgency
    opens: Place
    term: Term | None = None
    letter: Place | None = None


@dataclass(frozen=True, slots=True)
class HeldPeriod:
    """A mandate as the conditions look at it."""

    id: UUID
    number: str
    facts: MandateFacts
    deviation: str = ""
    continued_on: date | None = None


@dataclass(frozen=True, slots=True)
class HeldCertificate:
    """A certificate as the conditions look at it."""

    first: date | None
    last: date | None

    @property
    def span(self) -> tuple[date | None, date | None]:
        return self.first, self.last


@dataclass(frozen=True, slots=True)
class Engaged:
    """A counsellor who works at the centre."""

    name: str
    qualification: Qualification
    since: date | None
    until: date | None
    reported_on: date | None

    def works_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True)
class OpenApplication:
    """An application on which nothing was decided yet."""

    id: UUID
    reference: str
    kind: ApplicationKind
    received_on: date
    asked_on: date | None
    complete_by: date | None
    completed_on: date | None

    @property
    def waiting(self) -> bool:
        """Whether the centre has been asked for something and has not sent it."""
        return Days(self.received_on, self.asked_on, completed_on=self.completed_on).waiting


@dataclass(frozen=True, slots=True)
class PlannedCheck:
    """A check that was planned and has not begun."""

    id: UUID
    reference: str
    day: date


@dataclass(frozen=True, slots=True)
class AwaitedReply:
    """A message to a centre that asked for an answer, and has none yet (DOMAIN.md F1.31)."""

    id: UUID
    subject: str
    day: date
    reply_by: date


@dataclass(frozen=True, slots=True)
class OpenRound:
    """Findings that are with a centre, to react to by a day."""

    id: UUID
    check_id: UUID
    reference: str
    sent_on: date
    reply_by: date


@dataclass(frozen=True, slots=True)
class OpenComplaint:
    """A complaint with a clock that runs: the one that ends first."""

    id: UUID
    reference: str
    theme: str
    clock: Clock


@dataclass(frozen=True, slots=True)
class CentreFacts:
    """Everything about one centre that its conditions follow from."""

    id: UUID
    mandates: tuple[HeldPeriod, ...] = ()
    certificates: tuple[HeldCertificate, ...] = ()
    people: tuple[Engaged, ...] = ()
    applications: tuple[OpenApplication, ...] = ()
    checks: tuple[PlannedCheck, ...] = ()
    replies: tuple[AwaitedReply, ...] = ()
    measures: tuple[Agreed, ...] = ()
    rounds: tuple[OpenRound, ...] = ()
    complaints: tuple[OpenComplaint, ...] = ()

    @property
    def days(self) -> tuple[MandateFacts, ...]:
        """The dates of its mandates, for the rules of mandates."""
        return tuple(held.facts for held in self.mandates)

    def period(self, found: MandateFacts | None) -> HeldPeriod | None:
        """The mandate whose dates those rules chose."""
        return next((held for held in self.mandates if held.facts is found), None)


@dataclass(frozen=True, slots=True)
class ConditionFilter:
    """What the list is narrowed to; empty means all."""

    text: str = ""
    officer: str = ""
    province: str = ""
    kinds: frozenset[ConditionKind] = frozenset()


@dataclass(frozen=True, slots=True)
class ConditionList:
    """The lines that fit, with what the whole file holds beside them."""

    lines: tuple[Condition, ...]
    every: tuple[Condition, ...]
    """All of them, to narrow again without asking the file."""
    total: int
    """How many there are without any filter."""
    late: int
    """How many of all of them are late."""
    officers: tuple[str, ...]
    provinces: tuple[str, ...]
    kinds: tuple[ConditionKind, ...]
    """The kinds that occur, in their own order."""
