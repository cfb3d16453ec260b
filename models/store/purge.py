"""Destroying rows for good: what they held is emptied everywhere, and the chain stays whole.

Every earlier line of a row loses its payload and keeps its hash, so that the proof still walks the
whole chain. One new line says that the row was destroyed: it holds a fixed mark for every field
that must hold something, and the links to other rows, which say nothing to who reads them.

A step that touched such a row can never be turned back again. Its subject and its reason are
emptied too when it speaks of nothing else, or when they hold a word of what was destroyed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, String, Table, select

from models.store.circle import portions
from models.store.fold import Line, fold
from models.store.gate import DELETED, PURGE, decode
from models.store.lines import Edit, Key, Pen, history
from models.store.rows import materialise
from models.store.tables import change, groups_of, kept, step
from models.store.types import Choice, ContentMark

SHORTEST = 3
"""Letters of a word that a step may not repeat; shorter ones say nothing about anybody."""
_MARKS: Mapping[type, Any] = {
    str: "",
    int: 0,
    float: 0.0,
    bool: False,
    date: date.min,
    datetime: datetime.min.replace(tzinfo=UTC),
}
"""What stands in a field that may not be empty, once its row was destroyed."""
_NO_DIGIT = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Erased:
    """What a purge did: the rows, the steps it wrote to, and the contents these rows named."""

    rows: tuple[Key, ...]
    steps: tuple[UUID, ...]
    contents: frozenset[str]


def erase(
    connection: Connection, pen: Pen, own: UUID, wanted: Iterable[Key], past_of: Iterable[Key] = ()
) -> Erased:
    """Empty these rows and all that was ever written of them; those destroyed before are passed.

    Of `past_of` only what was written before goes: they stay as they stand. `own` is the step that
    destroys. Everything happens in the transaction of the caller.
    """
    gone = _living(connection, wanted)
    past = gone | {k: lines for k, lines in _living(connection, past_of).items() if k not in gone}
    touched = _steps(connection, past) - {own}
    silent = _speaking(connection, touched, past)
    blanks: list[Edit] = [
        (*key, _blank(key[0], lines) if key in gone else _as_it_stands(key[0], lines))
        for key, lines in past.items()
    ]
    _empty(connection, past)
    after = pen.purge(own, blanks, past)
    told = history(connection, touched)
    _empty(connection, [key for key in told if key[1] in silent])
    after |= pen.purge(own, [_hushed(key, told[key], silent) for key in told], told)
    materialise(connection, after, after)
    return Erased(tuple(gone), tuple(touched), frozenset(_contents(gone)))


def _living(connection: Connection, wanted: Iterable[Key]) -> dict[Key, list[Line]]:
    """The lines of these rows, parents first, of those that hold anything still."""
    keys = {key for key in wanted if key[0] in kept() and key[0] != step.name}
    found = history(connection, [row for _, row in keys])
    order = {name: place for place, name in enumerate(kept())}
    return {
        key: found[key]
        for key in sorted(keys & found.keys(), key=lambda key: (order[key[0]], key[1]))
        if not all(PURGE in line.values and DELETED in line.values for line in found[key])
    }


def _blank(name: str, lines: list[Line]) -> dict[str, Any]:
    """The row with nothing in it: marks where something must stand, and its links."""
    table = kept()[name]
    stood = decode(table, fold(lines, groups_of(table)).values)
    told = {
        column.name: stood.get(column.name) if column.foreign_keys else _mark(column)
        for column in table.c
        if not column.nullable and column.name not in ("id", DELETED)
    }
    return {PURGE: True, DELETED: True, **told}


def _as_it_stands(name: str, lines: list[Line]) -> dict[str, Any]:
    folded = fold(lines, groups_of(kept()[name]))
    stood = decode(kept()[name], folded.values)
    return {PURGE: True, **stood, **({DELETED: True} if folded.deleted else {})}


def _mark(column: Column[Any]) -> Any:
    if isinstance(column.type, Choice):
        choices: Any = column.type.choices
        return next(iter(choices)).value
    return _MARKS[column.type.python_type]


def _empty(connection: Connection, keys: Iterable[Key]) -> None:
    """Take away what the lines of these rows say; their hashes stay."""
    rows: defaultdict[str, list[UUID]] = defaultdict(list)
    for name, row in keys:
        rows[name].append(row)
    for name, of_table in rows.items():
        for part in portions(of_table):
            lines = change.update().where(change.c.row.in_(part), change.c.entity == name)
            connection.execute(lines.values(payload=None))


def _steps(connection: Connection, past: Mapping[Key, list[Line]]) -> set[UUID]:
    """Every step that ever touched one of these rows, also by lines emptied before."""
    return {
        one
        for part in portions(row for _, row in past)
        for one in connection.scalars(
            select(change.c.step).where(change.c.row.in_(part)).distinct()
        )
    }


def _speaking(
    connection: Connection, steps: set[UUID], past: Mapping[Key, list[Line]]
) -> set[UUID]:
    """The steps whose subject and reason must go."""
    texts = _texts(past)
    rows, mixed = {row for _, row in past}, set[UUID]()
    for part in portions(steps):
        touched = select(change.c.step, change.c.row).where(
            change.c.step.in_(part), change.c.entity != step.name
        )
        mixed |= {one for one, row in connection.execute(touched) if row not in rows}
    found = steps - mixed
    for part in portions(mixed):
        said = select(step.c.id, step.c.subject, step.c.why).where(step.c.id.in_(part))
        found |= {
            one for one, subject, why in connection.execute(said) if _holds(subject, why, texts)
        }
    return found


def _holds(subject: str, why: str, texts: set[str]) -> bool:
    said = f"{subject}\n{why}".casefold()
    digits = _NO_DIGIT.sub("", said)
    return any(text in said or (text.isdigit() and text in digits) for text in texts)


def _hushed(key: Key, lines: list[Line], silent: set[UUID]) -> Edit:
    """A step that cannot be turned back any more, and tells nothing that was destroyed."""
    stood = decode(step, fold(lines, groups_of(step)).values)
    if key[1] not in silent:
        return *key, {"undoable": False}
    return *key, {PURGE: True, **stood, "subject": "", "why": "", "undoable": False}


def _texts(past: Mapping[Key, list[Line]]) -> set[str]:
    """Every text these rows ever held, as it is compared."""
    return {
        value.strip().casefold()
        for (name, _), lines in past.items()
        for field in _fields(kept()[name], String)
        for line in lines
        if isinstance(value := line.values.get(field), str) and len(value.strip()) >= SHORTEST
    }


def _contents(past: Mapping[Key, list[Line]]) -> set[str]:
    """The marks of every content these rows ever named."""
    return {
        str(mark)
        for (name, _), lines in past.items()
        for field in _fields(kept()[name], ContentMark)
        for line in lines
        if (mark := line.values.get(field))
    }


def _fields(table: Table, kind: type) -> Iterator[str]:
    return (column.name for column in table.c if isinstance(column.type, kind))


def still_named(connection: Connection, contents: Iterable[str]) -> set[str]:
    """Those contents that a row still names, removed ones included: they can come back."""
    wanted, found = list(contents), set[str]()
    for table in kept().values():
        for field in _fields(table, ContentMark):
            column = table.c[field]
            found |= set(connection.scalars(select(column).where(column.in_(wanted))))
    return found
