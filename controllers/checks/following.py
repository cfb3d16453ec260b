"""What is done after a check: what was agreed, what is late, what was carried out, on what proof.

A measure is carried out on one day, `measure_met_on` of its finding. Judging proof and looking
again write that day in the same step, so that one truth stands. What a person ticked off by hand
is not undone by a judgement: only by hand.
"""

from datetime import date
from uuid import UUID

from controllers.checks.followed import followed
from controllers.checks.steps import (
    Steps,
    finding_place,
    of_check,
    refuse_judge,
    refuse_owner,
    write,
)
from models.attachments import queries as attachment_queries
from models.attachments.entities import Attachment
from models.checks import queries, rules
from models.checks.entities import DossierCheck, Finding, MeasureReview
from models.checks.rules.order import refuse_before
from models.checks.rules.writing import checked_day, checked_reason, masked_text
from models.checks.values import (
    Agreed,
    CheckNotFinished,
    DeliveryStillToCome,
    FollowFile,
    MeasureBeforeVisit,
    MeasureStillToCome,
    ProofMissing,
    ReceivedBeforeVisit,
    ReviewFile,
)
from models.kernel.text import N_
from models.letters import queries as letter_queries
from models.store.session import ChangeSession, LookSession


class Following(Steps):
    """The measures of finished checks."""

    def agreed(self, centre_id: UUID) -> tuple[Agreed, ...]:
        """What was agreed with a centre: late first, then by last day, then what is carried out."""
        with self._store.look() as session:
            return letter_queries.agreed(session, centre_id, self._today())

    def follow(self, check_id: UUID) -> FollowFile:
        """What follows the findings of one check: a fixed number of statements."""
        with self._store.look() as session:
            return followed(session, check_id, self._today())

    def carry_out(self, check_id: UUID, question_key: str, day: date | None) -> None:
        """Write down on which day the officer saw that a measure was carried out; None: not yet.

        Not yet also takes back that proof was judged sufficient. Only after a check is finished:
        before that nothing is agreed. Raises CheckNotFinished, MeasureStillToCome,
        MeasureBeforeVisit, DayNotPossible, and OwnerJudges for who carries it out.
        """
        today = self._today()
        if day is not None and checked_day(day, "measure_met_on", today) > today:
            raise MeasureStillToCome(field="measure_met_on", day=day, today=today)
        label = N_("Reopen measure") if day is None else N_("Tick off measure")
        with self._store.change(label, self._name(check_id)) as session:
            check = _finished(session, check_id)
            if day is None:
                reopen_measure(session, check, question_key)
                return
            row, place = finding_place(session, check, question_key)
            ticked = self._officer(session)
            refuse_before(day, check.visit_date, "measure_met_on", MeasureBeforeVisit)
            refuse_owner(session, row, ticked, "measure_met_on")
            by_hand = {"measure_met_by_hand": True, "measure_met_by": ticked}
            write(session, Finding, row, place, {"measure_met_on": day, **by_hand})

    def assign(self, check_id: UUID, question_key: str, owner: str) -> None:
        """Say who carries a measure out; also after the check was finished.

        Raises JudgeOwns for who judged its proof, TickerOwns for who ticked it off.
        """
        kept = self._kept_finding("measure_owner", owner)
        with self._store.change(N_("Say who carries a measure out"), self._name(check_id)) as (
            session
        ):
            check = session.get_one(DossierCheck, check_id)
            row, place = finding_place(session, check, question_key)
            refuse_judge(session, check, question_key, kept)
            write(session, Finding, row, place, {"measure_owner": kept})

    def deliver(
        self, check_id: UUID, question_key: str, delivered_on: date, delivered: str
    ) -> UUID:
        """Write down what the centre delivered as proof of a measure.

        Raises CheckNotFinished, DeliveryStillToCome, ReceivedBeforeVisit, ProofMissing,
        NationalNumberFound.
        """
        day = self._past_day(delivered_on, "delivered_on", DeliveryStillToCome)
        kept = masked_text(delivered)
        if kept is None:
            raise ProofMissing(field="delivered")
        with self._store.change(N_("Note proof of a measure"), self._name(check_id)) as session:
            check = _finished(session, check_id)
            refuse_before(day, check.visit_date, "delivered_on", ReceivedBeforeVisit)
            finding_place(session, check, question_key)
            row = MeasureReview(
                check_id=check_id, question_key=question_key, delivered_on=day, delivered=kept
            )
            session.add(row)
            session.flush()
            return row.id

    def judge_proof(
        self, check_id: UUID, review_id: UUID, sufficient: bool | None, reason: str = ""
    ) -> None:
        """A person says whether proof is sufficient, and why; None takes the judgement back.

        Sufficient proof carries the measure out in the same step; insufficient proof opens it
        again, unless somebody ticked it off by hand. Raises ReasonMissing, JudgeUnnamed, and
        OwnerJudges when the judge carries the measure out himself (DOMAIN.md F5.04).
        """
        why = None if sufficient is None else checked_reason(reason, "reason")
        today = None if sufficient is None else self._today()
        with self._store.change(N_("Judge proof of a measure"), self._name(check_id)) as session:
            check = _finished(session, check_id)
            review = of_check(session, MeasureReview, check_id, review_id)
            judge = None if sufficient is None else self._officer(session)
            row, _place = finding_place(session, check, review.question_key)
            if judge is not None:
                refuse_owner(session, row, judge, "reason")
            _judge(session, check_id, review_id, (sufficient, why, judge, today))
            _count_proof(session, check, review.question_key)

    @staticmethod
    def files_of(review_id: UUID) -> tuple[str, UUID]:
        """What files belong to that the centre sent as this proof; free until it is judged."""
        return _about(review_id)

    def remove_proof(self, check_id: UUID, review_id: UUID) -> None:
        """Take away proof that was noted by mistake, its files, and what followed from it."""
        with self._store.change(N_("Remove proof of a measure"), self._name(check_id)) as session:
            check = _finished(session, check_id)
            review = of_check(session, MeasureReview, check_id, review_id)
            counted = bool(review.sufficient)
            for file in attachment_queries.of_thing(session, *_about(review_id)):
                session.delete(session.get_one(Attachment, file.id))
            session.delete(review)
            session.flush()
            if counted:
                _count_proof(session, check, review.question_key)


def reopen_measure(session: ChangeSession, check: DossierCheck, key: str) -> None:
    """The measure is not carried out, whoever said so: a tick and a judgement both go."""
    row, place = finding_place(session, check, key)
    none = dict.fromkeys(("measure_met_on", "measure_met_by_hand", "measure_met_by"))
    write(session, Finding, row, place, none)
    for proof in _proof(session, check.id, key):
        if proof.sufficient:
            _judge(session, check.id, proof.id, (None, None, None, None))


def _about(review_id: UUID) -> tuple[str, UUID]:
    """What the files belong to that the centre sent as this proof."""
    return MeasureReview.__tablename__, review_id


def _finished(session: ChangeSession, check_id: UUID) -> DossierCheck:
    check = session.get_one(DossierCheck, check_id)
    if check.finished_at is None:
        raise CheckNotFinished
    return check


def _proof(session: LookSession, check_id: UUID, key: str) -> tuple[ReviewFile, ...]:
    return queries.reviews(session, [check_id]).get((check_id, key), ())


def _count_proof(session: ChangeSession, check: DossierCheck, key: str) -> None:
    """Carry the measure out on the day its proof says, unless somebody saw that it was.

    An older tick by hand bears no name.
    """
    row, place = finding_place(session, check, key)
    finding = session.get(Finding, row)
    if finding is None or not (finding.measure_met_by_hand or finding.measure_met_by):
        met = rules.met_day(_proof(session, check.id, key))
        write(session, Finding, row, place, {"measure_met_on": met})


def _judge(
    session: ChangeSession,
    check_id: UUID,
    review_id: UUID,
    said: tuple[bool | None, str | None, str | None, date | None],
) -> None:
    review = of_check(session, MeasureReview, check_id, review_id)
    review.sufficient, review.reason, review.judged_by, review.judged_on = said
    session.flush()
