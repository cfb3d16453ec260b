"""Labels say what they are given, letter by letter, and cut what does not fit."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from ui.kit.base import Text
from ui.kit.button import KINDS, Button
from ui.kit.theme import theme

LONG = "Vlaamse Vereniging voor Loopbaanbegeleiding en Loopbaanoriëntering Zuid-Oost-Vlaanderen"


@pytest.mark.parametrize("wrap", [True, False])
def test_markup_in_a_name_is_not_obeyed(stage, wrap: bool) -> None:
    evil = "<b>Demer</b> & <img src='file:///etc/passwd'> Zonen"
    text = Text(evil, wrap=wrap)
    stage(text)
    assert text.text() == evil
    assert text.textFormat() == Qt.TextFormat.PlainText
    assert text.sizeHint().width() > Text("Demer & Zonen").sizeHint().width()


def test_a_long_title_is_cut_and_tells_itself_in_its_tip(stage) -> None:
    text = Text(LONG, "display")
    window = stage(text, width=300)
    assert window.width() == 300
    assert LONG in text.toolTip()
    window.resize(1600, 200)
    assert text.toolTip() == ""


def test_a_tip_with_markup_is_shown_as_it_is(stage) -> None:
    text = Text("<i>" + LONG)
    stage(text, width=200)
    assert "&lt;i&gt;" in text.toolTip()


def test_wrapped_text_gets_the_height_it_needs(stage) -> None:
    text = Text(" ".join([LONG] * 4), wrap=True)
    window = stage(text, width=400)
    narrow = text.heightForWidth(200)
    assert narrow > text.heightForWidth(400) > theme().line()
    assert text.height() >= text.heightForWidth(text.width())
    assert window.width() == 400


def test_a_button_is_pressed_by_enter_space_and_mouse(qtbot, stage) -> None:
    button, pressed = Button("Koers & Kompas"), []
    button.clicked.connect(lambda: pressed.append(1))
    stage(button)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 3
    assert button.text() == "Koers & Kompas"


def test_an_ampersand_makes_no_shortcut(stage) -> None:
    button = Button("Koers &Kompas")
    stage(button)
    assert button.shortcut().isEmpty()
    face = QAccessible.queryAccessibleInterface(button)
    assert face.text(QAccessible.Text.Name) == "Koers &Kompas"


def test_a_disabled_button_says_what_is_missing() -> None:
    button = Button("Bewaren", tip="De brief bewaren")
    button.allow("Er ontbreken nog 3 waarden")
    assert not button.isEnabled()
    assert button.toolTip() == "Er ontbreken nog 3 waarden"
    assert button.accessibleDescription() == "Er ontbreken nog 3 waarden"
    button.allow()
    assert button.isEnabled()
    assert button.toolTip() == "De brief bewaren"


@pytest.mark.parametrize("kind", KINDS)
def test_the_ring_shows_for_the_keyboard_and_not_for_the_mouse(qtbot, stage, kind: str) -> None:
    button, other = Button("Knop", kind), Button("Ander")
    stage(button, other)
    other.setFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    focus = theme().color("focus").name()
    assert focus in edge_of(button)
    other.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(other)
    assert button.hasFocus()
    assert not button.ringed()
    assert focus not in edge_of(button)


def edge_of(button: Button) -> set[str]:
    picture = button.grab().toImage()
    middle = QPoint(picture.width() // 2, 0)
    return {picture.pixelColor(middle.x(), y).name() for y in range(3)}


def test_a_button_without_a_word_is_named_by_its_tip() -> None:
    assert Button("", "ghost", "filter", "Filteren").accessibleName() == "Filteren"
