"""Two colons in any long text of the window call up the texts of the office."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from ui.expanding import Expanding
from ui.kit import theme
from ui.kit.base import column
from ui.kit.text_field import TextField

POP = "In het dossier zit geen persoonlijk ontwikkelingsplan."


@pytest.fixture
def window(qtbot, qapp, store, tasks):
    theme.apply(qapp, "light")
    controllers = Controllers(store)
    window = QWidget()
    window.resize(700, 500)
    window.note, window.other = TextField(), TextField()
    window.setLayout(column(window.note, window.other))
    window.expanding = Expanding(window, controllers, tasks)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.note.setFocus()
    window.controllers, window.qtbot = controllers, qtbot
    return window


def until(window, true):
    window.qtbot.waitUntil(lambda: bool(true()), timeout=5000)


def offered(window):
    popup = window.expanding.popup
    return [one.key for one in popup.blocks] if popup is not None and popup.isVisible() else []


def test_a_key_and_a_blank_expand_at_once(window):
    QTest.keyClicks(window.note, "Dus: ::pop ")
    until(window, lambda: window.note.toPlainText() == f"Dus: {POP} ")
    assert offered(window) == []
    QTest.keyClick(window.note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "::pop" in window.note.toPlainText(), "one step back in the field"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_what_is_chosen_from_the_list_is_put(window, key):
    QTest.keyClicks(window.note, "::pop")
    until(window, lambda: offered(window)[:2] == ["pop", "popkort"])
    QTest.keyClick(window.note, Qt.Key.Key_Down)
    QTest.keyClick(window.note, Qt.Key.Key_Up)
    QTest.keyClick(window.note, key)
    assert window.note.toPlainText() == POP
    assert window.note.hasFocus()
    assert offered(window) == []


def test_a_word_of_the_text_finds_it_too(window):
    QTest.keyClicks(window.note, "::arbeidsmarkt")
    until(window, lambda: offered(window) == ["impact"])


def test_esc_leaves_what_is_typed_alone(window):
    QTest.keyClicks(window.note, "::uren")
    until(window, lambda: offered(window))
    QTest.keyClick(window.note, Qt.Key.Key_Escape)
    assert offered(window) == []
    assert window.note.toPlainText() == "::uren"


def test_no_such_key_stays_as_it_is_typed(window):
    QTest.keyClicks(window.note, "tijd 10::30 xyz ::zzz ")
    window.expanding._show(window.controllers.text_blocks.all())
    assert window.note.toPlainText() == "tijd 10::30 xyz ::zzz "
    assert offered(window) == []


def test_a_text_written_a_moment_ago_is_there(window):
    window.controllers.text_blocks.write("pop", "", "Onze eigen tekst.")
    window.other.setFocus()
    QTest.keyClicks(window.other, "::pop ")
    until(window, lambda: window.other.toPlainText() == "Onze eigen tekst. ")


def test_the_list_goes_when_the_field_is_left(window):
    QTest.keyClicks(window.note, "::")
    until(window, lambda: offered(window))
    window.other.setFocus()
    assert offered(window) == []
