"""The answer to a question about hours: two numbers, and what they come to beside each other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.checks.values import AnswerType, AnswerValue, ChecklistAnswer, Question
from models.kernel.text import _
from ui.kit.base import Text, column, row
from ui.kit.fields import HoursField
from ui.kit.form import Form
from ui.kit.reading import say_hours
from ui.pages.checks.panel_words import comparison, expected


class HoursPart(QWidget):
    """Its fields belong to the form it is given; `done` goes on to the next cell."""

    done = Signal()

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self.registered, self.documented = HoursField(), HoursField()
        self.compared = Text("", "small", 500, "quiet", wrap=True)
        pair = row(gap=10)
        first = form.add("hours_registered", _("Hours registered"), self.registered)
        pair.addWidget(first, 1, Qt.AlignmentFlag.AlignTop)
        other = form.add("hours_documented", _("In the reports"), self.documented)
        pair.addWidget(other, 1, Qt.AlignmentFlag.AlignTop)
        self.documented.setAccessibleName(_("Hours in reports"))
        self.setLayout(column(pair, self.compared, gap=6))
        self.registered.returnPressed.connect(self._to_documented)
        self.documented.returnPressed.connect(self._go_on)

    def show_question(self, question: Question) -> None:
        """Nothing for a question that is answered otherwise."""
        self.setVisible(question.answer_type is AnswerType.HOURS_COMPARE)

    def compare(
        self, question: Question, answer: ChecklistAnswer, value: AnswerValue | None
    ) -> None:
        """Say what the two numbers come to, or what they must come to while one is missing."""
        first, last = answer.hours_registered, answer.hours_documented
        limit = say_hours(question.tolerance_hours or None)
        if first is None or last is None:
            self.compared.setText(expected(limit))
            self.compared.set_tone("faint")
            return
        said, tone = comparison(value, limit)
        apart = say_hours(round(abs(first - last), 4))
        self.compared.setText(said.format(apart=apart, limit=limit))
        self.compared.set_tone(tone)

    def values(self) -> tuple[float | None, float | None]:
        """The hours registered, and those in the reports."""
        return self.registered.value(), self.documented.value()

    def begin(self, typed: str = "") -> None:
        """Put the keyboard in the first field; what was typed on the cell is its first digit."""
        self.registered.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.registered.selectAll()
        if typed:
            self.registered.insert(typed)

    def _to_documented(self) -> None:
        self.registered.settle()
        if self._form.row("hours_registered").refusal():
            return
        self.documented.setFocus(Qt.FocusReason.TabFocusReason)
        self.documented.selectAll()

    def _go_on(self) -> None:
        self.documented.settle()
        if not self._form.refusals():
            self.done.emit()
