"""A change of a rule: the value as text and back, and what cannot be recorded."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from models.kernel.errors import Refused
from models.kernel.text import N_
from models.kernel.typed import check_room, keepable
from models.kernel.words import clean
from models.settings.values import (
    ChangeDraft,
    RuleChangeOverlaps,
    RuleChangeReversed,
    RuleDayMissing,
    RuleReferenceMissing,
    RuleValueMissing,
    RuleValueNotChoice,
    RuleValueNotDay,
    RuleValueNotNumber,
    RuleValueNotNumbers,
    RuleValueNotYearlyDay,
    RuleValueSame,
)
from models.terms.parameters import in_force, parameters
from models.terms.rules import check_reach
from models.terms.sentences import choice_word
from models.terms.values import (
    DatedValue,
    RuleNotInForce,
    RuleParameter,
    RuleUnknown,
    RuleValue,
    Unit,
)

MOST = {Unit.DAYS: 730, Unit.MONTHS: 120, Unit.YEARS: 30, Unit.PERCENT: 100, Unit.ANSWERS: 1000}
"""The largest number that is no slip of the pen."""
MOST_STEPS = 6
MOST_REFERENCE = 300
_EXAMPLES = {
    "number": N_("A whole number."),
    "steps": N_("Whole numbers with commas, the largest first: 12, 6, 3."),
    "choice": N_("One of the words of the rule."),
    "day": N_("A day, such as 31/12/2029."),
    "yearly day": N_("Month and day, such as 02-09."),
}


def rule_value(key: str, text: str) -> RuleValue:
    """What was typed or kept, as a value that this rule can have; refuses at the field `value`."""
    rows = parameters().get(key)
    if rows is None:
        raise RuleUnknown(key=key)
    typed = clean(keepable(text))
    if not typed:
        raise RuleValueMissing(field="value")
    return _PARSERS[_kind(rows)](rows, typed)


def rule_choices(key: str) -> tuple[tuple[str, str], ...]:
    """The few words this rule can be, each with how people say it; empty for other rules."""
    rows = parameters().get(key, ())
    if not rows or _kind(rows) != "choice":
        return ()
    return tuple((str(row.value), choice_word(str(row.value))) for row in rows)


def rule_example(key: str) -> str:
    """How a value of this rule is written, for the help under its field."""
    return _EXAMPLES[_kind(parameters()[key])]


def rule_text(value: RuleValue | None) -> str:
    """The value as text to keep or to edit; `rule_value` gives the same value back."""
    match value:
        case None:
            return ""
        case tuple():
            return ", ".join(map(str, value))
        case date():
            return f"{value.day:02}/{value.month:02}/{value.year}"
        case _:
            return str(value)


def dated_value(
    key: str, text: str, first: date, last: date | None, reference: str, note: str | None
) -> DatedValue | None:
    """A change as the file keeps it; None when this version does not know the rule or value."""
    try:
        value = rule_value(key, text)
    except Refused:
        return None
    return DatedValue(key, value, first, last, reference, note or "")


def checked_change(draft: ChangeDraft, others: Sequence[DatedValue]) -> DatedValue:
    """The change that somebody typed, held against the other recorded ones.

    Raises RuleUnknown, the refusals of `rule_value`, RuleDayMissing, RuleReferenceMissing,
    DayOutOfReach, RuleChangeReversed, RuleChangeOverlaps and RuleValueSame.
    """
    value = rule_value(draft.key, draft.value)
    if draft.valid_from is None:
        raise RuleDayMissing(field="valid_from")
    reference = clean(keepable(draft.reference))
    if not reference:
        raise RuleReferenceMissing(field="reference")
    check_room(reference, MOST_REFERENCE, "reference")
    found = DatedValue(
        draft.key,
        value,
        draft.valid_from,
        draft.valid_until,
        reference,
        keepable(draft.note).strip(),
    )
    check_change(found, others)
    return found


def check_change(change: DatedValue, others: Sequence[DatedValue]) -> None:
    """Refuse days that cannot be, a change that clashes with another, and one that says nothing.

    `others` are the other recorded changes, of any rule. Raises DayOutOfReach,
    RuleChangeReversed, RuleChangeOverlaps and RuleValueSame.
    """
    check_reach(change.valid_from, "valid_from")
    last = change.valid_until
    if last is not None:
        check_reach(last, "valid_until")
        if last < change.valid_from:
            raise RuleChangeReversed(field="valid_until", start=change.valid_from, end=last)
    for other in others:
        if other.key == change.key and _meet(change, other):
            raise RuleChangeOverlaps(
                field="valid_from", value=rule_text(other.value), start=other.valid_from
            )
    if _table_value(change.key, change.valid_from) == change.value:
        raise RuleValueSame(field="value", value=rule_text(change.value), start=change.valid_from)


def _table_value(key: str, on: date) -> RuleValue | None:
    try:
        return in_force(parameters()[key], on).value
    except RuleNotInForce:
        return None


def _meet(one: DatedValue, other: DatedValue) -> bool:
    first, second = sorted((one, other), key=lambda change: change.valid_from)
    return first.valid_until is None or second.valid_from <= first.valid_until


def _kind(rows: Sequence[RuleParameter]) -> str:
    """What sort of value the rule has, also when it has none yet."""
    row, values = rows[-1], [row.value for row in rows]
    if any(isinstance(value, tuple) for value in values):
        return "steps"
    if row.unit is Unit.YEARLY_DAY:
        return "yearly day"
    if row.unit is Unit.MOMENT or row.key.endswith("_from"):
        return "day"
    if any(isinstance(value, str) for value in values):
        return "choice"
    return "number"


def _number(rows: Sequence[RuleParameter], text: str) -> int:
    most = MOST.get(rows[-1].unit, 9999)
    found = _whole(text, most)
    if found is None:
        raise RuleValueNotNumber(field="value", raw=text, most=most)
    return found


def _steps(rows: Sequence[RuleParameter], text: str) -> tuple[int, ...]:
    most = MOST.get(rows[-1].unit, 9999)
    numbers = [_whole(part.strip(), most) for part in text.replace(";", ",").split(",")]
    found = {number for number in numbers if number is not None}
    if None in numbers or len(found) > MOST_STEPS:
        raise RuleValueNotNumbers(field="value", raw=text, most=most, steps=MOST_STEPS)
    return tuple(sorted(found, reverse=True))


def _choice(rows: Sequence[RuleParameter], text: str) -> str:
    choices = [str(row.value) for row in rows]
    if text not in choices:
        raise RuleValueNotChoice(field="value", raw=text, choices=", ".join(choices))
    return text


def _day(_rows: Sequence[RuleParameter], text: str) -> date:
    parts = text.replace("-", "/").replace(".", "/").split("/")
    try:
        day, month, year = map(int, parts)
        found = date(year, month, day)
    except ValueError as error:
        raise RuleValueNotDay(field="value", raw=text) from error
    check_reach(found, "value")
    return found


def _yearly_day(_rows: Sequence[RuleParameter], text: str) -> str:
    try:
        month, day = map(int, text.split("-"))
        return f"{date(2001, month, day):%m-%d}"  # no leap year: the day must come every year
    except ValueError as error:
        raise RuleValueNotYearlyDay(field="value", raw=text) from error


def _whole(text: str, most: int) -> int | None:
    """A whole number from 1 to `most`, or None."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most))):
        return None
    return int(text) if 1 <= int(text) <= most else None


_PARSERS: Mapping[str, Callable[[Sequence[RuleParameter], str], RuleValue]] = {
    "number": _number,
    "steps": _steps,
    "choice": _choice,
    "day": _day,
    "yearly day": _yearly_day,
}
