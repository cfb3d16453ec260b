"""How a timeline is painted: lanes, bars, marks and their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QLinearGradient, QPainter, QPen, QPixmap

from models.kernel.text import _
from models.timeline.rules import Placed, axis, lane_sub
from models.timeline.values import Certainty, Shape, TimelineEvent, Tone
from ui.kit.cells import LINE, Style, elided, line
from ui.kit.icons import paint_icon
from ui.kit.paint import CENTER, rounded, text_at
from ui.kit.paint import LEFT as LEFT_AND_MIDDLE
from ui.kit.theme import theme
from ui.kit.timeline_axis import (
    paint_axis,
    paint_bar,
    paint_day,
    paint_past,
    paint_today,
    paint_uncertain,
    today_tag,
)
from ui.kit.timeline_layout import LEFT, WORD, Board, LaneView, label_area

BAR_WORD: Style = ("small", 500, False)
FADE = 22
"""Over so many pixels an end that is not known fades."""
ROUND = 1
"""Air round a mark that is kept as a picture."""
NARROW = 26
"""Below so many pixels a bar keeps its word to itself."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be painted."""

    board: Board
    today: date
    hovered: str = ""
    """Key of what lies under the mouse."""
    chosen: str = ""
    """Key of what the keyboard is on."""
    focused: bool = False
    day: date | None = None
    """The day that is looked into."""


def paint_timeline(p: QPainter, scene: Scene) -> None:
    board = scene.board
    head, body = board.head, board.body
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_past(p, body, board.scale, scene.today)
    p.save()
    p.setClipRect(QRectF(0, body.top(), body.right() + 1, body.height() + 1))
    if scene.day is not None:
        paint_day(p, body, board.scale, scene.day)
    p.restore()
    tag = today_tag(head, body, board.scale, scene.today)
    paint_axis(p, head, body, board.scale, axis(board.scale, theme().scale), tag)
    p.save()
    p.setClipRect(QRectF(0, head.bottom(), body.right() + 1, body.height() + 1))
    for view in board.lanes:
        _paint_lane(p, board, view)
    p.fillRect(QRectF(LEFT, board.lanes[-1].bottom, body.right() - LEFT, 1), theme().color("line"))
    p.restore()
    field = QRectF(body.left(), head.top(), body.width(), body.bottom() - head.top())
    p.save()
    p.setClipRect(field)
    p.setClipRect(body, Qt.ClipOperation.IntersectClip)
    for view in board.lanes:
        for placed in view.laid.bars:
            _paint_bar(p, scene, view, placed)
    p.restore()
    paint_today(p, head, body, board.scale, scene.today)
    p.save()
    p.setClipRect(body.adjusted(-12, 0, 14, 0))
    for view in board.lanes:
        for placed in view.laid.marks:
            _paint_mark(p, scene, view, placed)
    _paint_rings(p, scene)
    p.restore()


def tone_of(event: TimelineEvent) -> QColor:
    return theme().color(event.tone.value)


def paint_sign(p: QPainter, area: QRectF, event: TimelineEvent) -> None:
    """The round mark of a moment: filled when it happened, dashed when it is to come."""
    device = p.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    open_still = event.certainty is not Certainty.DONE
    kept = _sign(event.tone.value, event.icon, open_still, area.width(), (theme().name, ratio))
    corner = QPointF(round(area.left()) - ROUND, round(area.top()) - ROUND)
    p.drawPixmap(corner, kept)


@lru_cache(maxsize=512)
def _sign(tone: str, icon: str, open_still: bool, wide: float, look: tuple[str, float]) -> QPixmap:
    """Drawn once for each look: hundreds of them are asked a frame."""
    ratio = look[1]
    side = int((wide + 2 * ROUND) * ratio + 0.5)
    kept = QPixmap(side, side)
    kept.setDevicePixelRatio(ratio)
    kept.fill(Qt.GlobalColor.transparent)
    p = QPainter(kept)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(ROUND, ROUND, wide, wide)
    ink, ground = theme().color(tone), theme().color("surface")
    style = Qt.PenStyle.DashLine if open_still else Qt.PenStyle.SolidLine
    p.setPen(QPen(ink, 1.6, style))
    p.setBrush(ground if open_still else ink)
    p.drawEllipse(area.adjusted(0.8, 0.8, -0.8, -0.8))
    inner = wide * 0.6
    spot = QRectF(area.center().x() - inner / 2, area.center().y() - inner / 2, inner, inner)
    if icon:
        paint_icon(p, icon, ink if open_still else ground, spot, 2.3)
    p.end()
    return kept


def _paint_lane(p: QPainter, board: Board, view: LaneView) -> None:
    look, body = theme(), board.body
    p.fillRect(QRectF(LEFT, view.top, body.right() - LEFT, 1), look.color("line"))
    title, second = look.line("body") + 1, look.line("small") + 1
    middle = view.top + view.height / 2
    side, top = look.px(18), middle - (title + second) / 2
    ink = look.color("ink" if view.events else "faint")
    paint_icon(p, view.lane.icon, look.color("quiet"), QRectF(LEFT, top + 1, side, side))
    left = LEFT + side + 10
    room = body.left() - left - 10
    text_at(p, QRectF(left, top, room, title), _(view.lane.word), look.font("body", 500), ink)
    below = QRectF(left, top + title, room, second)
    text_at(p, below, lane_sub(view.events), look.font("small", 400, True), look.color("faint"))
    if view.laid.marks:
        line = QRectF(body.left(), round(view.marks_at) - 0.5, body.width(), 1)
        p.fillRect(line, look.color("track"))


def _paint_bar(p: QPainter, scene: Scene, view: LaneView, placed: Placed) -> None:
    body = scene.board.body
    area = view.bar_area(placed, body.left())
    if area.right() < body.left() or area.left() > body.right():
        return
    event, tone = placed.event, tone_of(placed.event)
    now = body.left() + scene.board.scale.middle(scene.today)
    ink, over = theme().color("ink"), theme().color("accent-ink")
    if event.shape is Shape.GAP:
        _paint_gap(p, area, tone)
        ink = tone
    elif event.certainty is Certainty.PROPOSED:
        paint_uncertain(p, area, tone)
        ink = theme().color("quiet")
    else:
        paint_bar(p, area, tone, now)
        if event.tone is Tone.NOTE:
            over = theme().color("surface")
    _paint_ends(p, area, event, now)
    seen = area.intersected(body)
    if event.open_start and area.left() >= body.left():
        seen.setLeft(seen.left() + FADE / 2)
    if seen.width() >= NARROW:
        solid = event.shape is Shape.BAR and event.certainty is not Certainty.PROPOSED
        _paint_bar_word(p, seen, placed, (ink, over, now if solid else -1e9))


def _paint_bar_word(
    p: QPainter, seen: QRectF, placed: Placed, inks: tuple[QColor, QColor, float]
) -> None:
    """On the solid part in the ink for it, on the tint in the common one."""
    ink, over, now = inks
    more = f" +{len(placed.events) - 1}" if len(placed.events) > 1 else ""
    pad = 10 if seen.width() > 60 else 4
    room = seen.adjusted(pad, 0, -pad + 2, 0)
    fitted = elided(f"{placed.event.word}{more}", BAR_WORD, room.width())
    if fitted.endswith("…") and placed.event.short:
        fitted = elided(f"{placed.event.short}{more}", BAR_WORD, room.width())
    p.setFont(theme().font(*BAR_WORD))
    for left, right, color in (
        (seen.left(), min(now, seen.right()), over),
        (max(now, seen.left()), seen.right(), ink),
    ):
        if right > left:
            p.save()
            p.setClipRect(
                QRectF(left, seen.top(), right - left, seen.height()),
                Qt.ClipOperation.IntersectClip,
            )
            p.setPen(color)
            p.drawText(room, LINE[LEFT_AND_MIDDLE], fitted)
            p.restore()


def _paint_gap(p: QPainter, area: QRectF, tone: QColor) -> None:
    """Hatched, so that what fails is told by more than colour."""
    paint_uncertain(p, area, tone, 0.05)
    soft = QColor(tone)
    soft.setAlphaF(0.28)
    p.save()
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QBrush(soft, Qt.BrushStyle.BDiagPattern))
    p.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
    p.restore()


def _paint_ends(p: QPainter, area: QRectF, event: TimelineEvent, now: float) -> None:
    """An end that is not known fades into the ground."""
    wide = min(float(FADE), area.width() / 2)
    for is_open, x, inward in (
        (event.open_start, area.left(), 1.0),
        (event.open_end, area.right(), -1.0),
    ):
        if not is_open:
            continue
        ground = theme().color("sunken" if x < now else "surface")
        clear = QColor(ground)
        clear.setAlphaF(0.0)
        fade = QLinearGradient(x, 0, x + inward * wide, 0)
        fade.setColorAt(0.0, ground)
        fade.setColorAt(1.0, clear)
        left = x - 1 if inward > 0 else x - wide
        p.fillRect(QRectF(left, area.top() - 1, wide + 1, area.height() + 2), fade)


def _paint_mark(p: QPainter, scene: Scene, view: LaneView, placed: Placed) -> None:
    left = scene.board.body.left()
    area = view.mark_area(placed, left)
    if not left <= area.center().x() <= scene.board.body.right():
        return
    if len(placed.events) == 1:
        paint_sign(p, area, placed.event)
    else:
        _paint_many(p, area, placed)
    if placed.label is not None:
        place = label_area(view, placed, left)
        if not placed.label.below:  # the line of the lane stops for a word
            passed = place.right() < left + scene.board.scale.middle(scene.today)
            p.fillRect(place, theme().color("sunken" if passed else "surface"))
        place.setRight(place.right() + 6)
        chosen = scene.focused and any(event.key == scene.chosen for event in placed.events)
        line(p, place, placed.label.text, WORD, "ink" if chosen else "quiet")


def _paint_many(p: QPainter, area: QRectF, placed: Placed) -> None:
    """Some moments that fall together: their number, in the tone of the gravest."""
    look = theme()
    grave = min(placed.events, key=lambda one: _GRAVITY.index(one.tone))
    tone = tone_of(grave)
    behind = area.translated(3, 0)
    rounded(p, behind.adjusted(1, 1, -1, -1), area.height() / 2, look.color("surface"), tone, 1.2)
    rounded(p, area, area.height() / 2, look.color("surface"), tone, 1.6)
    face = look.font("small", 600, True)
    wide = QFontMetricsF(face).horizontalAdvance("99")
    count = len(placed.events)
    text = str(count) if count < 100 or wide * 1.5 < area.width() else "99"
    text_at(p, area, text, face, tone, CENTER, elide=False)


_GRAVITY = (
    *(Tone.LATE, Tone.DUE, Tone.NOTE, Tone.DONE, Tone.ACCENT),
    *(Tone.MANDATE, Tone.CERTIFICATE, Tone.WAIT),
)


def _paint_rings(p: QPainter, scene: Scene) -> None:
    """Round what the keyboard is on, and softly round what lies under the mouse."""
    look, board = theme(), scene.board
    for key, strong in ((scene.hovered, False), (scene.chosen, True)):
        if not key or (strong and not scene.focused):
            continue
        area = board.area_of(key)
        if area is None:
            continue
        placed = board.placed_of(key)
        moment = placed is not None and placed.event.moment
        if not moment:  # round what is in sight of it
            area = area.intersected(board.body.adjusted(2, 0, -2, 0))
        grown = area.adjusted(-3.5, -3.5, 3.5, 3.5)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(look.color("focus" if strong else "control"), 2.0 if strong else 1.2))
        if moment:
            p.drawEllipse(grown)
        else:
            p.drawRoundedRect(grown.adjusted(1, 1, -1, -1), 9, 9)
