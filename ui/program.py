"""The window program put together: application, look, front door, desk, and the way out."""

from __future__ import annotations

import logging
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from controllers.door import Door
from controllers.language import speak, spoken
from models.kernel.text import _
from ui.field_undo import FieldUndo
from ui.frame import MainWindow
from ui.kit import theme
from ui.kit.ask import Ask
from ui.kit.memory import Memory
from ui.kit.page import Message
from ui.pages import ROOMS
from ui.pages.start.page import StartPage
from ui.qt_words import speak_qt
from ui.report import report
from ui.tasks import Tasks
from ui.tidying import Tidying

if TYPE_CHECKING:
    from controllers.bundle import Controllers
    from ui.window import Desk

log = logging.getLogger(__name__)


class Program(QObject):
    """Holds the one window, and the file that is open in it."""

    def __init__(
        self,
        app: QApplication,
        door: Door,
        memory: Memory,
        version: str,
        window: MainWindow | None = None,
    ) -> None:
        super().__init__()
        self._version = version
        self._memory = memory
        self._app = app
        theme.apply(app, memory.theme(), memory.text_scale())
        speak_qt(app, spoken())
        self._field_undo = FieldUndo(app)
        self._tidying = Tidying(self)
        self.tasks = Tasks()
        self.tasks.broken.connect(self.broken)
        self.start = StartPage(door, self.tasks, memory)
        self.start.opened.connect(self.open)
        self.window = window or MainWindow(memory)
        self.window.lay_front(self.start, self._may_close)
        self.window.closing.connect(self.close)
        self.desk: Desk | None = None
        self._controllers: Controllers | None = None
        self._door = door
        self._card: Ask | None = None
        self._told_of = ""
        self._closing = False

    def show(self) -> None:
        """The window first; what opening a file needs is imported after the first paint."""
        self.window.show()
        QTimer.singleShot(0, self, self._warm)

    @Slot(object)
    def open(self, controllers: Controllers) -> None:
        """Lay an open file on the desk."""
        if self._closing:  # the window was closed while the file was being opened
            controllers.close()
            return
        from ui.expanding import Expanding
        from ui.spelling import SpellChecking
        from ui.window import Desk

        self._controllers = controllers
        speak(controllers.opened_with.language)
        speak_qt(self._app, spoken())
        controllers.listen(self.tasks.announce)
        self.desk = Desk(controllers, self.tasks, self._memory)
        self.expanding = Expanding(self.desk, controllers, self.tasks)
        self.spelling = SpellChecking(self.desk, controllers, self.tasks)
        self.desk.left.connect(self.leave)
        self.window.show_desk(self.desk, controllers.path.stem)
        self.desk.go_to_last_room()
        QTimer.singleShot(0, self, self._count_ahead)

    @Slot()
    def leave(self) -> None:
        """Close the file and go back to the front door; what was typed is handed in first."""
        if self._all_kept():
            self._put_away()

    @Slot()
    def _count_ahead(self) -> None:
        """After the first paint: what is late stands in the rail before anybody goes there."""
        if self.desk is not None:
            for room in ROOMS:
                if room.counts:
                    self.desk.page(room.key).reload()

    def _put_away(self) -> None:
        if self.desk is None or self._controllers is None:
            return
        self.desk.shut()
        controllers, self._controllers, self.desk = self._controllers, None, None
        self.window.show_front()
        self.start.closed(controllers.path, demo=controllers.demo)
        self.tasks.do(controllers.close)

    @Slot()
    def close(self) -> None:
        """The way out: hand in, finish writing, close the file."""
        self._closing = True
        self._put_away()
        self.tasks.close()
        self.start.let_go()
        self._tidying.stop()
        self._memory.write()

    @Slot(Exception)
    def broken(self, error: BaseException) -> None:
        """A mistake of ours: say so, and go on."""
        if self._card is None or not isValid(self._card) or not self._card.is_open:
            self._card = report(self.window, error, self._version)

    def _may_close(self) -> bool:
        return self._all_kept() and self.start.may_close()

    def _all_kept(self) -> bool:
        """Whether all that was typed is in the file; who asks twice, leaves the rest behind."""
        if self.desk is None:
            return True
        self.desk.settle()
        self.tasks.finish_writes()
        drafts, before = self.desk.drafts(), self._told_of
        self._told_of = drafts
        if not drafts or drafts == before:
            return True
        sentence = _("Not kept yet: {fields}. Mend it, or close once more to leave it out.")
        self.desk.say(Message(sentence.format(fields=drafts), tone="late"))
        return False

    def _warm(self) -> None:
        self.tasks.ask(self._door.warm)


class Hook:
    """What escapes from a slot is a mistake of ours too."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def tell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        log.error("Bug in the window", exc_info=(kind, error, trace))
        self._program.broken(error)
