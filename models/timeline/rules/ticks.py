"""The axis over the days: years alone when seen from afar, months and days when near."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.kernel.wording import MONTHS, SHORT_MONTHS, WEEKDAYS
from models.terms.days import months_on
from models.timeline.rules.scale import Scale


@dataclass(frozen=True, slots=True)
class Cell:
    """One part of the axis, from its first to its last day, and what stands in it."""

    first: date
    last: date
    word: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Two rows of cells. `coarse` is empty when the years alone are told."""

    coarse: tuple[Cell, ...]
    fine: tuple[Cell, ...]


Begin = Callable[[date], date]
"""The first day of the step that a day lies in."""
Next = Callable[[date], date]
"""The first day of the step after the one that begins on this day."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A way to part the axis, with the least room one part needs."""

    days: float
    room: float
    begin: Begin
    next: Next
    word: Callable[[date], str]
    above: int
    """The place in STEPS of the coarse row; -1 for none."""


def _years(count: int) -> tuple[Begin, Next]:
    def begin(day: date) -> date:
        return date(max(1, day.year - day.year % count), 1, 1)

    return begin, lambda day: date(day.year + count, 1, 1)


def _months(count: int) -> tuple[Begin, Next]:
    def begin(day: date) -> date:
        return date(day.year, (day.month - 1) // count * count + 1, 1)

    return begin, lambda day: months_on(day, count)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


STEPS = (
    _Step(3652.5, 44, *_years(10), lambda day: str(day.year), -1),
    _Step(1826.25, 44, *_years(5), lambda day: str(day.year), -1),
    _Step(365.25, 44, *_years(1), lambda day: str(day.year), -1),
    _Step(91.3, 58, *_months(3), lambda day: SHORT_MONTHS[day.month - 1], 2),
    _Step(30.4, 46, *_months(1), lambda day: SHORT_MONTHS[day.month - 1], 2),
    _Step(30.4, 120, *_months(1), lambda day: f"{MONTHS[day.month - 1]} {day.year}", -1),
    _Step(7, 34, _monday, lambda day: day + timedelta(days=7), lambda day: str(day.day), 5),
    _Step(
        1,
        38,
        lambda day: day,
        lambda day: day + timedelta(days=1),
        lambda day: f"{WEEKDAYS[day.weekday()][:2]} {day.day}",
        5,
    ),
)
"""From the widest to the narrowest."""
_WORDLESS_ABOVE = 5
"""The step that only serves as the coarse row of those after it."""


def axis(scale: Scale, grown: float = 1.0) -> Axis:
    """The axis over what is in sight; `grown` is how much larger the text is than designed."""
    chosen = STEPS[0]
    for number, step in enumerate(STEPS):
        if number != _WORDLESS_ABOVE and step.days * scale.per_day >= step.room * grown:
            chosen = step
    fine = tuple(_cells(chosen, scale))
    coarse = tuple(_cells(STEPS[chosen.above], scale)) if chosen.above >= 0 else ()
    return Axis(coarse, fine)


def _cells(step: _Step, scale: Scale) -> Iterator[Cell]:
    last, day = scale.last, step.begin(scale.first)
    while day <= last:
        after = step.next(day)
        yield Cell(day, after - timedelta(days=1), step.word(day))
        day = after
