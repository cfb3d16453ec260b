"""An officer at the window: presses, types and looks, and waits for what comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from controllers.door import Door
from models.kernel.clock import Clock
from models.kernel.version import VERSION
from ui.kit.ask import use_chooser
from ui.kit.button import Button
from ui.kit.memory import Memory
from ui.pages.centres.page import CentresPage
from ui.pages.checks.check_view import CheckView
from ui.pages.checks.page import ChecksPage
from ui.pages.history.page import HistoryPage
from ui.pages.letters.letter_view import LetterView
from ui.pages.letters.page import LettersPage
from ui.program import Program
from ui.window import Desk

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
WORDS = "vier losse woorden hier"
LONG = 30_000
"""Milliseconds that reading, comparing and writing the whole list may take on a busy machine."""
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
P = TypeVar("P")


class Strays(QObject):
    """Hears of every window that appears; only the one of the program should."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


class Officer:
    """Has one window before her; every gesture goes through the widget that has the keyboard."""

    def __init__(self, qtbot: QtBot, app: QApplication, clock: Clock, folder: Path) -> None:
        self._qtbot = qtbot
        self._answer = Path()
        self.bugs: list[BaseException] = []
        self._strays = Strays()
        app.installEventFilter(self._strays)
        use_chooser(self)
        self.program = Program(app, Door(clock), Memory(folder / "window.ini"), VERSION)
        self.program.tasks.broken.connect(self.bugs.append)
        with qtbot.waitExposed(self.program.window):
            self.program.show()
        self.program.window.activateWindow()
        self.until(self.program.window.isActiveWindow)

    @property
    def strays(self) -> list[str]:
        """Windows that appeared beside the one of the program."""
        return [kind for kind in self._strays.seen if kind != "MainWindow"]

    # what the file dialog of the system would answer

    def open(
        self, parent: QWidget, title: str, filters: str, then: Callable[[Path], object]
    ) -> None:
        then(self._answer)

    def save(
        self, parent: QWidget, title: str, filters: str, name: str, then: Callable[[Path], object]
    ) -> None:
        then(self._answer)

    def will_choose(self, path: Path) -> None:
        """Which file she takes when she is asked for one."""
        self._answer = path

    # hands and eyes

    def until(self, true: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(true()), timeout=LONG)

    def rest(self) -> None:
        """Until everything that was handed in has come back and is shown."""
        self.until(lambda: not self.program.tasks.busy)
        self.until(lambda: not self.program.tasks.busy)

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def key(self, key: Qt.Key, pressed: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focus, key, pressed)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def paste(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, CTRL)

    def write(self, field: QWidget, text: str) -> None:
        """Put the keyboard there, replace what stands there, and leave it."""
        field.setFocus()
        self.key(Qt.Key.Key_A, CTRL)
        self.type(text)
        cast(Any, field).settle()

    def press(self, button: QWidget) -> None:
        assert button.isVisible(), button
        assert button.isEnabled(), button.toolTip()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press_word(self, word: str, within: QWidget) -> None:
        def found() -> list[Button]:
            return [
                button
                for button in within.findChildren(Button)
                if button.text() == word and button.isVisible()
            ]

        self.until(lambda: len(found()) == 1)
        self.press(found()[0])

    # where she is

    @property
    def desk(self) -> Desk:
        assert self.program.desk is not None
        return self.program.desk

    @property
    def file(self) -> Controllers:
        """The open file, to look whether what the screen says is true."""
        return self.desk._controllers

    @property
    def said(self) -> str:
        return self.desk.bar.text()

    def _page(self, kind: type[P]) -> P:
        assert isinstance(self.desk.current, kind), self.desk.current
        return self.desk.current

    @property
    def centres(self) -> CentresPage:
        return self._page(CentresPage)

    @property
    def check(self) -> CheckView:
        return self._page(ChecksPage).check

    @property
    def letter(self) -> LetterView:
        return self._page(LettersPage).letter

    @property
    def history(self) -> HistoryPage:
        return self._page(HistoryPage)

    def close(self) -> None:
        assert self.program.window.close()
