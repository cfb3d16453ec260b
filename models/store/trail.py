"""The journal read as history: which steps there were, and what each changed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from models.kernel.ids import stamped
from models.kernel.text import N_
from models.kernel.trail import Plain, TrailLine, TrailStep
from models.store.fold import Line
from models.store.gate import DELETED, PURGE
from models.store.lines import AT_ONCE, history
from models.store.tables import change, step

DRAFT = N_("Put a draft aside")
"""The label of a step that keeps or forgets a draft: one each moment somebody types."""
MOST_ROWS = 200
"""Rows of one step that are told field by field; an import of thousands is told by its count."""


def step_ids(connection: Connection, *rows: UUID) -> list[UUID]:
    """Steps, newest first; those that touched one of these rows when asked.

    Drafts put aside are left out: what became of them is a step of its own.
    """
    told = or_(step.c.kind != "aside", step.c.label != DRAFT)
    wanted = select(step.c.id).where(told).order_by(step.c.id.desc())
    if rows:
        wanted = wanted.where(step.c.id.in_(select(change.c.step).where(change.c.row.in_(rows))))
    return list(connection.scalars(wanted))


def heads(connection: Connection, wanted: Sequence[UUID]) -> list[TrailStep]:
    """These steps without their lines, in the order asked: what a list shows of them."""
    rows = {
        row.id: row
        for start in range(0, len(wanted), AT_ONCE)
        for row in connection.execute(
            select(step).where(step.c.id.in_(wanted[start : start + AT_ONCE]))
        )
    }
    undone = _undone(connection, wanted)
    return [
        TrailStep(
            id=one,
            at=rows[one].at,
            who=rows[one].who,
            label=rows[one].label,
            subject=rows[one].subject,
            why=rows[one].why,
            kind=rows[one].kind,
            undoable=rows[one].undoable,
            lines=(),
            undone=one in undone,
        )
        for one in wanted
        if one in rows
    ]


def steps(
    connection: Connection, wanted: Sequence[UUID], only: Sequence[UUID] = ()
) -> list[TrailStep]:
    """These steps with their lines, in the order asked; `only` those about some rows."""
    touched = {one: [*only] for one in wanted} if only else _touched(connection, wanted)
    rows = [row for rows_of in touched.values() for row in rows_of]
    past, firsts = history(connection, rows), _firsts(connection, rows)
    return [
        replace(head, lines=tuple(_lines(head.id, past, firsts, touched[head.id])))
        for head in heads(connection, wanted)
    ]


def stood_before(connection: Connection, row: UUID, field: str, moment: datetime) -> Plain:
    """What stood in a field of a row just before this moment; None before the row was made."""
    value: Plain = None
    for lines in history(connection, [row]).values():
        for line in lines:
            if field in line.values and stamped(line.id) < moment:
                gone = PURGE in line.values and DELETED in line.values
                value = None if gone else line.values[field]
    return value


def _undone(connection: Connection, wanted: Sequence[UUID]) -> set[UUID]:
    """Steps that a later step turns back; a redo turns the undo itself back."""
    if not wanted:
        return set()
    turns = select(step.c.id, step.c.of).where(step.c.of.is_not(None), step.c.id > min(wanted))
    found: set[UUID] = set()
    for turn, turned in connection.execute(turns.order_by(step.c.id.desc())):
        if turn not in found:
            found.add(turned)
    return found


def _touched(connection: Connection, wanted: Sequence[UUID]) -> Mapping[UUID, list[UUID]]:
    found: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for one in wanted:
        question = (
            select(change.c.row)
            .where(change.c.step == one, change.c.entity != step.name)
            .order_by(change.c.n)
            .limit(MOST_ROWS)
        )
        found[one] = list(dict.fromkeys(connection.scalars(question)))
    return found


def _firsts(connection: Connection, rows: Sequence[UUID]) -> Mapping[UUID, UUID]:
    """The first change of each of these rows, also when its payload was purged."""
    found: dict[UUID, UUID] = {}
    for start in range(0, len(rows), AT_ONCE):
        part = rows[start : start + AT_ONCE]
        question = select(change.c.row, func.min(change.c.id)).where(change.c.row.in_(part))
        found.update((row, first) for row, first in connection.execute(question.group_by("row")))
    return found


def _lines(
    one: UUID,
    past: Mapping[tuple[str, UUID], list[Line]],
    firsts: Mapping[UUID, UUID],
    touched: Sequence[UUID],
) -> Iterator[TrailLine]:
    wanted = set(touched)
    for (table, row), lines in past.items():
        if row not in wanted:
            continue
        for place, line in enumerate(lines):
            if line.step == one:
                before, born = _before(lines[:place]), line.id == firsts[row]
                for field, new in _news(line):
                    yield TrailLine(table, row, field, before.get(field), new, born)


def _news(line: Line) -> Iterator[tuple[str, Plain]]:
    """What a line tells; of a row that was destroyed, only that it is gone."""
    if PURGE not in line.values:
        yield from line.values.items()
    elif line.values.get(DELETED):
        yield DELETED, True


def _before(lines: Sequence[Line]) -> dict[str, Plain]:
    standing: dict[str, Plain] = {}
    for line in lines:
        if line.values.get(PURGE) and line.values.get(DELETED):
            standing.clear()
        else:
            standing.update(line.values)
    return standing


def last_words(connection: Connection, row: UUID) -> dict[str, tuple[str, datetime]]:
    """Of every field of a row: who wrote last what stands there, and when."""
    found: dict[str, UUID] = {}
    for lines in history(connection, [row]).values():
        for line in lines:
            found.update(dict.fromkeys(line.values, line.step))
    told = {head.id: (head.who, head.at) for head in heads(connection, [*set(found.values())])}
    return {field: told[one] for field, one in found.items() if one in told}
