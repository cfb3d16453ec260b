"""What the rest of the house may know of measurements of satisfaction."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.kernel.errors import Refused
from models.kernel.text import N_


class MoreSatisfiedThanAnswers(Refused):
    sentence = N_(
        "{satisfied} satisfied users of {respondents} answers cannot be. Write at most"
        " {respondents}, or correct the number of answers first."
    )


class MoreAnswersThanInvited(Refused):
    sentence = N_(
        "{respondents} answers of {invited} people invited cannot be. Correct one of the two"
        " numbers; the number invited may stay empty."
    )


class AnswersMissing(Refused):
    sentence = N_(
        "Without answers there is nothing to measure. Write how many users answered, at least 1."
    )


class SatisfiedMissing(Refused):
    sentence = N_("Write how many of the users who answered were satisfied; 0 is allowed.")


class CountNotPossible(Refused):
    sentence = N_("{count} is no number of people. Write a whole number from 0 to {most}.")


class MeasurementDayMissing(Refused):
    sentence = N_(
        "A measurement has a first and a last day of answers. Write the day as 31/12/2025."
    )


@dataclass(frozen=True, slots=True)
class Interval:
    """A share and the Wilson interval around it at 95 %; all three between 0 and 1."""

    satisfied: int
    answers: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class MeasurementFile:
    """One measurement at one centre. `interval` is None while too few people answered."""

    id: UUID
    period_from: date
    period_to: date
    invited: int | None
    respondents: int
    satisfied: int
    source: str
    remark: str
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """How satisfied the users of one centre are, with the numbers it is judged by."""

    measurements: tuple[MeasurementFile, ...]
    """The newest first."""
    least: int
    """Fewer answers than this are not shown as a share."""
    norm: float
    """The share that is aimed for, between 0 and 1."""
    text: str
    """`75 % [47–91], n = 12`, or why there is no share: never a percentage alone."""
    sentence: str
    """What may be concluded, in one sentence; empty without a share."""

    @property
    def newest(self) -> MeasurementFile | None:
        return self.measurements[0] if self.measurements else None
