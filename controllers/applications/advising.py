"""An advice about an application: proposed by the rules, given by a person."""

from datetime import date
from uuid import UUID

from controllers.applications.steps import NAME_ROOM, Steps
from controllers.wording import word
from models.applications import queries, rules
from models.applications.entities import Advice
from models.applications.rules.writing import needed_name, past_day
from models.applications.values import (
    AdviceOutcome,
    ApplicationFile,
    ApplicationWaiting,
    CriteriaOpen,
    CriterionGap,
    NotAskedToComplete,
    OtherAdviceUnmotivated,
)
from models.centres.rules.editing import kept_text
from models.kernel.text import N_, _
from models.kernel.wording import first_of

_WITHOUT = (
    (CriterionGap.JUDGEMENT, N_("Without a judgement: {criteria}.")),
    (CriterionGap.MOTIVATION, N_("Without a motivation: {criteria}.")),
    (CriterionGap.EVIDENCE, N_("Without proof: {criteria}.")),
)


class Advising(Steps):
    """Advice and decision are two things by two people (DOMAIN.md F1.04)."""

    def advise(
        self,
        application_id: UUID,
        outcome: AdviceOutcome,
        given_by: str,
        motivation: str = "",
        given_on: date | None = None,
    ) -> UUID:
        """Give an advice, today unless another day is written. The newest one counts.

        Raises CriteriaOpen while requirements wait (not for a question), ApplicationWaiting while
        the centre may still complete, NotAskedToComplete for a negative advice before it could,
        and OtherAdviceUnmotivated when it differs from the rules.
        """
        file, today = self._file(application_id), self._today()
        event = _("the day it came in")
        day = past_day(given_on or today, "given_on", today, file.days.received_on, event)
        name = needed_name(given_by, "given_by", NAME_ROOM)
        why = kept_text(motivation, "motivation")
        _check_ready(file, outcome, day)
        _check_proposal(file, outcome, why)
        with self._change(N_("Give advice"), application_id) as (session, row):
            judged = queries.judgements(session, row.id)
            advice = Advice(
                application_id=row.id,
                outcome=outcome,
                given_on=day,
                given_by=name,
                motivation=why,
                rests_on=rules.rests_on(file.template, judged),
            )
            session.add(advice)
            session.flush()
            return advice.id


def _check_ready(file: ApplicationFile, outcome: AdviceOutcome, day: date) -> None:
    by = file.days.complete_by
    if file.days.waiting and (by is None or day <= by):
        raise ApplicationWaiting(field="outcome", day=by or file.days.received_on)
    if outcome is AdviceOutcome.NEGATIVE and not file.days.could_complete(day):
        raise NotAskedToComplete(field="outcome")
    lacking = _lacking(file)
    if lacking and outcome is not AdviceOutcome.INFO_REQUEST:
        raise CriteriaOpen(field="outcome", lacking=lacking)


def _lacking(file: ApplicationFile) -> str:
    """Which requirements lack what, a sentence each; empty when nothing is missing."""
    said = []
    for gap, sentence in _WITHOUT:
        keys = [one.key for one in file.criteria if one.gap is gap]
        if keys:
            said.append(_(sentence).format(criteria=first_of(keys)))
    return " ".join(said)


def _check_proposal(file: ApplicationFile, outcome: AdviceOutcome, why: str | None) -> None:
    proposal = file.proposal
    if proposal is not None and proposal.outcome is not outcome and why is None:
        raise OtherAdviceUnmotivated(field="motivation", advice=word(proposal.outcome))
