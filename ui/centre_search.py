"""Looking a centre up on a card: a field, and under it what holds those letters, always open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from models.kernel.text import _
from models.mandates.values import CentreRow
from ui.centres_found import centres_with, row_of
from ui.kit.base import Text, announce
from ui.kit.fields import LineField
from ui.kit.row_list import RowList
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.bundle import Controllers

MOST, TALL = 20, 190


class CentreField(LineField):
    """Up and Down move in the list below while somebody types."""

    moved = Signal(int)
    entered = Signal()
    """Enter, once what was typed is settled."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
        else:
            self.moved.emit(step)


class CentreSearch(QObject):
    """`field`, `found` and `none` are laid out by the card, one under the other.

    `none` says that nothing holds these letters, in the place of an empty list.
    """

    stood = Signal(object)
    """The id of the centre the list stands on."""
    taken = Signal(object)
    """The id of the centre that was chosen with Enter or two clicks: go on with it."""
    fitted = Signal()
    """The card may have become shorter or taller."""

    def __init__(self, controllers: Controllers, tasks: Tasks, host: QObject) -> None:
        super().__init__(host)
        self._controllers, self._tasks = controllers, tasks
        self._asked: Ticket[list[CentreRow]] | None = None
        self._entered = False
        """Enter came before the centres that hold these letters."""
        self.centre: UUID | None = None
        self.field, self.found = CentreField(_("Name, number or town")), RowList(compact=True)
        self.none = Text("", "small", 500, "quiet", wrap=True)
        self.found.setFixedHeight(TALL)
        self.found.setAccessibleName(_("Centres found"))
        self.none.hide()
        self.field.textEdited.connect(self.look)
        self.field.entered.connect(self._take_first)
        self.field.moved.connect(self._step)
        self.found.chosen.connect(self.stand_on)
        self.found.opened.connect(self._take)

    def look(self, text: str) -> None:
        """Show what holds this text; nothing is chosen any more."""
        self.centre, self._entered = None, False
        asked = self._tasks.ask(partial(centres_with, self._controllers, text, MOST))
        self._asked = asked.instead_of(self._asked).then(partial(self._show_found, text))

    def stand_on(self, centre_id: UUID) -> None:
        self.centre = centre_id
        self.stood.emit(centre_id)

    def close_list(self) -> None:
        """The centre is known: the list has done its work until somebody types again."""
        if self._asked is not None:
            self._asked.drop()
            self._asked = None
        self.found.hide()
        self.none.hide()
        self.fitted.emit()

    def _show_found(self, text: str, found: Sequence[CentreRow]) -> None:
        self._asked = None
        self.found.set_rows([row_of(each) for each in found])
        self.none.setText("" if found else _nothing_holds(text))
        self.found.setVisible(bool(found))
        self.none.setVisible(not found)
        self.fitted.emit()
        if self._entered:
            self._take_first()

    def _step(self, step: int) -> None:
        at = self.found.currentIndex().row() + step
        if 0 <= at < self.found.model().rowCount():
            self.found.setCurrentIndex(self.found.model().index(at, 0))
        else:
            self._say_none()

    def _take_first(self) -> None:
        """The centre the list stands on, or else the first one that holds these letters."""
        self._entered = self._asked is not None
        if self._entered:
            return
        if self.centre is None and self.found.model().rowCount():
            self.found.setCurrentIndex(self.found.model().index(0, 0))
        if self.centre is None:
            self._say_none()
        else:
            self._take(self.centre)

    def _say_none(self) -> None:
        """The next letters replace those that nothing holds."""
        if not self.none.isHidden():
            self.field.selectAll()
            announce(self.field, self.none.text())

    def _take(self, centre_id: UUID) -> None:
        self.taken.emit(centre_id)
        self.close_list()


def _nothing_holds(text: str) -> str:
    if not text.strip():
        return _("There are no centres in this file yet.")
    sentence = _("No centre found for “{text}”. Search a part of the name, the number or the town.")
    return sentence.format(text=text.strip())
