"""Tabler outline icons, drawn in the colour of a token, sharp on every screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.kit.tokens import resource

STROKE = 1.75


def paint_icon(
    painter: QPainter, name: str, color: QColor, rect: QRectF, stroke: float = STROKE
) -> None:
    """Draw straight into the painter, in logical pixels; stroke on Tabler's grid of 24."""
    if color.alphaF() < 1.0:
        painter.save()
        painter.setOpacity(painter.opacity() * color.alphaF())
        _drawing(name, color.name(), stroke).render(painter, rect)
        painter.restore()
    else:
        _drawing(name, color.name(), stroke).render(painter, rect)


def icon(name: str, color: QColor, size: int = 18) -> QIcon:
    """A QIcon for the places where only Qt paints: menus, calendar, window."""
    out = QIcon()
    for ratio in (1, 2, 3):
        picture = QPixmap(size * ratio, size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_icon(painter, name, color, QRectF(0, 0, size, size))
        painter.end()
        out.addPixmap(picture)
    return out


def icon_names() -> frozenset[str]:
    """Every icon in the cellar."""
    return frozenset(
        file.name.removesuffix(".svg")
        for file in resource("icons").iterdir()
        if file.name.endswith(".svg")
    )


@lru_cache(maxsize=512)
def _drawing(name: str, color: str, stroke: float) -> QSvgRenderer:
    drawn = (resource("icons") / f"{name}.svg").read_text("utf-8")
    drawn = drawn.replace("currentColor", color).replace(
        'stroke-width="2"', f'stroke-width="{stroke}"'
    )
    return QSvgRenderer(QByteArray(drawn.encode()))
