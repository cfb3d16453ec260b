"""The list of applications: newest first, and the one thing to do when there is none."""

from __future__ import annotations

from pathlib import Path

from controllers.applications import COLUMNS, ORDERS
from controllers.bundle import Controllers
from controllers.export.landing import Exported
from models.kernel.text import _
from ui.kit.memory import Memory
from ui.kit.record_list import ListSource, ListWords, RecordList
from ui.tasks import Tasks, Ticket


class ApplicationList(RecordList):
    """Every application, by the day it came in at first."""

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        found = controllers.applications
        newest = ("received_on", True)
        source = ListSource("applications", COLUMNS, found.ids, found.rows, ORDERS, newest)
        words = ListWords(
            _("Applications"),
            "inbox",
            _("New application"),
            _("No applications yet"),
            _("Write down an application when it comes in. You judge it here, point by point."),
            _("The list is ordered by centre, day, assessor, term or state."),
        )
        super().__init__(tasks, memory, source, words)
        self._outgoing = controllers.outgoing

    def keep(self, path: Path) -> Ticket[Exported]:
        return self._tasks.do(self._outgoing.applications, path)
