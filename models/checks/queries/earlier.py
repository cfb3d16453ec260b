"""What was answered the last time, at the same place: read once when a check is opened."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.checks import rules
from models.checks.entities import DossierCheck
from models.checks.queries.files import columns, template_of
from models.checks.queries.lists import DAY
from models.checks.values import Before, ChecklistTemplate


def earlier(session: Session, check: DossierCheck) -> list[DossierCheck]:
    """The finished checks at the same place before this one, the newest first."""
    wanted = (
        select(DossierCheck)
        .where(
            DossierCheck.centre_id == check.centre_id,
            DossierCheck.establishment_id.is_not_distinct_from(check.establishment_id),
            DossierCheck.finished_at.is_not(None),
            DossierCheck.id != check.id,
        )
        .order_by(DAY.desc(), DossierCheck.finished_at.desc())
    )
    if check.finished_at is not None:
        wanted = wanted.where(DossierCheck.finished_at < check.finished_at)
    return list(session.scalars(wanted))


def before(
    session: Session, template: ChecklistTemplate, checks: list[DossierCheck]
) -> Mapping[str, Before]:
    """For each question the newest of these checks that put it; reads no more than it needs."""
    missing = {question.key for question in template.questions}
    found: dict[str, Before] = {}
    for check in checks:
        if not missing:
            break
        asked = template_of(session, check)
        same = [question for question in asked.questions if question.key in missing]
        if asked.key == template.key and same:
            found |= _told(session, check, asked, {question.key for question in same})
            missing -= found.keys()
    return found


def _told(
    session: Session, check: DossierCheck, asked: ChecklistTemplate, keys: set[str]
) -> dict[str, Before]:
    dossiers = columns(session, check.id, asked)
    day = check.visit_date or check.planned_on
    came_to = [rules.standing(asked, dossier.answers) for dossier in dossiers]
    return {
        key: Before(check.id, check.reference, day, rules.tally(one[key] for one in came_to))
        for key in keys
    }
