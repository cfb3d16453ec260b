"""A row is the fold of the set of its changes: a pure function, so order and route cannot matter.

Two changes of one register where neither author saw the other both stay as heads. That is the
conflict: computed here, never stored as truth, the same on every replica.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from models.store.gate import DELETED, PURGE, Plain

Groups = Mapping[str, str]
"""Field to register, for fields that change together (a period's start and end)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One change of one row: the new values, and the ids of the changes its author saw there."""

    id: UUID
    values: Mapping[str, Plain]
    base: frozenset[UUID]
    step: UUID


@dataclass(frozen=True, slots=True)
class Folded:
    """What a row comes to: its values, whether it is deleted, and per register the heads."""

    values: dict[str, Plain]
    deleted: bool
    purged: bool
    heads: dict[str, list[UUID]] = field(default_factory=dict[str, list[UUID]])
    clashes: dict[str, list[UUID]] = field(default_factory=dict[str, list[UUID]])
    """Registers with heads that differ: a person has to choose."""


def registers(values: Mapping[str, Plain], groups: Groups) -> dict[str, dict[str, Plain]]:
    """The values of a change, sorted by the register they belong to."""
    found: dict[str, dict[str, Plain]] = {}
    for name, value in values.items():
        found.setdefault(groups.get(name, name), {})[name] = value
    return found


def fold(lines: Iterable[Line], groups: Groups) -> Folded:
    """All changes of one row, in any order and however often told, to what the row is."""
    once = {line.id: line for line in lines}.values()
    parsed = [(line, registers(line.values, groups)) for line in once]
    replaced = {(name, seen) for line, parts in parsed for name in parts for seen in line.base}
    heads: dict[str, list[tuple[Line, dict[str, Plain]]]] = {}
    for line, parts in sorted(parsed, key=lambda each: each[0].id):
        for name, part in parts.items():
            if (name, line.id) not in replaced:
                heads.setdefault(name, []).append((line, part))
    values = {
        field_name: value
        for name, found in heads.items()
        if name not in (DELETED, PURGE)
        for field_name, value in found[-1][1].items()
    }
    clashes = {
        name: [line.id for line, _ in found]
        for name, found in heads.items()
        if len(found) > 1 and any(part != found[0][1] for _, part in found)
    }
    deleted = _deleted(heads, clashes)
    ids = {name: [line.id for line, _ in found] for name, found in heads.items()}
    return Folded(values, deleted, PURGE in heads, ids, clashes)


def _deleted(
    heads: Mapping[str, list[tuple[Line, dict[str, Plain]]]], clashes: dict[str, list[UUID]]
) -> bool:
    """A deletion counts when its author saw every current head, and nobody revived the row."""
    words = heads.get(DELETED, [])
    wanted = [line for line, part in words if part[DELETED]]
    if not wanted:
        return False
    living = {line.id for name, found in heads.items() if name != DELETED for line, _ in found}
    counts = len(wanted) == len(words) and any(living <= line.base | {line.id} for line in wanted)
    if not counts:
        clashes[DELETED] = [line.id for line, _ in words]
    return counts
