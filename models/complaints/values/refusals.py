"""Why something cannot be done with a complaint: one clear sentence each."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class ComplainantNamed(Refused):
    sentence = N_(
        "This looks like who complained: {found}. Complaints are kept here without names, addresses"
        " or e-mail. Write “the client”."
    )


class ThemeMissing(Refused):
    sentence = N_("Write in a few words what it is about, such as: extra costs.")


class FactsAfterReceipt(Refused):
    sentence = N_(
        "The facts of {day} lie after {received}, the day the complaint came in. Change one of"
        " both."
    )


class DaysOutOfOrder(Refused):
    sentence = N_("{day} lies after {later}, {event}. Write an earlier day.")


class RouteTakenAlready(Refused):
    sentence = N_(
        "This complaint already came in along that route, on {day}. Change the days there."
    )


class RouteSettled(Refused):
    sentence = N_("This route was answered or passed on on {day}. Take that day away first.")


class LastRoute(Refused):
    sentence = N_(
        "A complaint keeps at least one route. Remove the complaint itself if it is a mistake."
    )


class ComplaintClosed(Refused):
    sentence = N_("This complaint was closed on {day}. Reopen it first, with a reason.")


class ComplaintNotClosed(Refused):
    sentence = N_("This complaint is not closed, so it cannot be reopened.")


class UnansweredUnexplained(Refused):
    sentence = N_(
        "Not answered yet: {routes}. Write down the answer, or write why the complaint is closed"
        " without one."
    )


class ReasonForReopening(Refused):
    sentence = N_("Write why the complaint is reopened; the reason stays in the history.")


class InadmissibilityMissing(Refused):
    sentence = N_("A complaint that is not handled needs a ground and a reason. Choose the ground.")


class InadmissibilityUnmotivated(Refused):
    sentence = N_(
        "Tell with reasons why the complaint is not handled (Bestuursdecreet, art. II.77, § 2)."
        " Write the reason."
    )


class JudgedThoughInadmissible(Refused):
    sentence = N_(
        "This complaint is not admissible, so it gets no judgement. Change the admissibility first."
    )


class SolvedThoughUnfounded(Refused):
    sentence = N_(
        "How far it was solved is asked only of a founded or partly founded complaint. Judge it so"
        " first."
    )


class CheckElsewhere(Refused):
    sentence = N_("That check is of another centre. Choose a check of this centre.")
