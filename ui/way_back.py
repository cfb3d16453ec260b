"""What is said in the bar, and the way it offers: back, forth again, or to where a thing waits."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal, Slot

from controllers.history import History, Turn, about
from models.kernel.changes import Changes
from models.kernel.text import _
from ui.kit.message_bar import MessageBar
from ui.kit.page import Message
from ui.tasks import Tasks


class WayBack(QObject):
    """Undo and redo of the open file. `settle` hands in what is typed before a step is turned."""

    wanted = Signal(object)
    """A Ref: the way there was taken."""

    def __init__(
        self,
        bar: MessageBar,
        history: History,
        tasks: Tasks,
        settle: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bar, self._history, self._tasks, self._settle = bar, history, tasks, settle
        self._offer: Message | None = None
        bar.acted.connect(self.take)

    @Slot(object)
    def say(self, message: Message) -> None:
        """One sentence in the bar, with the way back or the way there."""
        self._offer = message
        action, keys = message.word or None, ""
        if message.undo:
            action, keys = _("Undo"), "Ctrl+Z"
        elif message.redo:
            action, keys = _("Redo"), "Ctrl+Y"
        self._bar.show_message(message.sentence, action, keys, message.tone)

    @Slot()
    def take(self) -> None:
        """Go the way that is offered."""
        offer, self._offer = self._offer, None
        if offer is None:
            return
        self._bar.dismiss()
        if offer.undo:
            self.undo()
        elif offer.redo:
            self.redo()
        elif offer.opens is not None:
            self.wanted.emit(offer.opens)

    @Slot()
    def undo(self) -> None:
        self._settle()
        self._tasks.do(self._turn_back).then(self._undone)

    @Slot()
    def redo(self) -> None:
        self._settle()
        self._tasks.do(self._turn_forth).then(self._redone)

    def hear(self, changes: Changes, shown: Collection[str]) -> None:
        """Something was kept, perhaps in one of the tables that are `shown`."""
        offer = self._offer
        if offer is not None and (offer.undo or offer.redo):
            self._offer = None  # its way back would now turn back something newer
            self._bar.dismiss()
        elif offer is None or offer.opens is None:  # a way there stays good for later
            here = any(changes.touch(table) for table in shown)
            if here and changes.kind == "do":
                self.rest()  # the work goes on

    def rest(self) -> None:
        """Take away what would wait for a hand: the person has gone on."""
        if self._bar.waits():
            self._offer = None
            self._bar.dismiss()

    def _turn_back(self) -> Turn | None:
        """On the writer's thread: what is turned back is what stood next."""
        turn = self._history.next_undo
        return turn if self._history.undo() is not None else None

    def _turn_forth(self) -> Turn | None:
        turn = self._history.next_redo
        return turn if self._history.redo() is not None else None

    def _undone(self, turn: Turn | None) -> None:
        if turn is None:
            self.say(Message(_("There is nothing to undo.")))
        else:
            self.say(Message(_("Undone: {act}.").format(act=_act_of(turn)), redo=True))

    def _redone(self, turn: Turn | None) -> None:
        if turn is None:
            self.say(Message(_("There is nothing to redo.")))
        else:
            self.say(Message(_("Done again: {act}.").format(act=_act_of(turn)), undo=True))


def _act_of(turn: Turn) -> str:
    """What was done and of what, to stand inside a sentence."""
    said, subject = _(turn.label), about(turn)
    said = said[:1].lower() + said[1:]
    return f"{said} ({subject})" if subject else said
