"""A checklist whole, built in or made by the office, in one version."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.checklists import rules
from models.checklists.entities import (
    ChecklistQuestion,
    ChecklistSection,
    ChecklistVersion,
    QuestionWords,
)
from models.checklists.rules.assessing import COLUMNS, read_rules
from models.checklists.values import (
    AnswerValue,
    AssessmentRules,
    Basis,
    ChecklistTemplate,
    Condition,
    GradeThreshold,
    GradeThresholds,
    LookedUp,
    Option,
    Question,
    Section,
    Unit,
)


def template(session: Session, key: str, version: int | None = None) -> ChecklistTemplate:
    """A checklist in a version; without one the newest that is published and not retired.

    The office numbers its own after those built in, so a number names one of both. Raises
    KeyError.
    """
    if version is not None and version in rules.built_in(key):
        return rules.template(key, version)
    made = made_by_office(session, key, version)
    return whole(session, made) if made is not None else rules.template(key, version)


def made_by_office(session: Session, key: str, version: int | None) -> ChecklistVersion | None:
    """The office's own row of this version, or its newest that may be used; None without."""
    wanted = select(ChecklistVersion).where(ChecklistVersion.key == key)
    if version is not None:
        return session.scalars(wanted.where(ChecklistVersion.version == version)).first()
    in_use = wanted.where(
        ChecklistVersion.published_at.is_not(None), ChecklistVersion.retired_at.is_(None)
    )
    return session.scalars(in_use.order_by(ChecklistVersion.version.desc())).first()


def whole(session: Session, row: ChecklistVersion) -> ChecklistTemplate:
    """A version of the office with all its sections and questions, in their order."""
    return ChecklistTemplate(
        key=row.key,
        version=row.version,
        title=row.title,
        pseudonym_rule=row.pseudonym_rule or "",
        sections=_sections(session, row.id),
        thresholds=_thresholds(row),
        unit=row.unit,
        assessment=_assessment(row),
    )


def question(row: QuestionWords) -> Question:
    """One question as the rest of the house knows it."""
    return Question(
        key=row.key,
        text=row.text or "",
        basis=Basis(row.basis_kind or "", row.basis_text or ""),
        answer_type=row.answer_type,
        evidence=_lines(row.evidence),
        guidance=row.guidance or "",
        severity_on_fail=row.severity_on_fail,
        definition_condition=bool(row.definition_condition),
        mandate_relevant=bool(row.mandate_relevant),
        finding=row.finding or "",
        measure=row.measure or "",
        expected_evidence=row.expected_evidence or "",
        tolerance_hours=row.tolerance_hours,
        short=row.short or "",
        options=tuple(_option(line) for line in _lines(row.options)),
        unit=row.counted_in or "",
        least=row.least,
        most=row.most,
        asked_when=_condition(row),
        proof=row.proof,
        weight=row.weight,
        good_example=row.good_example or "",
        bad_example=row.bad_example or "",
        looked_up=tuple(LookedUp(name) for name in _lines(row.looked_up)),
        parameter=row.parameter or "",
    )


def _sections(session: Session, version_id: UUID) -> tuple[Section, ...]:
    asked: defaultdict[UUID, list[Question]] = defaultdict(list)
    rows = session.scalars(
        select(ChecklistQuestion)
        .where(ChecklistQuestion.version_id == version_id)
        .order_by(ChecklistQuestion.position, ChecklistQuestion.id)
    )
    for row in rows:
        asked[row.section_id].append(question(row))
    headings = session.scalars(
        select(ChecklistSection)
        .where(ChecklistSection.version_id == version_id)
        .order_by(ChecklistSection.position, ChecklistSection.id)
    )
    return tuple(Section(one.key, one.title, tuple(asked[one.id])) for one in headings)


def _thresholds(row: ChecklistVersion) -> GradeThresholds:
    return GradeThresholds(
        mandate_relevant=GradeThreshold(row.mandate_dossiers),
        definition_condition=GradeThreshold(row.definition_dossiers, row.definition_share_pct),
        other=GradeThreshold(row.other_dossiers, row.other_share_pct),
    )


def _assessment(row: ChecklistVersion) -> AssessmentRules | None:
    if row.unit is not Unit.MANDATE_APPLICATION:
        return None
    return read_rules({name: getattr(row, name) for name in COLUMNS})


def _condition(row: QuestionWords) -> Condition | None:
    if not row.asked_after:
        return None
    values = (row.asked_values or "").split()
    return Condition(row.asked_after, tuple(AnswerValue(value) for value in values))


def _option(line: str) -> Option:
    key, text, counts_as = (part.strip() for part in line.split("|"))
    return Option(key, text, AnswerValue(counts_as) if counts_as else None)


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line for line in (text or "").splitlines() if line.strip())
