"""One register over all centres: found as you type, ordered by its heads, taken along to Excel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.export.landing import Exported
from controllers.register_columns import REGISTERS
from controllers.registers import RegisterList, RegisterQuestion
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import thousands
from ui.day_line import DayLine
from ui.kit.base import column
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.kit.record_table import RecordTable
from ui.kit.record_view import RecordView
from ui.kit.stack import Stack
from ui.pages.conditions.key_map import KeyMap
from ui.pages.conditions.register_filters import RegisterFilters
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages

ICONS = {
    "mandates": "certificate",
    "certificates": "shield-check",
    "counsellors": "users",
    "measures": "list-check",
    "patterns": "chart-bar",
}
PARTS = {"mandates": "rights", "certificates": "rights", "counsellors": "people"}
SCREEN = {
    "mandates": ("centre", "number", "start", "last", "state", "officer"),
    "certificates": ("centre", "label", "number", "valid_from", "valid_until", "state"),
    "counsellors": ("name", "centre", "engagement_type", "qualification", "since", "reported_on"),
    "measures": ("centre", "title", "owner", "due", "days_late", "days_left", "status"),
    "patterns": ("title", "times", "centres", "repeated", "major", "last"),
}
"""The columns that fit a small screen; the workbook has all of them."""


class RegisterView(QWidget):
    """`wanted(Ref)` opens the centre at the part where the row lives."""

    wanted = Signal(object)
    shown = Signal()

    def __init__(self, key: str, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self.key, self._memory = key, memory
        self._controllers, self._tasks = controllers, tasks
        self._question: Ticket[RegisterList] | None = None
        self._by_id: Mapping[UUID, Any] = {}
        register = REGISTERS[key]
        self._order = (register.order, False)
        by_key = {one.key: one for one in register.columns}
        columns = tuple(by_key[name] for name in SCREEN[key])
        self.table: RecordTable[Any] = RecordTable(columns, self._rows, tasks, self)
        self.table.set_order(*self._order)
        self.view = RecordView(self.table)
        self.view.setAccessibleName(_(register.title))
        self.clear = Button(_("Clear filters"), "secondary", "x")
        self.nothing = EmptyState(
            "search",
            _("Nothing found"),
            _("No row fits. Try fewer words, or clear the filters."),
            self.clear,
        )
        self.bare = EmptyState(
            ICONS[key],
            _("Nothing is known yet"),
            _("What you add in the files of centres comes to stand here."),
        )
        self.stack = Stack()
        for part in (self.view, self.nothing, self.bare):
            self.stack.addWidget(part)
        self.filters = RegisterFilters(register, memory, controllers.today())
        self.text = self.filters.text
        self.day = DayLine()
        self.day.hide()
        whole = column(self.filters, gap=0)
        whole.addLayout(column(self.stack, gap=0, margins=(16, 0, 4, 0)), 1)
        whole.addLayout(column(self.day, margins=(28, 6, 24, 12)))
        self.setLayout(whole)
        self.view.installEventFilter(self)
        self.key_map: KeyMap | None = None
        memory.restore_columns(f"register/{key}", self.view.heading)
        self.text.left_down.connect(self.start)
        self.table.order_wanted.connect(self._reorder)
        self.view.opened.connect(self._open)
        self.view.chosen.connect(self._explain_day)
        self.filters.changed.connect(self.reload)
        self.clear.clicked.connect(self.filters.reset)

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    def reload(self, _typed: object = None) -> None:
        asked = self._tasks.ask(self._controllers.registers.listing, self.key, self.question())
        asked = asked.instead_of(self._question).then(self._show)
        self._question = asked.otherwise(self._refuse)

    def question(self) -> RegisterQuestion:
        """What the list is narrowed to and ordered by: for the screen, Excel and paper alike."""
        order, descending = self._order
        return RegisterQuestion(
            self.text.text().strip(),
            self.filters.narrowed(),
            order,
            descending,
            self.filters.first.value(),
            self.filters.last.value(),
        )

    def settle(self) -> None:
        self._memory.keep_columns(f"register/{self.key}", self.view.heading)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """'?' shows the keys: a table would look for a row that begins with it."""
        if watched is self.view and isinstance(event, QKeyEvent) and event.text() == "?":
            if event.type() == QEvent.Type.KeyPress:
                self.key_map = KeyMap(self)
                self.key_map.begin()
            return True
        return super().eventFilter(watched, event)

    def start(self) -> None:
        if self.stack.currentWidget() is self.view:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.text.setFocus()

    def seek(self) -> None:
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def keys(self) -> str:
        opens = _("Enter: open the centre") if self.key in PARTS else _("Enter: open the check")
        why = [_("Alt+T: why this date")] if self.key == "measures" else []
        return " · ".join([opens, *why, _("Ctrl+P: print"), _("?: all keys")])

    def said_count(self) -> str:
        return thousands(self.table.rowCount())

    def file_name(self) -> str:
        return _(REGISTERS[self.key].title).lower()

    def export(self, path: Path) -> Ticket[Exported]:
        """The rows as they are narrowed and ordered, with every column."""
        return self._tasks.ask(self._controllers.outgoing.register, self.key, path, self.question())

    def printing(self) -> Callable[[], PdfPages]:
        """Makes the same on A4, for a printer."""
        return partial(self._controllers.outgoing.register_pages, self.key, self.question())

    def keeping(self) -> Callable[[Path], Exported]:
        """Puts the same on A4 in a PDF at a place."""
        return partial(self._controllers.outgoing.register_paper, self.key, asked=self.question())

    def _rows(self, ids: Sequence[UUID]) -> list[Any]:
        """The rows are here already; the table asks for those in sight."""
        known = self._by_id
        return [known[one] for one in ids if one in known]

    def _show(self, found: RegisterList) -> None:
        rows = found.rows
        self._by_id = {one.id: one for one in rows}
        self.filters.show_choices(found.choices)
        self.table.show([one.id for one in rows])
        empty = self.nothing if self.filters.asks() else self.bare
        self.stack.setCurrentWidget(self.view if rows else empty)
        if rows and self.view.current_id is None:
            self.view.setCurrentIndex(self.table.index(0, 0))
        self._explain_day(self.view.current_id)
        self.shown.emit()

    def _refuse(self, error: AppError) -> None:
        self.filters.say_wrong(str(error))

    def _explain_day(self, row_id: UUID | None) -> None:
        """Why the measure that the list stands on must be done by its day."""
        one = self._by_id.get(row_id) if row_id is not None and self.key == "measures" else None
        if one is None:
            self.day.show_day("", "", None, None)
        else:
            self.day.show_day(one.question_key or one.title, one.title, one.due, one.by_rule)

    def _reorder(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        self.reload()

    def _open(self, row_id: UUID) -> None:
        found = self._by_id.get(row_id)
        if found is None:
            return
        match self.key:
            case "measures":
                self.wanted.emit(Ref("check", found.check_id, "findings"))
            case "patterns":
                self.wanted.emit(Ref("check", found.last_check, found.question_key))
            case key:
                self.wanted.emit(Ref("centre", found.centre_id, PARTS[key]))
