"""The statements of what was destroyed, and the paper of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.retention import STATEMENTS
from models.kernel.text import _
from models.retention.values import Statement
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.record_table import RecordTable
from ui.kit.record_view import RecordView
from ui.tasks import Tasks

MIDDLE = Qt.AlignmentFlag.AlignVCenter


class StatementsView(QWidget):
    """`paper_wanted(Statement)` asks for the PDF of one."""

    paper_wanted = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._by_id: Mapping[UUID, Statement] = {}
        self.table: RecordTable[Statement] = RecordTable(STATEMENTS, self._rows, tasks, self)
        self.view = RecordView(self.table)
        self.view.setAccessibleName(_("Statements of destruction"))
        self.told = Text("", "small", 400, "quiet", wrap=True)
        self.paper = Button(_("Statement as PDF …"), "secondary", "download")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(
            EmptyState(
                "file-text",
                _("Nothing was destroyed yet"),
                _("Every destruction leaves a statement here, with the rule that allows it."),
            )
        )
        foot = row(gap=14, margins=(12, 10, 24, 14))
        foot.addWidget(self.told, 1, MIDDLE)
        foot.addWidget(self.paper)
        whole = column(gap=0, margins=(16, 0, 4, 0))
        whole.addWidget(self.stack, 1)
        whole.addLayout(foot)
        self.setLayout(whole)
        self.view.chosen.connect(self._tell)
        self.view.unchosen.connect(self._tell)
        self.view.opened.connect(self._ask)
        self.paper.clicked.connect(self._ask)

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    def show_rows(self, rows: Sequence[Statement]) -> None:
        self._by_id = {one.id: one for one in rows}
        self.table.show([one.id for one in rows])
        self.stack.setCurrentIndex(0 if rows else 1)
        if rows and self.view.current_id is None:
            self.view.setCurrentIndex(self.table.index(0, 0))
        self._tell()

    def start(self) -> None:
        if self.stack.currentIndex() == 0:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def keys(self) -> str:
        return _("Enter: the statement as PDF")

    def _rows(self, ids: Sequence[UUID]) -> list[Statement]:
        known = self._by_id
        return [known[one] for one in ids if one in known]

    def _current(self) -> Statement | None:
        current = self.view.current_id
        return self._by_id.get(current) if current is not None else None

    def _tell(self, *_news: object) -> None:
        one = self._current()
        self.told.setText(one.described if one else "")
        self.paper.setVisible(one is not None)

    def _ask(self, *_news: object) -> None:
        if one := self._current():
            self.paper_wanted.emit(one)
