"""One centre or all of them: what it is called, where it is, who works there."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.centres.entities import (
    SEARCHED,
    CareerCentre,
    ContactPerson,
    Counsellor,
    Engagement,
    Establishment,
)
from models.centres.values import (
    Address,
    CentreIdentity,
    CounsellorRow,
    Qualification,
)
from models.kernel.ids import PackedIds
from models.store import search
from models.store.entity import Entity

GONE_TOO = {"with_deleted": True}
OF_WHOM = (
    *(CareerCentre.enterprise_number, CareerCentre.trade_name, CareerCentre.legal_name),
    CareerCentre.officer,
)
"""The columns a register shows of the centre, in this order."""


def in_order(
    session: Session, typed: str = "", officer: str = "", *, descending: bool = False
) -> PackedIds:
    """Ids of the centres by name, those that hold every word typed; of one file keeper if asked."""
    sql, values = search.in_order(SEARCHED, typed, descending=descending)
    where = " AND id IN (SELECT id FROM centre WHERE officer = :officer)" if officer else ""
    values = {**values, "officer": officer} if officer else values
    rows = session.connection().exec_driver_sql(sql.format(where=where), values)
    return PackedIds(b"".join(rows.scalars()))


def id_of(session: Session, enterprise_number: str) -> UUID | None:
    """The centre with these ten digits, or the one that a centre with them was merged into."""
    wanted = select(CareerCentre.id).where(CareerCentre.enterprise_number == enterprise_number)
    found = session.scalars(wanted.limit(1)).first()
    if found is not None:
        return found
    once = wanted.where(CareerCentre.merged_into_id.is_not(None))
    for loser in session.scalars(once, execution_options=GONE_TOO):
        heir = standing_for(session, loser)
        if heir != loser:
            return heir
    return None


def standing_for(session: Session, centre_id: UUID) -> UUID:
    """Where the file of this centre went on: the centre it was merged into, or it itself."""
    at, seen = centre_id, {centre_id}
    while True:
        wanted = select(CareerCentre.merged_into_id, CareerCentre.deleted)
        rows = session.execute(wanted.where(CareerCentre.id == at), execution_options=GONE_TOO)
        row = rows.one_or_none()
        if row is not None and not row.deleted:
            return at
        if row is None or row.merged_into_id is None or row.merged_into_id in seen:
            return centre_id
        at = row.merged_into_id
        seen.add(at)


def merged(session: Session, centre_id: UUID) -> list[UUID]:
    """The centres that were merged into this one, and those that were merged into them."""
    found: list[UUID] = []
    fresh = [centre_id]
    while fresh:
        wanted = select(CareerCentre.id).where(
            CareerCentre.merged_into_id.in_(fresh), CareerCentre.deleted
        )
        fresh = [
            one
            for one in session.scalars(wanted, execution_options=GONE_TOO)
            if one not in {centre_id, *found}
        ]
        found += fresh
    return found


def merged_numbers(session: Session) -> dict[str, str]:
    """Numbers that centres bore before they were merged, and the name of where each went."""
    wanted = select(CareerCentre.id, CareerCentre.enterprise_number).where(
        CareerCentre.merged_into_id.is_not(None), CareerCentre.deleted
    )
    gone = session.execute(wanted, execution_options=GONE_TOO).all()
    heirs = {row.id: standing_for(session, row.id) for row in gone}
    named = identities(session, {*heirs.values()})
    return {
        row.enterprise_number: named[heirs[row.id]].name for row in gone if heirs[row.id] in named
    }


def officers(session: Session) -> list[str]:
    """Everyone who keeps the file of a centre, in order of the alphabet."""
    wanted = select(CareerCentre.officer).distinct().where(CareerCentre.officer.is_not(None))
    return sorted(name for name in session.scalars(wanted) if name)


def count(session: Session) -> int:
    """How many centres there are."""
    return session.scalars(select(func.count(CareerCentre.id))).one()


def identity(session: Session, centre_id: UUID) -> CentreIdentity:
    """What a centre is called and where it is."""
    return _identity(session.get_one(CareerCentre, centre_id))


def identities(session: Session, wanted: Collection[UUID]) -> dict[UUID, CentreIdentity]:
    """What these centres are called and where they are, by id."""
    rows = session.scalars(select(CareerCentre).where(CareerCentre.id.in_(wanted)))
    return {row.id: _identity(row) for row in rows}


def _identity(centre: CareerCentre) -> CentreIdentity:
    return CentreIdentity(
        id=centre.id,
        enterprise_number=centre.enterprise_number,
        legal_name=centre.legal_name,
        trade_name=centre.trade_name or "",
        legal_form=centre.legal_form or "",
        address=address(centre),
        phone=centre.phone or "",
        email=centre.email or "",
        website=centre.website or "",
        officer=centre.officer or "",
        remark=centre.remark or "",
    )


def counsellor_register(session: Session, only: UUID | None = None) -> list[CounsellorRow]:
    """Every counsellor at every centre, by name: one statement; of one centre if asked."""
    engaged, person = Engagement, Counsellor
    wanted = (
        select(
            *(engaged.id, engaged.counsellor_id, engaged.centre_id, *OF_WHOM),
            *(person.first_name, person.last_name, person.email, person.phone, person.languages),
            *(engaged.engagement_type, person.qualification, person.qualification_date),
            *(engaged.since, engaged.until, engaged.reported_on, engaged.remark),
        )
        .join(Counsellor, Engagement.counsellor_id == Counsellor.id)
        .join(CareerCentre, Engagement.centre_id == CareerCentre.id)
        .order_by(Counsellor.last_name, Counsellor.first_name, Engagement.id)
    )
    if only is not None:
        wanted = wanted.where(Engagement.centre_id == only)
    return [_registered(row) for row in session.execute(wanted).mappings()]


def _registered(row: Any) -> CounsellorRow:
    """A row of columns, one for each field; what is not known is empty text."""
    texts = ("officer", "first_name", "email", "phone", "languages", "remark")
    same = (
        *("id", "counsellor_id", "centre_id", "enterprise_number", "last_name"),
        *("engagement_type", "qualification_date", "since", "until", "reported_on"),
    )
    values: dict[str, Any] = {name: row[name] for name in same}
    values |= {name: row[name] or "" for name in texts}
    return CounsellorRow(
        centre=row["trade_name"] or row["legal_name"],
        qualification=row["qualification"] or Qualification.UNKNOWN,
        **values,
    )


def last_positions(session: Session, wanted: Collection[UUID]) -> dict[UUID, int]:
    """Where the last contact of these centres stands; a centre without any is left out."""
    rows = session.execute(
        select(ContactPerson.centre_id, func.max(ContactPerson.position))
        .where(ContactPerson.centre_id.in_(wanted))
        .group_by(ContactPerson.centre_id)
    )
    return {centre: last or 0 for centre, last in rows}


def of_numbers(session: Session, numbers: Sequence[str]) -> dict[str, UUID]:
    """Ids of the centres with these enterprise numbers."""
    rows = session.execute(
        select(CareerCentre.enterprise_number, CareerCentre.id).where(
            CareerCentre.enterprise_number.in_(numbers)
        )
    )
    return {row[0]: row[1] for row in rows}


def address(row: Any) -> Address:
    return Address(
        row.street or "",
        row.house_number or "",
        row.box or "",
        row.postal_code or "",
        row.locality or "",
    )


Record = tuple[str, UUID, str, dict[str, Any]]
"""Table, row, enterprise number of its centre, and its fields."""
PERSON = ("email", "first_name", "last_name")


def records(session: Session) -> Iterator[Record]:
    """Every centre and what belongs to it, as plain fields, to hold a list against."""
    numbers: dict[UUID, str] = {}
    for row in session.execute(select(*CareerCentre.__table__.c)).mappings():
        if not row["deleted"]:
            numbers[row["id"]] = row["enterprise_number"]
            yield "centre", row["id"], row["enterprise_number"], dict(row)
    people = {
        row["id"]: dict(row)
        for row in session.execute(select(*Counsellor.__table__.c)).mappings()
        if not row["deleted"]
    }
    yield from of_centres(session, (Establishment, ContactPerson), numbers)
    for _, row_id, centre, fields in of_centres(session, (Engagement,), numbers):
        person = people.get(fields["counsellor_id"])
        if person is not None:
            yield "counsellor", person["id"], centre, person
            yield "engagement", row_id, centre, {**fields, **{n: person[n] for n in PERSON}}


def of_centres(
    session: Session, kinds: Sequence[type[Entity]], numbers: Mapping[UUID, str]
) -> Iterator[Record]:
    """Every row of these tables that belongs to one of these centres."""
    for kind in kinds:
        for row in session.execute(select(*kind.__table__.c)).mappings():
            if not row["deleted"] and row["centre_id"] in numbers:
                yield kind.__tablename__, row["id"], numbers[row["centre_id"]], dict(row)
