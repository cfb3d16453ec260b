"""A card over the window holds the keyboard, whatever can be done on it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import theme
from ui.kit.base import column
from ui.kit.button import Button
from ui.kit.overlay import Overlay


class Desk(QWidget):
    """A field of the page, and a card over it with two buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.resize(800, 500)
        self.over = Overlay(self, 400)
        self.print, self.done = Button("Print", "primary"), Button("Close")
        self.over.card.setLayout(column(self.done, self.print))


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Desk:
    theme.apply(qapp, "light")
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_a_card_that_opens_on_what_cannot_be_done_yet_holds_the_keyboard(desk: Desk):
    desk.print.allow("Being read.")
    desk.over.open(desk.print)
    press(Qt.Key.Key_1)
    assert desk.field.text() == ""
    desk.print.allow("")
    assert desk.print.hasFocus()
    press(Qt.Key.Key_Escape)
    assert desk.over.isHidden()
    assert desk.field.hasFocus()


def test_esc_closes_it_and_tab_stays_on_it_before_anything_can_be_done(desk: Desk):
    desk.print.allow("Being read.")
    desk.over.open(desk.print)
    press(Qt.Key.Key_Tab)
    assert desk.done.hasFocus()
    press(Qt.Key.Key_Tab)
    assert desk.done.hasFocus()
    desk.print.allow("")
    assert desk.done.hasFocus()
    press(Qt.Key.Key_Backtab)
    assert desk.print.hasFocus()
    desk.over.close_card()
    desk.over.open(desk.print)
    for button in (desk.print, desk.done):
        button.setEnabled(False)
        press(Qt.Key.Key_Tab)
        assert not desk.field.hasFocus()
    press(Qt.Key.Key_Escape)
    assert desk.over.isHidden()
    assert desk.field.hasFocus()


def test_what_lies_under_it_cannot_take_the_keyboard_and_what_comes_over_it_can(desk: Desk):
    desk.over.open(desk.print)
    desk.field.setFocus()
    press(Qt.Key.Key_1)
    assert desk.field.text() == ""
    over = Overlay(desk, 300)
    line = QLineEdit()
    over.card.setLayout(column(line))
    over.open(line)
    press(Qt.Key.Key_1)
    assert line.text() == "1"
    over.close_card()
    press(Qt.Key.Key_Escape)
    assert desk.over.isHidden()
    assert desk.field.hasFocus()
