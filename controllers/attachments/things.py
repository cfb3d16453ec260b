"""What may be proven with a file: a thing of this centre, and nothing of a check that is closed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from controllers.row_names import kinds
from models.attachments.values import ThingOfAnother
from models.checks.entities import ChecklistAnswer, DossierCheck, Finding
from models.checks.values import CheckFinished
from models.store.session import LookSession

Place = tuple[str | None, UUID | None]
LOCKED: Mapping[str, type[ChecklistAnswer | Finding]] = {
    str(kind.__tablename__): kind for kind in (ChecklistAnswer, Finding)
}
"""Files about one of these are part of what is kept of a check when it is finished."""


def check_thing(session: LookSession, centre_id: UUID, about: tuple[str, UUID] | None) -> None:
    """Raises ThingOfAnother for a thing that is not there or of another centre, CheckFinished."""
    if about is None:
        return
    kind = kinds().get(about[0])
    found = session.get(kind, about[1]) if kind else None
    if found is None or _centre_of(session, found, centre_id) != centre_id:
        raise ThingOfAnother(field="about")
    check_unlocked(session, about)


def check_unlocked(session: LookSession, about: Place) -> None:
    """Raises CheckFinished for proof with an answer or a finding of a check that was finished."""
    table, row = about
    kind = LOCKED.get(table or "")
    if kind is None or row is None:
        return
    proven = session.get(kind, row)
    check = session.get(DossierCheck, proven.check_id) if proven is not None else None
    if check is not None and check.finished_at is not None:
        raise CheckFinished(day=check.finished_at.astimezone().date())


def _centre_of(session: LookSession, found: Any, otherwise: UUID) -> UUID:
    if isinstance(found, ChecklistAnswer | Finding):
        return session.get_one(DossierCheck, found.check_id).centre_id
    centre: UUID = getattr(found, "centre_id", otherwise)
    return centre
