"""The list of complaints: open and late first, and the one thing to do when there is none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.bundle import Controllers
from controllers.complaints import COLUMNS, ORDERS
from models.complaints.values import ComplaintRow
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
from ui.kit.theme import theme
from ui.tasks import Tasks, Ticket

EXCEL = "Excel (*.xlsx)"
ROOMY = 1240
"""From this width on there is room for who handles it and what was judged."""


class ComplaintList(QWidget):
    """`opened(UUID)` gives the complaint to open; `new_wanted` asks for the card."""

    opened = Signal(object)
    new_wanted = Signal()
    shown = Signal()
    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self._complaints, self._outgoing = controllers.complaints, controllers.outgoing
        self._tasks, self._memory = tasks, memory
        self._question: Ticket[list[UUID]] | None = None
        self.table: RecordTable[ComplaintRow] = RecordTable(
            COLUMNS, self._complaints.rows, tasks, self
        )
        self._order = ("pressing", False)
        self.view = RecordView(self.table)
        self.view.setAccessibleName(_("Complaints"))
        self.new = Button(_("Register a complaint"), "primary", "plus")
        self.export = Button(_("Excel"), "secondary", "download")
        first = Button(_("Register a complaint"), "primary", "plus")
        self.empty = EmptyState(
            "message-report",
            _("No complaints yet"),
            _("Register a complaint when it comes in. Who complained is not written down here."),
            first,
        )
        self._count = Text("", "body", 500, "faint", tabular=True)
        self.header = Header(
            _("Complaints"), badges=(self._count,), actions=(self.export, self.new)
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        whole = column(self.header, gap=0)
        whole.addLayout(row(self.stack, gap=0, margins=(16, 0, 12, 0)), 1)
        self.setLayout(whole)
        memory.restore_columns("complaints", self.view.heading)
        self.view.opened.connect(self.opened)
        self.new.clicked.connect(self.new_wanted)
        self.export.clicked.connect(self._ask_where)
        first.clicked.connect(self.new_wanted)
        self.table.order_wanted.connect(self._reorder)

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= theme().px(ROOMY)
        for key in ("handler", "judgement"):
            self.view.show_column(key, shown=roomy)

    def reload(self) -> None:
        key, descending = self._order
        ask = partial(self._complaints.ids, None, key, descending=descending)
        self._question = self._tasks.ask(ask).instead_of(self._question).then(self._show)

    def keys(self) -> str:
        """The keys that matter here, for the status bar."""
        return _("↑ ↓ choose · Enter open") if self.stack.currentWidget() is self.view else ""

    def settle(self) -> None:
        self._memory.keep_columns("complaints", self.view.heading)

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
            self.table.set_order(key, descending=descending)
            self.reload()
            return
        said = _("The list is not ordered by that column. Choose centre, day, handler or state.")
        self.said.emit(Message(said, tone="accent"))

    def _ask_where(self) -> None:
        name = f"{_('Complaints')}.xlsx"
        choose_save(self, _("Keep the list"), EXCEL, name, self._write)

    def _write(self, path: Path) -> None:
        ticket = self._tasks.do(self._outgoing.complaints, path)
        ticket.then(partial(self._written, path)).otherwise(self._explain)

    def _written(self, path: Path, _exported: object) -> None:
        self.said.emit(Message(_("List kept in {path}").format(path=path)))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
