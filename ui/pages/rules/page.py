"""The page of the rules: the table with its dates, a term counted live, and what rules propose."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from controllers.bundle import Controllers
from controllers.rules import RuleBook
from models.kernel.text import N_, _, ngettext
from models.mandates.rules.proposals import EndProposal
from models.settings.values import RecordedChange, RuleEntry
from ui.kit.base import column, row, wrap
from ui.kit.fitting import fit_panel
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.page import Message, Page, Ref
from ui.kit.row_list import RowList
from ui.kit.segmented import Segmented
from ui.kit.shell import panel
from ui.kit.theme import themes
from ui.pages.rules.change_card import ChangeCard
from ui.pages.rules.periods_view import PeriodsView
from ui.pages.rules.proposals_view import ProposalsView
from ui.pages.rules.rule_panel import RulePanel
from ui.pages.rules.strip import TermStrip
from ui.pages.rules.words import listed
from ui.tasks import Tasks, Ticket

PANEL = 340
VIEW = "rules/view"
"""Which view was open when the window closed."""
VIEWS = ("table", "proposals", "periods")


class RulesPage(Page):
    """Three views behind one door; the side panel speaks about the chosen rule."""

    key = "rules"
    icon = "scale"
    word = N_("Rules")
    shows = ("rule_change", "setting", "mandate", "centre")
    opens = ("rules",)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._rules, self._memory = controllers.rules, memory
        self._asked: Ticket[RuleBook] | None = None
        self.book: RuleBook | None = None
        self.card: ChangeCard | None = None
        self.views = Segmented(
            [_("Table"), _("Proposals"), _("Next periods")], name=_("What is shown")
        )
        self.header = Header(_("Rules"), actions=(self.views,))
        self.strip = TermStrip(self._rules.today())
        self.list = RowList()
        self.list.setAccessibleName(_("Rules"))
        self.panel = RulePanel()
        self.proposals = ProposalsView(self._rules, tasks)
        self.periods = PeriodsView()
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        kept = memory.word(VIEW)
        self.show_view(VIEWS.index(kept) if kept in VIEWS else 0)

    def reload(self) -> None:
        ask = self._tasks.ask(self._rules.book).instead_of(self._asked)
        self._asked = ask.then(self._show)

    def open(self, ref: Ref) -> None:
        """The table, or the view named in the detail."""
        if ref.detail in VIEWS:
            self.show_view(VIEWS.index(ref.detail))
        else:
            self._tell_keys()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_view(self, number: int) -> None:
        self.views.choose(number)
        self.stack.setCurrentIndex(number)
        self._side.setVisible(number == 0)
        self._tell_keys()
        if self.isVisible():
            self._start()

    def settle(self) -> None:
        self._memory.keep_word(VIEW, VIEWS[self.stack.currentIndex()])

    def change(self) -> None:
        """Record another value for the chosen rule."""
        entry = self._entry(self.list.current)
        if entry is not None:
            self.card = ChangeCard(self, self._rules, self._tasks, entry)
            self.card.recorded.connect(self._recorded)
            self.card.begin()

    def mend(self, known: RecordedChange) -> None:
        """Mend or take back what was recorded."""
        entry = self._entry(known.change.key)
        if entry is not None:
            self.card = ChangeCard(self, self._rules, self._tasks, entry)
            self.card.begin_with(known)

    def _lay_out(self) -> None:
        table = column(
            column(self.strip, gap=0, margins=(28, 0, 24, 8)),
            column(self.list, gap=0, margins=(16, 0, 12, 0)),
            gap=0,
        )
        table.setStretch(1, 1)
        for view in (wrap(table), self.proposals, self.periods):
            self.stack.addWidget(view)
        left = column(self.header, gap=0)
        left.addWidget(self.stack, 1)
        whole = row(gap=0)
        whole.addLayout(left, 1)
        self._side = panel("right", PANEL, column(self.panel, gap=0), scroll=True)
        whole.addWidget(self._side)
        self.setLayout(whole)

    def _connect(self) -> None:
        themes.changed.connect(self._fit)
        self.views.chosen.connect(self.show_view)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open_rule)
        self.panel.change_wanted.connect(self.change)
        self.panel.mend_wanted.connect(self.mend)
        for view in (self.proposals, self.periods):
            view.wanted.connect(self.wanted)
        self.proposals.said.connect(self.said)

    def _show(self, book: RuleBook) -> None:
        self.book = book
        self.list.set_rows(listed(book.entries))
        self.strip.show_rules(book.entries, book.changed)
        self.proposals.show_proposals(book.proposals)
        self.periods.show_outlooks(book.outlooks, book.today)
        counts = [len(book.entries), len(book.proposals), len(book.outlooks)]
        self.views.set_counts(counts)
        self.counted.emit(len(book.proposals), 0)
        count = len(book.changed.dated)
        said = ngettext("{count} recorded change", "{count} recorded changes", count)
        rules = ngettext("{count} rule", "{count} rules", len(book.entries))
        parts = [rules.format(count=len(book.entries)), said.format(count=count) if count else ""]
        self.header.set_sub(" · ".join(part for part in parts if part))
        if self.list.current is None:
            self.list.choose(book.entries[0].key)
        self._choose(self.list.current)

    def _choose(self, key: str | None) -> None:
        entry = self._entry(key)
        if entry is not None:
            self.panel.show_entry(entry)
            self.strip.choose(entry.key)

    def _open_rule(self, _key: str) -> None:
        self.change()

    def _recorded(self, _change: object) -> None:
        self._tasks.ask(self._rules.proposals).then(self._tell_recorded)

    def _tell_recorded(self, proposals: tuple[EndProposal, ...]) -> None:
        count = sum(one.recorded for one in proposals)
        if not count:
            self.said.emit(Message(_("The change is recorded."), undo=True))
            return
        said = ngettext(
            "The change is recorded. It concerns {count} mandate; nothing changed there.",
            "The change is recorded. It concerns {count} mandates; nothing changed there.",
            count,
        ).format(count=count)
        there = Ref("rules", detail="proposals")
        self.said.emit(Message(said, opens=there, word=_("Look at them")))

    def _entry(self, key: str | None) -> RuleEntry | None:
        found = self.book.entries if self.book else ()
        return next((entry for entry in found if entry.key == key), None)

    def _start(self) -> None:
        """The keyboard goes to the list of this view."""
        starts = (self.list.setFocus, self.proposals.start, self.periods.start)
        starts[self.stack.currentIndex()]()
        self._tell_keys()

    def _tell_keys(self) -> None:
        keys = (
            _("Enter: another value · Alt+T: why this date"),
            _("Space: tick · Enter: open centre · Alt+T: why this date"),
            _("Enter: open centre · Alt+T: why this date"),
        )
        self.keys_changed.emit(keys[self.stack.currentIndex()])

    def _fit(self) -> None:
        fit_panel(self._side, PANEL, self.width())


PAGE = RulesPage
