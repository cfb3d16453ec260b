"""A timeline drawn with lines and letters on paper: lanes, bars, marks, today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from controllers.export import palette
from controllers.export.paper.fonts import BOLD, REGULAR
from controllers.export.paper.pieces import ink, plain
from controllers.export.paper.tags import Element, TaggedCanvas
from models.kernel.text import _
from models.kernel.wording import short_date
from models.timeline.rules import (
    Axis,
    Laid,
    Placed,
    Scale,
    Sizes,
    axis,
    lane_sub,
    lay_lane,
    of_lane,
    strand,
)
from models.timeline.values import CentreTimeline, Certainty, Lane, Shape, Tone

TONES = {
    Tone.MANDATE: palette.BAR_MANDATE,
    Tone.CERTIFICATE: palette.BAR_CERT,
    Tone.ACCENT: palette.ACCENT,
    Tone.DONE: palette.DONE,
    Tone.DUE: palette.DUE,
    Tone.LATE: palette.LATE,
    Tone.NOTE: palette.NOTE,
    Tone.WAIT: palette.WAIT,
}
HEADS = 96.0
AXIS = 30.0
MARK = 11.0
BAR, BETWEEN, AIR = 15.0, 3.0, 9.0
WORD = 6.8
"""Size of the words in the drawing, in points."""
TO_COME = 0.26


@dataclass(frozen=True, slots=True)
class Row:
    """A lane on paper; `top` is counted down from the top of the drawing."""

    lane: Lane
    laid: Laid
    sub: str
    top: float
    height: float
    bar: float
    first_bar: float
    marks_at: float


class TimelineBoard(Flowable):
    """The drawing as one figure, with words that say what it shows."""

    canv: TaggedCanvas

    def __init__(
        self,
        timeline: CentreTimeline,
        days: tuple[date, date],
        size: tuple[float, float],
        element: Element,
    ) -> None:
        super().__init__()
        self._timeline, self._element = timeline, element
        self.width, self.height = size
        self._scale = Scale.fitted(*days, self.width - HEADS)
        self._rows = _rows(timeline, self._scale, self.height - AXIS)
        self._bottom = self._rows[-1].top + self._rows[-1].height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.tagged(self._element):
            self._draw_ground()
            self._draw_axis(axis(self._scale, 0.62))
            for row in self._rows:
                self._draw_head(row)
                for placed in row.laid.bars:
                    self._draw_bar(row, placed)
            self._draw_today()
            for row in self._rows:
                for placed in row.laid.marks:
                    self._draw_mark(row, placed)

    def _y(self, down: float) -> float:
        return self.height - down

    def _draw_ground(self) -> None:
        passed = min(max(0.0, self._scale.middle(self._timeline.today)), self._scale.width)
        self.canv.setFillColor(ink(palette.SUNKEN))
        self.canv.rect(HEADS, self._y(self._bottom), passed, self._bottom - AXIS, 0, 1)

    def _draw_axis(self, seen: Axis) -> None:
        rows = [row for row in (seen.coarse, seen.fine) if row]
        for number, row in enumerate(rows):
            base = AXIS - 7 - 10 * (len(rows) - 1 - number)
            for cell in row:
                x = HEADS + self._scale.x(cell.first)
                if x > HEADS + 1:
                    self._line(x, base - 8, x, self._bottom, palette.LINE, 0.5)
                left = max(HEADS, x) + 4
                room = min(self.width, HEADS + self._scale.end(cell.last)) - left
                face = BOLD if number == 0 else REGULAR
                if stringWidth(cell.word, face, 7.5) <= room and self._clear(left, cell.word, face):
                    self._text(left, base, cell.word, face, 7.5, palette.QUIET)

    def _clear(self, left: float, word: str, face: str) -> bool:
        """Whether the day of today leaves this word room."""
        x = HEADS + self._scale.middle(self._timeline.today)
        half = stringWidth(short_date(self._timeline.today), BOLD, 7.5) / 2 + 8
        return left + stringWidth(word, face, 7.5) < x - half or left > x + half

    def _draw_head(self, row: Row) -> None:
        self._line(0, row.top, self.width, row.top, palette.LINE, 0.5)
        middle = row.top + row.height / 2
        self._text(0, middle + 0.5, _(row.lane.word), BOLD, 8.5, palette.INK)
        self._text(0, middle + 9.5, row.sub, REGULAR, 7, palette.FAINT)
        if row is self._rows[-1]:
            self._line(0, self._bottom, self.width, self._bottom, palette.LINE, 0.5)

    def _draw_today(self) -> None:
        x = HEADS + self._scale.middle(self._timeline.today)
        if not HEADS <= x <= self.width:
            return
        self._line(x, AXIS - 6, x, self._bottom, palette.ACCENT, 1.0)
        words = short_date(self._timeline.today)
        wide = stringWidth(words, BOLD, 7.5) + 10
        left = min(max(x - wide / 2, HEADS), self.width - wide)
        self.canv.setFillColor(ink(palette.ACCENT))
        self.canv.roundRect(left, self._y(AXIS - 3), wide, 12.5, 3, 0, 1)
        self.canv.setFillColor(ink("FFFFFF"))
        self.canv.setFont(BOLD, 7.5)
        self.canv.drawString(left + 5, self._y(AXIS - 7), words)

    def _draw_bar(self, row: Row, placed: Placed) -> None:
        left, right = max(0.0, placed.left), min(self._scale.width, placed.right)
        if right <= left:
            return
        event, tone = placed.event, TONES[placed.event.tone]
        top = row.first_bar + placed.track * (row.bar + BETWEEN)
        now = min(max(self._scale.middle(self._timeline.today), left), right)
        solid = event.shape is Shape.BAR and event.certainty is not Certainty.PROPOSED
        if solid:
            self._ground(left, right, top, row.bar, mixed(tone, TO_COME), ink(tone))
            if now > left:
                self._ground(left, now, top, row.bar, ink(tone), ink(tone))
        else:
            self.canv.setDash(2, 1.6)
            self._ground(left, right, top, row.bar, mixed(tone, 0.08), ink(tone))
            self.canv.setDash()
            if event.shape is Shape.GAP:
                self._hatch(left, right, top, row.bar, tone)
        self._bar_word(placed, (left, right, top + row.bar / 2), (now if solid else left, tone))

    def _bar_word(
        self, placed: Placed, place: tuple[float, float, float], look: tuple[float, str]
    ) -> None:
        """White where the bar is solid, dark where it is not: drawn in each part, clipped."""
        left, right, middle = place
        now, tone = look
        word = cut(placed.event.word, right - left - 8, BOLD, WORD + 0.4)
        if word != placed.event.word and placed.event.short:
            word = cut(placed.event.short, right - left - 8, BOLD, WORD + 0.4)
        if not word:
            return
        dark = tone if placed.event.shape is Shape.GAP else palette.INK
        for first, last, colour in ((left, now, "FFFFFF"), (now, right, dark)):
            if last - first < 0.5:
                continue
            self.canv.saveState()
            path = self.canv.beginPath()
            path.rect(HEADS + first, self._y(middle + 10), last - first, 20)
            self.canv.clipPath(path, 0, 0)
            self._text(HEADS + left + 4, middle + 2.6, word, BOLD, WORD + 0.4, colour)
            self.canv.restoreState()

    def _ground(
        self, left: float, right: float, top: float, tall: float, fill: Color, edge: Color
    ) -> None:
        self.canv.setFillColor(fill)
        self.canv.setStrokeColor(edge)
        self.canv.setLineWidth(0.6)
        wide = max(1.2, right - left)
        radius = min(3.0, wide / 2)
        self.canv.roundRect(HEADS + left, self._y(top + tall), wide, tall, radius, 1, 1)

    def _hatch(self, left: float, right: float, top: float, tall: float, tone: str) -> None:
        """What fails is hatched, so that it is seen without colour too."""
        self.canv.saveState()
        path = self.canv.beginPath()
        path.rect(HEADS + left, self._y(top + tall), right - left, tall)
        self.canv.clipPath(path, 0, 0)
        self.canv.setStrokeColor(mixed(tone, 0.45))
        self.canv.setLineWidth(0.4)
        x = left - tall
        while x < right:
            self.canv.line(HEADS + x, self._y(top + tall), HEADS + x + tall, self._y(top))
            x += 4.0
        self.canv.restoreState()

    def _draw_mark(self, row: Row, placed: Placed) -> None:
        x, y = placed.centre, row.marks_at
        if not 0 <= x <= self._scale.width:
            return
        event = placed.event
        tone, half = ink(TONES[event.tone]), MARK / 2
        many = len(placed.events) > 1
        open_still = event.certainty is not Certainty.DONE or many
        self.canv.setStrokeColor(tone)
        self.canv.setFillColor(ink("FFFFFF") if open_still else tone)
        self.canv.setLineWidth(0.9)
        if event.certainty is not Certainty.DONE and not many:
            self.canv.setDash(2, 1.4)
        self.canv.circle(HEADS + x, self._y(y), half - 0.4, 1, 1)
        self.canv.setDash()
        if many:
            count = str(len(placed.events))
            self.canv.setFillColor(tone)
            self.canv.setFont(BOLD, 6.5)
            self.canv.drawCentredString(HEADS + x, self._y(y + 2.3), count)
        else:
            self._sign(event.tone, HEADS + x, self._y(y), tone if open_still else ink("FFFFFF"))
        if placed.label is not None:
            down = y + half + 7.5 if placed.label.below else y + 2.4
            left = HEADS + placed.label.left
            self._text(left, down, placed.label.text, REGULAR, WORD, palette.QUIET)

    def _sign(self, tone: Tone, x: float, y: float, colour: Color) -> None:
        """A tick for what is in order, a stroke for what is late, else a dot."""
        self.canv.setStrokeColor(colour)
        self.canv.setFillColor(colour)
        self.canv.setLineWidth(1.0)
        if tone is Tone.DONE:
            self.canv.line(x - 2.4, y - 0.1, x - 0.7, y - 1.9)
            self.canv.line(x - 0.7, y - 1.9, x + 2.5, y + 1.8)
        elif tone is Tone.LATE:
            self.canv.line(x, y + 2.6, x, y - 0.6)
            self.canv.circle(x, y - 2.3, 0.55, 0, 1)
        else:
            self.canv.circle(x, y, 1.5, 0, 1)

    def _line(
        self, left: float, top: float, right: float, bottom: float, tone: str, wide: float
    ) -> None:
        self.canv.setStrokeColor(ink(tone))
        self.canv.setLineWidth(wide)
        self.canv.line(left, self._y(top), right, self._y(bottom))

    def _text(self, x: float, down: float, text: str, face: str, size: float, tone: str) -> None:
        self.canv.setFillColor(ink(tone))
        self.canv.setFont(face, size)
        self.canv.drawString(x, self._y(down), plain(text))


def mixed(tone: str, share: float) -> Color:
    """The tone on white paper, so that nothing need be transparent."""
    colour = ink(tone)
    parts = (1 - (1 - part) * share for part in (colour.red, colour.green, colour.blue))
    return Color(*parts)


def cut(word: str, room: float, face: str, size: float) -> str:
    """As much of a word as fits, with three dots when it does not; empty when hardly any does."""
    if stringWidth(word, face, size) <= room:
        return word
    while word and stringWidth(f"{word}…", face, size) > room:
        word = word[:-1]
    return f"{word.rstrip()}…" if len(word) > 3 else ""


def _rows(timeline: CentreTimeline, scale: Scale, room: float) -> list[Row]:
    wanted = [(lane, of_lane(timeline.events, lane.key)) for lane in timeline.lanes]
    strands = [strand(events) for _lane, events in wanted]
    rows_of = [one.tracks for one in strands]
    marked = [bool(one.moments) for one in strands]
    least = [
        max(22.0, rows * (BAR + BETWEEN) + (MARK + WORD + 5 if marks else 0)) + AIR
        for rows, marks in zip(rows_of, marked, strict=True)
    ]
    stretch = room / sum(least)
    sizes = Sizes(mark=MARK, air=2.0, least_bar=2.5, below=True)
    found, top = [], AXIS
    for (lane, events), one, marks, tall in zip(wanted, strands, marked, least, strict=True):
        high = min(72.0, tall * stretch) if stretch > 1 else tall * stretch
        bar = min(BAR, max(6.0, BAR * stretch))
        bars = one.tracks * (bar + BETWEEN)
        used = bars + (MARK + WORD + 3 if marks else 0)
        start = top + (high - used) / 2
        laid = lay_lane(
            one, scale, sizes, lambda text: stringWidth(text, REGULAR, WORD), timeline.today
        )
        marks_at = start + bars + MARK / 2
        found.append(Row(lane, laid, lane_sub(events), top, high, bar, start, marks_at))
        top += high
    return found
