"""The list of centres: found as you type, ordered by its heads, never losing your place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from controllers.bundle import Controllers
from controllers.export.landing import Exported
from controllers.mandates import COLUMNS
from models.kernel.text import _, ngettext
from models.kernel.wording import thousands
from models.mandates.values import CentreFilter, CentreRow, MandateState
from ui.kit.ask import choose_save
from ui.kit.base import Text, column
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.page import Message
from ui.kit.record_table import RecordTable, packed
from ui.kit.record_view import RecordView
from ui.pages.centres.filter_bar import FilterBar
from ui.pages.centres.keys import inside
from ui.tasks import Tasks, Ticket

KEYS = {column.key for column in COLUMNS}


class CentreList(QWidget):
    """`opened(UUID)` gives the centre; the other signals ask for what the page does."""

    opened = Signal(object)
    import_wanted = Signal()
    new_wanted = Signal()
    duplicates_wanted = Signal()
    said = Signal(object)
    counted = Signal(int, int)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self._controllers, self._tasks, self._memory = controllers, tasks, memory
        self._question: Ticket[bytes] | None = None
        self._counting: Ticket[dict[MandateState, int]] | None = None
        self._total: int | None = None
        self._order = self._remembered()
        self.table: RecordTable[CentreRow] = RecordTable(
            COLUMNS, controllers.mandates.rows, tasks, self
        )
        self.table.set_order(*self._order)
        self.view = RecordView(self.table)
        self.view.setAccessibleName(_("Centres"))
        self.filters = FilterBar(memory)
        self.take_in = Button(_("Import a list"), "secondary", "inbox")
        self.twins = Button(_("Find duplicates"), "ghost", "users")
        self.excel = Button("Excel", "secondary", "download", _("Keep this list as a workbook"))
        self.new = Button(_("New centre"), "primary", "plus", keys="Ctrl+N")
        self.by_hand = Button(_("New centre"), "secondary", "plus", keys="Ctrl+N")
        self.first = Button(_("Import the list"), "primary", "inbox")
        self.clear = Button(_("Clear filters"), "secondary", "x")
        self._count = Text("", "body", 500, "faint", tabular=True)
        self.header = Header(
            _("Centres"),
            badges=(self._count,),
            actions=(self.twins, self.take_in, self.excel, self.by_hand, self.new),
        )
        self._lay_out()
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def reload(self) -> None:
        self._ask()
        mandates, centres = self._controllers.mandates, self._controllers.centres
        self._counting = (
            self._tasks.ask(mandates.counts).instead_of(self._counting).then(self._counted)
        )
        self._tasks.ask(centres.officers).then(self.filters.show_officers)

    def settle(self) -> None:
        self._memory.keep_columns("centres", self.view.heading)

    def neighbour(self, centre_id: UUID, step: int) -> UUID | None:
        """The centre before (-1) or after (1) this one, as the list stands."""
        at = self.table.row_of(centre_id)
        if at is None or not 0 <= at + step < self.table.rowCount():
            return None
        return self.table.id_at(at + step)

    def place(self, centre_id: UUID) -> tuple[int, int] | None:
        """Which one of how many, counted from one; nothing when it is not in the list."""
        at = self.table.row_of(centre_id)
        return None if at is None else (at + 1, self.table.rowCount())

    def choose(self, centre_id: UUID) -> None:
        self.view.choose(centre_id)

    def start(self) -> None:
        """Put the keyboard where the work goes on."""
        if self.stack.currentWidget() is self.view and self.view.current_id is not None:
            self.view.setFocus()
        elif self.stack.currentWidget() is self.untouched:
            self.first.setFocus()
        else:
            self.filters.text.setFocus()

    def _lay_out(self) -> None:
        self.untouched = EmptyState(
            "building",
            _("No centres yet"),
            _("Import the list of your service. First you see what it would do."),
            self.first,
        )
        self.nothing = EmptyState("search", _("Nothing found"), "", self.clear)
        self.stack = QStackedWidget()
        for part in (self.view, self.untouched, self.nothing):
            self.stack.addWidget(part)
        whole = column(self.header, self.filters, gap=0)
        whole.addLayout(column(self.stack, gap=0, margins=(16, 0, 4, 0)), 1)
        self.setLayout(whole)
        self._memory.restore_columns("centres", self.view.heading)

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask)
        self.filters.into_list.connect(self._into_list)
        self.view.opened.connect(self.opened)
        self.table.order_wanted.connect(self._reorder)
        self.new.clicked.connect(self.new_wanted)
        self.by_hand.clicked.connect(self.new_wanted)
        self.by_hand.hide()
        self.excel.clicked.connect(self._choose_file)
        self.clear.clicked.connect(self._clear)
        self.twins.clicked.connect(self.duplicates_wanted)
        for button in (self.take_in, self.first):
            button.clicked.connect(self.import_wanted)
        inside(self, "Ctrl+F", self._find)
        inside(self, "Ctrl+N", self.new_wanted.emit)

    def wanted(self) -> CentreFilter:
        """What the list asks for now."""
        return self.filters.wanted(self._order)

    def _ask(self) -> None:
        earlier, asked = self._question, self._tasks.ask(self._packed, self.wanted())
        self._question = asked.instead_of(earlier).then(self._show)

    def _packed(self, wanted: CentreFilter) -> bytes:
        """On a reader's thread: only ids, sixteen bytes each."""
        return packed(self._controllers.mandates.ids(wanted))

    def _show(self, ids: bytes) -> None:
        self.table.show(ids)
        self._settle_room()

    def _counted(self, counts: Mapping[MandateState, int]) -> None:
        self._total = sum(counts.values())
        self.filters.show_counts(counts)
        self.counted.emit(self._total, 0)
        self._settle_room()

    def _settle_room(self) -> None:
        """Which of the three rooms shows, and what the head says."""
        found, total = self.table.rowCount(), self._total
        empty = total == 0 and not found
        if empty:
            shown: QWidget = self.untouched
        elif not found and self.filters.narrowed():
            self._say_nothing_found()
            shown = self.nothing
        else:
            shown = self.view
        turned = empty is not (self.stack.currentWidget() is self.untouched)
        focus = QApplication.focusWidget()  # before the turn: Qt hands it on when a room is hidden
        self.stack.setCurrentWidget(shown)
        self.filters.setVisible(not empty)
        self.excel.setVisible(not empty)
        self.twins.setVisible(not empty)
        self.take_in.setVisible(not empty)
        self.new.setVisible(not empty)
        self.by_hand.setVisible(empty)
        if turned and self.isVisible() and (focus is None or self.isAncestorOf(focus)):
            (self.first if empty else self.filters.text).setFocus()
        self._count.setText("" if empty or total is None else self._said_count(found, total))

    def _said_count(self, found: int, total: int) -> str:
        if found == total:
            return thousands(total)
        return _("{found} of {total}").format(found=thousands(found), total=thousands(total))

    def _say_nothing_found(self) -> None:
        wanted = self.wanted()
        reasons = []
        if wanted.text:
            reasons.append(_("with “{text}”").format(text=wanted.text))
        if wanted.states:
            reasons.append(_("in this state"))
        if wanted.officer:
            reasons.append(_("kept by {officer}").format(officer=wanted.officer))
        sentence = _("No centre {reasons}. Try fewer letters, or clear the filters.")
        self.nothing.set_reason(_("Nothing found"), sentence.format(reasons=", ".join(reasons)))

    def _into_list(self) -> None:
        if self.stack.currentWidget() is self.view:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _find(self) -> None:
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()

    def _clear(self) -> None:
        self.filters.reset()
        self.filters.text.setFocus()

    def _reorder(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        self._memory.keep_word("centres/order", f"{key} {'down' if descending else 'up'}")
        self._ask()

    def _remembered(self) -> tuple[str, bool]:
        key, _blank, way = self._memory.word("centres/order", "name up").partition(" ")
        return (key, way == "down") if key in KEYS else ("name", False)

    def _choose_file(self) -> None:
        name = f"{_('centres')} {self._controllers.today().isoformat()}.xlsx"
        choose_save(self, _("Keep the list of centres"), "Excel (*.xlsx)", name, self._export)

    def _export(self, path: Path) -> None:
        ticket = self._tasks.ask(self._controllers.outgoing.centres, self.wanted(), path)
        ticket.then(self._exported)

    def _exported(self, made: Exported) -> None:
        count = self.table.rowCount()
        sentence = ngettext(
            "{count} centre stands in {name}.", "{count} centres stand in {name}.", count
        )
        said = sentence.format(count=thousands(count), name=made.path.name)
        self.said.emit(Message(said))
