"""What follows the findings of checks: proof, looking again, rounds of reactions, the ladder."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.checks import rules
from models.checks.entities import (
    CentreReaction,
    DossierCheck,
    Finding,
    LadderStep,
    MeasureReview,
    ReactionRound,
    Recheck,
)
from models.checks.queries.earlier import earlier
from models.checks.queries.keys import recheck_id
from models.checks.queries.recorded import Recorded, recorded
from models.checks.queries.wanting import wanting
from models.checks.values import (
    Breach,
    CheckFile,
    FindingFile,
    LadderStepFile,
    ReactionFile,
    RecheckFile,
    RecheckOutcome,
    Recurrence,
    ReviewFile,
    RoundFile,
)
from models.terms.values import Changed

WORST = (
    RecheckOutcome.NOT_SOLVED,
    RecheckOutcome.PARTLY,
    RecheckOutcome.NOT_SEEN,
    RecheckOutcome.SOLVED,
)
"""The worst first."""


def reviews(
    session: Session, checks: Collection[UUID]
) -> dict[tuple[UUID, str], tuple[ReviewFile, ...]]:
    """What was delivered as proof after these checks, by check and key of the finding."""
    rows = session.scalars(
        select(MeasureReview)
        .where(MeasureReview.check_id.in_(checks))
        .order_by(MeasureReview.delivered_on, MeasureReview.id)
    )
    found: defaultdict[tuple[UUID, str], list[ReviewFile]] = defaultdict(list)
    for row in rows:
        found[row.check_id, row.question_key].append(review_of(row))
    return {place: tuple(many) for place, many in found.items()}


def review_of(row: MeasureReview) -> ReviewFile:
    return ReviewFile(
        row.id,
        row.delivered_on,
        row.delivered,
        row.judged_on,
        row.judged_by or "",
        row.sufficient,
        row.reason or "",
    )


def seen_again(session: Session, checks: Collection[UUID]) -> dict[UUID, dict[str, RecheckOutcome]]:
    """What findings of earlier checks looked like in these checks, by check and key of the finding.

    The worst of them when one check looks back at several with the same question.
    """
    rows = select(Recheck.check_id, Recheck.question_key, Recheck.outcome).where(
        Recheck.check_id.in_(checks), Recheck.outcome.is_not(None)
    )
    found: defaultdict[UUID, dict[str, RecheckOutcome]] = defaultdict(dict)
    for check, key, outcome in session.execute(rows):
        if outcome is not None:
            found[check][key] = min(outcome, found[check].get(key, outcome), key=WORST.index)
    return found


def unsolved(session: Session, checks: Collection[UUID]) -> dict[UUID, set[tuple[UUID, str]]]:
    """What these checks looked at again and did not see solved: earlier check and key, by check."""
    rows = select(Recheck.check_id, Recheck.earlier_check_id, Recheck.question_key).where(
        Recheck.check_id.in_(checks),
        Recheck.outcome.is_not(None),
        Recheck.outcome != RecheckOutcome.SOLVED,
    )
    found: defaultdict[UUID, set[tuple[UUID, str]]] = defaultdict(set)
    for check, before, key in session.execute(rows):
        found[check].add((before, key))
    return found


def recurrences(
    session: Session, check: DossierCheck, keys: Collection[str]
) -> dict[str, Recurrence]:
    """How often each of these questions led to a breach at this centre before this check.

    Every version of the same checklist counts, by the key of the question; another checklist may
    have the same keys for other questions.
    """
    ids = [one.id for one in earlier(session, check, alike=True)]
    told = wanting(session, ids)
    checks = [told[one] for one in ids if one in told]
    return rules.recurrences(keys, checks, seen_again(session, ids))


def breaches(session: Session, checks: Sequence[UUID]) -> list[Breach]:
    """Every breach of these finished checks, in their order: six statements for all."""
    told, again = wanting(session, checks), seen_again(session, checks)
    return [
        breach
        for one in checks
        if one in told
        for breach in rules.breaches(told[one], again.get(one, {}))
    ]


def days_after(session: Session, check_id: UUID) -> list[date]:
    """The days on which something happened that follows the visit of a check.

    Also a step of the ladder that was decided on it, and a visit that looked at it again.
    """
    found: list[date] = []
    for column, whose in (
        (ReactionRound.sent_on, ReactionRound.check_id),
        (CentreReaction.received_on, CentreReaction.check_id),
        (MeasureReview.delivered_on, MeasureReview.check_id),
        (Finding.measure_met_on, Finding.check_id),
        (LadderStep.decided_on, LadderStep.check_id),
    ):
        wanted = select(column).where(whose == check_id, column.is_not(None))
        found += [day for day in session.scalars(wanted) if day is not None]
    again = (
        select(DossierCheck.visit_date)
        .join(Recheck, Recheck.check_id == DossierCheck.id)
        .where(Recheck.earlier_check_id == check_id, Recheck.outcome.is_not(None))
    )
    return found + [day for day in session.scalars(again) if day is not None]


def rechecks(
    session: Session, check_id: UUID, open_now: Collection[tuple[UUID, str]] | None = None
) -> tuple[RecheckFile, ...]:
    """What this check looks at again, the newest check first, in the order of its checklist.

    With `open_now`, earlier check and key of the question, that is what waits for an answer,
    whatever was carried over when the check was planned. Nothing is written.
    """
    rows = list(session.scalars(select(Recheck).where(Recheck.check_id == check_id)))
    if open_now is not None:
        rows = _as_open(rows, check_id, open_now)
    told = wanting(session, {row.earlier_check_id for row in rows})
    then = {one: recorded(session, one) for one in told}
    found = [
        _recheck(row, told.get(row.earlier_check_id), then.get(row.earlier_check_id, {}))
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (_newest_first(one), one.question_key)))


def _as_open(
    rows: Sequence[Recheck], check_id: UUID, open_now: Collection[tuple[UUID, str]]
) -> list[Recheck]:
    """The rows that were answered or are open, and one outside the file for what has none yet."""
    places = {(row.earlier_check_id, row.question_key) for row in rows}
    stay = [
        row
        for row in rows
        if row.outcome is not None or (row.earlier_check_id, row.question_key) in open_now
    ]
    return stay + [
        Recheck(
            id=recheck_id(check_id, before, key),
            check_id=check_id,
            earlier_check_id=before,
            question_key=key,
        )
        for before, key in open_now
        if (before, key) not in places
    ]


def waiting_rechecks(session: Session, check_id: UUID) -> int:
    """How many findings of earlier checks wait for an answer in this one."""
    rows = select(func.count()).where(Recheck.check_id == check_id, Recheck.outcome.is_(None))
    return session.scalars(rows).one()


def waiting_since_start(session: Session, check_id: UUID) -> int | None:
    """The same of a check that began, in one statement; None before that."""
    rows = select(func.count()).where(Recheck.check_id == check_id, Recheck.outcome.is_(None))
    begun = DossierCheck.id == check_id, DossierCheck.started_at.is_not(None)
    return session.scalars(select(rows.scalar_subquery()).where(*begun)).one_or_none()


def rounds(session: Session, check_id: UUID, changed: Changed) -> tuple[RoundFile, ...]:
    """The times the findings went to the centre, the newest last."""
    rows = session.scalars(
        select(ReactionRound)
        .where(ReactionRound.check_id == check_id)
        .order_by(ReactionRound.sent_on, ReactionRound.id)
    )
    return tuple(_round(row, changed) for row in rows)


def running_round(session: Session, check_id: UUID, changed: Changed) -> RoundFile | None:
    """The round that was sent last, while it is not closed."""
    told = rounds(session, check_id, changed)
    return told[-1] if told and told[-1].closed_on is None else None


def reactions(
    session: Session, check_id: UUID, of_round: RoundFile | None
) -> dict[str, tuple[ReactionFile, ...]]:
    """What the centre says, by key of the finding, in the order it came in.

    Also to a finding that was taken away: what was said stays to be read.
    """
    rows = session.execute(
        select(CentreReaction, Finding.question_key)
        .outerjoin(Finding, Finding.id == CentreReaction.finding_id)
        .where(CentreReaction.check_id == check_id)
        .order_by(CentreReaction.received_on, CentreReaction.id)
    )
    last = of_round.reply_by if of_round is not None else None
    found: defaultdict[str, list[ReactionFile]] = defaultdict(list)
    for row, question in rows:
        key = question or row.finding_id.hex
        found[key].append(_reaction(row, key, last))
    return {key: tuple(many) for key, many in found.items()}


def _reaction(row: CentreReaction, key: str, last: date | None) -> ReactionFile:
    return ReactionFile(
        id=row.id,
        finding_key=key,
        received_on=row.received_on,
        kind=row.kind,
        text=row.text,
        days_late=rules.days_late(row.received_on, last),
        outcome=row.outcome,
        reason=row.reason or "",
        judged_on=row.judged_on,
        judged_by=row.judged_by or "",
    )


def ladder_steps(session: Session, centre_id: UUID) -> tuple[LadderStepFile, ...]:
    """The steps that were taken at a centre, the oldest first."""
    rows = session.scalars(
        select(LadderStep)
        .where(LadderStep.centre_id == centre_id)
        .order_by(LadderStep.decided_on, LadderStep.id)
    )
    return tuple(
        LadderStepFile(
            id=row.id,
            rung=row.rung,
            check_id=row.check_id,
            decided_on=row.decided_on,
            decided_by=row.decided_by,
            motivation=row.motivation or "",
            preconditions=row.preconditions or "",
            against_why=row.against_why or "",
            hearing_on=row.hearing_on,
            ended_on=row.ended_on,
            ended_why=row.ended_why or "",
        )
        for row in rows
    )


def _recheck(
    row: Recheck, told: CheckFile | None, recorded_then: Mapping[str, Recorded]
) -> RecheckFile:
    found = _finding(told, row.question_key)
    title = rules.title_of(told.template, found) if told and found else row.question_key
    question = rules.question_of(told.template, found) if told and found else None
    then = recorded_then.get(row.question_key)
    asked = rules.measure_of(found, question, None).text if found else ""
    return RecheckFile(
        id=row.id,
        earlier_check_id=row.earlier_check_id,
        reference=told.reference if told else "",
        visited=told.visit_date if told else None,
        question_key=row.question_key,
        title=title,
        text=then.text if then else "",
        measure=(then.measure if then else "") or asked,
        grade=then.grade if then else None,
        outcome=row.outcome,
        note=row.note or "",
        due=then.due if then else None,
    )


def _finding(told: CheckFile | None, key: str) -> FindingFile | None:
    found: Mapping[str, FindingFile] = {one.key: one for one in told.findings} if told else {}
    return found.get(key)


def _newest_first(one: RecheckFile) -> int:
    return -(one.visited.toordinal() if one.visited else 0)


def _round(row: ReactionRound, changed: Changed) -> RoundFile:
    counted = rules.reply_term(row.sent_on, changed, registered=bool(row.registered))
    return RoundFile(
        id=row.id,
        sent_on=row.sent_on,
        registered=bool(row.registered),
        reply_by=row.reply_by or counted.due,
        term=counted,
        closed_on=row.closed_on,
        closing_words=row.closing_words or "",
        revision_id=row.revision_id,
    )
