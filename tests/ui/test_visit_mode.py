"""The screen turned to the centre: nothing of anybody else, and the curtain on the way back."""

from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.checks.values import CheckState
from models.mandates.values import CentreFilter
from models.checks.values import AnswerValue
from ui.pages.checks.turned_view import Marks
from ui.kit.page import Message, Ref
from ui.pages.checks.page import ChecksPage
from ui.program import Program

from .test_window import CTRL, SHIFT, desk_of, focus, quiet

FORBIDDEN = ("klacht", "klager", "ombuds")


@pytest.fixture
def at_the_table(qtbot: QtBot, at_work: Program) -> Program:
    """A running check is open, in a file full of other centres."""
    desk = desk_of(at_work)
    checks = desk._controllers.checks
    running = next(row for row in checks.rows(checks.ids()) if row.state is CheckState.RUNNING)
    desk.go(Ref("check", running.id))
    page = desk.current
    assert isinstance(page, ChecksPage)
    qtbot.waitUntil(lambda: page.check.check is not None)
    quiet(qtbot, at_work)
    return at_work


def turned(program: Program) -> bool:
    return desk_of(program).covers.turned is not None


def drawn(program: Program) -> bool:
    return desk_of(program).covers.drawn


def words_in_sight(program: Program) -> list[str]:
    """All that is said by what shows: its text, name, tip, title and what a list holds."""
    said: list[str] = []
    for widget in QApplication.allWidgets():
        if not widget.isVisible() or widget.window() is not program.window:
            continue
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        said += [widget.windowTitle(), widget.statusTip()]
        for name in ("text", "title", "placeholderText", "toPlainText", "sentence"):
            told = getattr(widget, name, None)
            if callable(told) and (isinstance(widget, QLabel) or name != "title"):
                said.append(str(told()))
    return [text for text in said if text]


def press(qtbot: QtBot, key: Qt.Key, pressed: Qt.KeyboardModifier = Qt.KeyboardModifier(0)) -> None:
    qtbot.keyClick(focus(), key, pressed)


def test_only_this_centre_is_anywhere_on_the_screen(qtbot: QtBot, at_the_table: Program):
    desk = desk_of(at_the_table)
    page = desk.current
    assert isinstance(page, ChecksPage)
    assert page.check.check is not None
    mine = page.check.check.centre_name
    centres = desk._controllers.mandates
    rows = centres.rows(centres.ids(CentreFilter()))
    others = {row.name for row in rows} - {mine}
    assert len(others) > 20
    other = next(iter(others))
    desk.say(Message(other, opens=Ref("centres"), word="Ga"))
    assert any(other in text for text in words_in_sight(at_the_table))
    began = perf_counter()
    press(qtbot, Qt.Key.Key_F11)
    assert turned(at_the_table)
    quiet(qtbot, at_the_table)
    assert perf_counter() - began < 2
    view = desk.covers.turned
    assert view is not None
    for side in range(2):
        view.view.stack.setCurrentIndex(side)
        said = words_in_sight(at_the_table)
        assert any(mine in text for text in said)
        for text in said:
            assert not [name for name in others if name in text], text
            assert not [word for word in FORBIDDEN if word in text.lower()], text
    assert mine in at_the_table.window.windowTitle()
    for note in _notes(page):
        assert not [text for text in words_in_sight(at_the_table) if note in text]


def _notes(page: ChecksPage) -> list[str]:
    """What the officer wrote beside answers and as questions for the visit."""
    check = page.check.check
    assert check is not None
    notes = [given.note for one in check.dossiers for given in one.answers.values()]
    return [note for note in (*notes, *(each.text for each in check.questions)) if len(note) > 12]


def test_leaving_goes_by_the_curtain(qtbot: QtBot, at_the_table: Program):
    before, title = focus(), at_the_table.window.windowTitle()
    for end in (Qt.Key.Key_F11, Qt.Key.Key_Escape):
        press(qtbot, Qt.Key.Key_F11)
        assert turned(at_the_table)
        press(qtbot, end)
        assert not turned(at_the_table)
        assert drawn(at_the_table)
        press(qtbot, Qt.Key.Key_F11)
        assert not drawn(at_the_table)
        assert focus() is before
        assert at_the_table.window.windowTitle() == title


def test_shift_f11_is_the_curtain_also_over_what_is_turned(qtbot: QtBot, at_the_table: Program):
    press(qtbot, Qt.Key.Key_F11, SHIFT)
    assert drawn(at_the_table)
    assert not turned(at_the_table)
    press(qtbot, Qt.Key.Key_F11, SHIFT)
    press(qtbot, Qt.Key.Key_F11)
    press(qtbot, Qt.Key.Key_F11, SHIFT)
    assert drawn(at_the_table)
    press(qtbot, Qt.Key.Key_F11)
    assert not drawn(at_the_table)
    assert turned(at_the_table)


def test_the_keys_of_the_desk_sleep(qtbot: QtBot, at_the_table: Program):
    desk = desk_of(at_the_table)
    room = desk.current.key
    press(qtbot, Qt.Key.Key_F11)
    press(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    press(qtbot, Qt.Key.Key_K, CTRL)
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert desk.current.key == room
    assert turned(at_the_table)
    assert desk.finding._palette is None or desk.finding._palette.isHidden()


def test_without_a_check_that_runs_f11_is_the_curtain(qtbot: QtBot, at_work: Program):
    desk_of(at_work).go_to_room("centres")
    quiet(qtbot, at_work)
    qtbot.keyClick(at_work.window, Qt.Key.Key_F11)
    assert drawn(at_work)
    assert not turned(at_work)


def test_somebody_notes_that_they_saw_it_on_the_turned_screen(qtbot: QtBot, at_the_table: Program):
    desk = desk_of(at_the_table)
    page = desk.current
    assert isinstance(page, ChecksPage)
    assert page.check.check is not None
    press(qtbot, Qt.Key.Key_F11)
    quiet(qtbot, at_the_table)
    screen = desk.covers.turned
    assert screen is not None
    form = screen.view.seen
    form.name.setFocus()
    qtbot.keyClicks(focus(), "An Jansen")
    pad: QWidget = form.pad
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=pad.rect().topLeft())
    qtbot.mouseMove(pad, pad.rect().center())
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center())
    form.sign.click()
    check_id = page.check.check.id
    qtbot.waitUntil(lambda: bool(desk._controllers.checks.closing(check_id).seen))
    quiet(qtbot, at_the_table)
    (seen,) = desk._controllers.checks.closing(check_id).seen
    assert seen.name == "An Jansen"
    assert seen.mark
    assert form.name.text() == ""
    assert "An Jansen" in " ".join(words_in_sight(at_the_table))


def test_the_keyboard_reads_down_and_turns_to_the_other_side(qtbot: QtBot, at_the_table: Program):
    press(qtbot, Qt.Key.Key_F11)
    screen = desk_of(at_the_table).covers.turned
    assert screen is not None
    view = screen.view
    view.stack.setMaximumHeight(160)
    quiet(qtbot, at_the_table)
    for side in range(2):
        area = view.stack.widget(side)
        assert view.sides.choice() == view.stack.currentIndex() == side
        assert focus() is area
        qtbot.waitUntil(lambda area=area: area.verticalScrollBar().maximum() > 0)
        press(qtbot, Qt.Key.Key_PageDown)
        assert area.verticalScrollBar().value() > 0
        press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Left)
    assert view.sides.choice() == view.stack.currentIndex() == 0


def test_a_dossier_without_an_answer_keeps_its_column(qapp):
    whole = Marks([AnswerValue.YES, AnswerValue.NO, AnswerValue.YES])
    assert Marks([AnswerValue.YES, None, AnswerValue.YES]).sizeHint() == whole.sizeHint()
    gap = Marks([None, AnswerValue.NO, None])
    gap.resize(gap.sizeHint())
    painted = QImage(gap.size(), QImage.Format.Format_ARGB32)
    painted.fill(Qt.GlobalColor.white)
    gap.render(painted, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    side = gap.width() // 3
    middles = [side // 2 + side * place for place in range(3)]
    drawn = [
        any(
            painted.pixelColor(x, y) != Qt.GlobalColor.white
            for x in range(at - 6, at + 6)
            for y in range(side)
        )
        for at in middles
    ]
    assert drawn == [False, True, False]
