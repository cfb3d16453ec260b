"""A real office with one complaint, and the page that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.complaints.values import ComplaintDraft, ComplaintFile
from models.store.store import Store
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.pages.complaints.page import ComplaintsPage
from ui.tasks import Tasks


@dataclass
class Desk:
    """The page on the screen, and what it said."""

    page: ComplaintsPage
    controllers: Controllers
    kade: UUID
    one: UUID
    qtbot: QtBot
    messages: list[Message] = field(default_factory=list)
    wishes: list[Ref] = field(default_factory=list)
    counts: list[tuple[int, int]] = field(default_factory=list)

    @property
    def view(self):
        return self.page.one

    @property
    def card(self):
        return self.view.acts.card

    @property
    def file(self) -> ComplaintFile:
        return self.controllers.complaints.file(self.one)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=5000)

    def rest(self) -> None:
        """Until everything that was handed in is kept, read again and shown."""
        done: list[object] = []
        self.page._tasks.do(list).then(done.append)
        self.until(lambda: done and not self.page._tasks.busy)

    def open(self) -> Desk:
        self.page.open(Ref("complaint", self.one))
        self.until(lambda: self.view.file is not None)
        self.rest()
        return self

    def key(self, key: Qt.Key, pressed=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus, key, pressed)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def controllers(store: Store) -> Controllers:
    return Controllers(store)


@pytest.fixture
def desk(
    qtbot: QtBot, qapp: QApplication, controllers: Controllers, tasks: Tasks, tmp_path
) -> Desk:
    theme.apply(qapp, "light")
    kade = controllers.centres.add("0566988259", "De Kade")
    one = controllers.complaints.register(
        kade, ComplaintDraft(date(2026, 4, 1), theme="extra kosten")
    )
    controllers.listen(tasks.announce)
    page = ComplaintsPage(controllers, tasks, Memory(tmp_path / "venster.ini"))
    made = Desk(page, controllers, kade, one, qtbot)
    page.said.connect(made.messages.append)
    page.wanted.connect(made.wishes.append)
    page.counted.connect(lambda count, late: made.counts.append((count, late)))
    page.resize(1047, 680)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.reload()
    made.rest()
    return made
