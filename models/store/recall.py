"""Rows as their lines told them up to a moment; what was written down later does not count."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, select, type_coerce
from sqlalchemy.types import NullType

from models.store.circle import portions
from models.store.fold import Folded, Line, fold
from models.store.lines import Key, read
from models.store.rows import RawForm
from models.store.tables import change, groups_of, kept, step

Raw = tuple[Any, ...]
"""A row as it lies in the file."""


def _raw(table: Table) -> list[Any]:
    return [type_coerce(column, NullType()).label(column.name) for column in table.c]


_LINES = (
    select(*_raw(change))
    .join(step, step.c.id == change.c.step)
    .where(change.c.row.in_(bindparam("rows", expanding=True)), step.c.at <= bindparam("until"))
    .order_by(change.c.id)
)
_STEPS = select(*_raw(step)).where(step.c.id.in_(bindparam("steps", expanding=True)))
_PLACES = {column.name: at for at, column in enumerate(change.c)}
_ENTITY, _ROW, _ID, _STEP, _PAYLOAD = (
    _PLACES[name] for name in ("entity", "row", "id", "step", "payload")
)


@dataclass
class Recalled:
    """Rows of a moment, with the lines that tell them. Give it more rows with `take`."""

    until: datetime
    rows: dict[Key, Folded] = field(default_factory=dict[Key, Folded])
    destroyed: set[Key] = field(default_factory=set[Key])
    """Rows of that moment whose lines were emptied since: nobody can tell any more what stood."""
    lines: list[Raw] = field(default_factory=list[Raw])
    asked: set[UUID] = field(default_factory=set[UUID])

    def take(self, connection: Connection, wanted: Iterable[UUID]) -> None:
        """Fold the lines of these rows, up to the moment; each row once."""
        fresh = set(wanted) - self.asked
        self.asked |= fresh
        for part in portions(fresh):
            question = {"rows": part, "until": self.until}
            self._fold(list(map(tuple, connection.execute(_LINES, question))))

    def pointed_at(self) -> set[UUID]:
        """Rows that these point at and that were not asked for yet."""
        return {
            UUID(str(value))
            for (name, _row), folded in self.rows.items()
            for pointer in _pointers(kept()[name])
            if (value := folded.values.get(pointer)) is not None
        } - self.asked

    def _fold(self, lines: list[Raw]) -> None:
        past: defaultdict[Key, list[Line]] = defaultdict(list)
        emptied: set[Key] = set()
        for line in lines:
            key = line[_ENTITY], UUID(bytes=line[_ROW])
            if line[_PAYLOAD] is None:
                emptied.add(key)
                continue
            past[key].append(read(line[_PAYLOAD], UUID(bytes=line[_ID]), UUID(bytes=line[_STEP])))
        tables = kept()
        self.destroyed |= {key for key in emptied if key not in past}
        for key, told in past.items():
            if key[0] in tables:
                folded = fold(told, groups_of(tables[key[0]]))
                if folded.purged and folded.deleted:
                    self.destroyed.add(key)
                elif key not in emptied or folded.purged:  # else it waits for a purge we lack
                    self.rows[key] = folded
                else:
                    self.destroyed.add(key)
        self.lines += lines


def write_down(source: Connection, found: Recalled, target: Connection) -> None:
    """Put these rows, their lines and their steps in an empty database, as they lie in the file."""
    images: defaultdict[str, list[Raw]] = defaultdict(list)
    forms: Mapping[str, RawForm] = {
        name: RawForm(table, target.dialect) for name, table in kept().items()
    }
    for (name, row), folded in found.rows.items():
        images[name].append(tuple(forms[name].of(row, folded)))
    images[change.name] = found.lines
    steps = {UUID(bytes=line[_STEP]) for line in found.lines}
    for part in portions(steps):
        images[step.name] += map(tuple, source.execute(_STEPS, {"steps": part}))
    for name, rows in images.items():
        if rows:
            places = ", ".join("?" * len(rows[0]))
            target.exec_driver_sql(f"INSERT INTO {name} VALUES ({places})", rows)


def _pointers(table: Table) -> list[str]:
    return [column.name for column in table.c if column.foreign_keys]
