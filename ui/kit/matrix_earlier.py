"""The column of a matrix that says what was answered the last time."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from models.kernel.text import _
from ui.kit.cells import Style, advance, line
from ui.kit.icons import paint_icon
from ui.kit.matrix_values import Earlier
from ui.kit.theme import theme

COUNT: Style = ("small", 600, True)
WORD: Style = ("small", 500, False)
COURSES = {
    "better": ("arrow-up-right", "done"),
    "worse": ("arrow-down-left", "late"),
    "same": ("minus", "quiet"),
}
"""Sign and tone of which way a question went; the word stands beside it."""


def paint_earlier(p: QPainter, area: QRectF, earlier: Earlier) -> None:
    """How many failed then; below it the sign and the word of which way it goes now."""
    tall = theme().line("small")
    lines = 2 if earlier.course else 1
    top = area.center().y() - lines * tall / 2
    room = QRectF(area.left(), top, area.width() - 8, tall)
    line(p, room, earlier.text, COUNT, "quiet")
    if earlier.flag:
        side = 13 * theme().scale
        left = area.left() + advance(earlier.text, COUNT) + 6
        flag = QRectF(left, top + (tall - side) / 2, side, side)
        paint_icon(p, "flag", theme().color(earlier.flag), flag, 2.0)
    if earlier.course:
        name, tone = COURSES[earlier.course]
        side = 12 * theme().scale
        sign = QRectF(area.left(), top + tall + (tall - side) / 2, side, side)
        paint_icon(p, name, theme().color(tone), sign, 2.4)
        said = QRectF(area.left() + side + 4, top + tall, area.width() - side - 8, tall)
        line(p, said, earlier.word, WORD, tone)


def paint_earlier_head(p: QPainter, area: QRectF) -> None:
    line(p, area, _("Last time"), WORD, "faint")
