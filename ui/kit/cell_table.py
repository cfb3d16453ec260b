"""A small table given whole: at most a few thousand rows, drawn like every other list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.cell_view import CellTableModel, CellView
from ui.kit.cells import Face, heading_alignment, row_height, said

Index = QModelIndex | QPersistentModelIndex

CellValue = str | int | float | date | tuple[str, str] | Face | None
"""`two`: (title, second line); `badge`: (state, word); the others: a plain value."""


@dataclass(frozen=True, slots=True)
class CellColumn:
    """`label` is already in Dutch, `width` in characters; kinds as in controllers.columns."""

    label: str
    kind: str = "text"
    width: int = 16


class CellTable(CellView):
    """Rows of ready values. With `fit` it is as tall as its rows and never scrolls."""

    opened = Signal(int)
    """Row number that Enter or a double click fell on."""
    chosen = Signal(int)
    """Row number the table now stands on."""

    def __init__(
        self,
        columns: Sequence[CellColumn],
        rows: Sequence[Sequence[CellValue]] = (),
        parent: QWidget | None = None,
        *,
        fit: bool = False,
    ) -> None:
        self._fit = fit
        self._model = _Cells(columns, rows)
        super().__init__(self._model, parent)
        self._model.setParent(self)
        self.heading.setSectionsClickable(False)
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._fit_height()

    def set_rows(self, rows: Sequence[Sequence[CellValue]]) -> None:
        """Show these instead. The row number the table stood on stays, when there still is one."""
        row = self.currentIndex().row()
        self._model.set_rows(rows)
        if 0 <= row < len(rows):
            self.setCurrentIndex(self._model.index(row, 0))
        self._fit_height()

    def sizeHint(self) -> QSize:
        if not self._fit:
            return super().sizeHint()
        tall = self.heading.height() + row_height() * self._model.rowCount() + 2
        return QSize(super().sizeHint().width(), tall)

    def fit_look(self) -> None:
        super().fit_look()
        self._fit_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A fitted table stands inside a scrolling page: it lets go of the keys it cannot use."""
        last = self._model.rowCount() - 1
        row = self.currentIndex().row()
        spent = (event.key() == Qt.Key.Key_Up and row <= 0) or (
            event.key() == Qt.Key.Key_Down and row >= last
        )
        if self._fit and spent and row >= 0:
            event.ignore()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: Any) -> None:
        if self._fit:
            event.ignore()
        else:
            super().wheelEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(current.row())

    def _open(self, row: int) -> None:
        self.opened.emit(row)

    def _fit_height(self) -> None:
        if self._fit:
            self.setFixedHeight(self.sizeHint().height())


class _Cells(CellTableModel):
    def __init__(self, columns: Sequence[CellColumn], rows: Sequence[Sequence[CellValue]]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows = self._faces(rows)

    @property
    def columns(self) -> Sequence[CellColumn]:
        return self._columns

    def set_rows(self, rows: Sequence[Sequence[CellValue]]) -> None:
        self.beginResetModel()
        self._rows = self._faces(rows)
        self.endResetModel()

    def face(self, row: int, column: int) -> Face:
        return self._rows[row][column]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        face = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return face.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._columns[index.column()].label}: {face.spoken}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return heading_alignment(self._columns[section].kind)
        return None

    def _faces(self, rows: Sequence[Sequence[CellValue]]) -> list[list[Face]]:
        kinds = [column.kind for column in self._columns]
        return [
            [_face(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in rows
        ]


def _face(value: CellValue, kind: str) -> Face:
    match value:
        case Face():
            return value
        case (first, second) if kind == "badge":
            return Face(str(second), state=str(first))
        case (first, second):
            return Face(str(first), str(second))
        case tuple():
            raise ValueError(value)
        case _:
            return Face(said(value, kind))
