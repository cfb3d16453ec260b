"""Centres whole, with everybody and everything that belongs to them; one or a page of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.centres.entities import ContactPerson, Counsellor, Engagement, Establishment
from models.centres.queries.files import address, identities
from models.centres.queries.names import former_names_of
from models.centres.values import (
    CentreFile,
    ContactFile,
    CounsellorFile,
    EstablishmentFile,
    Gender,
    Qualification,
)
from models.kernel.errors import Gone


def file(session: Session, centre_id: UUID) -> CentreFile:
    """A centre whole. Raises Gone when it is no longer there."""
    found = files(session, [centre_id]).get(centre_id)
    if found is None:
        raise Gone
    return found


def files(session: Session, wanted: Collection[UUID]) -> dict[UUID, CentreFile]:
    """Centres whole: five statements, however many they are and however much they have."""
    places, people = _establishments(session, wanted), _counsellors(session, wanted)
    reached, former = _contacts(session, wanted), former_names_of(session, wanted)
    return {
        row: CentreFile(
            known,
            tuple(places.get(row, ())),
            tuple(people.get(row, ())),
            tuple(reached.get(row, ())),
            tuple(former.get(row, ())),
        )
        for row, known in identities(session, wanted).items()
    }


def establishments(session: Session, centre_id: UUID) -> list[EstablishmentFile]:
    return _establishments(session, [centre_id]).get(centre_id, [])


def _establishments(
    session: Session, wanted: Collection[UUID]
) -> Mapping[UUID, list[EstablishmentFile]]:
    found: defaultdict[UUID, list[EstablishmentFile]] = defaultdict(list)
    for row in session.scalars(select(Establishment).where(Establishment.centre_id.in_(wanted))):
        found[row.centre_id].append(
            EstablishmentFile(
                id=row.id,
                establishment_number=row.establishment_number or "",
                name=row.name or "",
                address=address(row),
                phone=row.phone or "",
                email=row.email or "",
                active=row.active is not False,
                since=row.since,
                until=row.until,
                remark=row.remark or "",
            )
        )
    for places in found.values():
        places.sort(key=lambda place: (not place.active, place.address.locality, place.name))
    return found


def counsellors(session: Session, centre_id: UUID) -> list[CounsellorFile]:
    return _counsellors(session, [centre_id]).get(centre_id, [])


def _counsellors(session: Session, wanted: Collection[UUID]) -> Mapping[UUID, list[CounsellorFile]]:
    found: defaultdict[UUID, list[CounsellorFile]] = defaultdict(list)
    for engagement, person in session.execute(
        select(Engagement, Counsellor)
        .join(Counsellor, Engagement.counsellor_id == Counsellor.id)
        .where(Engagement.centre_id.in_(wanted))
    ):
        found[engagement.centre_id].append(_counsellor(engagement, person))
    for people in found.values():
        people.sort(key=lambda person: (person.last_name, person.first_name))
    return found


def contacts(session: Session, centre_id: UUID) -> list[ContactFile]:
    """The people to write to; the first receives the letters."""
    return _contacts(session, [centre_id]).get(centre_id, [])


def _contacts(session: Session, wanted: Collection[UUID]) -> Mapping[UUID, list[ContactFile]]:
    found: defaultdict[UUID, list[ContactFile]] = defaultdict(list)
    for row in session.scalars(
        select(ContactPerson)
        .where(ContactPerson.centre_id.in_(wanted))
        .order_by(ContactPerson.position, ContactPerson.id)
    ):
        found[row.centre_id].append(
            ContactFile(
                id=row.id,
                first_name=row.first_name or "",
                last_name=row.last_name or "",
                gender=row.gender or Gender.UNKNOWN,
                role=row.role or "",
                phone=row.phone or "",
                email=row.email or "",
            )
        )
    return found


def _counsellor(engagement: Engagement, person: Counsellor) -> CounsellorFile:
    return CounsellorFile(
        id=engagement.id,
        counsellor_id=person.id,
        first_name=person.first_name or "",
        last_name=person.last_name,
        email=person.email or "",
        phone=person.phone or "",
        languages=person.languages or "",
        engagement_type=engagement.engagement_type,
        qualification=person.qualification or Qualification.UNKNOWN,
        qualification_date=person.qualification_date,
        since=engagement.since,
        until=engagement.until,
        remark=engagement.remark or "",
        reported_on=engagement.reported_on,
    )
