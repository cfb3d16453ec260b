"""A picture on which spots are marked that must become black: by mouse, or by keys alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from models.kernel.text import _, ngettext
from ui.kit.base import announce
from ui.kit.theme import BLACKED_OUT, theme

STEP, SMALL_STEP = 24, 4
"""Pixels of the picture, at the size it is seen, that an arrow moves; with Ctrl the small one."""
ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
"""Of the size at which the whole picture fits."""
LEAST = 6
ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class BlackoutCanvas(QAbstractScrollArea):
    """`spots` are in pixels of the picture. Arrows move the frame, with Shift they size it.

    With Ctrl the steps are small. Enter sets a spot, Delete takes one away, + and - zoom.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._spots: list[QRect] = []
        self._frame = QRect()
        self._zoom = 1.0
        self._pulled: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(_("Picture to black out"))

    @property
    def spots(self) -> tuple[QRect, ...]:
        """What becomes black."""
        return tuple(self._spots)

    @property
    def frame(self) -> QRect:
        """The frame that the keys move."""
        return self._frame

    @property
    def zoom(self) -> float:
        """Pixels on the screen for a pixel of the picture."""
        return self._fit() * self._zoom

    def show_image(self, image: QImage, spots: tuple[QRect, ...] = ()) -> None:
        self._image, self._spots = image, list(spots)
        wide, tall = max(LEAST, image.width() // 4), max(LEAST, image.height() // 24)
        self._frame = QRect(image.width() // 12, image.height() // 12, wide, tall)
        self._zoom = 1.0
        self._measure()
        self._describe()

    def set_spot(self) -> None:
        """The frame becomes black; the next one starts right below it."""
        self._add(self._frame)
        self._move(QPoint(0, self._frame.height()))

    def take_away(self) -> None:
        """Take away the spot that the frame touches, else the one set last."""
        touched = [spot for spot in self._spots if spot.intersects(self._frame)]
        gone = touched[-1:] or self._spots[-1:]
        for spot in gone:
            self._spots.remove(spot)
        if gone:
            self._told()

    def zoom_by(self, step: int) -> None:
        at = ZOOMS.index(self._zoom) + step
        self._zoom = ZOOMS[max(0, min(len(ZOOMS) - 1, at))]
        self._measure()
        self._see(self._frame)

    def sizeHint(self) -> QSize:
        return QSize(880, 480)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, pressed = event.key(), event.modifiers()
        if key in ARROWS:
            small = bool(pressed & Qt.KeyboardModifier.ControlModifier)
            step = max(1, round((SMALL_STEP if small else STEP) / max(self.zoom, 0.01)))
            size = bool(pressed & Qt.KeyboardModifier.ShiftModifier)
            (self._size if size else self._move)(ARROWS[Qt.Key(key)] * step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not pressed & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self.set_spot()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.take_away()
        elif event.text() in ("+", "-", "="):
            self.zoom_by(-1 if event.text() == "-" else 1)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pulled = self._in_picture(event.position())
            self._frame = QRect(self._pulled, QSize(1, 1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pulled is not None:
            here = self._in_picture(event.position())
            self._frame = QRect(self._pulled, here).normalized() & self._image.rect()
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pulled is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pulled = None
            if min(self._frame.width(), self._frame.height()) >= LEAST:
                self._add(self._frame)
            self._frame = self._kept_inside(self._frame)
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, p = theme(), QPainter(self.viewport())
        p.fillRect(self.viewport().rect(), look.color("track"))
        if self._image.isNull():
            return
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        p.drawImage(self._on_screen(self._image.rect()), self._image)
        for spot in self._spots:
            p.fillRect(self._on_screen(spot), BLACKED_OUT)
        area = self._on_screen(self._frame)
        p.setPen(QPen(look.color("surface"), 4))
        p.drawRect(area)
        way = Qt.PenStyle.DashLine if self.hasFocus() else Qt.PenStyle.DotLine
        p.setPen(QPen(look.color("focus"), 2, way))
        p.drawRect(area)

    def _add(self, spot: QRect) -> None:
        if spot not in self._spots:
            self._spots.append(QRect(spot))
            self._told()

    def _told(self) -> None:
        self._describe()
        count = len(self._spots)
        said = ngettext("{count} black spot", "{count} black spots", count).format(count=count)
        announce(self, said)
        self.viewport().update()
        self.changed.emit()

    def _describe(self) -> None:
        """Where the frame is, in hundredths of the picture: it can be steered without seeing."""
        wide, tall = max(1, self._image.width()), max(1, self._image.height())
        middle = self._frame.center()
        said = _("Frame at {across} % from the left and {down} % from the top, {count} black.")
        self.setAccessibleDescription(
            said.format(
                across=round(100 * middle.x() / wide),
                down=round(100 * middle.y() / tall),
                count=len(self._spots),
            )
        )

    def _move(self, by: QPoint) -> None:
        self._put(self._kept_inside(self._frame.translated(by)))

    def _size(self, by: QPoint) -> None:
        made = QRect(self._frame)
        made.setWidth(max(LEAST, made.width() + by.x()))
        made.setHeight(max(LEAST, made.height() + by.y()))
        self._put(made & self._image.rect())

    def _put(self, frame: QRect) -> None:
        self._frame = frame
        self._see(frame)
        self._describe()
        self.viewport().update()

    def _kept_inside(self, frame: QRect) -> QRect:
        whole = self._image.rect()
        made = QRect(frame)
        made.setSize(made.size().expandedTo(QSize(LEAST, LEAST)).boundedTo(whole.size()))
        made.moveLeft(max(0, min(made.left(), whole.width() - made.width())))
        made.moveTop(max(0, min(made.top(), whole.height() - made.height())))
        return made

    def _fit(self) -> float:
        if self._image.isNull():
            return 1.0
        seen = self.viewport().size()
        across = (seen.width() - 8) / self._image.width()
        return max(0.01, min(2.0, across, (seen.height() - 8) / self._image.height()))

    def _origin(self) -> QPointF:
        """Where the corner of the picture stands: in the middle when there is room."""
        seen, zoom = self.viewport().size(), self.zoom
        spare_x = max(0.0, (seen.width() - self._image.width() * zoom) / 2)
        spare_y = max(0.0, (seen.height() - self._image.height() * zoom) / 2)
        bars = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPointF(spare_x - bars[0], spare_y - bars[1])

    def _on_screen(self, area: QRect) -> QRectF:
        zoom, corner = self.zoom, self._origin()
        return QRectF(
            corner.x() + area.left() * zoom,
            corner.y() + area.top() * zoom,
            area.width() * zoom,
            area.height() * zoom,
        )

    def _in_picture(self, spot: QPointF) -> QPoint:
        on = (spot - self._origin()) / self.zoom
        x = max(0, min(self._image.width() - 1, int(on.x())))
        return QPoint(x, max(0, min(self._image.height() - 1, int(on.y()))))

    def _measure(self) -> None:
        seen, zoom = self.viewport().size(), self.zoom
        for bar, whole, room in (
            (self.horizontalScrollBar(), self._image.width() * zoom, seen.width()),
            (self.verticalScrollBar(), self._image.height() * zoom, seen.height()),
        ):
            bar.setRange(0, max(0, round(whole - room)))
            bar.setPageStep(max(1, room))
        self.viewport().update()

    def _see(self, area: QRect) -> None:
        """Scroll until this is in sight."""
        shown, seen = self._on_screen(area), self.viewport().size()
        for bar, first, last, room in (
            (self.horizontalScrollBar(), shown.left(), shown.right(), seen.width()),
            (self.verticalScrollBar(), shown.top(), shown.bottom(), seen.height()),
        ):
            if last > room:
                bar.setValue(round(bar.value() + last - room + 8))
            elif first < 0:
                bar.setValue(round(bar.value() + first - 8))
