"""The room of letters on a real file, in a real window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from controllers.bundle import Controllers
from tests.controllers.finished import finished_check, settle
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.pages.letters.page import LettersPage


@pytest.fixture
def controllers(store, tasks):
    made = Controllers(store)
    made.listen(tasks.announce)
    settle(made, officer_phone="")
    yield made
    tasks.close()


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "window.ini")


@pytest.fixture
def page(controllers, tasks, memory, qtbot, qapp: QApplication) -> LettersPage:
    theme.apply(qapp, "light")
    page = LettersPage(controllers, tasks, memory)
    page.resize(1050, 680)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def letter(controllers):
    """An audit letter that misses only the telephone number."""
    return controllers.letters.write_audit_letter(finished_check(controllers))


@pytest.fixture
def opened(page, letter, qtbot) -> LettersPage:
    page.open(Ref("letter", letter))
    qtbot.waitUntil(lambda: page.letter.paper.pages is not None)
    return page


@pytest.fixture
def said(page) -> list[str]:
    heard: list[str] = []
    page.said.connect(lambda message: heard.append(message.sentence))
    return heard
