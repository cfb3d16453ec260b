"""Assessments that left as a workbook."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.applications.entities import AssessmentExport
from models.kernel.ids import natural_id


def export_id(application_id: UUID, sha256: str, at: datetime) -> UUID:
    """One export a moment of the same content."""
    return natural_id(AssessmentExport.__tablename__, application_id, sha256, at.isoformat())


def later_exports(session: Session, application_id: UUID, at: datetime) -> Sequence[datetime]:
    """When the same assessment left again after this moment, first to last."""
    wanted = (
        select(AssessmentExport.exported_at)
        .where(AssessmentExport.application_id == application_id, AssessmentExport.exported_at > at)
        .order_by(AssessmentExport.exported_at)
    )
    return list(session.scalars(wanted))
