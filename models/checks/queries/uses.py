"""In which checks a version of a checklist is used."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.checks.entities import DossierCheck


def uses(session: Session) -> dict[tuple[str, int], int]:
    """The checks that use each version, by its key and number."""
    named = DossierCheck.template_key, DossierCheck.template_version
    wanted = select(*named, func.count()).where(DossierCheck.deleted.is_(False)).group_by(*named)
    return {(key, version): count for key, version, count in session.execute(wanted)}


def finished_with(session: Session, key: str, version: int) -> bool:
    """Whether some check is finished with this version: what it was answered with stays."""
    wanted = select(DossierCheck.id).where(
        DossierCheck.template_key == key,
        DossierCheck.template_version == version,
        DossierCheck.finished_at.is_not(None),
        DossierCheck.deleted.is_(False),
    )
    return session.scalars(wanted.limit(1)).first() is not None
