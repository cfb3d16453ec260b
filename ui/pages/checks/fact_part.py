"""The answer to a question about a fact: a text, a number, a day, or one of some options."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.checklists.rules import bounds_sentence
from models.checks.values import AnswerType, ChecklistAnswer, Question
from models.kernel.text import _
from ui.kit.base import Text, column, dismiss
from ui.kit.button import Button
from ui.kit.day_field import DateField
from ui.kit.fields import AmountField, LineField
from ui.kit.form import Form
from ui.kit.text_field import TextField
from ui.masking import mask

FACTS = {
    AnswerType.TEXT: "words",
    AnswerType.NUMBER: "amount",
    AnswerType.DATE: "day",
    AnswerType.CHOICE: "choice",
}
"""The field of each kind of fact."""
TYPED = {*FACTS, AnswerType.HOURS_COMPARE}
"""Questions that answer themselves from what is typed."""


def limits_words(question: Question) -> str:
    """Between which numbers the answer is in order, or what is counted when nothing is judged."""
    counted = _("Counted in {unit}.").format(unit=question.unit) if question.unit else ""
    bounds = bounds_sentence(question)
    return f"{bounds}." if bounds else counted


class WordsField(TextField):
    """Enter keeps the text and goes on; Shift+Enter is a new line; Esc goes back."""

    done = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.settle()
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.settle()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FactPart(QWidget):
    """`given(field, value)` hands a fact in; `done` goes on to the next cell, `left` back."""

    given = Signal(str, object)
    done = Signal()
    left = Signal()

    def __init__(self, today: date, silence_ms: int) -> None:
        super().__init__()
        self.words = WordsField(lines=1, most=6, silence_ms=silence_ms)
        self.amount, self.day = AmountField(), DateField(today)
        self.form = Form(self)
        self.unit = Text("", "small", 400, "quiet", wrap=True)
        self._options: QVBoxLayout = column(gap=6)
        self.buttons: dict[str, Button] = {}
        self._question: Question | None = None
        rows = (
            self.form.add("words", _("Answer"), self.words),
            self.form.add("amount", _("Answer"), self.amount),
            self.form.add("day", _("Answer"), self.day),
        )
        mask(rows[0])
        self.setLayout(column(*rows, self.unit, self._options, gap=5))
        self.form.changed.connect(self.given)
        self.words.done.connect(self._go_on)
        self.words.left.connect(self.left)
        for field in (self.amount, self.day):
            field.returnPressed.connect(self._go_on)

    def show_fact(
        self, question: Question, kept: ChecklistAnswer, place: object, *, locked: bool
    ) -> None:
        """The fact of this cell; nothing for a question that is answered otherwise."""
        field = FACTS.get(question.answer_type, "")
        self.setVisible(bool(field))
        for name in ("words", "amount", "day"):
            self.form.row(name).setVisible(name == field)
        limits = limits_words(question) if field == "amount" else ""
        self.unit.setText(limits)
        self.unit.setVisible(bool(limits))
        if question != self._question:
            self._question = question
            self._offer(question)
        for key, button in self.buttons.items():
            button.setEnabled(not locked)
            standing = key == kept.choice
            button.set_icon("check" if standing else "")
            button.setAccessibleDescription(_("this is the answer now") if standing else "")
        values = {"words": kept.words, "amount": kept.amount, "day": kept.day}
        self.form.show(values, of=place)
        self.form.lock(locked=locked)

    def begin(self, typed: str = "") -> None:
        """Put the keyboard in the field; what was typed on the cell is its first sign."""
        if self._question is None:
            return
        field = getattr(self, FACTS.get(self._question.answer_type, ""), None)
        if isinstance(field, TextField):
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if typed:
                field.insertPlainText(typed)
        elif isinstance(field, LineField):
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()
            if typed:
                field.insert(typed)
        elif self.buttons:
            next(iter(self.buttons.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def option(self, number: int) -> str:
        """The key of the option with this number, from 1; empty without one."""
        keys = list(self.buttons)
        return keys[number - 1] if 0 < number <= len(keys) else ""

    def _offer(self, question: Question) -> None:
        for button in self.buttons.values():
            dismiss(button)
        self.buttons = {}
        for number, option in enumerate(question.options, 1):
            button = Button(option.text, "secondary", keys=str(number) if number <= 9 else "")
            button.clicked.connect(partial(self._take, option.key))
            self._options.addWidget(button)
            self.buttons[option.key] = button

    def _take(self, option: str) -> None:
        self.given.emit("choice", option)
        self.done.emit()

    def _go_on(self) -> None:
        self.form.settle()
        if not self.form.refusals():
            self.done.emit()
