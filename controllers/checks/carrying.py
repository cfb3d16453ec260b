"""What a check takes along from earlier ones: kept from its start, until then as of today."""

from datetime import date
from uuid import UUID

from models.checks import queries
from models.checks.entities import DossierCheck, Recheck
from models.checks.values import RecheckFile
from models.letters import queries as letter_queries
from models.store.session import ChangeSession, LookSession


def carry_over(session: ChangeSession, check: DossierCheck, today: date) -> None:
    """Take the open measures of earlier checks of the same kind along into this one.

    What was settled since it was planned, and has no answer yet, leaves again.
    """
    open_ = _open_before(session, check, today)
    for earlier, key in sorted(open_, key=str):
        row = queries.recheck_id(check.id, earlier, key)
        session.put(Recheck, row, check_id=check.id, earlier_check_id=earlier, question_key=key)
    for standing in queries.rechecks(session, check.id):
        gone = (standing.earlier_check_id, standing.question_key) not in open_
        if gone and standing.outcome is None:
            session.delete(session.get_one(Recheck, standing.id))


def carried(session: LookSession, check_id: UUID, today: date) -> tuple[RecheckFile, ...]:
    """What a check looks at again; while it is planned, what its start would take along today."""
    check = session.get_one(DossierCheck, check_id)
    begun = check.started_at is not None
    return queries.rechecks(
        session, check_id, None if begun else _open_before(session, check, today)
    )


def waiting(session: LookSession, check_id: UUID, today: date) -> tuple[str, ...]:
    """The findings of earlier checks that wait for an answer in this one: what they are about."""
    if queries.waiting_since_start(session, check_id) == 0:
        return ()
    return tuple(one.title for one in carried(session, check_id, today) if one.outcome is None)


def _open_before(
    session: LookSession, check: DossierCheck, today: date
) -> frozenset[tuple[UUID, str]]:
    """Earlier check and key of the question of every measure that is open today."""
    alike = {one.id for one in queries.earlier(session, check, alike=True)}
    return frozenset(
        (one.check_id, one.question_key)
        for one in letter_queries.agreed(session, check.centre_id, today)
        if one.open and one.check_id in alike
    )
