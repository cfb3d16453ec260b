"""Somebody at one page: waits, types, presses keys, and hears what it says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.page import Message, Page

PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class AtAPage:
    page: Page
    qtbot: QtBot
    messages: list[Message]

    @property
    def said(self) -> str:
        return self.messages[-1].sentence if self.messages else ""

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=5000)

    def rest(self) -> None:
        """Until everything that was handed in is kept, read again and shown."""
        done: list[object] = []
        self.page._tasks.do(list).then(done.append)
        self.until(lambda: done and not self.page._tasks.busy)

    def idle(self) -> None:
        """Until nothing that was asked is still on its way."""
        self.until(lambda: not self.page._tasks.busy)

    def key(self, key: Qt.Key, pressed: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.focus, key, pressed)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def paste(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, CTRL)
        self.idle()

    def come(self) -> None:
        """Before the page, as wide as it is in the smallest window, with the keyboard."""
        self.page.resize(1047, 680)
        self.qtbot.addWidget(self.page)
        with self.qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        self.qtbot.waitUntil(self.page.isActiveWindow)
