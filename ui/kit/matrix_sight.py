"""The part of a matrix that is seen: frozen heads, scrolling, hover and tooltips."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from ui.kit.matrix_keys import Place
from ui.kit.matrix_layout import Layout, lay_out
from ui.kit.matrix_paint import Scene, paint_matrix
from ui.kit.matrix_values import OPEN, Earlier, MatrixCell, MatrixSection
from ui.kit.matrix_words import spoken_cell, spoken_column, spoken_question
from ui.kit.shares import Share
from ui.kit.theme import themes


class MatrixSight(QAbstractScrollArea):
    """Shows cells and knows where they are; what they mean is the matrix's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = Layout()
        self._cells: dict[tuple[str, UUID], MatrixCell] = {}
        self._earlier: Mapping[str, Earlier] = {}
        self._sections: Mapping[str, Share] = {}
        self._focus: Place | None = None
        self._hover: Place = (-1, -1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        themes.changed.connect(self._measure)

    def cell(self, question_key: str, column_id: UUID) -> MatrixCell:
        """What the matrix shows there; an open cell when nothing was said of it."""
        return self._cells.get((question_key, column_id), OPEN)

    def show_earlier(self, earlier: Mapping[str, Earlier]) -> None:
        """What stands beside the questions from the last time, by question key; nothing: none."""
        anew = bool(earlier) != bool(self._earlier)
        self._earlier = earlier
        if anew:
            self._measure()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self._place_at(event.position()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._set_hover((-1, -1))
        if event.type() == QEvent.Type.ToolTip:
            help_event = cast(QHelpEvent, event)
            QToolTip.showText(help_event.globalPos(), self._tip(help_event.pos().toPointF()), self)
            return True
        return super().viewportEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Shift the wheel goes along the dossiers."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.angleDelta().y():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y() * bar.singleStep() // 60)
            event.accept()
        else:
            super().wheelEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._focus is not None:
            self._bring_into_sight(self._focus)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Where one works: the row of the focus cell, in the viewport."""
        if query == Qt.InputMethodQuery.ImCursorRectangle and self._focus is not None:
            cell = self._scene().cell_area(*self._focus)
            return cell.toAlignedRect()
        return super().inputMethodQuery(query)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_matrix(QPainter(self.viewport()), self._scene())

    def _scene(self) -> Scene:
        seen = self.viewport()
        return Scene(
            self._layout,
            self._cells,
            self._earlier,
            self._sections,
            self._focus,
            self._hover,
            self.hasFocus(),
            self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(),
            seen.width(),
            seen.height(),
            self.devicePixelRatioF(),
        )

    def _measure(self) -> None:
        seen = self.viewport().size()
        lines, columns = self._layout.lines, self._layout.columns
        self._layout = lay_out(lines, columns, seen.width(), earlier=bool(self._earlier))
        tall = seen.height() - self._layout.head
        wide = seen.width() - self._layout.words
        for bar, room, whole, step in (
            (self.verticalScrollBar(), tall, self._layout.body_height, 46),
            (self.horizontalScrollBar(), wide, self._layout.body_width, self._layout.cell),
        ):
            bar.setRange(0, max(0, int(whole - room + 0.5)))
            bar.setPageStep(max(1, int(room)))
            bar.setSingleStep(int(step))
        self.viewport().update()

    def _size(self) -> Place:
        return len(self._layout.questions), len(self._layout.columns)

    def _names(self, place: Place) -> tuple[str, UUID]:
        return self._layout.question(place[0]).key, self._layout.columns[place[1]].id

    def _bring_into_sight(self, place: Place) -> None:
        """The whole row, and the heading above the first question of a section."""
        layout, row = self._layout, place[0]
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        line = layout.questions[row]
        heading = line > 0 and (row == 0 or layout.questions[row - 1] != line - 1)
        top = layout.tops[line - 1] if heading else layout.tops[line]
        bottom = layout.tops[line] + layout.heights[line] + 8
        room = self.viewport().height() - layout.head
        down.setValue(int(min(top, max(down.value(), bottom - room))))
        left = place[1] * layout.cell
        wide = self.viewport().width() - layout.words - layout.cell - 2
        across.setValue(int(min(left, max(across.value(), left - wide))))

    def _place_at(self, spot: QPointF) -> Place:
        layout = self._layout
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        row = layout.row_at(spot.y() - layout.head + down) if spot.y() >= layout.head else -1
        column = -1
        if spot.x() >= layout.words:
            column = layout.column_at(spot.x() - layout.words + across)
        return row, column

    def _set_hover(self, place: Place) -> None:
        if place != self._hover:
            self._hover = place
            self.viewport().update()

    def _tip(self, spot: QPointF) -> str:
        row, column = self._place_at(spot)
        if row >= 0 and column >= 0:
            question, each = self._layout.question(row), self._layout.columns[column]
            return spoken_cell(question, each, self.cell(question.key, each.id))
        if row >= 0:
            question = self._layout.question(row)
            return spoken_question(question, self._earlier.get(question.key))
        if column >= 0 and spot.y() < self._layout.head:
            return spoken_column(self._layout.columns[column])
        return self._tip_of_section(spot)

    def _tip_of_section(self, spot: QPointF) -> str:
        """A heading in full, with what is told of its section."""
        down = spot.y() - self._layout.head
        if not self._layout.tops or down < 0:
            return ""
        section = self._layout.lines[self._layout.line_at(down + self.verticalScrollBar().value())]
        if not isinstance(section, MatrixSection):
            return ""
        share = self._sections.get(section.key)
        return f"{section.title}\n{share.spoken}" if share and share.total else section.title
