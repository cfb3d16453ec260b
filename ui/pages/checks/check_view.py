"""One check: where it is, what can be done with it, and its four sides."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.bundle import Controllers
from controllers.wording import badge, word
from models.checks.values import CheckFile, CheckIncomplete, CheckState
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import short_date
from ui.kit.ask import choose_save
from ui.kit.badge import Badge
from ui.kit.base import column, row
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.kit.segmented import Segmented
from ui.kit.shell import Header
from ui.pages.checks.answering import Answering
from ui.pages.checks.band import Band
from ui.pages.checks.dossiers_view import DossiersView
from ui.pages.checks.findings_view import FindingsView
from ui.pages.checks.matrix_view import MatrixView
from ui.pages.checks.reason_card import ReasonCard
from ui.pages.checks.sight import Sight, look
from ui.pages.checks.visit_view import VisitView
from ui.tasks import Tasks

MATRIX, FINDINGS, DOSSIERS, VISIT = range(4)
EXCEL = "Excel (*.xlsx)"


class CheckView(QWidget):
    """Reads one check in the background and hands it to its sides; `closed` goes to the list."""

    closed = Signal()
    wanted = Signal(object)
    said = Signal(object)
    keys_changed = Signal(str)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._checks = controllers.checks
        self._id: UUID | None = None
        self._check: CheckFile | None = None
        self._asking, self._again = False, False
        self._then_stand: tuple[str, str] | None = None
        self.card: ReasonCard | None = None
        self.answering = Answering(controllers.checks, tasks, self)
        self.matrix = MatrixView(controllers.checks, tasks, memory, self.answering)
        self.findings = FindingsView(controllers.checks, tasks, controllers.today())
        self.dossiers = DossiersView(controllers.checks, tasks)
        self.visit = VisitView(controllers, tasks)
        self.header, self.band = Header(_("Dossier check")), Band()
        self.sides = Segmented(
            (_("Matrix"), _("Findings"), _("Dossiers"), _("Visit")), name=_("Sides of the check")
        )
        self.add_first = Button(_("Add dossiers"), "primary", "plus")
        self.empty = EmptyState(
            "checklist",
            _("No dossiers yet"),
            _("Add the dossiers you want to look into. Their numbers are enough."),
            self.add_first,
        )
        self.stack = QStackedWidget()
        for side in (self.matrix, self.findings, self.dossiers, self.visit, self.empty):
            self.stack.addWidget(side)
        whole = column(self.header, self.band, gap=0)
        whole.addLayout(row(self.sides, None, self.matrix.choices, margins=(28, 0, 24, 10)))
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)
        self._connect()

    @property
    def check(self) -> CheckFile | None:
        return self._check

    def open(self, check_id: UUID, detail: str = "") -> None:
        """Show this check; detail is a question key to stand on."""
        if check_id != self._id:
            self.settle()
            self._id, self._check = check_id, None
            self.sides.choose(MATRIX)
        if detail:
            self._then_stand = (detail, "")
        self.reload()

    def reload(self) -> None:
        """Read anew; while a reading is under way, once more after it."""
        if self._id is None:
            return
        self._again = self._asking
        if not self._asking:
            self._asking = True
            ask = self._tasks.ask(look, self._checks, self._id)
            ask.then(partial(self._show, self.answering.stamp)).otherwise(self._lost)

    def settle(self) -> None:
        for side in (self.matrix, self.findings, self.dossiers, self.visit):
            side.settle()

    def show_side(self, side: int) -> None:
        """Matrix, findings, dossiers or visit."""
        if side != self.sides.choice():
            self.sides.choose(side)
        self._turn(side)

    def _connect(self) -> None:
        self.header.crumb_chosen.connect(self._follow_crumb)
        self.sides.chosen.connect(self._turn)
        self.band.pressed.connect(self._start_or_reopen)
        self.add_first.clicked.connect(self._to_numbers)
        self.matrix.finding_wanted.connect(self._to_finding)
        self.findings.question_wanted.connect(self._to_question)
        self.dossiers.opened.connect(self._to_dossier)
        for side in (self.matrix, self.findings, self.dossiers, self.visit):
            side.said.connect(self.said)

    def _show(self, asked_at: int, sight: Sight) -> None:
        self._asking = False
        if sight.check.id != self._id:
            self._again = True
        else:
            self._show_check(sight, asked_at)
        if self._again:
            self.reload()

    def _show_check(self, sight: Sight, asked_at: int) -> None:
        first = self._check is None
        moved = first or self._check is None or self._check.state is not sight.check.state
        check = self._check = sight.check
        self.band.show_check(check)
        self._show_header(check, moved)
        self.sides.set_counts(
            (sight.gaps, len(check.findings), len(check.dossiers)) if check.dossiers else (0, 0, 0)
        )
        self.matrix.show_sight(sight, asked_at)
        self.findings.show_check(check)
        self.dossiers.show_check(check)
        self.visit.show_check(check)
        self._turn(self.sides.choice(), focus=first)
        if self._then_stand is not None:
            key, number = self._then_stand
            self._then_stand = None
            self._to_question(key, number)

    def _show_header(self, check: CheckFile, moved: bool) -> None:
        day = check.visit_date or check.planned_on
        about = f"{check.centre_name} · {short_date(day)}" if day else check.centre_name
        self.header.set_crumbs((_("Checks"), about))
        if moved:
            self.header.set_badges((Badge(badge(check.state), word(check.state)),))
            self.header.set_actions(self._actions(check))

    def _actions(self, check: CheckFile) -> list[Button]:
        if check.state is CheckState.PLANNED:
            return [_button(_("Start the check"), "primary", "", self._start)]
        last = (
            _button(_("Reopen"), "secondary", "lock-open", self._ask_reopen)
            if check.state is CheckState.FINISHED
            else _button(_("Finish"), "primary", "", self._finish)
        )
        return [
            _button(_("Excel"), "secondary", "download", self._ask_where),
            _button(_("Audit letter"), "secondary", "mail", self._letter),
            last,
        ]

    def _turn(self, side: int, focus: bool = True) -> None:
        none = self._check is not None and not self._check.dossiers
        empty = none and side in (MATRIX, FINDINGS)
        pages = (self.matrix, self.findings, self.dossiers, self.visit)
        page = self.empty if empty else pages[side]
        if self.stack.currentWidget() is not page:
            self.settle()
            self.stack.setCurrentWidget(page)
        self.matrix.choices.setVisible(page is self.matrix)
        if focus and self.isVisible() and side == MATRIX:
            (self.add_first if empty else self.matrix.matrix).setFocus()
        self.keys_changed.emit(self.keys())

    def keys(self) -> str:
        """The keys that matter on this side, for the status bar."""
        match self.sides.choice():
            case 0 if self._check is not None and self._check.dossiers:
                return _("1–5 answer · N note · F8 next gap · ? all keys")
            case 2:
                return _("Enter add · Delete take out")
            case _:
                return ""

    def _lost(self, error: AppError) -> None:
        """The check was taken back in the meantime."""
        self._asking = self._again = False
        self._id = self._check = None
        self.said.emit(Message(str(error), tone="due"))
        self.closed.emit()

    def _follow_crumb(self, place: int) -> None:
        if place == 0:
            self.settle()
            self.closed.emit()
        elif self._check is not None:
            self.wanted.emit(Ref("centre", self._check.centre_id))

    def _start_or_reopen(self) -> None:
        if self._check is not None and self._check.state is CheckState.PLANNED:
            self._start()
        else:
            self._ask_reopen()

    def _start(self) -> None:
        if self._id is not None:
            ticket = self._tasks.do(self._checks.start, self._id)
            ticket.then(self._started).otherwise(self._explain)

    def _started(self, _done: None) -> None:
        self.said.emit(Message(_("The check has begun."), undo=True))

    def _finish(self) -> None:
        if self._id is not None:
            self.settle()
            ticket = self._tasks.do(self._checks.finish, self._id)
            ticket.then(self._finished).otherwise(self._not_finished)

    def _finished(self, _done: None) -> None:
        self.said.emit(
            Message(_("The check is finished. The audit letter can be made."), undo=True)
        )

    def _not_finished(self, error: AppError) -> None:
        self._explain(error)
        if isinstance(error, CheckIncomplete):
            self.show_side(MATRIX)
            if self.matrix.place and not self.matrix.matrix.cell(*self.matrix.place).gap:
                self.matrix.matrix.go_to_next_gap()

    def _ask_reopen(self) -> None:
        self.card = ReasonCard(
            self,
            _("Reopen this check"),
            _("Answers can then change. The reason stays in the history."),
            _("Reopen"),
        )
        self.card.given.connect(self._reopen)
        self.card.begin()

    def _reopen(self, _nothing: object, reason: str) -> None:
        if self._id is not None and self.card is not None:
            ticket = self._tasks.do(self._checks.reopen, self._id, reason)
            ticket.then(self.card.accept).otherwise(self.card.refuse)

    def _ask_where(self) -> None:
        if self._check is not None:
            self.settle()
            name = f"{self._check.reference} {self._check.centre_name}.xlsx"
            tidy = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", name)
            choose_save(self, _("Keep the checklist"), EXCEL, tidy, self._write)

    def _write(self, path: Path) -> None:
        if self._id is not None:
            ticket = self._tasks.do(self._controllers.outgoing.checklist, self._id, path)
            ticket.then(partial(self._written, path)).otherwise(self._explain)

    def _written(self, path: Path, _exported: object) -> None:
        self.said.emit(Message(_("Checklist kept in {path}").format(path=path)))

    def _letter(self) -> None:
        if self._id is not None:
            self.settle()
            self.wanted.emit(Ref("letter-of", self._id))

    def _to_finding(self, key: str) -> None:
        self.show_side(FINDINGS)
        self.findings.go_to(key)

    def _to_question(self, key: str, number: str) -> None:
        dossiers = self._check.dossiers if self._check else ()
        dossier = next((each.id for each in dossiers if each.number == number), None)
        self.show_side(MATRIX)
        self.matrix.go_to(key, dossier)

    def _to_dossier(self, dossier: UUID) -> None:
        self.show_side(MATRIX)
        self.matrix.stand_on(dossier)

    def _to_numbers(self) -> None:
        self.show_side(DOSSIERS)
        self.dossiers.focus_numbers()

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))


def _button(label: str, kind: str, icon: str, act: object) -> Button:
    button = Button(label, kind, icon)
    button.clicked.connect(act)
    return button
