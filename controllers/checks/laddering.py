"""The ladder of measures at a centre: the program proposes, a person decides (feature 49)."""

from datetime import date
from uuid import UUID

from controllers.checks.steps import Steps
from models.centres import queries as centre_queries
from models.checks import rules
from models.checks.entities import DossierCheck, LadderStep
from models.checks.rules.writing import checked_day, checked_reason, masked_text
from models.checks.values import (
    CheckNotInStep,
    DecisionStillToCome,
    EndBeforeDecided,
    LadderFile,
    MotivationMissing,
    Rung,
    StepOver,
)
from models.kernel.errors import Gone
from models.kernel.text import N_
from models.letters import queries as letter_queries


class Laddering(Steps):
    """From coaching to a proposal to suspend or withdraw."""

    def ladder(self, centre_id: UUID, hearing_on: date | None = None) -> LadderFile:
        """How the ladder of a centre stands today, and which step the rules propose.

        `hearing_on` is the day of a hearing that somebody has in mind.
        """
        with self._store.look() as session:
            return letter_queries.ladder(session, centre_id, self._today(), hearing_on)

    def take_step(
        self,
        centre_id: UUID,
        rung: Rung,
        motivation: str,
        *,
        decided_on: date | None = None,
        check_id: UUID | None = None,
        hearing_on: date | None = None,
        against_why: str = "",
    ) -> UUID:
        """A person decides a step, with a motivation; the conditions of that day are kept with it.

        Only what was known that day counts. Raises MotivationMissing, DecisionStillToCome,
        CheckNotInStep, and what `rules.check_step` raises.
        """
        kept = masked_text(motivation)
        if kept is None:
            raise MotivationMissing(field="motivation")
        against = masked_text(against_why)
        today = self._today()
        day = self._past_day(decided_on or today, "decided_on", DecisionStillToCome)
        if hearing_on is not None:
            checked_day(hearing_on, "hearing_on", today)
        with self._store.look() as looking:
            name = centre_queries.identity(looking, centre_id).name
        with self._store.change(N_("Take step of the ladder"), name) as session:
            until = day if day < today else None
            found = letter_queries.ladder(session, centre_id, day, hearing_on, until)
            if check_id is not None:
                _refuse_elsewhere(session.get_one(DossierCheck, check_id), centre_id, day)
            rules.check_step(found, rung, against)
            said = next(one for one in found.rungs if one.rung is rung)
            row = LadderStep(
                centre_id=centre_id,
                rung=rung,
                check_id=check_id,
                decided_on=day,
                decided_by=self._officer(session),
                motivation=kept,
                preconditions=rules.conditions_text(said),
                against_why=against if rung is not found.proposed else None,
                hearing_on=hearing_on,
            )
            session.add(row)
            session.flush()
            return row.id

    def end_step(self, step_id: UUID, day: date, why: str) -> None:
        """A step no longer holds, with a reason. Raises EndBeforeDecided, StepOver."""
        kept = checked_reason(why, "ended_why")
        self._past_day(day, "ended_on", DecisionStillToCome)
        with self._store.look() as looking:
            found = looking.get(LadderStep, step_id)
            if found is None:
                raise Gone
            name = centre_queries.identity(looking, found.centre_id).name
        with self._store.change(N_("End step of the ladder"), name) as session:
            step = session.get_one(LadderStep, step_id)
            if step.ended_on is not None:
                raise StepOver(day=step.ended_on)
            if day < step.decided_on:
                raise EndBeforeDecided(field="ended_on", day=day, decided=step.decided_on)
            step.ended_on, step.ended_why = day, kept


def _refuse_elsewhere(check: DossierCheck, centre_id: UUID, day: date) -> None:
    """Raises CheckNotInStep for a check of another centre, or one that was made later."""
    later = check.visit_date is not None and check.visit_date > day
    if later or check.centre_id != centre_id:
        raise CheckNotInStep(field="decided_on", day=day)
