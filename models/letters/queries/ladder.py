"""The ladder of measures at a centre, and what was agreed with it: both from one reading."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from models.checks import queries as check_queries
from models.checks import rules as check_rules
from models.checks.values import (
    Agreed,
    Breach,
    CheckFile,
    LadderFacts,
    LadderFile,
    RecheckOutcome,
)
from models.letters.queries.files import agreed_of
from models.letters.rules.tables import REMARKS
from models.settings import queries as settings_queries


def ladder(
    session: Session,
    centre_id: UUID,
    today: date,
    hearing_on: date | None = None,
    until: date | None = None,
) -> LadderFile:
    """The ladder on a day; of the checks made by `until`, when asked."""
    return followed_up(session, centre_id, today, hearing_on, until)[1]


def followed_up(
    session: Session,
    centre_id: UUID,
    today: date,
    hearing_on: date | None = None,
    until: date | None = None,
) -> tuple[tuple[Agreed, ...], LadderFile]:
    """What was agreed (as `agreed`), and the ladder that rests on it: the checks are read once."""
    ids = check_queries.finished(session, centre_id, until)
    found = check_queries.wanting(session, ids)
    checks = [found[one] for one in ids if one in found]
    measures = agreed_of(session, checks, today)
    steps = tuple(
        one for one in check_queries.ladder_steps(session, centre_id) if one.decided_on <= today
    )
    facts = LadderFacts(
        today=today,
        breaches=_breaches(checks, check_queries.seen_again(session, ids)),
        last_check=ids[0] if ids else None,
        remarks=_remarks(checks[:1]),
        measures=measures,
        steps=steps,
        hearing_on=hearing_on,
    )
    return measures, check_rules.ladder(facts, settings_queries.settings(session).changed)


def _breaches(
    checks: Sequence[CheckFile], seen_again: Mapping[UUID, Mapping[str, RecheckOutcome]]
) -> tuple[Breach, ...]:
    """What each of these checks found wanting, with a question and without one."""
    loose: dict[str, str] = {}
    asked: defaultdict[str, dict[str, str]] = defaultdict(dict)
    """By checklist: another one may have a question of the same key."""
    for check in reversed(checks):
        for finding in check.findings:
            titles = asked[check.template.key] if finding.question_key else loose
            titles[finding.key] = check_rules.title_of(check.template, finding)
    found: list[Breach] = []
    for check in checks:
        again = seen_again.get(check.id, {})
        found += check_rules.breaches(check, again)
        found += check_rules.loose_breaches(check, again, loose | asked[check.template.key])
    return tuple(found)


def _remarks(newest: Sequence[CheckFile]) -> int:
    return sum(
        one.grade in REMARKS and not one.left_out for check in newest for one in check.findings
    )
