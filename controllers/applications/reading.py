"""What is asked about applications and decisions: lists, and one whole."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from controllers.applications.steps import Steps
from models.applications import queries
from models.applications.rules.states import COMPLETION
from models.applications.values import (
    SETTLED,
    ApplicationFile,
    ApplicationRow,
    DecisionFile,
    DecisionRow,
)
from models.checklists import queries as checklist_queries
from models.checklists.rules import ASSESSMENT
from models.checklists.values import Unit, VersionState
from models.kernel.text import _
from models.mandates.rules import end_by_rule
from models.mandates.rules.renewal import ASKS, renewal_regime
from models.settings import queries as settings_queries
from models.terms.rules import term
from models.terms.values import Term


class Reading(Steps):
    """Nouns: they change nothing."""

    def ids(
        self, centre_id: UUID | None = None, order: str = "received_on", *, descending: bool = True
    ) -> list[UUID]:
        """All applications, newest first or by one of ORDERS; of one centre when asked."""
        with self._store.look() as session:
            return queries.ids(session, self._today(), centre_id, order, descending=descending)

    def with_words(self, text: str) -> list[UUID]:
        """Applications found by reference, or by centre and year; the newest first."""
        with self._store.look() as session:
            return queries.with_words(session, text)

    def rows(self, wanted: Sequence[UUID]) -> list[ApplicationRow]:
        """These applications as they stand today."""
        with self._store.look() as session:
            return queries.rows(session, wanted, self._today())

    def waiting(self) -> tuple[int, int]:
        """How many applications are open, and how many of those are late."""
        today = self._today()
        with self._store.look() as session:
            found = queries.rows(session, queries.ids(session, today), today)
        unsettled = [row for row in found if row.state not in SETTLED]
        return len(unsettled), sum(row.late for row in unsettled)

    def file(self, application_id: UUID) -> ApplicationFile:
        """An application whole, with facts, gaps and the advice the rules propose. Raises Gone."""
        return self._file(application_id)

    def decision_ids(self, centre_id: UUID | None = None) -> list[UUID]:
        """All decisions, newest first; of one centre when asked."""
        with self._store.look() as session:
            return queries.decision_ids(session, centre_id)

    def decision_rows(self, wanted: Sequence[UUID]) -> list[DecisionRow]:
        with self._store.look() as session:
            return queries.decision_rows(session, wanted)

    def decision(self, decision_id: UUID) -> DecisionFile:
        """A decision whole, with the term to contest it. Raises Gone."""
        with self._store.look() as session:
            return queries.decision(session, decision_id)

    def decisions_of(self, centre_id: UUID) -> list[DecisionFile]:
        """Every decision about a centre, the newest first."""
        with self._store.look() as session:
            return queries.decisions_of_centre(session, centre_id)

    def completion_term(self, asked_on: date) -> Term:
        """By when a centre completes that is asked on this day."""
        with self._store.look() as session:
            changed = settings_queries.settings(session).changed
        return term(COMPLETION, asked_on, changed=changed)

    def checklists(self) -> list[tuple[str, str]]:
        """Key and title of every checklist an application can be received with, ours first."""
        with self._store.look() as session:
            every = checklist_queries.versions(session)
        found = {
            one.key: one.title
            for one in sorted(every, key=lambda one: one.version)
            if one.unit is Unit.MANDATE_APPLICATION and one.state is VersionState.PUBLISHED
        }
        return sorted(found.items(), key=lambda one: one[0] != ASSESSMENT)

    def legal_basis(self) -> str:
        """What a decision rests on, by the newest checklist for applications."""
        with self._store.look() as session:
            return checklist_queries.template(session, ASSESSMENT).assessing.legal_basis

    def mandate_end(self, start: date) -> date:
        """The last day of a mandate that starts on this day, by the rule of that day."""
        with self._store.look() as session:
            return end_by_rule(start, settings_queries.settings(session).changed)

    def asked_for_renewal(self, start: date) -> str:
        """What the rules ask of a centre for a next period from this day (DOMAIN.md F1.12)."""
        with self._store.look() as session:
            changed = settings_queries.settings(session).changed
        return _(ASKS[renewal_regime(start, changed)])
