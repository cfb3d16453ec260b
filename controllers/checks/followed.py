"""What follows the findings of one check, read in one moment: a fixed number of statements."""

from datetime import date
from uuid import UUID

from controllers.checks.carrying import carried
from models.attachments import queries as attachment_queries
from models.checks import queries, rules
from models.checks.entities import DossierCheck, MeasureReview
from models.checks.queries.revisions import contents
from models.checks.rules.content import read
from models.checks.values import (
    Agreed,
    CheckFile,
    FollowFile,
    MeasureStatus,
    ReadFinding,
    RoundFile,
    RuleTerms,
)
from models.letters import queries as letter_queries
from models.settings import queries as settings_queries
from models.store.session import LookSession
from models.terms.values import Changed


def followed(session: LookSession, check_id: UUID, today: date) -> FollowFile:
    """Recurrence, proof, what is looked at again, reactions and last days of one check."""
    check = session.get_one(DossierCheck, check_id)
    told = queries.wanting(session, [check_id])[check_id]
    rechecks = carried(session, check_id, today)
    keys = {one.question_key for one in told.findings} | {one.question_key for one in rechecks}
    reviews = queries.reviews(session, [check_id])
    changed = settings_queries.settings(session).changed
    rounds = queries.rounds(session, check_id, changed)
    agreed = letter_queries.agreed(session, check.centre_id, today) if check.finished_at else ()
    last = rounds[-1] if rounds else None
    return FollowFile(
        check_id=check_id,
        recurrences=queries.recurrences(session, check, keys - {""}),
        reviews={key: many for (_check, key), many in reviews.items()},
        statuses=_statuses(agreed, check_id),
        rechecks=rechecks,
        rounds=rounds,
        reactions=queries.reactions(session, check_id, last),
        files=_files(session, check.centre_id),
        by_rule=_by_rule(session, told, changed),
        read=_read(session, check_id, last),
        standing=frozenset(one.key for one in told.findings),
    )


def _statuses(agreed: tuple[Agreed, ...], check_id: UUID) -> dict[str, MeasureStatus]:
    return {one.question_key: one.status for one in agreed if one.check_id == check_id}


def _files(session: LookSession, centre_id: UUID) -> dict[UUID, int]:
    counted = attachment_queries.counts(session, centre_id)
    table = MeasureReview.__tablename__
    return {row: count for (about, row), count in counted.items() if about == table}


def _by_rule(session: LookSession, told: CheckFile, changed: Changed) -> RuleTerms:
    """Counted from the letter; before it is ready from the day of the visit, as at the table."""
    letter = letter_queries.letter_days(session, [told]).of(told.id)
    start = letter or told.visit_date or told.planned_on
    terms = {
        one.key: term
        for one in told.findings
        if (term := rules.rule_term(one.grade, start, changed)) is not None
    }
    return RuleTerms(start, letter is not None, terms)


def _read(session: LookSession, check_id: UUID, sent: RoundFile | None) -> dict[str, ReadFinding]:
    """What the centre got to read; nothing when that was not kept."""
    if sent is None or sent.revision_id is None:
        return {}
    kept = contents(session, check_id).get(sent.revision_id)
    return rules.what_was_read(read(kept)) if kept is not None else {}
