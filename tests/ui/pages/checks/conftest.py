"""A real office with one check of three dossiers, and the page that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.checks.values import AnswerType, AnswerValue, CheckFile
from models.store.store import Store
from tests.ui.pages.at_a_page import AtAPage
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.pages.checks.page import ChecksPage
from ui.tasks import Tasks

NUMBERS = "KZ-003\nKZ-011; KZ-024"
ENTERPRISE = "0566988259"


@dataclass
class Office:
    """One open file, a centre and a running check with three dossiers."""

    controllers: Controllers
    centre: UUID
    check: UUID

    @property
    def file(self) -> CheckFile:
        return self.controllers.checks.file(self.check)

    def dossier(self, number: str) -> UUID:
        return next(each.id for each in self.file.dossiers if each.number == number)

    def answer_all(self, value: AnswerValue = AnswerValue.YES) -> None:
        checks = self.controllers.checks
        for dossier in self.file.dossiers:
            for question in self.file.template.questions:
                if question.answer_type is AnswerType.HOURS_COMPARE:
                    checks.hours(self.check, dossier.id, question.key, 4.0, 4.0)
                else:
                    checks.answer(self.check, dossier.id, question.key, value)


@dataclass
class Desk(AtAPage):
    """The page on the screen, and what it said."""

    page: ChecksPage
    office: Office
    qtbot: QtBot
    messages: list[Message] = field(default_factory=list)
    wishes: list[Ref] = field(default_factory=list)
    counts: list[tuple[int, int]] = field(default_factory=list)

    @property
    def view(self):
        return self.page.check

    @property
    def matrix(self):
        return self.page.check.matrix.matrix

    @property
    def panel(self):
        return self.page.check.matrix.panel

    def rest(self) -> None:
        """Until everything that was handed in is kept, read again and shown."""
        self.until(lambda: self.page._tasks._writer._work_queue.empty())
        done: list[object] = []
        self.page._tasks.do(list).then(done.append)
        self.until(lambda: done)
        self.until(lambda: not self.view.reader.asking)

    def open(self) -> Desk:
        self.page.open(Ref("check", self.office.check))
        self.until(lambda: self.view.check is not None and self.view.check.id == self.office.check)
        return self

    def stand(self, question: str, number: str) -> None:
        assert self.matrix.go_to(question, self.office.dossier(number))
        self.matrix.setFocus()

    def cell(self, question: str, number: str):
        return self.matrix.cell(question, self.office.dossier(number))

    def kept(self, question: str, number: str):
        found = next(each for each in self.office.file.dossiers if each.number == number)
        return found.answers.get(question)


@pytest.fixture
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def controllers(store: Store) -> Controllers:
    return Controllers(store)


@pytest.fixture
def office(controllers: Controllers) -> Office:
    centre = controllers.centres.add(ENTERPRISE, "Loopbaanhuis Demer bv")
    controllers.centres.edit(centre, "trade_name", "Loopbaanhuis Demer")
    check = controllers.checks.plan(centre, date(2026, 5, 4))
    controllers.checks.start(check)
    controllers.checks.add_dossiers(check, NUMBERS)
    return Office(controllers, centre, check)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "venster.ini")


@pytest.fixture
def place_desk(
    qtbot: QtBot, dressed: None, office: Office, tasks: Tasks, memory: Memory
) -> Callable[[], Desk]:
    office.controllers.listen(tasks.announce)
    bugs: list[Exception] = []
    tasks.broken.connect(bugs.append)

    def place() -> Desk:
        page = ChecksPage(office.controllers, tasks, memory)
        desk = Desk(page, office, qtbot)
        page.said.connect(desk.messages.append)
        page.wanted.connect(desk.wishes.append)
        page.counted.connect(lambda count, late: desk.counts.append((count, late)))
        desk.come()
        return desk

    return place


@pytest.fixture
def bare(place_desk: Callable[[], Desk]) -> Desk:
    """A planned check without dossiers."""
    desk = place_desk()
    desk.office.check = desk.office.controllers.checks.plan(desk.office.centre, date(2026, 5, 4))
    return desk.open()


@pytest.fixture
def desk(place_desk: Callable[[], Desk]) -> Desk:
    return place_desk().open()
