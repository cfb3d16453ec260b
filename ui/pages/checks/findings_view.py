"""What the answers come to: findings by weight, what we write of them, and what goes well."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.checks import Checks
from controllers.wording import word
from models.checks.values import CheckFile, CheckState, FindingFile, Grade
from models.kernel.text import _
from ui.kit.base import column, row, wrap
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.row_list import Group, Row, RowList
from ui.kit.shell import panel, scrolled
from ui.pages.checks.finding_editor import GRADES, FindingEditor
from ui.pages.checks.reason_card import ReasonCard
from ui.pages.checks.strength_editor import StrengthEditor
from ui.tasks import Tasks

WIDTH, READABLE = 360, 860

Item = Row | Group


class FindingsView(QWidget):
    """`question_wanted(key, number)` asks to stand on a question in the matrix."""

    question_wanted = Signal(str, str)
    said = Signal(object)

    def __init__(self, checks: Checks, tasks: Tasks, today: date) -> None:
        super().__init__()
        self._checks, self._tasks = checks, tasks
        self._check: CheckFile | None = None
        self._coming: UUID | None = None
        self.card: ReasonCard | None = None
        self.list = RowList(compact=True)
        self.list.setAccessibleName(_("Findings and strong points"))
        self.add = Button(_("Add a strong point"), "secondary", "plus")
        self.finding = FindingEditor(checks, tasks, today)
        self.strength = StrengthEditor(checks, tasks)
        self.empty = EmptyState(
            "flag",
            _("No findings"),
            _("A no or a partly in the matrix becomes a finding here by itself."),
        )
        self._finding_page = scrolled(_beside(self.finding))
        self._strength_page = scrolled(_beside(self.strength))
        self.stack = QStackedWidget()
        for page in (self._finding_page, self._strength_page, self.empty):
            self.stack.addWidget(page)
        foot = row(self.add, None, margins=(16, 8, 16, 12))
        left = column(self.list, gap=0, margins=(0, 4, 0, 0))
        left.addLayout(foot)
        whole = row(panel("left", WIDTH, left), gap=0)
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._write)
        self.add.clicked.connect(self._ask_strength)
        for part in (self.finding, self.strength):
            part.said.connect(self.said)
        self.finding.question_wanted.connect(self.question_wanted)

    def show_check(self, check: CheckFile) -> None:
        self._check = check
        self.add.setVisible(check.state is not CheckState.FINISHED)
        rows = _rows(check)
        self.list.set_rows(rows)
        if self._coming is not None and self.list.choose(self._coming):
            self._coming = None
        first = next((each.payload for each in rows if isinstance(each, Row)), None)
        if self.list.current is None and first is not None:
            self.list.choose(first)
        self._show_current()

    def go_to(self, question_key: str) -> None:
        """Stand on the finding of this question."""
        self.list.choose(question_key)
        self._show_current()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        self.finding.settle()
        self.strength.settle()

    def _choose(self, _payload: object) -> None:
        self._show_current()

    def _write(self, _payload: object) -> None:
        """Enter goes from the list to the first text."""
        editor = (
            self.strength if self.stack.currentWidget() is self._strength_page else self.finding
        )
        editor.statement.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_current(self) -> None:
        payload, check = self.list.current, self._check
        if check is None:
            return
        every = (*check.findings, *check.strengths)
        found = next((each for each in every if payload in (each.question_key, each.id)), None)
        if found is None or payload is None:
            self.stack.setCurrentWidget(self.empty)
        elif found.question_key:
            question = check.template.question(found.question_key)
            self.finding.show_finding(check, question, found)
            self.stack.setCurrentWidget(self._finding_page)
        else:
            self.strength.show_strength(check, found)
            self.stack.setCurrentWidget(self._strength_page)

    def _ask_strength(self) -> None:
        self.card = ReasonCard(
            self,
            _("Add a strong point"),
            _("It stands in the audit letter, before the findings."),
            _("Add"),
            asks=_("What goes well"),
        )
        self.card.given.connect(self._add_strength)
        self.card.begin()

    def _add_strength(self, _nothing: object, statement: str) -> None:
        if self.card is not None and self._check is not None:
            ticket = self._tasks.do(self._checks.add_strength, self._check.id, statement)
            ticket.then(self._added).otherwise(self.card.refuse)

    def _added(self, row_id: UUID) -> None:
        if self.card is not None:
            self.card.accept()
        if self.list.choose(row_id):
            self._show_current()
        else:
            self._coming = row_id


def _beside(editor: QWidget) -> QWidget:
    """The editor at a width that reads well, next to the list."""
    editor.setMaximumWidth(READABLE)
    line = row(gap=0)
    line.addWidget(editor, 100)
    line.addStretch(1)
    return wrap(line)


def _rows(check: CheckFile) -> list[Item]:
    rows: list[Item] = []
    told = [each for each in check.findings if not each.left_out]
    for grade in GRADES:
        rows += _group(word(grade), [each for each in told if each.grade is grade], check)
    out = [each for each in check.findings if each.left_out]
    rows += _group(_("Not in the letter"), out, check)
    if check.strengths:
        rows.append(Group(word(Grade.STRENGTH), len(check.strengths)))
        rows += [
            Row(each.text, lead="icon:mood-smile", payload=each.id) for each in check.strengths
        ]
    return rows


def _group(title: str, findings: list[FindingFile], check: CheckFile) -> list[Item]:
    rows = [_row(check, each) for each in findings]
    return [Group(title, len(rows)), *rows] if rows else []


def _row(check: CheckFile, finding: FindingFile) -> Row:
    counts = []
    if finding.failed:
        counts.append(_("{count} no").format(count=len(finding.failed)))
    if finding.partial:
        counts.append(_("{count} partly").format(count=len(finding.partial)))
    mine = [_("own text")] if finding.statement else []
    return Row(
        title=check.template.question(finding.question_key).title,
        sub=" · ".join([finding.question_key, *counts, *mine]),
        payload=finding.question_key,
    )
