"""Everything on one person: where somebody is named in the whole file, to take along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.export.landing import Exported
from controllers.retention import LEAST, TRACES, Retention
from models.kernel.errors import AppError
from models.kernel.text import _, ngettext
from models.kernel.wording import thousands
from models.retention.values import Trace
from ui.kit.ask import choose_save
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.page import Message, Ref
from ui.kit.record_table import RecordTable
from ui.kit.record_view import RecordView
from ui.kit.search_field import SearchField
from ui.tasks import Tasks, Ticket


class PersonView(QWidget):
    """`wanted(Ref)` opens the centre of a place; `said(Message)` tells what was kept."""

    wanted = Signal(object)
    said = Signal(object)

    def __init__(self, retention: Retention, tasks: Tasks) -> None:
        super().__init__()
        self._retention, self._tasks = retention, tasks
        self._question: Ticket[list[Trace]] | None = None
        self._by_id: Mapping[UUID, Trace] = {}
        self.table: RecordTable[Trace] = RecordTable(TRACES, self._rows, tasks, self)
        self.view = RecordView(self.table)
        self.view.setAccessibleName(_("Everything on a person"))
        self.text = SearchField(_("Name or e-mail address"))
        self.text.setAccessibleName(_("Name or e-mail address"))
        self.text.setClearButtonEnabled(True)
        self.take = Button(_("Export …"), "secondary", "download")
        self.count = Text("", "small", 400, "quiet", tabular=True)
        self.empty = EmptyState("user", "", "")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        line = row(gap=12, margins=(12, 0, 20, 12))
        line.addWidget(self.text, 2)
        line.addWidget(self.count)
        line.addStretch(1)
        line.addWidget(self.take)
        whole = column(gap=0, margins=(16, 0, 4, 0))
        whole.addLayout(line)
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)
        self.text.textChanged.connect(self.reload)
        self.text.left_down.connect(self._into_list)
        self.view.opened.connect(self._open)
        self.take.clicked.connect(self._choose_file)
        self._show([])

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    def reload(self, _typed: object = None) -> None:
        if not self._enough():
            if self._question is not None:
                self._question.drop()
            self._show([])
            return
        asked = self._tasks.ask(self._retention.traces, self.text.text())
        self._question = asked.instead_of(self._question).then(self._show).otherwise(self._refused)

    def start(self) -> None:
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def keys(self) -> str:
        return _("Ctrl+F: search · Enter: open the centre")

    def _enough(self) -> bool:
        return len(self.text.text().replace(" ", "")) >= LEAST

    def _rows(self, ids: Sequence[UUID]) -> list[Trace]:
        known = self._by_id
        return [known[one] for one in ids if one in known]

    def _show(self, found: list[Trace]) -> None:
        self._by_id = {one.id: one for one in found}
        self.table.show([one.id for one in found])
        self.stack.setCurrentIndex(0 if found else 1)
        said = ngettext("{count} place", "{count} places", len(found))
        self.count.setText(said.format(count=thousands(len(found))) if found else "")
        self.take.allow("" if found else _("Look for somebody first."))
        if self._enough():
            self.empty.set_reason(
                _("Nothing found"), _("Nobody is named like this in the whole file.")
            )
        else:
            self.empty.set_reason(
                _("Everything on a person"),
                _(
                    "Write a name or an e-mail address. Every field in which it stands is shown,"
                    " also in remarks, notes and letters, and goes along for who asks for it."
                ),
            )
        if found:
            self.view.setCurrentIndex(self.table.index(0, 0))

    def _refused(self, error: AppError) -> None:
        self._show([])
        self.empty.set_reason(_("Nothing found"), str(error))

    def _into_list(self) -> None:
        if self.stack.currentIndex() == 0:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, trace_id: UUID) -> None:
        one = self._by_id.get(trace_id)
        if one is not None and one.centre_id is not None:
            self.wanted.emit(Ref("centre", one.centre_id))

    def _choose_file(self) -> None:
        day = self._retention.today().isoformat()
        name = f"{_('everything on a person')} {day}.json"
        choose_save(self, _("Export everything on this person"), "JSON (*.json)", name, self._take)

    def _take(self, path: Path) -> None:
        ticket = self._tasks.ask(self._retention.export_person, self.text.text(), path)
        ticket.then(self._taken).otherwise(self._explain)

    def _taken(self, made: Exported) -> None:
        said = _("Kept in {path}, with a workbook of the same name beside it")
        self.said.emit(Message(said.format(path=made.path.name)))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
