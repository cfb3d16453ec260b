"""The manual stands beside what the program is, one chapter at a time."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from controllers.manual import chapters
from models.store.store import Store
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.pages.about.page import AboutPage
from ui.tasks import Tasks


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, store: Store, tasks: Tasks, tmp_path: Path) -> AboutPage:
    theme.apply(qapp, "light")
    made = AboutPage(Controllers(store), tasks, Memory(tmp_path / "venster.ini"))
    made.resize(1040, 660)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: bool(made.manual.list.current and made.works.current))
    return made


def test_it_opens_on_what_the_program_is(page):
    page.open(Ref("about"))
    assert page.sides.choice() == 0
    assert page.works.isVisible() and not page.manual.isVisible()


def test_a_ref_opens_the_manual_and_the_page_remembers(page):
    page.open(Ref("about", detail="manual"))
    assert page.manual.isVisible()
    assert page.manual.list.hasFocus()
    page.open(Ref("about"))
    assert page.manual.isVisible()


def test_every_chapter_can_be_read(page):
    page.open(Ref("about", detail="manual"))
    for chapter in chapters():
        page.manual.go_to(chapter.key)
        assert page.manual.list.current == chapter.key
        read = page.manual.text.toPlainText()
        assert read.startswith(chapter.title)
        assert "`" not in read and "**" not in read and "|" not in read and "](" not in read
        assert page.manual.text.verticalScrollBar().value() == 0


def test_arrows_turn_the_chapters(page):
    page.open(Ref("about", detail="manual"))
    QTest.keyClick(page.manual.list, Qt.Key.Key_Down)
    assert page.manual.text.toPlainText().startswith(chapters()[1].title)


def test_a_link_leads_to_its_chapter(page):
    page.manual.text.anchorClicked.emit(QUrl("#veiligheid"))
    assert page.manual.list.current == "veiligheid"
    page.manual.text.anchorClicked.emit(QUrl("#bestaat-niet"))
    assert page.manual.list.current == "veiligheid"


def test_the_keys_stand_in_the_status_bar(page):
    told: list[str] = []
    page.keys_changed.connect(told.append)
    page.open(Ref("about", detail="manual"))
    assert "Esc" in told[-1]


def test_large_text_fits_the_usual_window(page, qapp):
    theme.apply(qapp, "light", 2.0)
    try:
        assert page.minimumSizeHint().width() <= 1280 - 130
        page.open(Ref("about", detail="manual"))
        assert page.manual.minimumSizeHint().width() <= 1280 - 130
    finally:
        theme.apply(qapp, "light")
