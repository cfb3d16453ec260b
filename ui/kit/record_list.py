"""The list of one kind of thing: its rows, its way to Excel, and what to do when there is none."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from controllers.columns import Column
from controllers.export.landing import Exported
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import thousands
from ui.kit.ask import choose_save
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.page import Message
from ui.kit.record_table import RecordTable, packed
from ui.kit.record_view import RecordView
from ui.tasks import Tasks, Ticket

EXCEL = "Excel (*.xlsx)"


@dataclass(frozen=True, slots=True)
class BookWords:
    """What is said of the workbook that leaves a list."""

    button: str
    title: str
    """Over the choice of a place."""
    name: str
    """Of the file, without its ending."""
    kept: str
    """Once it is written, with `{path}`."""


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list of one kind of thing says, in Dutch, and the icon of its room."""

    title: str
    icon: str
    new: str
    """The button that begins a new one."""
    nothing: str
    """There is none yet, and `advice`: what to do about it."""
    advice: str
    not_ordered: str
    """By which columns it can be ordered, after a press on another."""
    book: BookWords | None = None
    """When the workbook is not simply the list."""
    new_icon: str = "plus"
    always_new: bool = True
    """Whether the button that begins one stands over a list that has rows too."""


@dataclass(frozen=True, slots=True)
class ListSource:
    """Where its rows come from, and how they are ordered at first and can be."""

    name: str
    """Under which the window remembers the widths of its columns."""
    columns: Sequence[Column[Any]]
    ids: Callable[..., list[UUID]]
    """`ids(None, order, descending=…)`: of every centre."""
    rows: Callable[[Sequence[UUID]], Sequence[Any]]
    orders: Container[str]
    order: tuple[str, bool]
    """The key of the first order, and whether it descends."""


class RecordList(QWidget):
    """`opened(UUID)` gives the thing to open; `new_wanted` asks for the card that begins one."""

    opened = Signal(object)
    new_wanted = Signal()
    shown = Signal()
    wanted = Signal(object)
    said = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        memory: Memory,
        source: ListSource,
        words: ListWords,
        acts: Sequence[Button] = (),
    ) -> None:
        """`acts` do something with the chosen row; they stand before the way to Excel."""
        super().__init__()
        self._acts = acts
        self._tasks, self._memory, self._source, self._words = tasks, memory, source, words
        self._question: Ticket[bytes] | None = None
        self._order = source.order
        self.table: RecordTable[Any] = RecordTable(source.columns, source.rows, tasks, self)
        if source.order[0] in {one.key for one in source.columns}:
            self.table.set_order(*source.order)
        self.view = RecordView(self.table)
        self.view.setAccessibleName(words.title)
        self.new = Button(words.new, "primary", words.new_icon)
        self.first = Button(words.new, "primary", words.new_icon)
        self._book = words.book or BookWords(
            _("Excel"), _("Keep the list"), words.title, _("List kept in {path}")
        )
        self.export = Button(self._book.button, "secondary", "download")
        self.empty = EmptyState(words.icon, words.nothing, words.advice, self.first)
        self._count = Text("", "body", 500, "faint", tabular=True)
        new = (self.new,) if words.always_new else ()
        over = (*acts, self.export, *new)
        self.header = Header(words.title, badges=(self._count,), actions=over)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        whole = column(self.header, gap=0)
        whole.addLayout(row(self.stack, gap=0, margins=(16, 0, 12, 0)), 1)
        self.setLayout(whole)
        memory.restore_columns(source.name, self.view.heading)
        self.view.opened.connect(self.opened)
        for button in (self.new, self.first):
            button.clicked.connect(self.new_wanted)
        self.export.clicked.connect(self._ask_where)
        self.table.order_wanted.connect(self._reorder)

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def start(self) -> None:
        """Put the keyboard where the work goes on."""
        (self.view if self.stack.currentWidget() is self.view else self.first).setFocus()

    def reload(self) -> None:
        ask = self._tasks.ask(self._ids, *self._order)
        self._question = ask.instead_of(self._question).then(self._show)

    def keys(self) -> str:
        """The keys that matter here, for the status bar."""
        return _("↑ ↓ choose · Enter open") if self.stack.currentWidget() is self.view else ""

    def settle(self) -> None:
        self._memory.keep_columns(self._source.name, self.view.heading)

    def keep(self, path: Path) -> Ticket[Exported]:
        """Write it as a workbook, off our thread."""
        raise NotImplementedError

    def _ids(self, key: str, descending: bool) -> bytes:
        return packed(self._source.ids(None, key, descending=descending))

    def _show(self, ids: bytes) -> None:
        self.table.show(ids)
        self._count.setText(thousands(self.table.rowCount()) if ids else "")
        for button in (self.new, self.export, *self._acts):
            button.setVisible(bool(ids) and button.parentWidget() is not None)
        shown = self.view if ids else self.empty
        turned = shown is not self.stack.currentWidget()
        self.stack.setCurrentWidget(shown)
        focus = QApplication.focusWidget()
        if turned and self.isVisible() and (focus is None or self.isAncestorOf(focus)):
            self.start()
        self.shown.emit()

    def _reorder(self, key: str, descending: bool) -> None:
        if key in self._source.orders:
            self._order = (key, descending)
            self.table.set_order(key, descending=descending)
            self.reload()
            return
        self.table.set_order(*self._order)
        self.said.emit(Message(self._words.not_ordered, tone="accent"))

    def _ask_where(self) -> None:
        choose_save(self, self._book.title, EXCEL, f"{self._book.name}.xlsx", self._write)

    def _write(self, path: Path) -> None:
        self.keep(path).then(self._written).otherwise(self._explain)

    def _written(self, made: Exported) -> None:
        self.said.emit(Message(self._book.kept.format(path=made.path)))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
