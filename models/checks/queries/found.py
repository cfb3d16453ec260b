"""The findings of a check: what the answers propose, what was written over it, and by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.checks import rules
from models.checks.entities import Finding
from models.checks.queries.keys import finding_id
from models.checks.values import (
    ChecklistTemplate,
    DossierColumn,
    FindingFile,
    Grade,
    ProposedFinding,
    Question,
)

Found = tuple[tuple[FindingFile, ...], tuple[FindingFile, ...]]


def findings(
    session: Session,
    check_id: UUID,
    template: ChecklistTemplate,
    dossiers: Sequence[DossierColumn],
) -> Found:
    """What the answers propose with the officer's words over it, and by hand; then strong points.

    In the order of the checklist; those without a question come last, the oldest first.
    """
    wrote = list(session.scalars(select(Finding).where(Finding.check_id == check_id)))
    by_question = {row.question_key: row for row in wrote if row.question_key}
    proposed = {
        one.question_key: _finding(check_id, template, dossiers, one, by_question)
        for one in rules.propose_findings(template, dossiers)
    }
    told = [
        proposed[question.key] if question.key in proposed else by_hand(by_question[question.key])
        for question in template.questions
        if question.key in proposed
        or (question.key in by_question and by_question[question.key].by_hand)
    ]
    return (*told, *loose(wrote)), strengths(wrote)


def of_questions(
    session: Session,
    check_id: UUID,
    template: ChecklistTemplate,
    dossiers: Sequence[DossierColumn],
    asked: Sequence[Question],
) -> dict[str, FindingFile]:
    """The findings of some questions, by key, as `findings` gives them."""
    keys = [question.key for question in asked]
    mine = select(Finding).where(Finding.check_id == check_id, Finding.question_key.in_(keys))
    wrote = {row.question_key or "": row for row in session.scalars(mine)} if keys else {}
    found: dict[str, FindingFile] = {}
    for question in asked:
        proposed = rules.propose_finding(template, question, dossiers)
        row = wrote.get(question.key)
        if proposed is not None:
            found[question.key] = _finding(check_id, template, dossiers, proposed, wrote)
        elif row is not None and row.by_hand:
            found[question.key] = by_hand(row)
    return found


def loose(wrote: Iterable[Finding]) -> tuple[FindingFile, ...]:
    """Findings by hand that rest on no question."""
    found = (by_hand(row) for row in wrote if not row.question_key and not _strong(row))
    return tuple(sorted(found, key=lambda one: one.id.bytes))


def strengths(wrote: Iterable[Finding]) -> tuple[FindingFile, ...]:
    """What goes well, the oldest first."""
    found = (by_hand(row) for row in wrote if not row.question_key and _strong(row))
    return tuple(sorted(found, key=lambda one: one.id.bytes))


def by_hand(row: Finding) -> FindingFile:
    """A finding that no answer proposed; its kind is what the officer said."""
    strong = not row.question_key and _strong(row)
    bare = FindingFile(
        id=row.id,
        question_key=row.question_key or "",
        statement="",
        proposed_statement="",
        failed=(),
        partial=(),
        proposed_grade=Grade.STRENGTH if strong else row.grade_override or Grade.OBSERVATION,
        grade_why="",
        by_hand=True,
        criterion=row.criterion or "",
    )
    return written(bare, row)


def written(bare: FindingFile, row: Finding) -> FindingFile:
    """What is proposed, with the words and decisions of the officer over it."""
    return replace(
        bare,
        statement=row.statement or "",
        grade_override=row.grade_override,
        override_reason=row.override_reason or "",
        measure=row.measure or "",
        expected_evidence=row.expected_evidence or "",
        measure_due=row.measure_due,
        measure_met_on=row.measure_met_on,
        left_out=bool(row.left_out),
        left_out_reason=row.left_out_reason or "",
        evidence=row.evidence or "",
        measure_owner=row.measure_owner or "",
    )


def _strong(row: Finding) -> bool:
    return row.grade_override in (None, Grade.STRENGTH)


def _finding(
    check_id: UUID,
    template: ChecklistTemplate,
    dossiers: Sequence[DossierColumn],
    proposed: ProposedFinding,
    by_question: Mapping[str, Finding],
) -> FindingFile:
    key = proposed.question_key
    bare = FindingFile(
        id=finding_id(check_id, key),
        question_key=key,
        statement="",
        proposed_statement=proposed.statement,
        failed=proposed.failed,
        partial=proposed.partial,
        proposed_grade=proposed.grade,
        grade_why=proposed.grade_why,
        proposed_evidence=rules.evidence(template, template.question(key), dossiers),
    )
    row = by_question.get(key)
    return bare if row is None else written(bare, row)
