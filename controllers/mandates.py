"""What people do with mandates and certificates, and how centres stand by them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from controllers.columns import Column
from controllers.wording import badge, word
from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre
from models.centres.rules import show_enterprise_number
from models.centres.rules.editing import Value, cleaned
from models.kernel.period import PeriodReversed
from models.kernel.text import N_
from models.mandates import queries, rules
from models.mandates.entities import Mandate, QualityCertificate
from models.mandates.values import (
    CentreFilter,
    CentreRow,
    CertificateKind,
    MandateDayMissing,
    MandateState,
    Standing,
)
from models.store.gate import longest
from models.store.store import Store
from models.terms.rules import check_reach


def _second_line(row: CentreRow) -> str:
    number = show_enterprise_number(row.enterprise_number)
    return number if row.legal_name == row.name else f"{number} · {row.legal_name}"


COLUMNS = (
    Column[CentreRow](
        "name", N_("Centre"), lambda row: row.name, width=34, kind="two", sub=_second_line
    ),
    Column[CentreRow]("locality", N_("Town"), lambda row: row.locality, width=20),
    Column[CentreRow]("officer", N_("File keeper"), lambda row: row.officer, width=18),
    Column[CentreRow](
        "state",
        N_("Mandate"),
        lambda row: word(row.state),
        width=13,
        kind="badge",
        state=lambda row: badge(row.state),
    ),
    Column[CentreRow](
        "mandate_end", N_("Mandate until"), lambda row: row.mandate_end, width=14, kind="date"
    ),
    Column[CentreRow](
        "certificate",
        N_("Certificate"),
        lambda row: word(row.certificate_state),
        width=14,
        kind="badge",
        state=lambda row: badge(row.certificate_state),
    ),
)


class Mandates:
    """Mandates of six years, the certificates under them, and the list of centres by them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def today(self) -> date:
        return self._store.now().astimezone().date()

    def ids(self, wanted: CentreFilter) -> Sequence[UUID]:
        """The centres that fit, in the order asked."""
        with self._store.look() as session:
            return queries.ids(session, wanted, queries.day(session, self.today()))

    def rows(self, wanted: Sequence[UUID]) -> list[CentreRow]:
        """These centres as they stand today."""
        with self._store.look() as session:
            return queries.rows(session, wanted, queries.day(session, self.today()))

    def standing(self, centre_id: UUID) -> Standing:
        """How one centre stands today, with the reasons."""
        with self._store.look() as session:
            return queries.standing(session, centre_id, queries.day(session, self.today()))

    def counts(self) -> dict[MandateState, int]:
        """How many centres stand in each state today."""
        with self._store.look() as session:
            return queries.counts(session, queries.day(session, self.today()))

    def expected_end(self, start: date) -> date:
        """The last day the rule gives a mandate that starts on this day (DOMAIN.md F4.23)."""
        with self._store.look() as session:
            return rules.end_by_rule(start, queries.day(session, self.today()).changed)

    def add(self, centre_id: UUID, number: str, start: date, end: date | None = None) -> UUID:
        """A mandate from this day; without an end it lasts as long as the rule says.

        Raises Gone, DayOutOfReach, MandateReversed and MandateOverlaps.
        """
        kept = _kept(Mandate, "number", number)
        with self._store.change(N_("Add mandate"), str(kept or "")) as session:
            centre = session.get_one(CareerCentre, centre_id)
            changed = queries.day(session, self.today()).changed
            last = _kept(Mandate, "end_date", end) or rules.end_by_rule(start, changed)
            mandate = Mandate(
                centre_id=centre.id,
                number=kept,
                start_date=_kept(Mandate, "start_date", start),
                end_date=last,
            )
            rules.check_days(mandate.facts, queries.others(session, centre.id))
            session.add(mandate)
            session.flush()
            return mandate.id

    def edit(self, mandate_id: UUID, field: str, value: Value) -> None:
        """Write one field of a mandate, unless its days then clash."""
        if value is None and field in {"start_date", "end_date"}:
            raise MandateDayMissing(field=field)
        kept = _kept(Mandate, field, value)
        with self._store.change(N_("Edit mandate"), self._name(mandate_id)) as session:
            mandate = session.get_one(Mandate, mandate_id)
            setattr(mandate, field, kept)
            others = queries.others(session, mandate.centre_id, mandate.id)
            rules.check_days(mandate.facts, others, field)

    def remove(self, mandate_id: UUID) -> None:
        with self._store.change(N_("Remove mandate"), self._name(mandate_id)) as session:
            session.delete(session.get_one(Mandate, mandate_id))

    def add_certificate(
        self, centre_id: UUID, kind: CertificateKind | None, valid_until: date | None
    ) -> UUID:
        """A quality certificate of this centre. Raises Gone and DayOutOfReach."""
        last = _kept(QualityCertificate, "valid_until", valid_until)
        with self._store.change(N_("Add certificate")) as session:
            centre = session.get_one(CareerCentre, centre_id)
            certificate = QualityCertificate(centre_id=centre.id, kind=kind, valid_until=last)
            session.add(certificate)
            session.flush()
            return certificate.id

    def edit_certificate(self, certificate_id: UUID, field: str, value: Value) -> None:
        kept = _kept(QualityCertificate, field, value)
        with self._store.change(N_("Edit certificate")) as session:
            found = session.get_one(QualityCertificate, certificate_id)
            setattr(found, field, kept)
            first, last = found.valid_from, found.valid_until
            if first is not None and last is not None and last < first:
                raise PeriodReversed(field=field, start=first, end=last)

    def remove_certificate(self, certificate_id: UUID) -> None:
        with self._store.change(N_("Remove certificate")) as session:
            session.delete(session.get_one(QualityCertificate, certificate_id))

    def _name(self, mandate_id: UUID) -> str:
        with self._store.look() as session:
            mandate = session.get_one(Mandate, mandate_id)
            return mandate.number or centre_queries.identity(session, mandate.centre_id).name


def _kept(kind: type[Mandate | QualityCertificate], field: str, value: Value) -> Value:
    """The value as this table keeps it. Raises KeyError for a field that nobody edits."""
    table = kind.metadata.tables[kind.__tablename__]
    if field in {"id", "deleted", "centre_id"}:
        raise KeyError(field)
    if isinstance(value, date):
        check_reach(value, field)
    return cleaned(field, value, longest(table, field))
