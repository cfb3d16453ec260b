"""What finished checks found wanting: only the answers that failed are read, counted by the file.

Thousands of checks are mostly yes. Which dossiers passed, and by how much, does not matter to
what was agreed, to what came back, or to the ladder.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, or_, select, text
from sqlalchemy.orm import Session, aliased

from models.checks import rules
from models.checks.entities import (
    NOT_SIMPLY_YES,
    CheckedDossier,
    ChecklistAnswer,
    DossierCheck,
    Finding,
)
from models.checks.queries.files import bare, template_of
from models.checks.queries.glances import countable, glances
from models.checks.queries.outlined import outlined
from models.checks.values import (
    JUDGED,
    NEGATIVE,
    AnswerValue,
    CheckFile,
    ChecklistTemplate,
    Chosen,
    Question,
)
from models.checks.values import ChecklistAnswer as AnswerFile

Counts = defaultdict[UUID, defaultdict[tuple[str, AnswerValue], Counter[Chosen]]]
"""In how many dossiers of a check a question failed, and how."""


def wanting(session: Session, wanted: Collection[UUID]) -> dict[UUID, CheckFile]:
    """These checks with what they found, by id: as `outlines`, but without dossiers or verdicts.

    Four statements, and three more when a checklist has conditions or other kinds of answers.
    """
    checks = list(session.scalars(select(DossierCheck).where(DossierCheck.id.in_(wanted))))
    lists = _lists(session, checks)
    sizes, counts = _sizes(session, wanted), _counts(session, checks, lists)
    wrote: defaultdict[UUID, list[Finding]] = defaultdict(list)
    for row in session.scalars(select(Finding).where(Finding.check_id.in_(wanted))):
        wrote[row.check_id].append(row)
    return {
        check.id: _wanting(
            *(check, lists[_named(check)], sizes[check.id]),
            *(counts[check.id], wrote[check.id]),
        )
        for check in checks
    }


def undecided(session: Session, checks: Collection[CheckFile]) -> frozenset[UUID]:
    """Of these finished checks those in which a dossier may have no verdict.

    Something decisive could not be assessed, or nothing applied (`rules.at_a_glance`).
    """
    decisive = {
        one.id: frozenset(each.key for each in one.template.questions if each.decisive)
        for one in checks
    }
    other = aliased(ChecklistAnswer)
    judged = select(other.id).where(
        other.dossier_id == ChecklistAnswer.dossier_id, other.value.in_(JUDGED)
    )
    unknown = ChecklistAnswer.value == AnswerValue.NOT_CHECKED
    nothing = and_(ChecklistAnswer.value == AnswerValue.NA, ~judged.exists())
    rows = select(ChecklistAnswer.check_id, ChecklistAnswer.question_key, ChecklistAnswer.value)
    wanted = rows.distinct().where(
        ChecklistAnswer.check_id.in_(decisive), text(NOT_SIMPLY_YES), or_(unknown, nothing)
    )
    return frozenset(
        check
        for check, key, value in session.execute(wanted)
        if value is AnswerValue.NA or key in decisive[check]
    )


def _wanting(
    check: DossierCheck,
    template: ChecklistTemplate,
    sizes: Counter[Chosen],
    counts: Mapping[tuple[str, AnswerValue], Counter[Chosen]],
    wrote: Iterable[Finding],
) -> CheckFile:
    findings = outlined(check.id, template, sizes, counts, wrote)
    return replace(bare(check, template), findings=findings)


def _named(check: DossierCheck) -> tuple[str, int]:
    return check.template_key, check.template_version


def _lists(
    session: Session, checks: Iterable[DossierCheck]
) -> dict[tuple[str, int], ChecklistTemplate]:
    found: dict[tuple[str, int], ChecklistTemplate] = {}
    for check in checks:
        if _named(check) not in found:
            found[_named(check)] = template_of(session, check)
    return found


def _sizes(session: Session, wanted: Collection[UUID]) -> defaultdict[UUID, Counter[Chosen]]:
    """How many dossiers each has, by how they were chosen."""
    place = CheckedDossier.check_id, CheckedDossier.chosen
    rows = select(*place, func.count()).where(CheckedDossier.check_id.in_(wanted)).group_by(*place)
    found: defaultdict[UUID, Counter[Chosen]] = defaultdict(Counter)
    for check, chosen, count in session.execute(rows):
        found[check][chosen or Chosen.BY_HAND] += count
    return found


def _counts(
    session: Session,
    checks: Collection[DossierCheck],
    lists: Mapping[tuple[str, int], ChecklistTemplate],
) -> Counts:
    """Counted by the file where it can be; else with every answer looked at."""
    plain = {one.id: lists[_named(one)] for one in checks if countable(lists[_named(one)])}
    found: Counts = defaultdict(lambda: defaultdict(Counter))
    for check, key, chosen, *given, count in _failed(session, plain):
        question = plain[check].get(key)
        value = _value(question, *given) if question is not None else None
        if value in NEGATIVE and value is not None:
            found[check][key, value][chosen or Chosen.BY_HAND] += count
    others = [one for one in checks if one.id not in plain]
    for check_id, glance in glances(session, others).items() if others else ():
        found[check_id].update(glance.failing())
    return found


def _value(
    question: Question,
    given: AnswerValue | None,
    registered: float | None,
    documented: float | None,
) -> AnswerValue | None:
    return rules.effective(question, AnswerFile(given, "", registered, documented))


def _failed(session: Session, checks: Collection[UUID]) -> Iterable[Any]:
    """How often a question of a check has an answer that is not simply yes, or hours that differ.

    What that comes to, and by how much hours may differ, is for the rules to say.
    """
    answer = ChecklistAnswer
    hours = answer.hours_registered, answer.hours_documented
    told = answer.check_id, answer.question_key, CheckedDossier.chosen, answer.value, *hours
    wanted = (
        select(*told, func.count())
        .join(CheckedDossier, CheckedDossier.id == answer.dossier_id)
        .where(answer.check_id.in_(checks), text(NOT_SIMPLY_YES))
        .group_by(*told)
    )
    return session.execute(wanted)
