"""Dossier checks: which dossiers were looked into, what was answered, what was found."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.centres.entities import OfCentre
from models.checks.values import AnswerValue, Grade, Verdict
from models.store.entity import Entity
from models.store.types import Choice, Instant


class OfCheck:
    """A row that belongs to a check."""

    check_id: Mapped[UUID] = mapped_column(
        ForeignKey("dossier_check.id", deferrable=True, initially="DEFERRED"), index=True
    )


class DossierCheck(OfCentre, Entity):
    """One check at one centre. Its state follows from what has been done."""

    __tablename__ = "dossier_check"

    reference: Mapped[str] = mapped_column(String(40), index=True)
    template_key: Mapped[str] = mapped_column(String(60))
    template_version: Mapped[int]
    establishment_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("establishment.id", deferrable=True, initially="DEFERRED")
    )
    planned_on: Mapped[date | None] = mapped_column(index=True)
    visit_date: Mapped[date | None] = mapped_column(index=True)
    period_from: Mapped[date | None]
    period_to: Mapped[date | None]
    officer: Mapped[str | None] = mapped_column(String(120))
    spoken_to: Mapped[str | None] = mapped_column(String(300))
    conclusion: Mapped[str | None] = mapped_column(Text)
    follow_up: Mapped[str | None] = mapped_column(Text)
    started_at: Mapped[datetime | None] = mapped_column(Instant)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)


class CheckedDossier(OfCheck, Entity):
    """A client dossier in a check: only the number the centre gave it, never a name."""

    __tablename__ = "checked_dossier"

    number: Mapped[str] = mapped_column(String(60))
    position: Mapped[int]
    verdict_override: Mapped[Verdict | None] = mapped_column(Choice(Verdict))
    override_reason: Mapped[str | None] = mapped_column(Text)


class ChecklistAnswer(OfCheck, Entity):
    """The answer to one question in one dossier; its id follows from those three."""

    __tablename__ = "checklist_answer"

    dossier_id: Mapped[UUID] = mapped_column(
        ForeignKey("checked_dossier.id", deferrable=True, initially="DEFERRED"), index=True
    )
    question_key: Mapped[str] = mapped_column(String(40))
    value: Mapped[AnswerValue | None] = mapped_column(Choice(AnswerValue))
    note: Mapped[str | None] = mapped_column(Text)
    hours_registered: Mapped[float | None]
    hours_documented: Mapped[float | None]


class Finding(OfCheck, Entity):
    """What the officer wrote about a finding; what is proposed is derived from the answers."""

    __tablename__ = "finding"

    question_key: Mapped[str | None] = mapped_column(String(40))
    statement: Mapped[str | None] = mapped_column(Text)
    grade_override: Mapped[Grade | None] = mapped_column(Choice(Grade))
    override_reason: Mapped[str | None] = mapped_column(Text)
    measure: Mapped[str | None] = mapped_column(Text)
    expected_evidence: Mapped[str | None] = mapped_column(Text)
    measure_due: Mapped[date | None]
    measure_met_on: Mapped[date | None]
    left_out: Mapped[bool | None]
    left_out_reason: Mapped[str | None] = mapped_column(Text)


class VisitQuestion(OfCheck, Entity):
    """Something to ask during the visit, noted down beforehand, and what was said to it."""

    __tablename__ = "visit_question"

    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    origin: Mapped[str | None] = mapped_column(String(300))
    answer: Mapped[str | None] = mapped_column(Text)
