"""What is done after a check: what was agreed, what is late, what was carried out."""

from datetime import date
from uuid import UUID

from controllers.checks.steps import Steps, write
from models.checks import queries
from models.checks.entities import DossierCheck, Finding
from models.checks.rules.writing import checked_day
from models.checks.values import Agreed, CheckNotFinished, MeasureStillToCome
from models.kernel.text import N_
from models.letters import queries as letter_queries


class Following(Steps):
    """The measures of finished checks."""

    def agreed(self, centre_id: UUID) -> tuple[Agreed, ...]:
        """What was agreed with a centre: late first, then by last day, then what is carried out."""
        with self._store.look() as session:
            return letter_queries.agreed(session, centre_id, self._today())

    def carry_out(self, check_id: UUID, question_key: str, day: date | None) -> None:
        """Write down on which day the officer saw that a measure was carried out; None: not yet.

        Only after a check is finished: before that nothing is agreed. Raises CheckNotFinished,
        MeasureStillToCome and DayNotPossible.
        """
        today = self._today()
        if day is not None and checked_day(day, "measure_met_on", today) > today:
            raise MeasureStillToCome(field="measure_met_on", day=day, today=today)
        label = N_("Reopen measure") if day is None else N_("Tick off measure")
        with self._store.change(label, self._name(check_id)) as session:
            check = session.get_one(DossierCheck, check_id)
            if check.finished_at is None:
                raise CheckNotFinished
            question = queries.template_of(session, check).question(question_key)
            row = queries.finding_id(check.id, question.key)
            place = {"check_id": check.id, "question_key": question.key}
            write(session, Finding, row, place, {"measure_met_on": day})
