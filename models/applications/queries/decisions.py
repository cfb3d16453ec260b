"""Decisions about mandates: one whole with its appeal term, and many in a list."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.applications import rules
from models.applications.entities import MandateApplication, MandateDecision
from models.applications.values import DecisionFile, DecisionRow
from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre
from models.checks.entities import DossierCheck
from models.kernel.errors import Gone
from models.mandates.entities import Mandate
from models.settings import queries as settings_queries
from models.store.entity import Entity
from models.terms.values import Changed, Term

E = TypeVar("E", bound=Entity)


def decision(session: Session, decision_id: UUID) -> DecisionFile:
    """A decision whole. Raises Gone when it was taken back."""
    row = session.get(MandateDecision, decision_id)
    if row is None or row.deleted:
        raise Gone
    return _file(session, row, settings_queries.settings(session).changed)


def of_application(session: Session, application_id: UUID) -> DecisionFile | None:
    """The newest decision about an application."""
    wanted = select(MandateDecision).where(MandateDecision.application_id == application_id)
    row = session.scalars(wanted.order_by(*_NEWEST).limit(1)).first()
    return None if row is None else decision(session, row.id)


def decisions_of_centre(session: Session, centre_id: UUID) -> list[DecisionFile]:
    """Every decision about a centre, the newest first."""
    changed = settings_queries.settings(session).changed
    wanted = select(MandateDecision).where(MandateDecision.centre_id == centre_id)
    return [_file(session, row, changed) for row in session.scalars(wanted.order_by(*_NEWEST))]


def decision_ids(session: Session, centre_id: UUID | None = None) -> list[UUID]:
    """Ids of the decisions, the newest first; of one centre when asked."""
    wanted = select(MandateDecision.id).order_by(*_NEWEST)
    if centre_id is not None:
        wanted = wanted.where(MandateDecision.centre_id == centre_id)
    return list(session.scalars(wanted))


def decision_rows(session: Session, wanted: Sequence[UUID]) -> list[DecisionRow]:
    """These decisions for a list: two statements a page."""
    changed = settings_queries.settings(session).changed
    question = (
        select(
            MandateDecision,
            CareerCentre,
            MandateApplication.reference,
            Mandate.number,
            DossierCheck.reference,
        )
        .join(CareerCentre, MandateDecision.centre_id == CareerCentre.id)
        .outerjoin(MandateApplication, MandateDecision.application_id == MandateApplication.id)
        .outerjoin(Mandate, MandateDecision.mandate_id == Mandate.id)
        .outerjoin(DossierCheck, MandateDecision.check_id == DossierCheck.id)
        .where(MandateDecision.id.in_(wanted))
    )
    return [
        _row(row, centre, (application or "", number or "", check or ""), changed)
        for row, centre, application, number, check in session.execute(question)
    ]


_NEWEST = (MandateDecision.decided_on.desc(), MandateDecision.id.desc())


def _row(
    row: MandateDecision, centre: CareerCentre, named: tuple[str, str, str], changed: Changed
) -> DecisionRow:
    application, number, check = named
    last, _before = _appeal(row, changed)
    day, _why = rules.served(row.sent_on, row.sent_by, changed)
    return DecisionRow(
        id=row.id,
        kind=row.kind,
        centre_id=row.centre_id,
        centre_name=centre.trade_name or centre.legal_name,
        decided_on=row.decided_on,
        authority=row.authority,
        decided_by=row.decided_by or "",
        application_id=row.application_id,
        application_reference=application,
        mandate_id=row.mandate_id,
        mandate_number=number,
        check_id=row.check_id,
        check_reference=check,
        sent_on=row.sent_on,
        served_on=row.served_on or day,
        appeal_until=last.due if last else None,
        motivation=row.motivation or "",
        legal_basis=row.legal_basis or "",
    )


def _file(session: Session, row: MandateDecision, changed: Changed) -> DecisionFile:
    centre = centre_queries.identity(session, row.centre_id)
    application = _one(session, MandateApplication, row.application_id)
    mandate = _one(session, Mandate, row.mandate_id)
    check = _one(session, DossierCheck, row.check_id)
    last, before = _appeal(row, changed)
    day, why = rules.served(row.sent_on, row.sent_by, changed)
    return DecisionFile(
        id=row.id,
        kind=row.kind,
        centre_id=row.centre_id,
        centre_name=centre.name,
        application_id=row.application_id,
        application_reference=application.reference if application else "",
        mandate_id=row.mandate_id,
        mandate_number=(mandate.number or "") if mandate else "",
        mandate_start=mandate.start_date if mandate else None,
        mandate_end=mandate.facts.last if mandate else None,
        waiting_period_until=mandate.waiting_period_until if mandate else None,
        check_id=row.check_id,
        check_reference=check.reference if check else "",
        decided_on=row.decided_on,
        authority=row.authority,
        decided_by=row.decided_by or "",
        motivation=row.motivation or "",
        legal_basis=row.legal_basis or "",
        hearing_on=row.hearing_on,
        hearing_report=row.hearing_report or "",
        sent_on=row.sent_on,
        sent_by=row.sent_by,
        served_on=row.served_on or day,
        served_why="" if row.served_on else why,
        appeal_mentioned=row.appeal_mentioned is not False,
        appeal=last,
        appeal_from=before,
    )


def _appeal(row: MandateDecision, changed: Changed) -> tuple[Term | None, Term | None]:
    return rules.appeal(
        row.served_on,
        row.sent_on,
        row.sent_by,
        mentioned=row.appeal_mentioned is not False,
        changed=changed,
    )


def _one(session: Session, kind: type[E], row: UUID | None) -> E | None:
    """The row, also when it was taken away since: a decision keeps pointing to it."""
    if row is None:
        return None
    return session.get(kind, row, execution_options={"with_deleted": True})
