"""What the officer decides about one finding: its weight, and whether it stands in the letter."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from controllers.wording import word
from models.checks.rules.criteria import BY_WEIGHT
from models.checks.values import CheckFile, CheckState, FindingFile, Grade
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.drafting import DraftSheet
from ui.kit.button import Button, press
from ui.kit.page import Message
from ui.pages.checks.card_names import LEAVE, WEIGH
from ui.pages.checks.reason_card import ReasonCard
from ui.tasks import Tasks


class FindingDecisions(QObject):
    """The buttons, and the cards that ask for a reason; who shows a finding lays them out."""

    said = Signal(object)
    failed = Signal(object)
    """An AppError that no card could tell."""

    def __init__(self, host: QWidget, checks: Checks, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__(host)
        self._host, self._checks, self._tasks, self._sheet = host, checks, tasks, sheet
        self._check: CheckFile | None = None
        self._finding: FindingFile | None = None
        self.card: ReasonCard | None = None
        self.weigh = Button(_("Weigh otherwise"), "link")
        self.unweigh = Button(_("Back to the proposal"), "link")
        self.leave = Button(_("Not in the letter"), "secondary", "minus")
        self.take_in = Button(_("Back in the letter"), "secondary", "plus")
        self.remove = Button(_("Remove this finding"), "secondary", "x")
        self.weigh.clicked.connect(self._ask_grade)
        self.unweigh.clicked.connect(self._unweigh)
        self.leave.clicked.connect(self._ask_out)
        self.take_in.clicked.connect(self._take_in)
        self.remove.clicked.connect(self._remove)

    def show_finding(self, check: CheckFile, finding: FindingFile) -> None:
        self._check, self._finding = check, finding
        free = check.state is not CheckState.FINISHED
        over = finding.grade_override is not None
        self.weigh.setVisible(free)
        self.unweigh.setVisible(free and over and not finding.by_hand)
        self.remove.setVisible(free and finding.by_hand)
        self.leave.setVisible(free and not finding.left_out)
        self.take_in.setVisible(free and finding.left_out)

    def open_again(self, card: str) -> bool:
        """Open what was being written in, where it still can be; False for another's card."""
        buttons = {WEIGH: self.weigh, LEAVE: self.leave}
        if card in buttons:
            press(buttons[card], self._host)
        return card in buttons

    def _ask_grade(self) -> None:
        if self._finding is None or self._check is None:
            return
        choices = [(grade, word(grade)) for grade in BY_WEIGHT if grade is not self._finding.grade]
        self.card = ReasonCard(
            self._host,
            _("Weigh {code} otherwise").format(
                code=self._finding.question_key or _("this finding")
            ),
            self._finding.grade_why,
            _("Weigh otherwise"),
            choices,
            _("Weight"),
            aside=(self._sheet, WEIGH, self._finding.key),
        )
        self.card.given.connect(partial(self._give_grade, self._check.id, self._finding.key))
        self.card.begin()

    def _give_grade(self, check: UUID, key: str, grade: Grade, reason: str) -> None:
        ticket = self._tasks.do(self._checks.override_grade, check, key, grade, reason)
        if self.card is not None:
            self.card.awaits(ticket)

    def _unweigh(self) -> None:
        if self._check is not None and self._finding is not None:
            key = self._finding.key
            ticket = self._tasks.do(self._checks.override_grade, self._check.id, key, None, "")
            ticket.then(self._unweighed).otherwise(self._explain)

    def _unweighed(self, _done: None) -> None:
        self.said.emit(Message(_("The weight of the rules counts again."), undo=True))

    def _ask_out(self) -> None:
        if self._finding is None or self._check is None:
            return
        self.card = ReasonCard(
            self._host,
            _("Leave {code} out of the letter").format(
                code=self._finding.question_key or _("this finding")
            ),
            _("The finding stays in the check and in the workbook, with your reason."),
            _("Leave out"),
            aside=(self._sheet, LEAVE, self._finding.key),
        )
        self.card.given.connect(partial(self._leave_out, self._check.id, self._finding.key))
        self.card.begin()

    def _leave_out(self, check: UUID, key: str, _nothing: object, reason: str) -> None:
        ticket = self._tasks.do(self._checks.leave_out, check, key, out=True, reason=reason)
        if self.card is not None:
            self.card.awaits(ticket)

    def _take_in(self) -> None:
        if self._check is not None and self._finding is not None:
            key = self._finding.key
            ticket = self._tasks.do(self._checks.leave_out, self._check.id, key, out=False)
            ticket.then(self._taken_in).otherwise(self._explain)

    def _taken_in(self, _done: None) -> None:
        self.said.emit(Message(_("This finding stands in the letter again."), undo=True))

    def _remove(self) -> None:
        if self._check is not None and self._finding is not None:
            act, key = self._checks.remove_finding, self._finding.key
            self._tasks.do(act, self._check.id, key).then(self._removed).otherwise(self._explain)

    def _removed(self, _done: None) -> None:
        self.said.emit(Message(_("The finding was removed."), undo=True))

    def _explain(self, error: AppError) -> None:
        self.failed.emit(error)
