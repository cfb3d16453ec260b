"""Reads days, hours and numbers as people type them; knows no Qt."""

from __future__ import annotations

import re
from datetime import date

from models.kernel.errors import Refused
from models.kernel.text import N_
from models.kernel.wording import MONTHS, decimal, list_date
from models.kernel.words import clean, fold

_DAY = re.compile(r"(\d{1,2})\s*[/\-. ]\s*(\d{1,2})\s*[/\-. ]\s*(\d{4}|\d{2})")
_SHORT = re.compile(r"(\d{1,2})\s*[/\-]\s*(\d{1,2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4})")
_WORDED = re.compile(r"(?:[a-z]{2,9}\.? )?(\d{1,2})\s*([a-z]{3,9})\.?\s*(\d{4}|\d{2})?")
_CLOCK = re.compile(r"(\d{1,3})\s*(?:[:uh])\s*(\d{1,2})?")
_DECIMAL = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*(?:u|h|uur|uren)?\.?")
_AMOUNT = re.compile(r"-?\d{1,3}(?: ?\d{3})*(?:[.,]\d{1,6})?|-?\d{1,9}(?:[.,]\d{1,6})?")
_PREFIX = 3


class DayUnreadable(Refused):
    sentence = N_("{raw} is not a day. Write it as 14/05/2026 or 14 mei 2026.")


class DayUnknown(Refused):
    sentence = N_("{raw} does not exist in the calendar. Check the day and the month.")


class AmountUnreadable(Refused):
    sentence = N_("{raw} is not a number. Write it as 12 or 12,5.")


class HoursUnreadable(Refused):
    sentence = N_("{raw} is not a number of hours. Write it as 3,5 or 3:30.")


def read_day(raw: str, year: int | None = None) -> date | None:
    """14/05/2026, 14-5-26, 14.05.2026, 2026-05-14, 14052026 or 14 mei 2026; empty is no day.

    Two digits of a year mean this century. 14/5 and 14 mei are read only when `year` says of
    which year. Raises DayUnreadable and DayUnknown.
    """
    text = fold(raw)
    if not text:
        return None
    if match := _DAY.fullmatch(text) or _RUN.fullmatch(text):
        return _day(raw, match[3], match[2], match[1])
    if match := _ISO.fullmatch(text):
        return _day(raw, match[1], match[2], match[3])
    usual = str(year) if year else ""
    if (match := _SHORT.fullmatch(text)) and usual:
        return _day(raw, usual, match[2], match[1])
    if (match := _WORDED.fullmatch(text)) and (month := _month(match[2])) and (match[3] or usual):
        return _day(raw, match[3] or usual, str(month), match[1])
    raise DayUnreadable(raw=clean(raw))


def say_day(day: date | None) -> str:
    return list_date(day) if day else ""


def read_hours(raw: str) -> float | None:
    """3,5, 3.5, 3:30, 3u30 or 3 u. as decimal hours; empty is nothing. Raises HoursUnreadable."""
    text = fold(raw)
    if not text:
        return None
    if match := _CLOCK.fullmatch(text.removesuffix(".").removesuffix(" uur")):
        minutes = int(match[2] or 0)
        if minutes < 60:
            return int(match[1]) + minutes / 60
    elif match := _DECIMAL.fullmatch(text):
        return float(f"{match[1]}.{match[2] or 0}")
    raise HoursUnreadable(raw=clean(raw))


def say_hours(hours: float | None) -> str:
    """3,5 with the decimal comma; minutes that are no tidy decimal stay minutes (3:20)."""
    if hours is None:
        return ""
    if abs(hours * 100 - round(hours * 100)) < 1e-6:
        return decimal(round(hours, 2))
    minutes = round(hours * 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def read_amount(raw: str) -> float | None:
    """12, 12,5, -3 or 1 200,5 as a number; empty is nothing. Raises AmountUnreadable."""
    text = clean(raw)
    if not text:
        return None
    if not _AMOUNT.fullmatch(text):
        raise AmountUnreadable(raw=text)
    return float(text.replace(" ", "").replace(",", "."))


def say_amount(amount: float | None) -> str:
    """12,5 with the decimal comma, and no more digits than were given."""
    return "" if amount is None else f"{amount:.10g}".replace(".", ",")


def digits(raw: str) -> str:
    """Only the digits of a number, as it is kept."""
    return "".join(sign for sign in raw if sign in "0123456789")


def grouped(number: str, groups: tuple[int, ...], separator: str = ".") -> str:
    """0566988259 in groups of 4, 3, 3: 0566.988.259. Another length stays as it is."""
    if len(number) != sum(groups) or not number.isdecimal():
        return number
    parts, at = [], 0
    for length in groups:
        parts.append(number[at : at + length])
        at += length
    return separator.join(parts)


def _month(word: str) -> int | None:
    """A Dutch month, whole or from its third letter on; mrt is March."""
    if word == "mrt":
        return 3
    return next(
        (i for i, name in enumerate(MONTHS, 1) if len(word) >= _PREFIX and name.startswith(word)),
        None,
    )


def _day(raw: str, year: str, month: str, day: str) -> date:
    whole = int(year) + 2000 if len(year) == 2 else int(year)
    try:
        return date(whole, int(month), int(day))
    except ValueError as error:
        raise DayUnknown(raw=clean(raw)) from error
