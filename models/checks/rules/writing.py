"""What an officer may write in a check: any text, but a national register number is masked."""

from datetime import date

from models.centres.rules.editing import refuse_national_number, without_national_numbers
from models.checklists.values import MOST_AMOUNT, MOST_HOURS
from models.checks.values import (
    AmountNotPossible,
    AnswerType,
    AnswerValue,
    FactWanted,
    Grade,
    HoursNotPossible,
    HoursWanted,
    PeriodTurnedRound,
    Question,
    ReasonMissing,
    Verdict,
    VisitStillToCome,
)
from models.kernel.days import day_of_our_time
from models.kernel.typed import keepable
from models.kernel.wording import decimal
from models.kernel.words import clean

YEARS_AHEAD = 5
LONG_AGO = date(1950, 1, 1)
BY_HAND = frozenset({None, AnswerValue.NA, AnswerValue.NOT_CHECKED})
"""What can be chosen by hand, whatever kind of answer a question has."""
Fact = dict[str, str | float | date | None]
NO_FACT: Fact = {"words": None, "amount": None, "day": None, "choice": None}
"""The columns of a fact, empty."""


def masked_text(text: str) -> str | None:
    """The text without outer blanks, None when empty; national numbers are masked (F3.06).

    What an officer types is kept without the number. It stands nowhere: not in the file, not in
    its history, and undo brings back only what was kept. Only the result is clean: nothing is
    refused here, so `imported_text` is for what cannot be kept otherwise than it came.
    """
    return without_national_numbers(keepable(text).strip()) or None


def imported_text(text: str, field: str) -> str | None:
    """As `masked_text`, for what comes in from outside: there a number is refused.

    Raises NationalNumberFound: who sent the list must take it out.
    """
    refuse_national_number(text, field)
    return masked_text(text)


def checked_reason(reason: str, field: str = "override_reason") -> str:
    """The reason on one line. Raises ReasonMissing."""
    kept = masked_text(clean(reason))
    if kept is None:
        raise ReasonMissing(field=field)
    return kept


def check_override(value: Verdict | Grade | None, reason: str) -> str:
    """The reason to overrule a proposal; empty when nothing is overruled.

    Raises ReasonMissing.
    """
    return "" if value is None else checked_reason(reason)


def checked_answer(question: Question, value: AnswerValue | None) -> AnswerValue | None:
    """The answer as given; a fact answers itself, so only na and not_checked are chosen there.

    Raises HoursWanted and FactWanted.
    """
    if value in BY_HAND or question.answer_type is AnswerType.YES_PARTIAL_NO_NA:
        return value
    if question.answer_type is AnswerType.HOURS_COMPARE:
        raise HoursWanted(field="value")
    raise FactWanted(field="value")


def checked_fact(question: Question, value: str | float | date | None, today: date) -> Fact:
    """Every column of a fact for this question: the one of its kind filled in, the others empty.

    Another kind of value, or an option that is not there, is a bug of ours: TypeError, KeyError.
    Raises NationalNumberFound, AmountNotPossible and DayNotPossible.
    """
    told = dict(NO_FACT)
    match question.answer_type, value:
        case AnswerType.TEXT | AnswerType.NUMBER | AnswerType.DATE | AnswerType.CHOICE, None:
            return told
        case AnswerType.TEXT, str():
            told["words"] = masked_text(value)
        case AnswerType.NUMBER, int() | float():
            told["amount"] = checked_amount(float(value))
        case AnswerType.DATE, date():
            told["day"] = _checked_fact_day(value, today)
        case AnswerType.CHOICE, str():
            told["choice"] = {option.key: option.key for option in question.options}[value]
        case _:
            raise TypeError(question.key)
    return told


def checked_amount(amount: float) -> float:
    """Raises AmountNotPossible beyond a million, and for what is no number."""
    if not -MOST_AMOUNT <= amount <= MOST_AMOUNT:
        raise AmountNotPossible(
            field="amount", amount=decimal(amount), least=f"-{MOST_AMOUNT}", most=str(MOST_AMOUNT)
        )
    return amount


def _checked_fact_day(day: date, today: date) -> date:
    """A day somebody wrote in a dossier; it may lie long ago. Raises DayNotPossible."""
    return day_of_our_time(day, "day", today, ahead=YEARS_AHEAD, first=LONG_AGO)


def checked_hours(field: str, hours: float | None) -> float | None:
    """Decimal hours from 0 to 99. Raises HoursNotPossible."""
    if hours is not None and not 0 <= hours <= MOST_HOURS:
        raise HoursNotPossible(field=field, hours=hours, most=MOST_HOURS)
    return hours


def checked_day(day: date, field: str, today: date) -> date:
    """A day of our own time: from 2000 on, at most five years ahead. Raises DayNotPossible."""
    return day_of_our_time(day, field, today, ahead=YEARS_AHEAD)


def checked_visit(day: date, field: str, today: date) -> date:
    """The day of a visit that was made: today at the latest. Raises VisitStillToCome."""
    if day > today:
        raise VisitStillToCome(field=field, day=day, today=today)
    return checked_day(day, field, today)


def check_period(first: date | None, last: date | None, field: str) -> None:
    """Raises PeriodTurnedRound when the period ends before it begins."""
    if first is not None and last is not None and last < first:
        raise PeriodTurnedRound(field=field, first=first, last=last)
