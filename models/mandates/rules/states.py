"""How a mandate stands on a day, and which of a centre's mandates counts then."""

from collections.abc import Sequence
from datetime import date, timedelta

from models.kernel.text import _
from models.kernel.wording import long_date
from models.mandates.rules.renewal import next_first_day
from models.mandates.values import MandateFacts, MandateState
from models.terms.days import months_on


def mandate_state(
    facts: MandateFacts, today: date, ending_months: int, others: Sequence[MandateFacts] = ()
) -> tuple[MandateState, str]:
    """How a mandate stands today and why, in one sentence; `others` are those of its centre.

    The state follows from the dates alone, so that nothing expired can be shown as running. One
    that is carried on by the next day is not said to end.
    """
    if facts.ended_on is not None and facts.ended_on < today:
        return _ended(facts, facts.ended_on, today)
    if today < facts.start:
        return MandateState.FUTURE, _("It starts on {day}.").format(day=long_date(facts.start))
    last = facts.last
    if last < today:
        return MandateState.EXPIRED, _("Its last day was {day}.").format(day=long_date(last))
    if suspended_on(facts, today):
        return _suspended(facts)
    if months_on(today, ending_months) > last:
        return _last_months(facts, ending_months, others)
    left = _("It runs from {first} to {last}; today lies in that period.")
    said = left.format(first=long_date(facts.start), last=long_date(facts.end))
    return MandateState.ACTIVE, said


def carried_on(facts: MandateFacts, others: Sequence[MandateFacts]) -> date | None:
    """The first day of the mandate that follows without a day between; None when none does."""
    day = facts.last + timedelta(days=1)
    return next((day for other in others if other.start == day), None)


def running(mandates: Sequence[MandateFacts], day: date) -> MandateFacts | None:
    """The mandate that runs on a day; the one that started last, should two."""
    found = [m for m in mandates if m.start <= day <= m.last]
    return max(found, key=lambda m: m.start, default=None)


def current(mandates: Sequence[MandateFacts], today: date) -> MandateFacts | None:
    """The mandate that counts today: the running one, else the next one, else the last one."""
    now = running(mandates, today)
    if now is not None:
        return now
    coming = [m for m in mandates if today < m.start]
    if coming:
        return min(coming, key=lambda m: m.start)
    return max(mandates, key=lambda m: m.end, default=None)


def next_start(mandates: Sequence[MandateFacts], today: date) -> date | None:
    """First day of the next mandate: of the one to come, else the day after the running one."""
    coming = [m.start for m in mandates if today < m.start]
    if coming:
        return min(coming)
    now = running(mandates, today)
    return next_first_day(now) if now is not None and now.ended_on is None else None


def suspended_on(facts: MandateFacts, day: date) -> bool:
    """Whether a mandate is suspended on a day; without a last day it is until further notice."""
    first, last = facts.suspended_from, facts.suspended_until
    return first is not None and first <= day <= (last or facts.last)


def suspended_within(facts: MandateFacts) -> tuple[date | None, date | None]:
    """The days of its suspension that are left now that it ends earlier: none after its end."""
    first, until = facts.suspended_from, facts.suspended_until
    if first is None or first > facts.last:
        return None, None
    return first, until if until is None else min(until, facts.last)


def waiting_on(facts: MandateFacts, day: date) -> bool:
    """Whether no new mandate may be asked for on a day, since this one stopped (F1.10)."""
    stopped, until = facts.ended_on, facts.waiting_until
    return stopped is not None and until is not None and stopped < day <= until


def _last_months(
    facts: MandateFacts, ending_months: int, others: Sequence[MandateFacts]
) -> tuple[MandateState, str]:
    then = carried_on(facts, others)
    if then is not None:
        said = _("Its last day is {last}; the next period is granted, from {first} on.")
        days = {"last": long_date(facts.last), "first": long_date(then)}
        return MandateState.ACTIVE, said.format(**days)
    soon = _("Its last day, {day}, is less than {months} months away.")
    return MandateState.ENDING, soon.format(day=long_date(facts.last), months=ending_months)


def _suspended(facts: MandateFacts) -> tuple[MandateState, str]:
    since = long_date(facts.suspended_from) if facts.suspended_from else ""
    if facts.suspended_until is None:
        said = _("It is suspended since {day}, until further notice.").format(day=since)
    else:
        until = long_date(facts.suspended_until)
        said = _("It is suspended from {day} to {until}.").format(day=since, until=until)
    return MandateState.SUSPENDED, said


def _ended(facts: MandateFacts, day: date, today: date) -> tuple[MandateState, str]:
    """A mandate that ended early; when it is not said how, it is simply over."""
    kind = facts.end_kind
    if facts.waiting_until is not None and waiting_on(facts, today):
        why = _("It was ended on {day}; a new mandate can be asked for after {until}.")
        said = why.format(day=long_date(day), until=long_date(facts.waiting_until))
        return MandateState.WAITING, said
    state = MandateState.EXPIRED if kind is None else MandateState(kind.value)
    why = _("It was ended on {day}, before its last day, {last}.")
    return state, why.format(day=long_date(day), last=long_date(facts.end))
