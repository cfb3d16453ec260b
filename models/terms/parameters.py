"""The table of rule parameters: every number of a rule, with the days between which it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from models.content.reading import Place, content
from models.terms.values import (
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
    *("key", "value", "unit", "day_kind", "kept_by", "counts", "certainty", "ref", "note"),
    *("from", "to"),
)

Changed = Mapping[str, int | tuple[int, ...]]
"""What the office set by itself, by key; the settings hand it over."""


def parameter(key: str, on: date, changed: Changed | None = None) -> RuleParameter:
    """The value of a rule on a day. What the office changed goes first, and says so.

    Raises RuleUnknown, or RuleNotInForce when the table holds no value for that day.
    """
    rows = parameters().get(key)
    if rows is None:
        raise RuleUnknown(key=key)
    return _as_changed(in_force(rows, on), changed or {})


def whole_number(key: str, on: date, changed: Changed | None = None) -> int:
    """As `parameter`, for a rule that counts. Raises RuleWithoutValue when it holds no number."""
    value = parameter(key, on, changed).value
    if not isinstance(value, int):
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


def _as_changed(row: RuleParameter, changed: Changed) -> RuleParameter:
    value = changed.get(row.key)
    if value is None or value == row.value:
        return row
    note = "Deze waarde is ingesteld door uw dienst."
    return replace(row, value=value, certainty="office", note=note)
