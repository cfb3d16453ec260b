"""How a step in a complaint is made: never in one that is closed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from models.complaints import queries
from models.complaints.entities import Complaint
from models.complaints.values import ComplaintClosed, ComplaintFile
from models.settings import queries as settings_queries
from models.store.gate import longest
from models.store.session import ChangeSession
from models.store.store import Store


class Steps:
    """What every part of the desk of complaints shares."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def _change(
        self, label: str, complaint_id: UUID, *, why: str = "", closed_too: bool = False
    ) -> Iterator[tuple[ChangeSession, Complaint]]:
        """One step in a complaint. Raises ComplaintClosed and Gone.

        The history names it by its reference: never by what was said.
        """
        file = self._file(complaint_id)
        if file.closed_on is not None and not closed_too:
            raise ComplaintClosed(day=file.closed_on)
        about = f"{file.reference} · {file.centre_name}"
        with self._store.change(label, about, why=why) as session:
            yield session, session.get_one(Complaint, complaint_id)

    def _file(self, complaint_id: UUID) -> ComplaintFile:
        with self._store.look() as session:
            return queries.file(session, complaint_id, self._today())

    def _today(self) -> date:
        return self._store.now().astimezone().date()

    def _myself(self) -> str:
        """The name this office works under."""
        with self._store.look() as session:
            return settings_queries.settings(session).officer_name or self._store.who


def room(field: str) -> int | None:
    """How long a text of a complaint may be; None without an end."""
    return longest(Complaint.metadata.tables[Complaint.__tablename__], field)
