"""Some years on one slim line: a bar, a thinner bar beneath it, and marks; today is a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.kit.paint import CENTER, rounded, text_at
from ui.kit.theme import theme

BAR, THIN, GAP, MARK = 12.0, 6.0, 4.0, 5.0
"""Height of the two bars, the air between, and half the width of a mark; pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included."""

    first: date
    last: date
    tone: str
    said: str
    """What it is, for the tooltip and who hears it."""


@dataclass(frozen=True, slots=True)
class StripMark:
    """Something on one day."""

    day: date
    tone: str
    said: str
    hollow: bool = False
    """Still to come."""


class PeriodStrip(QWidget):
    """`show_period` gives the frame, the spans of both bars, the marks and today."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._frame: tuple[date, date] | None = None
        self._upper: tuple[Span, ...] = ()
        self._lower: tuple[Span, ...] = ()
        self._marks: tuple[StripMark, ...] = ()
        self._today = date.min

    def show_period(
        self,
        frame: tuple[date, date],
        upper: Sequence[Span],
        lower: Sequence[Span],
        marks: Sequence[StripMark],
        today: date,
    ) -> None:
        self._frame, self._today = frame, today
        self._upper, self._lower, self._marks = tuple(upper), tuple(lower), tuple(marks)
        said = [*(span.said for span in (*upper, *lower)), *(mark.said for mark in marks)]
        self.setAccessibleName("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, round(self._tall()) + theme().line("small") + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def said_at(self, x: float, y: float) -> str:
        """What lies under this point: the marks first, then the bars."""
        near = [one.said for one in self._marks if abs(self._x(one.day) - x) <= 2 * MARK]
        if near:
            return "\n".join(near)
        for spans, top, height in ((self._upper, 6.0, BAR), (self._lower, 6 + BAR + GAP, THIN)):
            if top - 2 <= y <= top + height + 2:
                return "\n".join(s.said for s in spans if self._x(s.first) <= x <= self._end(s))
        return ""

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            said = self.said_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._frame is None:
            return
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._track(painter, 6, BAR)
        self._track(painter, 6 + BAR + GAP, THIN)
        self._bars(painter, self._upper, 6, BAR)
        self._bars(painter, self._lower, 6 + BAR + GAP, THIN)
        self._years(painter)
        first, last = self._frame
        if first <= self._today <= last:
            painter.setPen(QPen(look.color("ink"), 1.5))
            x = self._x(self._today)
            painter.drawLine(QPointF(x, 1), QPointF(x, self._tall()))
        for mark in self._marks:
            self._mark(painter, mark)

    def _track(self, painter: QPainter, top: float, height: float) -> None:
        look = theme()
        edge = look.color("line") if look.contrast else None
        area = QRectF(0, top, self.width(), height)
        rounded(painter, area, height / 2, look.color("track"), edge)

    def _bars(self, painter: QPainter, spans: Sequence[Span], top: float, height: float) -> None:
        """What has gone by is full; what is still to come is a tint."""
        look = theme()
        for span in spans:
            left, right = self._x(span.first), self._end(span)
            if right <= left:
                continue
            area = QRectF(left, top, max(3.0, right - left), height)
            rounded(painter, area, height / 2, look.color(span.tone, 0.38))
            gone = min(right, self._x(self._today))
            if gone > left:
                painter.save()
                painter.setClipRect(QRectF(left, top, gone - left, height))
                rounded(painter, area, height / 2, look.color(span.tone))
                painter.restore()

    def _years(self, painter: QPainter) -> None:
        """A tick where each year of the frame begins, its number in the middle."""
        assert self._frame is not None  # noqa: S101 - asked before
        look, (first, last) = theme(), self._frame
        edges = [first, *(date(year, 1, 1) for year in range(first.year + 1, last.year + 1))]
        face, top = look.font("small", 400, True), self._tall() + 3
        for start, stop in zip(edges, [*edges[1:], None], strict=True):
            left = self._x(start)
            right = self._x(stop) if stop is not None else float(self.width())
            if start != first:
                painter.setPen(QPen(look.color("surface"), 1))
                painter.drawLine(QPointF(left, 6), QPointF(left, self._tall()))
            if right - left > look.width("2026", "small", 400, True) + 6:
                place = QRectF(left, top, right - left, look.line("small"))
                said = str(start.year)
                text_at(painter, place, said, face, look.color("faint"), CENTER, elide=False)

    def _mark(self, painter: QPainter, mark: StripMark) -> None:
        """A diamond on the bar: full when it was, open when it is planned."""
        look = theme()
        x, y = self._x(mark.day), 6 + BAR / 2
        shape = [QPointF(x, y - MARK), QPointF(x + MARK, y), QPointF(x, y + MARK)]
        painter.setPen(QPen(look.color(mark.tone if mark.hollow else "surface"), 1.5))
        painter.setBrush(look.color("surface" if mark.hollow else mark.tone))
        painter.drawPolygon([*shape, QPointF(x - MARK, y)])

    def _tall(self) -> float:
        return 6 + BAR + GAP + THIN

    def _x(self, day: date) -> float:
        assert self._frame is not None  # noqa: S101 - asked before
        first, last = self._frame
        whole = (last - first).days + 1
        return min(1.0, max(0.0, (day - first).days / whole)) * self.width()

    def _end(self, span: Span) -> float:
        return self._x(date.fromordinal(min(date.max.toordinal() - 1, span.last.toordinal()) + 1))
