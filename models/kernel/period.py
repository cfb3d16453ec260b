"""A stretch of days, both ends included; no end means until further notice."""

from dataclasses import dataclass
from datetime import date

from models.kernel.errors import Refused
from models.kernel.text import N_
from models.kernel.wording import list_date


class PeriodReversed(Refused):
    sentence = N_("The end, {end}, lies before the start, {start}. Choose a later end.")


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`, both days included."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise PeriodReversed(field="end", start=self.start, end=self.end)

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)

    def overlaps(self, other: "Period") -> bool:
        return other.start in self or self.start in other

    def __str__(self) -> str:
        return f"{list_date(self.start)} – {list_date(self.end) if self.end else '…'}"
