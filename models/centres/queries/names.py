"""The names a centre bore before: for its file, and for the step that adds one."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.centres.entities import FormerName
from models.centres.values import FormerNameFile, NameKind


def former_names(session: Session, centre_id: UUID) -> list[FormerNameFile]:
    """The names the centre bore, the one borne last first."""
    return former_names_of(session, [centre_id]).get(centre_id, [])


def former_names_of(
    session: Session, wanted: Collection[UUID]
) -> Mapping[UUID, list[FormerNameFile]]:
    """The same for several centres at once; one that bore no other name is left out."""
    found: defaultdict[UUID, list[FormerNameFile]] = defaultdict(list)
    for row in session.scalars(select(FormerName).where(FormerName.centre_id.in_(wanted))):
        made = FormerNameFile(row.id, row.name, row.kind, row.since, row.until)
        found[row.centre_id].append(made)
    for names in found.values():
        names.sort(key=lambda one: (one.until or date.max, one.name), reverse=True)
    return found


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
