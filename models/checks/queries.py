"""Questions about dossier checks. They take a session and give back values, never entities."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre, Establishment
from models.checks import rules
from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck, Finding
from models.checks.values import (
    CheckFile,
    ChecklistTemplate,
    CheckRow,
    CheckState,
    DossierColumn,
    FindingFile,
    Grade,
    Progress,
    ProposedFinding,
    Verdict,
)
from models.checks.values import ChecklistAnswer as AnswerFile
from models.kernel.errors import Gone
from models.kernel.ids import natural_id

GOOD = frozenset({"yes", "na"})


DAY = func.coalesce(DossierCheck.visit_date, DossierCheck.planned_on)
ORDERS = {
    "centre": func.lower(func.coalesce(CareerCentre.trade_name, CareerCentre.legal_name)),
    "day": DAY,
    "officer": func.lower(func.coalesce(DossierCheck.officer, "")),
    "state": case(
        (DossierCheck.finished_at.is_not(None), 2),
        (DossierCheck.started_at.is_not(None), 0),
        else_=1,
    ),
}
"""Columns of the list that the file itself can order by."""


def ids(
    session: Session,
    centre_id: UUID | None = None,
    order: str = "day",
    *,
    descending: bool = True,
) -> list[UUID]:
    """Ids of the checks, newest day first, or by a key of ORDERS; of one centre when asked."""
    key = ORDERS[order]
    wanted = (
        select(DossierCheck.id)
        .join(CareerCentre, DossierCheck.centre_id == CareerCentre.id)
        .order_by(key.desc() if descending else key, DAY.desc(), DossierCheck.id.desc())
    )
    if centre_id is not None:
        wanted = wanted.where(DossierCheck.centre_id == centre_id)
    return list(session.scalars(wanted))


def unfinished(session: Session) -> list[tuple[bool, date | None]]:
    """For every check that is not finished: whether it began, and the day it is planned on."""
    wanted = select(DossierCheck.started_at, DossierCheck.planned_on).where(
        DossierCheck.finished_at.is_(None)
    )
    return [(started is not None, day) for started, day in session.execute(wanted)]


def rows(session: Session, wanted: Sequence[UUID]) -> list[CheckRow]:
    """These checks for a list, with their progress and outcome."""
    found = session.execute(
        select(DossierCheck, CareerCentre)
        .join(CareerCentre, DossierCheck.centre_id == CareerCentre.id)
        .where(DossierCheck.id.in_(wanted))
    )
    return [_row(session, check, centre) for check, centre in found]


def file(session: Session, check_id: UUID) -> CheckFile:
    """A check whole: dossiers, answers, verdicts and findings, proposed and decided.

    Raises Gone when it was taken back in the meantime.
    """
    check = session.get(DossierCheck, check_id)
    if check is None:
        raise Gone
    centre = centre_queries.identity(session, check.centre_id)
    template = rules.template(check.template_key, check.template_version)
    dossiers = columns(session, check_id, template)
    findings, strengths = _findings(session, check_id, template, dossiers)
    return CheckFile(
        id=check.id,
        reference=reference(check),
        centre_id=check.centre_id,
        centre_name=centre.name,
        enterprise_number=centre.enterprise_number,
        establishment=_place(session, check),
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
            good += value is not None and value.value in GOOD
    return Progress(answered, total, good)


def state_of(check: DossierCheck) -> CheckState:
    if check.finished_at is not None:
        return CheckState.FINISHED
    return CheckState.PLANNED if check.started_at is None else CheckState.RUNNING


def reference(check: DossierCheck) -> str:
    """The same on every laptop, since it follows from the row's id."""
    day = check.visit_date or check.planned_on
    year = day.year if day else 0
    return f"DC-{year:04}-{check.id.hex[-5:].upper()}"


def finding_id(check_id: UUID, question_key: str) -> UUID:
    """One finding a question in a check, whoever writes it first."""
    return natural_id(Finding.__tablename__, check_id, question_key)


def answer_id(dossier_id: UUID, question_key: str) -> UUID:
    """One answer a question in a dossier, whoever gives it first."""
    return natural_id(ChecklistAnswer.__tablename__, dossier_id, question_key)


def dossier_id(check_id: UUID, number: str) -> UUID:
    """One dossier a number in a check."""
    return natural_id(CheckedDossier.__tablename__, check_id, number)


def _row(session: Session, check: DossierCheck, centre: CareerCentre) -> CheckRow:
    template = rules.template(check.template_key, check.template_version)
    dossiers = columns(session, check.id, template)
    done = progress(template, dossiers)
    return CheckRow(
        id=check.id,
        reference=reference(check),
        centre_id=centre.id,
        centre_name=centre.trade_name or centre.legal_name,
        locality=centre.locality or "",
        day=check.visit_date or check.planned_on,
        officer=check.officer or "",
        dossiers=len(dossiers),
        answered=done.answered,
        total=done.total,
        non_conform=sum(dossier.verdict is Verdict.NON_CONFORM for dossier in dossiers),
        findings=len(rules.propose_findings(template, dossiers)),
        state=state_of(check),
    )


def _place(session: Session, check: DossierCheck) -> str:
    if check.establishment_id is None:
        return ""
    found = session.get(Establishment, check.establishment_id)
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
    )
    question = select(
        *columns_wanted, ChecklistAnswer.hours_registered, ChecklistAnswer.hours_documented
    ).where(ChecklistAnswer.check_id == check_id)
    for dossier, key, value, note, registered, documented in session.execute(question):
        found[dossier][key] = AnswerFile(value, note or "", registered, documented)
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
    return bare if row is None else _written(bare, row)


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
    return _written(bare, row)


def _written(bare: FindingFile, row: Finding) -> FindingFile:
    return replace(
        bare,
        statement=row.statement or "",
        grade_override=row.grade_override,
        override_reason=row.override_reason or "",
        measure=row.measure or "",
        expected_evidence=row.expected_evidence or "",
        measure_due=row.measure_due,
        left_out=bool(row.left_out),
    )
