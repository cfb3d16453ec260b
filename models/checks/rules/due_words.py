"""A last day told in a few signs: 14/04/2026 + 30 dagen = do 14/05 = Hemelvaart → vr 15/05."""

from collections.abc import Iterator
from datetime import date, timedelta

from models.checks.rules.reactions import REPLY
from models.kernel.wording import WEEKDAYS, list_date
from models.terms.days import closed_because, is_working_day
from models.terms.parameters import whole_number
from models.terms.values import Changed

USUAL = ("action_plan_days", REPLY, "measure_days_major", "measure_days_minor")
"""Terms an officer counts with at the table; the first that fits is the one that was meant."""


def due_words(start: date | None, due: date, changed: Changed | None = None) -> str:
    """How somebody comes from `start` to `due`; what is closed on the way is named."""
    if start is None or due <= start:
        return _closed(due)
    last = _meant(start, due, changed)
    days = (last - start).days
    counted = f"{list_date(start)} + {days} {'dag' if days == 1 else 'dagen'}"
    if last == due:
        return f"{counted} = {_short(due)}{_because(due)}"
    return f"{counted} = {_short(last)}{_because(last)} → {_short(due)}"


def _meant(start: date, due: date, changed: Changed | None) -> date:
    """The day the count came to: one of a usual term when it moved to `due`, else `due` itself."""
    usual = {whole_number(key, start, changed) for key in USUAL}
    return next((day for day in _moved(start, due) if (day - start).days in usual), due)


def _moved(start: date, due: date) -> Iterator[date]:
    """The day itself, then closed days right before it: those a term would move from."""
    yield due
    day = due - timedelta(1)
    while is_working_day(due) and day > start and not is_working_day(day):
        yield day
        day -= timedelta(1)


def _short(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()][:2]} {day.day:02}/{day.month:02}"


def _because(day: date) -> str:
    """A holiday by its name; of a weekend the day of the week says enough."""
    why = closed_because(day)
    return f" = {why}" if why and not why.startswith("een ") else ""


def _closed(day: date) -> str:
    why = closed_because(day)
    return f"{_short(day)} = {why}" if why else ""
