"""Questions about retention: the facts of the clock, what belongs to a file, and the statements."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.actions.entities import QualityAction
from models.applications.entities import MandateApplication, MandateDecision
from models.applications.values import DecisionKind
from models.attachments.entities import Attachment
from models.centres.entities import CareerCentre
from models.checks.entities import DossierCheck, Finding
from models.complaints.entities import Complaint, ComplaintRoute
from models.letters.entities import Letter
from models.mandates.entities import Mandate
from models.retention.entities import DestructionStatement
from models.retention.values import RetentionFacts, Statement
from models.settings.entities import Setting
from models.store.circle import circle, left_alone
from models.store.lines import Key
from models.store.tables import change, kept
from models.surveys.entities import SatisfactionMeasurement

_DRAFTS = "draft_%"
_DRAFTED = ("centre", "dossier_check", "application", "decision", "complaint")
"""Tables of what a draft names as the thing it belongs to, in its key or in its value."""
_DAYS = (
    QualityAction.day,
    DossierCheck.visit_date,
    Letter.letter_date,
    MandateApplication.received_on,
    SatisfactionMeasurement.period_to,
    Attachment.received_on,
)
"""The days on which something happened in a file."""


def facts(session: Session, only: Collection[UUID] | None = None) -> list[RetentionFacts]:
    """What the clock of every file rests on; of some when asked."""
    ended = func.coalesce(Mandate.ended_on, Mandate.end_date)
    ends, waits = (
        _latest(session, Mandate, ended),
        _latest(session, Mandate, Mandate.waiting_period_until),
    )
    decided = _latest(session, MandateDecision, MandateDecision.decided_on)
    active: dict[UUID, date] = {}
    for column in _DAYS:
        for centre, day in _latest(session, column.class_, column).items():
            active[centre] = max(day, active.get(centre, day))
    for centre, day in _complained(session).items():
        active[centre] = max(day, active.get(centre, day))
    asked, checked, owed = _asked(session), _checked(session), _owed(session)
    complained = _open_complaints(session)
    wanted = select(CareerCentre.id)
    return [
        RetentionFacts(
            centre,
            ends.get(centre),
            waits.get(centre),
            decided.get(centre),
            active.get(centre),
            centre in asked,
            centre in checked,
            centre in owed,
            centre in complained,
        )
        for centre in session.scalars(wanted)
        if only is None or centre in only
    ]


def belonging(session: Session, centres: Collection[UUID]) -> tuple[list[Key], list[Key]]:
    """Everything that goes with these centres, and the rows of which only the past goes.

    Removed rows and centres merged into these go too; a counsellor goes who works nowhere else.
    """
    connection = session.connection()
    found: defaultdict[str, set[UUID]] = defaultdict(set)
    for centre in centres:
        for table, rows in circle(connection, ("centre", centre), ever=False).items():
            found[table] |= rows
    for table, rows in left_alone(connection, found).items():
        found[table] |= rows
    whole = [(table, row) for table, rows in found.items() for row in rows]
    things = {one for table in _DRAFTED for one in found[table]}
    gone, past = _drafts(session, things)
    return whole + gone, past


def names_of(session: Session, centres: Collection[UUID]) -> set[str]:
    """The names these centres bear."""
    wanted = select(CareerCentre.legal_name, CareerCentre.trade_name).where(
        CareerCentre.id.in_(centres)
    )
    return {name for both in session.execute(wanted) for name in both if name}


def statements(session: Session) -> list[Statement]:
    """Every statement, the newest first."""
    kind = DestructionStatement
    wanted = select(kind).order_by(kind.destroyed_on.desc(), kind.reference.desc())
    return [_statement(row) for row in session.scalars(wanted)]


def statement(session: Session, row: UUID) -> Statement:
    return _statement(session.get_one(DestructionStatement, row))


def next_reference(session: Session, year: int) -> str:
    """V, the year and the next number of that year."""
    begin = f"V-{year:04}-"
    wanted = select(func.count()).where(DestructionStatement.reference.startswith(begin))
    return f"{begin}{(session.scalar(wanted) or 0) + 1:03}"


def person(session: Session, wanted: Collection[Key]) -> dict[str, list[Mapping[str, Any]]]:
    """These rows whole, by table; of a counsellor also where that person works."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    people = {row for of, row in wanted if of == "counsellor"}
    engaged = kept()["engagement"].c
    works = select(engaged.id).where(engaged.counsellor_id.in_(people), engaged.deleted.is_(False))
    every = {*wanted, *(("engagement", row) for row in session.connection().scalars(works))}
    for name, table in kept().items():
        ids = {row for of, row in every if of == name}
        if ids:
            rows = session.connection().execute(select(table).where(table.c.id.in_(ids)))
            found[name] = [dict(row) for row in rows.mappings()]
    return found


def _latest(session: Session, kind: Any, day: Any) -> dict[UUID, date]:
    wanted = select(kind.centre_id, func.max(day)).where(day.is_not(None)).group_by(kind.centre_id)
    return {
        centre: last if isinstance(last, date) else date.fromisoformat(last)
        for centre, last in session.execute(wanted)
    }


def _asked(session: Session) -> set[UUID]:
    settled = select(MandateDecision.application_id).where(
        MandateDecision.kind.in_((DecisionKind.GRANTED, DecisionKind.REFUSED)),
        MandateDecision.application_id.is_not(None),
        MandateDecision.deleted.is_(False),
    )
    kind = MandateApplication
    wanted = select(kind.centre_id).where(kind.retracted_on.is_(None), kind.id.not_in(settled))
    return set(session.scalars(wanted))


def _checked(session: Session) -> set[UUID]:
    return set(
        session.scalars(select(DossierCheck.centre_id).where(DossierCheck.finished_at.is_(None)))
    )


def _owed(session: Session) -> set[UUID]:
    wanted = (
        select(DossierCheck.centre_id)
        .join(Finding, Finding.check_id == DossierCheck.id)
        .where(
            Finding.measure_met_on.is_(None),
            or_(Finding.left_out.is_(None), Finding.left_out.is_(False)),
            or_(Finding.measure.is_not(None), Finding.measure_due.is_not(None)),
        )
    )
    return set(session.scalars(wanted))


def _complained(session: Session) -> dict[UUID, date]:
    """The last day anything came in along a route of a complaint."""
    wanted = (
        select(Complaint.centre_id, func.max(ComplaintRoute.received_on))
        .join(ComplaintRoute, ComplaintRoute.complaint_id == Complaint.id)
        .group_by(Complaint.centre_id)
    )
    return {
        centre: day if isinstance(day, date) else date.fromisoformat(day)
        for centre, day in session.execute(wanted)
    }


def _open_complaints(session: Session) -> set[UUID]:
    """A complaint is open until somebody closes it, also when it was answered."""
    return set(session.scalars(select(Complaint.centre_id).where(Complaint.closed_on.is_(None))))


def _drafts(session: Session, things: Collection[UUID]) -> tuple[list[Key], list[Key]]:
    """Drafts that speak of these things now, and those that did before."""
    marks = [mark for one in things for mark in (one.hex, str(one))]
    both = Setting.key.concat(" ").concat(func.coalesce(Setting.value, ""))
    wanted = select(Setting.id, both).where(Setting.key.like(_DRAFTS))
    gone: list[Key] = []
    past: list[Key] = []
    for row, value in session.execute(wanted, execution_options={"with_deleted": True}):
        if any(mark in value for mark in marks):
            gone.append(("setting", row))
            continue
        said = select(change.c.payload).where(change.c.row == row, change.c.payload.is_not(None))
        told = session.connection().scalars(said)
        if any(mark in payload for payload in told for mark in marks):
            past.append(("setting", row))
    return gone, past


def _statement(row: DestructionStatement) -> Statement:
    return Statement(
        id=row.id,
        reference=row.reference,
        series=row.series,
        rule_reference=row.rule_reference,
        term_years=row.term_years,
        term_ended_on=row.term_ended_on,
        described=row.described,
        rows_count=row.rows_count,
        files_count=row.files_count,
        destroyed_on=row.destroyed_on,
        decided_by=row.decided_by,
    )
