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
    MandateFacts,
    MandateState,
    NothingToRenew,
    Renewal,
    RenewedAlready,
    Standing,
    Unusual,
)
from models.store.gate import longest
from models.store.session import ChangeSession
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


PAUSES = frozenset(
    {"ended_on", "waiting_period_until", "suspended_from", "suspended_until"}
    | {"start_date", "end_date"}
)
"""Fields after which a waiting period or a suspension may no longer fit."""


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
            return queries.expected(start, queries.day(session, self.today()))

    def unusual(self, centre_id: UUID, start: date, end: date | None = None) -> Unusual:
        """The end by the rule for days that are being written, and what would need a reason."""
        with self._store.look() as session:
            day = queries.day(session, self.today())
            expected = queries.expected(start, day)
            others = [other.facts for other in queries.others(session, centre_id)]
            found = rules.caused(MandateFacts(start, end or expected), others, expected)
        return Unusual(expected, tuple(one.sentence for one in found))

    def renewal(self, centre_id: UUID) -> Renewal:
        """The next period as the rules propose it. Raises NothingToRenew and RenewedAlready."""
        with self._store.look() as session:
            day = queries.day(session, self.today())
            held = queries.others(session, session.get_one(CareerCentre, centre_id).id)
            last = rules.renewable([mandate.facts for mandate in held])
            before = next((mandate for mandate in held if mandate.facts == last), None)
            if before is None or last is None:
                raise NothingToRenew
            if day.today < last.start:
                raise RenewedAlready(number=before.number or "", start=last.start)
            start = rules.next_first_day(last)
            return Renewal(
                predecessor_id=before.id,
                number=before.number or "",
                start=start,
                end=queries.expected(start, day),
                regime=rules.renewal_regime(start, day.changed),
                continued_on=before.continued_on,
            )

    def add(
        self,
        centre_id: UUID,
        number: str,
        start: date,
        end: date | None = None,
        deviation: str = "",
    ) -> UUID:
        """A mandate from this day; without an end it lasts as long as the rule says.

        Raises Gone, DayOutOfReach, MandateReversed, MandateOverlaps, and MandateReasonNeeded
        when its days are unusual and `deviation` does not say why.
        """
        kept = str(_kept(Mandate, "number", number) or "")
        with self._store.change(N_("Add mandate"), kept) as session:
            return self._added(session, centre_id, kept, start, end, deviation).id

    def renew(
        self,
        centre_id: UUID,
        number: str,
        start: date,
        end: date | None = None,
        deviation: str = "",
        continued_on: date | None = None,
    ) -> UUID:
        """The next period, as one step; `continued_on` is kept with the period before it.

        Raises as `add` does.
        """
        kept = str(_kept(Mandate, "number", number) or "")
        with self._store.change(N_("Add next period"), kept) as session:
            made = self._added(session, centre_id, kept, start, end, deviation)
            others = queries.others(session, centre_id, made.id)
            before = queries.predecessor(made.facts, others)
            if before is not None and continued_on is not None:
                check_reach(continued_on, "continued_on")
                before.continued_on = continued_on
            return made.id

    def edit(self, mandate_id: UUID, field: str, value: Value) -> None:
        """Write one field of a mandate, unless its days then clash, or differ without a reason.

        An end that follows from the rule goes along with the start.
        """
        if value is None and field in {"start_date", "end_date"}:
            raise MandateDayMissing(field=field)
        kept = _kept(Mandate, field, value)
        with self._store.change(N_("Edit mandate"), self._name(mandate_id)) as session:
            mandate = session.get_one(Mandate, mandate_id)
            others = queries.others(session, mandate.centre_id, mandate.id)
            day = queries.day(session, self.today())
            before = queries.unexplained(mandate, others, day)
            by_rule = mandate.end_date == queries.expected(mandate.start_date, day)
            setattr(mandate, field, kept)
            if field == "start_date" and by_rule:
                mandate.end_date = queries.expected(mandate.start_date, day)
            rules.check_days(mandate.facts, queries.numbered(others), field)
            if field in PAUSES:
                rules.check_pauses(mandate.facts, field)
            rules.check_reasons(queries.unexplained(mandate, others, day), field, before)

    def remove(self, mandate_id: UUID) -> None:
        with self._store.change(N_("Remove mandate"), self._name(mandate_id)) as session:
            session.delete(session.get_one(Mandate, mandate_id))

    def add_certificate(
        self,
        centre_id: UUID,
        kind: CertificateKind | None,
        valid_until: date | None,
        valid_from: date | None = None,
    ) -> UUID:
        """A quality certificate of this centre. Raises Gone, DayOutOfReach and PeriodReversed."""
        last = _kept(QualityCertificate, "valid_until", valid_until)
        first = _kept(QualityCertificate, "valid_from", valid_from)
        with self._store.change(N_("Add certificate")) as session:
            centre = session.get_one(CareerCentre, centre_id)
            certificate = QualityCertificate(
                centre_id=centre.id, kind=kind, valid_from=first, valid_until=last
            )
            _check_order(certificate, "valid_until")
            session.add(certificate)
            session.flush()
            return certificate.id

    def edit_certificate(self, certificate_id: UUID, field: str, value: Value) -> None:
        kept = _kept(QualityCertificate, field, value)
        with self._store.change(N_("Edit certificate")) as session:
            found = session.get_one(QualityCertificate, certificate_id)
            setattr(found, field, kept)
            _check_order(found, field)

    def remove_certificate(self, certificate_id: UUID) -> None:
        with self._store.change(N_("Remove certificate")) as session:
            session.delete(session.get_one(QualityCertificate, certificate_id))

    def _added(
        self,
        session: ChangeSession,
        centre_id: UUID,
        number: str,
        start: date,
        end: date | None,
        deviation: str,
    ) -> Mandate:
        centre, day = session.get_one(CareerCentre, centre_id), queries.day(session, self.today())
        others = queries.others(session, centre.id)
        mandate = Mandate(
            centre_id=centre.id,
            number=number or None,
            start_date=_kept(Mandate, "start_date", start),
            end_date=_kept(Mandate, "end_date", end) or queries.expected(start, day),
            deviation=_kept(Mandate, "deviation", deviation),
        )
        rules.check_days(mandate.facts, queries.numbered(others))
        rules.check_reasons(queries.unexplained(mandate, others, day))
        before = queries.predecessor(mandate.facts, others)
        mandate.predecessor_id = before.id if before is not None else None
        session.add(mandate)
        session.flush()
        return mandate

    def _name(self, mandate_id: UUID) -> str:
        with self._store.look() as session:
            mandate = session.get_one(Mandate, mandate_id)
            return mandate.number or centre_queries.identity(session, mandate.centre_id).name


def _check_order(certificate: QualityCertificate, field: str) -> None:
    first, last = certificate.valid_from, certificate.valid_until
    if first is not None and last is not None and last < first:
        raise PeriodReversed(field=field, start=first, end=last)


def _kept(kind: type[Mandate | QualityCertificate], field: str, value: Value) -> Value:
    """The value as this table keeps it. Raises KeyError for a field that nobody edits."""
    table = kind.metadata.tables[kind.__tablename__]
    if field in {"id", "deleted", "centre_id"}:
        raise KeyError(field)
    if isinstance(value, date):
        check_reach(value, field)
    return cleaned(field, value, longest(table, field))
