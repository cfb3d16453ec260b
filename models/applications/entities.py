"""Application files, criterion by criterion, with the advices and decisions they lead to."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.applications.values import (
    AdviceOutcome,
    ApplicationKind,
    DecisionKind,
    Judgement,
    Sending,
)
from models.centres.entities import OfCentre
from models.store.entity import Entity
from models.store.types import Choice, Instant


class MandateApplication(OfCentre, Entity):
    """A centre asks for a mandate. Its state follows from its days, advices and decisions."""

    __tablename__ = "application"

    reference: Mapped[str] = mapped_column(String(40), index=True)
    kind: Mapped[ApplicationKind] = mapped_column(Choice(ApplicationKind))
    template_key: Mapped[str] = mapped_column(String(60))
    template_version: Mapped[int]
    received_on: Mapped[date] = mapped_column(index=True)
    requested_start: Mapped[date | None]
    assessor: Mapped[str | None] = mapped_column(String(120))
    asked_on: Mapped[date | None]
    asked_for: Mapped[str | None] = mapped_column(Text)
    complete_by: Mapped[date | None]
    completed_on: Mapped[date | None]
    retracted_on: Mapped[date | None]
    remark: Mapped[str | None] = mapped_column(Text)


class OfApplication:
    """A row that belongs to an application."""

    application_id: Mapped[UUID] = mapped_column(
        ForeignKey("application.id", deferrable=True, initially="DEFERRED"), index=True
    )


class CriterionJudgement(OfApplication, Entity):
    """What the assessor made of one criterion; its id follows from application and criterion."""

    __tablename__ = "criterion_judgement"

    criterion_key: Mapped[str] = mapped_column(String(40))
    judgement: Mapped[Judgement | None] = mapped_column(Choice(Judgement))
    motivation: Mapped[str | None] = mapped_column(Text)
    evidence: Mapped[str | None] = mapped_column(Text)


class AssessmentExport(OfApplication, Entity):
    """An assessment that left as a workbook: what it held then, to compare with on its return."""

    __tablename__ = "assessment_export"

    exported_at: Mapped[datetime] = mapped_column(Instant)
    exported_by: Mapped[str] = mapped_column(String(120))
    content: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    name: Mapped[str | None] = mapped_column(String(255))
    taken_back_at: Mapped[datetime | None] = mapped_column(Instant)


class Advice(OfApplication, Entity):
    """An advice about an application: by whom, when, and why. The newest one counts.

    `rests_on` holds the judgements of that moment as JSON; empty in a file from before it was kept.
    """

    __tablename__ = "advice"

    outcome: Mapped[AdviceOutcome] = mapped_column(Choice(AdviceOutcome))
    given_on: Mapped[date]
    given_by: Mapped[str] = mapped_column(String(120))
    motivation: Mapped[str | None] = mapped_column(Text)
    rests_on: Mapped[str | None] = mapped_column(Text)


class MandateDecision(OfCentre, Entity):
    """What the authority decided: to grant, refuse, withdraw or take note of an end.

    `served_on` is the day it was proven to be received; without it the way of sending says.
    `appeal_mentioned` is False only when the letter does not say how to contest it (F1.41).
    """

    __tablename__ = "decision"

    kind: Mapped[DecisionKind] = mapped_column(Choice(DecisionKind))
    application_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("application.id", deferrable=True, initially="DEFERRED"), index=True
    )
    mandate_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("mandate.id", deferrable=True, initially="DEFERRED"), index=True
    )
    check_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("dossier_check.id", deferrable=True, initially="DEFERRED")
    )
    decided_on: Mapped[date] = mapped_column(index=True)
    authority: Mapped[str] = mapped_column(String(200))
    decided_by: Mapped[str | None] = mapped_column(String(120))
    motivation: Mapped[str | None] = mapped_column(Text)
    legal_basis: Mapped[str | None] = mapped_column(Text)
    hearing_on: Mapped[date | None]
    hearing_report: Mapped[str | None] = mapped_column(Text)
    sent_on: Mapped[date | None]
    sent_by: Mapped[Sending | None] = mapped_column(Choice(Sending))
    served_on: Mapped[date | None]
    appeal_mentioned: Mapped[bool | None]
