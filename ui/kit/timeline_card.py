"""The card beside what is looked at on a timeline: what it is, its days, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from models.kernel.text import _, ngettext
from models.timeline.rules import card, lane_word
from models.timeline.values import TimelineEvent
from ui.kit.icons import paint_icon
from ui.kit.paint import RIGHT, rounded, soft_shadow, text_at
from ui.kit.theme import theme
from ui.kit.timeline_paint import paint_sign

WIDTH = 296
TIP = 8.0
MOST = 7
"""Things that fall together which are named one by one."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on it, and what it belongs to."""

    head: str
    title: str
    sub: str
    lines: tuple[tuple[str, str], ...]
    foot: str
    icon: str
    events: tuple[TimelineEvent, ...] = ()
    """Things named one by one, each with its mark."""

    @property
    def height(self) -> float:
        look = theme()
        body, small = look.line("body") + 4, look.line("small") + 4
        tall = 14 + small + body + (small if self.sub else 0) + 6
        tall += (small + 6) * len(self.lines) + (small + 6) * len(self.events)
        return tall + (small + 12 if self.foot else 0) + 10


def card_of(events: Sequence[TimelineEvent], chosen: TimelineEvent, today: date) -> Card:
    """The card of one thing, or of several that fall together."""
    if len(events) > 1:
        count = len(events)
        title = ngettext("{count} thing", "{count} things", count).format(count=count)
        more = count - MOST
        foot = ""
        if more > 0:
            foot = _("and {count} more").format(count=more)
        return Card(lane_word(chosen), title, "", (), foot, "search", tuple(events[:MOST]))
    explained = chosen.term is not None or chosen.grounds is not None
    head = _("Why this date?") if explained else lane_word(chosen)
    foot = _("W: the whole sum") if explained else ""
    return Card(head, chosen.word, chosen.sub, card(chosen, today), foot, "scale")


def place(card: Card, target: QRectF, room: QRectF) -> QRectF:
    """Under its thing, or above it when there is more room; never outside the window."""
    wide = float(theme().px(WIDTH))
    tall = card.height
    left = min(max(target.center().x() - 40, room.left() + 8), room.right() - wide - 8)
    under = target.bottom() + TIP + 6
    above = target.top() - TIP - 6 - tall
    fits = under + tall <= room.bottom() - 6
    top = under if fits or above < room.top() + 2 else above
    top = min(max(top, room.top() + 2), max(room.top() + 2, room.bottom() - tall - 4))
    return QRectF(round(left), round(top), wide, tall)


def paint_card(p: QPainter, card: Card, target: QRectF, room: QRectF) -> None:
    look, area = theme(), place(card, target, room)
    soft_shadow(p, area, look.radius("card"))
    edge = look.color("control" if look.contrast else "line")
    rounded(p, area, look.radius("card"), look.color("raised"), edge)
    _paint_tip(p, area, target)
    inner = area.adjusted(18, 14, -18, -10)
    small, body = look.line("small") + 4, look.line("body") + 4
    y = inner.top()
    face = look.font("small", 600)
    text_at(p, QRectF(inner.left(), y, inner.width(), small), card.head, face, look.color("accent"))
    y += small
    title = QRectF(inner.left(), y, inner.width(), body)
    text_at(p, title, card.title, look.font("body", 600, True), look.color("ink"))
    y += body
    if card.sub:
        sub = QRectF(inner.left(), y, inner.width(), small)
        text_at(p, sub, card.sub, look.font("small", 400, True), look.color("quiet"))
        y += small
    y = _paint_lines(p, card, inner, y + 6)
    if card.foot:
        p.fillRect(QRectF(inner.left(), y + 2, inner.width(), 1), look.color("line"))
        side = look.px(14)
        spot = QRectF(inner.left(), y + 8 + (small - side) / 2, side, side)
        paint_icon(p, card.icon, look.color("faint"), spot)
        words = QRectF(inner.left() + side + 6, y + 8, inner.width() - side - 6, small)
        text_at(p, words, card.foot, look.font("small"), look.color("faint"))


def _paint_lines(p: QPainter, card: Card, inner: QRectF, y: float) -> float:
    look, tall = theme(), theme().line("small") + 10
    for label, value in card.lines:
        line = QRectF(inner.left(), y, inner.width(), tall)
        text_at(p, line, label, look.font("small"), look.color("quiet"))
        text_at(p, line, value, look.font("small", 500, True), look.color("ink"), RIGHT)
        y += tall
    for event in card.events:
        side = look.px(15)
        sign = QRectF(inner.left(), y + (tall - side) / 2, side, side)
        paint_sign(p, sign, event)
        day = f"{event.first.day:02}/{event.first.month:02}/{event.first.year}"
        face = look.font("small", 400, True)
        line = QRectF(inner.left() + side + 8, y, inner.width() - side - 8, tall)
        used = text_at(p, line, day, face, look.color("quiet"), RIGHT)
        words = line.adjusted(0, 0, -used - 10, 0)
        text_at(p, words, event.word, look.font("small", 500), look.color("ink"))
        y += tall
    return y


def _paint_tip(p: QPainter, area: QRectF, target: QRectF) -> None:
    """A point towards its thing, where the card does not cover it."""
    x = min(max(target.center().x(), area.left() + 18), area.right() - 18)
    below = area.top() > target.bottom()
    if not below and area.bottom() > target.top():
        return
    base = area.top() if below else area.bottom()
    out = base - TIP if below else base + TIP
    inside = 1.0 if below else -1.0
    look = theme()
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(look.color("raised"))
    corners = [QPointF(x - 8, base + inside), QPointF(x + 8, base + inside), QPointF(x, out)]
    p.drawPolygon(QPolygonF(corners))
    p.setPen(QPen(look.color("control" if look.contrast else "line"), 1))
    p.drawPolyline(QPolygonF([QPointF(x - 8, base), QPointF(x, out), QPointF(x + 8, base)]))
