"""The list of checks: newest first, and the one thing to do when there is none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.bundle import Controllers
from controllers.checks import COLUMNS, ORDERS
from controllers.export.landing import Exported
from models.checks.values import CheckRow
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.ask import choose_save
from ui.kit.base import column, row
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.memory import Memory
from ui.kit.page import Message
from ui.kit.record_table import RecordTable, packed
from ui.kit.record_view import RecordView
from ui.kit.shell import Header
from ui.tasks import Tasks, Ticket


class CheckList(QWidget):
    """`opened(UUID)` gives the check to open; `plan_wanted` asks for the card."""

    opened = Signal(object)
    plan_wanted = Signal()
    shown = Signal()
    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self._checks, self._tasks, self._memory = controllers.checks, tasks, memory
        self._outgoing = controllers.outgoing
        self._question: Ticket[list[UUID]] | None = None
        self.table: RecordTable[CheckRow] = RecordTable(COLUMNS, self._checks.rows, tasks, self)
        self.table.set_order("day", descending=True)
        self._order = ("day", True)
        self.view = RecordView(self.table)
        self.view.setAccessibleName(_("Dossier checks"))
        self.plan = Button(_("Plan a check"), "primary", "plus")
        first = Button(_("Plan a check"), "primary", "plus")
        self.empty = EmptyState(
            "checklist",
            _("No dossier checks yet"),
            _("Plan a check at a centre. You prepare it here and fill it in at the table."),
            first,
        )
        self.answers = Button(_("All answers to Excel"), "secondary", "download")
        self.header = Header(_("Checks"), actions=(self.answers, self.plan))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        whole = column(self.header, gap=0)
        whole.addLayout(row(self.stack, gap=0, margins=(16, 0, 12, 0)), 1)
        self.setLayout(whole)
        memory.restore_columns("checks", self.view.heading)
        self.view.opened.connect(self.opened)
        self.answers.clicked.connect(self._ask_where)
        self.plan.clicked.connect(self.plan_wanted)
        first.clicked.connect(self.plan_wanted)
        self.table.order_wanted.connect(self._reorder)

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def reload(self) -> None:
        key, descending = self._order
        ask = partial(self._checks.ids, None, key, descending=descending)
        self._question = self._tasks.ask(ask).instead_of(self._question).then(self._show)

    def keys(self) -> str:
        """The keys that matter here, for the status bar."""
        return _("↑ ↓ choose · Enter open") if self.stack.currentWidget() is self.view else ""

    def settle(self) -> None:
        self._memory.keep_columns("checks", self.view.heading)

    def _show(self, ids: Sequence[UUID]) -> None:
        self.table.show(packed(ids))
        self.plan.setVisible(bool(ids))
        self.answers.setVisible(bool(ids))
        self.stack.setCurrentWidget(self.view if ids else self.empty)
        self.shown.emit()

    def _ask_where(self) -> None:
        name = f"{_('Answers of checks')}.xlsx"
        choose_save(self, _("Keep all answers"), "Excel (*.xlsx)", name, self._keep)

    def _keep(self, path: Path) -> None:
        ticket = self._tasks.ask(self._outgoing.answers, path)
        ticket.then(self._kept).otherwise(self._explain)

    def _kept(self, made: Exported) -> None:
        self.said.emit(Message(_("Answers kept in {path}").format(path=made.path)))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))

    def _reorder(self, key: str, descending: bool) -> None:
        if key in ORDERS:
            self._order = (key, descending)
            self.reload()
        else:
            self.table.set_order(*self._order)
            self.said.emit(
                Message(_("The list is ordered by centre, day, officer or state."), tone="accent")
            )
