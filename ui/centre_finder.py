"""Finding a centre while typing: a field, and under it what holds those letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from models.kernel.text import _
from models.mandates.values import CentreRow
from ui.centres_found import centres_with, row_of
from ui.kit.base import column
from ui.kit.fields import LineField
from ui.kit.overlay import Overlay
from ui.kit.row_list import RowList
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.bundle import Controllers

MOST = 6
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
FROM = 3
"""Letters from which is looked."""


class CentreFinder(QWidget):
    """`found(UUID)` when a centre is chosen. Up and Down move, Enter or Tab takes the first."""

    found = Signal(object)
    edited = Signal(object)
    """For a form: the id of the centre, or None as soon as somebody types on."""

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._asked: Ticket[list[CentreRow]] | None = None
        self._named: Ticket[str] | None = None
        self._centre: UUID | None = None
        self.line = _Line(_("Name, number or town"))
        self.rows = RowList(compact=True, fit=True)
        self.rows.setAccessibleName(_("Centres found"))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QFrame()
        self.list.setProperty("card", True)
        self.list.setAutoFillBackground(True)
        self.list.setLayout(column(self.rows, gap=0, margins=(1, 4, 1, 4)))
        self.list.setParent(self)
        self.list.hide()
        self.setFocusProxy(self.line)
        self.setLayout(column(self.line, gap=0))
        self.line.textEdited.connect(self._typed)
        self.line.moved.connect(self._move)
        self.line.returnPressed.connect(self.take)
        self.line.left.connect(self._leave)
        self.rows.clicked.connect(self._clicked)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def value(self) -> UUID | None:
        return self._centre

    def set_value(self, centre_id: Any, afresh: bool = False) -> None:
        """Show this centre; its name comes by itself."""
        del afresh
        self._centre = centre_id
        self._show_rows(())
        if centre_id is None:
            self.line.clear()
            return
        asked = self._tasks.ask(partial(_name, self._controllers, centre_id))
        self._named = asked.instead_of(self._named).then(self.line.setText)

    def dirty(self) -> bool:
        return False

    def settle(self) -> None:
        """What is chosen is told at once."""

    def take(self) -> None:
        """The row the list stands on, when nothing was chosen yet."""
        centre = self.rows.current if not self.list.isHidden() else None
        if self._centre is None and centre is not None:
            self._choose(centre)

    def _leave(self, by_tab: bool) -> None:
        if by_tab:
            self.take()
        self.list.hide()

    def _typed(self, text: str) -> None:
        if self._centre is not None:
            self._centre = None
            self.edited.emit(None)
        if len(text.strip()) < FROM:
            if self._asked is not None:
                self._asked.drop()
            self._show_rows(())
            return
        asked = self._tasks.ask(partial(centres_with, self._controllers, text, MOST))
        self._asked = asked.instead_of(self._asked).then(self._show_rows)

    def _show_rows(self, found: Sequence[CentreRow]) -> None:
        self.rows.set_rows([row_of(each) for each in found])
        self.list.setVisible(bool(found))
        if found:
            self.rows.choose(found[0].id)
            self._hang()

    def _hang(self) -> None:
        """Under the field, over whatever stands there: nothing else moves."""
        card = self.parentWidget() or self
        while card.parentWidget() is not None and not isinstance(card.parentWidget(), Overlay):
            card = card.parentWidget() or card
        if self.list.parentWidget() is not card:
            self.list.setParent(card)
        corner = self.line.mapTo(card, QPoint(0, self.line.height() + 4))
        tall = self.rows.sizeHint().height() + 10
        self.list.setGeometry(QRect(corner, QSize(self.line.width(), tall)))
        self.list.show()
        self.list.raise_()

    def _move(self, step: int) -> None:
        at = self.rows.currentIndex().row() + step
        if 0 <= at < self.rows.rows.rowCount():
            self.rows.setCurrentIndex(self.rows.rows.index(at))

    def _clicked(self, _index: object) -> None:
        if self.rows.current is not None:
            self._choose(self.rows.current)

    def _choose(self, centre_id: UUID) -> None:
        if self._asked is not None:
            self._asked.drop()
        self.set_value(centre_id)
        self.edited.emit(centre_id)
        self.found.emit(centre_id)


class _Line(LineField):
    moved = Signal(int)
    left = Signal(bool)
    """The keyboard went on; True when it was by Tab."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the card it stands in closes
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit(event.reason() == Qt.FocusReason.TabFocusReason)


def _name(controllers: Controllers, centre_id: UUID) -> str:
    return controllers.centres.file(centre_id).identity.name
