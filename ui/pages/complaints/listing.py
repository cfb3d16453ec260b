"""The list of complaints: open and late first, and the one thing to do when there is none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QResizeEvent

from controllers.bundle import Controllers
from controllers.complaints import COLUMNS, ORDERS
from controllers.export.landing import Exported
from models.kernel.text import _
from ui.kit.memory import Memory
from ui.kit.record_list import ListSource, ListWords, RecordList
from ui.kit.theme import theme
from ui.tasks import Tasks, Ticket

ROOMY = 1240
"""From this width on there is room for who handles it and what was judged."""


class ComplaintList(RecordList):
    """Every complaint, the most pressing first."""

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        found = controllers.complaints
        pressing = ("pressing", False)
        source = ListSource("complaints", COLUMNS, found.ids, found.rows, ORDERS, pressing)
        words = ListWords(
            _("Complaints"),
            "message-report",
            _("Register a complaint"),
            _("No complaints yet"),
            _("Register a complaint when it comes in. Who complained is not written down here."),
            _("The list is not ordered by that column. Choose centre, day, handler or state."),
        )
        super().__init__(tasks, memory, source, words)
        self._outgoing = controllers.outgoing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= theme().px(ROOMY)
        for key in ("handler", "judgement"):
            self.view.show_column(key, shown=roomy)

    def keep(self, path: Path) -> Ticket[Exported]:
        return self._tasks.do(self._outgoing.complaints, path)
