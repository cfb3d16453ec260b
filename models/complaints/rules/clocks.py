"""The two clocks of a route: to acknowledge, and to answer or to tell that it is not handled.

They start on the day the handling party received it; a route that was passed on owes nothing more.
Closing a complaint stops them, but it is no answer: what was not done does not read as done.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from models.complaints.values import (
    Clock,
    ClockKind,
    ComplaintFacts,
    RegistrationKind,
    RouteDays,
)
from models.terms.holidays import ONE_DAY
from models.terms.rules import term
from models.terms.values import Changed, Term

KEEPING = "retention_complaint_years"
KEYS = {
    ClockKind.ACKNOWLEDGE: "complaint_ack_days",
    ClockKind.REPLY: "complaint_reply_days",
    ClockKind.NOTICE: "complaint_inadmissible_notice_days",
}


def clocks(
    route: RouteDays, facts: ComplaintFacts, changed: Changed | None = None
) -> tuple[Clock, ...]:
    """The clocks of a route: to acknowledge, then to answer. Only complaints have any (II.75)."""
    if facts.kind is not RegistrationKind.COMPLAINT:
        return ()
    return tuple(_clocks(route, facts, changed))


def all_clocks(facts: ComplaintFacts, changed: Changed | None = None) -> tuple[Clock, ...]:
    """Those of every route."""
    return tuple(clock for route in facts.routes for clock in clocks(route, facts, changed))


def kept_until(closed_on: date | None, changed: Changed | None = None) -> Term | None:
    """Until when a closed complaint is kept, by a proposal that is to be confirmed (F3.09)."""
    if closed_on is None:
        return None
    return term(KEEPING, closed_on + ONE_DAY, changed=changed)


def next_clock(found: Iterable[Clock]) -> Clock | None:
    """The open one that ends first."""
    waiting = [clock for clock in found if clock.open]
    return min(waiting, key=lambda clock: (clock.term.due, clock.kind), default=None)


def most_late(found: Iterable[Clock], today: date) -> int:
    """How many days the open clock is late that is most so; 0 when none is."""
    return max((clock.days_late(today) for clock in found if clock.open), default=0)


def _clocks(route: RouteDays, facts: ComplaintFacts, changed: Changed | None) -> Iterator[Clock]:
    settled = route.settled_on
    heard = _first(route.acknowledged_on, settled)
    answer = ClockKind.NOTICE if facts.admissible is False else ClockKind.REPLY
    for kind, done in ((ClockKind.ACKNOWLEDGE, heard), (answer, settled)):
        counted = term(KEYS[kind], route.received_on, changed=changed)
        yield Clock(kind, route.entry, counted, done, None if done else facts.closed_on)


def _first(*days: date | None) -> date | None:
    """The earliest day that is known: an answer also says that it was received."""
    return min((day for day in days if day is not None), default=None)
