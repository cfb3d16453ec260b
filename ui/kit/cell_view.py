"""The table on the screen: painted cells, hover, selected ground, focus ring, fitted columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.kit.cells import PAD, Face, advance, character, paint_face, paint_waiting, row_height
from ui.kit.heading import ARROW, ORDERED, Heading
from ui.kit.paint import focus_ring, rounded
from ui.kit.theme import theme, themes

Index = QModelIndex | QPersistentModelIndex

ELASTIC = {"two": (0.5, 1.8), "text": (0.5, 1.8), "badge": (1.0, 1.4)}
"""How far a kind of column may shrink and stretch; the others hardly."""


BESIDE = {"badge": 36}
"""Pixels a kind needs beside its words: the icon and the ground of a badge."""


class Track(Protocol):
    """What a view must know of a column; controllers.columns.Column is one."""

    @property
    def label(self) -> str:
        """The heading."""

    @property
    def width(self) -> int:
        """The wished width, in characters."""

    @property
    def kind(self) -> str:
        """`two`, `text`, `badge`, `date` or `number`."""


class CellTableModel(QAbstractTableModel):
    """A table that can say what a cell looks like, without a trip through roles."""

    @property
    def columns(self) -> Sequence[Track]:
        """From left to right."""
        raise NotImplementedError

    def face(self, row: int, column: int) -> Face | None:
        """What to paint, or nothing while it is on its way."""
        raise NotImplementedError


def fitted(room: float, wishes: Sequence[tuple[float, float, float]]) -> list[int]:
    """Share `room` among columns of (least, wished, most) pixels; what nobody wants stays over."""
    widths = [wished for _least, wished, _most in wishes]
    spare = room - sum(widths)
    limits = [most if spare > 0 else least for least, _wished, most in wishes]
    slack = sum(abs(limit - width) for limit, width in zip(limits, widths, strict=True))
    part = min(1.0, abs(spare) / slack) if slack else 0.0
    widths = [w + (limit - w) * part for w, limit in zip(widths, limits, strict=True)]
    if sum(widths) > room > 0:
        widths = [width * room / sum(widths) for width in widths]
    return [int(width) for width in widths]


def paint_own_ground(view: QAbstractItemView) -> None:
    """The delegate rounds the ground of a selected row: neither sheet nor style may fill it."""
    view.setProperty("painted", True)
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
    view.setPalette(palette)


def stand_somewhere(view: QAbstractItemView, event: QFocusEvent, first: QModelIndex) -> None:
    """Take the focus on the first row when the list stood nowhere yet.

    Qt would make it current but not selected, and also just before a click on another row.
    """
    if not view.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
        view.setCurrentIndex(first)
    if view.currentIndex().isValid():
        QAbstractItemView.focusInEvent(view, event)
    else:
        QAbstractScrollArea.focusInEvent(view, event)


class CellDelegate(QStyledItemDelegate):
    """Paints the words of one cell; asks the model for a face, not for roles."""

    def __init__(self, view: CellView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        cell = QRectF(option.rect)
        kind = self._view.tracks[column].kind
        face = self._view.cells.face(row, column)
        if face is None:
            paint_waiting(p, cell, kind, row)
        else:
            paint_face(p, cell, kind, face)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.columnWidth(index.column()), row_height())


class CellView(QTableView):
    """The common part of RecordView and CellTable: looks, hover, focus and widths."""

    def __init__(self, model: CellTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = model
        self.tracks = list(model.columns)
        self._hovered = -1
        self._given: dict[int, int] = {}
        self._fitting = False
        self._painter = CellDelegate(self)
        self.heading = Heading(self)
        self.setHorizontalHeader(self.heading)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self._furnish()
        self.heading.sectionResized.connect(self._keep_given)
        themes.changed.connect(self.fit_look)

    def hovered_row(self) -> int:
        """The row under the mouse, or -1."""
        return self._hovered

    def fit_columns(self) -> None:
        """Share the width among the columns by their measure."""
        wishes = [self._wish(column) for column in range(len(self.tracks))]
        room = self.viewport().width()
        widths = fitted(room, wishes)
        if self.tracks[-1].kind != "number":
            last = max(at for at in range(len(widths)) if not self.isColumnHidden(at))
            widths[last] += max(0, room - sum(widths))
        self._fitting = True
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._fitting = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds and lines go under the cells and the ring over them, once for a whole row."""
        p = QPainter(self.viewport())
        for row in self._rows_in(event.rect()):
            self._paint_ground(p, row)
        p.end()
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            p.begin(self.viewport())
            area = self._row_area(self.currentIndex().row())
            focus_ring(p, area.adjusted(0, 1, 0, -1), theme().radius("control"))
            p.end()

    def fit_look(self) -> None:
        """Take the measures of the theme's fonts again."""
        self.heading.fit_font()
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.fit_columns()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self._hovered >= 0:
            self._hover(self.rowAt(self.viewport().mapFromGlobal(self.cursor().pos()).y()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        stand_somewhere(self, event, self.cells.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            if self.currentIndex().isValid():
                self._open(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def _open(self, row: int) -> None:
        raise NotImplementedError

    def _furnish(self) -> None:
        paint_own_ground(self)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.heading.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.doubleClicked.connect(self._open_index)
        self.fit_look()

    def _open_index(self, index: QModelIndex) -> None:
        self._open(index.row())

    def _rows_in(self, area: QRect) -> range:
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        count = self.cells.rowCount()
        return range(max(0, first), (count - 1 if last < 0 else last) + 1) if count else range(0)

    def _row_area(self, row: int) -> QRectF:
        left, top = -self.heading.offset(), self.rowViewportPosition(row)
        return QRectF(left, top, self.heading.length(), self.rowHeight(row))

    def _paint_ground(self, p: QPainter, row: int) -> None:
        t, area = theme(), self._row_area(row)
        selected = self.selectionModel().isRowSelected(row, QModelIndex())
        if selected or row == self._hovered:
            edge = t.color("accent") if selected and t.contrast else None
            ground = t.color("selected" if selected else "hover")
            rounded(p, area.adjusted(0, 1, 0, -1), t.radius("control"), ground, edge)
        elif row + 1 < self.cells.rowCount():
            rule = QRectF(area.left() + PAD, area.bottom() - 1, area.width() - 2 * PAD, 1)
            p.fillRect(rule, t.color("line", 0.8))

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        earlier, self._hovered = self._hovered, row
        for each in (earlier, row):
            if each >= 0:
                top = self.rowViewportPosition(each)
                self.viewport().update(0, top, self.viewport().width(), self.rowHeight(each))

    def _keep_given(self, column: int, _earlier: int, width: int) -> None:
        """Somebody dragged the edge of a heading: from now on that is this column's measure."""
        if not self._fitting:
            self._given[column] = width

    def _wish(self, column: int) -> tuple[float, float, float]:
        if self.isColumnHidden(column):
            return 0.0, 0.0, 0.0
        if column in self._given:
            return (float(self._given[column]),) * 3
        track = self.tracks[column]
        head = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        least = advance(head, ORDERED) + ARROW + 4 + 2 * PAD
        wished = max(least, track.width * character() + 2 * PAD + BESIDE.get(track.kind, 0))
        shrink, stretch = ELASTIC.get(track.kind, (0.9, 1.3))
        return max(least, wished * shrink), wished, max(least, wished * stretch)
