"""What the rest of the house may know of recorded changes of rules, and their refusals."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.kernel.errors import Refused
from models.kernel.text import N_
from models.terms.values import DatedValue, RuleParameter


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


class RuleValueMissing(Refused):
    sentence = N_("Write the value that the rule gets.")


class RuleDayMissing(Refused):
    sentence = N_("A change of a rule holds from a day on. Write the day as 01/01/2027.")


class RuleReferenceMissing(Refused):
    sentence = N_(
        "A change of a rule rests on something. Write the decree, decision or instruction."
    )


class When(StrEnum):
    """Where a value of a rule lies beside today."""

    PAST = "past"
    NOW = "now"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """A change of a rule as somebody typed it."""

    key: str
    value: str
    valid_from: date | None
    valid_until: date | None
    reference: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """A change of a rule with the id of its row."""

    id: UUID
    change: DatedValue


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A value of a rule with the days between which it holds."""

    rule: RuleParameter
    when: When
    recorded: RecordedChange | None = None


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule with its successive values, the earliest first."""

    key: str
    title: str
    subject: str
    lines: tuple[RuleLine, ...]

    @property
    def now(self) -> RuleLine | None:
        """The value in force today, if any."""
        return next((line for line in self.lines if line.when is When.NOW), None)
