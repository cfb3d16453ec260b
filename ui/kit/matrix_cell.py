"""How one cell of a matrix looks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.kit.answers import BOX, paint_answer
from ui.kit.cells import advance, line
from ui.kit.matrix_layout import SMALL
from ui.kit.matrix_marks import paint_clip, paint_fold, paint_lack, paint_open
from ui.kit.matrix_values import MatrixCell
from ui.kit.paint import CENTER
from ui.kit.theme import theme

ASLEEP = 0.45
"""How much is seen of a cell that is not asked."""
APART = 3
"""Left and right of words, so that they do not touch those of the neighbour."""
CLIP_UP = 6
"""So much higher a clip hangs above words, so that it does not lie over them."""
LACK_INSIDE = 8
"""From the edge of a cell to the corner of its triangle, at the least."""


def paint_cell(p: QPainter, area: QRectF, cell: MatrixCell, ratio: float = 1.0) -> None:
    """One cell: its sign, hours below it, a fold for a note, a triangle for what is missing."""
    center = area.center()
    if cell.asleep:
        p.setOpacity(ASLEEP)
    words = _hours(cell.text, area.width() - 2 * APART) if cell.text else []
    tall = theme().line("small")
    center.setY(center.y() - len(words) * tall / 2)
    if cell.answer is None:
        paint_open(p, center)
    else:
        paint_answer(p, cell.answer, center, ratio)
    side = BOX * theme().scale / 2
    for number, word in enumerate(words):
        top = center.y() + side + number * tall
        room = QRectF(area.left() + APART, top, area.width() - 2 * APART, tall)
        line(p, room, word, SMALL, "ink", CENTER)
        if number:
            p.fillRect(QRectF(center.x() - 8, top - 0.5, 16, 1), theme().color("control"))
    if cell.note:
        paint_fold(p, QPointF(center.x() + side, center.y() - side))
    if cell.proofs:
        up = CLIP_UP * theme().scale if words else 0
        paint_clip(p, QPointF(center.x() + side, center.y() + side - up))
    p.setOpacity(1.0)
    if cell.lacks and not cell.asleep:
        left = max(center.x() - side, area.left() + LACK_INSIDE * theme().scale)
        paint_lack(p, QPointF(left, center.y() - side))


def _hours(text: str, room: float) -> list[str]:
    """On one line, hours closer together or one below the other: whatever fits."""
    close = text.replace(" / ", "/")
    for written in (text, close):
        if advance(written, SMALL) <= room:
            return [written]
    return [part.strip() for part in text.split(" / ")]
