"""What is asked about checks: lists, one whole, and what still stands in the way."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from controllers.checks.steps import Steps
from models.checks import queries, rules
from models.checks.entities import DossierCheck
from models.checks.values import CheckFile, CheckRow, Gap, LastVisit
from models.letters import queries as letter_queries


class Reading(Steps):
    """Nouns: they change nothing."""

    def ids(
        self, centre_id: UUID | None = None, order: str = "day", *, descending: bool = True
    ) -> list[UUID]:
        """All checks, newest first or by one of ORDERS; of one centre when asked."""
        with self._store.look() as session:
            return queries.ids(session, centre_id, order, descending=descending)

    def with_words(self, text: str) -> list[UUID]:
        """Checks found by reference, or by centre and year; the newest first."""
        with self._store.look() as session:
            return queries.with_words(session, text)

    def waiting(self) -> tuple[int, int]:
        """How many checks are not finished, and how many of those should have begun by now."""
        today = self._today()
        with self._store.look() as session:
            found = queries.unfinished(session)
        late = sum(day is not None and day < today and not begun for begun, day in found)
        return len(found), late

    def rows(self, wanted: Sequence[UUID]) -> list[CheckRow]:
        with self._store.look() as session:
            return queries.rows(session, wanted)

    def file(self, check_id: UUID) -> CheckFile:
        """A check whole, with proposed verdicts and findings."""
        with self._store.look() as session:
            return queries.file(session, check_id)

    def file_again(self, before: CheckFile, answers: Collection[UUID]) -> CheckFile:
        """The check after these rows of answers changed: equal to `file`, read for much less.

        Raises Gone when more than answers changed: read it whole.
        """
        with self._store.look() as session:
            return queries.answered_again(session, before, answers)

    def gaps(self, check_id: UUID) -> tuple[Gap, ...]:
        """The cells that keep the check from being finished, in the order of the matrix."""
        check = self.file(check_id)
        return rules.gaps(check.template, check.dossiers)

    def last_visit(self, check_id: UUID) -> LastVisit:
        """What the check before this one found at the same place, with the open measures.

        Of the same checklist: another may have the same keys for other questions.
        """
        with self._store.look() as session:
            check = session.get_one(DossierCheck, check_id)
            checks = queries.earlier(session, check, here=True, alike=True)
            if not checks:
                return LastVisit()
            found = queries.before(session, queries.template_of(session, check), checks)
            here = {one.id for one in checks}
            agreed = letter_queries.agreed(session, check.centre_id, self._today())
        still = {one.question_key: one for one in agreed if one.open and one.check_id in here}
        return LastVisit({key: replace(one, measure=still.get(key)) for key, one in found.items()})
