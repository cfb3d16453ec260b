"""A field to draw a mark in, with mouse, finger or pen; who works with keys leaves it empty."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.paint import rounded
from ui.kit.theme import theme

EDGE = 1000
"""Places run from 0 to this, whatever the size on the screen."""
MOST = 1500
"""Points of one mark: what is drawn after that is left out."""
_AIR = (14, 6, -14, -6)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


class MarkPad(QWidget):
    """Three times as wide as high. `drawn` after every stroke; Delete takes all of it away."""

    drawn = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self._hint = hint
        self._strokes: list[list[tuple[int, int]]] = []
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(330), theme().px(110))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(150), theme().px(50))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / 3)

    def strokes(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """What was drawn: places of 0 to EDGE, a tuple a stroke."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def set_strokes(self, strokes: tuple[tuple[tuple[int, int], ...], ...]) -> None:
        self._strokes = [list(stroke) for stroke in strokes]
        self.update()

    def clear(self) -> None:
        if self._strokes:
            self._strokes = []
            self.update()
            self.drawn.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._strokes.append([])
        self._add(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._strokes and event.buttons() & Qt.MouseButton.LeftButton:
            self._add(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._strokes = [stroke for stroke in self._strokes if stroke]
        self.drawn.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look.color("accent" if self.hasFocus() else "control")
        rounded(painter, area, look.radius("small"), look.color("surface"), edge)
        if not self._strokes:
            painter.setFont(look.font("small"))
            painter.setPen(look.color("faint"))
            painter.drawText(area.adjusted(*_AIR), _MIDDLE, self._hint)
            return
        round_ = Qt.PenCapStyle.RoundCap
        pen = QPen(look.color("ink"), 2.0, Qt.PenStyle.SolidLine, round_)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.drawPath(self._path(stroke))

    def _path(self, stroke: list[tuple[int, int]]) -> QPainterPath:
        places = [QPointF(x * self.width() / EDGE, y * self.height() / EDGE) for x, y in stroke]
        path = QPainterPath(places[0])
        for place in places[1:] or [places[0] + QPointF(0.5, 0.5)]:
            path.lineTo(place)
        return path

    def _add(self, place: QPointF) -> None:
        if sum(map(len, self._strokes)) >= MOST:
            return
        x, y = round(place.x() * EDGE / self.width()), round(place.y() * EDGE / self.height())
        point = (max(0, min(EDGE, x)), max(0, min(EDGE, y)))
        if self._strokes[-1][-1:] != [point]:
            self._strokes[-1].append(point)
            self.update()
