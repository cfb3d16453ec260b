"""The message bar over the foot of a page: when it goes, when it stays, where it stands."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.floating import Floating
from ui.kit.message_bar import MessageBar
from ui.kit.shell import panel

KEY = Qt.Key


class TestMessageBar:
    @pytest.fixture
    def floating(self, stage) -> Floating:
        floating = Floating(QLineEdit(), MessageBar(good_news_ms=40))
        stage(floating)
        return floating

    def test_good_news_goes_by_itself(self, qtbot: QtBot, floating: Floating) -> None:
        floating.bar.show_message("Afgevinkt.", "Ongedaan maken", "Ctrl+Z")
        assert floating.bar.isVisible()
        qtbot.waitUntil(floating.bar.isHidden, timeout=2000)

    def test_stays_while_the_mouse_is_on_it(self, qtbot: QtBot, floating: Floating) -> None:
        bar = floating.bar
        bar.show_message("Afgevinkt.")
        spot = QPointF(5, 5)
        QApplication.sendEvent(bar, QEnterEvent(spot, spot, spot))
        with qtbot.assertNotEmitted(bar.hidden, wait=150):
            pass
        QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
        qtbot.waitUntil(bar.isHidden, timeout=2000)

    def test_stays_while_the_keyboard_is_in_it(self, qtbot: QtBot, floating: Floating) -> None:
        bar = floating.bar
        bar.show_message("Afgevinkt.", "Ongedaan maken")
        undo = next(b for b in bar.findChildren(Button) if b.text())
        undo.setFocus()
        qtbot.waitUntil(undo.hasFocus)
        with qtbot.assertNotEmitted(bar.hidden, wait=150):
            pass
        floating.findChild(QLineEdit).setFocus()
        qtbot.waitUntil(bar.isHidden, timeout=2000)

    def test_bad_news_stays(self, qtbot: QtBot, floating: Floating) -> None:
        floating.bar.show_message("De map is vol.", tone="late")
        with qtbot.assertNotEmitted(floating.bar.hidden, wait=150):
            pass
        qtbot.keyClick(floating.bar.findChildren(Button)[1], KEY.Key_Space)
        assert floating.bar.isHidden()

    def test_takes_no_focus_and_tells_that_it_acted(self, qtbot, floating: Floating) -> None:
        line = floating.findChild(QLineEdit)
        line.setFocus()
        floating.bar.show_message("Afgevinkt.", "Ongedaan maken")
        assert QApplication.focusWidget() is line
        undo = next(b for b in floating.bar.findChildren(Button) if b.text())
        with qtbot.waitSignal(floating.bar.acted, timeout=1000):
            qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
        assert floating.bar.isHidden()

    def test_a_reader_hears_it_at_once(self, floating: Floating, ear) -> None:
        floating.bar.show_message("Afgevinkt.")
        assert ear.heard == [(floating.bar, "Afgevinkt.")]

    def test_the_newest_replaces(self, floating: Floating) -> None:
        floating.bar.show_message("Een.", "Ongedaan maken")
        floating.bar.show_message("Twee & <b>drie</b>.")
        assert floating.bar.text() == "Twee & <b>drie</b>."
        assert floating.bar.accessibleName() == "Twee & <b>drie</b>."
        assert not [b for b in floating.bar.findChildren(Button) if b.text() and b.isVisible()]

    def test_a_long_sentence_fits_inside_the_bar(self, qtbot: QtBot, floating: Floating) -> None:
        floating.bar.show_message("Het verslag van de dossiercontrole is bewaard. " * 5)
        QApplication.processEvents()
        words = floating.bar.findChildren(QWidget)[1]
        assert words.height() >= words.heightForWidth(words.width())
        assert floating.bar.geometry().bottom() <= floating.height()


def test_the_fade_leaves_a_panel_as_it_is(stage) -> None:
    side = panel("right", 200, column(Text("feiten")))
    page = QWidget()
    page.setLayout(row(QWidget(), side, gap=0))
    floating = Floating(page)
    stage(floating)
    floating.resize(900, 500)
    floating.bar.show_message("De schijf is vol.", tone="late")
    QApplication.processEvents()
    veil, low = floating._veil, floating.height() - 20
    assert not veil.free().contains(veil.mapFrom(floating, QPoint(floating.width() - 100, low)))
    assert veil.free().contains(veil.mapFrom(floating, QPoint(100, low)))
