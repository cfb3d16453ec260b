"""The part of a timeline that is seen: zoom, pan, hover and the card beside what is looked at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from models.timeline.rules import Placed, Scale
from models.timeline.values import EARLIEST, LATEST, CentreTimeline, TimelineEvent
from ui.kit.paint import text_at
from ui.kit.theme import theme, themes
from ui.kit.timeline_card import card_of, paint_card
from ui.kit.timeline_layout import LEFT, Board, lay_out, ready
from ui.kit.timeline_paint import Scene, paint_timeline

NOTHING = CentreTimeline(UUID(int=0), "", "", date(2000, 1, 1), ())
STEP = 1.25
"""How much nearer one press or one notch comes."""
MARGIN = 120
"""Days of air before the first and after the last thing."""
DRAGGED = 4
"""Pixels after which a press is a drag."""


class TimelineSight(QAbstractScrollArea):
    """Shows a timeline and knows where everything is; what keys mean is the timeline's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = NOTHING
        self._scale = Scale.fitted(date(2000, 1, 1), date(2005, 12, 31), 800)
        self._lanes = ready(self._timeline)
        self._board = Board(self._scale)
        self._chosen: TimelineEvent | None = None
        self._hover: Placed | None = None
        self._carded = False
        """Whether the card of the chosen thing is shown: after a key, until the mouse moves."""
        self._day: date | None = None
        self._grip: tuple[QPointF, Scale] | None = None
        self._dragging = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.horizontalScrollBar().valueChanged.connect(self._follow_bar)
        self.verticalScrollBar().valueChanged.connect(self._measure)
        themes.changed.connect(self._measure)

    @property
    def scale(self) -> Scale:
        return self._scale

    @property
    def board(self) -> Board:
        return self._board

    def sizeHint(self) -> QSize:
        return QSize(900, 520)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 220)

    def limits(self) -> tuple[date, date]:
        """How far back and forth one can go."""
        first, last = self._timeline.whole
        if self._timeline.mandate is not None:
            first = max(EARLIEST, min(first, self._timeline.mandate[0]))
            last = min(LATEST, max(last, self._timeline.mandate[1]))
        return first - timedelta(days=MARGIN), last + timedelta(days=MARGIN)

    def see(self, first: date, last: date) -> None:
        """These days over the whole width."""
        self._put_scale(Scale.fitted(first, last, self._scale.width))

    def zoom(self, factor: float, x: float) -> None:
        """Nearer or further, while the day at `x` (from the left of the field) stays there."""
        self._put_scale(self._scale.zoomed(factor, x))

    def pan(self, length: float) -> None:
        """Later in time over so many pixels."""
        self._put_scale(self._scale.moved(length))

    def picture(self, width: int, height: int, title: str = "", ratio: float = 2.0) -> QImage:
        """The timeline as a picture on its own ground, without what is only for the hand."""
        image = QImage(int(width * ratio), int(height * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(theme().color("surface"))
        above = theme().line("body") + 14 if title else 0
        tall = height - above - 8
        probe = self._laid(self._scale, width, tall)
        board = self._laid(self._scale.resized(probe.head.width()), width, tall)
        painter = QPainter(image)
        place = QRectF(LEFT, 6, width - LEFT, above)
        text_at(painter, place, title, theme().font("body", 600), theme().color("ink"))
        painter.translate(0, above)
        if board.lanes:
            paint_timeline(painter, Scene(board, self._timeline.today))
        painter.end()
        return image

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Control it zooms at the mouse; else it goes along the days, or down the lanes."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP ** (turned.y() / 120), self._x_of(event.position()))
        elif turned.x():
            self.pan(-turned.x())
        elif self.verticalScrollBar().maximum() and not (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - turned.y() // 2)
        else:
            self.pan(-turned.y())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._set_hover(None)
        if event.type() == QEvent.Type.NativeGesture:
            pinch = cast(QNativeGestureEvent, event)
            if pinch.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + pinch.value(), self._x_of(pinch.position()))
                return True
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, scale = self._grip
            moved = event.position().x() - start.x()
            if self._dragging or abs(moved) > DRAGGED:
                self._dragging = True
                self._set_hover(None)
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self._put_scale(scale.moved(-moved))
            return
        self._set_hover(self._board.at(event.position()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._carded = False
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._board.lanes:
            paint_timeline(painter, self.scene())
            self._paint_card(painter)

    def scene(self) -> Scene:
        return Scene(
            self._board,
            self._timeline.today,
            self._hover.event.key if self._hover is not None else "",
            self._chosen.key if self._chosen is not None else "",
            self.hasFocus(),
            self._day,
        )

    def _paint_card(self, painter: QPainter) -> None:
        """Of what lies under the mouse, else of what the keyboard came to."""
        placed = self._hover
        event = placed.event if placed is not None else None
        if placed is None and self._carded and self._chosen is not None and self.hasFocus():
            event, placed = self._chosen, self._board.placed_of(self._chosen.key)
        if placed is None or event is None or self._dragging:
            return
        target = self._board.area_of(event.key)
        if target is None or not target.intersects(self._board.body):
            return
        together = placed.events if self._hover is not None else (event,)
        card = card_of(together, event, self._timeline.today)
        paint_card(painter, card, target.intersected(self._board.body), self._room())

    def _room(self) -> QRectF:
        seen = QRectF(self.viewport().rect())
        return seen.adjusted(self._board.head.left() - 20, self._board.head.bottom(), 0, 0)

    def _measure(self) -> None:
        """Lay out anew: the window, the theme, the days or the lanes in sight are others."""
        seen = self.viewport().size()
        down = self.verticalScrollBar()
        board = self._laid(self._scale, seen.width(), seen.height(), down.value())
        if abs(board.head.width() - self._scale.width) > 0.01:
            self._scale = self._scale.resized(board.head.width()).within(*self.limits())
            board = self._laid(self._scale, seen.width(), seen.height(), down.value())
        self._board = board
        room = seen.height() - board.head.bottom()
        down.setRange(0, max(0, int(board.whole + 2 - room)))
        down.setPageStep(max(1, int(room)))
        down.setSingleStep(40)
        self._tell_bar()
        self.viewport().update()

    def _laid(self, scale: Scale, width: float, height: float, down: float = 0.0) -> Board:
        return lay_out(self._lanes, self._timeline.today, scale, (width, height), down)

    def _put_scale(self, scale: Scale) -> None:
        self._scale = scale.within(*self.limits())
        self._measure()

    def _tell_bar(self) -> None:
        """The bar below follows the days; it shows where in the whole we are."""
        first, last = self.limits()
        bar, scale = self.horizontalScrollBar(), self._scale
        whole = (last - first).days + 1
        bar.blockSignals(True)
        bar.setRange(0, max(0, int(whole - scale.days + 0.5)))
        bar.setPageStep(max(1, int(scale.days)))
        bar.setSingleStep(max(1, int(scale.days / 20)))
        bar.setValue(int(scale.start - first.toordinal() + 0.5))
        bar.blockSignals(False)

    def _follow_bar(self, value: int) -> None:
        first, _last = self.limits()
        start = float(first.toordinal() + value)
        self._put_scale(Scale(start, self._scale.per_day, self._scale.width))

    def _x_of(self, spot: QPointF) -> float:
        return min(max(0.0, spot.x() - self._board.body.left()), self._scale.width)

    def _set_hover(self, placed: Placed | None) -> None:
        before = self._hover.event.key if self._hover is not None else ""
        now = placed.event.key if placed is not None else ""
        self._hover = placed
        if before != now:
            shape = Qt.CursorShape.PointingHandCursor if now else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self._carded = False
            self.viewport().update()
