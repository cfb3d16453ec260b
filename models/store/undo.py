"""Turning a step back: a new step with the earlier values. The journal is never rewritten.

Which step is next to undo or redo follows from the steps themselves, so it survives a restart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection, select

from models.kernel.errors import Conflict
from models.store.fold import Folded, Line, fold, registers
from models.store.gate import DELETED, Plain, decode
from models.store.lines import Edit, Key, history
from models.store.tables import change, groups_of, kept, step

AT_MOST = 2000
"""Steps looked at when a file is opened: as far back as undo reaches then."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A step that can be turned back, and how it is called."""

    step: UUID
    label: str
    subject: str


@dataclass
class Roads:
    """The way back and the way forth, replayed from the steps of one stream."""

    back: list[Turn] = field(default_factory=list[Turn])
    forth: list[Turn] = field(default_factory=list[Turn])

    def pass_by(self, turn: Turn, kind: str, of: UUID | None, *, undoable: bool) -> None:
        """One more step was made; `of` is the one it turned back.

        Whatever is done closes the way forth; only what is put aside (a draft) leaves both roads
        as they were.
        """
        match kind:
            case "undo":
                self.back = [one for one in self.back if one.step != of]
                self.forth += [turn] if undoable else []
            case "redo":
                self.forth = [one for one in self.forth if one.step != of]
                self.back += [turn] if undoable else []
            case "aside":
                pass
            case _:
                self.forth.clear()
                self.back += [turn] if undoable else []


def roads(connection: Connection, own: UUID) -> Roads:
    """Replay the newest steps of a stream, oldest first; what was put aside takes no room."""
    found = Roads()
    columns = step.c.id, step.c.label, step.c.subject, step.c.kind, step.c.of, step.c.undoable
    walked = step.c.stream == own, step.c.kind != "aside"
    newest = select(*columns).where(*walked).order_by(step.c.id.desc()).limit(AT_MOST)
    rows = connection.execute(newest).all()
    for row in reversed(rows):
        found.pass_by(Turn(row.id, row.label, row.subject), row.kind, row.of, undoable=row.undoable)
    return found


def reversal(connection: Connection, turned: UUID) -> list[Edit]:
    """The edits that give back what a step replaced. Raises Conflict when a row has moved on."""
    rows = connection.execute(
        select(change.c.entity, change.c.row)
        .where(change.c.step == turned, change.c.entity != step.name)
        .order_by(change.c.id)
    )
    keys = list(dict.fromkeys((entity, row) for entity, row in rows))
    past = history(connection, [row for _, row in keys])
    return [edit for key in reversed(keys) for edit in _of_row(key, past[key], turned)]


def _of_row(key: Key, lines: list[Line], turned: UUID) -> Iterable[Edit]:
    name, row = key
    table = kept()[name]
    groups = groups_of(table)
    mine = [line for line in lines if line.step == turned]
    if not mine:  # what it wrote was destroyed since
        raise Conflict
    now = fold(lines, groups)
    _still_ours(mine, now, groups)
    earlier = {line.id: line for line in lines}
    born = all(line.step == turned for line in lines if line.id <= mine[0].id)
    if born:
        if not now.deleted:
            yield name, row, {DELETED: True}
        return
    values: dict[str, Plain] = {}
    for line in reversed(mine):  # the first line of the step has the last word
        for register, part in registers(line.values, groups).items():
            values.update(_before(line, register, part, earlier, groups))
    dead = values.pop(DELETED, None)
    edits = dict(decode(table, values))
    if dead is not None:
        edits[DELETED] = dead
    yield name, row, edits


def _before(
    line: Line,
    register: str,
    part: Mapping[str, Plain],
    earlier: Mapping[UUID, Line],
    groups: Mapping[str, str],
) -> dict[str, Plain]:
    """What stood in a register before this line: the newest of the changes it replaced."""
    seen = [
        registers(earlier[base].values, groups)[register]
        for base in sorted(line.base)
        if base in earlier and register in registers(earlier[base].values, groups)
    ]
    before = seen[-1] if seen else {}
    empty: Plain = False if register == DELETED else None
    return {name: before.get(name, empty) for name in {*part, *before}}


def _still_ours(mine: list[Line], now: Folded, groups: Mapping[str, str]) -> None:
    """A step may only be turned back while what it wrote still stands, and nothing contests it."""
    written: dict[str, Plain] = {}
    for line in mine:
        written.update(line.values)
    for name, value in written.items():
        standing = now.deleted if name == DELETED else now.values.get(name)
        if groups.get(name, name) in now.clashes or standing != value:
            raise Conflict
    if DELETED not in written and now.deleted:
        raise Conflict
