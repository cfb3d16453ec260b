"""Why something cannot be done with a mandate: one clear sentence each."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class MandateReversed(Refused):
    sentence = N_("The mandate ends on {end}, before it starts on {start}. Choose a later end.")


class MandateDayMissing(Refused):
    sentence = N_("A mandate has a first and a last day. Write the day as 31/10/2032.")


class MandateEndOutside(Refused):
    sentence = N_(
        "A mandate can end early only while it runs, from {start} to {end}. Write a day in between."
    )


class MandateOverlaps(Refused):
    sentence = N_("This centre already holds mandate {number} from {start} to {end}.")


class MandateReasonNeeded(Refused):
    sentence = N_("{deviation} Write the reason at “Reason for other days”; then it is kept.")


class MandateReasonLost(Refused):
    sentence = N_("{deviation} Its reason may not be empty: change it, or mend the days first.")


class WaitingBeforeEnd(Refused):
    sentence = N_(
        "A waiting period runs after the day on which the mandate stopped. Write a day after {day}."
    )


class WaitingWithoutEnd(Refused):
    sentence = N_("A waiting period follows an early end. Write first on which day it stopped.")


class SuspensionOutside(Refused):
    sentence = N_(
        "A mandate is suspended only while it runs, from {start} to {end}. Write a day in between."
    )


class NothingToRenew(Refused):
    sentence = N_("This centre holds no mandate that a next period could follow. Add one yourself.")


class RenewedAlready(Refused):
    sentence = N_("The next period is there already: {number} from {start}. Open that one instead.")
