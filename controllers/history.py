"""Going back and forth in time, and reading what was done."""

from collections.abc import Sequence
from uuid import UUID

from controllers import proof
from controllers.columns import Column
from controllers.proof import Checked
from controllers.row_names import row_name
from controllers.story import Story, StoryField, StoryRow, about, act, moment, tell
from models.centres import queries
from models.kernel.changes import Changes
from models.kernel.errors import Gone
from models.kernel.text import N_, _
from models.kernel.trail import TrailStep
from models.store.store import Store
from models.store.trail import heads, step_ids, steps
from models.store.undo import Turn
from models.store.verify import Proof

__all__ = [
    "COLUMNS",
    "Checked",
    "History",
    "Story",
    "StoryField",
    "StoryRow",
    "TrailStep",
    "Turn",
    "about",
    "act",
]

COLUMNS = (
    Column[TrailStep]("when", N_("When"), moment, width=19, kind="date"),
    Column[TrailStep](
        "what", N_("What"), act, width=50, kind="two", sub=about
    ),
    Column[TrailStep]("who", N_("Who"), lambda step: step.who, width=17),
    Column[TrailStep](
        "state", N_("State"), lambda step: _("Undone") if step.undone else "", width=15,
        kind="badge", state=lambda step: "draft" if step.undone else "",
    ),
)  # fmt: skip


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

    def ids(self, *, descending: bool = True) -> list[UUID]:
        """Every step, newest first unless asked otherwise."""
        with self._store.look() as session:
            found = step_ids(session.connection())
        return found if descending else found[::-1]

    def of_row(self, row: UUID) -> list[UUID]:
        """The steps that touched one row, newest first; of a centre, also of those merged in."""
        with self._store.look() as session:
            return step_ids(session.connection(), row, *queries.merged(session, row))

    def steps(self, wanted: Sequence[UUID]) -> list[TrailStep]:
        """These steps as a list shows them; what they changed, `story` tells."""
        with self._store.look() as session:
            return heads(session.connection(), wanted)

    def story(self, step_id: UUID, row: UUID | None = None) -> Story:
        """One step told in words: every row by its name, every field old and new.

        Only what it did with one row, when asked. Raises Gone.
        """
        with self._store.look() as session:
            only = () if row is None else (row, *queries.merged(session, row))
            found = steps(session.connection(), [step_id], only)
            if not found:
                raise Gone
            return tell(session, found[0])

    def row_name(self, row: UUID) -> str:
        """How the thing is called that these steps touched; empty when it is not known."""
        with self._store.look() as session:
            connection = session.connection()
            for step in steps(connection, step_ids(connection, row)[-1:], [row]):
                for line in step.lines:
                    return row_name(session, line.table, row)
        return ""

    def checked(self) -> Checked:
        """The same proof in words."""
        found = self.verify()
        with self._store.look() as session:
            return proof.in_words(session, found)

    def verify(self) -> Proof:
        """Whether the chain is whole and the tables say what the journal says."""
        return self._store.verify()
