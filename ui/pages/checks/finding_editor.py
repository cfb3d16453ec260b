"""One finding: what it rests on, what we say of it, how heavy it is and what we ask for."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from controllers.wording import badge, word
from models.checks.values import CheckFile, CheckState, FindingFile, Grade, Question
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import enumeration
from ui.kit.badge import Badge
from ui.kit.base import Text, column, row, rule
from ui.kit.button import Button
from ui.kit.day_field import DateField
from ui.kit.form import Form
from ui.kit.page import Message
from ui.kit.text_field import TextField
from ui.pages.checks.reason_card import ReasonCard
from ui.pages.checks.sight import basis
from ui.tasks import Tasks

GRADES = (Grade.MAJOR, Grade.MINOR, Grade.OBSERVATION)


class FindingEditor(QWidget):
    """Every field hands itself in; an empty field means what is proposed."""

    said = Signal(object)
    question_wanted = Signal(str, str)
    """Question key and number of the first dossier it is about."""

    def __init__(self, checks: Checks, tasks: Tasks, today: date) -> None:
        super().__init__()
        self._checks, self._tasks = checks, tasks
        self._check: CheckFile | None = None
        self._finding: FindingFile | None = None
        self.card: ReasonCard | None = None
        self.form = Form(self)
        self._code = Text("", "small", 500, "quiet", tabular=True)
        self._title = Text("", "body", 600, wrap=True)
        self._basis = Text("", "small", 400, "quiet", wrap=True)
        self._where = Text("", "small", 500, "ink", wrap=True, tabular=True)
        self._out = Text("", "small", 500, "due", wrap=True)
        self._badge = Badge("note", "")
        self._grade_why = Text("", "small", 400, "quiet", wrap=True)
        self._proposal = Text("", "body", 400, "quiet", wrap=True)
        self.take_over = Button(_("Take over and adapt"), "link", "pencil")
        self.weigh = Button(_("Weigh otherwise"), "link")
        self.unweigh = Button(_("Back to the proposal"), "link")
        self.leave = Button(_("Not in the letter"), "secondary", "minus")
        self.take_in = Button(_("Back in the letter"), "secondary", "plus")
        self.to_matrix = Button(_("Show in the matrix"), "link", "arrow-right")
        self.statement = TextField(_("Your own words; empty is the proposal above"), 3)
        self.measure, self.evidence = TextField(lines=2), TextField(lines=2)
        self.due = DateField(today)
        self._lay_out()
        self._connect()

    def show_finding(self, check: CheckFile, question: Question, finding: FindingFile) -> None:
        self._check, self._finding = check, finding
        locked = check.state is CheckState.FINISHED
        self._code.setText(question.key)
        self._title.setText(question.text)
        self._basis.setText(" · ".join(part for part in basis(question) if part))
        self._where.setText(_dossiers(finding))
        self._out.setText(_("Not in the letter: {why}").format(why=finding.left_out_reason))
        self._out.setVisible(finding.left_out)
        self._proposal.setText(finding.proposed_statement)
        self._show_grade(finding, locked)
        self.measure.setPlaceholderText(question.measure)
        self.evidence.setPlaceholderText(question.expected_evidence)
        values = {
            "statement": finding.statement,
            "measure": finding.measure,
            "expected_evidence": finding.expected_evidence,
            "measure_due": finding.measure_due,
        }
        self.form.show(values, of=(check.id, finding.question_key))
        for field in (self.statement, self.measure, self.evidence, self.due):
            field.setReadOnly(locked)
        self.take_over.setVisible(not locked and not finding.statement)
        self.leave.setVisible(not locked and not finding.left_out)
        self.take_in.setVisible(not locked and finding.left_out)

    def settle(self) -> None:
        self.form.settle()

    def _show_grade(self, finding: FindingFile, locked: bool) -> None:
        grade, over = finding.grade, finding.grade_override is not None
        if grade is not None:
            self._badge.set_state(badge(grade), word(grade))
        mine = _("Weighed by the officer: “{reason}”").format(reason=finding.override_reason)
        rules = _("The rules say: {why}").format(why=finding.grade_why)
        self._grade_why.setText(f"{mine}\n{rules}" if over else finding.grade_why)
        self.weigh.setVisible(not locked)
        self.unweigh.setVisible(not locked and over)

    def _lay_out(self) -> None:
        add = self.form.add
        statement = add("statement", _("What we write"), self.statement, optional=True)
        measure = add("measure", _("What we ask of the centre"), self.measure, optional=True)
        shows = _("What shows that it is done")
        evidence = add("expected_evidence", shows, self.evidence, optional=True)
        evidence.set_help(_("Empty fields take the grey text of the checklist."))
        due = add("measure_due", _("Before which day"), self.due, optional=True)
        due.set_help(_("Empty: the term of the rules counts, from the date of the letter."))
        day = row(due, gap=16)
        day.addStretch(1)
        due.setMaximumWidth(300)
        proposal = Text(_("Proposed from the answers"), "small", 600, "quiet")
        whole = column(
            row(self._code, self._badge, None, gap=10),
            self._title,
            self._basis,
            self._where,
            row(self.to_matrix, None),
            self._out,
            6,
            rule(),
            4,
            self._grade_why,
            row(self.weigh, self.unweigh, None, gap=4),
            rule(),
            4,
            proposal,
            self._proposal,
            row(self.take_over, None),
            4,
            statement,
            4,
            measure,
            4,
            evidence,
            4,
            day,
            12,
            row(self.leave, self.take_in, None),
            None,
            gap=6,
            margins=(28, 16, 28, 28),
        )
        self.setLayout(whole)

    def _connect(self) -> None:
        self.form.changed.connect(self._hand_in)
        self.take_over.clicked.connect(self._take_over)
        self.weigh.clicked.connect(self._ask_grade)
        self.unweigh.clicked.connect(self._unweigh)
        self.leave.clicked.connect(self._ask_out)
        self.take_in.clicked.connect(self._take_in)
        self.to_matrix.clicked.connect(self._to_matrix)

    def _hand_in(self, name: str, value: str | date | None) -> None:
        if not isinstance(self.form.of, tuple):
            return
        check_id, key = self.form.of
        self._tasks.do(self._checks.edit_finding, check_id, key, name, value).otherwise(
            self._explain
        )

    def _take_over(self) -> None:
        self.statement.setPlainText(self._proposal.text())
        self.statement.settle()
        self.statement.setFocus()

    def _ask_grade(self) -> None:
        if self._finding is None:
            return
        choices = [(grade, word(grade)) for grade in GRADES if grade is not self._finding.grade]
        self.card = ReasonCard(
            self,
            _("Weigh {code} otherwise").format(code=self._finding.question_key),
            self._finding.grade_why,
            _("Weigh otherwise"),
            choices,
            _("Weight"),
        )
        self.card.given.connect(self._give_grade)
        self.card.begin()

    def _give_grade(self, grade: Grade, reason: str) -> None:
        if self.card is not None and self._check is not None and self._finding is not None:
            key = self._finding.question_key
            ticket = self._tasks.do(self._checks.override_grade, self._check.id, key, grade, reason)
            ticket.then(self.card.accept).otherwise(self.card.refuse)

    def _unweigh(self) -> None:
        if self._check is not None and self._finding is not None:
            key = self._finding.question_key
            ticket = self._tasks.do(self._checks.override_grade, self._check.id, key, None, "")
            ticket.then(self._unweighed).otherwise(self._explain)

    def _unweighed(self, _done: None) -> None:
        self.said.emit(Message(_("The weight of the rules counts again."), undo=True))

    def _ask_out(self) -> None:
        if self._finding is None:
            return
        self.card = ReasonCard(
            self,
            _("Leave {code} out of the letter").format(code=self._finding.question_key),
            _("The finding stays in the check and in the workbook, with your reason."),
            _("Leave out"),
        )
        self.card.given.connect(self._leave_out)
        self.card.begin()

    def _leave_out(self, _nothing: object, reason: str) -> None:
        if self.card is not None and self._check is not None and self._finding is not None:
            key = self._finding.question_key
            ticket = self._tasks.do(
                self._checks.leave_out, self._check.id, key, out=True, reason=reason
            )
            ticket.then(self.card.accept).otherwise(self.card.refuse)

    def _take_in(self) -> None:
        if self._check is not None and self._finding is not None:
            key = self._finding.question_key
            ticket = self._tasks.do(self._checks.leave_out, self._check.id, key, out=False)
            ticket.then(self._taken_in).otherwise(self._explain)

    def _taken_in(self, _done: None) -> None:
        self.said.emit(Message(_("This finding stands in the letter again."), undo=True))

    def _to_matrix(self) -> None:
        if self._finding is not None:
            numbers = self._finding.failed or self._finding.partial
            self.question_wanted.emit(self._finding.question_key, numbers[0] if numbers else "")

    def _explain(self, error: AppError) -> None:
        if not self.form.explain(error):
            self.said.emit(Message(str(error), tone="late"))


def _dossiers(finding: FindingFile) -> str:
    said = []
    if finding.failed:
        said.append(_("No in {numbers}").format(numbers=enumeration(finding.failed)))
    if finding.partial:
        said.append(_("partly in {numbers}").format(numbers=enumeration(finding.partial)))
    text = "; ".join(said)
    return f"{text[:1].upper()}{text[1:]}."
