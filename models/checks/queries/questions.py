"""What was noted down to ask during a visit, and which visit comes next."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.checks.entities import DossierCheck, VisitQuestion
from models.checks.values import VisitQuestionFile


def questions(session: Session, check_id: UUID) -> tuple[VisitQuestionFile, ...]:
    """The questions of a visit, in the order they were noted down."""
    rows = session.scalars(
        select(VisitQuestion)
        .where(VisitQuestion.check_id == check_id)
        .order_by(VisitQuestion.position, VisitQuestion.id)
    )
    return tuple(
        VisitQuestionFile(row.id, row.text, row.origin or "", row.answer or "") for row in rows
    )


def last_question(session: Session, check_id: UUID) -> int:
    """The position of the last question; 0 without any."""
    wanted = select(func.max(VisitQuestion.position)).where(VisitQuestion.check_id == check_id)
    return session.scalars(wanted).one() or 0


def next_visit(session: Session, centre_id: UUID) -> UUID | None:
    """The check that runs at this centre, else the first one planned; None when there is none."""
    wanted = (
        select(DossierCheck.id)
        .where(DossierCheck.centre_id == centre_id, DossierCheck.finished_at.is_(None))
        .order_by(
            DossierCheck.started_at.is_(None),
            DossierCheck.planned_on.is_(None),
            DossierCheck.planned_on,
            DossierCheck.id,
        )
    )
    return session.scalars(wanted.limit(1)).first()
