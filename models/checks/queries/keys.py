"""Ids that follow from what a row is about, and the references of checks."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.centres.entities import CareerCentre
from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck, Finding, Recheck
from models.kernel.ids import natural_id
from models.kernel.words import holds


def finding_id(check_id: UUID, question_key: str) -> UUID:
    """One finding a question in a check, whoever writes it first."""
    return natural_id(Finding.__tablename__, check_id, question_key)


def answer_id(dossier_id: UUID, question_key: str) -> UUID:
    """One answer a question in a dossier, whoever gives it first."""
    return natural_id(ChecklistAnswer.__tablename__, dossier_id, question_key)


def recheck_id(check_id: UUID, earlier_check_id: UUID, question_key: str) -> UUID:
    """One row for a finding that is looked at again, whoever carries it over first."""
    return natural_id(Recheck.__tablename__, check_id, earlier_check_id, question_key)


def dossier_id(check_id: UUID, number: str) -> UUID:
    """One dossier a number in a check."""
    return natural_id(CheckedDossier.__tablename__, check_id, number)


def reference_taken(session: Session, reference: str) -> bool:
    """Whether a check has this reference, also one that was taken back."""
    wanted = select(DossierCheck.id).where(DossierCheck.reference == reference).limit(1)
    return session.scalars(wanted, execution_options={"with_deleted": True}).first() is not None


def with_words(session: Session, text: str) -> list[UUID]:
    """Checks whose reference, centre and year hold every word of this, the newest first."""
    day = func.coalesce(DossierCheck.visit_date, DossierCheck.planned_on)
    wanted = (
        select(
            *(DossierCheck.id, DossierCheck.reference, day),
            *(CareerCentre.trade_name, CareerCentre.legal_name),
        )
        .join(CareerCentre, DossierCheck.centre_id == CareerCentre.id)
        .order_by(day.desc(), DossierCheck.id.desc())
    )
    return [found for found, *told in session.execute(wanted) if holds(text, told)]
