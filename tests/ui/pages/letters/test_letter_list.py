"""The list of letters, and how one comes to a letter."""

from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit

from models.kernel.errors import Refused
from tests.controllers.finished import DAY, centre, finished_check
from ui.kit import ask, theme
from ui.kit.cells import PAD
from ui.kit.page import Ref
from ui.pages.letters.page import LettersPage
from ui.pages.letters.places_panel import PlacesPanel


def test_without_letters_the_way_to_the_checks(page, qtbot):
    page.open(Ref("letters"))
    qtbot.waitUntil(lambda: not page._tasks.busy)
    assert page.list.stack.currentWidget() is page.list.empty
    assert page.list.export.isHidden()
    with qtbot.waitSignal(page.wanted) as wanted:
        page.list.first.click()
    assert wanted.args == [Ref("checks")]


def test_a_check_begins_its_letter_once(page, controllers, qtbot):
    check = finished_check(controllers)
    for _time in range(2):
        page.open(Ref("letter-of", check))
        qtbot.waitUntil(lambda: page.letter.letter is not None)
        page.open(Ref("letters"))
        qtbot.waitUntil(lambda: not page._tasks.busy)
    assert len(controllers.letters.ids()) == 1
    assert page.list.table.rowCount() == 1


def test_too_early_is_said_over_the_list(page, controllers, said, qtbot):
    check = controllers.checks.plan(centre(controllers), DAY)
    page.open(Ref("letter-of", check))
    qtbot.waitUntil(lambda: bool(said))
    assert "nothing to report yet" in said[0]
    assert not page.showing_one


def test_enter_opens_and_the_crumb_closes(page, letter, qtbot):
    page.open(Ref("letters"))
    qtbot.waitUntil(lambda: page.list.table.rowCount() == 1)
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.letter.letter is not None)
    assert page.showing_one
    page.letter.header.crumb_chosen.emit(0)
    assert not page.showing_one


def test_how_many_letters_there_are_stands_beside_the_title(page, letter, qtbot):
    page.open(Ref("letters"))
    qtbot.waitUntil(lambda: page.list._count.text() == "1")


def test_the_list_in_another_order(page, letter, said, qtbot):
    page.open(Ref("letters"))
    qtbot.waitUntil(lambda: page.list.table.rowCount() == 1)
    page.list.table.sort(0)
    assert page.list.table.order == ("centre", False)
    page.list.table.sort(3)
    assert page.list.table.order == ("centre", False)
    assert said == ["The list is ordered by centre or date."]


def test_after_a_restart_the_letter_lies_open(page, letter, controllers, tasks, memory, qtbot):
    page.open(Ref("letter", letter))
    assert UUID(memory.word("letters/open")) == letter
    again = LettersPage(controllers, tasks, memory)
    qtbot.addWidget(again)
    assert again.showing_one
    qtbot.waitUntil(lambda: again.letter.letter is not None)


def test_the_list_as_a_workbook(page, letter, said, qtbot, tmp_path):
    class Answer:
        def save(self, parent, title, filters, name, then):
            then(tmp_path / name)

    page.open(Ref("letters"))
    qtbot.waitUntil(page.list.export.isVisible)
    ask.use_chooser(Answer())
    try:
        page.list.export.click()
    finally:
        ask.use_chooser(ask.DialogChooser())
    qtbot.waitUntil(lambda: bool(said))
    assert (tmp_path / "Letters.xlsx").stat().st_size > 4000


def test_the_keyboard_starts_on_the_first_letter(page, letter, qtbot):
    page.open(Ref("letters"))
    qtbot.waitUntil(lambda: page.list.view.hasFocus())
    assert page.list.view.current_id == letter
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.letter.letter is not None)


def test_without_letters_the_keyboard_starts_on_the_way_out(page, qtbot):
    page.open(Ref("letters"))
    qtbot.waitUntil(page.list.first.hasFocus)


def test_the_list_stands_under_its_title(page, letter, qtbot):
    page.open(Ref("letters"))
    qtbot.waitUntil(lambda: page.list.table.rowCount() == 1)
    view, title = page.list.view, page.list.header._title
    cell = view.mapTo(page, view.viewport().pos()).x() + PAD
    assert abs(cell - title.mapTo(page, title.rect().topLeft()).x()) <= 1


def test_large_text_leaves_the_letter_the_greater_part(opened, qapp):
    theme.apply(qapp, "light", scale=2.0)
    try:
        assert opened.letter.panel.width() <= opened.width() * 0.4
    finally:
        theme.apply(qapp, "light")


def test_a_list_kept_without_an_ending_gets_it(page, letter, said, qtbot, tmp_path):
    page.open(Ref("letters"))
    page.list._write(tmp_path / "lijst")
    qtbot.waitUntil(lambda: bool(said))
    assert str(tmp_path / "lijst.xlsx") in said[0]
    assert (tmp_path / "lijst.xlsx").exists()


def test_a_letter_that_is_gone_no_longer_follows_the_keyboard(
    controllers, tasks, letter, qtbot, qapp
):
    places = PlacesPanel(controllers, tasks)
    places.show_letter(controllers.letters.file(letter))
    places._inside.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    places._focus_moved(None, None)
    places.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    first, second = QLineEdit(), QLineEdit()
    for field in (first, second):
        qtbot.addWidget(field)
        field.show()
        field.setFocus()
    qapp.processEvents()
