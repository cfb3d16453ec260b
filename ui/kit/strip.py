"""A share with its interval and the norm: never a percentage alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.kernel.shares import nearest, percent
from models.kernel.text import _
from ui.kit.paint import CENTER, LEFT, RIGHT, rounded, text_at
from ui.kit.theme import theme

MIDDLE = 14.0


class IntervalStrip(QWidget):
    """Share, low, high and norm as parts of one (0 to 1)."""

    def __init__(self, share: float, low: float, high: float, norm: float | None = None) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_interval(share, low, high, norm)

    def set_interval(self, share: float, low: float, high: float, norm: float | None) -> None:
        self._share, self._low, self._high, self._norm = share, low, high, norm
        sentence = _("{share} %, interval from {low} to {high} %").format(
            share=percent(share), low=nearest(low), high=nearest(high)
        )
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 28 + theme().line("small"))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._x(0), self._x(1)
        edge = look.color("line") if look.contrast else None
        rounded(painter, QRectF(left, MIDDLE - 3, right - left, 6), 3, look.color("track"), edge)
        low, high = self._x(self._low), self._x(self._high)
        band = QRectF(low, MIDDLE - 5, max(10.0, high - low), 10)
        rounded(painter, band, 5, look.color("accent", 0.32))
        if self._norm is not None:
            painter.setPen(QPen(look.color("ink"), 1.5))
            x = self._x(self._norm)
            painter.drawLine(QPointF(x, MIDDLE - 9), QPointF(x, MIDDLE + 9))
        painter.setPen(QPen(look.color("raised"), 2))
        painter.setBrush(look.color("accent"))
        painter.drawEllipse(QPointF(self._x(self._share), MIDDLE), 7, 7)
        self._words(painter)

    def _words(self, painter: QPainter) -> None:
        look = theme()
        face, faint, tall = look.font("small", 400, True), look.color("faint"), look.line("small")
        top, right = 27.0, self._x(1)
        norm = "" if self._norm is None else _("norm {share} %").format(share=nearest(self._norm))
        wide = look.width(norm, "small", 400, True)
        start = min(max(0.0, self._x(self._norm or 0) - wide / 2), self.width() - wide)
        if not norm or start > 16:
            text_at(painter, QRectF(4, top, 40, tall), "0", face, faint, LEFT, elide=False)
        if not norm or start + wide < right - 30:
            text_at(
                painter, QRectF(right - 36, top, 40, tall), "100", face, faint, RIGHT, elide=False
            )
        if norm:
            place = QRectF(start, top, wide, tall)
            text_at(painter, place, norm, face, look.color("quiet"), CENTER, elide=False)

    def _x(self, part: float) -> float:
        return 8 + min(1.0, max(0.0, part)) * (self.width() - 16.0)
