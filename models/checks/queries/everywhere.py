"""What finished checks found over all centres: in a few statements, however many centres."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.checks.entities import DossierCheck
from models.checks.queries.lists import DAY


def finished_by_centre(session: Session, only: UUID | None = None) -> dict[UUID, list[UUID]]:
    """The finished checks of every centre, or of one, the newest first."""
    wanted = (
        select(DossierCheck.centre_id, DossierCheck.id)
        .where(DossierCheck.finished_at.is_not(None))
        .order_by(DAY.desc(), DossierCheck.finished_at.desc())
    )
    if only is not None:
        wanted = wanted.where(DossierCheck.centre_id == only)
    found: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for centre, check in session.execute(wanted):
        found[centre].append(check)
    return dict(found)
