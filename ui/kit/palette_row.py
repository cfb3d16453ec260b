"""How a line of the palette is drawn."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from ui.kit.icons import paint_icon
from ui.kit.paint import RIGHT, rounded, text_at
from ui.kit.theme import theme


def paint_group(painter: QPainter, place: QRect, title: str) -> None:
    look = theme()
    area = QRectF(place).adjusted(12, 4, -12, 0)
    text_at(painter, area, title, look.font("small", 500), look.color("faint"))


def paint_item(
    painter: QPainter, place: QRect, words: tuple[str, str, str, str], on: bool, lit: bool
) -> None:
    """words: icon, word, second word, keys."""
    look, area = theme(), QRectF(place).adjusted(0, 1, 0, -1)
    icon, word, sub, keys = words
    if on:
        edge = look.color("accent") if look.contrast else None
        rounded(painter, area, look.radius("control"), look.color("selected"), edge)
    elif lit:
        rounded(painter, area, look.radius("control"), look.color("hover"))
    if icon:
        side = look.px(18)
        spot = QRectF(area.left() + 13, area.center().y() - side / 2, side, side)
        paint_icon(painter, icon, look.color("accent" if on else "quiet"), spot)
    rest = area.adjusted(28 + look.px(18), 0, -12, 0)
    face = look.font("small", 500)
    if keys:
        text_at(painter, rest, keys, face, look.color("faint"), RIGHT)
        rest.setWidth(rest.width() - look.width(keys, "small", 500) - 16)
    used = text_at(painter, rest, word, look.font("body", 500), look.color("ink"))
    behind = rest.adjusted(used + 10, 0, 0, 0)
    if sub and behind.width() > 40:
        text_at(painter, behind, sub, look.font("small", 400, True), look.color("faint"))
