"""The table of rule parameters: every number of a rule, with the days between which it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from models.content.reading import Place, content
from models.terms.holidays import ONE_DAY
from models.terms.values import (
    NOTHING_CHANGED,
    OFFICE,
    RECORDED,
    Changed,
    DatedValue,
    DayKind,
    Keeper,
    RuleNotInForce,
    RuleParameter,
    RuleUnknown,
    RuleWithoutValue,
    Unit,
)

FILE = "rule_parameters.yaml"
_KEYS = (
    *("key", "title", "subject", "fact"),
    *("value", "unit", "day_kind", "kept_by", "counts", "certainty", "ref", "note"),
    *("from", "to"),
)


def parameter(key: str, on: date, changed: Changed | None = None) -> RuleParameter:
    """The value of a rule on a day. What the office recorded or set goes first, and says so.

    Raises RuleUnknown, or RuleNotInForce when no value is known for that day.
    """
    rows = parameters().get(key)
    if rows is None:
        raise RuleUnknown(key=key)
    known = changed or NOTHING_CHANGED
    for dated in known.dated:
        if dated.key == key and dated.holds(on):
            return as_recorded(rows[-1], dated)
    return _as_set(_between(in_force(rows, on), on, known), known)


def whole_number(key: str, on: date, changed: Changed | None = None) -> int:
    """As `parameter`, for a rule that counts. Raises RuleWithoutValue when it holds no number."""
    value = parameter(key, on, changed).value
    if not isinstance(value, int):
        raise RuleWithoutValue(key=key)
    return value


def whole_numbers(key: str, on: date, changed: Changed | None = None) -> tuple[int, ...]:
    """As `parameter`, for a rule of successive steps, such as 12, 6 and 3 months."""
    value = parameter(key, on, changed).value
    if isinstance(value, int):
        return (value,)
    if not isinstance(value, tuple):
        raise RuleWithoutValue(key=key)
    return value


def in_force(rows: Sequence[RuleParameter], on: date) -> RuleParameter:
    """Which of the successive values of a rule holds on a day; raises RuleNotInForce."""
    for row in rows:
        if _holds(row, on):
            return row
    raise RuleNotInForce(key=rows[0].key, day=on)


@cache
def parameters() -> Mapping[str, tuple[RuleParameter, ...]]:
    """The whole table by key, each key with its successive values."""
    return read_parameters(content("rule_parameters"), FILE)


def read_parameters(facts: Mapping[str, Any], file: str) -> Mapping[str, tuple[RuleParameter, ...]]:
    """The table from the mapping of its file; raises ContentWrong naming the place."""
    found: dict[str, tuple[RuleParameter, ...]] = {}
    for place in Place(facts, file).each("parameters"):
        place.only(*_KEYS)
        row = _row(place)
        for other in found.get(row.key, ()):
            if _overlap(row, other):
                raise place.wrong(f"two values of {row.key} hold on the same day", "key")
        found[row.key] = (*found.get(row.key, ()), row)
    return found


def _row(place: Place) -> RuleParameter:
    value = place.facts.get("value")
    keeper = place.text("kept_by", "")
    try:
        unit = _unit(place)
        return RuleParameter(
            key=place.text("key"),
            value=tuple(value) if isinstance(value, list) else value,
            unit=unit,
            day_kind=DayKind(place.text("day_kind", DayKind.CALENDAR)),
            keeper=Keeper(keeper) if keeper else None,
            backwards=place.text("counts", "on") == "back",
            certainty=place.text("certainty"),
            reference=place.text("ref", ""),
            valid_from=place.facts.get("from"),
            valid_until=place.facts.get("to"),
            note=place.text("note", ""),
            title=place.text("title", ""),
            subject=place.text("subject", ""),
        )
    except ValueError as error:
        raise place.wrong(str(error)) from error


def _unit(place: Place) -> Unit:
    unit = place.text("unit", "")
    if not unit:
        return Unit.MOMENT if isinstance(place.facts.get("value"), date) else Unit.OTHER
    return Unit(unit) if unit in set(Unit) else Unit.OTHER


def _holds(row: RuleParameter, on: date) -> bool:
    begun = row.valid_from is None or row.valid_from <= on
    return begun and (row.valid_until is None or on <= row.valid_until)


def _overlap(one: RuleParameter, other: RuleParameter) -> bool:
    first, second = sorted((one, other), key=lambda row: row.valid_from or date.min)
    begins = second.valid_from or date.min
    return first.valid_until is None or begins <= first.valid_until


def as_recorded(row: RuleParameter, dated: DatedValue) -> RuleParameter:
    """The rule with the value that was recorded for some days."""
    return replace(
        row,
        value=dated.value,
        certainty=RECORDED,
        reference=dated.reference,
        valid_from=dated.valid_from,
        valid_until=dated.valid_until,
        note=dated.note,
    )


def _between(row: RuleParameter, on: date, changed: Changed) -> RuleParameter:
    """The row of the table, until a recorded change takes over or from the day one is over."""
    others = [dated for dated in changed.dated if dated.key == row.key]
    if not others:
        return row
    ends = [dated.valid_from - ONE_DAY for dated in others if on < dated.valid_from]
    begins = [
        dated.valid_until + ONE_DAY
        for dated in others
        if dated.valid_until is not None and dated.valid_until < on
    ]
    return replace(
        row,
        valid_from=max((*begins, row.valid_from or date.min)) if begins else row.valid_from,
        valid_until=min((*ends, row.valid_until or date.max)) if ends else row.valid_until,
    )


def _as_set(row: RuleParameter, changed: Changed) -> RuleParameter:
    value = changed.office.get(row.key)
    if value is None or value == row.value:
        return row
    return replace(row, value=value, certainty=OFFICE, reference="", note="")
