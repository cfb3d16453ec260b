"""A real office with one application, and the page that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.store.store import Store
from tests.controllers.dossiers import Applicant, applicant
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.pages.applications.page import ApplicationsPage
from ui.tasks import Tasks


@dataclass
class Desk:
    """The page on the screen, and what it said."""

    page: ApplicationsPage
    one: Applicant
    qtbot: QtBot
    messages: list[Message] = field(default_factory=list)
    wishes: list[Ref] = field(default_factory=list)

    @property
    def view(self):
        return self.page.dossier

    @property
    def list(self):
        return self.view.criteria.list

    @property
    def panel(self):
        return self.view.criteria.panel

    @property
    def card(self):
        return self.view.acts.card

    @property
    def said(self) -> str:
        return self.messages[-1].sentence if self.messages else ""

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=5000)

    def rest(self) -> None:
        """Until everything that was handed in is kept, read again and shown."""
        done: list[object] = []
        self.page._tasks.do(list).then(done.append)
        self.until(lambda: done and not self.page._tasks.busy)

    def open(self) -> Desk:
        self.page.open(Ref("application", self.one.application))
        self.until(lambda: self.view.file is not None)
        self.list.setFocus()
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
    one = applicant(controllers)
    controllers.listen(tasks.announce)
    page = ApplicationsPage(controllers, tasks, Memory(tmp_path / "venster.ini"))
    made = Desk(page, one, qtbot)
    page.said.connect(made.messages.append)
    page.wanted.connect(made.wishes.append)
    page.resize(1047, 680)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    made.rest()
    return made
