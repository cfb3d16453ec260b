"""What a finished change touched: the only news that travels back to the views."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """One finished step: which rows of which tables it touched, and how it is called."""

    step: UUID
    label: str = ""
    rows: Mapping[str, frozenset[UUID]] = field(default_factory=dict[str, frozenset[UUID]])
    undoable: bool = True
    kind: str = "do"
    """`do`, `undo` or `redo`."""

    def touch(self, table: str, row_id: UUID | None = None) -> bool:
        ids = self.rows.get(table, frozenset[UUID]())
        return bool(ids) if row_id is None else row_id in ids
