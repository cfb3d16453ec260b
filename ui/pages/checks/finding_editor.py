"""One finding: what it rests on, what we say of it, how heavy it is and what we ask for."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.wording import badge, word
from models.checks.rules.criteria import question_of
from models.checks.rules.measures import ACTION_REQUIRED
from models.checks.rules.recurrence import recurrence_sentence
from models.checks.values import (
    CheckFile,
    CheckState,
    FindingFile,
    FollowFile,
    Question,
    ReactionKind,
)
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import enumeration
from ui.drafting import DraftSheet, FormDrafts
from ui.kit.badge import Badge
from ui.kit.base import Text, column, row, rule, wrap
from ui.kit.button import Button
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.fitting import Beside
from ui.kit.form import Form
from ui.kit.in_sight import go_on
from ui.kit.page import Message
from ui.kit.text_field import TextField
from ui.masking import mask
from ui.pages.checks.due_line import DueLine
from ui.pages.checks.finding_decisions import FindingDecisions
from ui.pages.checks.follow_block import FollowBlock
from ui.pages.checks.read_block import ReadBlock
from ui.pages.checks.reason_card import ReasonCard
from ui.rule_card import basis
from ui.tasks import Tasks

FINDING = "finding"
"""How the drafts of a finding are called."""
OWNER = "measure_owner"
"""The field of who carries a measure out: it stays open when the check is finished."""


class FindingEditor(QWidget):
    """Every field hands itself in; an empty field means what is proposed."""

    said = Signal(object)
    question_wanted = Signal(str, str)
    """Question key and number of the first dossier it is about."""
    compare_wanted = Signal(object)

    def __init__(
        self, controllers: Controllers, tasks: Tasks, today: date, sheet: DraftSheet
    ) -> None:
        super().__init__()
        checks = controllers.checks
        self._checks, self._tasks = checks, tasks
        self._check: CheckFile | None = None
        self._finding: FindingFile | None = None
        self.decide = FindingDecisions(self, checks, tasks, sheet)
        self.weigh, self.unweigh = self.decide.weigh, self.decide.unweigh
        self.leave, self.take_in = self.decide.leave, self.decide.take_in
        self.remove = self.decide.remove
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
        self.to_matrix = Button(_("Show in the matrix"), "link", "arrow-right")
        self.statement = TextField(_("Your own words; empty is the proposal above"), 3)
        self.seen = TextField(lines=2)
        self.measure, self.evidence = TextField(lines=2), TextField(lines=2)
        self.owner = LineField()
        self.due, self.by_rule, self.read = DateField(today), DueLine(), ReadBlock()
        self.follow = FollowBlock(controllers, tasks, today, sheet)
        self._lay_out()
        self.drafting = FormDrafts(self.form, FINDING, sheet)
        self._connect()

    def show_finding(self, check: CheckFile, finding: FindingFile, follow: FollowFile) -> None:
        self._check, self._finding = check, finding
        locked = check.state is CheckState.FINISHED
        question = question_of(check.template, finding)
        self._show_criterion(question, finding)
        self._where.setText(_dossiers(finding))
        self._where.setVisible(bool(finding.failed or finding.partial))
        again = follow.recurrences.get(finding.question_key)
        self._again.setText(recurrence_sentence(again) if again is not None else "")
        self._again.setVisible(again is not None)
        self._out.setText(_("Not in the letter: {why}").format(why=finding.left_out_reason))
        self._out.setVisible(finding.left_out)
        self._proposal.setText(finding.proposed_statement)
        self._proposed.setVisible(not finding.by_hand)
        self._show_grade(finding)
        self.seen.setPlaceholderText(finding.proposed_evidence)
        asks = finding.grade in ACTION_REQUIRED
        self.measure.setPlaceholderText(question.measure if question and asks else "")
        self.evidence.setPlaceholderText(question.expected_evidence if question and asks else "")
        self._measure_part.setVisible(asks or bool(finding.measure or finding.expected_evidence))
        values = {
            "statement": finding.statement,
            "evidence": finding.evidence,
            OWNER: finding.measure_owner,
            "measure": finding.measure,
            "expected_evidence": finding.expected_evidence,
            "measure_due": finding.measure_due,
        }
        called = self._code.text() if question else self._title.text()
        self.form.show(values, (check.id, finding.key), f"{check.reference} · {called}")
        for field in (self.statement, self.seen, self.measure, self.evidence, self.due):
            field.setReadOnly(locked)
        self.take_over.setVisible(not locked and not finding.statement and not finding.by_hand)
        self.decide.show_finding(check, finding)
        self.by_rule.show_finding(finding, follow)
        self.read.show_finding(finding, follow)
        self.follow.show_finding(check, finding, follow)
        self.drafting.offer()

    @property
    def card(self) -> ReasonCard | None:
        """The card that asks for a reason, when one was asked for."""
        return self.decide.card

    def correct(self, kind: ReactionKind) -> None:
        """Stand where a reaction of this kind is put right, after it was taken over.

        A wrong fact is what was seen; words and what was left unsaid are what we write.
        """
        if self._check is None or self._check.state is CheckState.FINISHED:
            self.said.emit(
                Message(_("To change the finding itself, reopen the check."), tone="accent")
            )
        elif kind is ReactionKind.FACT:
            go_on(self.seen)
        elif kind is not ReactionKind.AGREES:
            proposed = self.take_over.isVisibleTo(self)
            go_on(self.take_over if proposed else self.statement)

    def open_again(self, card: str, about: str) -> None:
        """Open what was being written in, of this finding."""
        if not self.decide.open_again(card):
            self.follow.open_again(card, about)

    def settle(self) -> None:
        self.form.settle()

    def _show_criterion(self, question: Question | None, finding: FindingFile) -> None:
        """The question and what it rests on, or the words of who wrote it by hand."""
        self._code.setText(question.key if question else _("by hand"))
        self._title.setText(question.text if question else finding.criterion or finding.text)
        said = " · ".join(part for part in basis(question) if part) if question else ""
        self._basis.setText(said)
        self._basis.setVisible(bool(said))
        self.to_matrix.setVisible(question is not None)

    def _show_grade(self, finding: FindingFile) -> None:
        grade, over = finding.grade, finding.grade_override is not None
        if grade is not None:
            self._badge.set_state(badge(grade), word(grade))
        mine = _("Weighed by the officer: “{reason}”").format(reason=finding.override_reason)
        rules = _("The rules say: {why}").format(why=finding.grade_why)
        if finding.by_hand:
            said = mine if finding.override_reason else _("Written by hand, beside the answers.")
        else:
            said = f"{mine}\n{rules}" if over else finding.grade_why
        self._grade_why.setText(said)

    def _lay_out(self) -> None:
        add = self.form.add
        statement = add("statement", _("What we write"), self.statement, optional=True)
        seen = add("evidence", _("What you saw"), self.seen, optional=True)
        seen.set_help(_("Empty: the grey notes of the answers count."))
        self._again = Text("", "small", 500, "due", wrap=True)
        self._proposed = wrap(
            column(
                Text(_("Proposed from the answers"), "small", 600, "quiet"),
                self._proposal,
                row(self.take_over, None),
                gap=6,
            )
        )
        self._measure_part = self._measures()
        mask(*self.form.rows())
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
            self._again,
            row(self.weigh, self.unweigh, None, gap=4),
            rule(),
            4,
            self._proposed,
            4,
            seen,
            4,
            statement,
            self.read,
            4,
            self._measure_part,
            8,
            row(self.leave, self.take_in, self.remove, None),
            10,
            self.follow,
            None,
            gap=6,
            margins=(28, 16, 28, 28),
        )
        self.setLayout(whole)

    def _measures(self) -> QWidget:
        """What is asked of the centre, of whom, and before which day."""
        add = self.form.add
        measure = add("measure", _("What we ask of the centre"), self.measure, optional=True)
        shows = _("What shows that it is done")
        evidence = add("expected_evidence", shows, self.evidence, optional=True)
        evidence.set_help(_("Empty fields take the grey text of the checklist."))
        owner = add(OWNER, _("Who carries it out"), self.owner, optional=True)
        owner.set_help(_("Who carries it out does not judge the proof."))
        due = add("measure_due", _("Before which day"), self.due, optional=True)
        due.set_help(_("Empty: the term of the rules counts, from the date of the letter."))
        pair = Beside((owner, 1), (due, 1), gap=16)
        return wrap(column(measure, 4, evidence, 4, pair, self.by_rule, gap=6))

    def _connect(self) -> None:
        self.form.changed.connect(self._hand_in)
        self.form.said.connect(self.said)
        self.take_over.clicked.connect(self._take_over)
        self.to_matrix.clicked.connect(self._to_matrix)
        self.decide.said.connect(self.said)
        self.decide.failed.connect(self._explain)
        self.read.compare_wanted.connect(self.compare_wanted)
        self.follow.correct_wanted.connect(self.correct)
        self.follow.said.connect(self.said)

    def _hand_in(self, name: str, value: str | date | None) -> None:
        if not isinstance(self.form.of, tuple):
            return
        check_id, key = self.form.of
        if name == OWNER:
            ticket = self._tasks.do(self._checks.assign, check_id, key, str(value or ""))
        else:
            ticket = self._tasks.do(self._checks.edit_finding, check_id, key, name, value)
        self.form.awaits(ticket, name)

    def _take_over(self) -> None:
        self.statement.setPlainText(self._proposal.text())
        self.statement.settle()
        self.statement.setFocus()

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
