"""Two-line rows in groups."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.kit.conftest import Stage
from ui.kit.row_list import Group, Row, RowList
from ui.kit.row_paint import RowLook, paint_row
from ui.kit.theme import theme

ROWS = [
    Group("Te laat", 2, "late"),
    Row("Mandaatbrief nakijken", "Demer", "open", None, "12 mrt", payload="brief"),
    Row("Ontvangst melden", "Koers", "done", ("done", "Klaar"), payload="ontvangst"),
    Group("Vandaag", 1),
    Row("Bezoek", "Groeipad", "icon:building", ("due", "Vandaag"), "9.30 u.", payload="bezoek"),
]


@pytest.fixture
def rows(stage: Stage) -> RowList:
    rows = RowList(ROWS)
    stage(rows)
    return rows


def told(signal: object) -> list[object]:
    heard: list[object] = []
    signal.connect(heard.append)  # type: ignore[attr-defined]
    return heard


def test_a_model_as_qt_expects_it(rows: RowList, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(rows.model())


def test_the_arrows_pass_over_groups(rows: RowList, qtbot: QtBot) -> None:
    chosen = told(rows.chosen)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert rows.current == "brief"
    assert rows.selectionModel().isSelected(rows.currentIndex())
    for _step in range(4):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert chosen == ["ontvangst", "bezoek"]
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    assert rows.current == "brief"
    qtbot.keyClick(rows, Qt.Key.Key_End)
    assert rows.current == "bezoek"


def test_a_click_into_the_list_chooses_only_what_was_clicked(
    rows: RowList, stage: Stage, qtbot: QtBot
) -> None:
    rows.clearFocus()
    rows.set_rows(ROWS)
    chosen = told(rows.chosen)
    spot = rows.visualRect(rows.model().index(4, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen == ["bezoek"]


def test_enter_and_a_double_click_open(rows: RowList, qtbot: QtBot) -> None:
    opened = told(rows.opened)
    rows.choose("ontvangst")
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    spot = rows.visualRect(rows.model().index(4, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened == ["ontvangst", "bezoek"]


def test_the_circle_and_the_space_bar_tick_off(rows: RowList, qtbot: QtBot) -> None:
    checked, opened = told(rows.checked), told(rows.opened)
    area = rows.visualRect(rows.model().index(1, 0))
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(rows.viewport(), left, pos=QPoint(area.left() + 28, area.center().y()))
    qtbot.mouseClick(rows.viewport(), left, pos=QPoint(area.left() + 200, area.center().y()))
    rows.choose("ontvangst")
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    rows.choose("bezoek")
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert checked == ["brief", "ontvangst"]
    assert opened == []


def test_the_choice_survives_new_rows_and_is_not_told_twice(rows: RowList) -> None:
    chosen = told(rows.chosen)
    rows.choose("bezoek")
    rows.set_rows([Group("Nieuw", 1), Row("Nog een", payload="nieuw"), *ROWS])
    assert rows.current == "bezoek"
    assert chosen == []
    rows.set_rows(ROWS[:2])
    assert rows.current is None
    assert not rows.choose("bezoek")


def test_a_screen_reader_hears_the_whole_row(rows: RowList) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = rows.model().index(4, 0).data(role)
    assert said == "Bezoek, Groeipad, Vandaag, 9.30 u."
    assert rows.model().index(0, 0).data(role) == "Te laat, 2"
    assert len(rows.model().index(1, 0).data(role).split(", ")) == 4


def test_heights_are_those_of_the_design(rows: RowList, stage: Stage) -> None:
    heights = [rows.visualRect(rows.model().index(n, 0)).height() for n in range(5)]
    assert heights == [44, 56, 56, 44, 56]
    compact = RowList(ROWS[1:3], compact=True, fit=True)
    stage(compact)
    assert compact.height() == 2 * 60 + 2


def test_a_wide_badge_goes_to_the_second_line_before_it_hides_the_title(stage: Stage) -> None:
    row = Row("2025-0011", "1 vraag", badge=("due", "Conform met opmerkingen"), meta="27 van 27")

    def told(width: int) -> tuple[bool, bool]:
        """Whether the badge has its ground beside the title, and whether the title is there."""
        picture = QImage(width, 60, QImage.Format.Format_ARGB32)
        picture.fill(theme().color("surface"))
        paint_row(QPainter(picture), QRectF(0, 0, width, 60), row, RowLook())
        ground = theme().color("due-soft")
        found = [x for x in range(width) if picture.pixelColor(x, 20) == ground]
        return bool(found), any(
            picture.pixelColor(x, y) == theme().color("ink")
            for x in range(20, 100)
            for y in range(8, 30)
        )

    assert told(600) == (True, True)
    assert told(340) == (False, True)
