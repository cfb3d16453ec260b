"""The list of letters: newest first, and where to go when there is none."""

from __future__ import annotations

from pathlib import Path

from controllers.bundle import Controllers
from controllers.export.landing import Exported
from controllers.letters import COLUMNS, ORDERS
from models.kernel.text import _
from ui.kit.memory import Memory
from ui.kit.record_list import ListSource, ListWords, RecordList
from ui.tasks import Tasks, Ticket


class LetterList(RecordList):
    """Every letter; a new one begins at the check it is about."""

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        found = controllers.letters
        newest = ("date", True)
        source = ListSource("letters", COLUMNS, found.ids, found.rows, ORDERS, newest)
        words = ListWords(
            _("Letters"),
            "mail",
            _("To the checks"),
            _("No letters yet"),
            _("You make an audit letter from a dossier check."),
            _("The list is ordered by centre or date."),
            new_icon="checklist",
            always_new=False,
        )
        super().__init__(tasks, memory, source, words)
        self._outgoing = controllers.outgoing

    def keep(self, path: Path) -> Ticket[Exported]:
        return self._tasks.do(self._outgoing.letters, path)
