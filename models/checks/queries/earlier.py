"""Which checks came before a check, and what was answered then."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from models.checks import rules
from models.checks.entities import DossierCheck
from models.checks.queries.files import columns, template_of
from models.checks.queries.lists import made
from models.checks.values import Before, ChecklistTemplate


def earlier(
    session: Session, check: DossierCheck, *, here: bool = False, alike: bool = False
) -> list[DossierCheck]:
    """The finished checks of the centre before this one, the newest first.

    `here` asks only those at the same place, `alike` those with the same checklist whatever its
    version. A check that was made and opened again stands where it was: what came after it is not
    earlier.
    """
    until = None if check.finished_at else check.visit_date
    rows = list(session.scalars(made(check.centre_id, until)))
    since = rows[rows.index(check) + 1 :] if check in rows else rows
    return [
        row
        for row in since
        if (not here or row.establishment_id == check.establishment_id)
        and (not alike or row.template_key == check.template_key)
    ]


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
