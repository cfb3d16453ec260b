"""Doubted words are underlined while somebody writes, and mended from a menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from controllers.bundle import Controllers
from ui.kit import theme
from ui.kit.base import column
from ui.kit.text_field import TextField
from ui.spelling import SpellChecking


@pytest.fixture
def window(qtbot, qapp, store, tasks):
    theme.apply(qapp, "light")
    controllers = Controllers(store)
    controllers.listen(tasks.announce)
    window = QWidget()
    window.resize(700, 500)
    window.note, window.other = TextField(), TextField()
    window.setLayout(column(window.note, window.other))
    window.spelling = SpellChecking(window, controllers, tasks)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.note.setFocus()
    window.controllers, window.qtbot = controllers, qtbot
    return window


def underlined(field: TextField) -> list[str]:
    found = []
    block = field.document().begin()
    while block.isValid():
        for span in block.layout().formats():
            if span.format.underlineStyle() == span.format.UnderlineStyle.SpellCheckUnderline:
                units = block.text().encode("utf-16-le")
                ends = 2 * (span.start + span.length)
                found.append(units[2 * span.start : ends].decode("utf-16-le"))
        block = block.next()
    return found


def until(window, true):
    window.qtbot.waitUntil(lambda: bool(true()), timeout=5000)


def menu_of(window):
    until(window, lambda: window.spelling.menu is not None and window.spelling.menu.isVisible())
    return window.spelling.menu


def test_a_doubted_word_is_underlined_once_it_is_finished(window):
    QTest.keyClicks(window.note, "Het dosier is volledig")
    until(window, lambda: underlined(window.note) == ["dosier"])
    QTest.keyClicks(window.note, " konform")
    until(window, lambda: window.spelling._judged.get("konform") is False)
    assert underlined(window.note) == ["dosier"], "still being typed"
    QTest.keyClicks(window.note, " ")
    until(window, lambda: underlined(window.note) == ["dosier", "konform"])


def test_the_keyboard_goes_to_the_word_and_mends_it(window):
    QTest.keyClicks(window.note, "Er is begeleidingg gegeven. ")
    until(window, lambda: underlined(window.note) == ["begeleidingg"])
    QTest.keyClick(window.note, Qt.Key.Key_F7)
    menu = menu_of(window)
    assert menu.actions()[0].text() == "begeleiding"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert window.note.toPlainText() == "Er is begeleiding gegeven. "
    until(window, lambda: underlined(window.note) == [])
    QTest.keyClick(window.note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.note.toPlainText() == "Er is begeleidingg gegeven. "


def test_a_learned_word_is_never_underlined_again(window):
    QTest.keyClicks(window.note, "Een zandloperfichee. ")
    until(window, lambda: underlined(window.note) == ["zandloperfichee"])
    QTest.keyClick(window.note, Qt.Key.Key_F7)
    learn = next(one for one in menu_of(window).actions() if "zandloperfichee" in one.text())
    learn.trigger()
    window.spelling.menu.close()
    until(window, lambda: underlined(window.note) == [])
    assert window.controllers.settings.read().known_words == ("zandloperfichee",)


def test_a_text_that_nobody_writes_in_stays_clean(window):
    window.other.set_value("Het dosier ontbreekt.")
    QTest.keyClicks(window.note, "Een dosier. ")
    until(window, lambda: underlined(window.note) == ["dosier"])
    assert underlined(window.other) == []
    window.other.setFocus()
    until(window, lambda: underlined(window.other) == ["dosier"])
    assert underlined(window.note) == []


def test_underlining_is_no_news_of_the_text(window):
    told = []
    window.note.edited.connect(told.append)
    window.note.set_value("Het dosier ontbreekt.", afresh=True)
    until(window, lambda: underlined(window.note) == ["dosier"])
    window.note.settle()
    assert told == []
    assert not window.note.document().isUndoAvailable()


def test_nothing_is_doubted_says_so(window):
    QTest.keyClicks(window.note, "Alles klopt. ")
    QTest.keyClick(window.note, Qt.Key.Key_F7)
    assert window.spelling.menu is None


def test_a_theme_put_on_later_keeps_the_marks(window, qapp):
    QTest.keyClicks(window.note, "Het dosier. ")
    until(window, lambda: underlined(window.note) == ["dosier"])
    theme.apply(qapp, "dark")
    until(window, lambda: underlined(window.note) == ["dosier"])


def test_an_emoji_before_the_word_shifts_nothing(window):
    window.note.set_value("😀😀😀 Het dosier ontbreekt.", afresh=True)
    until(window, lambda: underlined(window.note) == ["dosier"])
    QTest.keyClick(window.note, Qt.Key.Key_F7)
    QTest.keyClick(menu_of(window), Qt.Key.Key_Return)
    assert window.note.toPlainText() == "😀😀😀 Het dossier ontbreekt."


def test_who_goes_on_before_the_words_come_is_left_in_peace(window):
    window.other.set_value("Alles klopt.", afresh=True)
    window.note.set_value("De begeleidingg.", afresh=True)
    until(window, lambda: underlined(window.note) == ["begeleidingg"])
    QTest.keyClick(window.note, Qt.Key.Key_F7)
    QTest.keyClick(window.note, Qt.Key.Key_Tab)
    until(window, lambda: not window.spelling._tasks.busy)
    assert window.spelling.menu is None
    window.note.setFocus()
    until(window, lambda: underlined(window.note) == ["begeleidingg"])
    QTest.keyClick(window.note, Qt.Key.Key_F7)
    QTest.keyClicks(window.note, "Gisteren")
    until(window, lambda: not window.spelling._tasks.busy)
    assert window.spelling.menu is None
    assert window.note.toPlainText() == "De Gisteren."


def test_a_text_that_may_only_be_read_is_not_mended(window):
    window.note.set_value("Het dosier.", afresh=True)
    until(window, lambda: underlined(window.note) == ["dosier"])
    window.note.setReadOnly(True)
    QTest.keyClick(window.note, Qt.Key.Key_F7)
    until(window, lambda: not window.spelling._tasks.busy)
    assert window.spelling.menu is None


def test_a_menu_goes_when_it_is_closed(window):
    window.note.set_value("Het dosier.", afresh=True)
    until(window, lambda: underlined(window.note) == ["dosier"])
    QTest.keyClick(window.note, Qt.Key.Key_F7)
    menu = menu_of(window)
    menu.close()
    until(window, lambda: not isValid(menu))
    assert window.note.hasFocus()
