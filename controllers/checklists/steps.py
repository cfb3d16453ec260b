"""How a step in a checklist is made: only in a version that may still change."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar
from uuid import UUID

from models.applications import queries as application_queries
from models.checklists import queries, rules
from models.checklists.entities import ChecklistQuestion, ChecklistSection, ChecklistVersion
from models.checklists.values import VersionFile, VersionOfApplication, VersionSealed
from models.checks import queries as check_queries
from models.kernel.errors import Gone
from models.kernel.typed import check_room
from models.settings import queries as settings_queries
from models.store.gate import longest
from models.store.session import ChangeSession, LookSession
from models.store.store import Store

Placed = TypeVar("Placed", ChecklistSection, ChecklistQuestion)
Row = TypeVar("Row", ChecklistVersion, ChecklistSection, ChecklistQuestion)


class Steps:
    """What every part of the desk of checklists shares."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def _change(
        self, label: str, version_id: UUID, *, words: bool = True
    ) -> Iterator[tuple[ChangeSession, ChecklistVersion]]:
        """One step in a version that may still change.

        A step in what it says (`words`) is refused once a check is finished with it, or an
        application came in with it.
        """
        with self._store.look() as looking:
            about = version_row(looking, version_id).title
        with self._store.change(label, about) as session:
            row = version_row(session, version_id)
            rules.check_changing(file_of(session, row))
            if words:
                check_free(session, row)
            yield session, row

    @contextmanager
    def _change_section(
        self, label: str, section_id: UUID
    ) -> Iterator[tuple[ChangeSession, ChecklistSection]]:
        """One step in a section of such a version."""
        with self._change(label, self._version_of(ChecklistSection, section_id)) as (session, _):
            yield session, living(session, ChecklistSection, section_id)

    @contextmanager
    def _change_question(
        self, label: str, question_id: UUID
    ) -> Iterator[tuple[ChangeSession, ChecklistQuestion]]:
        """One step in a question of such a version."""
        with self._change(label, self._version_of(ChecklistQuestion, question_id)) as (session, _):
            yield session, living(session, ChecklistQuestion, question_id)

    def _version_of(self, kind: type[Placed], row: UUID) -> UUID:
        with self._store.look() as session:
            return living(session, kind, row).version_id

    def _officer(self) -> str:
        with self._store.look() as session:
            return settings_queries.settings(session).officer_name or self._store.who


def check_free(session: LookSession, row: ChecklistVersion) -> None:
    """Raises VersionSealed and VersionOfApplication: what was judged by it stays as it reads."""
    if check_queries.finished_with(session, row.key, row.version):
        raise VersionSealed(title=row.title, version=row.version)
    if application_queries.received_with(session, row.key, row.version):
        raise VersionOfApplication(title=row.title, version=row.version)


def version_row(session: LookSession, version_id: UUID) -> ChecklistVersion:
    """Raises Gone when it was thrown away in the meantime."""
    return living(session, ChecklistVersion, version_id)


def living(session: LookSession, kind: type[Row], row: UUID) -> Row:
    """A version, section or question that still stands; raises Gone."""
    found = session.get(kind, row)
    if found is None or found.deleted:
        raise Gone
    return found


def file_of(session: LookSession, row: ChecklistVersion) -> VersionFile:
    return queries.version_file(row, len(queries.questions_of(session, row.id)))


def kept_text(
    kind: type[ChecklistVersion | ChecklistQuestion], field: str, text: str
) -> str | None:
    """A text as it may be kept. Raises NationalNumberFound and TextTooLong."""
    kept = rules.checked_text(text, field)
    table = kind.metadata.tables[kind.__tablename__]
    check_room(kept or "", longest(table, field), field)
    return kept


def put_at(rows: Sequence[Placed], moving: Placed, position: int) -> None:
    """Put one row at this place among the others, counted from 0, and number them all anew."""
    in_order = [row for row in rows if row is not moving]
    in_order.insert(max(0, position), moving)
    for number, row in enumerate(in_order, start=1):
        if row.position != number:
            row.position = number
