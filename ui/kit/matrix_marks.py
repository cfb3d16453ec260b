"""The small marks on a cell of a matrix: a note behind it, proof attached to it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from ui.kit.icons import paint_icon
from ui.kit.theme import theme


def paint_fold(p: QPainter, corner: QPointF) -> None:
    """A folded corner of paper: a note lies behind this answer."""
    side = 8 * theme().scale
    fold = QPainterPath(corner + QPointF(-side + 2, -2))
    fold.lineTo(corner + QPointF(2, -2))
    fold.lineTo(corner + QPointF(2, side - 2))
    fold.closeSubpath()
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(theme().color("note"))
    p.drawPath(fold)


def paint_clip(p: QPainter, corner: QPointF) -> None:
    """A paper clip: something is attached to this answer."""
    side = 11 * theme().scale
    spot = QRectF(corner.x() - side / 2, corner.y() - side / 2, side, side)
    paint_icon(p, "paperclip", theme().color("quiet"), spot, 2.4)


def paint_lack(p: QPainter, corner: QPointF) -> None:
    """A triangle: something must still be added here."""
    side = 11 * theme().scale
    mark = QRectF(corner.x() - side / 3, corner.y() - side / 3, side, side)
    paint_icon(p, "alert-triangle", theme().color("due"), mark, 2.4)


def paint_open(p: QPainter, center: QPointF) -> None:
    """A dot: nothing was answered yet."""
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(theme().color("control", 0.75))
    p.drawEllipse(center, 2, 2)
