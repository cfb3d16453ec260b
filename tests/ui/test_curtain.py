"""F11: one key hides everything, and gives it back as it was."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.theme import theme
from ui.program import Program

from .test_window import CTRL, desk_of, field, focus, quiet, settings, write


def covered(program: Program) -> bool:
    curtain = desk_of(program).covers.curtain
    return curtain is not None and curtain.isVisible()


def test_f11_covers_all_of_the_window_and_gives_the_keyboard_back(qtbot: QtBot, at_work: Program):
    line = field(settings(qtbot, at_work), "officer_name")
    write(qtbot, line, "Lotte V")
    before = focus()
    qtbot.keyClick(before, Qt.Key.Key_F11)
    assert covered(at_work)
    curtain = desk_of(at_work).covers.curtain
    assert curtain is not None
    assert curtain.size() == at_work.window.size()
    picture = curtain.grab().toImage()
    for corner in (QPoint(2, 2), QPoint(picture.width() - 3, picture.height() - 3)):
        assert picture.pixelColor(corner) == theme().color("window")
    qtbot.keyClick(focus(), Qt.Key.Key_F11)
    assert not covered(at_work)
    assert focus() is before
    quiet(qtbot, at_work)
    assert at_work.desk is not None
    assert at_work.desk._controllers.settings.read().officer_name == "Lotte V"


def test_while_it_is_down_no_key_reaches_the_page(qtbot: QtBot, at_work: Program):
    desk = desk_of(at_work)
    room = desk.current.key
    qtbot.keyClick(at_work.window, Qt.Key.Key_F11)
    qtbot.keyClick(focus(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(focus(), Qt.Key.Key_K, CTRL)
    assert desk.current.key == room
    assert desk.finding._palette is None or desk.finding._palette.isHidden()
    assert covered(at_work)
    qtbot.mouseClick(desk.covers.curtain, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert covered(at_work)
    qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    assert not covered(at_work)


def test_it_falls_over_an_open_card_too(qtbot: QtBot, at_work: Program):
    qtbot.keyClick(at_work.window, Qt.Key.Key_K, CTRL)
    palette: QWidget = focus()
    qtbot.keyClick(palette, Qt.Key.Key_F11)
    assert covered(at_work)
    qtbot.keyClick(focus(), Qt.Key.Key_F11)
    assert not covered(at_work)
    assert QApplication.focusWidget() is palette


def test_the_palette_names_the_keys_that_always_cover(qtbot: QtBot, at_work: Program):
    """F11 alone shows the summary of a running check to who sits across the table."""
    qtbot.keyClick(at_work.window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(focus(), "afschermen")
    palette = desk_of(at_work).finding._palette
    assert palette is not None
    item = palette.current()
    assert item is not None
    assert item.word == "Scherm afschermen"
    assert item.keys == "Shift+F11"
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    assert covered(at_work)
