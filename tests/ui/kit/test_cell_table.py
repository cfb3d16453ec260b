"""Small tables, given whole."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.kit.conftest import Stage
from ui.kit import theme
from ui.kit.cell_table import CellColumn, CellTable, CellValue
from ui.kit.cell_view import fitted
from ui.kit.cells import said

COLUMNS = (
    CellColumn("Coach", "two", 24),
    CellColumn("Stand", "badge", 14),
    CellColumn("Uren", "number", 8),
    CellColumn("Tot", "date", 12),
)
ROWS: list[tuple[CellValue, ...]] = [
    (("An Claes", "sinds 2022"), ("done", "Op de lijst"), 142.5, date(2026, 3, 19)),
    (("Bram Peeters", "sinds 2024"), ("due", "Attest tot 31 mrt"), 1250, None),
    (("Nadia El Amrani", ""), ("wait", "In aanvraag"), 0, date(2026, 12, 1)),
]
ROLE = Qt.ItemDataRole


@pytest.fixture
def table(stage: Stage) -> CellTable:
    table = CellTable(COLUMNS, ROWS)
    stage(table, width=800)
    table.setFocus()
    return table


def test_a_model_as_qt_expects_it(table: CellTable, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table.model())


def test_values_are_written_the_dutch_way() -> None:
    assert [said(142.5, "number"), said(1250, "number"), said(-1234567.25, "number")] == [
        "142,5",
        "1.250",
        "-1.234.567,25",
    ]
    assert said(6.0) == "6"
    assert said(date(2026, 3, 19), "date") == "19 mrt 2026"
    assert said(None, "date") == ""
    assert said(2026) == "2026", "a year is text, not an amount"


def test_a_screen_reader_hears_heading_and_both_lines(table: CellTable) -> None:
    cells = table.model()
    role = ROLE.AccessibleTextRole
    assert cells.index(0, 0).data(role) == "Coach: An Claes, sinds 2022"
    assert cells.index(1, 1).data(role) == "Stand: Attest tot 31 mrt"
    assert cells.index(1, 2).data(role) == "Uren: 1.250"


def test_enter_and_a_double_click_open_the_row(table: CellTable, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.model().index(1, 0))
    with qtbot.waitSignal(table.opened) as signal:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert signal.args == [1]
    spot = table.visualRect(table.model().index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(table.opened) as signal:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert signal.args == [2]


def test_new_rows_keep_the_row_number_it_stood_on(table: CellTable) -> None:
    table.setCurrentIndex(table.model().index(2, 0))
    table.set_rows([*ROWS, *ROWS])
    assert table.currentIndex().row() == 2
    assert table.model().rowCount() == 6


def test_a_row_with_a_cell_too_few_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="longer"):
        CellTable(COLUMNS, [ROWS[0][:3]])


def test_a_fitted_table_is_as_tall_as_its_rows(stage: Stage) -> None:
    table = CellTable(COLUMNS, ROWS, fit=True)
    stage(table, width=800)
    assert table.height() == table.heading.height() + 3 * 52 + 2
    assert table.verticalScrollBar().maximum() == 0
    table.set_rows(ROWS[:1])
    assert table.height() == table.heading.height() + 52 + 2


def test_rows_grow_with_the_text(table: CellTable, qapp: theme.QApplication) -> None:
    assert table.rowHeight(0) == 52
    theme.apply(qapp, "dark", 1.5)
    assert table.rowHeight(0) > 65
    theme.apply(qapp, "light", 1.0)
    assert table.rowHeight(0) == 52


def test_columns_shrink_and_stretch_within_their_measure() -> None:
    wishes = [(100.0, 200.0, 400.0), (50.0, 50.0, 50.0)]
    assert fitted(250, wishes) == [200, 50]
    assert fitted(350, wishes) == [300, 50]
    assert fitted(2000, wishes) == [400, 50]
    assert fitted(200, wishes) == [150, 50]
    assert sum(fitted(90, wishes)) <= 90


def test_a_dragged_heading_keeps_its_measure(table: CellTable) -> None:
    table.heading.resizeSection(0, 333)
    table.window().resize(1100, 480)
    assert table.columnWidth(0) == 333
