"""Which rows belong to one row, now or ever: followed along the foreign keys and the journal."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from sqlalchemy import Column, Connection, Table, func, or_, select

from models.store.lines import AT_ONCE, Key
from models.store.tables import change, kept, step

Rows = dict[str, set[UUID]]
"""Ids by table."""


def circle(connection: Connection, root: Key, *, ever: bool = True) -> Rows:
    """The row itself, those it was merged with, all that is or ever was theirs, and its parts.

    Without `ever`: only what is theirs now, removed rows included.
    """
    top = kept()[root[0]]
    family = _family(connection, top, root[1])
    found: Rows = {top.name: family}
    moved = _once_theirs(connection, top, family) if ever else defaultdict[str, set[UUID]](set)
    for table in kept().values():  # parents before children
        if table is top or table is step:
            continue
        ways = _ways(table, (top.name,)) or _ways(table, found)
        if ways:
            rows = {row for way in ways for row in _under(connection, way, found)}
            found[table.name] = rows | moved[table.name]
    return found


def shared(connection: Connection) -> Rows:
    """Every row of the tables that stand alone, such as settings."""
    aimed = {way.name for table in kept().values() for way in _targets(table)}
    return {
        table.name: set(connection.scalars(select(table.c.id)))
        for table in kept().values()
        if table is not step and not table.foreign_keys and table.name not in aimed
    }


def left_alone(connection: Connection, found: Rows) -> Rows:
    """Rows outside these that these point at, and that nothing else points at any more."""
    lone: Rows = {}
    for column in _pointing(found):
        for key in column.foreign_keys:
            name = key.column.table.name
            if name not in found:
                aimed = {
                    row
                    for part in portions(found[column.table.name])
                    for row in connection.scalars(
                        select(column).where(column.table.c.id.in_(part), column.is_not(None))
                    )
                }
                lone.setdefault(name, set()).update(aimed)
    return {name: rows - _held(connection, name, rows, found) for name, rows in lone.items()}


def _pointing(found: Rows) -> Iterator[Column[UUID]]:
    tables = (table for table in kept().values() if found.get(table.name))
    return (column for table in tables for column in table.c if column.foreign_keys)


def _held(connection: Connection, name: str, rows: set[UUID], found: Rows) -> set[UUID]:
    """Those of these rows that a living row outside the found ones points at."""
    held: set[UUID] = set()
    for table in kept().values():
        for way in _ways(table, (name,)):
            for part in portions(rows):
                question = select(table.c.id, way).where(way.in_(part), table.c.deleted.is_(False))
                inside = found.get(table.name, set())
                held |= {aim for row, aim in connection.execute(question) if row not in inside}
    return held


def _family(connection: Connection, top: Table, row: UUID) -> set[UUID]:
    """The row, and those it points at or is pointed at by in its own table, on and on."""
    ways = _ways(top, (top.name,))
    found: set[UUID] = set()
    fresh = {row}
    while fresh:
        found |= fresh
        near = or_(*(column.in_(fresh) for column in (top.c.id, *ways)))
        lines = connection.execute(select(top.c.id, *ways).where(near))
        fresh = {one for line in lines for one in line if one is not None} - found
    return found


def _once_theirs(connection: Connection, top: Table, family: set[UUID]) -> Rows:
    """Rows that a line of the journal gives to this family: they may have moved on since."""
    tables = [name for name, table in kept().items() if _ways(table, (top.name,))]
    named = or_(*(func.instr(change.c.payload, row.hex) > 0 for row in family))
    question = select(change.c.entity, change.c.row).where(change.c.entity.in_(tables), named)
    found: defaultdict[str, set[UUID]] = defaultdict(set)
    for table, row in connection.execute(question):
        found[table].add(row)
    return found


def _under(connection: Connection, way: Column[UUID], found: Rows) -> Iterator[UUID]:
    """Rows that point along this way at a row that was found."""
    for key in way.foreign_keys:
        for part in portions(found.get(key.column.table.name, ())):
            yield from connection.scalars(select(way.table.c.id).where(way.in_(part)))


def _ways(table: Table, towards: Iterable[str]) -> list[Column[UUID]]:
    """The columns of a table that point at one of these tables."""
    return [
        column
        for column in table.c
        if any(key.column.table.name in towards for key in column.foreign_keys)
    ]


def _targets(table: Table) -> Iterator[Table]:
    return (key.column.table for key in table.foreign_keys)


def portions(rows: Iterable[UUID]) -> Iterator[list[UUID]]:
    """As many at once as a question takes."""
    wanted = list(rows)
    for start in range(0, len(wanted), AT_ONCE):
        yield wanted[start : start + AT_ONCE]
