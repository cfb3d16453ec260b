"""The list of checks: newest first, and the one thing to do when there is none."""

from __future__ import annotations

from pathlib import Path

from controllers.bundle import Controllers
from controllers.checks import COLUMNS, ORDERS
from controllers.export.landing import Exported
from models.kernel.text import _
from ui.kit.memory import Memory
from ui.kit.record_list import BookWords, ListSource, ListWords, RecordList
from ui.tasks import Tasks, Ticket


class CheckList(RecordList):
    """Every check, by its day at first; its workbook holds all answers."""

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        found = controllers.checks
        newest = ("day", True)
        source = ListSource("checks", COLUMNS, found.ids, found.rows, ORDERS, newest)
        words = ListWords(
            _("Checks"),
            "checklist",
            _("Plan a check"),
            _("No dossier checks yet"),
            _("Plan a check at a centre. You prepare it here and fill it in at the table."),
            _("The list is ordered by centre, day, officer or state."),
            BookWords(
                _("All answers to Excel"),
                _("Keep all answers"),
                _("Answers of checks"),
                _("Answers kept in {path}"),
            ),
        )
        super().__init__(tasks, memory, source, words)
        self._outgoing = controllers.outgoing

    def keep(self, path: Path) -> Ticket[Exported]:
        return self._tasks.ask(self._outgoing.answers, path)
