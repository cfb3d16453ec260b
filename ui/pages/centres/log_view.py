"""The log of a centre: everything that was done there, newest first, and the fields of a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.actions import kind_of
from controllers.bundle import Controllers
from models.actions.values import ActionKind, EntryKind, LogEntry
from models.kernel.text import N_, _
from models.kernel.wording import short_date
from ui.kit.ask import choose_save
from ui.kit.base import column, row, wrap
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.empty import EmptyState
from ui.kit.fitting import fit_panel
from ui.kit.page import Message, Ref
from ui.kit.row_list import Group, Row, RowList
from ui.kit.shell import panel
from ui.kit.theme import themes
from ui.pages.centres.file_facts import FileFacts
from ui.pages.centres.keys import upon
from ui.pages.centres.log_panel import ActionEditor, EntryPanel
from ui.tasks import Tasks, Ticket

WIDTH = 380
COACHING = "coaching"
FILTERS: tuple[tuple[str, str], ...] = (
    ("", N_("Everything")),
    (EntryKind.ACTION, N_("Contacts and actions")),
    (COACHING, N_("Coaching")),
    (EntryKind.CHECK, N_("Checks")),
    (EntryKind.LETTER, N_("Letters")),
    (EntryKind.APPLICATION, N_("Applications")),
    (EntryKind.DECISION, N_("Decisions")),
    (EntryKind.ATTACHMENT, N_("Attachments")),
)
ICONS = {
    EntryKind.CHECK: "checklist",
    EntryKind.LETTER: "mail",
    EntryKind.APPLICATION: "file-text",
    EntryKind.DECISION: "gavel",
    EntryKind.ATTACHMENT: "paperclip",
}
MEDIA = {
    "phone": "phone",
    "email": "mail",
    "letter": "mail-forward",
    "visit": "map-pin",
    "online": "messages",
    "meeting": "users",
}
KINDS = {
    ActionKind.INFO_MAIL: "send",
    ActionKind.INFO_PAGE: "info-circle",
    ActionKind.USER_SURVEY: "mood-smile",
    ActionKind.OFFER_CHECK: "search",
}


class LogView(QWidget):
    """Asks for the thread when somebody looks; adds by the card that works from anywhere."""

    KEYS = N_("Enter: change or open · Del: remove · Ctrl+Shift+C: note a contact")

    said = Signal(object)
    wanted = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._asked: Ticket[tuple[LogEntry, ...]] | None = None
        self._centre: UUID | None = None
        self._stale = True
        self.entries: tuple[LogEntry, ...] = ()
        self.only = ChoiceField(
            [(key, _(word)) for key, word in FILTERS], name=_("What the log shows")
        )
        self.only.set_value("", afresh=True)
        self.excel = Button("Excel", "secondary", "download", _("Keep this log as a workbook"))
        self.note = Button(_("Note a contact"), "secondary", "plus", keys="Ctrl+Shift+C")
        self.rows = RowList()
        self.rows.setAccessibleName(_("Log"))
        self.editor = ActionEditor(controllers, tasks)
        self.entry = EntryPanel()
        self._lay_out()
        self._connect()

    def show_facts(self, facts: FileFacts) -> None:
        """Of this centre; read now when it is looked at, else when it will be."""
        if facts.id != self._centre:
            self._centre = facts.id
            self._show(())
        self._stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        if self._centre is not None:
            self._stale = False
            ticket = self._tasks.ask(self._controllers.logbook.thread, self._centre)
            self._asked = ticket.instead_of(self._asked).then(self._show)

    def settle(self) -> None:
        self.editor.form.settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self, entries: Sequence[LogEntry]) -> None:
        self.entries = tuple(entries)
        today = self._controllers.today()
        shown = [one for one in entries if _passes(one, self.only.value())]
        lines: list[Row | Group] = []
        for year, of_year in groupby(shown, key=lambda one: one.day.year):
            rows = [_row(one, today) for one in of_year]
            lines += [Group(str(year), len(rows)), *rows]
        self.rows.set_rows(lines)
        self._lists.setCurrentIndex(0 if shown else 1)
        if self.rows.current is None and shown:
            self.rows.choose(shown[0].id)
        self._choose(self.rows.current)

    def _choose(self, row_id: UUID | None) -> None:
        entry = next((one for one in self.entries if one.id == row_id), None)
        if entry is None:
            self.settle()
            self._editors.setCurrentIndex(0)
        elif entry.action is not None:
            self.editor.show_action(entry.action)
            self._editors.setCurrentIndex(1)
        else:
            self.settle()
            self.entry.show_entry(entry)
            self._editors.setCurrentIndex(2)

    def _open(self, row_id: UUID | None) -> None:
        entry = next((one for one in self.entries if one.id == row_id), None)
        if entry is None:
            return
        if entry.action is not None:
            self.editor.begin()
            return
        ref = {
            EntryKind.CHECK: Ref("check", entry.opens),
            EntryKind.LETTER: Ref("letter", entry.opens),
            EntryKind.APPLICATION: Ref("application", entry.opens),
            EntryKind.DECISION: Ref("application", entry.opens),
            EntryKind.ATTACHMENT: Ref("centre", self._centre, f"attachments {entry.id.hex}"),
        }[entry.kind]
        self.wanted.emit(ref)

    def _add(self) -> None:
        self.settle()
        self.wanted.emit(Ref("note", self._centre))

    def _remove(self) -> None:
        self.editor.remove()

    def _removed(self) -> None:
        self.said.emit(Message(_("Line removed from the log."), undo=True))

    def _keep_workbook(self) -> None:
        name = f"{_('Log of contacts')}.xlsx"
        choose_save(self, _("Keep this log as a workbook"), "Excel (*.xlsx)", name, self._export)

    def _export(self, path: Path) -> None:
        ticket = self._tasks.ask(self._controllers.outgoing.log, self._centre, path)
        ticket.then(partial(self._exported, path))

    def _exported(self, path: Path, _made: object) -> None:
        self.said.emit(Message(_("List kept in {path}").format(path=path)))

    def _refilter(self, _key: object = None) -> None:
        self._show(self.entries)

    def _connect(self) -> None:
        self.only.edited.connect(self._refilter)
        self.rows.chosen.connect(self._choose)
        self.rows.opened.connect(self._open)
        self.entry.opened.connect(self._open)
        self.note.clicked.connect(self._add)
        self.excel.clicked.connect(self._keep_workbook)
        self.editor.said.connect(self.said)
        self.editor.removed.connect(self._removed)
        upon(self.rows, "Del", self._remove)
        themes.changed.connect(self._fit)

    def _fit(self) -> None:
        fit_panel(self._panel, WIDTH, self.width())

    def _lay_out(self) -> None:
        nothing = EmptyState(
            "messages",
            _("Nothing stands here yet"),
            _("Note a call, a mail or a visit; checks, letters and decisions come by themselves."),
        )
        self._lists, self._editors = QStackedWidget(), QStackedWidget()
        self._lists.addWidget(self.rows)
        self._lists.addWidget(nothing)
        self._editors.addWidget(QWidget())
        self._editors.addWidget(self.editor)
        self._editors.addWidget(self.entry)
        self.only.setFixedWidth(210)
        head = row(self.only, None, self.excel, self.note, gap=8, margins=(8, 0, 0, 8))
        left = column(head, gap=4, margins=(20, 4, 18, 12))
        left.addWidget(self._lists, 1)
        self._panel = panel("right", WIDTH, column(self._editors, gap=0, margins=(1, 1, 1, 1)))
        line = row(gap=0)
        line.addWidget(wrap(left), 1)
        line.addWidget(self._panel)
        self.setLayout(line)
        self._fit()


def _passes(entry: LogEntry, only: str) -> bool:
    if only == COACHING:
        return entry.action is not None and entry.action.coaching
    return not only or entry.kind == only


def _row(entry: LogEntry, today: date) -> Row:
    """Its day to the right, without the year: that stands above."""
    day = short_date(entry.day).rpartition(" ")[0]
    action = entry.action
    if action is None:
        return Row(entry.title, entry.sub, f"icon:{ICONS[entry.kind]}", meta=day, payload=entry.id)
    badge = None
    if action.reply_late(today):
        badge = ("late", _("Reply late"))
    elif action.reply_by is not None and action.replied_on is None:
        badge = ("wait", _("Reply awaited"))
    elif action.coaching:
        badge = ("good", _("Coaching"))
    icon = MEDIA[action.medium] if action.medium else KINDS.get(action.kind, "message-2")
    return Row(
        entry.title or kind_of(action),
        entry.sub,
        f"icon:{icon}",
        badge,
        day,
        meta_sub=action.hour.replace(":", "."),
        payload=entry.id,
    )
