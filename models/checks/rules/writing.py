"""What an officer may write in a check: any text, but never a national register number."""

from datetime import date

from models.centres.rules.editing import refuse_national_number
from models.checks.values import (
    AnswerType,
    AnswerValue,
    DayNotPossible,
    Grade,
    HoursNotPossible,
    HoursWanted,
    PeriodTurnedRound,
    Question,
    ReasonMissing,
    Verdict,
    VisitStillToCome,
)
from models.kernel.typed import keepable
from models.kernel.words import clean

MOST_HOURS = 99.0
EARLIEST = date(2000, 1, 1)
YEARS_AHEAD = 5


def checked_text(text: str, field: str) -> str | None:
    """The text without outer blanks, None when empty. Raises NationalNumberFound (F3.06)."""
    kept = keepable(text).strip()
    refuse_national_number(kept, field)
    return kept or None


def checked_reason(reason: str, field: str = "override_reason") -> str:
    """The reason on one line. Raises ReasonMissing, and NationalNumberFound (F3.06)."""
    kept = checked_text(clean(reason), field)
    if kept is None:
        raise ReasonMissing(field=field)
    return kept


def check_override(value: Verdict | Grade | None, reason: str) -> str:
    """The reason to overrule a proposal; empty when nothing is overruled.

    Raises ReasonMissing, and NationalNumberFound.
    """
    return "" if value is None else checked_reason(reason)


def checked_answer(question: Question, value: AnswerValue | None) -> AnswerValue | None:
    """The answer as given; hours answer themselves, so only na and not_checked are chosen there."""
    by_hand = {None, AnswerValue.NA, AnswerValue.NOT_CHECKED}
    if question.answer_type is AnswerType.HOURS_COMPARE and value not in by_hand:
        raise HoursWanted(field="value")
    return value


def checked_hours(field: str, hours: float | None) -> float | None:
    """Decimal hours from 0 to 99. Raises HoursNotPossible."""
    if hours is not None and not 0 <= hours <= MOST_HOURS:
        raise HoursNotPossible(field=field, hours=hours, most=int(MOST_HOURS))
    return hours


def checked_day(day: date, field: str, today: date) -> date:
    """A day of our own time: from 2000 on, at most five years ahead. Raises DayNotPossible."""
    last = date(today.year + YEARS_AHEAD, 12, 31)
    if not EARLIEST <= day <= last:
        raise DayNotPossible(field=field, day=day, first=EARLIEST, last=last)
    return day


def checked_visit(day: date, field: str, today: date) -> date:
    """The day of a visit that was made: today at the latest. Raises VisitStillToCome."""
    if day > today:
        raise VisitStillToCome(field=field, day=day, today=today)
    return checked_day(day, field, today)


def check_period(first: date | None, last: date | None, field: str) -> None:
    """Raises PeriodTurnedRound when the period ends before it begins."""
    if first is not None and last is not None and last < first:
        raise PeriodTurnedRound(field=field, first=first, last=last)
