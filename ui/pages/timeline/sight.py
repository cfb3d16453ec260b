"""What is in sight of all centres: the scale of days, the lines, and one frame of paint."""

from __future__ import annotations

from datetime import date
from time import perf_counter

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from models.portfolio import rules
from models.portfolio.values import Grouping, PortfolioRow
from models.timeline.rules import Scale, axis
from ui.kit.theme import theme, themes
from ui.kit.timeline_axis import axis_height, paint_axis, paint_past, paint_today, today_tag
from ui.pages.timeline.grounds import paint_ground, paint_heading, paint_ring, paint_waiting
from ui.pages.timeline.lines import Lines
from ui.pages.timeline.tiles import Frame, Tiles, row_height

LABEL, EDGE = 246, 10
BUDGET = 0.006
"""Seconds a frame may spend on rows that were never painted; the others come in the next one."""
PATIENCE = 0.5
"""Seconds the first frame of other rows or of another size may take: nothing moves yet."""
IDLE, IDLE_BUDGET = 25, 0.003
"""Milliseconds of rest before rows beyond the edge are painted, and seconds that may take."""
AHEAD = 12
"""Rows beyond the edge that are painted while nothing else happens."""
SPAN_YEARS = 6


class Sight(QAbstractScrollArea):
    """Rows are kept as pictures, the axis and its lines as one: a frame only puts them together."""

    scaled = Signal()
    """Other days are in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines, self.grouping = Lines(), Grouping.PROVINCE
        self.today = date(2000, 1, 1)
        self.scale = Scale.fitted(self.today, self.today, 1.0)
        self._reach = (self.today, self.today)
        self._tiles, self._back = Tiles(), QPixmap()
        self._back_of: tuple[object, ...] = ()
        self._later = QTimer(self, interval=IDLE, singleShot=True)
        self._later.timeout.connect(self._paint_ahead)
        self._holding = self._missing = False
        self._patient = True
        self.hovered = self.chosen = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(row_height())
        self.horizontalScrollBar().valueChanged.connect(self._slide)
        themes.changed.connect(self._fit_look)

    def frame(self) -> Frame:
        """How rows lie now."""
        field = theme().px(LABEL) + EDGE
        return Frame(
            theme().px(LABEL),
            field,
            self.viewport().width(),
            self.scale,
            self.today.toordinal(),
            self.viewport().devicePixelRatioF(),
        )

    def field_width(self) -> float:
        return float(max(1, self.viewport().width() - theme().px(LABEL) - EDGE))

    def show_years(self, years: int) -> None:
        """So many years in sight, today in the middle; none for all there is."""
        if not years:
            first, last = self._reach
        else:
            half = int(years * 365.25 / 2)
            first = date.fromordinal(self.today.toordinal() - half)
            last = date.fromordinal(self.today.toordinal() + half)
        self.set_scale(Scale.fitted(first, last, self.field_width()))

    def set_scale(self, scale: Scale) -> None:
        """Look at these days; never beside or beyond what there is."""
        kept = scale.within(*self._reach)
        if kept != self.scale:
            self.scale = kept
            self._fit_bars()
            self.viewport().update()
            self.scaled.emit()

    def line_at(self, y: float) -> int:
        """The line under a place in the viewport, or -1."""
        if y < axis_height():
            return -1
        at = int((y - axis_height() + self.verticalScrollBar().value()) // row_height())
        return at if at < len(self.lines.shown) else -1

    def line_top(self, line: int) -> float:
        return axis_height() + line * row_height() - self.verticalScrollBar().value()

    def sticky_group(self) -> int:
        """The group whose heading has scrolled away while its rows are in sight; -1 for none."""
        if not self.lines.headed or not self.lines.shown:
            return -1
        first = min(self.verticalScrollBar().value() // row_height(), len(self.lines.shown) - 1)
        group = self.lines.shown[first].group
        return group if self.line_top(self.lines.headings[group]) < axis_height() else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self.viewport())
        self._paint_back(p)
        frame = self.frame()
        self._tiles.fit(frame)
        until = perf_counter() + (PATIENCE if self._patient else BUDGET)
        self._patient = False
        p.setClipRect(event.rect().intersected(self._body().toRect()))
        self._missing = False
        for line in self._lines_in_sight():
            self._paint_line(p, line, frame, until)
        self._paint_sticky(p)
        p.setClipping(False)
        field = QRectF(frame.field, axis_height(), self.field_width(), self._body().height())
        head = QRectF(frame.field, 0, self.field_width(), axis_height())
        paint_today(p, head, field, self.scale, self.today)
        self.paint_over(p)
        self._later.start(0 if self._missing else IDLE)

    def picture(self) -> QImage:
        """What is in sight, with every row painted."""
        self._patient = True
        return self.viewport().grab().toImage()

    def paint_over(self, p: QPainter) -> None:
        """What floats over the rows."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._patient = True
        self.set_scale(self.scale.resized(self.field_width()))
        self._fit_bars()

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        if dy:
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.point_at(-1)
        return super().viewportEvent(event)

    def point_at(self, line: int) -> None:
        """The line under the mouse."""
        if line != self.hovered:
            self.hovered = line
            self.viewport().update()

    def relay(self) -> None:
        """The lines are others now."""
        self._patient = True
        self._tiles.forget()
        self._fit_bars()
        self.viewport().update()

    def set_reach(self, first: date, last: date) -> None:
        self._reach = (first, last)

    def _lines_in_sight(self) -> range:
        tall, top = row_height(), self.verticalScrollBar().value()
        last = (top + int(self._body().height())) // tall + 1
        return range(top // tall, min(last, len(self.lines.shown)))

    def _body(self) -> QRectF:
        size = self.viewport().size()
        return QRectF(0, axis_height(), size.width(), max(0, size.height() - axis_height()))

    def _paint_line(self, p: QPainter, line: int, frame: Frame, until: float) -> None:
        area = QRectF(0, self.line_top(line), frame.width, row_height())
        one = self.lines.shown[line]
        chosen = line == self.chosen
        if one.row is None:
            self._paint_head(p, one.group, area)
            return
        paint_ground(p, area, chosen=chosen, hovered=line == self.hovered)
        picture = self._tiles.ready(one.row)
        if picture is None and perf_counter() < until:
            picture = self._tiles.make(one.row, frame)
        if picture is None:
            paint_waiting(p, area, frame.field, one.row.name)
            self._missing = True
        else:
            p.drawPixmap(area.topLeft(), picture)
        if chosen and self.hasFocus():
            paint_ring(p, area)

    def _paint_head(self, p: QPainter, group: int, area: QRectF) -> None:
        words = rules.heading_words(self.lines.groups[group], self.grouping)
        on = self.lines.headings[group] == self.chosen
        state = (self.lines.is_folded(group), on and self.hasFocus())
        paint_heading(p, area, words, len(self.lines.groups[group].rows), *state)

    def _paint_sticky(self, p: QPainter) -> None:
        """The heading of the rows on top stays, until the next one pushes it away."""
        group = self.sticky_group()
        if group < 0:
            return
        top = float(axis_height())
        if group + 1 < len(self.lines.headings):
            top = min(top, self.line_top(self.lines.headings[group + 1]) - row_height())
        area = QRectF(0, top, self.viewport().width(), row_height())
        p.fillRect(area, theme().color("surface"))
        self._paint_head(p, group, area)
        p.fillRect(QRectF(0, area.bottom() - 1, area.width(), 1), theme().color("line"))

    def _paint_back(self, p: QPainter) -> None:
        """What has passed and the lines of the axis: the same for every frame at this scale."""
        size, ratio = self.viewport().size(), self.viewport().devicePixelRatioF()
        of = (size.width(), size.height(), ratio, self.scale, self.today, theme().scale)
        if of != self._back_of:
            self._back_of = of
            self._back = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
            self._back.setDevicePixelRatio(ratio)
            self._back.fill(theme().color("surface"))
            painter = QPainter(self._back)
            left, tall = theme().px(LABEL) + EDGE, axis_height()
            head = QRectF(left, 0, self.field_width(), tall)
            field = QRectF(left, tall, self.field_width(), size.height() - tall)
            paint_past(painter, field, self.scale, self.today)
            tag = today_tag(head, field, self.scale, self.today)
            paint_axis(painter, head, field, self.scale, axis(self.scale, theme().scale), tag)
            painter.fillRect(QRectF(0, tall - 1, size.width(), 1), theme().color("line"))
            painter.end()
        p.drawPixmap(0, 0, self._back)

    def _paint_ahead(self) -> None:
        """Rows in sight that had to wait get their turn; at rest those beyond the edge do."""
        if self._missing:
            self.viewport().update()
            return
        seen = self._lines_in_sight()
        frame, until = self.frame(), perf_counter() + IDLE_BUDGET
        self._tiles.fit(frame)
        more = range(seen.stop, min(seen.stop + AHEAD, len(self.lines.shown)))
        for line in (*more, *range(max(0, seen.start - AHEAD), seen.start)):
            row = self.lines.row_at(line)
            if row is None or self._tiles.ready(row) is not None:
                continue
            if perf_counter() > until:
                self._later.start(IDLE)
                return
            self._tiles.make(row, frame)

    def _fit_bars(self) -> None:
        tall = len(self.lines.shown) * row_height() - int(self._body().height())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, tall))
        bar.setPageStep(max(1, int(self._body().height()) - row_height()))
        self._holding = True
        whole = Scale.fitted(*self._reach, self.scale.width)
        across = self.horizontalScrollBar()
        per_day = self.scale.per_day
        across.setRange(0, max(0, round((whole.days - self.scale.days) * per_day)))
        across.setPageStep(round(self.scale.width))
        across.setSingleStep(max(1, round(self.scale.width / 12)))
        across.setValue(round((self.scale.start - whole.start) * per_day))
        self._holding = False

    def _slide(self, value: int) -> None:
        """Somebody moved the bar under the days."""
        if not self._holding:
            start = Scale.fitted(*self._reach, self.scale.width).start + value / self.scale.per_day
            self.set_scale(Scale(start, self.scale.per_day, self.scale.width))

    def _fit_look(self) -> None:
        self._back_of = ()
        self.verticalScrollBar().setSingleStep(row_height())
        self.relay()

    def row_of_line(self, line: int) -> PortfolioRow | None:
        return self.lines.row_at(line)
