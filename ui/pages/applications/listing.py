"""The list of applications: newest first, and the one thing to do when there is none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.applications import COLUMNS, ORDERS
from controllers.bundle import Controllers
from models.applications.values import ApplicationRow
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import thousands
from ui.kit.ask import choose_save
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.memory import Memory
from ui.kit.page import Message
from ui.kit.record_table import RecordTable, packed
from ui.kit.record_view import RecordView
from ui.kit.shell import Header
from ui.tasks import Tasks, Ticket

EXCEL = "Excel (*.xlsx)"


class ApplicationList(QWidget):
    """`opened(UUID)` gives the application to open; `new_wanted` asks for the card."""

    opened = Signal(object)
    new_wanted = Signal()
    shown = Signal()
    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self._applications, self._outgoing = controllers.applications, controllers.outgoing
        self._tasks, self._memory = tasks, memory
        self._question: Ticket[list[UUID]] | None = None
        self.table: RecordTable[ApplicationRow] = RecordTable(
            COLUMNS, self._applications.rows, tasks, self
        )
        self.table.set_order("received_on", descending=True)
        self._order = ("received_on", True)
        self.view = RecordView(self.table)
        self.view.setAccessibleName(_("Applications"))
        self.new = Button(_("New application"), "primary", "plus")
        self.export = Button(_("Excel"), "secondary", "download")
        first = Button(_("New application"), "primary", "plus")
        self.empty = EmptyState(
            "inbox",
            _("No applications yet"),
            _("Write down an application when it comes in. You judge it here, point by point."),
            first,
        )
        self._count = Text("", "body", 500, "faint", tabular=True)
        self.header = Header(
            _("Applications"), badges=(self._count,), actions=(self.export, self.new)
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        whole = column(self.header, gap=0)
        whole.addLayout(row(self.stack, gap=0, margins=(16, 0, 12, 0)), 1)
        self.setLayout(whole)
        memory.restore_columns("applications", self.view.heading)
        self.view.opened.connect(self.opened)
        self.new.clicked.connect(self.new_wanted)
        self.export.clicked.connect(self._ask_where)
        first.clicked.connect(self.new_wanted)
        self.table.order_wanted.connect(self._reorder)

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def reload(self) -> None:
        key, descending = self._order
        ask = partial(self._applications.ids, None, key, descending=descending)
        self._question = self._tasks.ask(ask).instead_of(self._question).then(self._show)

    def keys(self) -> str:
        """The keys that matter here, for the status bar."""
        return _("↑ ↓ choose · Enter open") if self.stack.currentWidget() is self.view else ""

    def settle(self) -> None:
        self._memory.keep_columns("applications", self.view.heading)

    def _show(self, ids: Sequence[UUID]) -> None:
        self.table.show(packed(ids))
        self._count.setText(thousands(len(ids)) if ids else "")
        for button in (self.new, self.export):
            button.setVisible(bool(ids))
        self.stack.setCurrentWidget(self.view if ids else self.empty)
        self.shown.emit()

    def _reorder(self, key: str, descending: bool) -> None:
        if key in ORDERS:
            self._order = (key, descending)
            self.reload()
            return
        self.table.set_order(*self._order)
        said = _("The list is ordered by centre, day, assessor, term or state.")
        self.said.emit(Message(said, tone="accent"))

    def _ask_where(self) -> None:
        name = f"{_('Applications')}.xlsx"
        choose_save(self, _("Keep the list"), EXCEL, name, self._write)

    def _write(self, path: Path) -> None:
        ticket = self._tasks.do(self._outgoing.applications, path)
        ticket.then(partial(self._written, path)).otherwise(self._explain)

    def _written(self, path: Path, _exported: object) -> None:
        self.said.emit(Message(_("List kept in {path}").format(path=path)))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
