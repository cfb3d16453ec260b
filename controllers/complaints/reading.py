"""What is asked about complaints: lists, counts, and one whole."""

from collections.abc import Sequence
from uuid import UUID

from controllers.complaints.steps import Steps
from models.complaints import queries
from models.complaints.values import ComplaintFile, ComplaintRow


class Reading(Steps):
    """Nouns: they change nothing."""

    def ids(
        self, centre_id: UUID | None = None, order: str = "pressing", *, descending: bool = False
    ) -> list[UUID]:
        """All complaints, open and late first or by one of ORDERS; of one centre when asked."""
        with self._store.look() as session:
            return queries.ids(session, self._today(), centre_id, order, descending=descending)

    def rows(self, wanted: Sequence[UUID]) -> list[ComplaintRow]:
        """These complaints as they stand today."""
        with self._store.look() as session:
            return queries.rows(session, wanted, self._today())

    def of_centre(self, centre_id: UUID) -> list[ComplaintRow]:
        """Every complaint of a centre, the most pressing first."""
        with self._store.look() as session:
            return queries.every(session, self._today(), centre_id)

    def waiting(self) -> tuple[int, int]:
        """How many complaints are open, and how many of those are late."""
        with self._store.look() as session:
            found = [row for row in queries.every(session, self._today()) if row.open]
        return len(found), sum(row.late for row in found)

    def file(self, complaint_id: UUID) -> ComplaintFile:
        """A complaint whole, with its clocks and what looks wrong. Raises Gone."""
        return self._file(complaint_id)
