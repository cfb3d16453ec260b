"""How a step in an application is made: never in one that is decided or taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from models.applications import queries
from models.applications.entities import MandateApplication, MandateDecision
from models.applications.values import ApplicationFile, ApplicationSettled
from models.centres import queries as centre_queries
from models.settings import queries as settings_queries
from models.store.gate import longest
from models.store.session import ChangeSession
from models.store.store import Store

NAME_ROOM = 120
"""Signs a name of a person may have, in every table of this subject."""


class Steps:
    """What every part of the desk of applications shares."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def _change(
        self, label: str, application_id: UUID, about: str = ""
    ) -> Iterator[tuple[ChangeSession, MandateApplication]]:
        """One step in an application that is still open. Raises ApplicationSettled and Gone."""
        file = self._file(application_id)
        if file.settled:
            raise ApplicationSettled(why=file.why)
        with self._store.change(label, about or file.centre_name) as session:
            yield session, session.get_one(MandateApplication, application_id)

    def _file(self, application_id: UUID) -> ApplicationFile:
        with self._store.look() as session:
            return queries.file(session, application_id, self._today())

    def _today(self) -> date:
        return self._store.now().astimezone().date()

    def _myself(self) -> str:
        """The name this office works under."""
        with self._store.look() as session:
            return settings_queries.settings(session).officer_name or self._store.who

    def _authority(self) -> str:
        with self._store.look() as session:
            return settings_queries.settings(session).deciding_authority

    def _name(self, centre_id: UUID) -> str:
        with self._store.look() as session:
            return centre_queries.identity(session, centre_id).name


def room_of(field: str) -> int | None:
    """How long a text of a decision may be; None without an end."""
    return longest(MandateDecision.metadata.tables[MandateDecision.__tablename__], field)
