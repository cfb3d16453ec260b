"""The ground of a row, and the heading of a group."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from models.kernel.wording import thousands
from ui.kit.cells import advance, line
from ui.kit.icons import paint_icon
from ui.kit.paint import focus_ring, rounded
from ui.kit.theme import theme

HEAD, COUNT = ("body", 600, False), ("small", 500, True)
CHEVRON = 16


def paint_ground(p: QPainter, area: QRectF, *, chosen: bool, hovered: bool) -> None:
    """Half see-through, so that the lines of the axis go on under a chosen row."""
    look = theme()
    if not (chosen or hovered):
        p.fillRect(
            QRectF(area.left() + 12, area.bottom() - 1, area.width() - 24, 1),
            look.color("line", 0.7),
        )
        return
    inner = area.adjusted(0, 1, -2, -1)
    edge = look.color("accent") if chosen and look.contrast else None
    ground = look.color("selected" if chosen else "hover", 0.85)
    rounded(p, inner, look.radius("control"), ground, edge)


def paint_ring(p: QPainter, area: QRectF) -> None:
    """The ring of the keyboard round a row, over its bars."""
    focus_ring(p, area.adjusted(0, 1, -2, -1), theme().radius("control"))


def paint_heading(
    p: QPainter, area: QRectF, words: str, count: int, folded: bool, focused: bool
) -> None:
    """The word of a group, how many stand under it, and whether they are folded away."""
    look, side = theme(), theme().px(CHEVRON)
    spot = QRectF(area.left() + 10, area.center().y() - side / 2, side, side)
    name = "chevron-right" if folded else "chevron-down"
    paint_icon(p, name, look.color("quiet"), spot, 2.2)
    room = QRectF(spot.right() + 6, area.top(), area.width() - spot.right() - 20, area.height())
    line(p, room, words, HEAD, "ink")
    used = min(advance(words, HEAD), room.width())
    line(p, room.adjusted(used + 10, 0, 0, 0), thousands(count), COUNT, "faint")
    if focused:
        focus_ring(p, area.adjusted(2, 2, -4, -2), look.radius("control"))


def paint_waiting(p: QPainter, area: QRectF, field: float, name: str) -> None:
    """A row that is painted a moment later: its name, and a quiet bar where its days will be."""
    room = QRectF(area.left() + 12, area.top(), field - 24, area.height())
    line(p, room, name, ("body", 500, False), "ink")
    wide = area.width() - field - 12
    bar = QRectF(area.left() + field, area.center().y() - 4, wide, 8)
    p.fillRect(bar, theme().color("track", 0.5))
