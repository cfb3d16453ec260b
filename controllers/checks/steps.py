"""How a step in a check is made: never in one that is finished, never in another check's rows."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from models.centres import queries as centre_queries
from models.checks.entities import (
    CheckedDossier,
    ChecklistAnswer,
    DossierCheck,
    Finding,
    VisitQuestion,
)
from models.checks.rules.writing import checked_day, checked_text, checked_visit
from models.checks.values import CheckFinished
from models.kernel.errors import Gone
from models.kernel.typed import check_room
from models.store.gate import longest
from models.store.session import ChangeSession
from models.store.store import Store

OfCheck = TypeVar("OfCheck", CheckedDossier, Finding, VisitQuestion)
Written = TypeVar("Written", ChecklistAnswer, Finding)


class Steps:
    """What every part of the desk of checks shares."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def _change(
        self, label: str, check_id: UUID, about: str = "", why: str = ""
    ) -> Iterator[tuple[ChangeSession, DossierCheck]]:
        """One step in a check that is not finished."""
        with self._store.change(label, about or self._name(check_id), why=why) as session:
            check = session.get_one(DossierCheck, check_id)
            if check.finished_at is not None:
                raise CheckFinished(day=check.finished_at.astimezone().date())
            yield session, check

    def _kept(self, field: str, value: str | date | None) -> str | date | None:
        """A text or a day as it may be written.

        Raises NationalNumberFound, TextTooLong, DayNotPossible, VisitStillToCome.
        """
        if isinstance(value, str):
            kept = checked_text(value, field)
            table = DossierCheck.metadata.tables[DossierCheck.__tablename__]
            if field in table.c:
                check_room(kept or "", longest(table, field), field)
            return kept
        if value is None:
            return None
        checked = checked_visit if field == "visit_date" else checked_day
        return checked(value, field, self._today())

    def _today(self) -> date:
        return self._store.now().astimezone().date()

    def _name(self, check_id: UUID) -> str:
        with self._store.look() as session:
            check = session.get_one(DossierCheck, check_id)
            return centre_queries.identity(session, check.centre_id).name


def of_check(session: ChangeSession, kind: type[OfCheck], check_id: UUID, row: UUID) -> OfCheck:
    """A dossier or a finding of this very check; raises Gone when it is removed or another's."""
    found = session.get(kind, row)
    if found is None or found.deleted or found.check_id != check_id:
        raise Gone
    return found


def write(
    session: ChangeSession,
    kind: type[Written],
    row: UUID,
    place: Mapping[str, Any],
    words: Mapping[str, Any],
) -> None:
    """Write the row that belongs to `place`; nothing when there is none and nothing is said."""
    standing = session.get(kind, row)
    silent = all(word is None for word in words.values())
    if silent and (standing is None or standing.deleted):
        return
    session.put(kind, row, **place, **words)
