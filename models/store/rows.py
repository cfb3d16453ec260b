"""The tables as the fold of the journal: written from lines, and shown as they must stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Dialect, Table
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as upsert

from models.store.fold import Folded, Line, fold
from models.store.gate import DELETED, decode
from models.store.lines import Key
from models.store.tables import groups_of, kept


def image(table: Table, row: UUID, folded: Folded) -> dict[str, Any]:
    """The row as it must stand in its table."""
    empty: dict[str, Any] = {column.name: None for column in table.c}
    return {**empty, **decode(table, folded.values), "id": row, DELETED: folded.deleted}


def materialise(
    connection: Connection, keys: Iterable[Key], past: Mapping[Key, list[Line]]
) -> None:
    """Write these rows as their changes say."""
    tables = kept()
    images: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for name, row in dict.fromkeys(keys):
        if name in tables:  # a newer program's table stays in the journal, shown after the update
            folded = fold(past[name, row], groups_of(tables[name]))
            images[name].append(image(tables[name], row, folded))
    for name, table in tables.items():
        if images[name]:
            connection.execute(_upsert(table), images[name])


@cache
def _upsert(table: Table) -> Insert:
    statement = upsert(table)
    fresh = {
        column.name: statement.excluded[column.name] for column in table.c if column.name != "id"
    }
    return statement.on_conflict_do_update(index_elements=[table.c.id], set_=fresh)


class RawForm:
    """How rows of a table must lie in the file, column by column."""

    def __init__(self, table: Table, dialect: Dialect) -> None:
        self._table = table
        self.names = [column.name for column in table.c]
        self._bind = [
            column.type.dialect_impl(dialect).bind_processor(dialect) for column in table.c
        ]

    def of(self, row: UUID, folded: Folded) -> list[Any]:
        """The stored values. Raises ValueError, TypeError or LookupError: no column takes this."""
        wanted = image(self._table, row, folded)
        return [
            bind(wanted[name]) if bind else wanted[name]
            for name, bind in zip(self.names, self._bind, strict=True)
        ]
