"""The list of checks: newest first, and the one thing to do when there is none."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut

from controllers.bundle import Controllers
from controllers.checks import COLUMNS, ORDERS
from controllers.export.landing import Exported
from models.checks.values.revision import PaperDesk
from models.kernel.text import _
from ui.kit.button import Button
from ui.kit.memory import Memory
from ui.kit.page import Message
from ui.kit.record_list import BookWords, ListSource, ListWords, RecordList
from ui.pages.checks.papers import Papers
from ui.pages.checks.papers_card import PapersCard
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
        self.papers_of = Button(_("Papers"), "secondary", "printer")
        super().__init__(tasks, memory, source, words, (self.papers_of,))
        self._outgoing, self._checks = controllers.outgoing, found
        self.papers = Papers(controllers, tasks, self)
        self.papers.said.connect(self.said)
        self.card: PapersCard | None = None
        self.papers_of.setToolTip(_("Of the chosen check: Alt+P"))
        self.papers_of.clicked.connect(partial(self.ask_papers, ""))
        QShortcut(QKeySequence("Alt+P"), self, self.ask_papers)
        print_it = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        print_it.activated.connect(self._print)

    def keys(self) -> str:
        listed = self.stack.currentWidget() is self.view
        return _("↑ ↓ choose · Enter open · Alt+P papers") if listed else ""

    def ask_papers(self, kind: str = "") -> None:
        """The card with every paper of the chosen check, on this kind."""
        chosen = self._chosen()
        if chosen is not None:
            self.card = PapersCard(self, self._checks, self._tasks, self.papers)
            self.card.begin(chosen, kind)

    def _print(self) -> None:
        """The closing sheet of the chosen check, as on every side of a check."""
        chosen = self._chosen()
        if chosen is not None:
            self._tasks.ask(self._checks.papers, chosen).then(self._print_closing)

    def _print_closing(self, desk: PaperDesk) -> None:
        self.papers.show_of(desk.check_id, desk.reference, desk.centre)
        self.papers.print(self.papers.closing)

    def _chosen(self) -> UUID | None:
        found = self.view.current_id
        if found is None:
            self.said.emit(Message(_("Choose a check first."), tone="due"))
        return found

    def keep(self, path: Path) -> Ticket[Exported]:
        return self._tasks.ask(self._outgoing.answers, path)
