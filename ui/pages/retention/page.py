"""The page of retention: proposes what may go, destroys only when a person says so."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from controllers.bundle import Controllers
from controllers.export.landing import Exported
from models.kernel.errors import AppError
from models.kernel.text import N_, _
from models.retention.values import RetentionBook, RetentionRow, Statement
from ui.kit.ask import choose_save
from ui.kit.base import column, row
from ui.kit.empty import EmptyState
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.page import Message, Page, Ref
from ui.kit.segmented import Segmented
from ui.pages.retention.destroy_card import DestroyCard
from ui.pages.retention.files_view import FilesView
from ui.pages.retention.person_view import PersonView
from ui.pages.retention.statements_view import StatementsView
from ui.tasks import Tasks, Ticket

VIEWS = ("due", "kept", "statements", "person")


class RetentionPage(Page):
    """Four views behind one choice."""

    key = "retention"
    icon = "folder"
    word = N_("Retention")
    shows = (
        *("centre", "mandate", "application", "decision", "dossier_check", "finding"),
        *("quality_action", "letter", "satisfaction", "attachment", "destruction"),
        *("setting", "rule_change", "counsellor", "contact", "complaint", "complaint_route"),
    )
    opens = ("retention",)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        del memory  # whoever comes here, begins with what is due
        self._retention = controllers.retention
        self._asked: Ticket[RetentionBook] | None = None
        self.card: DestroyCard | None = None
        self.due = FilesView(tasks, _("Due for destruction"), _nothing_due(), due=True)
        self.kept = FilesView(tasks, _("To be kept"), _nothing_kept(), due=False)
        self.statements = StatementsView(tasks)
        self.person = PersonView(self._retention, tasks)
        self.views = (self.due, self.kept, self.statements, self.person)
        words = [_("Due"), _("To be kept"), _("Statements"), _("On a person")]
        self.which = Segmented(words, name=_("Show"))
        self.header = Header(_("Retention"))
        self.header.set_sub(_("Nothing goes by itself: the program proposes, you destroy."))
        self.stack = QStackedWidget()
        for view in self.views:
            self.stack.addWidget(view)
        whole = column(self.header, row(self.which, None, margins=(28, 0, 24, 12)), gap=0)
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)
        self._connect()

    def reload(self) -> None:
        ask = self._tasks.ask(self._retention.book).instead_of(self._asked)
        self._asked = ask.then(self._show).otherwise(self._explain)
        self.person.reload()

    def open(self, ref: Ref) -> None:
        if ref.detail in VIEWS:
            self.show_view(VIEWS.index(ref.detail))
        self.keys_changed.emit(self.views[self.stack.currentIndex()].keys())

    def show_view(self, number: int) -> None:
        self.which.choose(number)
        self.stack.setCurrentIndex(number)
        self.keys_changed.emit(self.views[number].keys())
        if self.isVisible():
            self.views[number].start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.views[self.stack.currentIndex()].start()

    def _connect(self) -> None:
        self.which.chosen.connect(self.show_view)
        self.due.destroy_wanted.connect(self._ask)
        self.statements.paper_wanted.connect(self._choose_paper)
        for view in (self.due, self.kept, self.person):
            view.wanted.connect(self.wanted)
        self.person.said.connect(self.said)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._find)

    def _show(self, book: RetentionBook) -> None:
        self.due.show_rows(book.due)
        self.kept.show_rows(book.kept)
        self.statements.show_rows(book.statements)
        self.which.set_counts([len(book.due), len(book.kept), len(book.statements)])
        self.counted.emit(len(book.due), 0)

    def _find(self) -> None:
        self.show_view(VIEWS.index("person"))

    def _ask(self, rows: list[RetentionRow]) -> None:
        self.card = DestroyCard(self, self._retention, self._tasks, rows)
        self.card.destroyed.connect(self._destroyed)
        self.card.begin()

    def _destroyed(self, statement: UUID) -> None:
        self.show_view(VIEWS.index("statements"))
        self._tasks.ask(self._retention.statement, statement).then(self._told)

    def _told(self, made: Statement) -> None:
        said = _("Destroyed. Statement {reference} stays.").format(reference=made.reference)
        self.said.emit(Message(said))

    def _choose_paper(self, one: Statement) -> None:
        name = f"{_('statement of destruction')} {one.reference}.pdf"
        then = partial(self._write, one.id)
        choose_save(self, _("Statement as PDF"), "PDF (*.pdf)", name, then)

    def _write(self, statement: UUID, path: Path) -> None:
        ticket = self._tasks.ask(self._retention.write_statement, statement, path)
        ticket.then(self._written).otherwise(self._explain)

    def _written(self, made: Exported) -> None:
        self.said.emit(Message(_("Statement kept in {path}").format(path=made.path.name)))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))


def _nothing_due() -> EmptyState:
    return EmptyState(
        "folder",
        _("Nothing is due for destruction"),
        _("A file comes here once its term is over and nothing keeps it."),
    )


def _nothing_kept() -> EmptyState:
    return EmptyState(
        "folder",
        _("No files are kept"),
        _("Every centre whose term runs comes here, with why it is kept."),
    )


PAGE = RetentionPage
