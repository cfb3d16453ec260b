"""The table of coverage: a strip of years for each kind, told by hovering and by the arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip, QWidget

from models.actions.values import KIND_WORDS, ActionKind
from models.coverage import rules
from models.coverage.rules.saying import kind_silence
from models.coverage.values import KINDS, CoverageRow, KindCoverage, Target
from models.kernel.text import _
from ui.kit.base import announce
from ui.kit.cell_view import CellDelegate
from ui.kit.cells import PAD as CELL_PAD
from ui.kit.cells import advance
from ui.kit.coverage_strip import (
    paint_cell_ring,
    paint_strip,
    strip_width,
    year_at,
)
from ui.kit.heading import ORDERED
from ui.kit.record_table import RecordTable
from ui.kit.record_view import RecordView

PAD = 8
Index = QModelIndex | QPersistentModelIndex


class CoverageView(RecordView):
    """Left and right go from cell to cell in the row the table stands on."""

    told = Signal(str)
    """What is in the cell under the mouse, or under the keyboard; empty when in none."""

    def __init__(self, table: RecordTable[CoverageRow], parent: QWidget | None = None) -> None:
        self._rows = table
        self._cell: tuple[int, int] | None = None
        self._pointed = ""
        self.targets: dict[ActionKind, Target] = {}
        self.first_strip = [column.kind for column in table.columns].index("strip")
        super().__init__(table, parent)
        self._strips = _StripDelegate(self)
        self.setItemDelegate(self._strips)
        self.setMouseTracking(True)

    def record(self, row: int) -> CoverageRow | None:
        """The centre on this row, or nothing while it is on its way."""
        return self._rows.record(row)

    def strip_area(self, cell: QRectF) -> QRectF:
        """Where the cells lie inside the cell of the table: equally wide in every column."""
        wide = min(cell.width(), float(self.columnWidth(self.first_strip)))
        return QRectF(cell.left() + PAD, cell.top(), wide - 2 * PAD, cell.height())

    def ring_at(self, row: int, column: int) -> int | None:
        """The year under the keyboard, when it stands in this cell of the table."""
        if self._cell is None or not self.hasFocus() or row != self.currentIndex().row():
            return None
        kind, year = self._cell
        return year if kind == column - self.first_strip else None

    def words(self, row: int, kind: int, year: int) -> str:
        """A cell of a strip, in words."""
        record = self.record(row)
        if record is None or record.coverage is None or year >= len(record.coverage.years):
            return ""
        one = record.coverage.kinds[kind]
        target = self.targets.get(one.kind, Target())
        told = rules.cell_words(one, record.coverage.years[year], target)
        return f"{_(KIND_WORDS[one.kind].many)}, {told}. {_silent(one)}".strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self._step(step)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._tell_cell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        said = self._words_at(event.position().toPoint())
        if said != self._pointed:
            self._pointed = said
            self.told.emit(said)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words_at(event.pos()), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave and self._pointed:
            self._pointed = ""
            self._tell_cell()
        return super().viewportEvent(event)

    def _wish(self, column: int) -> tuple[float, float, float]:
        if self.tracks[column].kind != "strip" or column in self._given:
            return super()._wish(column)
        head = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        least = max(strip_width() + 2 * PAD, advance(head, ORDERED) + 2 * CELL_PAD + 2)
        return least, least, strip_width() * 1.6 + 2 * PAD

    def _words_at(self, place: QPoint) -> str:
        index = self.indexAt(place)
        kind = index.column() - self.first_strip
        if not index.isValid() or not 0 <= kind < len(KINDS):
            return ""
        record = self.record(index.row())
        if record is None or record.coverage is None:
            return ""
        area = self.strip_area(QRectF(self.visualRect(index)))
        at = year_at(area, len(record.coverage.years), place.x())
        return "" if at is None else self.words(index.row(), kind, at)

    def _step(self, step: int) -> None:
        """To the next cell, over the edge of a strip into the strip beside it."""
        row = self.currentIndex().row()
        record = self.record(row) if row >= 0 else None
        if record is None or record.coverage is None:
            return
        years = len(record.coverage.years)
        now = -1 if self._cell is None else self._cell[0] * years + min(self._cell[1], years - 1)
        then = min(len(KINDS) * years - 1, max(0, now + step))
        self._cell = divmod(then, years)
        self.scrollTo(self.currentIndex())
        self._tell_cell()
        self.viewport().update()

    def _tell_cell(self) -> None:
        row = self.currentIndex().row()
        said = self.words(row, *self._cell) if self._cell is not None and row >= 0 else ""
        record = self.record(row) if said else None
        if record is not None:
            announce(self, f"{record.name}. {said}")
        self.told.emit(said)


class _StripDelegate(CellDelegate):
    def __init__(self, view: CoverageView) -> None:
        super().__init__(view)
        self._table = view

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        kind = column - self._table.first_strip
        record = self._table.record(row) if 0 <= kind < len(KINDS) else None
        if record is None:
            super().paint(p, option, index)
        elif record.coverage is not None:
            area = self._table.strip_area(QRectF(option.rect))
            paint_strip(p, area, record.coverage, KINDS[kind])
            at = self._table.ring_at(row, column)
            if at is not None:
                paint_cell_ring(p, area, len(record.coverage.years), at)


def _silent(one: KindCoverage) -> str:
    said = kind_silence(one)
    return f"{said[:1].upper()}{said[1:]}." if said else ""
