"""A workbook that came back, as a person reviews it: every cell that says something, in groups."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from models.checks.values import ReactionKind
from models.checks.values.exchange import CellKey, Plain, SheetUse
from models.kernel.errors import Refused


class Group(StrEnum):
    """What becomes of a cell, in the order of the review."""

    REACTIONS = "new_reaction"
    ANSWERS = "new_answer"
    CONFLICTS = "conflict"
    FORBIDDEN = "forbidden"
    UNREADABLE = "unreadable"


TAKABLE = (Group.REACTIONS, Group.ANSWERS, Group.CONFLICTS)
"""Groups whose cells a person can take over."""
REFUSED = (Group.FORBIDDEN, Group.UNREADABLE)
"""Groups whose cells stay out, each with its reason; window and console tell these alike."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a centre says of a finding."""

    kind: ReactionKind
    text: str
    day: date | None = None
    """None when the cell was empty or could not be read: the day it came in counts."""

    def as_plain(self) -> Plain:
        """Comparable: without the day, for that may follow from the day it came in."""
        return f"{self.kind.value}: {self.text}"


@dataclass(frozen=True, slots=True)
class Item:
    """One cell of the workbook that says something else than when it left."""

    id: UUID
    group: Group
    key: CellKey
    sheet: str
    row: int
    column: str
    """As Excel shows it."""
    what: str
    """Of what: a finding, or a question in a dossier."""
    base: str
    ours: str
    theirs: str
    """In words: as it left, as the file has it now, as it came back."""
    reason: str = ""
    code: str = ""
    value: Plain = None
    """What taking it over writes, for an answer or a note."""
    said: Said | None = None
    """What taking it over writes, for a reaction."""

    @property
    def takable(self) -> bool:
        return self.group in TAKABLE

    @property
    def place(self) -> str:
        """D14, as Excel calls the cell; a whole row or column by its number or letter."""
        return f"{self.column}{self.row or ''}"


@dataclass(frozen=True, slots=True)
class Told:
    """Something to know about the workbook that is no cell to take over."""

    code: str
    reason: str
    sheet: str = ""
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class PartCount:
    """How the cells of one sheet stand."""

    sheet: str
    part: str = ""
    """Empty for a sheet in which nothing can be filled in."""
    header_row: int = 0
    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0


@dataclass(frozen=True)
class Review:
    """Everything a workbook would do; nothing is written yet."""

    name: str
    about: UUID
    """The check or the application it is of."""
    export: UUID
    use: SheetUse
    exported_at: datetime
    exported_by: str
    items: tuple[Item, ...]
    told: tuple[Told, ...]
    parts: tuple[PartCount, ...]

    def of(self, group: Group) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.group is group)

    @property
    def fresh(self) -> frozenset[UUID]:
        """What is new and stands in nobody's way: ticked until somebody says otherwise."""
        new = (Group.REACTIONS, Group.ANSWERS)
        return frozenset(item.id for item in self.items if item.group in new)

    def as_json(self, *, committed: bool = False, step: UUID | None = None) -> dict[str, Any]:
        """The JSON of `import checklist` (CONSOLE.md)."""
        sheets = [self._part_json(part) for part in self.parts]
        notes = [_told_json(one) for one in self.told if not one.sheet]
        return {
            "sheets": sheets,
            "notes": notes,
            "committed": committed,
            "step": str(step) if step else None,
        }

    def _part_json(self, part: PartCount) -> Mapping[str, Any]:
        here = [item for item in self.items if item.sheet == part.sheet]
        told = [_told_json(one) for one in self.told if one.sheet == part.sheet]
        return {
            "name": part.sheet,
            "role": part.part or None,
            "header_row": part.header_row or None,
            "rows": part.rows,
            "new": part.new,
            "changed": part.changed,
            "same": part.same,
            "questioned": [_json(item) for item in here if item.group is Group.CONFLICTS] + told,
            "refused": [_json(item) for item in here if item.group in REFUSED],
            "taken": [_json(item) for item in here if item.id in self.fresh],
        }


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What a workbook did: how many cells came in, and the step; None when there was nothing."""

    review: Review
    reactions: int
    answers: int
    step: UUID | None


def agreed(
    now: Review, seen: Review, ticked: Collection[UUID], outdated: type[Refused]
) -> list[Item]:
    """The ticked cells that may come in. Raises `outdated` when another review was seen."""
    if now.items != seen.items:
        raise outdated
    return [item for item in now.items if item.id in ticked and item.takable]


def _json(item: Item) -> dict[str, Any]:
    return {
        "row": item.row or None,
        "column": item.column or None,
        "code": item.code or item.group.value,
        "reason": item.reason,
        "what": item.what,
        "exported": item.base,
        "file": item.ours,
        "sheet": item.theirs,
    }


def _told_json(told: Told) -> dict[str, Any]:
    return {
        "row": told.row or None,
        "column": told.column or None,
        "code": told.code,
        "reason": told.reason,
    }
