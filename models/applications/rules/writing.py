"""What may be written in an application: text without register numbers, days that can be."""

from datetime import date

from models.applications.values import (
    DayMissing,
    DayStillToCome,
    DayTooEarly,
    DayTooFar,
    MotivationMissing,
    PersonMissing,
)
from models.centres.rules.editing import refuse_national_number
from models.kernel.typed import check_room, keepable
from models.kernel.words import clean

EARLIEST = date(2000, 1, 1)
YEARS_AHEAD = 10


def kept_text(text: str, field: str) -> str | None:
    """The text without outer blanks, None when empty. Raises NationalNumberFound (F3.06)."""
    kept = keepable(text).strip()
    refuse_national_number(kept, field)
    return kept or None


def kept_name(text: str, field: str, most: int) -> str | None:
    """A name on one line. Raises NationalNumberFound and TextTooLong."""
    kept = kept_text(clean(text), field)
    check_room(kept or "", most, field)
    return kept


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

    Raises DayMissing, DayStillToCome, DayTooFar and DayTooEarly.
    """
    if day is None:
        raise DayMissing(field=field)
    if day > today:
        raise DayStillToCome(field=field, day=day, today=today)
    if first is not None and day < first:
        raise DayTooEarly(field=field, day=day, first=first, event=event)
    return any_day(day, field, today)


def any_day(day: date, field: str, today: date) -> date:
    """A day of our own time: from 2000 on, at most ten years ahead. Raises DayTooFar."""
    last = date(today.year + YEARS_AHEAD, 12, 31)
    if not EARLIEST <= day <= last:
        raise DayTooFar(field=field, day=day, first=EARLIEST, last=last)
    return day
