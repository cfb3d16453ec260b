"""Counts a term and tells how: the day of the event does not count, the last day does (F4.20)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from models.terms.days import (
    closed_because,
    last_day_of,
    legal_holidays_between,
    months_on,
    nth_working_day,
    working_day_from,
    working_day_until,
)
from models.terms.holidays import ONE_DAY
from models.terms.parameters import parameter, whole_number
from models.terms.sentences import (
    count_step,
    holidays_sentence,
    length_of,
    sentence_of,
    served_step,
    shift_step,
    start_step,
)
from models.terms.values import (
    Changed,
    DayKind,
    DayOutOfReach,
    Holiday,
    Keeper,
    NotATerm,
    Reading,
    Regime,
    RegimeUnknown,
    RuleParameter,
    RuleWithoutValue,
    Term,
    Unit,
)

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "SERVICE",
    "alternatives",
    "check_reach",
    "count",
    "holidays_sentence",
    "length_of",
    "term",
]

FIRST_DAY = date(1980, 1, 1)
LAST_DAY = date(2100, 12, 31)
SERVICE = "registered_mail_service_working_days"


def term(
    key: str, start: date, *, regime: str | None = None, changed: Changed | None = None
) -> Term:
    """The last day of the term `key` that starts with an event on `start`.

    `regime` says how a letter was sent (a value of Regime) when `start` is the day of sending;
    `changed` is what the office set and recorded. Raises RuleUnknown, RuleNotInForce,
    RuleWithoutValue, NotATerm, RegimeUnknown, and DayOutOfReach outside 1980-2100.
    """
    check_reach(start)
    rule = parameter(key, start, changed)
    if rule.keeper is None:
        raise NotATerm(key=key)
    if rule.value is None:
        raise RuleWithoutValue(key=key)
    working_days = whole_number(SERVICE, start, changed)
    return count(rule, start, _regime(regime), working_days)


def count(rule: RuleParameter, start: date, regime: Regime | None, working_days: int) -> Term:
    """As `term`, with the rule in hand; `working_days` after it was sent a letter is received."""
    event = nth_working_day(start, working_days) if regime is Regime.REGISTERED else start
    last = _last_day(rule, event)
    due, internal = _settle(rule, start, last)
    steps = (
        served_step(start, event, regime, working_days),
        start_step(rule, event),
        count_step(rule, last),
        shift_step(rule, last, due, internal),
    )
    return Term(
        kind=rule.key,
        start=start,
        due=due,
        internal=internal,
        shifted=due != last,
        rule=rule,
        steps=tuple(step for step in steps if step),
        holidays=_met(rule, start, last, due, internal),
        event=event,
        last=last,
        regime=regime,
        service_days=working_days,
        sentence=sentence_of(rule, start, event, last, due),
    )


def alternatives(found: Term) -> tuple[Reading, ...]:
    """The other readings of a term that lead to another last day, for who doubts the date."""
    if found.rule.unit is not Unit.DAYS:
        return ()
    return tuple(Reading(label, due) for label, due in _readings(found) if due != found.due)


def check_reach(day: date, field: str | None = None) -> None:
    """Raises DayOutOfReach for a day outside 1980-2100: a slip of the pen, and no rule for it."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise DayOutOfReach(field=field, first=FIRST_DAY, last=LAST_DAY, day=day)


def _readings(found: Term) -> Iterator[tuple[str, date]]:
    rule = found.rule

    def due(changed_rule: RuleParameter, regime: Regime | None = found.regime) -> date:
        return count(changed_rule, found.start, regime, found.service_days).due

    if rule.keeper is Keeper.OTHERS:
        yield "Zonder doorschuiven naar een werkdag", found.last
    elif not rule.backwards:
        shifting = replace(rule, keeper=Keeper.OTHERS)
        yield "Met doorschuiven naar de volgende werkdag", due(shifting)
    if rule.day_kind is DayKind.CALENDAR:
        yield "In werkdagen geteld", due(replace(rule, day_kind=DayKind.WORKING))
    else:
        yield "In kalenderdagen geteld", due(replace(rule, day_kind=DayKind.CALENDAR))
    if rule.keeper is not Keeper.OTHERS or rule.backwards:
        return
    if found.regime is Regime.REGISTERED:
        yield "Niet aangetekend, of op de dag zelf aangeboden", due(rule, None)
        before = replace(found, event=found.event - ONE_DAY)
        yield f"Als de {found.service_days}e werkdag zelf al meetelt", _again(before)
    else:
        yield "Aangetekend verzonden zonder ontvangstbewijs", due(rule, Regime.REGISTERED)


def _again(found: Term) -> date:
    """The last day of a term whose count began on another day."""
    return _settle(found.rule, found.start, _last_day(found.rule, found.event))[0]


def _regime(regime: str | None) -> Regime | None:
    if regime is None:
        return None
    if regime not in set(Regime):
        raise RegimeUnknown(regime=regime)
    return Regime(regime)


def _last_day(rule: RuleParameter, event: date) -> date:
    if rule.unit is Unit.YEARLY_DAY:
        month, day = map(int, str(rule.value).split("-"))
        return date(event.year + 1, month, day)
    if not isinstance(rule.value, int):
        raise NotATerm(key=rule.key)
    if rule.unit is Unit.DAYS and rule.day_kind is DayKind.WORKING:
        return nth_working_day(event, -rule.value if rule.backwards else rule.value)
    if rule.unit is Unit.DAYS:
        return event + timedelta(days=-rule.value if rule.backwards else rule.value)
    months = rule.value * (12 if rule.unit is Unit.YEARS else 1)
    return months_on(event, -months) if rule.backwards else last_day_of(event, months)


def _settle(rule: RuleParameter, start: date, last: date) -> tuple[date, date]:
    """The due day and the day to work with."""
    if not closed_because(last) or rule.keeper is Keeper.NOBODY:
        return last, last
    if rule.keeper is Keeper.OTHERS:
        moved = working_day_from(last)
        return moved, moved
    before = working_day_until(last)
    return last, (last if before < start and not rule.backwards else before)


def _met(
    rule: RuleParameter, start: date, last: date, due: date, internal: date
) -> tuple[Holiday, ...]:
    if rule.unit is not Unit.DAYS:
        return legal_holidays_between(min(internal, last), max(due, last))
    if rule.backwards:
        return legal_holidays_between(min(internal, due), start - ONE_DAY)
    return legal_holidays_between(start + ONE_DAY, max(due, start + ONE_DAY))
