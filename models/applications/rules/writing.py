"""What may be written in an application: text without register numbers, days that can be."""

from datetime import date

from models.applications.values import (
    DayMissing,
    DayStillToCome,
    DayTooEarly,
    MotivationMissing,
    PersonMissing,
)
from models.centres.rules.editing import kept_text
from models.kernel.days import day_of_our_time

YEARS_AHEAD = 10


def kept_name(text: str, field: str, most: int) -> str | None:
    """A name on one line. Raises NationalNumberFound and TextTooLong."""
    return kept_text(text, field, one_line=True, most=most)


def needed_name(text: str, field: str, most: int) -> str:
    """As `kept_name`. Raises PersonMissing when nothing is written."""
    kept = kept_name(text, field, most)
    if kept is None:
        raise PersonMissing(field=field)
    return kept


def needed_text(text: str, field: str) -> str:
    """As `kept_text`. Raises MotivationMissing when nothing is written."""
    kept = kept_text(text, field)
    if kept is None:
        raise MotivationMissing(field=field)
    return kept


def past_day(
    day: date | None, field: str, today: date, first: date | None = None, event: str = ""
) -> date:
    """A day that has come; not before `first`, which `event` tells.

    Raises DayMissing, DayStillToCome, DayNotPossible and DayTooEarly.
    """
    if day is None:
        raise DayMissing(field=field)
    if day > today:
        raise DayStillToCome(field=field, day=day, today=today)
    if first is not None and day < first:
        raise DayTooEarly(field=field, day=day, first=first, event=event)
    return any_day(day, field, today)


def any_day(day: date, field: str, today: date) -> date:
    """A day of our own time: from 2000 on, at most ten years ahead. Raises DayNotPossible."""
    return day_of_our_time(day, field, today, ahead=YEARS_AHEAD)
