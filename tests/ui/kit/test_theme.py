"""One theme for the whole program, changed while it runs."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import theme
from ui.kit.badge import Badge
from ui.kit.base import Icon, Text
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField, Toggle
from ui.kit.fields import LineField
from ui.kit.icons import icon_names, paint_icon
from ui.kit.segmented import Segmented
from ui.kit.sheet import kit_sheet
from ui.kit.text_field import TextField


def shades(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }


PIECES = {
    "text": lambda: Text("Loopbaanhuis Demer"),
    "icon": lambda: Icon("lock"),
    "button": lambda: Button("Bewaren", "primary", "check"),
    "badge": lambda: Badge("late", "Te laat"),
    "line": lambda: LineField(),
    "choice": lambda: ChoiceField([(1, "Bram")]),
    "toggle": lambda: Toggle("Ook oude"),
    "segmented": lambda: Segmented(("Een", "Twee")),
}


@pytest.mark.parametrize("name", PIECES)
def test_a_piece_changes_colour_while_it_stands_there(qapp: QApplication, stage, name: str) -> None:
    piece = PIECES[name]()
    stage(piece, width=200, height=60)
    light = shades(piece)
    theme.apply(qapp, "dark")
    dark = shades(piece)
    assert light != dark
    assert theme.theme().name == "dark"
    theme.apply(qapp, "light")
    assert shades(piece) == light


def test_every_piece_on_the_sheet_is_dark_in_the_dark(qapp: QApplication, qtbot: QtBot) -> None:
    window = kit_sheet()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    theme.apply(qapp, "dark")
    picture = window.grab().toImage()
    bright = sum(
        picture.pixelColor(x, y).lightness() > 150
        for x in range(0, picture.width(), 4)
        for y in range(0, picture.height(), 4)
    )
    assert bright < picture.width() * picture.height() / 16 * 0.08


def test_those_who_asked_hear_of_a_change_once(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.themes.changed, timeout=1000):
        theme.apply(qapp, "contrast")
    with qtbot.assertNotEmitted(theme.themes.changed):
        theme.apply(qapp, "contrast")


def test_larger_text_makes_taller_pieces_and_fonts(qapp: QApplication, stage) -> None:
    button, line, text = Button("Bewaren"), LineField(), Text("Bewaren")
    stage(button, line, text)
    before = (button.sizeHint(), line.sizeHint(), text.sizeHint(), line.font().pixelSize())
    theme.apply(qapp, "light", 1.5)
    after = (button.sizeHint(), line.sizeHint(), text.sizeHint(), line.font().pixelSize())
    assert after[3] == 21
    for small, large in zip(before[:3], after[:3], strict=True):
        assert large.height() > small.height()


def test_what_stands_in_an_empty_long_field_grows_along(qapp: QApplication, stage) -> None:
    field = TextField("Wat zag u, en waar in het dossier?")
    stage(field)
    before = field.viewport().font().pixelSize()
    theme.apply(qapp, "light", 2.0)
    assert field.viewport().font().pixelSize() == 2 * before


def test_auto_follows_the_system_and_an_own_choice_does_not(
    qapp: QApplication, monkeypatch
) -> None:
    theme.apply(qapp, "auto")
    assert theme.theme().name == theme.system_theme()
    monkeypatch.setattr(theme, "system_theme", lambda: "dark")
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert theme.theme().name == "dark"
    theme.apply(qapp, "light")
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert theme.theme().name == "light"


def test_an_unknown_theme_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="paars"):
        theme.apply(qapp, "paars")


@pytest.mark.parametrize(
    ("size", "family"), [("body", "Inter"), ("display", "Inter Display"), ("paper", "Noto Serif")]
)
def test_the_faces_of_the_house_are_really_worn(size: str, family: str) -> None:
    assert QFontInfo(theme.theme().font(size)).family() == family


def test_a_dead_widget_is_forgotten(qapp: QApplication) -> None:
    line = QLineEdit()
    theme.wear(line)
    line.deleteLater()
    qapp.sendPostedEvents(line, 52)
    theme.apply(qapp, "dark")
    assert theme.theme().name == "dark"


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_every_icon_draws_in_the_colour_asked(name: str) -> None:
    picture = QImage(24, 24, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    painter = QPainter(picture)
    paint_icon(painter, name, QColor("#cc0000"), QRectF(0, 0, 24, 24))
    painter.end()
    inked = [
        picture.pixelColor(x, y)
        for x in range(24)
        for y in range(24)
        if picture.pixelColor(x, y).alpha() > 128
    ]
    assert inked
    assert all(color.red() > 150 and color.green() < 40 for color in inked)
