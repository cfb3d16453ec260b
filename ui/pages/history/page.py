"""The page of history: every step newest first, what it changed, and whether the chain is whole."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.bundle import Controllers
from controllers.history import COLUMNS, Checked, Story, TrailStep, Turn, about
from models.kernel.changes import Changes
from models.kernel.errors import AppError
from models.kernel.text import N_, _, ngettext
from models.kernel.wording import thousands
from ui.kit.base import Icon, Text, announce, column, row, wrap
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.fitting import fit_panel
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.page import Message, Page, Ref
from ui.kit.record_table import RecordTable, packed
from ui.kit.record_view import RecordView
from ui.kit.shell import panel
from ui.kit.theme import themes
from ui.pages.history.proving import checked
from ui.pages.history.step_panel import StepPanel
from ui.tasks import Tasks, Ticket

PANEL = 360
WIDTHS = "history"


class HistoryPage(Page):
    """The list of steps, of everything or of one row; the panel tells the chosen one."""

    key = "history"
    icon = "history"
    word = N_("History")
    shows = ("step",)
    opens = ("history", "row")

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._controllers, self._memory = controllers, memory
        self._history = controllers.history
        self._of: UUID | None = None
        self._newest_first = True
        self._question: Ticket[bytes] | None = None
        self._asked: Ticket[Story] | None = None
        self.table: RecordTable[TrailStep] = RecordTable(COLUMNS, self._history.steps, tasks, self)
        self.table.set_order("when", descending=True)
        self.view = RecordView(self.table)
        self.view.setAccessibleName(_("Steps"))
        self.header = Header(_("History"))
        self.check = Button(_("Check the history"), "secondary", "shield-check")
        self.header.set_actions((self.check,))
        self.turning = Turning()
        self.outcome = Outcome()
        self.panel = StepPanel()
        self.empty = EmptyState(
            "history",
            _("Nothing happened yet"),
            _("Every change in this file comes to stand here, with the day and the hour."),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        self._lay_out()
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(1050, 700)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def reload(self) -> None:
        ask = self._tasks.ask(self._ids, self._of, self._newest_first)
        self._question = ask.instead_of(self._question).then(self._show)
        self._tasks.ask(self._turns).then(self._show_turns)

    def open(self, ref: Ref) -> None:
        """The whole history, or that of one row."""
        if ref.kind == "row" and ref.id is not None:
            self._show_row(ref.id, "")
        elif self._of is not None:
            self._show_all()
        self.keys_changed.emit(_("↑ ↓ choose · Ctrl+Z undo · Ctrl+Y redo"))

    def settle(self) -> None:
        self._memory.keep_columns(WIDTHS, self.view.heading)

    def verify(self) -> None:
        """Walk the whole chain in the background and say in words what was found."""
        self.check.allow(_("The history is being checked."))
        self.outcome.say_busy()
        ticket = self._tasks.ask(checked, self._controllers)
        ticket.then(self._show_outcome).otherwise(self._not_checked)

    def undo(self) -> None:
        ticket = self._tasks.do(self._history.undo)
        ticket.then(partial(self._turned, "undo")).otherwise(self._explain)

    def redo(self) -> None:
        ticket = self._tasks.do(self._history.redo)
        ticket.then(partial(self._turned, "redo")).otherwise(self._explain)

    def _lay_out(self) -> None:
        left = column(self.header, gap=0)
        left.addLayout(column(self.turning, self.outcome, gap=8, margins=(28, 0, 24, 10)))
        left.addLayout(column(self.stack, gap=0, margins=(16, 0, 12, 0)), 1)
        whole = row(gap=0)
        whole.addLayout(left, 1)
        inside = column(self.panel, gap=0, margins=(1, 1, 1, 1))
        self._side = panel("right", PANEL, inside)
        whole.addWidget(self._side)
        self.setLayout(whole)
        self._memory.restore_columns(WIDTHS, self.view.heading)
        self.view.show_column("state", shown=False)

    def _fit(self) -> None:
        fit_panel(self._side, PANEL, self.width())

    def _connect(self) -> None:
        themes.changed.connect(self._fit)
        self.table.dataChanged.connect(self._show_state)
        self.header.crumb_chosen.connect(self._follow_crumb)
        self.check.clicked.connect(self.verify)
        self.turning.undo.clicked.connect(self.undo)
        self.turning.redo.clicked.connect(self.redo)
        self.view.chosen.connect(self._choose)
        self.view.unchosen.connect(self.panel.clear)
        self.table.order_wanted.connect(self._reorder)
        self.panel.opened.connect(self.wanted)
        self.panel.row_wanted.connect(self._show_row)

    def _turns(self) -> tuple[Turn | None, Turn | None]:
        return self._history.next_undo, self._history.next_redo

    def _show_turns(self, turns: tuple[Turn | None, Turn | None]) -> None:
        self.turning.show_turns(*turns)

    def _ids(self, row: UUID | None, newest_first: bool) -> bytes:
        if row is not None:
            return packed(self._history.of_row(row))
        return packed(self._history.ids(descending=newest_first))

    def _show(self, ids: bytes) -> None:
        self.table.show(ids)
        count = self.table.rowCount()
        said = ngettext("{count} step", "{count} steps", count)
        self.header.set_sub(said.format(count=thousands(count)))
        self.stack.setCurrentWidget(self.view if count else self.empty)
        current = self.view.current_id
        if current is not None:
            self._choose(current)
        elif count:
            self.view.setCurrentIndex(self.table.index(0, 0))

    def _show_state(self) -> None:
        """The state has a column as soon as one step in sight has something to say."""
        top, bottom = self.view.rowAt(0), self.view.rowAt(self.view.viewport().height() - 1)
        last = bottom if bottom >= 0 else self.table.rowCount() - 1
        told = (self.table.record(at) for at in range(max(0, top), last + 1))
        if any(step is not None and step.undone for step in told):
            self.view.show_column("state", shown=True)

    def _choose(self, step: UUID) -> None:
        ask = self._tasks.ask(self._history.story, step, self._of).instead_of(self._asked)
        self._asked = ask.then(self.panel.show_story).otherwise(self._explain)

    def _reorder(self, key: str, descending: bool) -> None:
        if key == "when" and self._of is None:
            self._newest_first = descending
            self.reload()
            return
        self.table.set_order("when", descending=self._newest_first)
        if key != "when":
            self.said.emit(Message(_("The history is ordered by time."), tone="accent"))

    def _show_row(self, row_id: UUID, name: str) -> None:
        self._of, self._newest_first = row_id, True
        self.table.set_order("when", descending=True)
        self._name_row(name)
        if not name:
            self._tasks.ask(self._history.row_name, row_id).then(self._name_row)
        self.reload()

    def _name_row(self, name: str) -> None:
        self.header.set_crumbs((_("History"),) if self._of is not None else ())
        self.header.set_title((name if self._of is not None else "") or _("History"))

    def _show_all(self) -> None:
        self._of = None
        self._name_row("")
        self.reload()

    def _follow_crumb(self, _place: int) -> None:
        self._show_all()
        self.view.setFocus()

    def _show_outcome(self, found: Checked) -> None:
        self.check.allow()
        self.outcome.say(found)

    def _not_checked(self, error: AppError) -> None:
        self.check.allow()
        self.outcome.hide()
        self._explain(error)

    def _turned(self, kind: str, changes: Changes | None) -> None:
        if changes is None:
            return
        said = _("Undone: {act}.") if kind == "undo" else _("Done again: {act}.")
        self.said.emit(Message(said.format(act=_(changes.label))))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))


class Turning(QWidget):
    """One step back, one step forth, each saying which."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = Button(_("Undo"), "secondary", "arrow-back-up", keys="Ctrl+Z")
        self.redo = Button(_("Redo"), "secondary", "arrow-forward-up", keys="Ctrl+Y")
        self.setLayout(row(self.undo, self.redo, None, gap=8))
        self.show_turns(None, None)

    def show_turns(self, back: Turn | None, forth: Turn | None) -> None:
        """What the buttons would turn back or do again."""
        _dress(self.undo, _("Undo"), back, _("There is nothing to undo."))
        _dress(self.redo, _("Redo"), forth, _("There is nothing to redo."))


class Outcome(QWidget):
    """What checking the history found; nothing until it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.icon = Icon("shield-check", "done", 18)
        self.text = Text("", "body", 500, wrap=True)
        line = row(wrap(column(self.icon, None, gap=0, margins=(0, 3, 0, 0))), gap=8)
        line.addWidget(self.text, 1)
        self.setLayout(line)
        self.hide()

    def say_busy(self) -> None:
        self._tell(_("The history is being checked …"), "progress", "quiet")

    def say(self, found: Checked) -> None:
        tone = "done" if found.whole else "late"
        self._tell(found.sentence, "shield-check" if found.whole else "alert-circle", tone)

    def _tell(self, sentence: str, icon: str, tone: str) -> None:
        self.icon.set_icon(icon, tone)
        self.text.setText(sentence)
        self.text.set_tone(tone)
        self.show()
        announce(self, sentence)


def _dress(button: Button, word: str, turn: Turn | None, nothing: str) -> None:
    button.setText(f"{word}: {_(turn.label)}" if turn else word)
    button.allow("" if turn else nothing)
    if turn:
        button.setToolTip(about(turn))


PAGE = HistoryPage
