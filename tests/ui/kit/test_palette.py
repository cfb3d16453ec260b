"""The palette and the asking card by keys alone."""

from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.kernel.errors import Refused
from ui.kit import ask as asking
from ui.kit.ask import Choice, ask, ask_text
from ui.kit.palette import Palette, PaletteGroup, PaletteItem

KEY = Qt.Key
GROUPS = (
    PaletteGroup(
        "Doen",
        (
            PaletteItem("Bezoek openen", "open", "calendar-event", "Demer"),
            PaletteItem("Bezoek aankondigen", "announce", "mail"),
        ),
    ),
    PaletteGroup("Leeg", ()),
    PaletteGroup("Gaan naar", (PaletteItem("Loopbaanhuis Demer", ("centre", 7), "building"),)),
)


@pytest.fixture
def below() -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName("onder")
    return line


@pytest.fixture
def palette(stage, below: QLineEdit) -> Palette:
    window = stage(below, width=900, height=640)
    below.setFocus()
    palette = Palette(window)
    palette.set_items(GROUPS)
    return palette


class TestPalette:
    def test_arrows_and_enter_choose_across_groups(self, qtbot: QtBot, palette: Palette) -> None:
        told: list = []
        palette.chosen.connect(told.append)
        palette.begin()
        assert palette.line.hasFocus()
        for _press in range(2):
            qtbot.keyClick(palette.line, KEY.Key_Down)
        assert palette.current().word == "Loopbaanhuis Demer"
        qtbot.keyClick(palette.line, KEY.Key_Return)
        assert told == [("centre", 7)]
        assert palette.isHidden()

    def test_the_ends_stop(self, qtbot: QtBot, palette: Palette) -> None:
        palette.begin()
        qtbot.keyClick(palette.line, KEY.Key_Up)
        assert palette.current().payload == "open"
        qtbot.keyClick(palette.line, KEY.Key_PageDown)
        qtbot.keyClick(palette.line, KEY.Key_Down)
        assert palette.current().payload == ("centre", 7)

    def test_escape_closes_and_gives_the_keyboard_back(
        self, qtbot: QtBot, palette: Palette, below: QLineEdit
    ) -> None:
        palette.begin()
        qtbot.keyClick(palette.line, KEY.Key_Escape)
        assert palette.isHidden()
        qtbot.waitUntil(below.hasFocus)

    def test_typing_asks_for_items_and_the_first_is_ready(
        self, qtbot: QtBot, palette: Palette
    ) -> None:
        asked: list = []
        palette.typed.connect(asked.append)
        palette.begin()
        qtbot.keyClicks(palette.line, "de")
        assert asked == ["", "d", "de"]
        palette.set_items([GROUPS[2]])
        assert palette.current().payload == ("centre", 7)

    def test_a_late_answer_keeps_what_was_pointed_at(self, qtbot: QtBot, palette: Palette) -> None:
        palette.begin()
        qtbot.keyClick(palette.line, KEY.Key_Down)
        palette.set_items([GROUPS[2], GROUPS[0]])
        assert palette.current().payload == "announce"

    def test_the_mouse_chooses(self, qtbot: QtBot, palette: Palette) -> None:
        told: list = []
        palette.chosen.connect(told.append)
        palette.begin()
        place = palette.list.visualRect(palette.list.model().index(2, 0)).center()
        qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert told == ["announce"]

    def test_a_group_heading_cannot_be_chosen(self, qtbot: QtBot, palette: Palette) -> None:
        told: list = []
        palette.chosen.connect(told.append)
        palette.begin()
        place = palette.list.visualRect(palette.list.model().index(0, 0)).center()
        qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert told == []

    def test_nothing_found_says_what_to_do(self, qtbot: QtBot, palette: Palette) -> None:
        palette.begin()
        palette.set_items((), "Niets gevonden. Zoek op naam of nummer.")
        qtbot.keyClick(palette.line, KEY.Key_Return)
        assert palette.isVisible()
        assert palette.current() is None
        assert not palette.list.isVisible()

    def test_a_reader_hears_a_list_with_its_words(self, palette: Palette) -> None:
        palette.begin()
        face = QAccessible.queryAccessibleInterface(palette.list)
        assert face.role() == QAccessible.Role.List
        words = [face.child(at).text(QAccessible.Text.Name) for at in range(face.childCount())]
        assert "Bezoek openen Demer" in words

    def test_a_reader_hears_where_the_arrow_goes(self, qtbot: QtBot, palette: Palette, ear) -> None:
        palette.begin()
        qtbot.keyClick(palette.line, KEY.Key_Down)
        assert ear.heard == [(palette.list, "Bezoek aankondigen")]

    def test_a_press_beside_the_card_closes(self, qtbot: QtBot, palette: Palette) -> None:
        palette.begin()
        qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
        assert palette.isHidden()


class NoReason(Refused):
    sentence: ClassVar[str] = "Schrijf een reden."
    field = "reason"


def need(text: str) -> None:
    if not text:
        raise NoReason


class TestAsk:
    @pytest.fixture
    def window(self, stage, below: QLineEdit) -> QWidget:
        window = stage(below, width=900, height=640)
        below.setFocus()
        return window

    def test_enter_takes_the_first_thing_to_do(self, qtbot: QtBot, window, below) -> None:
        told: list = []
        ask(window, "Versturen?", "Naar 3 centra.", [Choice("send", "Versturen")], told.append)
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
        assert told == ["send"]
        qtbot.waitUntil(below.hasFocus)

    def test_what_destroys_starts_on_cancel(self, qtbot: QtBot, window) -> None:
        told: list = []
        choices = [Choice("destroy", "Vernietigen", "danger")]
        card = ask(window, "Vernietigen?", "Dit kan niet ongedaan.", choices, told.append)
        assert card.cancel.hasFocus()
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
        assert told == []
        assert card.isHidden()

    def test_escape_cancels(self, qtbot: QtBot, window, below: QLineEdit) -> None:
        told: list = []
        card = ask(window, "Versturen?", "", [Choice("send", "Versturen")], told.append)
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
        assert card.isHidden()
        assert told == []
        qtbot.waitUntil(below.hasFocus)

    def test_tab_stays_inside(self, qtbot: QtBot, window) -> None:
        card = ask(window, "Versturen?", "", [Choice("send", "Versturen")], print)
        for _press in range(5):
            qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
            assert card.isAncestorOf(QApplication.focusWidget())

    def test_shortcuts_of_the_page_sleep(self, qtbot: QtBot, window) -> None:
        fired: list = []
        QShortcut("J", window, activated=lambda: fired.append(1))
        card = ask(window, "Versturen?", "", [Choice("send", "Versturen")], print)
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_J)
        assert fired == []
        card.close_card()
        qtbot.keyClick(window, KEY.Key_J)
        assert fired == [1]

    def test_a_line_is_refused_in_place_and_then_given(self, qtbot: QtBot, window) -> None:
        told: list = []
        card = ask_text(window, "Heropenen", "Reden", told.append, check=need)
        line = QApplication.focusWidget()
        qtbot.keyClick(line, KEY.Key_Return)
        assert card.row.refusal() == "Schrijf een reden."
        assert card.isVisible()
        qtbot.keyClicks(line, "Bewijs gevonden")
        qtbot.keyClick(line, KEY.Key_Return)
        assert told == ["Bewijs gevonden"]
        assert card.isHidden()

    def test_a_chooser_can_be_replaced(self, window, tmp_path: Path) -> None:
        class Ready:
            def open(self, _parent, _title, _filters, then) -> None:
                then(tmp_path / "in.xlsx")

            def save(self, _parent, _title, _filters, name, then) -> None:
                then(tmp_path / name)

        got: list[Path] = []
        usual = asking._Desk.chooser
        asking.use_chooser(Ready())
        asking.choose_open(window, "Openen", "Excel (*.xlsx)", got.append)
        asking.choose_save(window, "Bewaren", "PDF (*.pdf)", "brief.pdf", got.append)
        asking.use_chooser(usual)
        assert [path.name for path in got] == ["in.xlsx", "brief.pdf"]
