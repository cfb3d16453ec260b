"""What a person meant by one cell: text, a day, yes or no."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from controllers.intake.workbook import CellValue
from models.kernel.typed import keepable
from models.kernel.words import clean, fold

_NOTHING = {
    "",
    "-",
    "--",
    "/",
    "//",
    "nvt",
    "n.v.t.",
    "n.v.t",
    "nihil",
    "null",
    "none",
    "n/a",
    "s.o.",
}
_OPEN_END = {"heden", "nu", "onbepaald", "onbepaalde duur", "open", "present", "actuel", "..."}
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "januari jan janvier janv january",
            "februari feb febr fevrier fevr fev february",
            "maart mrt mars march mar",
            "april apr avril avr",
            "mei mai may",
            "juni jun juin june",
            "juli jul juillet juil july",
            "augustus aug aout august",
            "september sep sept septembre",
            "oktober okt octobre oct october",
            "november nov novembre",
            "december dec decembre",
        ),
        start=1,
    )
    for word in words.split()
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ t]\d.*)?", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_SHORT = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d\d)(?: \d.*)?", re.ASCII)
_LONG = re.compile(
    r"(?:[a-z]+[.,]? )?(\d{1,2})(?:e|er|ste|de|st|nd|rd|th)?[ .-]*"
    r"([a-z]+)\.?[ .-]*'?(\d{4}|\d\d)"
)
_YEARS = range(1900, 2101)
_EPOCH = date(1899, 12, 30)
_SERIALS = range(10_000, 110_000)  # 1927 to 2201
_YES_WORDS = "ja j x v yes y oui o waar true vrai 1 actief active actif ok"
_NO_WORDS = (
    "nee neen n no non onwaar false faux 0 stopgezet gestopt inactief gesloten inactive inactif"
    " ferme closed"
)
_YES = frozenset(_YES_WORDS.split())
_NO = frozenset(_NO_WORDS.split()) | {"niet actief"}


class Unreadable(ValueError):
    """The cell holds something, but not what its column is for."""


def text_of(cell: CellValue) -> str:
    """Text without outer or double blanks; a placeholder such as `-` or `nvt` is nothing."""
    shown = shown_of(cell)
    return "" if shown.casefold() in _NOTHING else shown


def shown_of(cell: CellValue) -> str:
    """A cell as somebody would read it aloud, cleaned: days as ISO."""
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nee"
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
        case _:
            whole = isinstance(cell, float) and cell.is_integer()
            return _cleaned(f"{cell:.0f}" if whole else str(cell))


@lru_cache(maxsize=1 << 16)
def _cleaned(text: str) -> str:
    """Lists say the same words over and over."""
    return clean(keepable(text))


def day_of(cell: CellValue) -> date | None:
    """A day from a real date, an Excel serial, `31/08/2031`, `31 augustus 2031` or ISO.

    Day before month, as people write it here. Raises Unreadable, also outside 1900-2100.
    """
    day = _meant_day(cell)
    if day == date.max:  # 31/12/9999: how other programs write that there is no end
        return None
    if day is not None and day.year not in _YEARS:
        raise Unreadable
    return day


def _meant_day(cell: CellValue) -> date | None:
    match cell:
        case datetime():
            return cell.date()
        case date():
            return cell
        case bool() | time() | timedelta():
            raise Unreadable
        case int() | float():
            return _serial_day(cell)
        case _:
            text = fold(text_of(cell))
    if not text or text in _OPEN_END:
        return None
    return _written_day(text)


def yes_of(cell: CellValue) -> bool | None:
    """Yes, no, or None when the cell is empty. Raises Unreadable."""
    if isinstance(cell, bool):
        return cell
    text = fold(text_of(cell)).strip(" .!")
    if not text:
        return None
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise Unreadable


def _serial_day(number: float) -> date:
    if int(number) in _SERIALS:
        return _EPOCH + timedelta(days=int(number))
    if found := _COMPACT.fullmatch(str(int(number))):
        return _built(found[1], found[2], found[3])
    raise Unreadable


def _written_day(text: str) -> date:
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _built(found[1], found[2], found[3])
    if found := _SHORT.fullmatch(text):
        return _built(found[3], found[2], found[1])
    if (found := _LONG.fullmatch(text)) and found[2] in _MONTHS:
        return _built(found[3], str(_MONTHS[found[2]]), found[1])
    if re.fullmatch(r"\d{5}(?:[.,]\d+)?", text):
        return _serial_day(float(text.replace(",", ".")))
    raise Unreadable


def _built(year: str, month: str, day: str) -> date:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        raise Unreadable from None
