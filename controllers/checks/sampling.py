"""The sample: which dossiers are looked into."""

from uuid import UUID

from controllers.checks.steps import Steps, of_check
from models.checks import queries, rules
from models.checks.entities import CheckedDossier
from models.checks.rules.pseudonym import numbers_in
from models.checks.values import DossierNumberTaken
from models.kernel.text import N_
from models.store.session import ChangeSession


class Sampling(Steps):
    """Dossiers in a check."""

    def add_dossiers(self, check_id: UUID, typed: str) -> list[UUID]:
        """Add dossiers by number, a line each or with semicolons or blanks between; one step.

        A number that is there already, a name, or a national register number refuses the lot.
        """
        typed_numbers = (rules.pseudonym(part) for part in numbers_in(typed))
        numbers = list({number.casefold(): number for number in typed_numbers}.values())
        with self._change(N_("Add dossiers"), check_id) as (session, _):
            known = queries.numbers(session, check_id)
            last = max((position for _number, position in known), default=0)
            taken = {number.casefold() for number, _position in known}
            return _add(session, check_id, numbers, taken, last)

    def remove_dossier(self, check_id: UUID, dossier_id: UUID) -> None:
        """Take a dossier out of the check with its answers; undo brings all of it back."""
        with self._change(N_("Remove dossier"), check_id) as (session, _):
            for answer in queries.answers_of(session, dossier_id):
                session.delete(answer)
            session.delete(of_check(session, CheckedDossier, check_id, dossier_id))


def _add(
    session: ChangeSession, check_id: UUID, numbers: list[str], taken: set[str], last: int
) -> list[UUID]:
    added = []
    for place, number in enumerate(numbers, last + 1):
        if number.casefold() in taken:
            raise DossierNumberTaken(field="number", number=number)
        row = queries.dossier_id(check_id, number)
        session.put(CheckedDossier, row, check_id=check_id, number=number, position=place)
        added.append(row)
    return added
