"""Threads as the program has them, the whole program on the screen, and a year of work to show."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from controllers.demo import LIGHT, PASSPHRASE
from controllers.door import Door
from controllers.language import speak
from controllers.opening import Opening
from models.kernel.version import VERSION
from tests.conftest import copy_of
from ui.kit import theme
from ui.kit.memory import Memory
from ui.program import Program
from ui.tasks import Tasks

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def clock() -> datetime:
    return NOW


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def office(year: Path, tmp_path: Path) -> Path:
    """A file of one's own with a year of work in it."""
    return copy_of(year, tmp_path / "office" / year.name)


OpenOffice = Callable[[Path], Controllers]


@pytest.fixture
def open_office() -> OpenOffice:
    """Opens a copy of the year as its owner does."""

    def open_it(path: Path) -> Controllers:
        return Opening(clock, cost=LIGHT).open(path, PASSPHRASE)

    return open_it


@pytest.fixture
def dutch(qapp: QApplication) -> Iterator[None]:
    """The program speaks Dutch, in its light dress."""
    speak("nl")
    theme.apply(qapp, "light")
    yield
    speak("en")
    theme.apply(qapp, "light")


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, dutch: None) -> Iterator[Program]:
    """The whole program, shown, at its front door."""
    program = Program(qapp, Door(clock), Memory(tmp_path / "window.ini"), VERSION)
    with qtbot.waitExposed(program.window):
        program.show()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    yield program
    program.close()
    program.window.close()
    program.window.deleteLater()
    qapp.sendPostedEvents(program.window, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def at_work(qtbot: QtBot, program: Program, office: Path, open_office: OpenOffice) -> Program:
    """The program with a year of work on its desk."""
    program.open(open_office(office))
    qtbot.waitUntil(lambda: not program.tasks.busy)
    return program
