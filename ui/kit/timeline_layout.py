"""Where everything on a timeline stands: lanes, bars, marks, and what lies under the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF

from models.timeline.rules import (
    Laid,
    Placed,
    Scale,
    Sizes,
    Strand,
    lay_lane,
    of_lane,
    strand,
)
from models.timeline.values import (
    CentreTimeline,
    Lane,
    TimelineEvent,
)
from ui.kit.cells import Style, advance
from ui.kit.theme import theme
from ui.kit.timeline_axis import axis_height

LEFT, RIGHT = 28, 24
"""From the edge of the sheet to the words of the lanes, and behind the last day."""
HEADS = 148
"""Room for the word and the icon of a lane, at 100 %."""
TALLEST = 124
BAR, LEAST_BAR, BETWEEN = 30, 18, 4
MARK = 21
WORD: Style = ("small", 400, True)
"""The words beside marks."""
AIR = 12
"""Above and below what lies in a lane, together."""


@dataclass(frozen=True, slots=True)
class LaneView:
    """One lane as it is drawn; all heights from the top of the painter."""

    lane: Lane
    events: tuple[TimelineEvent, ...]
    top: float
    height: float
    bar: float
    """Height of a bar."""
    first_bar: float
    """Top of the first row of bars."""
    marks_at: float
    """Middle of the marks."""
    laid: Laid

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def bar_area(self, placed: Placed, left: float) -> QRectF:
        """Where a bar stands; `left` is the left edge of the field."""
        top = self.first_bar + placed.track * (self.bar + BETWEEN)
        return QRectF(left + placed.left, top, placed.right - placed.left, self.bar)

    def mark_area(self, placed: Placed, left: float) -> QRectF:
        half = theme().px(MARK) / 2
        return QRectF(left + placed.centre - half, self.marks_at - half, 2 * half, 2 * half)


@dataclass(slots=True)
class Board:
    """A timeline laid out for one size of the window and one scale."""

    scale: Scale
    head: QRectF = field(default_factory=QRectF)
    body: QRectF = field(default_factory=QRectF)
    """The field of the days, as far as it is in sight."""
    lanes: tuple[LaneView, ...] = ()
    whole: float = 0.0
    """Height of all lanes together, seen or not."""

    def at(self, spot: QPointF) -> Placed | None:
        """What lies there: marks and their words lie over bars."""
        if not self.body.contains(spot):
            return None
        view = next((one for one in self.lanes if one.top <= spot.y() < one.bottom), None)
        return None if view is None else self._in_lane(view, spot)

    def area_of(self, key: str) -> QRectF | None:
        """Where the thing with this key is drawn, alone or with others."""
        for view in self.lanes:
            for placed in view.laid.marks:
                if any(event.key == key for event in placed.events):
                    return view.mark_area(placed, self.body.left())
            for placed in view.laid.bars:
                if any(event.key == key for event in placed.events):
                    return view.bar_area(placed, self.body.left())
        return None

    def placed_of(self, key: str) -> Placed | None:
        """The mark or bar that this thing is drawn in."""
        every = (p for view in self.lanes for p in (*view.laid.marks, *view.laid.bars))
        return next((p for p in every if any(one.key == key for one in p.events)), None)

    def _in_lane(self, view: LaneView, spot: QPointF) -> Placed | None:
        left = self.body.left()
        for placed in view.laid.marks:
            if view.mark_area(placed, left).adjusted(-3, -3, 3, 3).contains(spot):
                return placed
            if label_area(view, placed, left).contains(spot):
                return placed
        for placed in view.laid.bars:
            if view.bar_area(placed, left).adjusted(-1, -2, 1, 2).contains(spot):
                return placed
        return None


def heads_width() -> float:
    """Room for the longest word of a lane."""
    return float(theme().px(HEADS))


def lane_sizes(below: bool) -> Sizes:
    return Sizes(mark=float(theme().px(MARK)), below=below)


def label_area(view: LaneView, placed: Placed, left: float) -> QRectF:
    """Where the word of a mark stands; empty without one."""
    label = placed.label
    if label is None:
        return QRectF()
    tall = theme().line("small") + 2
    half = theme().px(MARK) / 2
    top = view.marks_at + half + 1 if label.below else view.marks_at - tall / 2
    return QRectF(left + label.left, top, label.right - label.left, tall)


@dataclass(frozen=True, slots=True)
class Ready:
    """One lane with what lies on it, ready for any size and scale."""

    lane: Lane
    events: tuple[TimelineEvent, ...]
    strand: Strand

    @property
    def least(self) -> float:
        """The least height of the lane."""
        look, one = theme(), self.strand
        tall = one.tracks * (look.px(LEAST_BAR) + BETWEEN)
        tall += look.px(MARK) + 4 if one.moments else 0
        return max(float(look.line("body") + look.line("small")), tall) + AIR


def ready(timeline: CentreTimeline) -> tuple[Ready, ...]:
    """Every lane, from top to bottom; asked once for a timeline."""
    found = ((lane, of_lane(timeline.events, lane.key)) for lane in timeline.lanes)
    return tuple(Ready(lane, events, strand(events)) for lane, events in found)


def lay_out(
    lanes: Sequence[Ready], today: date, scale: Scale, size: tuple[float, float], scrolled: float
) -> Board:
    """Lay all lanes out in a window of this size, scrolled down over this length."""
    head_tall = float(axis_height())
    left = LEFT + heads_width()
    width, height = size
    board = Board(scale)
    board.head = QRectF(left, 0, max(1.0, width - left - RIGHT), head_tall)
    room = height - head_tall - 6
    extra = max(0.0, (room - sum(one.least for one in lanes)) / max(1, len(lanes)))
    views, top = [], head_tall - scrolled
    for one in lanes:
        high = min(max(one.least, float(theme().px(TALLEST))), one.least + extra)
        views.append(_view(one, top, high, scale, today))
        top += high
    board.lanes = tuple(views)
    board.whole = top + scrolled - head_tall
    shown = min(board.whole, max(1.0, height - head_tall))
    board.body = QRectF(left, head_tall, board.head.width(), shown)
    return board


def _view(one: Ready, top: float, high: float, scale: Scale, today: date) -> LaneView:
    """Bars above, marks under them, the whole in the middle of the lane."""
    look, rows, marked = theme(), one.strand.tracks, bool(one.strand.moments)
    mark = float(look.px(MARK))
    band = mark + 4 if marked else 0.0
    bar = 0.0
    if rows:
        bar = min(float(look.px(BAR)), (high - AIR - band) / rows - BETWEEN)
    bars = rows * (bar + BETWEEN)
    word = look.line("small") + 3.0
    below = marked and high - AIR - bars - mark >= word
    used = bars + (mark if marked else 0.0) + (word if below else 0.0)
    start = top + (high - used) / 2
    laid = lay_lane(one.strand, scale, lane_sizes(below), _advance, today)
    marks_at = start + bars + mark / 2
    return LaneView(one.lane, one.events, top, high, bar, start, marks_at, laid)


def _advance(word: str) -> float:
    return _measured(word, theme().scale)


@lru_cache(maxsize=4096)
def _measured(word: str, _scale: float) -> float:
    """Measured once for each size of the text: every frame asks for every word again."""
    return advance(word, WORD)
