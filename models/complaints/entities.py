"""Complaints and the routes by which they came. No column can hold who complained."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.centres.entities import OfCentre
from models.complaints.values import (
    ComplaintChannel,
    ComplaintJudgement,
    ComplaintMedium,
    ComplaintResolution,
    EntryRoute,
    Inadmissibility,
    RegistrationKind,
    RouteDays,
    SubjectParty,
)
from models.store.entity import Entity
from models.store.types import Choice


class Complaint(OfCentre, Entity):
    """One set of facts that somebody complained of. Its state follows from the days of its routes.

    The summary is for officers: it goes on no sheet, timeline or list.
    """

    __tablename__ = "complaint"

    reference: Mapped[str] = mapped_column(String(40), index=True)
    kind: Mapped[RegistrationKind] = mapped_column(Choice(RegistrationKind))
    subject: Mapped[SubjectParty] = mapped_column(Choice(SubjectParty))
    theme: Mapped[str] = mapped_column(String(80))
    facts_on: Mapped[date | None]
    summary: Mapped[str | None] = mapped_column(Text)
    medium: Mapped[ComplaintMedium | None] = mapped_column(Choice(ComplaintMedium))
    channel: Mapped[ComplaintChannel | None] = mapped_column(Choice(ComplaintChannel))
    handler: Mapped[str | None] = mapped_column(String(120))
    admissible: Mapped[bool | None]
    inadmissibility: Mapped[Inadmissibility | None] = mapped_column(Choice(Inadmissibility))
    admissibility_reason: Mapped[str | None] = mapped_column(Text)
    judgement: Mapped[ComplaintJudgement | None] = mapped_column(Choice(ComplaintJudgement))
    judgement_reason: Mapped[str | None] = mapped_column(Text)
    resolution: Mapped[ComplaintResolution | None] = mapped_column(Choice(ComplaintResolution))
    closed_on: Mapped[date | None]
    closing_reason: Mapped[str | None] = mapped_column(Text)
    check_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("dossier_check.id", deferrable=True, initially="DEFERRED"), index=True
    )


class ComplaintRoute(Entity):
    """One way by which a complaint came, with the days its clocks follow from."""

    __tablename__ = "complaint_route"

    complaint_id: Mapped[UUID] = mapped_column(
        ForeignKey("complaint.id", deferrable=True, initially="DEFERRED"), index=True
    )
    entry: Mapped[EntryRoute] = mapped_column(Choice(EntryRoute))
    received_on: Mapped[date] = mapped_column(index=True)
    acknowledged_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    forwarded_on: Mapped[date | None]

    @property
    def days(self) -> RouteDays:
        return RouteDays(
            self.entry,
            self.received_on,
            self.acknowledged_on,
            self.answered_on,
            self.forwarded_on,
        )
