"""A list of files with why they are due or kept, and below it the day of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.retention import COLUMNS, why
from models.kernel.text import _, ngettext
from models.kernel.wording import list_date, thousands
from models.retention.values import RetentionRow
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.page import Ref
from ui.kit.record_table import RecordTable
from ui.kit.record_view import RecordView
from ui.tasks import Tasks
from ui.why import WhyDate

MIDDLE = Qt.AlignmentFlag.AlignVCenter


class FilesView(QWidget):
    """`wanted(Ref)` opens a centre; `destroy_wanted(list)` gives the chosen rows."""

    wanted = Signal(object)
    destroy_wanted = Signal(object)

    def __init__(self, tasks: Tasks, name: str, nothing: EmptyState, *, due: bool) -> None:
        super().__init__()
        self._by_id: Mapping[UUID, RetentionRow] = {}
        self.table: RecordTable[RetentionRow] = RecordTable(COLUMNS, self._rows, tasks, self)
        self.view = RecordView(self.table, many=due)
        self.view.setAccessibleName(name)
        self.told = Text("", "small", 400, "quiet", wrap=True)
        self.day = WhyDate()
        self.wipe = Button(_("Destroy …"), "danger")
        if not due:
            self.wipe.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(nothing)
        foot = row(gap=14, margins=(12, 10, 24, 14))
        foot.addWidget(self.told, 1, MIDDLE)
        foot.addWidget(self.day, 0, MIDDLE)
        foot.addWidget(self.wipe)
        whole = column(gap=0, margins=(16, 0, 4, 0))
        whole.addWidget(self.stack, 1)
        whole.addLayout(foot)
        self.setLayout(whole)
        self.view.chosen.connect(self._tell)
        self.view.unchosen.connect(self._tell)
        self.view.opened.connect(self._open)
        self.view.selectionModel().selectionChanged.connect(self._tell)
        self.wipe.clicked.connect(self._ask)

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    def show_rows(self, rows: Sequence[RetentionRow]) -> None:
        self._by_id = {one.id: one for one in rows}
        self.table.show([one.id for one in rows])
        self.stack.setCurrentIndex(0 if rows else 1)
        if rows and self.view.current_id is None:
            self.view.setCurrentIndex(self.table.index(0, 0))
        self._tell()

    def chosen(self) -> list[RetentionRow]:
        ids = [one for one in self.view.chosen_ids() if one in self._by_id]
        return [self._by_id[one] for one in ids]

    def start(self) -> None:
        if self.stack.currentIndex() == 0:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def keys(self) -> str:
        return _("Shift+↓: choose more · Alt+T: why this date · Enter: open the centre")

    def _rows(self, ids: Sequence[UUID]) -> list[RetentionRow]:
        """The rows are here already; the table asks for those in sight."""
        known = self._by_id
        return [known[one] for one in ids if one in known]

    def _tell(self, *_news: object) -> None:
        current = self.view.current_id
        one = self._by_id.get(current) if current is not None else None
        many = len(self.chosen())
        said = ngettext("{count} file chosen", "{count} files chosen", many)
        parts = [f"{one.name}: {why(one)}."] if one else []
        if many > 1:
            parts.append(said.format(count=thousands(many)))
        self.told.setText(" ".join(parts))
        term = one.verdict.term if one else None
        until = _("Keep until {day}").format(day=list_date(term.due)) if term else ""
        self.day.show_term(term, until, one.name if one else "")
        self.day.setVisible(term is not None)
        self.wipe.allow("" if many else _("Choose in the list what is to be destroyed."))

    def _open(self, centre_id: UUID) -> None:
        self.wanted.emit(Ref("centre", centre_id))

    def _ask(self) -> None:
        if rows := self.chosen():
            self.destroy_wanted.emit(rows)
