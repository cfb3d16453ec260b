"""What was done, as people read it: a step and the fields it changed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

Plain = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One field of one row: what stood there, and what stands there since."""

    table: str
    row: UUID
    field: str
    old: Plain
    new: Plain
    born: bool = False
    """True in the step that made the row."""


@dataclass(frozen=True, slots=True)
class TrailStep:
    """One wish: when, by whom, what, why, and every field it changed."""

    id: UUID
    at: datetime
    who: str
    label: str
    """A message id."""
    subject: str
    why: str
    kind: str
    """`do`, `undo` or `redo`."""
    undoable: bool
    lines: tuple[TrailLine, ...]
    undone: bool = False
    """True while a later step turns this one back."""
