"""The registers over all centres, of mandates to measures: one question for all faces."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from controllers.columns import Cell, Column
from controllers.register_columns import REGISTERS
from models.centres import queries as centre_queries
from models.kernel.errors import Refused
from models.kernel.text import N_
from models.kernel.words import fold
from models.letters import queries as letter_queries
from models.mandates import queries
from models.store.session import LookSession
from models.store.store import Store


@dataclass(frozen=True, slots=True)
class RegisterQuestion:
    """What is asked of a register: words, one value of some columns, and an order."""

    text: str = ""
    narrowed: Mapping[str, str] = field(default_factory=dict)
    """Column key -> the value, as the cell says it."""
    order: str = ""
    descending: bool = False
    first: date | None = None
    """The day of the register's term is this one or later."""
    last: date | None = None


class DaysTurned(Refused):
    """Nothing lies between two days in the wrong order."""

    sentence = N_("The first day lies after the last one. Turn them round.")


@dataclass(frozen=True, slots=True)
class RegisterList:
    """The rows that were asked for, and what could be chosen of all there are."""

    rows: tuple[Any, ...]
    choices: Mapping[str, tuple[str, ...]]


class Registers:
    """Everything of one kind over all centres: a few statements for a list."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def today(self) -> date:
        return self._store.now().astimezone().date()

    def every(self, key: str, only: UUID | None = None) -> Sequence[Any]:
        """The rows of a register in their first order; of one centre if asked."""
        with self._store.look() as session:
            return _ROWS[key](session, self.today(), only)

    def rows(
        self, key: str, text: str = "", order: str = "", *, descending: bool = False
    ) -> list[Any]:
        """The rows that hold every word, ordered by a column; nothing goes last."""
        return list(self.listing(key, RegisterQuestion(text, {}, order, descending)).rows)

    def listing(self, key: str, asked: RegisterQuestion) -> RegisterList:
        """The rows that hold every word and the values that were chosen, and what to choose from.

        Ordered by a column, equal cells in their first order; nothing goes last. Raises DaysTurned.
        """
        if asked.first is not None and asked.last is not None and asked.last < asked.first:
            raise DaysTurned(field="last")
        register, every = REGISTERS[key], self.every(key)
        columns = {column.key: column for column in register.columns}
        words = fold(asked.text).split()
        found = [
            row
            for row in every
            if all(columns[name].cell(row) == value for name, value in asked.narrowed.items())
            and (not register.term or _lies(columns[register.term].cell(row), asked))
            and _holds(row, register.columns, words)
        ]
        by = columns.get(asked.order)
        rows = found if by is None else _ordered(found, by, descending=asked.descending)
        said = {name: {columns[name].cell(row) for row in every} for name in register.narrows}
        choices = {
            name: tuple(sorted((str(value) for value in values if value), key=fold))
            for name, values in said.items()
        }
        return RegisterList(tuple(rows), choices)


def _mandates(session: LookSession, today: date, only: UUID | None) -> Sequence[Any]:
    return queries.mandate_register(session, queries.day(session, today), only)


def _certificates(session: LookSession, today: date, only: UUID | None) -> Sequence[Any]:
    return queries.certificate_register(session, queries.day(session, today), only)


def _counsellors(session: LookSession, _today: date, only: UUID | None) -> Sequence[Any]:
    return centre_queries.counsellor_register(session, only)


def _measures(session: LookSession, today: date, only: UUID | None) -> Sequence[Any]:
    return letter_queries.measure_register(session, today, only)


def _patterns(session: LookSession, _today: date, only: UUID | None) -> Sequence[Any]:
    return letter_queries.pattern_register(session, only)


_ROWS: dict[str, Callable[[LookSession, date, UUID | None], Sequence[Any]]] = {
    "mandates": _mandates,
    "certificates": _certificates,
    "counsellors": _counsellors,
    "measures": _measures,
    "patterns": _patterns,
}


def _lies(day: Cell, asked: RegisterQuestion) -> bool:
    """Both days count; what has no day lies nowhere."""
    if asked.first is None and asked.last is None:
        return True
    if not isinstance(day, date):
        return False
    early = asked.first is not None and day < asked.first
    return not early and (asked.last is None or day <= asked.last)


def _holds(row: Any, columns: Sequence[Column[Any]], words: Sequence[str]) -> bool:
    if not words:
        return True
    text = fold(" ".join(_texts(row, columns)))
    return all(word in text for word in words)


def _texts(row: Any, columns: Sequence[Column[Any]]) -> Iterator[str]:
    yield str(getattr(row, "enterprise_number", ""))
    for column in columns:
        cell = column.cell(row)
        if isinstance(cell, str):
            yield cell
        if column.sub is not None:
            yield column.sub(row)


def _ordered(rows: Sequence[Any], by: Column[Any], *, descending: bool) -> list[Any]:
    """Equal cells keep their first order; a row without a value comes last, either way."""
    full = [row for row in rows if by.cell(row) not in (None, "")]
    bare = [row for row in rows if by.cell(row) in (None, "")]
    return [*sorted(full, key=lambda row: _key(by.cell(row)), reverse=descending), *bare]


def _key(cell: Cell) -> Any:
    return fold(cell) if isinstance(cell, str) else cell
