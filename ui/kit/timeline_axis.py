"""What every timeline draws with: the axis, the field of what has passed, today, and bars.

All areas are in pixels of the painter; a field is the part of a timeline that the days lie in, so
that a day stands at `field.left() + scale.x(day)`.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from models.kernel.wording import short_date
from models.timeline.rules.scale import Scale
from models.timeline.rules.ticks import Axis, Cell
from ui.kit.paint import CENTER, rounded, text_at
from ui.kit.theme import theme

AXIS = 52
"""Height of the axis, at 100 %."""
RADIUS = 7.0
TO_COME = 0.26
"""How much of the tone remains where a bar is still to come."""


def axis_height() -> int:
    """Room for two rows of words above the lanes."""
    return max(AXIS, 2 * theme().line("small") + 18)


def paint_past(p: QPainter, field: QRectF, scale: Scale, today: date) -> None:
    """What has passed lies in a quiet field."""
    passed = min(max(0.0, scale.middle(today)), field.width())
    area = QRectF(field.left(), field.top(), passed, field.height())
    p.fillRect(area, theme().color("sunken"))


def paint_axis(
    p: QPainter,
    head: QRectF,
    field: QRectF,
    scale: Scale,
    axis: Axis,
    taken: QRectF | None = None,
) -> None:
    """Words in `head`, above the field, and a line down the field where each of them begins.

    Where something else stands, such as the day of today, `taken` keeps words away.
    """
    look = theme()
    rows = [axis.fine] if not axis.coarse else [axis.coarse, axis.fine]
    tall = theme().line("small") + 4
    top = head.bottom() - 8 - tall * len(rows) - (6 if len(rows) == 1 else 0)
    p.save()
    p.setClipRect(QRectF(head.left(), head.top(), head.width(), field.bottom() - head.top()))
    for number, row in enumerate(rows):
        strong = number == 0
        for cell in row:
            x = round(field.left() + scale.x(cell.first)) + 0.5
            if x > field.left() + 1:
                p.setPen(QPen(look.color("line", 1.0 if strong else 0.6), 1))
                p.drawLine(QPointF(x, top + number * tall + 2), QPointF(x, field.bottom()))
        _paint_words(p, head, row, scale, (top + number * tall, tall, strong), taken or QRectF())
    p.restore()


def paint_today(
    p: QPainter, head: QRectF, field: QRectF, scale: Scale, today: date, said: bool = True
) -> None:
    """A line through today, and the day itself above it."""
    look, x = theme(), field.left() + scale.middle(today)
    if not field.left() <= x <= field.right():
        return
    x = round(x) + 0.5
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(QPen(look.color("accent"), 1.6))
    p.drawLine(QPointF(x, head.bottom() - 10), QPointF(x, field.bottom()))
    if said:
        tag = today_tag(head, field, scale, today)
        rounded(p, tag, look.radius("small"), look.color("accent"))
        face = look.font("small", 600, True)
        text_at(p, tag, short_date(today), face, look.color("accent-ink"), CENTER, elide=False)


def today_tag(head: QRectF, field: QRectF, scale: Scale, today: date) -> QRectF:
    """Where the day of today stands above its line; empty while it is out of sight."""
    look = theme()
    if not 0 <= scale.middle(today) <= field.width():
        return QRectF()
    wide = look.width(short_date(today), "small", 600, True) + 16
    tall = look.line("small") + 6
    x = field.left() + scale.middle(today)
    left = min(max(x - wide / 2, head.left()), head.right() - wide)
    return QRectF(left, head.bottom() - 8 - tall - 6, wide, tall)


def paint_day(p: QPainter, field: QRectF, scale: Scale, day: date) -> None:
    """A dotted line through the chosen day, or a soft column when days are wide."""
    left, right = field.left() + scale.x(day), field.left() + scale.end(day)
    if right < field.left() or left > field.right():
        return
    if right - left >= 6:
        area = QRectF(left, field.top(), right - left, field.height()).intersected(field)
        p.fillRect(area, theme().color("accent-soft"))
        return
    x = round((left + right) / 2) + 0.5
    p.setPen(QPen(theme().color("focus"), 1.2, Qt.PenStyle.DotLine))
    p.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom()))


def paint_bar(p: QPainter, area: QRectF, tone: QColor, now: float) -> None:
    """A stretch of days: solid as far as `now` (x of today), a tint for what is to come."""
    look, radius = theme(), min(RADIUS, area.height() / 3, area.width() / 2)
    if now >= area.right():
        rounded(p, area, radius, tone)
        return
    tint = QColor(tone)
    tint.setAlphaF(TO_COME)
    rounded(p, area, radius, look.color("surface"))
    rounded(p, area, radius, tint, tone if look.contrast else None)
    if now > area.left():
        p.save()
        passed = QRectF(area.left(), area.top(), now - area.left(), area.height())
        p.setClipRect(passed, Qt.ClipOperation.IntersectClip)
        rounded(p, area, radius, tone)
        p.restore()


def paint_uncertain(p: QPainter, area: QRectF, tone: QColor, filled: float = 0.10) -> None:
    """A stretch that is not certain: a dashed edge round hardly any ground."""
    radius = min(RADIUS, area.height() / 3, area.width() / 2)
    soft = QColor(tone)
    soft.setAlphaF(filled)
    rounded(p, area, radius, theme().color("surface"))
    p.setPen(QPen(tone, 1.2, Qt.PenStyle.DashLine))
    p.setBrush(soft)
    p.drawRoundedRect(area.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)


def _paint_words(
    p: QPainter,
    head: QRectF,
    row: tuple[Cell, ...],
    scale: Scale,
    place: tuple[float, float, bool],
    taken: QRectF,
) -> None:
    """A word stays in sight as long as its cell does; where it does not fit it is left out."""
    top, tall, strong = place
    look = theme()
    face = look.font("small", 600 if strong else 400, True)
    metrics = QFontMetricsF(face)
    ink = look.color("quiet" if strong else "faint")
    for cell in row:
        left = max(head.left(), head.left() + scale.x(cell.first)) + 8
        room = min(head.right(), head.left() + scale.end(cell.last)) - left - 2
        long = metrics.horizontalAdvance(cell.word)
        clear = not taken.intersects(QRectF(left - 2, top + 2, long + 4, tall - 4))
        if long <= room and clear:
            text_at(p, QRectF(left, top, room, tall), cell.word, face, ink, elide=False)
