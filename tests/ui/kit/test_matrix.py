"""Questions by dossiers, filled without a mouse."""

from dataclasses import replace
from importlib.resources import files
from uuid import UUID

import pytest
import yaml
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kit.conftest import Stage
from ui.kit import theme
from ui.kit.answers import ANSWERS, AnswerMark
from ui.kit.cells import advance
from ui.kit.matrix import Matrix
from ui.kit.matrix_keys import next_of
from ui.kit.matrix_layout import AIR, EDGE, NARROWEST, NUMBER, QUESTION, lay_out
from ui.kit.matrix_cell import paint_cell
from ui.kit.matrix_paint import BESIDE, SECTION, counts_beside, middle_elided
from ui.kit.matrix_values import (
    Direction,
    Line,
    MatrixCell,
    MatrixColumn,
    MatrixQuestion,
    MatrixSection,
    without_prefix,
)
from ui.kit.shares import Share, paint_counts, tellings, width_of_counts

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def checklist() -> list[Line]:
    """The dossier check as it is shipped."""
    content = files("resources") / "content" / "checklist_dossier_check.yaml"
    lines: list[Line] = []
    for section in yaml.safe_load(content.read_text("utf-8"))["sections"]:
        lines.append(MatrixSection(section["title_nl"]))
        lines += [
            MatrixQuestion(
                each["key"],
                each["key"],
                each["text_nl"],
                decisive=each["definition_condition"] or each["mandate_relevant"],
                hours=each["answer_type"] == "hours_compare",
            )
            for each in section["questions"]
        ]
    return lines


LINES = checklist()
QUESTIONS = [line for line in LINES if isinstance(line, MatrixQuestion)]
KEYS = [question.key for question in QUESTIONS]


def dossiers(count: int) -> list[MatrixColumn]:
    return [MatrixColumn(UUID(int=n), f"KZ-{n:03}") for n in range(1, count + 1)]


DOSSIERS = dossiers(12)
FIRST = DOSSIERS[0].id


@pytest.fixture
def matrix(stage: Stage) -> Matrix:
    matrix = Matrix()
    stage(matrix, width=760, height=600)
    matrix.show(LINES, DOSSIERS, {})
    matrix.setFocus()
    return matrix


def heard(signal: object) -> list[tuple[object, ...]]:
    told: list[tuple[object, ...]] = []
    signal.connect(lambda *args: told.append(args))  # type: ignore[attr-defined]
    return told


def spot(matrix: Matrix, row: int, column: int) -> QPoint:
    return matrix._scene().cell_area(row, column).center().toPoint()


def test_the_focus_begins_at_the_first_question_of_the_first_dossier(matrix: Matrix) -> None:
    assert matrix.focus_cell == ("DC-01", FIRST)


def test_a_whole_check_is_filled_with_nothing_but_keys(matrix: Matrix, qtbot: QtBot) -> None:
    answered, hours = heard(matrix.answered), heard(matrix.hours_wanted)

    def write_hours(key: str, dossier: UUID, _typed: str) -> None:
        matrix.set_cell(key, dossier, MatrixCell("yes", text="7 / 7"))
        matrix.advance()

    def write_note(key: str, dossier: UUID) -> None:
        matrix.set_cell(key, dossier, replace(matrix.cell(key, dossier), note=True))
        matrix.advance()

    matrix.hours_wanted.connect(write_hours)
    matrix.note_wanted.connect(write_note)
    for number in range(12 * 27):
        here = matrix.focus_cell
        qtbot.keyClick(matrix, Key(Key.Key_1.value + number % 3))
        if here is not None and matrix.cell(*here).answer in ("partial", "no"):
            assert matrix.focus_cell == here, "a negative answer waits for its note"
            qtbot.keyClick(matrix, Key.Key_N)
    assert len(answered) + len(hours) == 12 * 27
    assert len(hours) == 12
    assert {(key, dossier) for key, dossier, _given in answered} | {
        (key, dossier) for key, dossier, _typed in hours
    } == {(key, each.id) for key in KEYS for each in DOSSIERS}
    assert matrix.focus_cell == (KEYS[-1], DOSSIERS[-1].id)
    with qtbot.waitSignal(matrix.completed):
        qtbot.keyClick(matrix, Key.Key_F8)


def test_the_answers_go_down_a_dossier_or_along_a_question(matrix: Matrix, qtbot: QtBot) -> None:
    qtbot.keyClick(matrix, Key.Key_1)
    assert matrix.focus_cell == ("DC-02", FIRST)
    matrix.direction = Direction.QUESTION
    qtbot.keyClick(matrix, Key.Key_1)
    assert matrix.focus_cell == ("DC-02", DOSSIERS[1].id)


@pytest.mark.parametrize("key", [Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5])
def test_an_answer_that_asks_for_a_note_keeps_the_focus_on_its_cell(
    matrix: Matrix, qtbot: QtBot, key: Key
) -> None:
    notes = heard(matrix.note_wanted)
    qtbot.keyClick(matrix, key)
    qtbot.keyClick(matrix, Key.Key_N)
    assert notes == [("DC-01", FIRST)]
    assert matrix.focus_cell == ("DC-01", FIRST)
    qtbot.keyClick(matrix, Key.Key_Down)
    assert matrix.focus_cell == ("DC-02", FIRST)
    matrix.set_cell("DC-02", FIRST, MatrixCell(note=True))
    qtbot.keyClick(matrix, key)
    assert matrix.focus_cell == ("DC-03", FIRST), "the note is there already"
    qtbot.keyClick(matrix, Key.Key_1)
    assert matrix.focus_cell == ("DC-04", FIRST)


def test_after_the_last_question_comes_the_next_dossier(matrix: Matrix, qtbot: QtBot) -> None:
    matrix.go_to(KEYS[-1], FIRST)
    qtbot.keyClick(matrix, Key.Key_1)
    assert matrix.focus_cell == ("DC-01", DOSSIERS[1].id)
    matrix.direction = Direction.QUESTION
    matrix.go_to("DC-01", DOSSIERS[-1].id)
    qtbot.keyClick(matrix, Key.Key_1)
    assert matrix.focus_cell == ("DC-02", FIRST)


def test_each_key_has_its_answer(matrix: Matrix, qtbot: QtBot) -> None:
    answered = heard(matrix.answered)
    for question, key in zip(
        KEYS, (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5), strict=False
    ):
        matrix.go_to(question, FIRST)
        qtbot.keyClick(matrix, key)
    assert answered == [(KEYS[n], FIRST, n + 1) for n in range(5)]
    shown = [matrix.cell(key, FIRST).answer for key in KEYS[:5]]
    assert shown == list(ANSWERS) == ["yes", "partial", "no", "na", "not_checked"]


def test_a_belgian_keyboard_answers_without_shift(matrix: Matrix) -> None:
    answered = heard(matrix.answered)
    row = (Key.Key_Ampersand, Key.Key_Eacute, Key.Key_QuoteDbl, Key.Key_Apostrophe)
    for key, sign in zip((*row, Key.Key_ParenLeft), "&é\"'(", strict=True):
        plain = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(matrix, QKeyEvent(QEvent.Type.KeyPress, key, plain, sign))
    assert [given for _key, _dossier, given in answered] == [1, 2, 3, 4, 5]


def test_an_answer_taken_away_leaves_its_note(matrix: Matrix, qtbot: QtBot) -> None:
    cleared = heard(matrix.cleared)
    matrix.set_cell("DC-01", FIRST, MatrixCell("no", note=True))
    for key in (Key.Key_0, Key.Key_Delete, Key.Key_Backspace):
        qtbot.keyClick(matrix, key)
    assert cleared == [("DC-01", FIRST)]
    assert matrix.cell("DC-01", FIRST) == MatrixCell(None, note=True)


def test_hours_are_asked_for_and_not_guessed(matrix: Matrix, qtbot: QtBot) -> None:
    answered, hours, details = (
        heard(matrix.answered),
        heard(matrix.hours_wanted),
        heard(matrix.details_wanted),
    )
    matrix.go_to("DC-08", FIRST)
    qtbot.keyClick(matrix, Key.Key_1)
    qtbot.keyClick(matrix, Key.Key_Return)
    assert hours == [("DC-08", FIRST, "1"), ("DC-08", FIRST, "")]
    assert answered == details == []
    assert matrix.focus_cell == ("DC-08", FIRST)
    qtbot.keyClick(matrix, Key.Key_4, modifier=Qt.KeyboardModifier.AltModifier)
    assert answered == [("DC-08", FIRST, 4)]


def test_letters_open_what_belongs_to_the_cell(matrix: Matrix, qtbot: QtBot) -> None:
    here = ("DC-01", FIRST)
    for key, signal in (
        (Key.Key_N, matrix.note_wanted),
        (Key.Key_H, matrix.details_wanted),
        (Key.Key_Return, matrix.details_wanted),
        (Key.Key_F, matrix.finding_wanted),
        (Key.Key_F1, matrix.basis_wanted),
    ):
        with qtbot.waitSignal(signal) as told:
            qtbot.keyClick(matrix, key)
        assert tuple(told.args) == here
    with qtbot.waitSignal(matrix.goto_wanted):
        qtbot.keyClick(matrix, Key.Key_G)


def test_the_arrows_walk_and_stop_at_the_edges(matrix: Matrix, qtbot: QtBot) -> None:
    for key in (Key.Key_Up, Key.Key_Left):
        qtbot.keyClick(matrix, key)
    assert matrix.focus_cell == ("DC-01", FIRST)
    for key in (Key.Key_Down, Key.Key_Right):
        qtbot.keyClick(matrix, key)
    assert matrix.focus_cell == ("DC-02", DOSSIERS[1].id)
    qtbot.keyClick(matrix, Key.Key_End)
    assert matrix.focus_cell == ("DC-02", DOSSIERS[-1].id)
    qtbot.keyClick(matrix, Key.Key_Home)
    assert matrix.focus_cell == ("DC-02", FIRST)
    qtbot.keyClick(matrix, Key.Key_End, CONTROL)
    assert matrix.focus_cell == (KEYS[-1], DOSSIERS[-1].id)
    qtbot.keyClick(matrix, Key.Key_Home, CONTROL)
    assert matrix.focus_cell == ("DC-01", FIRST)


def test_pages_lead_down_to_the_end_and_back(matrix: Matrix, qtbot: QtBot) -> None:
    qtbot.keyClick(matrix, Key.Key_PageDown)
    assert matrix.focus_cell is not None
    assert 2 <= KEYS.index(matrix.focus_cell[0]) < 20
    for _page in range(12):
        qtbot.keyClick(matrix, Key.Key_PageDown)
    assert matrix.focus_cell == (KEYS[-1], FIRST)
    for _page in range(12):
        qtbot.keyClick(matrix, Key.Key_PageUp)
    assert matrix.focus_cell == ("DC-01", FIRST)


def test_tab_leaves_the_matrix(stage: Stage, qtbot: QtBot) -> None:
    matrix, beside = Matrix(), AnswerMark("yes")
    beside.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    stage(matrix, beside)
    matrix.show(LINES, DOSSIERS, {})
    matrix.setFocus()
    qtbot.keyClick(matrix, Key.Key_Tab)
    assert beside.hasFocus()


def test_f8_finds_the_gaps_forwards_and_backwards(matrix: Matrix, qtbot: QtBot) -> None:
    cells = {(key, each.id): MatrixCell("yes") for key in KEYS for each in DOSSIERS}
    gaps = [("DC-05", DOSSIERS[2].id), ("DC-20", DOSSIERS[7].id)]
    del cells[gaps[0]]
    cells[gaps[1]] = MatrixCell("na", lacks="reden ontbreekt")
    matrix.show(LINES, DOSSIERS, cells)
    for gap in (*gaps, gaps[0]):
        qtbot.keyClick(matrix, Key.Key_F8)
        assert matrix.focus_cell == gap
    qtbot.keyClick(matrix, Key.Key_F8, SHIFT)
    assert matrix.focus_cell == gaps[1]


def test_focus_and_scroll_stay_when_the_check_is_shown_again(matrix: Matrix, qtbot: QtBot) -> None:
    matrix.go_to("DC-20", DOSSIERS[5].id)
    focused = heard(matrix.focused)
    down = matrix.verticalScrollBar().value()
    assert down > 0
    matrix.show(LINES, dossiers(14), {("DC-20", DOSSIERS[5].id): MatrixCell("no")})
    assert matrix.focus_cell == ("DC-20", DOSSIERS[5].id)
    assert matrix.verticalScrollBar().value() == down
    assert focused == []


def test_a_dossier_that_is_gone_gives_the_focus_to_its_neighbour(matrix: Matrix) -> None:
    matrix.go_to("DC-20", DOSSIERS[-1].id)
    matrix.show(LINES, DOSSIERS[:3], {})
    assert matrix.focus_cell == ("DC-20", DOSSIERS[2].id)
    for lines, columns in ((LINES, []), ([], DOSSIERS), ([], [])):
        matrix.show(lines, columns, {})
        assert matrix.focus_cell is None
        assert not matrix.grab().isNull()
    assert not matrix.go_to_next_gap()


def test_the_focus_cell_is_always_in_sight(matrix: Matrix, qtbot: QtBot) -> None:
    matrix.show(LINES, dossiers(60), {})
    matrix.go_to("DC-01", FIRST)
    seen = matrix.viewport().rect()
    for key in [Key.Key_Right] * 59 + [Key.Key_Down] * 26 + [Key.Key_Left] * 59:
        qtbot.keyClick(matrix, key)
        assert matrix._focus is not None
        area = matrix._scene().cell_area(*matrix._focus)
        assert area.left() >= matrix._layout.words - 1
        assert area.right() <= seen.right() + 2
        assert area.top() >= matrix._layout.head - 1
        assert area.bottom() <= seen.bottom() + 2


def test_a_click_chooses_and_a_second_one_opens(matrix: Matrix, qtbot: QtBot) -> None:
    details = heard(matrix.details_wanted)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(matrix.viewport(), left, pos=spot(matrix, 2, 4))
    assert matrix.focus_cell == ("DC-03", DOSSIERS[4].id)
    assert details == []
    qtbot.mouseClick(matrix.viewport(), left, pos=spot(matrix, 2, 4))
    assert details == [("DC-03", DOSSIERS[4].id)]


def test_a_click_on_a_head_chooses_the_dossier_and_on_a_question_the_row(
    matrix: Matrix, qtbot: QtBot
) -> None:
    left = Qt.MouseButton.LeftButton
    head = QPoint(spot(matrix, 0, 6).x(), 20)
    qtbot.mouseClick(matrix.viewport(), left, pos=head)
    assert matrix.focus_cell == ("DC-01", DOSSIERS[6].id)
    question = QPoint(100, spot(matrix, 1, 0).y())
    qtbot.mouseClick(matrix.viewport(), left, pos=question)
    assert matrix.focus_cell == ("DC-02", DOSSIERS[6].id)


def test_a_locked_check_reports_the_wish_and_changes_nothing(matrix: Matrix, qtbot: QtBot) -> None:
    answered = heard(matrix.answered)
    matrix.locked = True
    qtbot.keyClick(matrix, Key.Key_3)
    assert answered == [("DC-01", FIRST, 3)]
    assert matrix.cell("DC-01", FIRST).answer is None
    assert matrix.focus_cell == ("DC-01", FIRST)


def test_the_bar_above_a_dossier_follows_the_answers(matrix: Matrix, qtbot: QtBot) -> None:
    qtbot.keyClick(matrix, Key.Key_1)
    assert matrix._layout.columns[0].share_done == pytest.approx(1 / 27)
    matrix.set_cell("DC-01", FIRST, MatrixCell("no"))
    assert matrix._layout.columns[0].share_done == pytest.approx(1 / 27)
    matrix.set_column(replace(DOSSIERS[0], share_done=1.0, verdict_state="late"))
    assert matrix._layout.columns[0].verdict_state == "late"


def test_many_cells_at_once_show_and_the_one_in_focus_is_spoken(matrix: Matrix) -> None:
    both = {("DC-01", FIRST): MatrixCell("no"), ("DC-02", FIRST): MatrixCell("yes")}
    matrix.set_cells(both)
    assert {place: matrix.cell(*place) for place in both} == both
    focused = matrix.accessibleName()
    matrix.set_cell("DC-01", FIRST, MatrixCell("no"))
    assert matrix.accessibleName() == focused
    matrix.set_cells({("DC-01", FIRST): MatrixCell("yes")})
    assert matrix.accessibleName() != focused


def test_a_screen_reader_hears_where_the_focus_is_and_what_stands_there(
    matrix: Matrix,
) -> None:
    matrix.set_cell("DC-05", DOSSIERS[11].id, MatrixCell("no", note=True))
    matrix.go_to("DC-05", DOSSIERS[11].id)
    said = QAccessible.queryAccessibleInterface(matrix).text(QAccessible.Text.Name)
    assert "DC-05" in said
    assert "KZ-012" in said
    assert ANSWERS["no"].word in said
    assert said.endswith(matrix.cell("DC-05", DOSSIERS[11].id).spoken)
    assert matrix.accessibleDescription() == QUESTIONS[4].text


def test_no_question_is_ever_cut_off() -> None:
    for width in (700, 1000, 1700):
        for count in (1, 12, 60, 500):
            layout = lay_out(LINES, dossiers(count), width)
            room = layout.words - EDGE - layout.code - 12
            assert room >= 160, "a line of a question holds a few words"
            assert 33 <= layout.cell <= 62
            metrics = QFontMetricsF(theme.theme().font(*QUESTION))
            for question in QUESTIONS:
                height = layout.height(KEYS.index(question.key))
                needed = metrics.boundingRect(
                    QRectF(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), question.text
                )
                assert needed.width() <= room + 1, question.text
                assert needed.height() <= height, question.text
    narrow, wide = lay_out(LINES, DOSSIERS, 700), lay_out(LINES, DOSSIERS, 1700)
    assert narrow.body_height > wide.body_height


def test_large_letters_leave_room_for_dossiers(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 2.0)
    layout = lay_out(LINES, DOSSIERS, 750)
    assert (750 - layout.words) / layout.cell > 4


def test_what_lies_under_a_point_is_what_is_painted_there() -> None:
    layout = lay_out(LINES, DOSSIERS, 900)
    for row in range(27):
        assert layout.row_at(layout.top(row) + 1) == row
        assert layout.row_at(layout.top(row) + layout.height(row) - 1) == row
    assert layout.row_at(1) == -1, "a heading is no question"
    assert layout.row_at(-5) == layout.row_at(layout.body_height + 5) == -1
    assert layout.column_at(-1) == layout.column_at(layout.cell * 12 + 1) == -1


def test_the_next_cell_goes_round_in_both_directions() -> None:
    for direction in Direction:
        place, seen = (0, 0), set()
        for _step in range(6):
            seen.add(place)
            ahead = next_of(place, (3, 2), direction, 1)
            assert next_of(ahead, (3, 2), direction, -1) == place
            place = ahead
        assert place == (0, 0)
        assert len(seen) == 6


def test_numbers_lose_what_they_share() -> None:
    assert without_prefix(["KZ-001", "KZ-012"]) == ("KZ-", ["001", "012"])
    assert without_prefix(["2025/17", "2026/17"]) == ("", ["2025/17", "2026/17"])
    assert without_prefix(["A"]) == ("", ["A"])
    assert without_prefix([]) == ("", [])


def test_a_long_number_keeps_both_ends(stage: Stage) -> None:
    shown = middle_elided("2026-DOSSIER-0419", ("small", 500, True), 60)
    assert shown.startswith("2")
    assert "…" in shown
    assert shown.endswith("19")


def test_the_matrix_takes_another_dress_while_it_is_worn(
    matrix: Matrix, qapp: QApplication
) -> None:
    matrix.set_cell("DC-01", FIRST, MatrixCell("no", note=True, lacks="reden ontbreekt"))
    light, height = matrix.window().grab().toImage(), matrix._layout.body_height
    theme.apply(qapp, "dark")
    assert matrix.window().grab().toImage() != light
    theme.apply(qapp, "light", 1.5)
    assert matrix._layout.body_height > height * 1.3


def test_five_hundred_dossiers_paint_only_what_is_in_sight(matrix: Matrix, qtbot: QtBot) -> None:
    many = dossiers(500)
    cells = {(key, each.id): MatrixCell("no", note=True) for key in KEYS for each in many}
    matrix.show(LINES, many, cells)
    matrix.horizontalScrollBar().setValue(matrix.horizontalScrollBar().maximum())
    scene = matrix._scene()
    assert scene.columns().stop == 500
    assert len(scene.columns()) < 20
    assert len(scene.lines()) < 20
    assert not matrix.grab().isNull()


def test_each_answer_has_a_shape_of_its_own(stage: Stage) -> None:
    marks = [AnswerMark(value) for value in ANSWERS]
    stage(*marks)
    shapes = set()
    for mark in marks:
        image = mark.grab().toImage()
        ground = image.pixelColor(2, 12)
        dots = [(x, y) for x in range(5, 19) for y in range(5, 19)]
        shapes.add(
            tuple(abs(image.pixelColor(x, y).value() - ground.value()) > 60 for x, y in dots)
        )
        assert mark.accessibleName()
    assert len(shapes) == 5


def test_a_tooltip_says_the_whole_dossier(matrix: Matrix) -> None:
    matrix.set_column(replace(DOSSIERS[3], verdict_word="Niet conform", share_done=0.5))
    tip = matrix._tip(QPointF(spot(matrix, 0, 3).x(), 20))
    assert "KZ-004" in tip
    assert "Niet conform" in tip
    assert "50" in tip
    assert QUESTIONS[1].text in matrix._tip(QPointF(100, spot(matrix, 1, 0).y()))


def test_a_heading_goes_before_its_counts(dressed: None) -> None:
    share = Share(good=20, partly=3, bad=4, na=1, total=28)
    title = "4. Loopbaanvraag en behoefte van de klant"
    beside = advance(title, SECTION) + BESIDE
    every = ("yes", "partial", "no", "na")
    room = beside + width_of_counts(share, every)
    assert counts_beside(title, share, room) == every
    assert counts_beside(title, share, room - 1) == every[:3]
    room = beside + width_of_counts(share, every[1:3])
    assert counts_beside(title, share, room) == every[1:3], "what went wrong is told longest"
    assert counts_beside(title, share, room - 1) == ()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_how_far_a_section_is_never_vanishes(qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, "light", scale)
    share, room = Share(good=20, partly=3, bad=4, na=2, total=48), 120.0
    answers = counts_beside("4. Loopbaanvraag en behoefte van de klant", share, room)
    assert answers == ()
    assert 0 < width_of_counts(share, answers) < room
    theme.apply(qapp, "light")


def test_the_counts_take_the_room_that_was_told(dressed: None) -> None:
    share = Share(good=20, partly=3, bad=4, total=27)
    picture = QImage(400, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(picture)
    answers = tellings(share)[0]
    taken = paint_counts(painter, QRectF(0, 0, 400, 40), share, answers, 1.0)
    painter.end()
    assert abs(taken - width_of_counts(share, answers)) < 1


def test_the_heading_of_a_section_is_told_in_full_with_its_counts(matrix: Matrix) -> None:
    section = next(each for each in LINES if isinstance(each, MatrixSection))
    matrix.set_sections({section.key: Share(good=2, total=27)})
    spot = QPointF(60, matrix._layout.head + matrix._layout.tops[0] + 14)
    assert matrix._tip(spot).startswith(section.title)
    assert "2 of 27 answered" in matrix._tip(spot)


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_what_lacks_is_marked_inside_its_cell(qapp: QApplication, look: str) -> None:
    theme.apply(qapp, look)
    picture = QImage(60, 46, QImage.Format.Format_ARGB32)
    picture.fill(theme.theme().color("surface"))
    painter = QPainter(picture)
    cell = MatrixCell("no", lacks="de nota ontbreekt")
    paint_cell(painter, QRectF(15, 0, NARROWEST, 46), cell)
    painter.end()
    ground = theme.theme().color("surface").rgb()
    inside = range(15 + 2, 15 + NARROWEST - 2)
    marked = {x for x in range(60) for y in range(46) if picture.pixel(x, y) != ground}
    assert marked <= set(inside)
    theme.apply(qapp, "light")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_number_of_a_dossier_is_told_whole_at_every_size_of_text(qapp, scale: float):
    theme.apply(qapp, "light", scale)
    columns = [MatrixColumn(UUID(int=n), f"2025-{n:04}") for n in range(1, 81)]
    layout = lay_out(LINES, columns, 760)
    assert layout.prefix == "2025-"
    for label in layout.labels:
        assert middle_elided(label, NUMBER, layout.cell - AIR + 1) == label
