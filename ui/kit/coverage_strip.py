"""The years of a mandate as a strip of cells: how often, too little, still to come."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from models.actions.values import KIND_WORDS, ActionKind
from models.coverage import rules
from models.coverage.values import KINDS, Coverage, MandateYear, Target, YearCell, YearState
from models.kernel.text import _
from ui.kit.base import announce
from ui.kit.paint import CENTER, focus_ring, rounded, text_at
from ui.kit.theme import theme, themes

AIR, MOST = 7, 24.0
"""Pixels beside a digit, and how wide a cell is at the most, at 100 %."""
TALL = 24
GAP = 2.0
NONE, MANY = "·", "9+"
KEPT = 2048
_DEPTHS = (0.0, 0.16, 0.28, 0.4)
"""How deep the ground of a cell is, by how often."""

_pictures: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()


def strip_width(years: int = rules.YEARS) -> int:
    """The least room that a strip asks for."""
    return (theme().width("8", "small", 600, True) + AIR) * years


def cell_width(area: QRectF, years: int) -> float:
    """How wide the cells are in this room."""
    return min(theme().px(MOST), area.width() / max(1, years))


def year_at(area: QRectF, years: int, x: float) -> int | None:
    """The place of the cell at `x`, counted from zero."""
    at = int((x - area.left()) // cell_width(area, years))
    return at if x >= area.left() and at < years else None


def paint_strip(p: QPainter, area: QRectF, coverage: Coverage, kind: ActionKind) -> None:
    """The cells of one kind, in the middle of the area, from its left edge on.

    Equal strips are drawn once and kept as a picture.
    """
    years, cells = coverage.years, coverage.of(kind).cells
    wide, tall = cell_width(area, len(years)), float(theme().px(TALL))
    ratio = p.device().devicePixelRatio() if p.device() is not None else 1.0
    shape = tuple(
        (year.state, cell.count, cell.planned, cell.short)
        for year, cell in zip(years, cells, strict=True)
    )
    key = (shape, round(wide * 4), tall, ratio)
    picture = _pictures.get(key)
    if picture is None:
        picture = _drawn(years, cells, wide, tall, ratio)
        _pictures[key] = picture
        if len(_pictures) > KEPT:
            _pictures.popitem(last=False)
    p.drawPixmap(QPointF(round(area.left()), round(area.center().y() - tall / 2)), picture)


def paint_cell_ring(p: QPainter, area: QRectF, years: int, at: int) -> None:
    """The ring of the keyboard round one cell."""
    wide, tall = cell_width(area, years), float(theme().px(TALL))
    left, top = round(area.left()) + at * wide, round(area.center().y() - tall / 2)
    focus_ring(p, QRectF(left - 1, top - 2, wide, tall + 4), 5)


def _drawn(
    years: tuple[MandateYear, ...],
    cells: tuple[YearCell, ...],
    wide: float,
    tall: float,
    ratio: float,
) -> QPixmap:
    picture = QPixmap(round((wide * len(years) + 2) * ratio), round(tall * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    p = QPainter(picture)
    for at, (year, cell) in enumerate(zip(years, cells, strict=True)):
        sample_cell(p, QRectF(at * wide, 0, wide - GAP, tall), year.state, cell)
    p.end()
    return picture


def sample_cell(p: QPainter, box: QRectF, state: YearState, cell: YearCell) -> None:
    """One cell alone, as it stands in a strip and in a legend."""
    look = theme()
    if state is YearState.OUTSIDE:
        p.fillRect(QRectF(box.left() + 2, box.center().y(), box.width() - 4, 1), look.color("edge"))
        return
    if cell.short:
        foot = QRectF(box.left() + 2, box.bottom() - 3, box.width() - 4, 2.5)
        p.fillRect(foot, look.color("due-fill"))
    elif cell.count:
        depth = _DEPTHS[min(cell.count, len(_DEPTHS) - 1)]
        edge = look.color("ink") if look.contrast else None
        rounded(p, box, 4, look.color("bar-mandate", depth), edge)
    if state is YearState.CURRENT:
        rounded(p, box, 4, None, look.color("accent"), 1.4)
    elif state is YearState.FUTURE:
        rounded(p, box, 4, None, look.color("edge"))
    _paint_sign(p, box, state, cell)


def _paint_sign(p: QPainter, box: QRectF, state: YearState, cell: YearCell) -> None:
    """A number, a dot for none, a ring for what is planned: told by shape, not by colour."""
    look = theme()
    if cell.count or cell.short:
        word = str(cell.count) if cell.count < 10 else MANY
        tone = "due" if cell.short else "ink"
        text_at(p, box, word, look.font("small", 600, True), look.color(tone), CENTER, elide=False)
    elif cell.planned:
        p.setPen(QPen(look.color("accent"), 1.5))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawEllipse(box.center(), 3.2, 3.2)
    elif state is not YearState.FUTURE:
        text_at(p, box, NONE, look.font("small", 600), look.color("faint"), CENTER, elide=False)


class CoverageStrip(QWidget):
    """One kind of action over the years of a mandate; arrows go from year to year, and say it."""

    def __init__(self, kind: ActionKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._target, self._at = kind, Target(), 0
        self._coverage: Coverage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_(KIND_WORDS[kind].many))

    def show_coverage(self, coverage: Coverage | None, target: Target = Target()) -> None:
        """Show this mandate; None when the centre has none."""
        self._coverage, self._target = coverage, target
        self._at = min(self._at, len(coverage.years) - 1) if coverage else 0
        self.setAccessibleDescription(self.words())
        self.updateGeometry()
        self.update()

    def words(self, at: int | None = None) -> str:
        """What is in the cell of a year, or in the one the keyboard stands on."""
        if self._coverage is None:
            return _("no mandate")
        year = self._coverage.years[self._at if at is None else at]
        return rules.cell_words(self._coverage.of(self._kind), year, self._target)

    def sizeHint(self) -> QSize:
        years = len(self._coverage.years) if self._coverage else rules.YEARS
        return QSize(theme().px(MOST) * years + 4, theme().px(TALL) + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(strip_width(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._coverage is None:
            return
        p, area = QPainter(self), self._area()
        paint_strip(p, area, self._coverage, self._kind)
        if self.hasFocus():
            paint_cell_ring(p, area, len(self._coverage.years), self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step or self._coverage is None:
            super().keyPressEvent(event)
            return
        self._at = min(len(self._coverage.years) - 1, max(0, self._at + step))
        self.setAccessibleDescription(self.words())
        announce(self, self.words())
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event)
            return True
        return super().event(event)

    def _tell(self, event: QHelpEvent) -> None:
        years = len(self._coverage.years) if self._coverage else 0
        at = year_at(self._area(), years, event.pos().x()) if years else None
        QToolTip.showText(event.globalPos(), self.words(at) if at is not None else "", self)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(2, 0, -2, 0)


def strips() -> list[CoverageStrip]:
    """One strip for each kind, in the order of KINDS."""
    return [CoverageStrip(kind) for kind in KINDS]


themes.changed.connect(_pictures.clear)
