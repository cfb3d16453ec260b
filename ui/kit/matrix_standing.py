"""Where one stands in a matrix: the focus cell, how it moves, and how it is called."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from ui.kit.matrix_keys import Place, next_of
from ui.kit.matrix_sight import MatrixSight
from ui.kit.matrix_values import Direction, MatrixQuestion
from ui.kit.matrix_words import spoken_cell


class MatrixStanding(MatrixSight):
    """Always on one cell, and that cell always in sight; what is answered there is the matrix's."""

    focused = Signal(str, object)
    completed = Signal()
    """F8 found no gap: everything is answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.direction = Direction.DOSSIER
        self._told: tuple[str, UUID] | None = None

    @property
    def focus_cell(self) -> tuple[str, UUID] | None:
        """Question key and dossier id of the focus cell."""
        return None if self._focus is None else self._names(self._focus)

    def go_to(self, question_key: str, column_id: UUID) -> bool:
        """Stand on this cell; False when it is not in the matrix."""
        place = self._find(question_key, column_id)
        if place is not None:
            self._put_focus(place)
        return place is not None

    def go_to_next_gap(self, backwards: bool = False) -> bool:
        """Stand on the next cell where something is still to be done; False when there is none."""
        rows, columns = self._size()
        place = self._focus
        for _step in range(rows * columns):
            if place is None:
                break
            place = next_of(place, (rows, columns), self.direction, -1 if backwards else 1)
            if self.cell(*self._names(place)).gap:
                self._put_focus(place)
                return True
        self.completed.emit()
        return False

    def advance(self) -> None:
        """Go on to the next cell that is asked, in the chosen direction; at the very end, stay."""
        rows, columns = self._size()
        last, place = (rows - 1, columns - 1), self._focus
        while place is not None and place != last:
            place = next_of(place, (rows, columns), self.direction, 1)
            if not self.cell(*self._names(place)).asleep:
                self._put_focus(place)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._name_focus()
        self.viewport().update()

    def _find(self, question_key: str, column_id: UUID) -> Place | None:
        lines, numbers = self._layout.lines, enumerate(self._layout.questions)
        rows = [r for r, n in numbers if cast(MatrixQuestion, lines[n]).key == question_key]
        columns = [c for c, each in enumerate(self._layout.columns) if each.id == column_id]
        return (rows[0], columns[0]) if rows and columns else None

    def _nearest(self, place: Place | None) -> Place | None:
        rows, columns = self._size()
        if not rows or not columns:
            return None
        row, column = place or (0, 0)
        return min(row, rows - 1), min(column, columns - 1)

    def _put_focus(self, place: Place | None, scroll: bool = True) -> None:
        self._focus = place
        self.viewport().update()
        names = self.focus_cell
        if place is None or names is None:
            self._told = None
            return
        if scroll:
            self._bring_into_sight(place)
        self._name_focus()
        if names != self._told:
            self._told = names
            self.focused.emit(*names)

    def _name_focus(self) -> None:
        if self._focus is None:
            return
        question = self._layout.question(self._focus[0])
        column = self._layout.columns[self._focus[1]]
        cell = self.cell(question.key, column.id)
        self.setAccessibleName(spoken_cell(question, column, cell))
        earlier = self._earlier.get(question.key)
        said = question.whole or question.text
        self.setAccessibleDescription(f"{said} {earlier.spoken}" if earlier else said)
