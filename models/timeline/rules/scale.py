"""Days as places on a line, in pixels on the screen or in points on paper."""

from dataclasses import dataclass, replace
from datetime import date

MOST_PER_DAY = 48.0
"""How long a day becomes at the most."""


@dataclass(frozen=True, slots=True)
class Scale:
    """`start` is the day at the left edge (0), counted as `date.toordinal`, with its fraction."""

    start: float
    per_day: float
    width: float

    @classmethod
    def fitted(cls, first: date, last: date, width: float) -> "Scale":
        """These days, both included, over the whole width."""
        days = max(1, (last - first).days + 1)
        return cls(float(first.toordinal()), max(1.0, width) / days, max(1.0, width))

    @property
    def first(self) -> date:
        """The first day in sight."""
        return self.day_at(0.0)

    @property
    def last(self) -> date:
        """The last day in sight."""
        return self.day_at(self.width - 1e-6)

    @property
    def days(self) -> float:
        """How many days are in sight."""
        return self.width / self.per_day

    def x(self, day: date) -> float:
        """Where a day begins."""
        return (day.toordinal() - self.start) * self.per_day

    def end(self, day: date) -> float:
        """Where a day ends, and the next one begins."""
        return (day.toordinal() + 1 - self.start) * self.per_day

    def middle(self, day: date) -> float:
        """Noon of a day."""
        return (day.toordinal() + 0.5 - self.start) * self.per_day

    def day_at(self, x: float) -> date:
        """The day that lies there."""
        return _day(self.start + x / self.per_day)

    def zoomed(self, factor: float, x: float) -> "Scale":
        """Days longer by this factor; what lies at `x` stays there."""
        per_day = min(MOST_PER_DAY, self.per_day * factor)
        return replace(self, start=self.start + x / self.per_day - x / per_day, per_day=per_day)

    def moved(self, length: float) -> "Scale":
        """As if the paper was pushed to the left over this length."""
        return replace(self, start=self.start + length / self.per_day)

    def centred(self, day: date) -> "Scale":
        """With this day in the middle."""
        return self.moved(self.middle(day) - self.width / 2)

    def resized(self, width: float) -> "Scale":
        """The same days over another width."""
        width = max(1.0, width)
        return replace(self, per_day=self.per_day * width / self.width, width=width)

    def within(self, first: date, last: date) -> "Scale":
        """Never further out than these days, nor beside them."""
        whole = Scale.fitted(first, last, self.width)
        per_day = max(self.per_day, whole.per_day)
        latest = last.toordinal() + 1 - self.width / per_day
        start = min(max(self.start, whole.start), max(whole.start, latest))
        return Scale(start, per_day, self.width)

    def showing(self, first: date, last: date, margin: float = 0.0) -> "Scale":
        """Moved no further than needed to bring these days in sight; the first day wins."""
        scale = self
        over = scale.end(last) + margin - scale.width
        if over > 0:
            scale = scale.moved(over)
        under = scale.x(first) - margin
        return scale.moved(under) if under < 0 else scale


def _day(ordinal: float) -> date:
    whole = int(ordinal // 1)
    return date.fromordinal(min(max(whole, 1), date.max.toordinal()))
