"""A list that comes in: choose it, read it, see what it would do, take it over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from controllers.imports import Imports, Taken
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import enumeration
from ui.kit.ask import choose_open
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.header import Header
from ui.kit.incoming import WORKBOOKS, IncomingView
from ui.kit.page import Message
from ui.pages.centres.import_report import Decisions, ImportReport
from ui.pages.centres.import_rows import summary
from ui.pages.centres.keys import inside
from ui.pages.centres.waiting import Waiting
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.intake.centre_reading import CentreListReading
    from controllers.intake.plan_values import CentreListPlan


class ImportView(IncomingView):
    """`left` goes back to the list: cancelled, or done with what `said` tells."""

    left = Signal()

    def __init__(self, imports: Imports, tasks: Tasks) -> None:
        header = Header(_("Import a list"), (_("Centres"), _("Import a list")))
        choose = Button(_("Choose the file"), "primary", "folder")
        start = EmptyState(
            "inbox",
            _("Choose the list of your service"),
            _(
                "An Excel workbook with centres, establishments or counsellors. You first see"
                " what it would do; nothing is written yet."
            ),
            choose,
        )
        waiting, report = Waiting(), ImportReport(tasks)
        super().__init__(header, _("This file cannot be read"), (start, waiting), report)
        self.choose, self.start_room = choose, start
        self.waiting, self.report = waiting, report
        self._imports, self._tasks = imports, tasks
        self._reading: CentreListReading | None = None
        self._name = ""
        self._read: Ticket[CentreListReading] | None = None
        self._planned: Ticket[CentreListPlan] | None = None
        self._connect()

    def start(self) -> None:
        """Begin with an empty table, unless a list is being written."""
        if not self._writing:
            self._drop()
            self.show_room(self.start_room)
            self.choose.setFocus()

    def ask_file(self) -> None:
        choose_open(self, _("Choose the list of centres"), WORKBOOKS, self.read)

    def read(self, path: Path) -> None:
        """Read this file on a reader's thread, and show what it would do."""
        self._drop()
        self._name = path.name
        self.waiting.say(_("{name} is being read").format(name=path.name), _("Nothing is written."))
        self.show_room(self.waiting)
        ticket = self._tasks.ask(self._imports.read, path)
        self._read = ticket.then(self._compare).otherwise(self._explain)

    def reload(self) -> None:
        """The file changed under a dry run that shows: compare anew."""
        if self._reading is not None and not self._writing:
            self._plan(self.report.decisions)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_file)
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
        self.show_room(self.waiting)
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
        self.refuse(why)

    def _leave(self) -> None:
        self._drop()
        self.left.emit()

    def _drop(self) -> None:
        """Nobody waits for what was asked before, and what was read is forgotten."""
        for ticket in (self._read, self._planned):
            if ticket is not None:
                ticket.drop()
        self._reading = None

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
