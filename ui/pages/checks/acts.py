"""What can be done with a check as a whole: start, finish, reopen, to Excel, to a letter."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from controllers.bundle import Controllers
from models.checks.values import CheckFile, CheckIncomplete, CheckState, RechecksOpen
from models.checks.values.exchange import SheetUse
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.drafting import DraftSheet
from ui.kit.ask import choose_open, choose_save, tidy_name
from ui.kit.button import Button, act_button
from ui.kit.only_here import only_here
from ui.kit.page import Message, Ref
from ui.pages.checks.card_names import REOPEN as REOPENING
from ui.pages.checks.reason_card import ReasonCard
from ui.pages.checks.workbook_card import BACK, WorkbookCard
from ui.tasks import Tasks

EXCEL = "Excel (*.xlsx)"
PAPERS, WORKBOOK, LETTER, ONWARD, REOPEN = "Alt+P", "Alt+E", "Alt+B", "Alt+F", "Alt+H"
"""Keys of the header; the one that leads onward starts a check, and later finishes it."""


class CheckActs(QObject):
    """`settled` asks to hand in what is still being typed, before a check is closed or written."""

    said = Signal(object)
    wanted = Signal(object)
    settled = Signal()
    incomplete = Signal()
    unseen = Signal()
    """Findings of an earlier check wait for an answer."""
    papers_wanted = Signal()
    begun = Signal()
    """The button that was pressed is going: the keyboard is wanted where the work goes on."""
    came_back = Signal(object)
    """The path of a workbook to read in."""

    def __init__(
        self, controllers: Controllers, tasks: Tasks, host: QWidget, sheet: DraftSheet
    ) -> None:
        super().__init__(host)
        self._host, self._tasks, self._sheet = host, tasks, sheet
        self._checks, self._outgoing = controllers.checks, controllers.outgoing
        self._letters = controllers.letters
        self._check: CheckFile | None = None
        self._pressed: dict[str, Button] = {}
        """The buttons of acts that may not begin twice, by act."""
        self._under_way: set[str] = set()
        self.card: ReasonCard | None = None
        self.workbook: WorkbookCard | None = None

    def show_check(self, check: CheckFile) -> None:
        self._check = check

    def buttons(self) -> list[Button]:
        """What the header offers in this state, at most one of them primary."""
        state = self._check.state if self._check else CheckState.PLANNED
        papers = act_button(_("Papers"), "secondary", "printer", self.papers_wanted.emit, PAPERS)
        papers.setToolTip(_("Closing sheet, report, difference, empty list, protocol: Alt+P"))
        if state is CheckState.PLANNED:
            start = act_button(_("Start the check"), "primary", "", self.start, ONWARD)
            self._pressed = {"start": start}
            return [papers, start]
        last = (
            act_button(_("Reopen"), "secondary", "lock-open", self.ask_reopen, REOPEN)
            if state is CheckState.FINISHED
            else act_button(_("Finish"), "primary", "", self.finish, ONWARD)
        )
        letter = act_button(_("Audit letter"), "secondary", "mail", self.letter, LETTER)
        letter.setEnabled("letter" not in self._under_way)
        self._pressed = {"finish": last, "letter": letter}
        excel = act_button(_("Excel"), "secondary", "download", self.ask_workbook, WORKBOOK)
        return [papers, excel, letter, last]

    def start(self) -> None:
        if self._check is not None and self._begins("start"):
            ticket = self._tasks.do(self._checks.start, self._check.id)
            ticket.ended(partial(self._ended, "start"))
            started = partial(self._started, self._pressed.get("start"))
            ticket.then(started).otherwise(self._explain)

    def finish(self) -> None:
        if self._check is not None and self._begins("finish"):
            self.settled.emit()
            ticket = self._tasks.do(self._checks.finish, self._check.id)
            ticket.ended(partial(self._ended, "finish"))
            finished = partial(self._finished, self._pressed.get("finish"))
            ticket.then(finished).otherwise(self._not_finished)

    def ask_reopen(self) -> None:
        if self._check is None:
            return
        self.card = ReasonCard(
            self._host,
            _("Reopen this check"),
            _("Answers can then change. The reason stays in the history."),
            _("Reopen"),
            aside=(self._sheet, REOPENING),
        )
        self.card.given.connect(partial(self._reopen, self._check.id))
        self.card.begin()

    def ask_workbook(self) -> None:
        """Out for whom, or what came back."""
        if self._check is not None:
            self.settled.emit()
            self.workbook = WorkbookCard(self._host)
            self.workbook.chosen.connect(partial(self._workbook_chosen, self._check))
            self.workbook.begin()

    def _workbook_chosen(self, check: CheckFile, way: str) -> None:
        if way == BACK:
            title = _("Choose the workbook that came back")
            choose_open(self._host, title, EXCEL, self.came_back.emit)
            return
        name = f"{check.reference} {check.centre_name}.xlsx"
        title, tidy = _("Keep the checklist"), tidy_name(name)
        write = partial(self._write, check.id, SheetUse(way))
        choose_save(self._host, title, EXCEL, tidy, write)

    def letter(self) -> None:
        """Begin the letter first: a refusal is told here, where it can be mended."""
        if self._check is not None and self._begins("letter"):
            self.settled.emit()
            ticket = self._tasks.do(self._letters.write_audit_letter, self._check.id)
            ticket.ended(partial(self._ended, "letter"))
            begun = only_here(self._host, self._about, self._letter_begun, self._tell_letter)
            ticket.then(begun).otherwise(self._explain)

    def _about(self) -> UUID | None:
        return self._check.id if self._check is not None else None

    def _begins(self, act: str) -> bool:
        """Whether this act may begin: not while it is under way, such as at a double click."""
        if act in self._under_way:
            return False
        self._under_way.add(act)
        self._allow(act, allowed=False)
        return True

    def _allow(self, act: str, *, allowed: bool) -> None:
        button = self._pressed.get(act)
        if button is not None and isValid(button):
            if not allowed and button.hasFocus():
                self.begun.emit()
            button.setEnabled(allowed)

    def _ended(self, act: str) -> None:
        """However it ended."""
        self._under_way.discard(act)
        self._allow(act, allowed=True)

    def _letter_begun(self, letter_id: UUID) -> None:
        self.wanted.emit(Ref("letter", letter_id))

    def _tell_letter(self, letter_id: UUID) -> None:
        """Who went elsewhere is not called away."""
        said, there = _("The audit letter is begun."), Ref("letter", letter_id)
        self.said.emit(Message(said, opens=there, word=_("Show it there")))

    def _started(self, pressed: Button | None, _done: None) -> None:
        _close(pressed)
        self.said.emit(Message(_("The check has begun."), undo=True))

    def _finished(self, pressed: Button | None, _done: None) -> None:
        _close(pressed)
        sentence = _("The check is finished. The audit letter can be made.")
        self.said.emit(Message(sentence, undo=True))

    def _not_finished(self, error: AppError) -> None:
        self._explain(error)
        if isinstance(error, CheckIncomplete):
            self.incomplete.emit()
        elif isinstance(error, RechecksOpen):
            self.unseen.emit()

    def _reopen(self, check: UUID, _nothing: object, reason: str) -> None:
        ticket = self._tasks.do(self._checks.reopen, check, reason)
        if self.card is not None:
            self.card.awaits(ticket)
        ticket.then(self._reopened)

    def _reopened(self, _done: None) -> None:
        """The button that asked is gone by now, or about to go."""
        self.begun.emit()

    def _write(self, check: UUID, use: SheetUse, path: Path) -> None:
        ticket = self._tasks.do(self._checks.send_out, check, path, use)
        ticket.then(partial(self._written, path)).otherwise(self._explain)

    def _written(self, path: Path, _exported: object) -> None:
        self.said.emit(Message(_("Checklist kept in {path}").format(path=path)))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))


def _close(pressed: Button | None) -> None:
    """What led to another state: until its successor is here it is not pressed again."""
    if pressed is not None and isValid(pressed):
        pressed.setEnabled(False)
