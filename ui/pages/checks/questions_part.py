"""What to ask during the visit beside the checklist, and what was said to it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from models.checks.values import CheckFile, CheckState, VisitQuestionFile
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.drafting import DraftSheet, FormDrafts
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.page import Message
from ui.kit.text_field import TextField
from ui.masking import mask
from ui.tasks import Tasks

QUESTION, NEW = "question", "new_question"
"""How the drafts of a question for the visit are called, and of one not asked yet."""


class QuestionsPart(QWidget):
    """A line that takes a new question with Enter, and under it those that stand there."""

    said = Signal(object)

    def __init__(self, checks: Checks, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__()
        self._checks, self._tasks, self._sheet = checks, tasks, sheet
        self._check: CheckFile | None = None
        self.lines: dict[UUID, QuestionLine] = {}
        self.add = LineField(_("New question, then Enter"), _("New question for this visit"))
        self.adding = Form(self)
        self._row = self.adding.add(
            "new_question",
            _("Questions for this visit"),
            self.add,
            _("Beside the checklist; they stay out of the letter."),
            optional=True,
        )
        mask(self._row)
        self.drafting = FormDrafts(self.adding, NEW, sheet, lambda: False)
        self._list = column(gap=14)
        self.setLayout(column(self._row, self._list, gap=12))
        self.add.returnPressed.connect(self._add)

    def show_check(self, check: CheckFile) -> None:
        self._check = check
        locked = check.state is CheckState.FINISHED
        self.adding.show({"new_question": ""}, of=check.id)
        self.add.setEnabled(not locked)
        self.drafting.offer()
        self._sheet.forget_gone(QUESTION, [(check.id, one.id) for one in check.questions])
        for gone in self.lines.keys() - {question.id for question in check.questions}:
            self.lines.pop(gone).deleteLater()
        for question in check.questions:
            if question.id not in self.lines:
                line = QuestionLine(self._checks, self._tasks, self._sheet)
                line.said.connect(self.said)
                self.lines[question.id] = line
                self._list.addWidget(line)
            self.lines[question.id].show_question(check.id, question, locked=locked)

    def settle(self) -> None:
        self.adding.settle()
        for line in self.lines.values():
            line.form.settle()

    def _add(self) -> None:
        if self._check is not None and self.add.text().strip():
            asked = self._tasks.do(self._checks.add_question, self._check.id, self.add.value())
            asked.then(self._added).otherwise(self._refuse)

    def _added(self, _question: UUID) -> None:
        self.add.set_value("", afresh=True)
        self._row.clear()

    def _refuse(self, error: AppError) -> None:
        self._row.refuse(str(error))


class QuestionLine(QWidget):
    """One question with the place for its answer; both hand themselves in."""

    said = Signal(object)

    def __init__(self, checks: Checks, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__()
        self._checks, self._tasks = checks, tasks
        self.form = Form(self)
        self.question = TextField(lines=1)
        self.answer = TextField(_("What the centre answered"), lines=2)
        self.remove = Button(_("Remove"), "ghost", "x")
        self._origin = Text("", "small", 400, "faint", wrap=True)
        told = row(self._origin, gap=8)
        told.setStretch(0, 1)
        told.addWidget(self.remove)
        self.setLayout(
            column(
                self.form.add("text", _("Question"), self.question),
                self.form.add("answer", _("Answer"), self.answer, optional=True),
                told,
                gap=6,
            )
        )
        mask(*self.form.rows())
        self.drafting = FormDrafts(self.form, QUESTION, sheet)
        self.form.changed.connect(self._hand_in)
        self.form.said.connect(self.said)
        self.remove.clicked.connect(self._remove)

    def show_question(self, check_id: UUID, question: VisitQuestionFile, *, locked: bool) -> None:
        values = {"text": question.text, "answer": question.answer}
        self.form.show(values, (check_id, question.id), question.text)
        said = _("Arose from: {origin}").format(origin=question.origin) if question.origin else ""
        self._origin.setText(said)
        self.form.lock(locked=locked)
        self.remove.setVisible(not locked)
        self.drafting.offer()

    def _of(self) -> tuple[UUID, UUID] | None:
        return self.form.of if isinstance(self.form.of, tuple) else None

    def _hand_in(self, name: str, value: object) -> None:
        if (of := self._of()) is not None:
            kept = self._tasks.do(self._checks.edit_question, *of, name, str(value))
            self.form.awaits(kept, name)

    def _remove(self) -> None:
        if (of := self._of()) is not None:
            self.form.settle()
            gone = self._tasks.do(self._checks.remove_question, *of)
            gone.then(self._removed).otherwise(self._explain)

    def _removed(self, _done: None) -> None:
        self.said.emit(Message(_("The question was removed."), undo=True))

    def _explain(self, error: AppError) -> None:
        if not self.form.explain(error):
            self.said.emit(Message(str(error), tone="late"))
