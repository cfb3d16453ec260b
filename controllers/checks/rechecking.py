"""Findings of earlier checks that come back as questions in the next one (feature 48)."""

from datetime import date
from uuid import UUID

from controllers.checks.carrying import carry_over, waiting
from controllers.checks.following import reopen_measure
from controllers.checks.steps import Steps, finding_place, of_check, refuse_owner, write
from models.checks import queries, rules
from models.checks.entities import DossierCheck, Finding, Recheck
from models.checks.rules.order import refuse_recheck
from models.checks.rules.writing import masked_text
from models.checks.values import NoteMissing, RecheckOutcome, RechecksOpen
from models.kernel.text import N_
from models.store.session import ChangeSession


class Rechecking(Steps):
    """Looking again."""

    def unseen(self, check_id: UUID) -> int:
        """How many findings of earlier checks wait for an answer in this one."""
        with self._store.look() as session:
            count = queries.waiting_since_start(session, check_id)
            return len(waiting(session, check_id, self._today())) if count is None else count

    def recheck(
        self, check_id: UUID, recheck_id: UUID, outcome: RecheckOutcome | None, note: str = ""
    ) -> None:
        """Say what a finding of an earlier check looks like now; None: not looked at yet.

        Solved carries the earlier measure out in the same step, and leaving it takes back what
        it did, never what somebody ticked off by hand; not solved opens the measure again
        whoever ticked it off. Raises NoteMissing when it could
        not be seen and nobody says why, OwnerJudges when who looks carries the measure out,
        RecheckBeforeVisit when this visit was made before that one.
        """
        kept = masked_text(note)
        if outcome is RecheckOutcome.NOT_SEEN and kept is None:
            raise NoteMissing(field="note")
        with self._change(N_("Look again at a finding"), check_id) as (session, check):
            if check.started_at is None:
                carry_over(session, check, self._today())
            row = of_check(session, Recheck, check_id, recheck_id)
            if outcome is not None:
                _refuse_before_earlier(session, row, check.visit_date or self._today(), "outcome")
            before = row.outcome
            row.outcome, row.note = outcome, kept
            if before is outcome:
                return
            if outcome is RecheckOutcome.SOLVED:
                _carry_out(session, row, check.visit_date or self._today(), self._officer(session))
            elif outcome is RecheckOutcome.NOT_SOLVED:
                earlier = session.get_one(DossierCheck, row.earlier_check_id)
                reopen_measure(session, earlier, row.question_key)
            elif before is RecheckOutcome.SOLVED:
                _take_back(session, row)


def refuse_moved_recheck(session: ChangeSession, check_id: UUID, day: date) -> None:
    """Raises RecheckBeforeVisit when a visit moves before one it already looked back at."""
    for told in queries.rechecks(session, check_id):
        if told.outcome is not None:
            row = session.get_one(Recheck, told.id)
            _refuse_before_earlier(session, row, day, "visit_date")


def _refuse_before_earlier(session: ChangeSession, row: Recheck, day: date, field: str) -> None:
    earlier = session.get_one(DossierCheck, row.earlier_check_id)
    refuse_recheck(day, earlier.visit_date, earlier.reference, field)


def refuse_unseen(session: ChangeSession, check_id: UUID) -> None:
    """Raises RechecksOpen while a finding of an earlier check waits for an answer."""
    count = queries.waiting_rechecks(session, check_id)
    if count:
        raise RechecksOpen(count=count)


def _carry_out(session: ChangeSession, row: Recheck, day: date, judge: str) -> None:
    """Write the day and who saw it in the earlier finding; a tick by hand stays as it is.

    What a next check saw bears a name and is not by hand: so it is told from the other two.
    """
    earlier = session.get_one(DossierCheck, row.earlier_check_id)
    place_id, place = finding_place(session, earlier, row.question_key)
    refuse_owner(session, place_id, judge, "outcome")
    finding = session.get(Finding, place_id)
    if finding is None or not finding.measure_met_by_hand:
        seen = {"measure_met_on": day, "measure_met_by": judge}
        write(session, Finding, place_id, place, seen)


def _take_back(session: ChangeSession, row: Recheck) -> None:
    """Back to what the proof says, unless the tick that stands was made by hand."""
    earlier = session.get_one(DossierCheck, row.earlier_check_id)
    proof = queries.reviews(session, [earlier.id]).get((earlier.id, row.question_key), ())
    place_id, place = finding_place(session, earlier, row.question_key)
    finding = session.get(Finding, place_id)
    if finding is not None and finding.measure_met_by and not finding.measure_met_by_hand:
        seen = {"measure_met_on": rules.met_day(proof), "measure_met_by": None}
        write(session, Finding, place_id, place, seen)
