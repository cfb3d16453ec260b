"""The one gate for values: what every engine stores alike, and how it stands in a line.

SQLite takes text in an integer column, PostgreSQL refuses it; a value that only one of them takes
would keep a laptop from ever sharing again, so it is refused at the door.
"""

import math
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.types import TypeEngine

from models.store.types import Choice, instant_text

LONGEST = 1_000_000
PURGE = "_purge"
DELETED = "deleted"

Plain = str | int | float | bool | None


class GateError(TypeError):
    """A bug of ours: a value of the wrong kind was about to be kept."""


class Place(NamedTuple):
    """What a column takes."""

    wanted: type
    longest: int
    choices: frozenset[str]
    """Empty when anything goes."""


def encode(table: Table, values: Mapping[str, Any]) -> dict[str, Plain]:
    """Values of a row as they stand in a line of the journal (JSON). Raises GateError."""
    places = _places(table)
    return {name: _encode(table, places, name, value) for name, value in values.items()}


def decode(table: Table, values: Mapping[str, Plain]) -> dict[str, Any]:
    """Values from a line, as the columns of this version want them; unknown fields are left out."""
    places = _places(table)
    return {
        name: _decode(places[name].wanted, value)
        for name, value in values.items()
        if name in places
    }


def longest(table: Table, field: str) -> int:
    """How many characters this column takes. Raises KeyError for a field that is not there."""
    return _places(table)[field].longest


@cache
def _places(table: Table) -> dict[str, Place]:
    return {column.name: _place(column.type) for column in table.c}


def _place(kind: TypeEngine[Any]) -> Place:
    longest = getattr(kind, "length", None) or LONGEST
    choices = {str(each.value) for each in kind.choices} if isinstance(kind, Choice) else set[str]()
    return Place(kind.python_type, longest, frozenset(choices))


def _encode(table: Table, places: Mapping[str, Place], name: str, value: Any) -> Plain:
    if name not in places:
        raise GateError(f"{table.name}.{name}: no such column")
    if value is None:
        return None
    wanted, longest, choices = places[name]
    if isinstance(value, StrEnum):
        value = value.value
    if wanted is float and type(value) is int:
        value = float(value)
    if type(value) is not wanted:
        raise GateError(f"{table.name}.{name}: {type(value).__name__}, not {wanted.__name__}")
    if choices and value not in choices:
        raise GateError(f"{table.name}.{name}: not one of {sorted(choices)}")
    return _plain(value, f"{table.name}.{name}", longest)


def _plain(value: Any, where: str, longest: int) -> Plain:
    match value:
        case UUID():
            return value.hex
        case datetime():
            return _instant(value, where)
        case date():
            return value.isoformat()
        case str():
            return _text(value, where, longest)
        case bool() | int() | float():
            return _number(value, where)
    raise GateError(f"{where}: {type(value).__name__} cannot be kept")


def _instant(value: datetime, where: str) -> str:
    if value.tzinfo is None:
        raise GateError(f"{where}: an hour without a time zone is no instant")
    try:
        return instant_text(value)
    except OverflowError as error:
        raise GateError(f"{where}: outside the calendar") from error


def _number(value: float, where: str) -> Plain:
    if isinstance(value, int) and not -(2**31) <= value < 2**31:
        raise GateError(f"{where}: the number does not fit 32 bits")
    if not math.isfinite(value):
        raise GateError(f"{where}: not a finite number")
    return value


def _text(value: str, where: str, longest: int) -> str:
    if "\0" in value or len(value) > longest:
        raise GateError(f"{where}: NUL, or longer than {longest}")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise GateError(f"{where}: a lone surrogate") from error
    return value


def _decode(wanted: type, value: Plain) -> Any:
    if value is None:
        return None
    if wanted is UUID:
        return UUID(str(value))
    if wanted is datetime:
        return datetime.fromisoformat(str(value))
    if wanted is date:
        return date.fromisoformat(str(value))
    return value
