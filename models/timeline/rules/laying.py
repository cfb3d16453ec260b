"""Where the things of one lane lie, so that no bar covers another and no word another word.

Lengths are those of the scale: pixels or points. Words are measured by whoever draws them.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from models.timeline.rules.scale import Scale
from models.timeline.values import Certainty, TimelineEvent

Measure = Callable[[str], float]
"""How long a word is when drawn."""

SHORT = 22
"""Signs of a word that does not fit whole."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large things are drawn."""

    mark: float = 21.0
    """Across a mark."""
    air: float = 3.0
    """Between marks, bars and words."""
    least_bar: float = 5.0
    """A bar is never narrower."""
    below: bool = True
    """Whether there is room for a word under a mark."""


@dataclass(frozen=True, slots=True)
class Label:
    """A word beside or below its mark."""

    text: str
    left: float
    right: float
    below: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """What is drawn in one place: one thing, or several that fall together."""

    events: tuple[TimelineEvent, ...]
    left: float
    right: float
    track: int = 0
    """The row of a bar, counted from the top of its lane."""
    label: Label | None = None

    @property
    def event(self) -> TimelineEvent:
        return self.events[0]

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Laid:
    """One lane laid out."""

    bars: tuple[Placed, ...] = ()
    marks: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class Strand:
    """What lies on one lane, ready to be laid out at any scale."""

    stretches: tuple[TimelineEvent, ...]
    moments: tuple[TimelineEvent, ...]
    rows: Mapping[str, int]
    """By key the row of every stretch."""

    @property
    def tracks(self) -> int:
        """How many rows of bars there are."""
        return max(self.rows.values(), default=-1) + 1


def strand(events: Sequence[TimelineEvent]) -> Strand:
    """Ready one lane; `events` stand in the order of their first day."""
    stretches = tuple(event for event in events if not event.moment)
    return Strand(stretches, tuple(event for event in events if event.moment), tracks(stretches))


def lay_lane(strand: Strand, scale: Scale, sizes: Sizes, measure: Measure, today: date) -> Laid:
    """Lay out one lane."""
    bars = _bars(strand.stretches, strand.rows, scale, sizes)
    marks = _marks(strand.moments, scale, sizes)
    return Laid(tuple(bars), tuple(_label(marks, scale, sizes, measure, today)))


def tracks(stretches: Iterable[TimelineEvent]) -> Mapping[str, int]:
    """By key the row of every stretch: the first one in which it covers no other.

    It follows from the days alone, so nothing jumps while zooming.
    """
    ends: list[date] = []
    found: dict[str, int] = {}
    for event in stretches:
        row = next((n for n, last in enumerate(ends) if last < event.first), len(ends))
        if row == len(ends):
            ends.append(event.last)
        else:
            ends[row] = event.last
        found[event.key] = row
    return found


def _bars(
    stretches: Sequence[TimelineEvent], rows: Mapping[str, int], scale: Scale, sizes: Sizes
) -> list[Placed]:
    by_row: dict[int, list[Placed]] = {}
    for event in stretches:
        left, end = scale.x(event.first), scale.end(event.last)
        right = max(left + sizes.least_bar, end - (sizes.air if end - left > 12 else 0))
        _append(by_row.setdefault(rows[event.key], []), event, left, right, rows[event.key])
    return [bar for row in by_row.values() for bar in row]


def _append(row: list[Placed], event: TimelineEvent, left: float, right: float, track: int) -> None:
    """Behind the last bar of its row; one that was widened over it gives way or takes it in."""
    before = row[-1] if row else None
    if before is not None and left < before.right:
        if left - before.left < 2:
            row[-1] = Placed((*before.events, event), before.left, max(before.right, right), track)
            return
        row[-1] = Placed(before.events, before.left, left, track)
    row.append(Placed((event,), left, right, track))


def _marks(moments: Sequence[TimelineEvent], scale: Scale, sizes: Sizes) -> list[Placed]:
    """Marks that would touch are one mark, which stands where its first one does."""
    half, step = sizes.mark / 2, sizes.mark + sizes.air
    found: list[Placed] = []
    for event in moments:
        x = scale.middle(event.first)
        if found and x - found[-1].centre < step:
            last = found[-1]
            found[-1] = Placed((*last.events, event), last.left, last.right)
        else:
            found.append(Placed((event,), x - half, x + half))
    return found


def _label(
    marks: Sequence[Placed], scale: Scale, sizes: Sizes, measure: Measure, today: date
) -> list[Placed]:
    """Words for the marks in sight, the uncertain and the nearest to today first."""
    now = scale.middle(today)
    line = (now - sizes.air, now + sizes.air)
    beside, below = _Taken(), _Taken()
    for taken in (beside, below):
        taken.add(*line)
    for mark in marks:
        beside.add(mark.left - sizes.air, mark.right + sizes.air)
    found = dict[int, Label]()
    for number in sorted(range(len(marks)), key=lambda n: _rank(marks[n], now)):
        mark = marks[number]
        if not 0 <= mark.centre <= scale.width:
            continue
        label = _place(mark, scale.width, sizes, measure, (beside, below, line))
        if label is not None:
            found[number] = label
    return [
        Placed(mark.events, mark.left, mark.right, mark.track, found.get(number))
        for number, mark in enumerate(marks)
    ]


def _rank(mark: Placed, now: float) -> tuple[bool, float]:
    certain = all(event.certainty is Certainty.DONE for event in mark.events)
    return certain, abs(mark.centre - now)


def words(mark: Placed) -> tuple[str, ...]:
    """What may stand beside a mark, the longest first."""
    more = f" +{len(mark.events) - 1}" if len(mark.events) > 1 else ""
    word = mark.event.word
    cut = word if len(word) <= SHORT else f"{word[:SHORT].rsplit(' ', 1)[0].rstrip(' ,;:·')}…"
    return (f"{word}{more}",) if cut == word else (f"{word}{more}", f"{cut}{more}")


Lines = tuple["_Taken", "_Taken", tuple[float, float]]
"""What is taken beside the marks and below them, and where today is."""


def _place(
    mark: Placed, width: float, sizes: Sizes, measure: Measure, lines: Lines
) -> Label | None:
    beside, below, now = lines
    for text in words(mark):
        long = measure(text)
        if sizes.below:
            for left in _below(mark, long, width, now, sizes.air):
                if below.take(left, left + long, sizes.air, width):
                    return Label(text, left, left + long, below=True)
        for left in (mark.right + 2 * sizes.air, mark.left - 2 * sizes.air - long):
            if beside.take(left, left + long, sizes.air - 1, width):
                return Label(text, left, left + long, below=False)
    return None


def _below(
    mark: Placed, long: float, width: float, now: tuple[float, float], air: float
) -> tuple[float, ...]:
    """Under the middle of its mark, or as far aside as the edge or the line of today asks."""
    middle = min(max(mark.centre - long / 2, 0.0), width - long)
    aside = (now[0] - air - long, now[1] + air)
    near = sorted(aside, key=lambda left: abs(left - middle))
    reach = [left for left in near if left - mark.right <= air and mark.left - left - long <= air]
    return (middle, *reach)


@dataclass(slots=True)
class _Taken:
    """Stretches of a line that are taken, in order."""

    ends: list[tuple[float, float]] = field(default_factory=list)

    def add(self, left: float, right: float) -> None:
        insort(self.ends, (left, right))

    def take(self, left: float, right: float, air: float, width: float) -> bool:
        """Take it when it is free and lies between 0 and `width`."""
        if left < 0 or right > width or not self._free(left - air, right + air):
            return False
        self.add(left, right)
        return True

    def _free(self, left: float, right: float) -> bool:
        at = bisect_left(self.ends, (left, left))
        before = at == 0 or max(end for _first, end in self.ends[max(0, at - 4) : at]) <= left
        return before and (at == len(self.ends) or self.ends[at][0] >= right)
