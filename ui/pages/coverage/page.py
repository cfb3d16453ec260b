"""The room of coverage: every centre, the years of its mandate, and the longest silence first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget

from controllers.bundle import Controllers
from controllers.coverage import COLUMNS, ORDERS, narrowed
from controllers.export.landing import Exported
from models.actions.values import KIND_WORDS
from models.coverage import rules
from models.coverage.values import KINDS, CoverageBook, CoverageList, CoverageRow
from models.kernel.text import N_, _
from models.kernel.wording import enumeration, thousands
from ui.kit.ask import choose_save
from ui.kit.base import Text, column
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.page import Message, Page, Ref
from ui.kit.record_table import RecordTable
from ui.pages.coverage.filters import CoverageFilters
from ui.pages.coverage.legend import Legend
from ui.pages.coverage.table import CoverageView
from ui.tasks import Tasks, Ticket

WIDTHS = "coverage"
COUNTING = N_(
    "A survey in the log and a measurement that ends on the same day are one survey and count once."
)


class CoveragePage(Page):
    """All centres are asked once; narrowing and ordering work on that answer."""

    key = "coverage"
    icon = "chart-bar"
    word = N_("Coverage")
    shows = (
        *("centre", "mandate", "quality_action", "dossier_check", "satisfaction"),
        *("setting", "rule_change"),
    )
    opens = ("coverage",)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._controllers, self._memory = controllers, memory
        self._question: Ticket[CoverageBook] | None = None
        self._arranging: Ticket[CoverageList] | None = None
        self._book: CoverageBook | None = None
        self._order = ("silence", True)
        self._by_id: Mapping[UUID, CoverageRow] = {}
        self.table: RecordTable[CoverageRow] = RecordTable(COLUMNS, self._rows, tasks, self)
        self.table.set_order(*self._order)
        self.view = CoverageView(self.table)
        self.view.setAccessibleName(_("Coverage"))
        self.view.setAccessibleDescription(_(COUNTING))
        self.filters = CoverageFilters(memory)
        self.excel = Button("Excel", "secondary", "download", _("Keep this list as a workbook"))
        self._count = Text("", "body", 500, "faint", tabular=True)
        self.header = Header(_("Coverage"), badges=(self._count,), actions=(self.excel,))
        self.legend = Legend()
        self.clear = Button(_("Clear filters"), "secondary", "x")
        self.nothing = EmptyState(
            "search",
            _("Nothing found"),
            _("No centre fits. Try fewer letters, or clear the filters."),
            self.clear,
        )
        self.untouched = EmptyState(
            "chart-bar",
            _("No centres yet"),
            _("Once there are centres with a mandate, their years stand here."),
        )
        self.stack = QStackedWidget()
        for part in (self.view, self.nothing, self.untouched):
            self.stack.addWidget(part)
        whole = column(self.header, self.filters, gap=0)
        whole.addLayout(column(self.stack, gap=0, margins=(16, 0, 4, 0)), 1)
        whole.addWidget(self.legend)
        self.setLayout(whole)
        memory.restore_columns(WIDTHS, self.view.heading)
        self._connect()

    def reload(self) -> None:
        asked = self._tasks.ask(self._controllers.coverage.whole)
        self._question = asked.instead_of(self._question).then(self._know)

    def settle(self) -> None:
        self._memory.keep_columns(WIDTHS, self.view.heading)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._start()

    def open(self, ref: Ref) -> None:  # noqa: ARG002 - there is only one thing to open here
        self.keys_changed.emit(_("Ctrl+F: search · ← →: cell · Enter: open the centre"))

    def _connect(self) -> None:
        self.filters.changed.connect(self._arrange)
        self.filters.into_list.connect(self._into_list)
        self.table.order_wanted.connect(self._reorder)
        self.view.opened.connect(self._open)
        self.view.told.connect(self.legend.tell)
        self.excel.clicked.connect(self._choose_file)
        self.clear.clicked.connect(self.filters.reset)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)

    def _rows(self, ids: Sequence[UUID]) -> list[CoverageRow]:
        """The rows are here already; the table asks for those in sight."""
        known = self._by_id
        return [known[one] for one in ids if one in known]

    def _know(self, book: CoverageBook) -> None:
        self._book = book
        self._arrange()

    def _arrange(self) -> None:
        if self._book is not None:
            asked = self._tasks.ask(narrowed, self._book, self.filters.wanted(self._order))
            self._arranging = asked.instead_of(self._arranging).then(self._show)

    def _show(self, found: CoverageList) -> None:
        self._by_id = {row.id: row for row in found.rows}
        self.view.targets = dict(found.targets)
        self.filters.show_choices(found)
        self.table.show([row.id for row in found.rows])
        self._settle_room(found)
        self.legend.explain(_aims(found), _(COUNTING))

    def _settle_room(self, found: CoverageList) -> None:
        shown = self.view if found.rows else self.nothing if found.total else self.untouched
        turned = shown is not self.stack.currentWidget()
        self.stack.setCurrentWidget(shown)
        for part in (self.filters, self.excel, self.legend):
            part.setVisible(bool(found.total))
        if found.rows and self.view.current_id is None:
            self.view.setCurrentIndex(self.table.index(0, 0))
        focus = QApplication.focusWidget()
        if turned and self.isVisible() and (focus is None or self.isAncestorOf(focus)):
            self._start()
        count, total = thousands(len(found.rows)), thousands(found.total)
        said = _("{found} of {total}").format(found=count, total=total)
        self._count.setText(said if len(found.rows) != found.total else total)

    def _start(self) -> None:
        if self.stack.currentWidget() is self.view:
            self.view.setFocus()

    def _into_list(self) -> None:
        if self.stack.currentWidget() is self.view:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _find(self) -> None:
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()

    def _reorder(self, key: str, descending: bool) -> None:
        if key in ORDERS:
            self._order = (key, descending)
            self._arrange()

    def _open(self, centre_id: UUID) -> None:
        self.wanted.emit(Ref("centre", centre_id, "timeline"))

    def _choose_file(self) -> None:
        name = f"{_('coverage')} {self._controllers.today().isoformat()}.xlsx"
        choose_save(self, _("Keep the list"), "Excel (*.xlsx)", name, self._export)

    def _export(self, path: Path) -> None:
        wanted = self.filters.wanted(self._order)
        self._tasks.ask(self._controllers.outgoing.coverage, wanted, path).then(self._exported)

    def _exported(self, made: Exported) -> None:
        self.said.emit(Message(_("List kept in {path}").format(path=made.path.name)))


def _aims(found: CoverageList) -> str:
    """What the office aims at, in one sentence."""
    aims = [
        f"{_(KIND_WORDS[kind].many).lower()} {rules.target_words(found.targets[kind])}"
        for kind in KINDS
        if found.targets[kind].count
    ]
    if not aims:
        return _("No target is set.")
    return _("Target (a proposal): {aims}.").format(aims=enumeration(aims))


PAGE = CoveragePage
