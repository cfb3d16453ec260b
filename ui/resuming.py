"""Goes on where somebody was writing when the program stopped, as soon as that is in sight."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from models.kernel.text import _
from ui.drafting import AGAIN, DraftSheet
from ui.kit.in_sight import go_on
from ui.kit.page import Message


class Resuming(QObject):
    """No keyboard goes to what nobody sees, and nothing opens over another room: both wait."""

    said = Signal(object)
    """A Message: what one was writing stands here again."""

    def __init__(self, host: QWidget, sheet: DraftSheet, find: Callable[[], None]) -> None:
        """`find` goes to what lies aside on the sheet, once `host` is in sight."""
        super().__init__(host)
        self._host, self._find = host, find
        self._later = False
        self._sheet = sheet
        self._waiting: tuple[UUID | None, QWidget] | None = None
        """Whose field it is, and the field."""
        host.installEventFilter(self)
        sheet.came.connect(self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Show:
            self._catch_up()
        return super().eventFilter(watched, event)

    @Slot(object)
    def stand_in(self, field: QWidget) -> None:
        """The text stands in this field again: so does whoever wrote it."""
        if not self._host.isVisible():
            self._waiting = self._sheet.owner, field
            return
        go_on(field)
        self.said.emit(Message(_(AGAIN), tone="accent"))

    @Slot()
    def _look(self) -> None:
        self._later = not self._host.isVisible()
        if not self._later:
            self._find()

    def _catch_up(self) -> None:
        if self._later:
            self._look()
        waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting[0] == self._sheet.owner and isValid(waiting[1]):
            self.stand_in(waiting[1])
