"""The names a centre bore before: for its file, and for the step that adds one."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.centres.entities import FormerName
from models.centres.values import FormerNameFile, NameKind


def former_names(session: Session, centre_id: UUID) -> list[FormerNameFile]:
    """The names the centre bore, the one borne last first."""
    wanted = select(FormerName).where(FormerName.centre_id == centre_id)
    found = [
        FormerNameFile(row.id, row.name, row.kind, row.since, row.until)
        for row in session.scalars(wanted)
    ]
    return sorted(found, key=lambda one: (one.until or date.max, one.name), reverse=True)


def former_name(
    session: Session, centre_id: UUID, kind: NameKind, name: str, until: date
) -> FormerName | None:
    """The former name of this kind with this last day, as a row to change."""
    wanted = select(FormerName).where(
        FormerName.centre_id == centre_id,
        FormerName.kind == kind,
        FormerName.name == name,
        FormerName.until == until,
    )
    return session.scalars(wanted.limit(1)).first()


def last_former_day(session: Session, centre_id: UUID, kind: NameKind) -> date | None:
    """The last day of the former name of this kind that was borne last."""
    wanted = select(func.max(FormerName.until)).where(
        FormerName.centre_id == centre_id, FormerName.kind == kind
    )
    return session.scalars(wanted).one()
