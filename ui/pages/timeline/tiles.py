"""One row as a picture: its name, its bars and its signs, painted once and kept."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from models.kernel.wording import SHORT_MONTHS
from models.mandates.values import MandateState
from models.portfolio import rules
from models.portfolio.values import Piece, PieceKind, PortfolioRow
from models.timeline.rules import Scale, merged
from ui.kit.cells import SECOND, TITLE, line
from ui.kit.paint import LEFT, RIGHT
from ui.kit.theme import theme
from ui.kit.timeline_axis import TO_COME, paint_bar
from ui.pages.timeline.signs import SIDE, all_signs

ROW, BAR, THIN = 38, 13, 4
KEPT = 120
"""Rows kept as pictures: a few screens full."""
CLOSE = 3.0
"""Signs nearer to each other than this are drawn once."""
WORDED = 54
"""A bar narrower than this bears no number."""
QUIET_STATES = {
    MandateState.EXPIRED,
    MandateState.WITHDRAWN,
    MandateState.ENDED_VOLUNTARILY,
    MandateState.NONE,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """How rows lie: the room of the names, and of the days beside it, in pixels."""

    label: int
    field: int
    width: int
    scale: Scale
    today: int
    """As `date.toordinal`."""
    ratio: float = 1.0

    @property
    def now(self) -> float:
        """Where today lies, from the left edge of the row."""
        return self.field + (self.today + 0.5 - self.scale.start) * self.scale.per_day


def row_height() -> int:
    return theme().px(ROW)


class Tiles:
    """Pictures of rows, the least recently seen are let go."""

    def __init__(self) -> None:
        self._kept: OrderedDict[UUID, QPixmap] = OrderedDict()
        self._frame: Frame | None = None

    def fit(self, frame: Frame) -> None:
        """Another scale or width makes every picture worthless."""
        if frame != self._frame:
            self._frame = frame
            self._kept.clear()

    def forget(self) -> None:
        self._kept.clear()

    def ready(self, row: PortfolioRow) -> QPixmap | None:
        """The picture of a row, when it is already there."""
        found = self._kept.get(row.id)
        if found is not None:
            self._kept.move_to_end(row.id)
        return found

    def make(self, row: PortfolioRow, frame: Frame) -> QPixmap:
        tall = row_height()
        picture = QPixmap(round(frame.width * frame.ratio), round(tall * frame.ratio))
        picture.setDevicePixelRatio(frame.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        p = QPainter(picture)
        paint_row(p, row, frame)
        p.end()
        self._kept[row.id] = picture
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return picture


def paint_row(p: QPainter, row: PortfolioRow, frame: Frame) -> None:
    """A row at the top left of the painter, without ground."""
    tall = row_height()
    _paint_label(p, row, frame, tall)
    p.setClipRect(QRectF(frame.field, 0, frame.width - frame.field, tall))
    _paint_mandates(p, row, frame)
    _paint_certificates(p, row, frame)
    _paint_marks(p, row, frame)


def bar_top() -> float:
    return theme().px(5)


def thin_top() -> float:
    return bar_top() + theme().px(BAR) + theme().px(2)


def marks_middle() -> float:
    return thin_top() + theme().px(THIN) + theme().px(1) + theme().px(SIDE) / 2


def _paint_label(p: QPainter, row: PortfolioRow, frame: Frame, tall: int) -> None:
    until = _until(row)
    used = theme().width(until, *SECOND) + 10 if until else 0
    room = QRectF(12, 0, frame.label - 24, tall)
    tone = "quiet" if row.state in QUIET_STATES else "ink"
    line(p, room.adjusted(0, 0, -used, 0), row.name, TITLE, tone, LEFT)
    line(p, room, until, SECOND, _tone_of_end(row.state), RIGHT)


def _until(row: PortfolioRow) -> str:
    """Month and year of the last day: short, for it stands beside every name."""
    if row.end is None:
        return ""
    return f"{SHORT_MONTHS[row.end.month - 1]} {row.end.year}"


def _tone_of_end(state: MandateState) -> str:
    return {MandateState.ENDING: "due", MandateState.EXPIRED: "late"}.get(state, "faint")


def _paint_mandates(p: QPainter, row: PortfolioRow, frame: Frame) -> None:
    tone = theme().color("bar-mandate")
    top, tall = bar_top(), float(theme().px(BAR))
    for run in merged(((one.first, one.last, one) for one in row.mandates), frame.scale):
        left, right = frame.field + run.left, frame.field + run.right
        area = QRectF(left, top, max(2.0, right - left - 1), tall)
        paint_bar(p, area, tone, frame.now)
        seen = area.intersected(QRectF(frame.field, top, frame.width - frame.field, tall))
        if run.item.word:
            _paint_number(p, seen, frame.now, run.item.word)


def _paint_number(p: QPainter, seen: QRectF, now: float, word: str) -> None:
    """On the part that has passed or on the part to come, where there is room for it."""
    room = theme().px(WORDED)
    if now - seen.left() > room:
        left, right = seen.left() + 7, min(seen.right() - 5, now - 4)
        line(p, QRectF(left, seen.top(), right - left, seen.height()), word, SECOND, "accent-ink")
    elif seen.right() - max(now, seen.left()) > room:
        left, right = max(now, seen.left()) + 7, seen.right() - 5
        line(p, QRectF(left, seen.top(), right - left, seen.height()), word, SECOND, "ink")


def _paint_certificates(p: QPainter, row: PortfolioRow, frame: Frame) -> None:
    """Thin, beneath the mandate: where it is missing, the gap shows."""
    tone = theme().color("bar-cert")
    soft = QColor(tone)
    soft.setAlphaF(TO_COME + 0.14)
    top, tall = thin_top(), float(theme().px(THIN))
    for run in merged(((one.first, one.last, one) for one in row.certificates), frame.scale):
        left, right = (
            frame.field + run.left,
            max(frame.field + run.right - 1, frame.field + run.left + 2),
        )
        if run.item.kind is PieceKind.UNDATED:
            p.fillRect(QRectF(left, top, right - left, tall), soft)
            p.fillRect(QRectF(left, top + tall - 1, right - left, 1), tone)
            continue
        now = min(max(frame.now, left), right)
        p.fillRect(QRectF(left, top, now - left, tall), tone)
        p.fillRect(QRectF(now, top, right - now, tall), soft)


def _paint_marks(p: QPainter, row: PortfolioRow, frame: Frame) -> None:
    scale, half = frame.scale, theme().px(SIDE) / 2
    first, last = int(scale.start - 10), int(scale.start + scale.width / scale.per_day + 10)
    top, origin = marks_middle() - half, frame.field - half + (0.5 - scale.start) * scale.per_day
    signs, per_day = all_signs(frame.ratio), scale.per_day
    drawn = dict.fromkeys(signs, -99.0)
    for day, _last, kind, _word in rules.in_sight(row.marks, first, last):
        x = origin + day * per_day
        if x - drawn[kind] >= CLOSE:
            drawn[kind] = x
            p.drawPixmap(QPointF(x, top), signs[kind])


def piece_area(piece: Piece, frame: Frame) -> QRectF:
    """Where a piece lies in its row."""
    look, stretch = theme(), piece.kind in rules.STRETCHES
    left = frame.field + (piece.first - frame.scale.start) * frame.scale.per_day
    right = frame.field + (piece.last + 1 - frame.scale.start) * frame.scale.per_day
    if not stretch:
        half, middle = look.px(SIDE) / 2, (left + right) / 2
        return QRectF(middle - half, marks_middle() - half, 2 * half, 2 * half)
    mandate = piece.kind == "mandate"
    top, tall = (bar_top(), look.px(BAR)) if mandate else (thin_top(), look.px(THIN))
    return QRectF(left, top, max(2.0, right - left - 1), tall)
