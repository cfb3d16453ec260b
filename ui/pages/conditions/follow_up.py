"""What asks for attention at every centre: late first, then what to start now, shortly, later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.export.landing import Exported
from controllers.wording import word
from models.conditions.values import Condition, ConditionKind, ConditionList, Urgency
from models.kernel.text import _
from models.kernel.wording import short_date
from ui.kit.base import column, row
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.fitting import fit_panel
from ui.kit.memory import Memory
from ui.kit.row_list import Group, Row, RowList
from ui.kit.shell import panel
from ui.kit.stack import Stack
from ui.kit.theme import themes
from ui.pages.conditions.detail import Detail, short_left
from ui.pages.conditions.filters import FollowUpFilters
from ui.tasks import Tasks, Ticket

PANEL = 360
TONES = {Urgency.LATE: "late", Urgency.NOW: "due"}
ICONS = {
    ConditionKind.MANDATE_END: "certificate",
    ConditionKind.RENEWAL: "send",
    ConditionKind.DEVIATION: "alert-triangle",
    ConditionKind.WAITING_PERIOD: "hourglass",
    ConditionKind.QUALIFICATION: "user",
    ConditionKind.NOT_REPORTED: "users",
    ConditionKind.APPLICATION: "inbox",
    ConditionKind.DECISION: "gavel",
    ConditionKind.CHECK: "checklist",
    ConditionKind.REPLY: "message-2",
    ConditionKind.MEASURE: "list-check",
    ConditionKind.REACTION: "messages",
    ConditionKind.COMPLAINT: "message-report",
}
"""What is about a certificate has the shield."""


class FollowUp(QWidget):
    """`wanted(Ref)` opens where a line is solved; `counted(int, int)` all lines and late ones."""

    wanted = Signal(object)
    counted = Signal(int, int)
    shown = Signal()

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._question: Ticket[ConditionList] | None = None
        self._by_id: Mapping[UUID, Condition] = {}
        self.found: ConditionList | None = None
        self.filters = FollowUpFilters(memory)
        self.list = RowList()
        self.list.setAccessibleName(_("Follow-up"))
        self.detail = Detail()
        self.clear = Button(_("Clear filters"), "secondary", "x")
        self.calm = EmptyState(
            "circle-check",
            _("Nothing asks for attention"),
            _("What ends, is missing or waits for an answer comes to stand here by itself."),
        )
        self.nothing = EmptyState(
            "search",
            _("Nothing found"),
            _("No line fits. Try fewer letters, or clear the filters."),
            self.clear,
        )
        self.stack = Stack()
        for part in (self.list, self.calm, self.nothing):
            self.stack.addWidget(part)
        self._lay_out()
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    def reload(self) -> None:
        asked = self._tasks.ask(self._controllers.conditions.listing, self.filters.wanted())
        self._question = asked.instead_of(self._question).then(self._show)

    def narrow(self) -> None:
        """Another filter over what is known already."""
        if self.found is None:
            self.reload()
            return
        narrowed = self._controllers.conditions.narrowed
        asked = self._tasks.ask(narrowed, self.found.every, self.filters.wanted())
        self._question = asked.instead_of(self._question).then(self._show)

    def settle(self) -> None:
        """Nothing is typed here that is kept."""

    def start(self) -> None:
        if self.stack.currentWidget() is self.list:
            self.list.setFocus()
        else:
            self.filters.text.setFocus()

    def seek(self) -> None:
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()

    def keys(self) -> str:
        return _("Ctrl+F: search · Enter: open · Alt+T: why this date")

    def said_count(self) -> str:
        """How many lines show, of how many."""
        if self.found is None:
            return ""
        shown, total = len(self.found.lines), self.found.total
        if shown == total:
            return str(total)
        return _("{found} of {total}").format(found=shown, total=total)

    def file_name(self) -> str:
        return _("follow-up")

    def export(self, path: Path) -> Ticket[Exported]:
        """The lines as they are narrowed, as a workbook."""
        wanted = self.filters.wanted()
        return self._tasks.ask(self._controllers.outgoing.conditions, wanted, path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._side = panel("right", PANEL, column(self.detail, gap=0), scroll=True)
        line = row(gap=0)
        line.addLayout(column(self.stack, gap=0, margins=(16, 0, 8, 0)), 1)
        line.addWidget(self._side)
        whole = column(self.filters, gap=0)
        whole.addLayout(line, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        themes.changed.connect(self._fit)
        self.filters.changed.connect(self.narrow)
        self.filters.into_list.connect(self.start)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        write = QShortcut(QKeySequence("B"), self.list, self.detail.write)
        write.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.detail.wanted.connect(self.wanted)
        self.clear.clicked.connect(self.filters.reset)

    def _fit(self) -> None:
        fit_panel(self._side, PANEL, self.width())

    def _show(self, found: ConditionList) -> None:
        self.found = found
        self._by_id = {one.id: one for one in found.lines}
        self.filters.show_choices(found)
        today = self._controllers.today()
        self.list.set_rows(list(_rows(found.lines, today)))
        empty = self.calm if not found.total else self.nothing
        self.stack.setCurrentWidget(self.list if found.lines else empty)
        self.filters.setVisible(bool(found.total))
        self._side.setVisible(bool(found.lines))
        if self.list.current is None and found.lines:
            self.list.choose(found.lines[0].id)
        self._choose(self.list.current)
        self.counted.emit(found.total, found.late)
        self.shown.emit()

    def _choose(self, payload: Any) -> None:
        self.detail.show_condition(self._by_id.get(payload), self._controllers.today())

    def _open(self, payload: Any) -> None:
        self._choose(payload)
        self.detail.go()


def _rows(lines: Sequence[Condition], today: date) -> Iterator[Row | Group]:
    """A heading for each state that occurs, then its lines."""
    for urgency in Urgency:
        own = [one for one in lines if one.urgency is urgency]
        if own:
            yield Group(word(urgency), len(own), TONES.get(urgency, "ink"))
            yield from (_row(one, today) for one in own)


def _row(one: Condition, today: date) -> Row:
    days = f"{_('start')} {short_date(one.start)}" if one.start is not None else ""
    if one.last is not None and one.urgency in TONES:
        days = short_left(one.last, today)
    return Row(
        title=one.centre,
        sub=f"{one.what} · {one.why}",
        lead=f"icon:{ICONS.get(one.kind, 'shield-check')}",
        meta=short_date(one.last) if one.last is not None else "",
        meta_tone=TONES.get(one.urgency, "quiet"),
        meta_sub=days,
        payload=one.id,
    )
