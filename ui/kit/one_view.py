"""The view of one thing that was opened from a list, as the room around it knows it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.kernel.errors import AppError, Gone
from ui.kit.page import Message


class OneView(QWidget):
    """Reads one thing in the background and hands it to its parts; `closed` goes to the list."""

    closed = Signal()
    wanted = Signal(object)
    """A Ref to something that lives in another room."""
    said = Signal(object)
    """A Message for the bar."""
    keys_changed = Signal(str)

    returning = False
    """Whether it opens by itself on what stood open last time, and nobody asked for it."""

    def open(self, thing: UUID, detail: str = "") -> None:
        """Show this thing; `detail` says where in it."""
        raise NotImplementedError

    def come_back(self, thing: UUID) -> None:
        """Open what stood open last time. Gone since, it closes without a word."""
        self.returning = True
        self.open(thing)

    def close_lost(self, error: AppError, *, shown: bool, tone: str = "due") -> None:
        """Tell why it is not there, and go to the list; `shown`: whether it was on the screen."""
        quiet = self.returning and not shown and isinstance(error, Gone)
        self.returning = False
        if not quiet:
            self.said.emit(Message(str(error), tone=tone))
        self.closed.emit()

    def reload(self) -> None:
        """Ask anew for what it shows."""
        raise NotImplementedError

    def settle(self) -> None:
        """Hand in what is still being typed."""
        raise NotImplementedError

    def keys(self) -> str:
        """The keys that matter here, for the status bar."""
        raise NotImplementedError

    def drafts(self) -> list[str]:
        """What is typed and not kept, in words."""
        return []

    def follow_crumb(self, place: int) -> None:
        """The first crumb over a thing is the list it came from."""
        if place == 0:
            self.closed.emit()
