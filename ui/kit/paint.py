"""What self-painting pieces draw with: rounded grounds, one line of text, shadows, rings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from ui.kit.theme import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


def rounded(
    painter: QPainter,
    area: QRectF,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded ground, with or without an edge that stays inside the area."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    if line:
        area = area.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(area, radius, radius)


def text_at(
    painter: QPainter,
    area: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = LEFT,
    elide: bool = True,
) -> float:
    """Draws one line, cut at the end when it does not fit; returns the width used."""
    metrics = QFontMetricsF(font)
    if elide:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 0.5)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(area, align | Qt.TextFlag.TextSingleLine, text)
    return metrics.horizontalAdvance(text)


def focus_ring(painter: QPainter, area: QRectF, radius: float) -> None:
    """Two pixels round what the keyboard is on."""
    rounded(painter, area, radius, None, theme().color("focus"), 2.0)


def soft_shadow(
    painter: QPainter, area: QRectF, radius: float, spread: int = 14, drop: int = 5
) -> None:
    """A shadow in layers, cheaper than a graphics effect; none in high contrast."""
    strength = theme().tokens.shadow
    if not strength:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    weights = [(1 - i / (spread + 1)) ** 1.6 for i in range(spread + 1)]
    for i in range(spread, 0, -1):
        painter.setBrush(theme().color("shadow", strength * 0.62 * weights[i] / sum(weights[1:])))
        painter.drawRoundedRect(area.adjusted(-i, -i + drop, i, i + drop), radius + i, radius + i)


def check_circle(
    painter: QPainter, center: QPointF, radius: float, done: bool, tone: str = "control"
) -> None:
    """The circle of a task: open, or filled with a tick."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if done:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        painter.drawEllipse(center, radius, radius)
        tick(painter, center, radius, theme().color("accent-ink"))
    else:
        painter.setPen(QPen(theme().color(tone), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(center, radius, radius)


def tick(painter: QPainter, center: QPointF, radius: float, color: QColor) -> None:
    """The tick inside a circle or a box of this radius."""
    path = QPainterPath(QPointF(center.x() - radius * 0.42, center.y() + radius * 0.02))
    path.lineTo(center.x() - radius * 0.1, center.y() + radius * 0.34)
    path.lineTo(center.x() + radius * 0.44, center.y() - radius * 0.34)
    painter.setPen(
        QPen(
            color,
            1.7,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
