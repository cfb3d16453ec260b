"""Going back and forth in time, and reading what was done."""

from collections.abc import Sequence
from uuid import UUID

from models.kernel.changes import Changes
from models.kernel.trail import TrailStep
from models.store.store import Store
from models.store.trail import step_ids, steps
from models.store.undo import Turn
from models.store.verify import Proof


class History:
    """The journal as people use it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def undo(self) -> Changes | None:
        """Turn back the newest step; None when there is nothing to turn back."""
        return self._store.undo()

    def redo(self) -> Changes | None:
        return self._store.redo()

    @property
    def next_undo(self) -> Turn | None:
        return self._store.next_undo

    @property
    def next_redo(self) -> Turn | None:
        return self._store.next_redo

    def ids(self) -> list[UUID]:
        """Every step, newest first."""
        with self._store.look() as session:
            return step_ids(session.connection())

    def of_row(self, row: UUID) -> list[UUID]:
        """The steps that touched one row, newest first."""
        with self._store.look() as session:
            return step_ids(session.connection(), row)

    def steps(self, wanted: Sequence[UUID]) -> list[TrailStep]:
        """What these steps changed: field by field, old and new."""
        with self._store.look() as session:
            return steps(session.connection(), wanted)

    def verify(self) -> Proof:
        """Whether the chain is whole and the tables say what the journal says."""
        return self._store.verify()
