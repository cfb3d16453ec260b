"""The proof: chains whole, payloads untouched, tables equal to the fold of the journal."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from models.store.fold import Line, fold
from models.store.lines import Key, link, read
from models.store.rows import differences, image
from models.store.tables import change, groups_of, kept, stream

AT_MOST = 50
"""Broken links named; the first is what matters."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found. `broken` names the first faults, chain before rows."""

    chain: str
    rows: str
    broken: tuple[str, ...]
    lines: int

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
        chain.extend(_faults(dict(row), before))
        tips[row["stream"]] = (row["n"], row["hash"])
        if row["payload"] is not None:
            past[row["entity"], row["row"]].append(read(row["payload"], row["id"], row["step"]))
    chain.extend(_heads(connection, tips))
    rows = list(_rows(connection, past))
    broken = tuple((chain + rows)[:AT_MOST])
    return Proof("broken" if chain else "ok", "broken" if rows else "ok", broken, count)


def _faults(line: dict[str, Any], before: tuple[int, bytes]) -> Iterator[str]:
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
    for identity in {*stored, *tips}:
        if stored.get(identity) != tips.get(identity):
            yield f"stream {identity}: end"


def _rows(connection: Connection, past: dict[Key, list[Line]]) -> Iterator[str]:
    for name, table in kept().items():
        groups = groups_of(table)
        question = select(table).execution_options(yield_per=1000)
        for stored in connection.execute(question).mappings():
            lines = past.pop((name, stored["id"]), [])
            wanted = image(table, stored["id"], fold(lines, groups))
            for column in differences(table, stored, wanted):
                yield f"{name} {stored['id']}: {column}"
    for name, row in past:
        if name in kept():
            yield f"{name} {row}: missing"
