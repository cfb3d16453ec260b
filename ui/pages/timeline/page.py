"""The room of the timeline of all centres: painted, or as a list that says the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from controllers.bundle import Controllers
from controllers.portfolio import COLUMNS, in_order
from models.kernel.text import N_, _
from models.kernel.wording import thousands
from models.portfolio import rules
from models.portfolio.values import Group, Grouping, Portfolio, PortfolioFilter, PortfolioRow
from ui.kit.base import Text, column
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.page import Page, Ref
from ui.kit.record_table import RecordTable
from ui.kit.record_view import RecordView
from ui.kit.shell import Segmented
from ui.pages.timeline.board import Board
from ui.pages.timeline.filters import PortfolioFilters
from ui.pages.timeline.foot import Foot
from ui.pages.timeline.taking import Taking
from ui.tasks import Tasks, Ticket

WIDTHS = "timeline"
BOARD, LIST = range(2)


@dataclass(frozen=True, slots=True)
class Arranged:
    """The rows that are wanted: in groups for the board, in an order for the list."""

    groups: tuple[Group, ...]
    rows: tuple[PortfolioRow, ...]
    grouping: Grouping


class TimelinePage(Page):
    """All centres are asked once; narrowing and grouping work on that answer."""

    key = "timeline"
    icon = "timeline"
    word = N_("Timeline")
    shows = (
        *("centre", "mandate", "certificate", "dossier_check", "application", "decision"),
        *("quality_action", "setting", "rule_change", "complaint", "complaint_route"),
    )
    opens = ("timeline",)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._controllers, self._memory = controllers, memory
        self._question: Ticket[Portfolio] | None = None
        self._arranging: Ticket[Arranged] | None = None
        self._portfolio: Portfolio | None = None
        self._by_id: Mapping[UUID, PortfolioRow] = {}
        self._order = ("name", False)
        self.board = Board()
        self.table: RecordTable[PortfolioRow] = RecordTable(COLUMNS, self._rows, tasks, self)
        self.table.set_order(*self._order)
        self.view = RecordView(self.table)
        self.view.setAccessibleName(_("List of all centres"))
        self.filters, self.foot = PortfolioFilters(memory), Foot()
        self.way = Segmented((_("Timeline"), _("List")), name=_("Show as"))
        self.taking = Taking(self, self.board, controllers, tasks)
        self._count = Text("", "body", 500, "faint", tabular=True)
        self.header = Header(
            _("Timeline"),
            badges=(self._count,),
            actions=(self.way, self.taking.picture, self.taking.excel),
        )
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        asked = self._tasks.ask(self._controllers.portfolio.whole)
        self._question = asked.instead_of(self._question).then(self._show)

    def settle(self) -> None:
        self._memory.keep_columns(WIDTHS, self.view.heading)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._start()

    def open(self, ref: Ref) -> None:  # noqa: ARG002 - there is only one thing to open here
        self._tell_keys()

    def _lay_out(self) -> None:
        self.clear = Button(_("Clear filters"), "secondary", "x")
        self.nothing = EmptyState(
            "search",
            _("Nothing found"),
            _("No centre fits. Try fewer letters, or clear the filters."),
            self.clear,
        )
        self.untouched = EmptyState(
            "timeline",
            _("No centres yet"),
            _("Once there are centres with a mandate, their years stand here."),
        )
        self.stack = QStackedWidget()
        for part in (self.board, self.view, self.nothing, self.untouched):
            self.stack.addWidget(part)
        whole = column(self.header, self.filters, gap=0)
        whole.addLayout(column(self.stack, gap=0, margins=(16, 0, 4, 0)), 1)
        whole.addWidget(self.foot)
        self.setLayout(whole)
        self._memory.restore_columns(WIDTHS, self.view.heading)

    def _connect(self) -> None:
        self.filters.changed.connect(self._arrange)
        self.filters.into_board.connect(self._into_board)
        self.way.chosen.connect(self._turn)
        self.foot.years.connect(self.board.show_years)
        self.table.order_wanted.connect(self._reorder)
        self.board.opened.connect(self._open)
        self.view.opened.connect(self._open)
        self.clear.clicked.connect(self.filters.reset)
        self.taking.said.connect(self.said)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)

    def _rows(self, ids: Sequence[UUID]) -> list[PortfolioRow]:
        """The rows are here already; the list asks for those in sight."""
        known = self._by_id
        return [known[one] for one in ids if one in known]

    def _show(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._by_id = {row.id: row for row in portfolio.rows}
        self.filters.show_officers(portfolio.officers)
        self._arrange()

    def _arrange(self) -> None:
        if self._portfolio is None:
            return
        wanted, grouping = self.filters.wanted(), self.filters.grouping()
        asked = self._tasks.ask(arranged, self._portfolio, wanted, grouping, self._order)
        self._arranging = asked.instead_of(self._arranging).then(self._arranged)

    def _arranged(self, found: Arranged) -> None:
        if self._portfolio is None:
            return
        self.board.show_rows(self._portfolio, found.groups, found.grouping)
        self.table.show([row.id for row in found.rows])
        if found.rows and self.view.current_id is None:
            self.view.setCurrentIndex(self.table.index(0, 0))
        self.taking.show_rows(found.groups, found.grouping, self._portfolio.today)
        self._settle_room(len(found.rows), len(self._portfolio.rows))

    def _settle_room(self, found: int, total: int) -> None:
        shown: QWidget = self.board if self.way.choice() == BOARD else self.view
        if not found:
            shown = self.nothing if total else self.untouched
        turned = shown is not self.stack.currentWidget()
        self.stack.setCurrentWidget(shown)
        for part in (self.filters, self.taking.picture, self.taking.excel, self.way):
            part.setVisible(bool(total))
        self.foot.setVisible(bool(found) and self.way.choice() == BOARD)
        focus = QApplication.focusWidget()
        if turned and self.isVisible() and (focus is None or self.isAncestorOf(focus)):
            self._start()
        said = _("{found} of {total}").format(found=thousands(found), total=thousands(total))
        self._count.setText(said if found != total else thousands(total) if total else "")

    def _turn(self, way: int) -> None:
        """The same centre on the other side."""
        if way == LIST and (chosen := self.board.chosen_id()) is not None:
            self.view.choose(chosen)
        elif way == BOARD and self.view.current_id is not None:
            line = self.board.lines.of_row(self.view.current_id)
            if line is not None:
                self.board.choose(line, told=False)
        self._settle_room(len(self.board.lines.rows), len(self._by_id))
        self._tell_keys()

    def _start(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        shown = self.stack.currentWidget()
        if shown is self.board or shown is self.view:
            shown.setFocus(reason)

    def _into_board(self) -> None:
        self._start(Qt.FocusReason.TabFocusReason)

    def _find(self) -> None:
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()

    def _reorder(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        self._arrange()

    def _open(self, centre_id: UUID) -> None:
        self.wanted.emit(Ref("centre", centre_id, "timeline"))

    def _tell_keys(self) -> None:
        if self.way.choice() == BOARD:
            self.keys_changed.emit(_("← →: moment · + −: zoom · T: today · Enter: open the centre"))
        else:
            self.keys_changed.emit(_("Ctrl+F: search · Enter: open the centre"))


def arranged(
    portfolio: Portfolio, wanted: PortfolioFilter, grouping: Grouping, order: tuple[str, bool]
) -> Arranged:
    """On a reader's thread: narrow, group and order what is known already."""
    rows = rules.narrowed(portfolio, wanted)
    return Arranged(rules.grouped(rows, grouping), in_order(rows, *order), grouping)


PAGE = TimelinePage
