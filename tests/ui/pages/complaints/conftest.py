"""A real office with one complaint, and the page that shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.complaints.values import ComplaintDraft, ComplaintFile
from models.store.store import Store
from tests.ui.pages.at_a_page import AtAPage
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.pages.complaints.page import ComplaintsPage
from ui.tasks import Tasks


@dataclass
class Desk(AtAPage):
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

    def open(self) -> Desk:
        self.page.open(Ref("complaint", self.one))
        self.until(lambda: self.view.file is not None)
        self.rest()
        return self


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
    made.come()
    page.reload()
    made.rest()
    return made
