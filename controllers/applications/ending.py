"""Decisions on a mandate that runs: to withdraw it, note that its centre stops, or suspend it."""

from datetime import date
from uuid import UUID

from controllers.applications.deciding import Deciding
from models.applications import rules
from models.applications.entities import MandateDecision
from models.applications.rules.writing import any_day
from models.applications.values import (
    CheckOfAnother,
    DecisionKind,
    Ending,
    MandateNotRunning,
    Ruling,
    SuspensionOff,
)
from models.centres.rules.editing import kept_text
from models.checks.entities import DossierCheck
from models.kernel.errors import Gone
from models.kernel.text import N_
from models.mandates import rules as mandate_rules
from models.mandates.entities import Mandate
from models.mandates.values import EndKind
from models.settings import queries as settings_queries
from models.store.session import ChangeSession

ENDS = {
    DecisionKind.WITHDRAWN: EndKind.WITHDRAWN,
    DecisionKind.ENDED_VOLUNTARILY: EndKind.ENDED_VOLUNTARILY,
}


class EndingMandates(Deciding):
    """Each writes the decision and the mandate in one step (DOMAIN.md F1.10, F1.32, F1.42)."""

    def withdraw(self, mandate_id: UUID, ruling: Ruling, ending: Ending) -> UUID:
        """Withdraw a mandate after a hearing, and set the waiting period.

        Raises MandateNotRunning, MotivationMissing and the refusals of an ending.
        """
        return self._end(DecisionKind.WITHDRAWN, mandate_id, ruling, ending)

    def note_stop(self, mandate_id: UUID, ruling: Ruling, ending: Ending) -> UUID:
        """Take note that a centre stops by itself, and set the waiting period."""
        return self._end(DecisionKind.ENDED_VOLUNTARILY, mandate_id, ruling, ending)

    def suspend(self, mandate_id: UUID, ruling: Ruling, ending: Ending) -> UUID:
        """Suspend a mandate, from the last day of `ending` on; off unless the office wants it.

        Raises SuspensionOff (DOMAIN.md F1.32).
        """
        with self._store.look() as session:
            if settings_queries.settings(session).suspension != "on":
                raise SuspensionOff
        return self._end(DecisionKind.SUSPENDED, mandate_id, ruling, ending)

    def _end(self, kind: DecisionKind, mandate_id: UUID, ruling: Ruling, ending: Ending) -> UUID:
        kept, today = self._checked(ruling), self._today()
        for field, day in (("last_day", ending.last_day), ("waiting_until", ending.waiting_until)):
            if day is not None:
                any_day(day, field, today)
        rules.check_motivated(kind, kept.motivation)
        with self._store.look() as looking:
            name = self._name(looking.get_one(Mandate, mandate_id).centre_id)
        with self._store.change(LABELS[kind], name) as session:
            mandate = session.get_one(Mandate, mandate_id)
            _check(session, kind, mandate, ending, kept.decided_on or today)
            _apply(kind, mandate, ending)
            return _written(session, kind, mandate, kept, ending)


LABELS = {
    DecisionKind.WITHDRAWN: N_("Withdraw mandate"),
    DecisionKind.ENDED_VOLUNTARILY: N_("Take note of stop"),
    DecisionKind.SUSPENDED: N_("Suspend mandate"),
}


def _check(
    session: ChangeSession, kind: DecisionKind, mandate: Mandate, ending: Ending, day: date
) -> None:
    if mandate.ended_on is not None or not mandate.start_date <= day <= mandate.end_date:
        raise MandateNotRunning(start=mandate.start_date, end=mandate.facts.last)
    rules.check_ending(kind, ending, mandate.facts, day)
    if ending.check_id is not None:
        check = session.get(DossierCheck, ending.check_id)
        if check is None or check.deleted:
            raise Gone(field="check_id")
        if check.centre_id != mandate.centre_id:
            raise CheckOfAnother(field="check_id")


def _apply(kind: DecisionKind, mandate: Mandate, ending: Ending) -> None:
    if kind is DecisionKind.SUSPENDED:
        mandate.suspended_from, mandate.suspended_until = ending.last_day, ending.waiting_until
        return
    mandate.ended_on, mandate.end_kind = ending.last_day, ENDS[kind]
    mandate.waiting_period_until = ending.waiting_until
    mandate.suspended_from, mandate.suspended_until = mandate_rules.suspended_within(mandate.facts)


def _written(
    session: ChangeSession, kind: DecisionKind, mandate: Mandate, ruling: Ruling, ending: Ending
) -> UUID:
    heard = kind is DecisionKind.WITHDRAWN
    decision = MandateDecision(
        centre_id=mandate.centre_id,
        mandate_id=mandate.id,
        check_id=ending.check_id,
        kind=kind,
        decided_on=ruling.decided_on,
        authority=ruling.authority,
        decided_by=ruling.decided_by,
        motivation=ruling.motivation or None,
        legal_basis=ruling.legal_basis,
        hearing_on=ending.hearing_on if heard else None,
        hearing_report=kept_text(ending.hearing_report, "hearing_report") if heard else None,
    )
    session.add(decision)
    session.flush()
    return decision.id
