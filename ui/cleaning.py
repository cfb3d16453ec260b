"""Contents of attachments: told when they are gone, erased when nobody names them and one asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from controllers.attachments import size_word
from models.attachments.values import Unused
from models.kernel.text import _, ngettext
from ui.kit.ask import Choice, ask
from ui.kit.page import Message
from ui.tasks import Tasks

if TYPE_CHECKING:
    from controllers.bundle import Controllers

ERASE = "erase"


class Cleaning(QObject):
    """Says what would go, and asks: this one act cannot be undone."""

    said = Signal(object)

    def __init__(self, host: QWidget, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__(host)
        self._host, self._attachments, self._tasks = host, controllers.attachments, tasks

    def look(self) -> None:
        """Contents that are not beside the file: told when it opens, not found out later."""
        self._tasks.ask(self._attachments.trouble).then(self._tell)

    def _tell(self, trouble: str) -> None:
        if trouble:
            self.said.emit(Message(trouble, tone="late"))

    @Slot()
    def begin(self) -> None:
        self._tasks.ask(self._attachments.unused).then(self._propose)

    def _propose(self, unused: Unused) -> None:
        if not unused.count:
            self.said.emit(Message(_("There is nothing to clean up: every content is in use.")))
            return
        text = ngettext(
            "{count} content ({size}) belongs to no attachment any more. Once erased, an"
            " attachment that was removed cannot come back whole.",
            "{count} contents ({size}) belong to no attachment any more. Once erased, attachments"
            " that were removed cannot come back whole.",
            unused.count,
        ).format(count=unused.count, size=size_word(unused.size))
        choices = [Choice(ERASE, _("Erase for good"), "danger", "x")]
        ask(self._host, _("Clean up attachments"), text, choices, self._answer)

    def _answer(self, key: str) -> None:
        if key == ERASE:
            self._tasks.do(self._attachments.clean_up).then(self._done)

    def _done(self, erased: Unused) -> None:
        said = ngettext("{count} content erased.", "{count} contents erased.", erased.count)
        self.said.emit(Message(said.format(count=erased.count)))
