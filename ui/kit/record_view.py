"""The list of a subject: any number of records, ordered by its heads, never losing your place."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from models.kernel.text import _
from ui.kit.cell_view import CellView, Index
from ui.kit.record_table import RecordTable

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class RecordView(CellView):
    """Shows a RecordTable. Ctrl+Shift with an arrow orders the rows; so does a click on a head."""

    chosen = Signal(object)
    """UUID of the record the list now stands on."""
    unchosen = Signal()
    """The record the list stood on is no longer in it."""
    opened = Signal(object)
    """UUID of the record that Enter or a double click fell on."""

    def __init__(
        self, table: RecordTable[Any], parent: QWidget | None = None, *, many: bool = False
    ) -> None:
        super().__init__(table, parent)
        self._table = table
        self._told: UUID | None = None
        self._place: tuple[UUID, int] | None = None
        if many:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.heading.setSectionsClickable(True)
        self.heading.sectionClicked.connect(self._order_by)
        self.heading.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.heading.customContextMenuRequested.connect(self._offer_orders)
        table.headerDataChanged.connect(self._show_order)
        table.modelAboutToBeReset.connect(self._keep_place)
        table.modelReset.connect(self._take_place)
        self._show_order()

    @property
    def current_id(self) -> UUID | None:
        """The record the list stands on."""
        row = self.currentIndex().row()
        return self._table.id_at(row) if row >= 0 else None

    def choose(self, id_: UUID) -> bool:
        """Stand on this record and bring it into sight; False when it is not in the list."""
        row = self._table.row_of(id_)
        if row is None:
            return False
        self.setCurrentIndex(self._table.index(row, 0))
        return True

    def show_column(self, key: str, shown: bool) -> None:
        """Show this column or leave its width to the others."""
        at = [column.key for column in self._table.columns].index(key)
        if self.isColumnHidden(at) is shown:
            self._fitting = True
            self.setColumnHidden(at, not shown)
            self.fit_columns()

    def chosen_ids(self) -> list[UUID]:
        """All selected records, in the order of the list."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(each) for each in range(selection.count())]
        rows = {row for each in ranges for row in range(each.top(), each.bottom() + 1)}
        return [self._table.id_at(row) for row in sorted(rows)]

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self._tell(self._table.id_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & BOTH == BOTH and self._order_with(event.key()):
            return
        super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        self.opened.emit(self._table.id_at(row))

    def _tell(self, id_: UUID | None) -> None:
        if id_ == self._told:
            return
        self._told = id_
        if id_ is None:
            self.unchosen.emit()
        else:
            self.chosen.emit(id_)

    def _ordered(self) -> tuple[int, bool] | None:
        order = self._table.order
        keys = [column.key for column in self._table.columns]
        return (keys.index(order[0]), order[1]) if order and order[0] in keys else None

    def _show_order(self) -> None:
        self.heading.show_order(self._ordered())

    def _order_by(self, column: int) -> None:
        """A second click on the same head turns the order round."""
        ordered = self._ordered()
        self._sort(column, ordered is not None and ordered == (column, False))

    def _sort(self, column: int, descending: bool) -> None:
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._table.sort(column, order)

    def _order_with(self, key: int) -> bool:
        column, descending = self._ordered() or (-1, False)
        last = len(self._table.columns) - 1
        match key:
            case Qt.Key.Key_Right:
                self._sort(min(last, column + 1), descending)
            case Qt.Key.Key_Left:
                self._sort(max(0, column - 1), descending)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._sort(max(0, column), key == Qt.Key.Key_Down)
            case _:
                return False
        return True

    def _offer_orders(self, place: QPoint) -> None:
        column = self.heading.logicalIndexAt(place)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for sentence, descending in ((_("First to last"), False), (_("Last to first"), True)):
            action = menu.addAction(sentence)
            action.setEnabled(column >= 0)
            action.setData((column, descending))
        menu.triggered.connect(self._order_from)
        menu.popup(self.heading.mapToGlobal(place))

    def _order_from(self, action: Any) -> None:
        self._sort(*action.data())

    def _keep_place(self) -> None:
        top = max(0, self.rowAt(0))
        anchor = self.currentIndex().row()
        if not 0 <= self.rowViewportPosition(anchor) < self.viewport().height():
            anchor = top
        self._place = None
        if 0 <= anchor < self._table.rowCount():
            self._place = (self._table.id_at(anchor), self.rowViewportPosition(anchor))

    def _take_place(self) -> None:
        row = self._table.row_of(self._told) if self._told is not None else None
        bar = self.verticalScrollBar()
        kept = bar.value()
        self.updateGeometries()
        if row is not None:
            self.selectionModel().setCurrentIndex(
                self._table.index(row, 0),
                self.selectionModel().SelectionFlag.ClearAndSelect
                | self.selectionModel().SelectionFlag.Rows,
            )
        else:
            self._tell(None)
        anchor = self._table.row_of(self._place[0]) if self._place is not None else None
        if anchor is not None and self._place is not None:
            bar.setValue(anchor * self.verticalHeader().defaultSectionSize() - self._place[1])
        else:
            bar.setValue(kept)
