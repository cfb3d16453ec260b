"""What people do with career centres: find one, look at it, keep its file up to date."""

from datetime import date
from uuid import UUID

from controllers.former_names import keep_former_name
from models.centres import queries
from models.centres.entities import (
    EDITED,
    CareerCentre,
    ContactPerson,
    Counsellor,
    Engagement,
    Establishment,
    FormerName,
)
from models.centres.rules import enterprise_number, show_enterprise_number, show_phone
from models.centres.rules.editing import Value, cleaned
from models.centres.values import CentreFile, EnterpriseNumberTaken, NameKind, NameMissing
from models.kernel.ids import natural_id
from models.kernel.period import PeriodReversed
from models.kernel.text import N_
from models.store.entity import Entity
from models.store.gate import longest
from models.store.session import ChangeSession, LookSession
from models.store.store import Store

__all__ = ["PARTS", "Centres", "show_phone"]

DATED = (Establishment, Engagement, FormerName)
PARTS: dict[str, type[Entity]] = {
    "former_name": FormerName,
    "establishment": Establishment,
    "engagement": Engagement,
    "counsellor": Counsellor,
    "contact": ContactPerson,
}
"""What belongs to a centre file beside its identity, by the name of its table."""


class Centres:
    """The files of the career centres."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def file(self, centre_id: UUID) -> CentreFile:
        with self._store.look() as session:
            return queries.file(session, centre_id)

    def standing_for(self, centre_id: UUID) -> UUID:
        """Where this file went on: the centre it was merged into, or it itself."""
        with self._store.look() as session:
            return queries.standing_for(session, centre_id)

    def by_number(self, number: str) -> UUID | None:
        """The centre with this enterprise number, however it is written."""
        with self._store.look() as session:
            return queries.id_of(session, enterprise_number(number))

    def free_number(self, number: str, but: UUID | None = None) -> str:
        """The ten digits of a number that no centre holds yet, save perhaps this one.

        Raises EnterpriseNumberWrong or EnterpriseNumberTaken.
        """
        digits = enterprise_number(number)
        with self._store.look() as session:
            if queries.id_of(session, digits) not in {None, but}:
                self._free(session, digits)
        return digits

    def officers(self) -> list[str]:
        with self._store.look() as session:
            return queries.officers(session)

    def count(self) -> int:
        with self._store.look() as session:
            return queries.count(session)

    def add(self, number: str, legal_name: str) -> UUID:
        """Open a file for a centre.

        Its id follows from its enterprise number, so that two laptops make one centre of it; not
        when another centre was opened under that number, which was corrected since.
        """
        digits = str(_kept(CareerCentre, "enterprise_number", number))
        name = str(_kept(CareerCentre, "legal_name", legal_name))
        with self._store.change(N_("Add centre"), name) as session:
            self._free(session, digits)
            centre_id = natural_id(CareerCentre.__tablename__, digits)
            values = {"enterprise_number": digits, "legal_name": name}
            if session.get(CareerCentre, centre_id) is None:
                session.put(CareerCentre, centre_id, **values)
                return centre_id
            return _added(session, CareerCentre(**values))

    def edit(self, centre_id: UUID, field: str, value: Value) -> None:
        """Write one field of a centre; the value is cleaned, or refused at that field."""
        kept = _kept(CareerCentre, field, value)
        with self._store.look() as looking:
            name = queries.identity(looking, centre_id).name
        with self._store.change(N_("Edit centre"), name) as session:
            centre = session.get_one(CareerCentre, centre_id)
            if field == "enterprise_number" and kept != centre.enterprise_number:
                self._free(session, str(kept))
            today = self._store.now().astimezone().date()
            keep_former_name(session, centre, field, str(kept) if kept else None, today)
            setattr(centre, field, kept)

    def add_former_name(self, centre_id: UUID, name: str, kind: NameKind) -> UUID:
        """A name this centre bore. Raises Gone and NameMissing."""
        kept = _name_kept(name)
        with self._store.change(N_("Add former name"), kept) as session:
            centre = session.get_one(CareerCentre, centre_id)
            return _added(session, FormerName(centre_id=centre.id, name=kept, kind=kind))

    def add_establishment(self, centre_id: UUID, name: str = "") -> UUID:
        """A place of this centre, in use. Raises Gone."""
        kept = _kept(Establishment, "name", name)
        with self._store.change(N_("Add establishment"), str(kept or "")) as session:
            centre = session.get_one(CareerCentre, centre_id)
            return _added(session, Establishment(centre_id=centre.id, name=kept, active=True))

    def add_contact(self, centre_id: UUID, last_name: str = "") -> UUID:
        """Somebody to write to, after those that stand there. Raises Gone."""
        kept = _kept(ContactPerson, "last_name", last_name) if last_name.strip() else None
        with self._store.change(N_("Add contact"), str(kept or "")) as session:
            centre = session.get_one(CareerCentre, centre_id)
            last = queries.last_positions(session, [centre.id]).get(centre.id, 0)
            person = ContactPerson(centre_id=centre.id, last_name=kept, position=last + 1)
            return _added(session, person)

    def add_counsellor(self, centre_id: UUID, first_name: str, last_name: str) -> UUID:
        """A new counsellor at this centre; gives the id of the engagement. Raises Gone."""
        last = _kept(Counsellor, "last_name", last_name)
        first = _kept(Counsellor, "first_name", first_name)
        with self._store.change(N_("Add counsellor"), f"{first or ''} {last}".strip()) as session:
            centre = session.get_one(CareerCentre, centre_id)
            person = _added(session, Counsellor(first_name=first, last_name=last))
            return _added(session, Engagement(centre_id=centre.id, counsellor_id=person))

    def edit_part(self, part: str, row: UUID, field: str, value: Value) -> None:
        """Write one field of an establishment, engagement, counsellor or contact."""
        kept = _kept(PARTS[part], field, value)
        if part == "former_name" and field in {"name", "kind"} and kept is None:
            raise NameMissing(field=field)
        with self._store.change(N_("Edit centre file")) as session:
            found = session.get_one(PARTS[part], row)
            setattr(found, field, kept)
            if field in {"since", "until"} and isinstance(found, DATED):
                _check_order(found.since, found.until, field)

    def remove_part(self, part: str, row: UUID) -> None:
        """Take an establishment, engagement or contact from the file; undo brings it back."""
        with self._store.change(N_("Remove from centre file")) as session:
            session.delete(session.get_one(PARTS[part], row))

    @staticmethod
    def _free(session: LookSession, digits: str) -> None:
        taken = queries.id_of(session, digits)
        if taken is not None:
            name = queries.identity(session, taken).name
            raise EnterpriseNumberTaken(
                field="enterprise_number", number=show_enterprise_number(digits), name=name
            )


def _check_order(since: date | None, until: date | None, field: str) -> None:
    if since is not None and until is not None and until < since:
        raise PeriodReversed(field=field, start=since, end=until)


def _kept(kind: type[Entity], field: str, value: Value) -> Value:
    """The value as this table keeps it. Raises KeyError for a field that nobody edits."""
    if field not in EDITED[kind.__tablename__]:
        raise KeyError(field)
    return cleaned(field, value, longest(kind.metadata.tables[kind.__tablename__], field))


def _name_kept(name: str) -> str:
    """Raises NameMissing."""
    kept = _kept(FormerName, "name", name)
    if not kept:
        raise NameMissing(field="name")
    return str(kept)


def _added(session: ChangeSession, row: Entity) -> UUID:
    session.add(row)
    session.flush()
    return row.id
