"""How a mandate stands on a day, and which of a centre's mandates counts then."""

from collections.abc import Sequence
from datetime import date, timedelta

from models.kernel.text import _
from models.kernel.wording import list_date, long_date
from models.mandates.values import MandateFacts, MandateState
from models.terms.days import months_on


def mandate_state(facts: MandateFacts, today: date, ending_months: int) -> tuple[MandateState, str]:
    """How a mandate stands today and why, in one sentence.

    The state follows from the dates alone, so that nothing expired can be shown as running.
    """
    if facts.ended_on is not None and facts.ended_on <= today:
        return _ended(facts, facts.ended_on)
    if today < facts.start:
        return MandateState.FUTURE, _("It starts on {day}.").format(day=long_date(facts.start))
    last = facts.last
    if last < today:
        return MandateState.EXPIRED, _("Its last day was {day}.").format(day=long_date(last))
    if months_on(today, ending_months) > last:
        soon = _("Its last day, {day}, is less than {months} months away.")
        return MandateState.ENDING, soon.format(day=long_date(last), months=ending_months)
    left = _("It runs from {span}; today lies in that period.")
    return MandateState.ACTIVE, left.format(span=_span(facts))


def current(mandates: Sequence[MandateFacts], today: date) -> MandateFacts | None:
    """The mandate that counts today: the running one, else the next one, else the last one."""
    running = [m for m in mandates if m.start <= today <= m.last]
    if running:
        return max(running, key=lambda m: m.start)
    coming = [m for m in mandates if today < m.start]
    if coming:
        return min(coming, key=lambda m: m.start)
    return max(mandates, key=lambda m: m.end, default=None)


def next_start(mandates: Sequence[MandateFacts], today: date) -> date | None:
    """First day of the next mandate: of the one to come, else the day after the running one."""
    coming = [m.start for m in mandates if today < m.start]
    if coming:
        return min(coming)
    now = current(mandates, today)
    running = now is not None and now.ended_on is None and today <= now.end
    return now.end + timedelta(days=1) if now is not None and running else None


def _ended(facts: MandateFacts, day: date) -> tuple[MandateState, str]:
    """A mandate that ended early; when it is not said how, it is simply over."""
    kind = facts.end_kind
    state = MandateState.EXPIRED if kind is None else MandateState(kind.value)
    why = _("It was ended on {day}, before its last day ({span}).")
    return state, why.format(day=long_date(day), span=_span(facts))


def _span(facts: MandateFacts) -> str:
    return f"{list_date(facts.start)} – {list_date(facts.end)}"
