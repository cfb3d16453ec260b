"""Questions by dossiers: one focus cell, answered from the keyboard, never out of sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from models.kernel.text import _
from ui.kit.answers import ANSWERS
from ui.kit.base import announce
from ui.kit.matrix_keys import ASIDE, KEYS, MOVES, answer_of, fact_of, held, moved, ours
from ui.kit.matrix_layout import Layout
from ui.kit.matrix_standing import MatrixStanding
from ui.kit.matrix_values import Cells, Line, MatrixCell, MatrixColumn, MatrixQuestion
from ui.kit.shares import Share


class Matrix(MatrixStanding):
    """The heart of a dossier check. It shows an answer at once; the page keeps it.

    When the page refuses an answer it calls `set_cell` with what was there. `locked` shows a
    finished check: answers are still reported, so that the page can say why not. After an answer
    that asks for a note the focus stays, so that N writes the note where it belongs.
    """

    answered = Signal(str, object, int)
    """Question key, dossier id, and the key of the answer: 1 to 5 (see ANSWERS)."""
    cleared = Signal(str, object)
    hours_wanted = Signal(str, object, str)
    """The answer is hours: write them in their fields, beginning with this digit, if any."""
    fact_wanted = Signal(str, object, str)
    """The answer is a fact: write it in its field, beginning with this sign, if any."""
    option_wanted = Signal(str, object, int)
    """The option with this number is the answer."""
    sleeping = Signal(str)
    """Why nothing can be answered here."""
    note_wanted = Signal(str, object)
    details_wanted = Signal(str, object)
    proof_wanted = Signal(str, object)
    finding_wanted = Signal(str, object)
    basis_wanted = Signal(str, object)
    goto_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.locked = False
        self.setAccessibleName(_("Matrix"))

    def show(
        self,
        lines: Sequence[Line] | None = None,
        columns: Sequence[MatrixColumn] = (),
        cells: Cells | None = None,
    ) -> None:
        """Show a check. Focus and scroll stay where they are; without arguments, be visible."""
        if lines is None:
            super().show()
            return
        wanted = self.focus_cell
        self._cells = dict(cells or {})
        self._hover = (-1, -1)
        self._layout = Layout(tuple(lines), tuple(columns))
        self._measure()
        self._focus = (self._find(*wanted) if wanted else None) or self._focus
        self._put_focus(self._nearest(self._focus), scroll=False)

    def set_cell(self, question_key: str, column_id: UUID, cell: MatrixCell) -> None:
        """Show this in one cell."""
        before = self.cell(question_key, column_id)
        self._cells[question_key, column_id] = cell
        place = self._find(question_key, column_id)
        if place is None:
            return
        self._count(place[1], before, cell)
        self.viewport().update()
        if place == self._focus:
            self._name_focus()

    def set_cells(self, cells: Mapping[tuple[str, UUID], MatrixCell]) -> None:
        """Show these in their cells at once; what stands above them is told by `set_columns`."""
        self._cells.update(cells)
        self.viewport().update()
        if self.focus_cell in cells:
            self._name_focus()

    def set_column(self, column: MatrixColumn) -> None:
        """Show this verdict and progress above the dossier with this id."""
        self.set_columns(
            [column if each.id == column.id else each for each in self._layout.columns]
        )

    def set_columns(self, columns: Sequence[MatrixColumn]) -> None:
        """Show these verdicts and this progress above the same dossiers."""
        self._layout.columns = tuple(columns)
        self.viewport().update()

    def set_sections(self, shares: Mapping[str, Share]) -> None:
        """Show beside the headings, by their key, how far each section is."""
        self._sections = shares
        self.viewport().update()

    def answer(self, key: int) -> None:
        """Give the focus cell the answer with this key, 1 to 5, as typing it does."""
        if self._focus is None:
            return
        question, id_ = self._layout.question(self._focus[0]), self._names(self._focus)[1]
        why = self.cell(question.key, id_).asleep
        if why:
            self.sleeping.emit(why)
            return
        if question.hours and key <= 3:
            self.hours_wanted.emit(question.key, id_, "")
            return
        if question.fact and key <= 3:
            self.fact_wanted.emit(question.key, id_, "")
            return
        value = list(ANSWERS)[key - 1]
        if not self.locked:
            self.set_cell(question.key, id_, replace(self.cell(question.key, id_), answer=value))
            announce(self, f"{question.code}: {ANSWERS[value].word}")
        self.answered.emit(question.key, id_, key)
        if not self.locked and not self._waits(self.cell(question.key, id_), question, value):
            self.advance()

    def _waits(self, now: MatrixCell, question: MatrixQuestion, value: str) -> bool:
        """Whether something is still asked with this answer, by the page or by the question."""
        return bool(now.lacks) or (value in question.waits and not (now.note or now.proofs))

    def clear(self) -> None:
        """Take the answer of the focus cell away; its note stays."""
        if self._focus is None:
            return
        key, id_ = self._names(self._focus)
        if why := self.cell(key, id_).asleep:
            self.sleeping.emit(why)
            return
        if self.cell(key, id_).answer is None:
            return
        if not self.locked:
            self.set_cell(key, id_, replace(self.cell(key, id_), answer=None, text=""))
        self.cleared.emit(key, id_)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See matrix_keys; what the matrix does not know goes on to the window."""
        key, pressed = event.key(), event.modifiers()
        control = bool(pressed & Qt.KeyboardModifier.ControlModifier)
        given = 0 if held(event) else answer_of(event)
        fact = self._typed_as
        if self._focus is None:
            event.ignore()
        elif fact and (told := fact_of(event, fact)):
            self._tell_fact(fact, told)
        elif given:
            self.answer(given)
        elif key in MOVES:
            page = self.viewport().height() - self._layout.head
            self._put_focus(moved(self._focus, key, control, self._layout, page))
        elif key == Qt.Key.Key_F8:
            self.go_to_next_gap(bool(pressed & Qt.KeyboardModifier.ShiftModifier))
        elif held(event) or not self._do(KEYS.get(key, "")):
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keys that answer are ours, before a shortcut of the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride:
            pressed = cast(QKeyEvent, event)
            fact = self._typed_as
            if ours(pressed) or (fact and fact_of(pressed, fact)):
                event.accept()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or self._focus is None:
            event.ignore()
            return
        row, column = place
        again = place == self._focus
        if row >= 0 or column >= 0:
            keep = self._focus
            self._put_focus((row if row >= 0 else keep[0], column if column >= 0 else keep[1]))
        if again:
            self._do("details_wanted")

    @property
    def _typed_as(self) -> str:
        """What is typed as the answer here: hours, or a kind of fact; empty elsewhere."""
        if self._focus is None:
            return ""
        question = self._layout.question(self._focus[0])
        return "hours" if question.hours else question.fact

    def _tell_fact(self, fact: str, told: str) -> None:
        """A sign typed on a question about a fact: of the fact, or to set it aside."""
        if self._focus is None:
            return
        names = self._names(self._focus)
        if told.startswith(ASIDE):
            self.answer(int(told.removeprefix(ASIDE)))
        elif why := self.cell(*names).asleep:
            self.sleeping.emit(why)
        elif fact == "hours":
            self.hours_wanted.emit(*names, told)
        elif fact == "choice":
            self.option_wanted.emit(*names, int(told))
        else:
            self.fact_wanted.emit(*names, told)

    def _count(self, column: int, before: MatrixCell, now: MatrixCell) -> None:
        """The bar above a dossier follows at once, without waiting for the page."""
        if before.answer == now.answer or before.asleep or now.asleep:
            return
        each = self._layout.columns[column]
        change = (now.answer is not None) - (before.answer is not None)
        done = each.share_done + change / max(1, len(self._layout.questions))
        share = each.share.moved(before.answer, now.answer)
        self.set_column(replace(each, share_done=min(1.0, max(0.0, done)), share=share))

    def _do(self, wish: str) -> bool:
        if not wish or self._focus is None:
            return False
        if wish == "clear":
            self.clear()
        elif wish == "goto_wanted":
            self.goto_wanted.emit()
        else:
            question, names = self._layout.question(self._focus[0]), self._names(self._focus)
            details = wish == "details_wanted"
            if details and question.fact:
                self.fact_wanted.emit(*names, "")
                return True
            if details and question.hours:
                self.hours_wanted.emit(*names, "")
            else:
                getattr(self, wish).emit(*names)
        return True
