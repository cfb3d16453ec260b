"""Checklists that left as a workbook, and what centres said of findings since."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.checks.entities import CentreReaction, ChecklistExport
from models.kernel.ids import natural_id


def export_id(check_id: UUID, sha256: str, at: datetime) -> UUID:
    """One export a moment of the same content."""
    return natural_id(ChecklistExport.__tablename__, check_id, sha256, at.isoformat())


def reaction_id(finding_id: UUID, export: UUID) -> UUID:
    """One reaction a finding in a workbook, however often it comes back."""
    return natural_id(CentreReaction.__tablename__, finding_id, export)


def later_exports(session: Session, check_id: UUID, at: datetime) -> Sequence[datetime]:
    """When the same check left again after this moment, first to last."""
    wanted = (
        select(ChecklistExport.exported_at)
        .where(ChecklistExport.check_id == check_id, ChecklistExport.exported_at > at)
        .order_by(ChecklistExport.exported_at)
    )
    return list(session.scalars(wanted))


def reaction_rows(session: Session, check_id: UUID) -> Sequence[CentreReaction]:
    """Everything the centre said of findings of this check."""
    wanted = select(CentreReaction).where(CentreReaction.check_id == check_id)
    return list(session.scalars(wanted.order_by(CentreReaction.received_on, CentreReaction.id)))
