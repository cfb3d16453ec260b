"""The proof: chains whole, payloads untouched, tables equal to the journal, contents there."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, select, type_coerce
from sqlalchemy.types import NullType

from models.store.attachments import ContentState
from models.store.fold import Line, fold
from models.store.lines import Key, link, read
from models.store.rows import RawForm
from models.store.tables import change, groups_of, kept, stream
from models.store.types import ContentMark

Mark = tuple[str, UUID, str]
"""Table name, row id, and the SHA-256 of the content it names."""
AT_MOST = 50
"""Broken links named; the first is what matters."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found. `broken` names the first faults, chain before rows."""

    chain: str
    rows: str
    broken: tuple[str, ...]
    lines: int
    attachments: str = "ok"

    @property
    def whole(self) -> bool:
        return not self.broken


def verify(connection: Connection) -> Proof:
    """Walk every line of every stream, then compare every row with what its lines say."""
    past: defaultdict[Key, list[Line]] = defaultdict(list)
    chain: list[str] = []
    tips: dict[UUID, tuple[int, bytes]] = {}
    count = 0
    question = select(change).order_by(change.c.stream, change.c.n)
    for row in connection.execute(question.execution_options(yield_per=1000)).mappings():
        count += 1
        before = tips.get(row["stream"], (0, b""))
        chain.extend(_faults(row, before))
        tips[row["stream"]] = (row["n"], row["hash"])
        if row["payload"] is not None:
            try:
                line = read(row["payload"], row["id"], row["step"])
            except (ValueError, KeyError, TypeError, AttributeError):
                chain.append(f"change {row['stream']}/{row['n']}: unreadable")
            else:
                past[row["entity"], row["row"]].append(line)
    chain.extend(_heads(connection, tips))
    rows = [fault for table in kept().values() for fault in _rows(connection, table, past)]
    broken = tuple((chain + rows)[:AT_MOST])
    return Proof("broken" if chain else "ok", "broken" if rows else "ok", broken, count)


def marks_in(connection: Connection) -> list[Mark]:
    """Every content that a living row names, by table and row."""
    found: list[Mark] = []
    for table in kept().values():
        for column in table.c:
            if isinstance(column.type, ContentMark):
                wanted = select(table.c.id, column).where(table.c.deleted.is_(False))
                rows = connection.execute(wanted.order_by(table.c.id))
                found.extend((table.name, row, mark) for row, mark in rows if mark)
    return found


def with_contents(
    proof: Proof, marks: Iterable[Mark], state: Callable[[str], ContentState]
) -> Proof:
    """The proof with what became of every content; each is read once, however many name it."""
    states: dict[str, ContentState] = {}
    faults: list[str] = []
    for table, row, mark in marks:
        if mark not in states:
            states[mark] = state(mark)
        if states[mark] is not ContentState.OK:
            faults.append(f"{table} {row}: content {states[mark].value}")
    broken = (*proof.broken, *faults)[:AT_MOST]
    return replace(proof, broken=broken, attachments="broken" if faults else "ok")


def _faults(line: Any, before: tuple[int, bytes]) -> Iterator[str]:
    n, tip = before
    where = f"change {line['stream']}/{line['n']}"
    if line["n"] != n + 1:
        yield f"{where}: after {n}"
    if link(tip, line) != line["hash"]:
        yield f"{where}: hash"
    payload = line["payload"]
    if payload is not None and hashlib.sha256(payload.encode()).digest() != line["payload_hash"]:
        yield f"{where}: payload"


def _heads(connection: Connection, tips: dict[UUID, tuple[int, bytes]]) -> Iterator[str]:
    stored = {row.id: (row.n, row.hash) for row in connection.execute(select(stream)) if row.n}
    for identity in sorted({*stored, *tips}):
        if stored.get(identity) != tips.get(identity):
            yield f"stream {identity}: end"


def _rows(connection: Connection, table: Table, past: dict[Key, list[Line]]) -> Iterator[str]:
    """Compared as they lie in the file: a value no column takes is named, not stumbled on."""
    form = RawForm(table, connection.dialect)
    question = select(table.c.id, *(type_coerce(column, NullType()) for column in table.c))
    unseen = {row for name, row in past if name == table.name}
    for row, *stored in connection.execute(question.execution_options(yield_per=1000)):
        unseen.discard(row)
        lines = past.get((table.name, row))
        where = f"{table.name} {row}"
        if lines is None:
            yield f"{where}: not in the journal"
            continue
        try:
            wanted = form.of(row, fold(lines, groups_of(table)))
        except (ValueError, TypeError, LookupError):
            yield f"{where}: unreadable"
            continue
        for name, here, there in zip(form.names, stored, wanted, strict=True):
            if here != there:
                yield f"{where}: {name}"
    for row in sorted(unseen):
        if not fold(past[table.name, row], groups_of(table)).purged:
            yield f"{table.name} {row}: missing"
