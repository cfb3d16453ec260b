"""Lines of the journal: made, chained by hash, and read back.

A line says which device stream, its n-th edit, which step, which row, the new values, and the ids
of the changes it replaced. Its hash covers the line before it: what was written cannot be
rewritten unnoticed.
"""

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from models.kernel.ids import IdClock
from models.store.fold import Folded, Line, fold, registers
from models.store.gate import DELETED, PURGE, Plain, encode
from models.store.tables import change, groups_of, kept, stream

SCHEMA = 1
"""Ordinal of the layout this program writes."""
AT_ONCE = 500

_OF_ROWS = (
    select(change.c.entity, change.c.row, change.c.id, change.c.step, change.c.payload)
    .where(change.c.row.in_(bindparam("rows", expanding=True)))
    .where(change.c.payload.is_not(None))
    .order_by(change.c.id)
)
_HEAD = select(stream).where(stream.c.id == bindparam("own"))
_MOVE_HEAD = stream.update().where(stream.c.id == bindparam("own"))
_ADD = change.insert()

Key = tuple[str, UUID]
"""Table name and row id."""
Edit = tuple[str, UUID, Mapping[str, Any]]
"""Table name, row id, new values."""


def link(before: bytes, line: Mapping[str, Any]) -> bytes:
    """The hash of a line: SHA-256 over the hash before it and everything the line says."""
    words = [
        line["stream"].hex,
        str(line["n"]),
        line["id"].hex,
        line["step"].hex,
        line["entity"],
        line["row"].hex,
        line["actor"],
        str(line["schema"]),
    ]
    return hashlib.sha256(before + "|".join(words).encode() + line["payload_hash"]).digest()


def read(payload: str, identity: UUID, step: UUID) -> Line:
    """A payload, understood. Raises ValueError, KeyError or TypeError when it is not ours."""
    body = json.loads(payload)
    return Line(identity, dict(body["set"]), frozenset(UUID(seen) for seen in body["base"]), step)


def history(connection: Connection, rows: Iterable[UUID]) -> dict[Key, list[Line]]:
    """Every line of these rows, oldest first; purged lines are left out."""
    found: defaultdict[Key, list[Line]] = defaultdict(list)
    wanted = list(dict.fromkeys(rows))
    for start in range(0, len(wanted), AT_ONCE):
        part = {"rows": wanted[start : start + AT_ONCE]}
        for entity, row, identity, step, payload in connection.execute(_OF_ROWS, part):
            found[entity, row].append(read(payload, identity, step))
    return found


class Pen:
    """Writes lines into one stream, within the caller's transaction."""

    def __init__(self, connection: Connection, own: UUID, owner: str, clock: IdClock) -> None:
        self._connection = connection
        self._own = own
        self._owner = owner
        self._clock = clock
        self._tables = kept()
        head = connection.execute(_HEAD, {"own": own}).one_or_none()
        if head is None:
            connection.execute(stream.insert().values(id=own, owner=owner, n=0, hash=b""))
        self._n: int = head.n if head else 0
        self._hash: bytes = head.hash if head else b""
        self._last: UUID | None = head.last if head else None
        if self._last is not None:
            clock.saw(self._last)

    def write(self, step: UUID, edits: Sequence[Edit]) -> dict[Key, list[Line]]:
        """Chain these edits to the stream. Gives the whole history of every row they touch."""
        past = history(self._connection, [row for _, row, _ in edits])
        written = []
        for table, row, values in edits:
            lines = past.setdefault((table, row), [])
            if fresh := self._line(step, table, row, values, lines):
                written.append(fresh)
        self._keep(written)
        return past

    def purge(
        self, step: UUID, edits: Sequence[Edit], past: Mapping[Key, list[Line]]
    ) -> dict[Key, list[Line]]:
        """Chain edits that leave nothing of what stood before, as `past` tells it.

        With the mark of a purge among its values, a line is all that is left of its row.
        Gives the history of every row from now on.
        """
        after: dict[Key, list[Line]] = {}
        written = []
        for table, row, values in edits:
            lines, groups = past[table, row], groups_of(self._tables[table])
            whole = PURGE in values
            real = {name: value for name, value in values.items() if name != PURGE}
            plain = encode(self._tables[table], real)
            told = {PURGE: True, **plain} if whole else plain
            heads = fold(lines, groups).heads
            base = sorted({seen for found in heads.values() for seen in found})
            after[table, row] = [] if whole else list(lines)
            if not whole:
                base = _base(plain, heads, groups)
            written.append(self._chain(step, table, row, told, base, after[table, row]))
        self._keep(written)
        return after

    def _keep(self, written: list[dict[str, Any]]) -> None:
        if written:
            self._connection.execute(_ADD, written)
            head = {"own": self._own, "n": self._n, "hash": self._hash, "last": self._last}
            self._connection.execute(_MOVE_HEAD, head)

    def _line(
        self, step: UUID, table: str, row: UUID, values: Mapping[str, Any], lines: list[Line]
    ) -> dict[str, Any] | None:
        groups = groups_of(self._tables[table])
        plain = encode(self._tables[table], values)
        if not lines:  # a birth is told, even of a row that says nothing yet
            return self._chain(step, table, row, plain, [], lines)
        now = fold(lines, groups)
        wanted = _news(plain, now, groups)
        if not wanted:
            return None
        for name, group in groups.items():  # a register travels whole
            if group in {groups.get(each) for each in wanted} and name in now.values:
                wanted.setdefault(name, now.values[name])
        if now.deleted:  # who edits a deleted row saw that it was deleted: it stays so
            wanted.setdefault(DELETED, True)
        base = _base(wanted, now.heads, groups)
        return self._chain(step, table, row, wanted, base, lines)

    def _chain(
        self,
        step: UUID,
        table: str,
        row: UUID,
        values: dict[str, Plain],
        base: list[UUID],
        lines: list[Line],
    ) -> dict[str, Any]:
        told = [seen.hex for seen in base]
        body = {"set": values, "base": told, "salt": os.urandom(12).hex()}
        text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        self._n += 1
        self._last = self._clock.tick()
        line: dict[str, Any] = {
            "stream": self._own,
            "n": self._n,
            "id": self._last,
            "step": step,
            "entity": table,
            "row": row,
            "actor": self._owner,
            "schema": SCHEMA,
            "payload": text,
            "payload_hash": hashlib.sha256(text.encode()).digest(),
        }
        line["hash"] = self._hash = link(self._hash, line)
        lines.append(Line(self._last, values, frozenset(base), step))
        return line


def _news(values: Mapping[str, Plain], now: Folded, groups: Mapping[str, str]) -> dict[str, Plain]:
    """What differs from how the row stands, or settles what was contested."""
    return {
        name: value
        for name, value in values.items()
        if _differs(name, value, now.values, deleted=now.deleted)
        or len(now.heads.get(groups.get(name, name), [])) > 1
    }


def _differs(name: str, value: Plain, now: Mapping[str, Plain], *, deleted: bool) -> bool:
    if name == DELETED:
        return bool(value) != deleted
    return now.get(name) != value


def _base(
    values: Mapping[str, Plain], heads: Mapping[str, list[UUID]], groups: Mapping[str, str]
) -> list[UUID]:
    """What the author saw: the heads of the registers he touches; of all when he deletes."""
    touched = heads if DELETED in values else registers(values, groups)
    return sorted({seen for name in touched for seen in heads.get(name, [])})
