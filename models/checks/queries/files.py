"""One check whole: dossiers, answers, verdicts and findings, proposed and decided."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models.attachments.entities import Attachment
from models.centres import queries as centre_queries
from models.centres.entities import Establishment
from models.checklists import queries as checklist_queries
from models.checks import rules
from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck
from models.checks.queries import found
from models.checks.queries.questions import questions
from models.checks.values import (
    CheckFile,
    ChecklistTemplate,
    CheckState,
    Chosen,
    DossierColumn,
    Progress,
)
from models.checks.values import ChecklistAnswer as AnswerFile
from models.kernel.errors import Gone


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
    findings, strengths = found.findings(session, check_id, template, dossiers)
    return replace(
        bare(check, template),
        centre_name=centre.name,
        enterprise_number=centre.enterprise_number,
        establishment=place_of(session, check),
        dossiers=dossiers,
        findings=findings,
        strengths=strengths,
        progress=rules.progress(template, dossiers),
        questions=questions(session, check_id),
    )


def bare(check: DossierCheck, template: ChecklistTemplate) -> CheckFile:
    """What the row of a check itself says: no names, no dossiers, nothing that follows."""
    return CheckFile(
        id=check.id,
        reference=check.reference,
        centre_id=check.centre_id,
        centre_name="",
        enterprise_number="",
        establishment="",
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
        dossiers=(),
        findings=(),
        strengths=(),
        progress=Progress(0, 0, 0),
        establishment_id=check.establishment_id,
    )


def columns(
    session: Session, check_id: UUID, template: ChecklistTemplate
) -> tuple[DossierColumn, ...]:
    """The dossiers of a check in their order, with answers and proposed verdicts."""
    answers = answers_in(session, check_id)
    rows = session.scalars(
        select(CheckedDossier)
        .where(CheckedDossier.check_id == check_id)
        .order_by(CheckedDossier.position, CheckedDossier.number)
    )
    return tuple(_column(dossier, template, answers[dossier.id]) for dossier in rows)


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
    place = session.get(Establishment, check.establishment_id, execution_options=also_removed)
    if place is None:
        return ""
    street = f"{place.street or ''} {place.house_number or ''}".strip()
    town = f"{place.postal_code or ''} {place.locality or ''}".strip()
    return ", ".join(part for part in (place.name or "", street, town) if part)


def answers_in(
    session: Session, check_id: UUID, only: Collection[UUID] | None = None
) -> Mapping[UUID, dict[str, AnswerFile]]:
    """The answers of a check by dossier and question; of some dossiers when they are named."""
    given: defaultdict[UUID, dict[str, AnswerFile]] = defaultdict(dict)
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
    where = [ChecklistAnswer.check_id == check_id]
    if only is not None:
        where.append(ChecklistAnswer.dossier_id.in_(only))
    question = select(*columns_wanted).where(*where)
    proofs = _proofs(session, where)
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
        given[dossier][key] = AnswerFile(
            value=value,
            note=note or "",
            hours_registered=registered,
            hours_documented=documented,
            words=words or "",
            amount=amount,
            day=day,
            choice=choice or "",
            proofs=proofs.get((dossier, key), 0),
        )
    return given


def _proofs(session: Session, where: Sequence[ColumnElement[bool]]) -> dict[tuple[UUID, str], int]:
    """How many files are attached to each answer, by dossier and question."""
    place = ChecklistAnswer.dossier_id, ChecklistAnswer.question_key
    counted = session.execute(
        select(*place, func.count())
        .join(Attachment, Attachment.about_row == ChecklistAnswer.id)
        .where(
            Attachment.about_table == ChecklistAnswer.__tablename__,
            Attachment.deleted.is_(False),
            *where,
        )
        .group_by(*place)
    )
    return {(dossier, key): count for dossier, key, count in counted}


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
        chosen=dossier.chosen or Chosen.BY_HAND,
        chosen_why=dossier.chosen_why or "",
        replaces_number=dossier.replaces_number or "",
        sample_id=dossier.sample_id,
        group=dossier.grouped_as or "",
    )
