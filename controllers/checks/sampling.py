"""The sample: which dossiers are looked into."""

from uuid import UUID

from controllers.checks.steps import Steps, leave, of_check
from models.checks import queries, rules
from models.checks.entities import CheckedDossier
from models.checks.rules.pseudonym import numbers_in
from models.checks.rules.sample import BLIND
from models.checks.rules.writing import masked_text
from models.checks.values import Chosen, DossierNumberTaken
from models.checks.values.sampling_refusals import DrawnStays
from models.kernel.text import N_
from models.kernel.words import clean
from models.store.session import ChangeSession


class Sampling(Steps):
    """Dossiers in a check."""

    def add_dossiers(self, check_id: UUID, typed: str, risk: str = "") -> list[UUID]:
        """Add dossiers by number, a line each or with semicolons or blanks between; one step.

        `risk` says why they were picked, when a risk was seen; either way they stand apart from
        what was drawn. A number that is there already, a name, or a national register number
        refuses the lot.
        """
        why = masked_text(clean(risk))
        typed_numbers = (rules.pseudonym(part) for part in numbers_in(typed))
        numbers = list({number.casefold(): number for number in typed_numbers}.values())
        with self._change(N_("Add dossiers"), check_id) as (session, _):
            known = queries.numbers(session, check_id)
            last = max((position for _number, position in known), default=0)
            taken = {number.casefold() for number, _position in known}
            return _add(session, check_id, numbers, taken, last, why)

    def remove_dossier(self, check_id: UUID, dossier_id: UUID) -> None:
        """Take a dossier out of the check with its answers; undo brings all of it back.

        Raises DrawnStays for one that was drawn blind: it only leaves for a spare, with a reason.
        """
        label = self._of_unit(check_id, N_("Remove dossier"), N_("Remove channel"))
        with self._change(label, check_id) as (session, _):
            row = of_check(session, CheckedDossier, check_id, dossier_id)
            if row.chosen in BLIND:
                raise DrawnStays(number=row.number)
            leave(session, row)


def _add(
    session: ChangeSession,
    check_id: UUID,
    numbers: list[str],
    taken: set[str],
    last: int,
    why: str | None,
) -> list[UUID]:
    added = []
    picked = {"chosen": Chosen.RISK if why else Chosen.BY_HAND, "chosen_why": why}
    for place, number in enumerate(numbers, last + 1):
        if number.casefold() in taken:
            raise DossierNumberTaken(field="number", number=number)
        row = queries.dossier_id(check_id, number)
        place_ = {"check_id": check_id, "number": number, "position": place}
        session.put(CheckedDossier, row, **place_, **picked)
        added.append(row)
    return added
