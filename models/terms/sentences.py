"""How a counted term is told: a Dutch sentence for each step, and one for a letter."""

from datetime import date

from models.kernel.wording import MONTHS, enumeration, long_date
from models.terms.days import closed_because, in_full
from models.terms.values import DayKind, Holiday, Keeper, Regime, RuleParameter, Unit

_WORDS = {
    (Unit.DAYS, DayKind.CALENDAR): ("kalenderdag", "kalenderdagen"),
    (Unit.DAYS, DayKind.WORKING): ("werkdag", "werkdagen"),
    (Unit.MONTHS, DayKind.CALENDAR): ("maand", "maanden"),
    (Unit.YEARS, DayKind.CALENDAR): ("jaar", "jaar"),
}
_CHOICES = {
    "application": "aanvraagdossier",
    "notice": "bericht aan de contactpersoon",
    "always": "altijd",
}
_SATURDAY = 5


def length_of(rule: RuleParameter) -> str:
    """How long a term in days, months or years is, such as `60 kalenderdagen`."""
    one, many = _WORDS[rule.unit, rule.day_kind]
    return f"{rule.value} {one if rule.value == 1 else many}"


def served_step(start: date, event: date, regime: Regime | None, working_days: int) -> str:
    """How the letter reached its reader; empty when no letter was sent."""
    if regime is None:
        return ""
    if regime is Regime.RECEIPT:
        return f"De aangetekende brief met ontvangstbewijs is aangeboden op {in_full(start)}."
    return (
        f"De aangetekende brief is verzonden op {in_full(start)} en geldt als ontvangen op de"
        f" {working_days}e werkdag daarna: {in_full(event)}."
    )


def start_step(rule: RuleParameter, event: date) -> str:
    if rule.unit is Unit.YEARLY_DAY:
        return f"Het gaat over het jaar {event.year}."
    if rule.backwards:
        return f"We tellen terug vanaf {in_full(event)}."
    if rule.unit is Unit.DAYS:
        return f"De termijn begint op {in_full(event)}. Die dag telt niet mee."
    return f"De periode begint op {in_full(event)}."


def count_step(rule: RuleParameter, last: date) -> str:
    if rule.unit is Unit.YEARLY_DAY:
        return f"De laatste dag is {in_full(last)}."
    count = length_of(rule)
    if rule.backwards:
        return f"{count} eerder is {in_full(last)}."
    if rule.unit is Unit.DAYS:
        return f"{count} later is {in_full(last)}. Die laatste dag telt mee."
    return f"Een periode van {count} eindigt op {in_full(last)}, de dag voor dezelfde dag."


def shift_step(rule: RuleParameter, last: date, due: date, internal: date) -> str:
    """What a closed last day does to the term; empty when it does nothing."""
    closed = closed_because(last)
    if not closed or rule.keeper is Keeper.NOBODY:
        return ""
    if rule.keeper is Keeper.OTHERS:
        return f"Dat is {closed}: de laatste dag schuift door naar {in_full(due)}."
    if internal == last:
        return f"Dat is {closed}, maar er is geen werkdag meer voor die dag."
    return f"Dat is {closed}. Een termijn voor VDAB schuift niet op: werk met {in_full(internal)}."


def sentence_of(rule: RuleParameter, start: date, event: date, last: date, due: date) -> str:
    """One sentence for a letter, with the basis in brackets when there is one."""
    basis = f" ({rule.reference})" if rule.reference else ""
    return f"{_told(rule, start, event, last, due)}{basis}."


def holidays_sentence(holidays: tuple[Holiday, ...]) -> str:
    """The holidays met as one Dutch sentence; empty when there were none."""
    if not holidays:
        return ""
    named = "; ".join(f"{holiday.name} ({long_date(holiday.day)})" for holiday in holidays)
    return f"In deze termijn vallen deze feestdagen: {named}."


def _told(rule: RuleParameter, start: date, event: date, last: date, due: date) -> str:
    if rule.unit is Unit.YEARLY_DAY:
        return f"De laatste dag voor het jaar {event.year} is {in_full(due)}"
    count = length_of(rule)
    if rule.backwards:
        return f"De laatste dag is {in_full(due)}, {count} voor {long_date(event)}"
    if rule.unit is not Unit.DAYS:
        return f"De periode van {count} loopt van {long_date(event)} tot en met {long_date(due)}"
    after = f"{count} na {_event(start, event)}"
    if due == last:
        return f"De laatste dag is {in_full(due)}, {after}"
    return (
        f"De laatste dag is {in_full(due)}: {after}{_comma(start, event)} is {_closed_day(last)},"
        " en dan schuift de termijn door naar de eerstvolgende werkdag"
    )


def _event(start: date, event: date) -> str:
    if start == event:
        return long_date(event)
    return (
        f"{long_date(event)}, de dag waarop de aangetekende brief van {long_date(start)} als"
        " ontvangen geldt"
    )


def _comma(start: date, event: date) -> str:
    """Closes what was said of the letter, when the sentence goes on."""
    return "" if start == event else ","


def _closed_day(day: date) -> str:
    """The day with its weekday, and what is kept on it when that is not just the weekend."""
    closed = closed_because(day)
    holiday = day.weekday() < _SATURDAY or not closed.startswith("een ")
    return f"{in_full(day)} ({closed})" if holiday else in_full(day)


def value_of(rule: RuleParameter) -> str:
    """The value with what it counts, such as `45 kalenderdagen` or `12, 6, 3 maanden`."""
    match rule.value:
        case None:
            return "niet bekend"
        case tuple() as steps:
            said = enumeration([str(step) for step in steps])
        case date() as day:
            return long_date(day)
        case str() as text:
            return _yearly(text) if rule.unit is Unit.YEARLY_DAY else choice_word(text)
        case 1 if (rule.unit, rule.day_kind) in _WORDS:
            return length_of(rule)
        case number:
            said = str(number)
    return f"{said} {_many(rule)}".strip()


def choice_word(value: str) -> str:
    """A value that is one of a few words, as people say it."""
    return _CHOICES.get(value, value)


def _yearly(text: str) -> str:
    month, day = map(int, text.split("-"))
    return f"{day} {MONTHS[month - 1]} van het volgende jaar"


def _many(rule: RuleParameter) -> str:
    if rule.unit is Unit.PERCENT:
        return "%"
    if rule.unit is Unit.ANSWERS:
        return "antwoorden"
    return _WORDS.get((rule.unit, rule.day_kind), ("", ""))[1]
