"""A real office with one application, and the page that shows it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.store.store import Store
from tests.controllers.dossiers import Applicant, applicant
from tests.ui.pages.at_a_page import AtAPage
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.pages.applications.page import ApplicationsPage
from ui.tasks import Tasks


@dataclass
class Desk(AtAPage):
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

    def open(self) -> Desk:
        self.page.open(Ref("application", self.one.application))
        self.until(lambda: self.view.file is not None)
        self.list.setFocus()
        return self


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
    made.come()
    made.rest()
    return made
