"""What the rest of the house may know of recorded changes of rules, and their refusals."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class RuleValueNotNumber(Refused):
    sentence = N_("{raw} is no value for this rule. Write a whole number from 1 to {most}.")


class RuleValueNotNumbers(Refused):
    sentence = N_(
        "{raw} is no value for this rule. Write at most {steps} whole numbers from 1 to {most},"
        " with commas, such as 12, 6, 3."
    )


class RuleValueNotChoice(Refused):
    sentence = N_("{raw} is no value for this rule. Choose one of: {choices}.")


class RuleValueNotDay(Refused):
    sentence = N_("{raw} is no day that exists. Write it as 31/12/2029.")


class RuleValueNotYearlyDay(Refused):
    sentence = N_("{raw} is no day of the year. Write month and day as 02-09.")


class RuleChangeReversed(Refused):
    sentence = N_("The change ends on {end}, before it begins on {start}. Choose a later end.")


class RuleChangeOverlaps(Refused):
    sentence = N_(
        "From {start} this rule already has the recorded value {value}. End that change first, or"
        " choose days outside it."
    )


class RuleValueSame(Refused):
    sentence = N_("On {start} this rule already has the value {value}: there is no change.")
