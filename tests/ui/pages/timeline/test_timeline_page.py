"""The timeline of all centres: groups that fold, rows and moments by keyboard, out as picture."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from models.portfolio.values import Grouping
from ui.kit.page import Ref
from ui.kit.timeline_axis import axis_height
from ui.pages.timeline.filters import GROUPINGS
from ui.pages.timeline.page import LIST
from ui.pages.timeline.pointing import pieces_at
from ui.pages.timeline.tiles import marks_middle, piece_area, row_height


def lines(page) -> list[str]:
    """What stands on the board, from top to bottom; a heading with its count."""
    groups = page.board.lines.groups
    return [
        line.row.name if line.row else f"{groups[line.group].word} {len(groups[line.group].rows)}"
        for line in page.board.lines.shown
    ]


@pytest.fixture
def settle(page, tasks, qtbot):
    def wait(condition) -> None:
        qtbot.waitUntil(lambda: condition() and not tasks.busy)

    return wait


@pytest.fixture
def press(page, qtbot):
    def keys(*wanted: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        for key in wanted:
            qtbot.keyClick(page.board, key, held)

    return keys


def group_by(page, grouping: Grouping) -> None:
    page.filters.group.choose(GROUPINGS.index(grouping))
    page.filters.group.chosen.emit(GROUPINGS.index(grouping))


def test_rows_stand_under_their_province_and_what_is_not_known_comes_last(page):
    assert lines(page) == [
        *("Limburg 1", "Loopbaanhuis Demer", "Vlaams-Brabant 1", "Koers & Kompas"),
        *("West-Vlaanderen 2", "Talentkaai", "Wegwijs Westhoek", " 1", "Groeipad"),
    ]
    assert page.board.hasFocus()
    assert page.board.chosen_id() is not None


@pytest.mark.parametrize(
    ("grouping", "headings"),
    [
        (Grouping.OFFICER, ["Filip Loos 2", "Karine Nijs 2", " 1"]),
        (Grouping.END_YEAR, ["2024 1", "2028 2", "2030 1", " 1"]),
        (Grouping.NOTHING, []),
    ],
)
def test_rows_are_put_together_otherwise_and_their_counts_agree(page, settle, grouping, headings):
    group_by(page, grouping)
    settle(lambda: page.board.grouping is grouping)
    shown = [line for line in lines(page) if line[-1].isdigit()]
    assert shown == headings
    assert sum(int(line.rsplit(" ", 1)[1]) for line in shown) in (0, 5)


def test_a_group_folds_and_opens_by_keyboard_and_by_mouse(page, press, qtbot):
    press(Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert lines(page)[:2] == ["Limburg 1", "Vlaams-Brabant 1"]
    assert "dichtgeklapt" in page.board.accessibleDescription()
    press(Qt.Key.Key_Space)
    assert lines(page)[1] == "Loopbaanhuis Demer"
    place = QPoint(60, axis_height() + row_height() // 2)
    qtbot.mouseClick(page.board.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert lines(page)[1] == "Vlaams-Brabant 1"


def test_another_grouping_folds_nothing_away(page, press, settle):
    press(Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert "Groeipad" not in lines(page)
    group_by(page, Grouping.END_YEAR)
    settle(lambda: page.board.grouping is Grouping.END_YEAR)
    assert "Groeipad" in lines(page)


def test_up_and_down_tell_the_row_and_the_arrows_its_moments(page, press):
    press(Qt.Key.Key_Home, *[Qt.Key.Key_Down] * 5)
    said = page.board.accessibleDescription()
    assert said.startswith("Talentkaai, Loopt, mandaat tot 30 jun 2028")
    assert "volgende: Geplande controle" in said
    press(Qt.Key.Key_Right)
    assert page.board.piece().day == date(2026, 10, 1)
    press(Qt.Key.Key_Left)
    assert page.board.piece().day == date(2025, 3, 12)
    assert "Dossiercontrole DC-" in page.board.accessibleDescription()
    press(Qt.Key.Key_Escape)
    assert page.board.piece() is None


def test_home_end_and_pages_stay_on_the_board(page, press):
    press(Qt.Key.Key_End)
    assert page.board.row_of_line(page.board.chosen).name == "Groeipad"
    press(Qt.Key.Key_Down, Qt.Key.Key_PageDown)
    assert page.board.row_of_line(page.board.chosen).name == "Groeipad"
    press(Qt.Key.Key_PageUp, Qt.Key.Key_Up)
    assert page.board.chosen == 0


def test_enter_and_a_double_click_open_the_centre_at_its_timeline(page, office, press, qtbot):
    wanted: list[Ref] = []
    page.wanted.connect(wanted.append)
    press(Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return)
    place = QPoint(60, axis_height() + row_height() * 3 + 10)
    qtbot.mouseDClick(page.board.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted == [
        Ref("centre", office["Loopbaanhuis Demer"], "timeline"),
        Ref("centre", office["Koers & Kompas"], "timeline"),
    ]


def test_days_grow_and_shrink_around_today_and_never_leave_what_there_is(page, press):
    board = page.board
    assert 2100 < board.scale.days < 2300
    press(Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert board.scale.days < 1500
    press(*[Qt.Key.Key_Right] * 40, held=Qt.KeyboardModifier.ControlModifier)
    assert board.scale.first > board.today
    press(Qt.Key.Key_T)
    assert abs(board.scale.middle(board.today) - board.scale.width / 2) < board.scale.per_day * 2
    page.foot.years.emit(0)
    whole = board.scale
    press(*[Qt.Key.Key_Minus] * 10)
    assert board.scale == whole
    press(Qt.Key.Key_0)
    assert 2100 < board.scale.days < 2300


def test_the_wheel_with_ctrl_keeps_the_day_under_the_mouse(page):
    board = page.board
    place = QPointF(board.frame().field + 300, 200)
    before = board.scale.day_at(300)
    turn = QWheelEvent(
        place,
        board.viewport().mapToGlobal(place.toPoint()).toPointF(),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(board.viewport(), turn)
    assert board.scale.days < 2000
    assert abs((board.scale.day_at(300) - before).days) <= 1


def test_the_mouse_points_at_a_moment_and_else_at_its_stretch(page):
    board = page.board
    frame = board.frame()
    row = next(row for row in board.lines.rows if row.name == "Talentkaai")
    check = row.marks[0]
    spot = piece_area(check, frame).center()
    assert pieces_at(row, frame, spot.x(), marks_middle()) == [check]
    assert pieces_at(row, frame, spot.x(), 8) == [row.mandates[0]]
    assert pieces_at(row, frame, frame.label / 2, 8) == []


def test_the_card_says_what_lies_under_the_mouse(page, qtbot):
    board = page.board
    line = lines(page).index("Talentkaai")
    spot = piece_area(board.row_of_line(line).marks[0], board.frame()).center()
    place = QPointF(spot.x(), spot.y() + board.line_top(line)).toPoint()
    qtbot.mouseMove(board.viewport(), place)
    qtbot.waitUntil(lambda: board._card is not None)
    assert board._card.title == "Talentkaai"
    assert board._card.lines[0][1] == "12 mrt 2025"
    board.viewport().grab()


def test_searching_narrows_and_the_choice_stays_where_it_was(page, settle, press, qtbot):
    press(Qt.Key.Key_End)
    qtbot.keyClick(page.board, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.filters.text.hasFocus)
    qtbot.keyClicks(page.filters.text, "groei")
    settle(lambda: lines(page) == [" 1", "Groeipad"])
    assert page.board.row_of_line(page.board.chosen).name == "Groeipad"
    page.filters.text.setText("nergens")
    settle(lambda: page.stack.currentWidget() is page.nothing)
    page.clear.click()
    settle(lambda: len(page.board.lines.rows) == 5)


def test_state_and_keeper_narrow_and_are_remembered(page, settle):
    page.filters.state.set_value("running", afresh=True)
    page.filters.state.edited.emit("running")
    settle(lambda: len(page.board.lines.rows) == 3)
    page.filters.officer.set_value("Karine Nijs", afresh=True)
    page.filters.officer.edited.emit("Karine Nijs")
    settle(lambda: [row.name for row in page.board.lines.rows] == ["Koers & Kompas"])
    assert page._memory.word("timeline/state") == "running"


def test_a_new_mandate_appears_by_itself_and_the_scale_stays(page, settle, controllers, office):
    page.board.zoom(2.0)
    scale = page.board.scale
    controllers.mandates.add(office["Groeipad"], "LB-9", date(2025, 1, 1))
    settle(lambda: any(row.mandates for row in page.board.lines.rows if row.name == "Groeipad"))
    assert page.board.scale == scale


def test_the_list_says_the_same_and_stands_on_the_same_centre(page, settle, press, qtbot):
    press(Qt.Key.Key_End)
    page.way.choose(LIST)
    page.way.chosen.emit(LIST)
    assert page.stack.currentWidget() is page.view
    settle(lambda: page.table.record(0) is not None)
    assert page.view.current_id == page.board.chosen_id()
    faces = {page.table.face(r, 0).text: page.table.face(r, 3).text for r in range(5)}
    assert faces["Talentkaai"] == "30 jun 2028"
    page.table.sort(3, Qt.SortOrder.DescendingOrder)
    settle(lambda: page.table.record(0) is not None and page.table.face(0, 0).text.startswith("Ko"))


def test_the_heading_of_the_rows_on_top_stays(page, qtbot):
    page.resize(1100, 340)
    board = page.board
    QApplication.processEvents()
    board.verticalScrollBar().setValue(row_height() + 10)
    assert board.sticky_group() == 0
    board.verticalScrollBar().setValue(0)
    assert board.sticky_group() == -1


def test_a_row_that_was_not_painted_yet_comes_a_moment_later(page, qtbot, monkeypatch):
    from ui.pages.timeline import sight

    monkeypatch.setattr(sight, "BUDGET", -1.0)
    page.board.viewport().repaint()
    page.board._tiles.forget()
    page.board.viewport().repaint()
    assert page.board._missing
    monkeypatch.setattr(sight, "BUDGET", 1.0)
    qtbot.waitUntil(lambda: not page.board._missing)


def test_a_picture_never_holds_a_row_that_waits(page, monkeypatch):
    from ui.pages.timeline import sight

    monkeypatch.setattr(sight, "BUDGET", -1.0)
    page.board._tiles.forget()
    page.board.picture()
    assert not page.board._missing


@pytest.mark.parametrize("which", ["sight", "whole"])
def test_the_board_is_kept_as_a_picture(page, picker, settle, which):
    page.taking._ask_picture(which)
    path = picker.folder / "tijdlijn 2026-05-04.png"
    settle(path.exists)
    picture = QImage(str(path))
    assert picture.width() == page.board.viewport().width()
    rows = axis_height() + row_height() * len(page.board.lines.shown)
    if which == "whole":
        assert rows <= picture.height() <= rows + 8


def test_the_workbook_holds_the_rows_as_they_are_narrowed(page, picker, settle):
    page.filters.text.setText("talent")
    settle(lambda: len(page.board.lines.rows) == 1)
    page.taking.excel.click()
    path = picker.folder / "tijdlijn 2026-05-04.xlsx"
    settle(path.exists)
    board, pieces = openpyxl.load_workbook(path).worksheets
    assert board.cell(7, 1).value == "Talentkaai"
    assert pieces.max_row == 3 + len(page.board.lines.rows[0].pieces)
