"""In which applications a version of a checklist is used."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.applications.entities import MandateApplication


def uses(session: Session) -> dict[tuple[str, int], int]:
    """The applications received with each version, by its key and number."""
    named = MandateApplication.template_key, MandateApplication.template_version
    standing = MandateApplication.deleted.is_(False)
    wanted = select(*named, func.count()).where(standing).group_by(*named)
    return {(key, version): count for key, version, count in session.execute(wanted)}


def received_with(session: Session, key: str, version: int) -> bool:
    """Whether an application came in with this version, also one that was decided or retracted."""
    wanted = select(MandateApplication.id).where(
        MandateApplication.template_key == key,
        MandateApplication.template_version == version,
        MandateApplication.deleted.is_(False),
    )
    return session.scalars(wanted.limit(1)).first() is not None
