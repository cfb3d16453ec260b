"""A check read again after some answers: only their dossiers, and what follows from those."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.checks import rules
from models.checks.entities import ChecklistAnswer
from models.checks.queries import found
from models.checks.queries.files import answers_in
from models.checks.values import (
    CheckFile,
    ChecklistTemplate,
    DossierColumn,
    FindingFile,
    Progress,
)
from models.kernel.errors import Gone


def answered_again(session: Session, before: CheckFile, answers: Collection[UUID]) -> CheckFile:
    """What `before` is now that these rows of answers changed, and nothing else did.

    It equals a full reading. Columns and findings that stayed the same are those of `before`.
    Raises Gone for an answer in a dossier that `before` does not know: read the check whole.
    """
    wanted = (
        select(ChecklistAnswer.dossier_id)
        .where(ChecklistAnswer.id.in_(answers), ChecklistAnswer.check_id == before.id)
        .distinct()
    )
    where = session.scalars(wanted, execution_options={"with_deleted": True})
    changed = _columns(session, before, set(where))
    if not changed:
        return before
    template = before.template
    dossiers = tuple(changed.get(one.id, one) for one in before.dossiers)
    keys = _touched(template, before.dossiers, changed)
    return replace(
        before,
        dossiers=dossiers,
        findings=_findings(session, before, dossiers, keys),
        progress=_progress(before, changed),
    )


def _columns(
    session: Session, before: CheckFile, wanted: Collection[UUID]
) -> Mapping[UUID, DossierColumn]:
    """The dossiers whose answers are others now."""
    known = {one.id: one for one in before.dossiers if one.id in wanted}
    if len(known) < len(wanted):
        raise Gone
    given = answers_in(session, before.id, wanted) if wanted else {}
    found: dict[UUID, DossierColumn] = {}
    for dossier_id, column in known.items():
        answers = given[dossier_id]
        if answers != column.answers:
            verdict, why = rules.verdict(before.template, answers)
            found[dossier_id] = replace(
                column, answers=answers, proposed_verdict=verdict, verdict_why=why
            )
    return found


def _touched(
    template: ChecklistTemplate,
    before: Sequence[DossierColumn],
    changed: Mapping[UUID, DossierColumn],
) -> frozenset[str]:
    """The questions that were answered otherwise, or that come to something else."""
    keys: set[str] = set()
    for old in before:
        if (new := changed.get(old.id)) is None:
            continue
        stood, stands = (rules.standing(template, one.answers) for one in (old, new))
        keys |= {
            key
            for key in template.keys
            if stood[key] is not stands[key] or old.answers.get(key) != new.answers.get(key)
        }
    return frozenset(keys)


def _findings(
    session: Session,
    before: CheckFile,
    dossiers: Sequence[DossierColumn],
    keys: frozenset[str],
) -> tuple[FindingFile, ...]:
    template = before.template
    asked = [question for question in template.questions if question.key in keys]
    again = found.of_questions(session, before.id, template, dossiers, asked)
    stayed = {one.question_key: one for one in before.findings if one.question_key}
    told = (
        again.get(question.key) if question.key in keys else stayed.get(question.key)
        for question in template.questions
    )
    loose = (one for one in before.findings if not one.question_key)
    return (*(one for one in told if one is not None), *loose)


def _progress(before: CheckFile, changed: Mapping[UUID, DossierColumn]) -> Progress:
    """Counted on from what it was."""
    old = rules.progress(before.template, (o for o in before.dossiers if o.id in changed))
    new = rules.progress(before.template, changed.values())
    return Progress(
        answered=before.progress.answered - old.answered + new.answered,
        total=before.progress.total - old.total + new.total,
        good=before.progress.good - old.good + new.good,
        partly=before.progress.partly - old.partly + new.partly,
        bad=before.progress.bad - old.bad + new.bad,
        na=before.progress.na - old.na + new.na,
    )
