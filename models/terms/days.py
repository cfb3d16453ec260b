"""Counting days, months and years, and finding the working day beside a closed one."""

from calendar import monthrange
from datetime import date

from models.kernel.wording import WEEKDAYS, enumeration, long_date
from models.terms.holidays import ONE_DAY, legal_holidays
from models.terms.values import Holiday

_SATURDAY = 5


def closed_because(day: date) -> str:
    """Why a day is closed: a legal holiday or the weekend; empty for a working day."""
    names = [holiday.name for holiday in legal_holidays(day.year) if holiday.day == day]
    if names:
        return enumeration(names)
    return f"een {WEEKDAYS[day.weekday()]}" if day.weekday() >= _SATURDAY else ""


def is_working_day(day: date) -> bool:
    """Neither a Saturday, a Sunday nor a legal holiday (DOMAIN.md F4.20)."""
    return not closed_because(day)


def working_day_from(day: date) -> date:
    """The day itself when it is a working day, else the next one."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def working_day_until(day: date) -> date:
    """The day itself when it is a working day, else the one before."""
    while not is_working_day(day):
        day -= ONE_DAY
    return day


def nth_working_day(start: date, count: int) -> date:
    """The count-th working day after `start`, which does not count itself; below zero before."""
    day = start
    for _step in range(abs(count)):
        day = working_day_from(day + ONE_DAY) if count > 0 else working_day_until(day - ONE_DAY)
    return day


def months_on(start: date, months: int) -> date:
    """The same day so many months later (or earlier), or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def last_day_of(start: date, months: int) -> date:
    """The last day of a period of months: from the n-th to the day before the n-th (F4.23).

    When the n-th does not exist the month's last day closes the period: six years from
    29 February 2024 end on 28 February 2030.
    """
    same = months_on(start, months)
    return same - ONE_DAY if same.day == start.day else same


def legal_holidays_between(first: date, last: date) -> tuple[Holiday, ...]:
    """The legal holidays from `first` to `last`, both included."""
    years = range(first.year, last.year + 1)
    found = (holiday for year in years for holiday in legal_holidays(year))
    return tuple(holiday for holiday in found if first <= holiday.day <= last)


def in_full(day: date) -> str:
    """The day with its weekday in front: `woensdag 1 april 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"
