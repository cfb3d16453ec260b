"""A list of two-line rows in groups: icon or check circle, badge, and a figure to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.kernel.text import _
from ui.kit.cell_view import paint_own_ground, stand_somewhere
from ui.kit.row_paint import (
    INSET,
    Group,
    Row,
    RowLook,
    group_height,
    lead_area,
    paint_group,
    paint_row,
    row_height,
)
from ui.kit.theme import themes

Index = QModelIndex | QPersistentModelIndex
Item = Row | Group

__all__ = ["Group", "Row", "RowList"]


class RowList(QListView):
    """`compact` puts the badge on the second line, for narrow lists. Groups are passed over."""

    chosen = Signal(object)
    """Payload of the row the list now stands on."""
    opened = Signal(object)
    """Payload of the row that Enter or a double click fell on."""
    checked = Signal(object)
    """Payload of the row whose circle was clicked, or on which Space was pressed."""

    def __init__(
        self,
        rows: Sequence[Item] = (),
        parent: QWidget | None = None,
        *,
        compact: bool = False,
        inset: int = INSET,
        fit: bool = False,
    ) -> None:
        super().__init__(parent)
        self.compact, self.inset, self._fit = compact, inset, fit
        self.rows = _Rows(rows, self)
        self._painter = _RowDelegate(self)
        self._told: Any = None
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        paint_own_ground(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)
        themes.changed.connect(self._fit_look)
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit_look()

    @property
    def current(self) -> Any:
        """Payload of the row the list stands on, or nothing."""
        item = self.rows.item(self.currentIndex().row())
        return item.payload if isinstance(item, Row) else None

    def set_rows(self, rows: Sequence[Item]) -> None:
        """Show these instead; selection and scroll stay where the payload is still there."""
        if self.rows.refresh(rows):
            return
        kept = self.verticalScrollBar().value()
        self.rows.set_rows(rows)
        self._fit_look()
        self.doItemsLayout()
        if self._told is not None and not self._stand_on(self._told):
            self._told = None
        self.verticalScrollBar().setValue(kept)

    def set_row(self, row: Row) -> None:
        """Show this in place of the row with the same payload; nothing else moves."""
        for number, item in enumerate(self.rows.items):
            if isinstance(item, Row) and item.payload == row.payload:
                self.rows.replace(number, row)
                return

    def choose(self, payload: Any) -> bool:
        """Stand on the row with this payload; False when there is none."""
        found = self._stand_on(payload)
        if found:
            self.scrollTo(self.currentIndex())
        return found

    def sizeHint(self) -> QSize:
        if not self._fit:
            return super().sizeHint()
        tall = sum(self._painter.height(item) for item in self.rows.items)
        return QSize(super().sizeHint().width(), tall + 2)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Other words or signs in rows as tall as before: a list view would lay all out again."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        payload = self.current
        if payload is not None and payload != self._told:
            self._told = payload
            self.chosen.emit(payload)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.rows.item(self.currentIndex().row())
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if item is not None:
                self._open(self.currentIndex())
            case Qt.Key.Key_Space if isinstance(item, Row) and item.checkable:
                self.checked.emit(item.payload)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._to_end(event.key() == Qt.Key.Key_Home)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        spot = event.position()
        index = self.indexAt(spot.toPoint())
        item = self.rows.item(index.row()) if index.isValid() else None
        if isinstance(item, Row) and item.checkable:
            area = lead_area(self.visualRect(index).toRectF(), self.inset)
            if area.contains(spot):
                self.checked.emit(item.payload)

    def wheelEvent(self, event: Any) -> None:
        if self._fit:
            event.ignore()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        rows = (n for n, item in enumerate(self.rows.items) if isinstance(item, Row))
        stand_somewhere(self, event, self.rows.index(next(rows, -1)))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        item = self.rows.item(index.row())
        if isinstance(item, Row):
            self.opened.emit(item.payload)

    def _stand_on(self, payload: Any) -> bool:
        for number, item in enumerate(self.rows.items):
            if isinstance(item, Row) and item.payload == payload:
                self._told = payload
                self.selectionModel().setCurrentIndex(
                    self.rows.index(number), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                return True
        return False

    def _to_end(self, first: bool) -> None:
        numbers = [n for n, item in enumerate(self.rows.items) if isinstance(item, Row)]
        if numbers:
            self.setCurrentIndex(self.rows.index(numbers[0 if first else -1]))
        if first:
            self.verticalScrollBar().setValue(0)

    def _fit_look(self) -> None:
        self.scheduleDelayedItemsLayout()
        if self._fit:
            self.setFixedHeight(self.sizeHint().height())


class _Rows(QAbstractListModel):
    def __init__(self, rows: Sequence[Item], parent: RowList) -> None:
        super().__init__(parent)
        self.items: list[Item] = list(rows)

    def set_rows(self, rows: Sequence[Item]) -> None:
        self.beginResetModel()
        self.items = list(rows)
        self.endResetModel()

    def refresh(self, rows: Sequence[Item]) -> bool:
        """Show the same rows with other words or signs, in place; False when they are not.

        A tick in a list of thousands then moves nothing and lays nothing out.
        """
        if len(rows) != len(self.items) or not rows:
            return False
        pairs = list(zip(self.items, rows, strict=True))
        if any(not _same_row(old, new) for old, new in pairs):
            return False
        changed = [number for number, (old, new) in enumerate(pairs) if old != new]
        self.items = list(rows)
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        return True

    def replace(self, number: int, row: Row) -> None:
        self.items[number] = row
        self.dataChanged.emit(self.index(number), self.index(number))

    def item(self, number: int) -> Item | None:
        return self.items[number] if 0 <= number < len(self.items) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index.row())
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(item)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.item(index.row()), Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def height(self, item: Item | None) -> int:
        return group_height() if isinstance(item, Group) else row_height(self._view.compact)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self.height(self._view.rows.item(index.row())))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, rows, number = self._view, self._view.rows, index.row()
        item, below = rows.item(number), rows.item(number + 1)
        area = option.rect.toRectF()
        p.save()
        if isinstance(item, Group):
            paint_group(p, area, item, view.inset)
        elif isinstance(item, Row):
            look = RowLook(
                selected=bool(option.state & QStyle.StateFlag.State_Selected),
                hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
                ringed=view.hasFocus() and number == view.currentIndex().row(),
                ruled=isinstance(below, Row),
                compact=view.compact,
                inset=view.inset,
            )
            paint_row(p, area, item, look)
        p.restore()


def _same_row(old: Item, new: Item) -> bool:
    if isinstance(old, Row) and isinstance(new, Row):
        return bool(old.payload == new.payload)
    return type(old) is type(new)


def _spoken(item: Item) -> str:
    if isinstance(item, Group):
        return f"{item.title}, {item.count}"
    lead = {"open": _("not ticked off"), "done": _("ticked off")}.get(item.lead, "")
    badge = item.badge[1] if item.badge else ""
    parts = (item.title, item.sub, lead, badge, item.meta, item.meta_sub)
    return ", ".join(part for part in parts if part)
