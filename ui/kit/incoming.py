"""A workbook that comes in: read, looked through while nothing is written, and taken over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from models.kernel.text import _
from ui.kit.base import column, row, wrap
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.fitting import fit_panel
from ui.kit.header import Header
from ui.kit.shell import panel
from ui.kit.stack import Stack
from ui.kit.theme import themes

WIDTH = 372
WORKBOOKS = "Excel (*.xlsx *.xlsm *.xls);;*"


class IncomingReport(QWidget):
    """What would come in, and beside it a panel about the row one stands on.

    `taken` to write; `other` and `left` to go.
    """

    taken = Signal()
    other = Signal()
    left = Signal()

    def __init__(self, crumbs: Sequence[str], word: str) -> None:
        """`word` is on the button that writes."""
        super().__init__()
        self.cancel = Button(_("Cancel"), "ghost")
        self.again = Button(_("Choose another file"), "secondary", "folder")
        self.take = Button(word, "primary", "check")
        ways = (self.cancel, self.again, self.take)
        self.header = Header(crumbs[-1], crumbs, actions=ways)
        self.cancel.clicked.connect(self.left)
        self.again.clicked.connect(self.other)

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def allow(self, *, busy: bool) -> None:
        """While it is being written nothing else can begin."""
        for button in (self.take, self.again, self.cancel):
            button.setEnabled(not busy)

    def stand(self, left: QLayout, side: QWidget) -> None:
        """Lay out the rows with the panel beside them."""
        body = row(gap=0)
        body.addLayout(left, 1)
        margins = (0, 14, 0, 0)
        self._panel = panel("right", WIDTH, column(side, gap=0, margins=margins), scroll=True)
        body.addWidget(self._panel)
        whole = column(self.header, gap=0)
        whole.addLayout(body, 1)
        self.setLayout(whole)
        self._fit()
        themes.changed.connect(self._fit)

    def _fit(self) -> None:
        fit_panel(self._panel, WIDTH, self.width())


class IncomingView(QWidget):
    """The rooms before there is a report, such as while it is read, and the report itself."""

    said = Signal(object)

    def __init__(
        self, header: Header, trouble: str, rooms: Sequence[QWidget], report: QWidget
    ) -> None:
        """`trouble` heads one more room, that says why nothing can be read."""
        super().__init__()
        self._trouble = trouble
        self._writing = False
        self.header = header
        self.other = Button(_("Choose another file"), "primary", "folder")
        self.trouble = EmptyState("alert-circle", trouble, "", self.other)
        self._rooms = Stack()
        for room in (*rooms, self.trouble):
            self._rooms.addWidget(room)
        plain = column(self.header, gap=0)
        plain.addWidget(self._rooms, 1)
        self._plain = wrap(plain)
        self.stack = Stack()
        self.stack.addWidget(self._plain)
        self.stack.addWidget(report)
        self.setLayout(column(self.stack, gap=0))
        self.other.clicked.connect(self.ask_file)

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def ask_file(self) -> None:
        """Which file is to be read."""
        raise NotImplementedError

    def show_room(self, room: QWidget) -> None:
        """Instead of the report."""
        self._rooms.setCurrentWidget(room)
        self.stack.setCurrentWidget(self._plain)

    def refuse(self, why: str) -> None:
        """Refused whole, with the sentence that says why."""
        self.trouble.set_reason(self._trouble, why)
        self.show_room(self.trouble)
        self.other.setFocus()
