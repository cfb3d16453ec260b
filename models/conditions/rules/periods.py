"""Mandates that end, are to be renewed, wait or have odd days."""

from collections.abc import Iterator
from datetime import date

from models.applications.values import ApplicationKind
from models.conditions.rules.watch import Watch
from models.conditions.values import (
    CentreFacts,
    ConditionKind,
    HeldPeriod,
    Place,
    Signal,
    Urgency,
)
from models.kernel.text import _, ngettext
from models.kernel.wording import long_date
from models.mandates.rules import (
    DURATION,
    deviations,
    end_by_rule,
    latest,
    next_first_day,
    renewal_regime,
    waiting_on,
)
from models.mandates.rules.outlook import LEAD
from models.mandates.values import MandateFacts, RenewalRegime
from models.terms.days import months_on
from models.terms.rules import term
from models.terms.values import Term


def of_mandates(facts: CentreFacts, on: Watch) -> Iterator[Signal]:
    """What the mandates of a centre ask for."""
    last = facts.period(latest(facts.days))
    if last is not None and last.facts.ended_on is None:
        yield from _ending(facts, last, on)
    yield from _waiting(facts, on)
    yield from _odd(facts, on)


def _ending(facts: CentreFacts, held: HeldPeriod, on: Watch) -> Iterator[Signal]:
    """The last mandate of the chain ends, and none follows it yet."""
    end = held.facts.end
    start, last = months_on(end, -on.mandate_steps[0]), months_on(end, -on.mandate_steps[-1])
    over = end < on.today
    if not on.in_sight(start) or (over and months_on(end, on.mandate_steps[-1]) < on.today):
        return
    yield Signal(
        ConditionKind.MANDATE_END,
        held.id,
        _("Mandate has ended") if over else _("Mandate ends"),
        _ended(held, end) if over else _ends(held, end, on),
        start,
        last,
        on.urgency(start, last),
        _rights(facts),
        _duration(held.facts, on),
        letter=Place("renewal-of", held.id),
    )
    if not over:
        yield from _renewal(facts, held, on)


def _renewal(facts: CentreFacts, held: HeldPeriod, on: Watch) -> Iterator[Signal]:
    """The centre must ask for, or tell, that it goes on: which of the two the regime says."""
    first = next_first_day(held.facts)
    regime = renewal_regime(first, on.changed)
    if held.continued_on is not None or _asked(facts):
        return
    counted = term(LEAD, held.facts.end, changed=on.changed)
    earlier = [step for step in on.mandate_steps if step > on.lead_months]
    start = months_on(held.facts.end, -(min(earlier) if earlier else on.lead_months))
    if not on.in_sight(start):
        return
    notice = regime is RenewalRegime.NOTICE
    why = (
        _("The next period starts on {day}: the centre tells its contact person that it goes on.")
        if notice
        else _("The next period starts on {day}: the centre sends in a renewal file.")
    )
    yield Signal(
        ConditionKind.RENEWAL,
        held.id,
        _("Message that it goes on") if notice else _("Renewal file"),
        why.format(day=long_date(first)),
        start,
        counted.due,
        on.urgency(start, counted.due),
        _rights(facts),
        counted,
        letter=Place("renewal-of", held.id),
    )


def _asked(facts: CentreFacts) -> bool:
    return any(one.kind is ApplicationKind.RENEWAL for one in facts.applications)


def _waiting(facts: CentreFacts, on: Watch) -> Iterator[Signal]:
    """A waiting period ends: from the day after the centre can ask again."""
    for held in facts.mandates:
        until = held.facts.waiting_until
        if until is None or not waiting_on(held.facts, on.today) or not on.in_sight(until):
            continue
        why = _("It stopped on {day}. A new mandate can be asked for after {until}.")
        near = on.urgency(until, None)
        yield Signal(
            ConditionKind.WAITING_PERIOD,
            held.id,
            _("Waiting period ends"),
            why.format(day=long_date(held.facts.last), until=long_date(until)),
            None,
            until,
            Urgency.SOON if near is Urgency.NOW else near,
            _rights(facts),
        )


def _odd(facts: CentreFacts, on: Watch) -> Iterator[Signal]:
    """Unusual days of mandates that run or come, of which nobody wrote the reason."""
    for held in facts.mandates:
        if held.facts.last < on.today or held.deviation.strip():
            continue
        others = [other.facts for other in facts.mandates if other is not held]
        expected = end_by_rule(held.facts.start, on.changed)
        said = " ".join(one.sentence for one in deviations(held.facts, others, expected))
        if said:
            yield Signal(
                ConditionKind.DEVIATION,
                held.id,
                _("Odd days without a reason"),
                said,
                None,
                None,
                Urgency.INFO,
                _rights(facts),
            )


def _ends(held: HeldPeriod, end: date, on: Watch) -> str:
    passed = [step for step in on.mandate_steps if months_on(end, -step) <= on.today]
    if not passed:
        return _("Mandate {number} ends on {day}; no next period is known.").format(
            number=held.number or "–", day=long_date(end)
        )
    step = min(passed)
    said = ngettext(
        "Mandate {number} ends on {day}, within {count} month; no next period is known.",
        "Mandate {number} ends on {day}, within {count} months; no next period is known.",
        step,
    )
    return said.format(number=held.number or "–", day=long_date(end), count=step)


def _ended(held: HeldPeriod, end: date) -> str:
    said = _("Mandate {number} ended on {day}; no next period is known.")
    return said.format(number=held.number or "–", day=long_date(end))


def _duration(facts: MandateFacts, on: Watch) -> Term | None:
    """How the end follows from the start, when it does."""
    counted = term(DURATION, facts.start, changed=on.changed)
    return counted if counted.due == facts.end else None


def _rights(facts: CentreFacts) -> Place:
    return Place("centre", facts.id, "rights")
