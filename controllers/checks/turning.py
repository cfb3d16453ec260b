"""What the screen that is turned to the centre asks of the file, besides the summary."""

from uuid import UUID

from controllers.checks.steps import Steps
from models.centres import queries as centre_queries
from models.checks import queries
from models.checks.entities import DossierCheck
from models.checks.rules.verdicts import result_sentence
from models.checks.values.turned import CameBefore, OfCentre, Seat
from models.mandates import queries as mandate_queries
from models.store.session import LookSession


class Turning(Steps):
    """One noun, made of a whitelist: what is not named in OfCentre cannot come along."""

    def of_centre(self, check_id: UUID) -> OfCentre:
        """The centre of this check as it may see itself, on the day of the visit."""
        today = self._today()
        with self._store.look() as session:
            check = session.get_one(DossierCheck, check_id)
            day = mandate_queries.day(session, check.visit_date or today)
            mandate = mandate_queries.standing(session, check.centre_id, day).current
            places = centre_queries.establishments(session, check.centre_id)
            return OfCentre(
                enterprise_number=centre_queries.identity(
                    session, check.centre_id
                ).enterprise_number,
                mandate=mandate.number if mandate else "",
                first=mandate.start if mandate else None,
                last=(mandate.ended_on or mandate.end) if mandate else None,
                seats=tuple(Seat(each.name, each.address) for each in places if each.active),
                before=_before(session, check),
            )


def _before(session: LookSession, check: DossierCheck) -> CameBefore | None:
    found = queries.earlier(session, check, here=True)
    if not found:
        return None
    last = found[0]
    asked = queries.template_of(session, last)
    result = result_sentence(asked, queries.columns(session, last.id, asked))
    return CameBefore(last.reference, last.visit_date or last.planned_on, result)
