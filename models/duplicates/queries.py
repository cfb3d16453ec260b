"""Questions about centres that look alike, and about everything that belongs to one of them."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.centres.entities import CareerCentre, Counsellor, Engagement, FormerName, OfCentre
from models.centres.queries import GONE_TOO, address
from models.duplicates.entities import KnownApart
from models.duplicates.values import CentreLook
from models.store.entity import Entity


def looks(session: Session) -> list[CentreLook]:
    """By what every centre is recognised, to find those that are in the file twice."""
    table = CareerCentre
    columns = (
        *(table.id, table.enterprise_number, table.legal_name, table.trade_name),
        *(table.street, table.house_number, table.box, table.postal_code, table.locality),
        *(table.phone, table.email, table.website),
    )
    return [
        CentreLook(
            id=row.id,
            number=row.enterprise_number,
            names=tuple(name for name in (row.legal_name, row.trade_name) if name),
            address=address(row),
            phone=row.phone or "",
            email=row.email or "",
            website=row.website or "",
        )
        for row in session.execute(select(*columns))
    ]


def apart(session: Session) -> set[frozenset[UUID]]:
    """The pairs of which somebody said that they are two."""
    rows = session.execute(select(KnownApart.first_id, KnownApart.second_id))
    return {frozenset(row) for row in rows}


def belongings(session: Session, centre_id: UUID) -> Iterator[Any]:
    """Every row of every table that belongs to this centre, the removed ones too."""
    for kind in _kinds():
        wanted = select(kind).where(kind.centre_id == centre_id)
        yield from session.scalars(wanted, execution_options=GONE_TOO)


def counted(session: Session, centre_id: UUID) -> dict[str, int]:
    """How many rows belong to this centre, by table; tables without any are left out."""
    found = {
        str(kind.__tablename__): session.scalars(
            select(func.count()).select_from(kind).where(kind.centre_id == centre_id)
        ).one()
        for kind in _kinds()
    }
    return {table: count for table, count in found.items() if count}


def engagements(session: Session, centre_id: UUID) -> list[tuple[Engagement, Counsellor]]:
    """Who works for this centre, as rows to change."""
    rows = session.execute(
        select(Engagement, Counsellor)
        .join(Counsellor, Engagement.counsellor_id == Counsellor.id)
        .where(Engagement.centre_id == centre_id)
    )
    return [(row[0], row[1]) for row in rows]


def former_names(session: Session, centre_id: UUID) -> list[str]:
    """The names this centre bore before."""
    wanted = select(FormerName.name).where(FormerName.centre_id == centre_id)
    return list(session.scalars(wanted))


def once_merged(session: Session, centre_id: UUID) -> list[CareerCentre]:
    """The rows of the centres that were merged into this one itself."""
    wanted = select(CareerCentre).where(CareerCentre.merged_into_id == centre_id)
    return list(session.scalars(wanted, execution_options=GONE_TOO))


def _kinds() -> list[Any]:
    """Every table whose rows belong to a centre, also those of subjects that come later."""
    mapped = [mapper.class_ for mapper in Entity.registry.mappers]
    found = [kind for kind in mapped if issubclass(kind, OfCentre)]
    return sorted(found, key=lambda kind: str(kind.__tablename__))
