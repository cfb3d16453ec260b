"""A list that comes in: choose it, read it, see what it would do, take it over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.imports import Imports, Taken
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import enumeration
from ui.kit.ask import choose_open
from ui.kit.base import column, wrap
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.page import Message
from ui.kit.shell import Header
from ui.pages.centres.import_report import Decisions, ImportReport
from ui.pages.centres.import_rows import summary
from ui.pages.centres.keys import inside
from ui.pages.centres.waiting import Waiting
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.intake.centre_reading import CentreListReading
    from controllers.intake.plan_values import CentreListPlan

FILTERS = "Excel (*.xlsx *.xlsm *.xls);;*"


class ImportView(QWidget):
    """`left` goes back to the list: cancelled, or done with what `said` tells."""

    left = Signal()
    said = Signal(object)

    def __init__(self, imports: Imports, tasks: Tasks) -> None:
        super().__init__()
        self._imports, self._tasks = imports, tasks
        self._reading: CentreListReading | None = None
        self._name = ""
        self._read: Ticket[CentreListReading] | None = None
        self._planned: Ticket[CentreListPlan] | None = None
        self._writing = False
        self.choose = Button(_("Choose the file"), "primary", "folder")
        self.other = Button(_("Choose another file"), "primary", "folder")
        self.start_room = EmptyState(
            "inbox",
            _("Choose the list of your service"),
            _(
                "An Excel workbook with centres, establishments or counsellors. You first see"
                " what it would do; nothing is written yet."
            ),
            self.choose,
        )
        self.trouble = EmptyState("alert-circle", _("This file cannot be read"), "", self.other)
        self.waiting = Waiting()
        self.report = ImportReport(tasks)
        self.header = Header(_("Import a list"), (_("Centres"), _("Import a list")))
        self._rooms = QStackedWidget()
        for room in (self.start_room, self.trouble, self.waiting):
            self._rooms.addWidget(room)
        plain = column(self.header, gap=0)
        plain.addWidget(self._rooms, 1)
        self._plain = wrap(plain)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._plain)
        self.stack.addWidget(self.report)
        self.setLayout(column(self.stack, gap=0))
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def start(self) -> None:
        """Begin with an empty table, unless a list is being written."""
        if not self._writing:
            self._drop()
            self._show_room(self.start_room)
            self.choose.setFocus()

    def ask_file(self) -> None:
        choose_open(self, _("Choose the list of centres"), FILTERS, self.read)

    def read(self, path: Path) -> None:
        """Read this file on a reader's thread, and show what it would do."""
        self._drop()
        self._name = path.name
        self.waiting.say(_("{name} is being read").format(name=path.name), _("Nothing is written."))
        self._show_room(self.waiting)
        ticket = self._tasks.ask(self._imports.read, path)
        self._read = ticket.then(self._compare).otherwise(self._explain)

    def reload(self) -> None:
        """The file changed under a dry run that shows: compare anew."""
        if self._reading is not None and not self._writing:
            self._plan(self.report.decisions)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_file)
        self.other.clicked.connect(self.ask_file)
        self.header.crumb_chosen.connect(self._crumb)
        inside(self._plain, "Esc", self._cancel)
        self.report.other.connect(self.ask_file)
        self.report.left.connect(self._leave)
        self.report.decided.connect(self._plan)
        self.report.taken.connect(self._take)

    def _compare(self, reading: CentreListReading) -> None:
        unreadable = questions(reading)
        if unreadable:
            self._refuse(unreadable)
            return
        self._reading = reading
        self.waiting.say(
            _("{name} is being compared").format(name=self._name),
            _("With what this file knows already. Nothing is written."),
        )
        ticket = self._tasks.ask(self._imports.plan, reading)
        self._planned = ticket.then(self._begin_report).otherwise(self._explain)

    def _begin_report(self, plan: CentreListPlan) -> None:
        if self._reading is not None:
            self.stack.setCurrentWidget(self.report)
            self.report.allow(busy=False)
            self.report.begin(self._reading, plan)

    def _plan(self, decisions: Decisions) -> None:
        if self._reading is None:
            return
        ticket = self._tasks.ask(self._imports.plan, self._reading, decisions)
        self._planned = ticket.instead_of(self._planned).then(self.report.show_plan)

    def _take(self) -> None:
        if self._reading is None or self._writing:
            return
        self._writing = True
        self.report.allow(busy=True)
        self.waiting.say(
            _("{name} is being imported").format(name=self._name),
            _("You can go on working; it is one step that can be undone."),
        )
        self._show_room(self.waiting)
        decisions = self.report.decisions
        ticket = self._tasks.do(self._imports.take, self._reading, self._name, decisions)
        ticket.then(self._taken).otherwise(self._not_taken)

    def _taken(self, taken: Taken) -> None:
        self._writing = False
        self._drop()
        if taken.step is None:
            self.said.emit(Message(_("There was nothing new in this list."), tone="accent"))
        else:
            records = enumeration(summary(taken.plan))
            said = _("Imported: {records}.").format(records=records)
            self.said.emit(Message(said, undo=True))
        self.left.emit()

    def _not_taken(self, error: AppError) -> None:
        """The disk refused: the report is still there, nothing was written."""
        self._writing = False
        self.report.allow(busy=False)
        self.stack.setCurrentWidget(self.report)
        self.said.emit(Message(str(error), tone="late"))

    def _explain(self, error: AppError) -> None:
        self._refuse(str(error))

    def _refuse(self, why: str) -> None:
        self._reading = None
        self.trouble.set_reason(_("This file cannot be read"), why)
        self._show_room(self.trouble)
        self.other.setFocus()

    def _leave(self) -> None:
        self._drop()
        self.left.emit()

    def _drop(self) -> None:
        """Nobody waits for what was asked before, and what was read is forgotten."""
        for ticket in (self._read, self._planned):
            if ticket is not None:
                ticket.drop()
        self._reading = None

    def _show_room(self, room: QWidget) -> None:
        self._rooms.setCurrentWidget(room)
        self.stack.setCurrentWidget(self._plain)

    def _cancel(self) -> None:
        """What is being written is never called off."""
        if not self._writing:
            self._leave()

    def _crumb(self, number: int) -> None:
        if number == 0:
            self._cancel()


def questions(reading: CentreListReading) -> str:
    """Why no row of this workbook can be taken, a line per question; empty when one can be."""
    if any(sheet.facts for sheet in reading.sheets):
        return ""
    asked = [issue.reason for sheet in reading.sheets if sheet.role for issue in sheet.questions]
    others = [sheet.name for sheet in reading.sheets if not sheet.role]
    if asked and others:
        asked.append(_("Not read: sheet {names}.").format(names=", ".join(others)))
    return "\n".join(asked)
