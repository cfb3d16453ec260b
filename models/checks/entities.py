"""Dossier checks: which dossiers were looked into, what was answered, what was found."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from models.centres.entities import OfCentre
from models.checks.values import (
    AnswerValue,
    Chosen,
    DrawKind,
    Grade,
    ReactionKind,
    ReactionOutcome,
    RecheckOutcome,
    RevisionKind,
    Rung,
    Unit,
    Verdict,
)
from models.store.entity import Entity
from models.store.types import Choice, Instant

NOT_SIMPLY_YES = (
    "value IS NOT 'yes' AND (value IS NOT NULL OR hours_registered <> hours_documented)"
)
"""Which answers can have failed: few of thousands. The index and who uses it say it alike."""


class OfCheck:
    """A row that belongs to a check."""

    check_id: Mapped[UUID] = mapped_column(
        ForeignKey("dossier_check.id", deferrable=True, initially="DEFERRED"), index=True
    )


class DossierCheck(OfCentre, Entity):
    """One check at one centre. Its state follows from what has been done.

    `unit` is what it looks into; without one (files of before) it is client dossiers.
    """

    __tablename__ = "dossier_check"

    reference: Mapped[str] = mapped_column(String(40), index=True)
    template_key: Mapped[str] = mapped_column(String(60))
    template_version: Mapped[int]
    unit: Mapped[Unit | None] = mapped_column(Choice(Unit))
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
    address: Mapped[str | None] = mapped_column(String(500))
    looked_at: Mapped[datetime | None] = mapped_column(Instant)
    sample_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("dossier_sample.id", deferrable=True, initially="DEFERRED"), index=True
    )
    chosen: Mapped[Chosen | None] = mapped_column(Choice(Chosen))
    chosen_why: Mapped[str | None] = mapped_column(Text)
    replaces_number: Mapped[str | None] = mapped_column(String(60))
    grouped_as: Mapped[str | None] = mapped_column(String(120))
    verdict_override: Mapped[Verdict | None] = mapped_column(Choice(Verdict))
    override_reason: Mapped[str | None] = mapped_column(Text)


class DossierSample(OfCheck, Entity):
    """A draw from a list of a centre: everything that is needed to do it again.

    `numbers` is the list as it was given (models.checks.rules.sample.as_lines); `fingerprint` is
    of what was drawn from. What was drawn follows from list, seed and method; which dossiers were
    looked into stands with the dossiers.
    """

    __tablename__ = "dossier_sample"

    kind: Mapped[DrawKind] = mapped_column(Choice(DrawKind))
    list_name: Mapped[str | None] = mapped_column(String(300))
    numbers: Mapped[str] = mapped_column(Text)
    grouped_by: Mapped[str | None] = mapped_column(String(120))
    given: Mapped[int]
    fingerprint: Mapped[str] = mapped_column(String(64))
    seed: Mapped[str] = mapped_column(String(200))
    method: Mapped[str] = mapped_column(String(40))
    program: Mapped[str] = mapped_column(String(60))
    size: Mapped[int]
    spares: Mapped[int]
    why: Mapped[str | None] = mapped_column(Text)
    earlier_check_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("dossier_check.id", deferrable=True, initially="DEFERRED")
    )
    drawn_at: Mapped[datetime] = mapped_column(Instant)
    drawn_by: Mapped[str] = mapped_column(String(120))


class ChecklistAnswer(OfCheck, Entity):
    """The answer to one question in one dossier; its id follows from those three."""

    __tablename__ = "checklist_answer"
    __table_args__ = (
        Index("ix_checklist_answer_not_simply_yes", "check_id", sqlite_where=text(NOT_SIMPLY_YES)),
    )

    dossier_id: Mapped[UUID] = mapped_column(
        ForeignKey("checked_dossier.id", deferrable=True, initially="DEFERRED"), index=True
    )
    question_key: Mapped[str] = mapped_column(String(40))
    value: Mapped[AnswerValue | None] = mapped_column(Choice(AnswerValue))
    note: Mapped[str | None] = mapped_column(Text)
    hours_registered: Mapped[float | None]
    hours_documented: Mapped[float | None]
    words: Mapped[str | None] = mapped_column(Text)
    amount: Mapped[float | None]
    day: Mapped[date | None]
    choice: Mapped[str | None] = mapped_column(String(60))


class Finding(OfCheck, Entity):
    """What the officer wrote about a finding; what is proposed is derived from the answers.

    One by hand stands whatever the answers say; `criterion` is what it rests on without a question.
    """

    __tablename__ = "finding"

    question_key: Mapped[str | None] = mapped_column(String(40))
    by_hand: Mapped[bool | None]
    criterion: Mapped[str | None] = mapped_column(String(300))
    statement: Mapped[str | None] = mapped_column(Text)
    evidence: Mapped[str | None] = mapped_column(Text)
    grade_override: Mapped[Grade | None] = mapped_column(Choice(Grade))
    override_reason: Mapped[str | None] = mapped_column(Text)
    measure: Mapped[str | None] = mapped_column(Text)
    expected_evidence: Mapped[str | None] = mapped_column(Text)
    measure_owner: Mapped[str | None] = mapped_column(String(120))
    measure_due: Mapped[date | None]
    measure_met_on: Mapped[date | None]
    measure_met_by_hand: Mapped[bool | None]
    measure_met_by: Mapped[str | None] = mapped_column(String(120))
    """Who ticked it off by hand; None when its proof did, or it was not written down yet."""
    left_out: Mapped[bool | None]
    left_out_reason: Mapped[str | None] = mapped_column(Text)


class VisitQuestion(OfCheck, Entity):
    """Something to ask during the visit, noted down beforehand, and what was said to it."""

    __tablename__ = "visit_question"

    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    origin: Mapped[str | None] = mapped_column(String(300))
    answer: Mapped[str | None] = mapped_column(Text)


class MeasureReview(OfCheck, Entity):
    """What a centre delivered as proof of a measure, and what a person made of it."""

    __tablename__ = "measure_review"

    question_key: Mapped[str] = mapped_column(String(40))
    delivered_on: Mapped[date]
    delivered: Mapped[str] = mapped_column(Text)
    judged_on: Mapped[date | None]
    judged_by: Mapped[str | None] = mapped_column(String(120))
    sufficient: Mapped[bool | None]
    reason: Mapped[str | None] = mapped_column(Text)


class Recheck(OfCheck, Entity):
    """A finding of an earlier check that is looked at again in this one."""

    __tablename__ = "recheck"

    earlier_check_id: Mapped[UUID] = mapped_column(
        ForeignKey("dossier_check.id", deferrable=True, initially="DEFERRED")
    )
    question_key: Mapped[str] = mapped_column(String(40))
    outcome: Mapped[RecheckOutcome | None] = mapped_column(Choice(RecheckOutcome))
    note: Mapped[str | None] = mapped_column(Text)


class ReactionRound(OfCheck, Entity):
    """The findings went to the centre to react to; the term counts from the day of dispatch."""

    __tablename__ = "reaction_round"

    revision_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("check_revision.id", deferrable=True, initially="DEFERRED")
    )
    sent_on: Mapped[date]
    registered: Mapped[bool | None]
    reply_by: Mapped[date | None]
    closed_on: Mapped[date | None]
    closing_words: Mapped[str | None] = mapped_column(Text)


class CentreReaction(OfCheck, Entity):
    """What the centre says to one finding, and what the officer does with it."""

    __tablename__ = "centre_reaction"

    finding_id: Mapped[UUID] = mapped_column(
        ForeignKey("finding.id", deferrable=True, initially="DEFERRED"), index=True
    )
    received_on: Mapped[date]
    kind: Mapped[ReactionKind] = mapped_column(Choice(ReactionKind))
    text: Mapped[str] = mapped_column(Text)
    outcome: Mapped[ReactionOutcome | None] = mapped_column(Choice(ReactionOutcome))
    reason: Mapped[str | None] = mapped_column(Text)
    judged_on: Mapped[date | None]
    judged_by: Mapped[str | None] = mapped_column(String(120))


class CheckRevision(OfCheck, Entity):
    """The check as it was at one moment: its content word for word, and the mark of it.

    `content` is canonical JSON; `sha256` is of its UTF-8 bytes. Opened again is written here too.
    """

    __tablename__ = "check_revision"

    number: Mapped[int]
    kind: Mapped[RevisionKind] = mapped_column(Choice(RevisionKind))
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_by: Mapped[str] = mapped_column(String(120))
    content: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    reopened_at: Mapped[datetime | None] = mapped_column(Instant)
    reopened_by: Mapped[str | None] = mapped_column(String(120))
    reopened_why: Mapped[str | None] = mapped_column(Text)


class SeenByCentre(OfCheck, Entity):
    """Somebody of the centre saw this on the screen. It is no qualified signature.

    `mark` is what was drawn: strokes of x,y from 0 to 1000, with blanks between points and a line
    a stroke; `shown_sha256` is of the content that was on the screen. Who did not sign (would not,
    or was not there) stands here too, with the reason in `remark`.
    """

    __tablename__ = "seen_by_centre"

    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str | None] = mapped_column(String(120))
    seen_at: Mapped[datetime] = mapped_column(Instant)
    mark: Mapped[str | None] = mapped_column(Text)
    remark: Mapped[str | None] = mapped_column(Text)
    not_signed: Mapped[bool | None]
    shown_sha256: Mapped[str] = mapped_column(String(64))
    revision_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("check_revision.id", deferrable=True, initially="DEFERRED")
    )


class ChecklistExport(OfCheck, Entity):
    """A checklist that left as a workbook: what it held then, to compare with on its return."""

    __tablename__ = "checklist_export"

    exported_at: Mapped[datetime] = mapped_column(Instant)
    exported_by: Mapped[str] = mapped_column(String(120))
    content: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    name: Mapped[str | None] = mapped_column(String(255))
    taken_back_at: Mapped[datetime | None] = mapped_column(Instant)


class LadderStep(OfCentre, Entity):
    """A rung of the ladder of measures that a person decided to take at a centre."""

    __tablename__ = "ladder_step"

    rung: Mapped[Rung] = mapped_column(Choice(Rung))
    check_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("dossier_check.id", deferrable=True, initially="DEFERRED"), index=True
    )
    decided_on: Mapped[date] = mapped_column(index=True)
    decided_by: Mapped[str] = mapped_column(String(120))
    motivation: Mapped[str | None] = mapped_column(Text)
    preconditions: Mapped[str | None] = mapped_column(Text)
    against_why: Mapped[str | None] = mapped_column(Text)
    hearing_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    ended_why: Mapped[str | None] = mapped_column(Text)
