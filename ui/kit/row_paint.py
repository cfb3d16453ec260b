"""What a row of a RowList shows, and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from models.kernel.wording import thousands
from ui.kit.badge import badge_width, paint_badge
from ui.kit.cells import SECOND, TITLE, Style, advance, line, line_heights
from ui.kit.icons import paint_icon
from ui.kit.paint import RIGHT, check_circle, focus_ring, rounded
from ui.kit.theme import theme

INSET = 8
PAD = 12
LEAD = 32
"""Room for an icon or a circle and the air behind it."""

LEAST_TITLE = 110
"""What a badge beside a title leaves of it; under that it goes to the second line."""

META: Style = ("body", 500, True)
SMALL_META: Style = ("small", 500, True)
GROUP: Style = ("body", 600, False)


@dataclass(frozen=True, slots=True)
class Row:
    """Two lines. `lead` is 'open' or 'done' (a circle), 'icon:<name>' or ''; `badge` is
    (state, word); `meta` stands to the right; `payload` is what `chosen` and `opened` tell.
    """

    title: str
    sub: str = ""
    lead: str = ""
    badge: tuple[str, str] | None = None
    meta: str = ""
    meta_tone: str = "quiet"
    meta_sub: str = ""
    payload: Any = None

    @property
    def checkable(self) -> bool:
        """Whether a circle stands before it."""
        return self.lead in ("open", "done")


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and how many rows stand under it."""

    title: str
    count: int
    tone: str = "ink"


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a row is painted this time."""

    selected: bool = False
    hovered: bool = False
    ringed: bool = False
    ruled: bool = False
    """A line under it: another row follows."""
    compact: bool = False
    inset: int = INSET


def row_height(compact: bool = False) -> int:
    """56 pixels at 100 %, 60 for narrow lists."""
    title, sub = line_heights()
    return title + sub + (22 if compact else 18)


def group_height() -> int:
    """44 pixels at 100 %."""
    return theme().line("body") + 27


def lead_area(area: QRectF, inset: int) -> QRectF:
    """Where the circle of a row can be clicked."""
    return QRectF(area.left() + inset, area.top(), PAD + LEAD - 4, area.height())


def paint_group(p: QPainter, area: QRectF, group: Group, inset: int) -> None:
    """The title of a group, and the number of its rows."""
    left = area.left() + inset + PAD
    room = QRectF(left, area.top() + 10, area.width() - inset - PAD, area.height() - 10)
    line(p, room, group.title, GROUP, group.tone)
    used = advance(group.title, GROUP)
    line(p, room.adjusted(used + 8, 0, 0, 0), thousands(group.count), SMALL_META, "faint")


def paint_row(p: QPainter, area: QRectF, row: Row, look: RowLook) -> None:
    """Ground, lead, the two lines and what stands to their right."""
    box = area.adjusted(look.inset, 1, -look.inset, -1)
    _paint_ground(p, box, row, look)
    title, sub = line_heights()
    compact = look.compact or _cramped(row, box)
    single = not (row.sub or row.meta_sub or (compact and row.badge))
    top = box.center().y() - (title if single else title + sub) / 2
    first = QRectF(box.left() + PAD, top, box.width() - 2 * PAD, title)
    second = QRectF(first.left(), top + title, first.width(), sub)
    if row.lead:
        _paint_lead(p, first, row, look.selected)
        first.setLeft(first.left() + LEAD)
        second.setLeft(second.left() + LEAD)
    if compact:
        _paint_right_compact(p, first, second, row)
    else:
        _paint_right(p, box, first, second, row)
    done = row.lead == "done"
    line(p, first, row.title, TITLE, "faint" if done else "ink")
    line(p, second, row.sub, SECOND, "faint" if done else "quiet")


def _paint_ground(p: QPainter, box: QRectF, row: Row, look: RowLook) -> None:
    t = theme()
    radius = t.radius("control")
    if look.selected:
        edge = t.color("accent") if t.contrast else None
        rounded(p, box, radius, t.color("selected"), edge)
    elif look.hovered:
        rounded(p, box, radius, t.color("hover"))
    elif look.ruled:
        left = PAD + (LEAD if row.lead else 0)
        under = QRectF(box.left() + left, box.bottom() + 0.5, box.width() - left - PAD, 1)
        p.fillRect(under, t.color("line", 0.8))
    if look.ringed:
        focus_ring(p, box, radius)


def _paint_lead(p: QPainter, first: QRectF, row: Row, selected: bool) -> None:
    middle = first.center().y()
    if row.checkable:
        check_circle(p, QPointF(first.left() + 9, middle), 8.5, row.lead == "done")
    elif row.lead.startswith("icon:"):
        tone = theme().color("accent" if selected else "quiet")
        paint_icon(p, row.lead[5:], tone, QRectF(first.left(), middle - 9, 18, 18))


def _meta_width(row: Row, box: QRectF) -> float:
    column = max(104.0 * theme().scale, advance(row.meta, META) + 2)
    return min(column, box.width() / 3)


def _cramped(row: Row, box: QRectF) -> bool:
    """Whether a badge on its ground would leave the title too little: large text, a small list."""
    if row.badge is None or row.meta_sub:
        return False
    left = box.width() - 2 * PAD - (LEAD if row.lead else 0) - badge_width(*row.badge) - 14
    if row.meta:
        left -= _meta_width(row, box) + 12
    return left < min(advance(row.title, TITLE), LEAST_TITLE * theme().scale)


def _paint_right(p: QPainter, box: QRectF, first: QRectF, second: QRectF, row: Row) -> None:
    """Meta in a column of its own, the badge before it; both lines end before them."""
    right = first.right()
    if row.meta or row.meta_sub:
        column = _meta_width(row, box)
        meta = QRectF(right - column, first.top(), column, first.height())
        if row.badge is not None and not row.meta_sub:
            meta.moveCenter(QPointF(meta.center().x(), box.center().y()))
        line(p, meta, row.meta, META, row.meta_tone, RIGHT)
        below = QRectF(right - column, second.top(), column, second.height())
        line(p, below, row.meta_sub, SECOND, "faint", RIGHT)
        right -= column + 12
    if row.badge is not None:
        width = badge_width(*row.badge)
        paint_badge(p, right - width, box.center().y(), *row.badge)
        right -= width + 14
    first.setRight(right)
    second.setRight(right)


def _paint_right_compact(p: QPainter, first: QRectF, second: QRectF, row: Row) -> None:
    """Meta on the first line, the badge without ground on the second."""
    if row.meta:
        line(p, first, row.meta, SMALL_META, row.meta_tone, RIGHT)
        first.setRight(first.right() - advance(row.meta, SMALL_META) - 10)
    if row.badge is not None:
        width = badge_width(*row.badge, True)
        paint_badge(p, second.right() - width, second.center().y(), *row.badge, True)
        second.setRight(second.right() - width - 10)
