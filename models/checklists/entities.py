"""Checklists the office made itself; those that ship with it stand in resources/content."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.checklists.values import AnswerType, Grade, Proof, Unit
from models.store.entity import Entity
from models.store.types import Choice, Instant


class ChecklistVersion(Entity):
    """One version of a checklist. Its state follows from its days; a published one never changes.

    `content_sha256` is the mark of the questions as they were when it was published. What only an
    assessment of applications has, from `motivation_required` on, is empty for others.
    """

    __tablename__ = "checklist_version"

    key: Mapped[str] = mapped_column(String(60), index=True)
    version: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    unit: Mapped[Unit] = mapped_column(Choice(Unit))
    pseudonym_rule: Mapped[str | None] = mapped_column(Text)
    based_on: Mapped[int | None]
    remark: Mapped[str | None] = mapped_column(Text)
    mandate_dossiers: Mapped[int]
    definition_dossiers: Mapped[int]
    definition_share_pct: Mapped[int | None]
    other_dossiers: Mapped[int]
    other_share_pct: Mapped[int | None]
    tested_at: Mapped[datetime | None] = mapped_column(Instant)
    published_at: Mapped[datetime | None] = mapped_column(Instant)
    published_by: Mapped[str | None] = mapped_column(String(120))
    retired_at: Mapped[datetime | None] = mapped_column(Instant)
    content_sha256: Mapped[str | None] = mapped_column(String(64))
    motivation_required: Mapped[bool | None]
    four_eyes: Mapped[bool | None]
    legal_basis: Mapped[str | None] = mapped_column(Text)
    judgement_labels: Mapped[str | None] = mapped_column(Text)
    advice_order: Mapped[str | None] = mapped_column(String(120))


class OfVersion:
    """A row that belongs to a version of a checklist."""

    version_id: Mapped[UUID] = mapped_column(
        ForeignKey("checklist_version.id", deferrable=True, initially="DEFERRED"), index=True
    )


class ChecklistSection(OfVersion, Entity):
    """A heading with questions under it."""

    __tablename__ = "checklist_section"

    key: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(300))
    position: Mapped[int]


class QuestionWords:
    """What a question says and asks, in a version or in the library.

    `evidence` and `looked_up` are a line each; `options` a line each as `key | text | counts_as`;
    `asked_values` the answers that make it asked, with blanks between.
    """

    key: Mapped[str] = mapped_column(String(40))
    text: Mapped[str | None] = mapped_column(Text)
    short: Mapped[str | None] = mapped_column(String(120))
    basis_kind: Mapped[str | None] = mapped_column(String(20))
    basis_text: Mapped[str | None] = mapped_column(Text)
    guidance: Mapped[str | None] = mapped_column(Text)
    evidence: Mapped[str | None] = mapped_column(Text)
    good_example: Mapped[str | None] = mapped_column(Text)
    bad_example: Mapped[str | None] = mapped_column(Text)
    answer_type: Mapped[AnswerType] = mapped_column(Choice(AnswerType))
    options: Mapped[str | None] = mapped_column(Text)
    counted_in: Mapped[str | None] = mapped_column(String(40))
    least: Mapped[float | None]
    most: Mapped[float | None]
    tolerance_hours: Mapped[float | None]
    severity_on_fail: Mapped[Grade] = mapped_column(Choice(Grade))
    definition_condition: Mapped[bool | None]
    mandate_relevant: Mapped[bool | None]
    proof: Mapped[Proof] = mapped_column(Choice(Proof))
    weight: Mapped[int]
    finding: Mapped[str | None] = mapped_column(Text)
    measure: Mapped[str | None] = mapped_column(Text)
    expected_evidence: Mapped[str | None] = mapped_column(Text)
    asked_after: Mapped[str | None] = mapped_column(String(40))
    asked_values: Mapped[str | None] = mapped_column(String(120))
    looked_up: Mapped[str | None] = mapped_column(Text)
    parameter: Mapped[str | None] = mapped_column(String(80))


class ChecklistQuestion(QuestionWords, OfVersion, Entity):
    """One question of a version, in its section."""

    __tablename__ = "checklist_question"

    section_id: Mapped[UUID] = mapped_column(
        ForeignKey("checklist_section.id", deferrable=True, initially="DEFERRED"), index=True
    )
    position: Mapped[int]


class LibraryQuestion(QuestionWords, Entity):
    """A question kept to be used again in other checklists."""

    __tablename__ = "library_question"

    theme: Mapped[str | None] = mapped_column(String(120))
