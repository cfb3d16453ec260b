"""A real office, and the page of the checklists over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.checklists.values import ChecklistFile
from models.store.store import Store
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Message
from ui.pages.checklists.spots import Spot
from ui.pages.checklists.page import ChecklistsPage
from ui.tasks import Tasks


@dataclass
class Room:
    """The page on the screen, and what it said."""

    page: ChecklistsPage
    do: Controllers
    qtbot: QtBot
    messages: list[Message] = field(default_factory=list)

    @property
    def version(self):
        return self.page.version

    @property
    def file(self) -> ChecklistFile:
        """What the file says of the version on the screen."""
        return self.do.checklists.file(*self.version.name)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=5000)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus, key, held)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def press(self, word: str) -> None:
        """The button of the header that says this."""
        buttons = [one for one in self.version.acts.buttons() if one.text() == word]
        assert buttons, word
        buttons[0].click()

    def stand(self, spot: Spot) -> None:
        assert self.version.outline.choose(spot)
        self.version._turn(spot)
        self.version.outline.setFocus()

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, store: Store, tasks: Tasks, tmp_path: Path) -> Room:
    theme.apply(qapp, "light")
    do = Controllers(store)
    do.listen(tasks.announce)
    page = ChecklistsPage(do, tasks, Memory(tmp_path / "venster.ini"))
    found = Room(page, do, qtbot)
    page.said.connect(found.messages.append)
    page.resize(1220, 690)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    found.until(lambda: page.list.list.current is not None)
    return found


@pytest.fixture
def draft(room: Room) -> Room:
    """A draft of the checklist of dossier checks, on the screen."""
    row = room.do.checklists.draft_from("dossier_check", 1)
    version = room.do.checklists.version(row)
    room.page._open((version.key, version.version))
    room.until(lambda: room.version.file is not None)
    return room
