"""Where somebody is named: every field of every row, also inside workbooks that left."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import String, and_, func, or_, select
from sqlalchemy.orm import Session

from models.centres import queries as centre_queries
from models.kernel.packing import PACKED
from models.kernel.words import fold
from models.retention.rules import exported
from models.retention.values import Trace
from models.store.tables import kept
from models.store.types import Choice, ContentMark

NAMED_BY_KEY = frozenset({"setting", "rule_change", "step", "destruction"})
"""Tables in which nobody is described: what the office set, and what was destroyed."""


def traces(session: Session, typed: str) -> list[Trace]:
    """Every field of every row that holds all the words typed, in the order of the tables."""
    words = fold(typed).split()
    found: list[tuple[str, Any, str, str]] = []
    for table in kept().values():
        if table.name in exported.TABLES:
            found += _exported(session, table, words)
        fields = _spoken(table)
        if table.name in NAMED_BY_KEY or not fields:
            continue
        told = func.folded(_joined(fields))
        rows = select(table).where(
            table.c.deleted.is_(False), and_(*(func.instr(told, word) > 0 for word in words))
        )
        for row in session.connection().execute(rows).mappings():
            hits = [f.name for f in fields if row[f.name] and _any(fold(row[f.name]), words)]
            found += [(table.name, row, name, row[name]) for name in hits]
    whose = _whose(session, found)
    known = centre_queries.identities(session, {one for one in whose.values() if one})
    return [_trace(known, whose, *one) for one in found]


def _exported(
    session: Session, table: Any, words: Sequence[str]
) -> Iterator[tuple[str, Any, str, str]]:
    """Workbooks that left with all the words in them, also those that are kept packed."""
    content = table.c[exported.FIELD]
    escaped = (json.dumps(word, ensure_ascii=False)[1:-1] for word in words)
    said = and_(*(func.instr(func.folded(content), word) > 0 for word in escaped))
    rows = select(table).where(table.c.deleted.is_(False), or_(content.startswith(PACKED), said))
    for row in session.connection().execute(rows).mappings():
        if texts := exported.naming(row[exported.FIELD], words):
            yield table.name, row, exported.FIELD, exported.shown(dict(row), texts, words)


def _spoken(table: Any) -> list[Any]:
    """The columns in which somebody can be named."""
    return [
        column
        for column in table.c
        if isinstance(column.type, String)
        and not isinstance(column.type, Choice | ContentMark)
        and not (table.name in exported.TABLES and column.name == exported.FIELD)
    ]


def _joined(fields: Sequence[Any]) -> Any:
    told: Any = func.coalesce(fields[0], "")
    for column in fields[1:]:
        told = told.concat(" ").concat(func.coalesce(column, ""))
    return told


def _any(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _whose(session: Session, found: Sequence[tuple[str, Any, str, str]]) -> dict[UUID, UUID | None]:
    """To which centre every row belongs, along its links."""
    return {row["id"]: _centre(session, table, row) for table, row, _, _ in found}


def _centre(session: Session, table: str, row: Mapping[str, Any]) -> UUID | None:
    if table == "centre":
        return UUID(str(row["id"]))
    own: UUID | None = row.get("centre_id")
    if own is not None:
        return own
    for name, parent in _parents(table):
        if (link := row.get(name)) is not None:
            wanted = select(parent).where(parent.c.id == link)
            above = session.connection().execute(wanted).mappings().first()
            if above is not None:
                return _centre(session, parent.name, dict(above))
    if table == "counsellor":
        engaged = kept()["engagement"]
        wanted_one = select(engaged.c.centre_id).where(
            engaged.c.counsellor_id == row["id"], engaged.c.deleted.is_(False)
        )
        return session.connection().scalar(wanted_one.limit(1))
    return None


def _parents(table: str) -> Iterator[tuple[str, Any]]:
    for column in kept()[table].c:
        for key in column.foreign_keys:
            if key.column.table.name != table:
                yield column.name, key.column.table


def _trace(
    known: Mapping[UUID, Any],
    whose: Mapping[UUID, UUID | None],
    table: str,
    row: Any,
    field: str,
    text: str,
) -> Trace:
    of = known.get(whose[row["id"]] or row["id"])
    return Trace(
        id=uuid5(row["id"], field),
        row=row["id"],
        table=table,
        field=field,
        text=text,
        centre_id=of.id if of else None,
        centre=of.name if of else "",
        number=of.enterprise_number if of else "",
    )
