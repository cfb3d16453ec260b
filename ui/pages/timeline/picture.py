"""The whole board as one picture: every row that is not folded away, with the axis above it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from models.portfolio import rules
from models.timeline.rules import axis
from ui.kit.theme import theme
from ui.kit.timeline_axis import axis_height, paint_axis, paint_past, paint_today, today_tag
from ui.pages.timeline.grounds import paint_ground, paint_heading
from ui.pages.timeline.sight import Sight
from ui.pages.timeline.tiles import paint_row, row_height

TALLEST = 32_000
"""No picture can be taller; more rows than fit are drawn smaller."""


def whole(board: Sight) -> QImage:
    """The days as they are in sight now, with all rows."""
    frame, tall = board.frame(), row_height()
    wide, high = frame.width, axis_height() + tall * len(board.lines.shown) + 8
    shrink = min(1.0, TALLEST / high)
    image = QImage(round(wide * shrink), round(high * shrink), QImage.Format.Format_RGB32)
    image.fill(theme().color("surface"))
    p = QPainter(image)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.scale(shrink, shrink)
    head = QRectF(frame.field, 0, board.field_width(), axis_height())
    field = QRectF(frame.field, axis_height(), board.field_width(), high - axis_height())
    paint_past(p, field, board.scale, board.today)
    tag = today_tag(head, field, board.scale, board.today)
    paint_axis(p, head, field, board.scale, axis(board.scale, theme().scale), tag)
    for number, line in enumerate(board.lines.shown):
        area = QRectF(0, axis_height() + number * tall, wide, tall)
        if line.row is None:
            group = board.lines.groups[line.group]
            words = rules.heading_words(group, board.grouping)
            folded = board.lines.is_folded(line.group)
            paint_heading(p, area, words, len(group.rows), folded, focused=False)
            continue
        paint_ground(p, area, chosen=False, hovered=False)
        p.save()
        p.translate(area.topLeft())
        paint_row(p, line.row, frame)
        p.restore()
    paint_today(p, head, field, board.scale, board.today)
    p.end()
    return image
