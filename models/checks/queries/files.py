"""One check whole: dossiers, answers, verdicts and findings, proposed and decided."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.centres import queries as centre_queries
from models.centres.entities import Establishment
from models.checklists import queries as checklist_queries
from models.checks import rules
from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck, Finding
from models.checks.queries.keys import finding_id
from models.checks.queries.questions import questions
from models.checks.values import (
    AnswerValue,
    CheckFile,
    ChecklistTemplate,
    CheckState,
    DossierColumn,
    FindingFile,
    Grade,
    Progress,
    ProposedFinding,
)
from models.checks.values import ChecklistAnswer as AnswerFile
from models.kernel.errors import Gone

GOOD = frozenset({AnswerValue.YES, AnswerValue.NA})


def file(session: Session, check_id: UUID) -> CheckFile:
    """A check whole: dossiers, answers, verdicts and findings, proposed and decided.

    Raises Gone when it was taken back in the meantime.
    """
    check = session.get(DossierCheck, check_id)
    if check is None:
        raise Gone
    centre = centre_queries.identity(session, check.centre_id)
    template = template_of(session, check)
    dossiers = columns(session, check_id, template)
    findings, strengths = _findings(session, check_id, template, dossiers)
    return CheckFile(
        id=check.id,
        reference=check.reference,
        centre_id=check.centre_id,
        centre_name=centre.name,
        enterprise_number=centre.enterprise_number,
        establishment=place_of(session, check),
        planned_on=check.planned_on,
        visit_date=check.visit_date,
        period_from=check.period_from,
        period_to=check.period_to,
        officer=check.officer or "",
        spoken_to=check.spoken_to or "",
        conclusion=check.conclusion or "",
        follow_up=check.follow_up or "",
        state=state_of(check),
        started_at=check.started_at,
        finished_at=check.finished_at,
        template=template,
        dossiers=dossiers,
        findings=findings,
        strengths=strengths,
        progress=progress(template, dossiers),
        establishment_id=check.establishment_id,
        questions=questions(session, check_id),
    )


def columns(
    session: Session, check_id: UUID, template: ChecklistTemplate
) -> tuple[DossierColumn, ...]:
    """The dossiers of a check in their order, with answers and proposed verdicts."""
    answers = _answers(session, check_id)
    found = session.scalars(
        select(CheckedDossier)
        .where(CheckedDossier.check_id == check_id)
        .order_by(CheckedDossier.position, CheckedDossier.number)
    )
    return tuple(_column(dossier, template, answers[dossier.id]) for dossier in found)


def progress(template: ChecklistTemplate, dossiers: Iterable[DossierColumn]) -> Progress:
    """How far a check is, and how much of it is good: two different things."""
    total = answered = good = 0
    for dossier in dossiers:
        for question in template.questions:
            value = rules.effective(question, dossier.answers.get(question.key))
            total += 1
            answered += value is not None
            good += value is not None and value in GOOD
    return Progress(answered, total, good)


def template_of(session: Session, check: DossierCheck) -> ChecklistTemplate:
    """The checklist in the version this check was planned with."""
    return checklist_queries.template(session, check.template_key, check.template_version)


def state_of(check: DossierCheck) -> CheckState:
    if check.finished_at is not None:
        return CheckState.FINISHED
    return CheckState.PLANNED if check.started_at is None else CheckState.RUNNING


def place_of(session: Session, check: DossierCheck) -> str:
    """Name and address of the establishment visited, also of one removed since; empty: the seat."""
    if check.establishment_id is None:
        return ""
    also_removed = {"with_deleted": True}
    found = session.get(Establishment, check.establishment_id, execution_options=also_removed)
    if found is None:
        return ""
    street = f"{found.street or ''} {found.house_number or ''}".strip()
    town = f"{found.postal_code or ''} {found.locality or ''}".strip()
    return ", ".join(part for part in (found.name or "", street, town) if part)


def _answers(session: Session, check_id: UUID) -> Mapping[UUID, dict[str, AnswerFile]]:
    found: defaultdict[UUID, dict[str, AnswerFile]] = defaultdict(dict)
    columns_wanted = (
        ChecklistAnswer.dossier_id,
        ChecklistAnswer.question_key,
        ChecklistAnswer.value,
        ChecklistAnswer.note,
        ChecklistAnswer.hours_registered,
        ChecklistAnswer.hours_documented,
        ChecklistAnswer.words,
        ChecklistAnswer.amount,
        ChecklistAnswer.day,
        ChecklistAnswer.choice,
    )
    question = select(*columns_wanted).where(ChecklistAnswer.check_id == check_id)
    for (
        dossier,
        key,
        value,
        note,
        registered,
        documented,
        words,
        amount,
        day,
        choice,
    ) in session.execute(question):
        found[dossier][key] = AnswerFile(
            value, note or "", registered, documented, words or "", amount, day, choice or ""
        )
    return found


def _column(
    dossier: CheckedDossier, template: ChecklistTemplate, answers: Mapping[str, AnswerFile]
) -> DossierColumn:
    verdict, why = rules.verdict(template, answers)
    return DossierColumn(
        id=dossier.id,
        number=dossier.number,
        position=dossier.position,
        answers=answers,
        proposed_verdict=verdict,
        verdict_why=why,
        verdict_override=dossier.verdict_override,
        override_reason=dossier.override_reason or "",
        address=dossier.address or "",
        looked_at=dossier.looked_at,
    )


def _findings(
    session: Session,
    check_id: UUID,
    template: ChecklistTemplate,
    dossiers: Sequence[DossierColumn],
) -> tuple[tuple[FindingFile, ...], tuple[FindingFile, ...]]:
    """What the answers propose, with the officer's words over it; then the strong points."""
    written = list(session.scalars(select(Finding).where(Finding.check_id == check_id)))
    by_question = {row.question_key: row for row in written if row.question_key}
    proposed = rules.propose_findings(template, dossiers)
    findings = tuple(
        _finding(finding_id(check_id, one.question_key), one, by_question) for one in proposed
    )
    strengths = [_strength(row) for row in written if not row.question_key]
    return findings, tuple(sorted(strengths, key=lambda strength: strength.id.bytes))


def _finding(
    row_id: UUID,
    proposed: ProposedFinding,
    by_question: Mapping[str, Finding],
) -> FindingFile:
    bare = FindingFile(
        id=row_id,
        question_key=proposed.question_key,
        statement="",
        proposed_statement=proposed.statement,
        failed=proposed.failed,
        partial=proposed.partial,
        proposed_grade=proposed.grade,
        grade_why=proposed.grade_why,
    )
    row = by_question.get(proposed.question_key)
    return bare if row is None else written(bare, row)


def _strength(row: Finding) -> FindingFile:
    bare = FindingFile(
        id=row.id,
        question_key="",
        statement="",
        proposed_statement="",
        failed=(),
        partial=(),
        proposed_grade=Grade.STRENGTH,
        grade_why="",
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
    )
