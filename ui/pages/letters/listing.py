"""The list of letters: newest first, and where to go when there is none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from controllers.bundle import Controllers
from controllers.export.landing import Exported
from controllers.letters import COLUMNS, ORDERS
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import thousands
from models.letters.values import LetterRow
from ui.kit.ask import choose_save
from ui.kit.base import Text, column
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.kit.record_table import RecordTable, packed
from ui.kit.record_view import RecordView
from ui.kit.shell import Header
from ui.tasks import Tasks, Ticket

EXCEL = "Excel (*.xlsx)"
WIDTHS = "letters"


class LetterList(QWidget):
    """`opened(UUID)` gives the letter to open."""

    opened = Signal(object)
    wanted = Signal(object)
    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self._controllers, self._tasks, self._memory = controllers, tasks, memory
        self._order = ("date", True)
        self._question: Ticket[bytes] | None = None
        self.table: RecordTable[LetterRow] = RecordTable(
            COLUMNS, controllers.letters.rows, tasks, self
        )
        self.table.set_order(*self._order)
        self.view = RecordView(self.table)
        self.view.setAccessibleName(_("Letters"))
        self.excel = Button(_("Excel"), "secondary", "download")
        self.to_checks = Button(_("To the checks"), "primary", "checklist")
        self.empty = EmptyState(
            "mail",
            _("No letters yet"),
            _("You make an audit letter from a dossier check."),
            self.to_checks,
        )
        self._count = Text("", "body", 500, "faint", tabular=True)
        self.header = Header(_("Letters"), badges=(self._count,), actions=(self.excel,))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        whole = column(self.header, gap=0)
        whole.addLayout(column(self.stack, gap=0, margins=(16, 0, 12, 0)), 1)
        self.setLayout(whole)
        memory.restore_columns(WIDTHS, self.view.heading)
        self._connect()

    def start(self) -> None:
        """Put the keyboard where the work goes on."""
        shown = self.view if self.stack.currentWidget() is self.view else self.to_checks
        shown.setFocus()

    def keys(self) -> str:
        """The keys that matter here, for the status bar."""
        return _("↑ ↓ choose · Enter open") if self.stack.currentWidget() is self.view else ""

    def reload(self) -> None:
        ask = self._tasks.ask(self._ids, *self._order)
        self._question = ask.instead_of(self._question).then(self._show)

    def settle(self) -> None:
        self._memory.keep_columns(WIDTHS, self.view.heading)

    def _connect(self) -> None:
        self.view.opened.connect(self.opened)
        self.table.order_wanted.connect(self._reorder)
        self.excel.clicked.connect(self._ask_where)
        self.to_checks.clicked.connect(self._to_checks)

    def _ids(self, key: str, descending: bool) -> bytes:
        return packed(self._controllers.letters.ids(None, key, descending=descending))

    def _show(self, ids: bytes) -> None:
        self.table.show(ids)
        self._count.setText(thousands(self.table.rowCount()) if ids else "")
        self.excel.setVisible(bool(ids))
        shown = self.view if ids else self.empty
        turned = shown is not self.stack.currentWidget()
        self.stack.setCurrentWidget(shown)
        if ids and self.view.current_id is None:
            self.view.setCurrentIndex(self.table.index(0, 0))
        focus = QApplication.focusWidget()
        if turned and self.isVisible() and (focus is None or self.isAncestorOf(focus)):
            self.start()

    def _reorder(self, key: str, descending: bool) -> None:
        if key in ORDERS:
            self._order = (key, descending)
            self.reload()
        else:
            self.table.set_order(*self._order)
            self.said.emit(Message(_("The list is ordered by centre or date."), tone="accent"))

    def _to_checks(self) -> None:
        self.wanted.emit(Ref("checks"))

    def _ask_where(self) -> None:
        choose_save(self, _("Keep the list"), EXCEL, f"{_('Letters')}.xlsx", self._write)

    def _write(self, path: Path) -> None:
        ticket = self._tasks.do(self._controllers.outgoing.letters, path)
        ticket.then(self._written).otherwise(self._explain)

    def _written(self, made: Exported) -> None:
        self.said.emit(Message(_("List kept in {path}").format(path=made.path)))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
