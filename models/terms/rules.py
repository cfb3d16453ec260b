"""Counts a term and tells how: the day of the event does not count, the last day does (F4.20)."""

from datetime import date, timedelta

from models.kernel.wording import long_date
from models.terms.days import (
    closed_because,
    in_full,
    last_day_of,
    legal_holidays_between,
    months_on,
    nth_working_day,
    working_day_from,
    working_day_until,
)
from models.terms.holidays import ONE_DAY
from models.terms.parameters import Changed, parameter, whole_number
from models.terms.values import (
    DayKind,
    DayOutOfReach,
    Holiday,
    Keeper,
    NotATerm,
    Regime,
    RegimeUnknown,
    RuleParameter,
    RuleWithoutValue,
    Term,
    Unit,
)

FIRST_DAY = date(1980, 1, 1)
LAST_DAY = date(2100, 12, 31)
SERVICE = "registered_mail_service_working_days"
_WORDS = {
    (Unit.DAYS, DayKind.CALENDAR): ("kalenderdag", "kalenderdagen"),
    (Unit.DAYS, DayKind.WORKING): ("werkdag", "werkdagen"),
    (Unit.MONTHS, DayKind.CALENDAR): ("maand", "maanden"),
    (Unit.YEARS, DayKind.CALENDAR): ("jaar", "jaar"),
}


def term(
    key: str, start: date, *, regime: str | None = None, changed: Changed | None = None
) -> Term:
    """The last day of the term `key` that starts with an event on `start`.

    `regime` says how a letter was sent (a value of Regime) when `start` is the day of sending;
    `changed` are the values the office set by itself. Raises RuleUnknown, RuleNotInForce,
    RuleWithoutValue, NotATerm, RegimeUnknown, and DayOutOfReach outside 1980-2100.
    """
    check_reach(start)
    rule = parameter(key, start, changed)
    if rule.keeper is None:
        raise NotATerm(key=key)
    if rule.value is None:
        raise RuleWithoutValue(key=key)
    event, served = _served(start, regime)
    last = _last_day(rule, event)
    counted = (*served, _start_step(rule, event), _count_step(rule, last))
    due, internal, ended = _settle(rule, start, last)
    return Term(
        kind=key,
        start=start,
        due=due,
        internal=internal,
        shifted=due != last,
        rule=rule,
        steps=tuple(step for step in (*counted, *ended) if step),
        holidays=_met(rule, start, last, due, internal),
    )


def check_reach(day: date, field: str | None = None) -> None:
    """Raises DayOutOfReach for a day outside 1980-2100: a slip of the pen, and no rule for it."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise DayOutOfReach(field=field, first=FIRST_DAY, last=LAST_DAY, day=day)


def length_of(rule: RuleParameter) -> str:
    """How long a term in days, months or years is, such as `60 kalenderdagen`."""
    one, many = _WORDS[rule.unit, rule.day_kind]
    return f"{rule.value} {one if rule.value == 1 else many}"


def _served(start: date, regime: str | None) -> tuple[date, tuple[str, ...]]:
    if regime is None:
        return start, ()
    if regime == Regime.RECEIPT:
        said = f"De aangetekende brief met ontvangstbewijs is aangeboden op {in_full(start)}."
        return start, (said,)
    if regime != Regime.REGISTERED:
        raise RegimeUnknown(regime=regime)
    working_days = whole_number(SERVICE, start)
    event = nth_working_day(start, working_days)
    said = (
        f"De aangetekende brief is verzonden op {in_full(start)} en geldt als ontvangen op de"
        f" {working_days}e werkdag daarna: {in_full(event)}."
    )
    return event, (said,)


def _last_day(rule: RuleParameter, event: date) -> date:
    if rule.unit is Unit.YEARLY_DAY:
        month, day = map(int, str(rule.value).split("-"))
        return date(event.year + 1, month, day)
    if not isinstance(rule.value, int):
        raise NotATerm(key=rule.key)
    if rule.unit is Unit.DAYS and rule.day_kind is DayKind.WORKING:
        return nth_working_day(event, rule.value)
    if rule.unit is Unit.DAYS:
        return event + timedelta(days=-rule.value if rule.backwards else rule.value)
    months = rule.value * (12 if rule.unit is Unit.YEARS else 1)
    return months_on(event, -months) if rule.backwards else last_day_of(event, months)


def _settle(rule: RuleParameter, start: date, last: date) -> tuple[date, date, tuple[str, ...]]:
    """The due day, the day to work with, and the step that tells it."""
    closed = closed_because(last)
    if not closed or rule.keeper is Keeper.NOBODY:
        return last, last, ()
    if rule.keeper is Keeper.OTHERS:
        moved = working_day_from(last)
        said = f"Dat is {closed}: de laatste dag schuift door naar {in_full(moved)}."
        return moved, moved, (said,)
    before = working_day_until(last)
    if before < start and not rule.backwards:
        return last, last, (f"Dat is {closed}, maar er is geen werkdag meer voor die dag.",)
    said = f"Dat is {closed}. Een termijn voor VDAB schuift niet op: werk met {in_full(before)}."
    return last, before, (said,)


def _start_step(rule: RuleParameter, event: date) -> str:
    if rule.unit is Unit.YEARLY_DAY:
        return f"Het gaat over het jaar {event.year}."
    if rule.backwards:
        return f"We tellen terug vanaf {in_full(event)}."
    if rule.unit is Unit.DAYS:
        return f"De termijn begint op {in_full(event)}. Die dag telt niet mee."
    return f"De periode begint op {in_full(event)}."


def _count_step(rule: RuleParameter, last: date) -> str:
    if rule.unit is Unit.YEARLY_DAY:
        return f"De laatste dag is {in_full(last)}."
    count = length_of(rule)
    if rule.backwards:
        return f"{count} eerder is {in_full(last)}."
    if rule.unit is Unit.DAYS:
        return f"{count} later is {in_full(last)}. Die laatste dag telt mee."
    return f"Na {count} is de laatste dag {in_full(last)}."


def _met(
    rule: RuleParameter, start: date, last: date, due: date, internal: date
) -> tuple[Holiday, ...]:
    if rule.unit is not Unit.DAYS:
        return legal_holidays_between(min(internal, last), max(due, last))
    if rule.backwards:
        return legal_holidays_between(min(internal, due), start - ONE_DAY)
    return legal_holidays_between(start + ONE_DAY, max(due, start + ONE_DAY))


def holidays_sentence(holidays: tuple[Holiday, ...]) -> str:
    """The holidays met as one Dutch sentence; empty when there were none."""
    if not holidays:
        return ""
    named = "; ".join(f"{holiday.name} ({long_date(holiday.day)})" for holiday in holidays)
    return f"In deze termijn vallen deze feestdagen: {named}."
