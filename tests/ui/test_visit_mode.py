"""The screen turned to the centre: nothing of anybody else, and the curtain on the way back."""

from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage, QRegion
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.checks.values import AnswerValue, CheckState
from models.kernel.wording import weekday_date
from models.mandates.values import CentreFilter
from ui.curtain import Curtain
from ui.kit.overlay import Overlay
from ui.kit.theme import theme
from ui.kit.page import Message, Ref
from ui.pages.checks.page import ChecksPage
from ui.pages.checks.turned_answers import Columns, Head, Heads, Marks, heads
from ui.program import Program
from ui.turned import Turned

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
    for side in range(3):
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
        _in_the_middle(desk_of(at_the_table).covers.curtain)
        press(qtbot, Qt.Key.Key_F11)
        assert not drawn(at_the_table)
        assert focus() is before
        assert at_the_table.window.windowTitle() == title


def _in_the_middle(curtain: Curtain | None) -> None:
    """Its words wear the letters of the desk, whatever size was lent before."""
    assert curtain is not None
    middle = curtain.card.width() / 2
    for words in curtain.card.findChildren(QLabel):
        assert abs(words.geometry().center().x() - middle) <= 2, words.text()


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
    for side in range(3):
        area = view._areas[side]
        assert view.sides.choice() == view.stack.currentIndex() == side
        assert focus() is area
        qtbot.waitUntil(lambda area=area: area.verticalScrollBar().maximum() > 0)
        press(qtbot, Qt.Key.Key_PageDown)
        assert area.verticalScrollBar().value() > 0
        press(qtbot, Qt.Key.Key_Right)
    assert view.sides.choice() == 2
    press(qtbot, Qt.Key.Key_Left)
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


def accessible(at: QAccessibleInterface) -> list[str]:
    """All that a screen reader can reach below: name, value, description, help and keys."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description,
             QAccessible.Text.Help, QAccessible.Text.Accelerator)  # fmt: skip
    if at.state().invisible:
        return []
    said = [at.text(kind) for kind in kinds]
    for number in range(at.childCount()):
        child = at.child(number)
        if child is not None and child.isValid():
            said += accessible(child)
    return [text for text in said if text]


def told_anywhere(program: Program) -> list[str]:
    said = accessible(QAccessible.queryAccessibleInterface(program.window))
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    said += [text for each in windows for text in (each.windowTitle(), each.toolTip()) if text]
    return said + words_in_sight(program)


def secrets(program: Program) -> set[str]:
    """Names and numbers of every other centre, and what tells a complaint or its sender."""
    desk = desk_of(program)
    controllers, page = desk._controllers, desk.current
    assert isinstance(page, ChecksPage)
    check = page.check.check
    assert check is not None
    centres, complaints = controllers.mandates, controllers.complaints
    found: set[str] = set()
    for row in centres.rows(centres.ids(CentreFilter())):
        if row.id != check.centre_id:
            number = row.enterprise_number
            found |= {row.name, number, f"{number[:4]}.{number[4:7]}.{number[7:]}"}
    found |= {row.reference for row in controllers.checks.rows(controllers.checks.ids())}
    for complaint in complaints.ids():
        file = complaints.file(complaint)
        found |= {file.reference, file.subject}
    return {text for text in found - {check.reference} if text}


def test_nothing_of_anybody_else_in_all_that_can_be_heard(qtbot: QtBot, at_the_table: Program):
    desk = desk_of(at_the_table)
    hidden = secrets(at_the_table)
    assert len(hidden) > 80
    file_name = desk._controllers.path.name
    desk.finding.begin()
    quiet(qtbot, at_the_table)
    qtbot.keyClicks(focus(), "studio")
    quiet(qtbot, at_the_table)
    before = told_anywhere(at_the_table)
    assert any(name in text for text in before for name in hidden), "the palette tells of others"
    press(qtbot, Qt.Key.Key_F11)
    quiet(qtbot, at_the_table)
    screen = desk.covers.turned
    assert screen is not None
    for side in range(3):
        screen.view.sides.choose(side)
        screen.view.stack.setCurrentIndex(side)
        quiet(qtbot, at_the_table)
        said = told_anywhere(at_the_table)
        assert len(said) > 10
        for text in said:
            assert not [name for name in hidden if name in text], text
            assert not [word for word in FORBIDDEN if word in text.lower()], text
            assert file_name not in text
    press(qtbot, Qt.Key.Key_F11)
    press(qtbot, Qt.Key.Key_F11)
    assert isinstance(focus(), QWidget)
    assert any(name in text for text in told_anywhere(at_the_table) for name in hidden)


def test_the_facts_of_this_centre_are_shown(qtbot: QtBot, at_the_table: Program):
    desk = desk_of(at_the_table)
    page = desk.current
    assert isinstance(page, ChecksPage)
    check = page.check.check
    assert check is not None
    press(qtbot, Qt.Key.Key_F11)
    quiet(qtbot, at_the_table)
    screen = desk.covers.turned
    assert screen is not None
    screen.view.sides.choose(2)
    screen.view.stack.setCurrentIndex(2)
    said = " ".join(words_in_sight(at_the_table))
    facts = desk._controllers.checks.of_centre(check.id)
    assert facts.mandate in said
    assert facts.seats
    for seat in facts.seats:
        assert seat.address.locality in said
    assert check.visit_date is not None
    assert str(check.visit_date.year) in said


def test_the_day_stands_once_over_the_summary(qtbot: QtBot, at_the_table: Program):
    press(qtbot, Qt.Key.Key_F11)
    quiet(qtbot, at_the_table)
    page = desk_of(at_the_table).current
    assert isinstance(page, ChecksPage)
    check = page.check.check
    assert check is not None
    assert check.visit_date is not None
    day = weekday_date(check.visit_date)
    labels = [each for each in at_the_table.window.findChildren(QLabel) if each.isVisible()]
    assert sum(day in each.text() for each in labels) == 1


def test_letters_are_read_from_afar_and_grow_with_the_window(qtbot: QtBot, at_the_table: Program):
    small = theme().font("body").pixelSize()
    press(qtbot, Qt.Key.Key_F11)
    quiet(qtbot, at_the_table)
    screen = desk_of(at_the_table).covers.turned
    assert screen is not None
    faces = ("small", "body", "large", "display")
    for width, height, least in ((1280, 720, 24), (1920, 1080, 36)):
        at_the_table.window.resize(width, height)
        qtbot.waitUntil(lambda width=width: screen.width() == width)
        assert min(theme().font(face).pixelSize() for face in faces) >= least
        assert screen.view.seen.name.font().pixelSize() >= least
        assert screen.view.seen.name.height() >= least
    press(qtbot, Qt.Key.Key_F11)
    assert theme().font("body").pixelSize() == small


def test_the_chosen_side_comes_first_and_reads_on_by_the_keys(qtbot: QtBot, at_the_table: Program):
    press(qtbot, Qt.Key.Key_F11)
    quiet(qtbot, at_the_table)
    screen = desk_of(at_the_table).covers.turned
    assert screen is not None
    view = screen.view
    press(qtbot, Qt.Key.Key_Tab, SHIFT)
    assert view.sides.isAncestorOf(focus())
    assert focus().text() == "Samenvatting"
    assert focus().ringed()
    press(qtbot, Qt.Key.Key_Right)
    assert focus().text() == "Antwoorden"
    assert view.stack.currentIndex() == 1
    press(qtbot, Qt.Key.Key_Down)
    line = view._areas[1].verticalScrollBar().value()
    assert line > 0
    press(qtbot, Qt.Key.Key_PageDown)
    assert view._areas[1].verticalScrollBar().value() > 2 * line
    heads = view.answers.findChild(Heads)
    assert heads is not None
    assert heads.isVisible()
    assert heads.visibleRegion().boundingRect().size() == heads.size()


def test_a_card_that_was_open_is_there_again(qtbot: QtBot, at_the_table: Program):
    desk = desk_of(at_the_table)
    desk.logging.begin()
    quiet(qtbot, at_the_table)
    press(qtbot, Qt.Key.Key_F11)
    assert turned(at_the_table)
    assert not [one for one in at_the_table.window.findChildren(Overlay) if _beneath(one)]
    press(qtbot, Qt.Key.Key_Escape)
    assert drawn(at_the_table)
    press(qtbot, Qt.Key.Key_F11)
    assert [one for one in at_the_table.window.findChildren(Overlay) if _beneath(one)]


def _beneath(card: Overlay) -> bool:
    return card.isVisible() and not isinstance(card, Curtain | Turned)


def test_columns_stand_under_their_heads_and_dossiers_bear_their_place(qapp):
    columns = Columns([Head("1", "0008"), Head("2", "0011")])
    row = Marks([AnswerValue.YES, None], columns)
    assert Heads(columns).sizeHint().width() == row.sizeHint().width()
    assert Heads(columns).accessibleName() == "1 0008, 2 0011"


def test_the_numbers_lose_only_what_all_of_them_share(at_the_table: Program):
    page = desk_of(at_the_table).current
    assert isinstance(page, ChecksPage)
    check = page.check.check
    assert check is not None
    told = heads(check)
    assert [one.place for one in told] == [str(n) for n in range(1, len(check.dossiers) + 1)]
    for one, dossier in zip(told, check.dossiers, strict=True):
        assert one.name
        assert dossier.number.endswith(one.name)
    (single,) = heads(replace(check, dossiers=check.dossiers[:1]))
    assert single.name == check.dossiers[0].number


def test_a_few_channels_are_read_without_turning_ones_head(qapp):
    few = Columns([Head("", name) for name in ("Website", "Nieuwsbrief voor zelfstandigen")])
    assert few.lying()
    assert few.cell() * 2 <= 560
    many = Columns([Head("", f"Kanaal met een lange naam {number}") for number in range(9)])
    assert not many.lying()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_form_across_the_table_is_whole_and_stays_so(
    qtbot: QtBot, at_the_table: Program, size: tuple[int, int]
):
    """No choice is cut, the mark is as wide as its fields, and noting pushes nothing away."""
    at_the_table.window.resize(*size)
    press(qtbot, Qt.Key.Key_F11)
    quiet(qtbot, at_the_table)
    cover = desk_of(at_the_table).covers.turned
    assert cover is not None
    seen = cover.view.seen
    for segment in seen.how.findChildren(QAbstractButton):
        assert segment.width() >= segment.sizeHint().width()
    for part in (seen.how, seen.pad, seen.sign, seen.sentence):
        assert _whole(part, cover), part
    assert abs(seen.pad.width() - seen.name.width()) <= 2
    for name in ("An Jansen", "Bob Peeters"):
        seen.name.setFocus()
        qtbot.keyClicks(seen.name, name)
        press(qtbot, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda name=name: name in cover.view.told.text())
    quiet(qtbot, at_the_table)
    assert _whole(seen.sign, cover)
    press(qtbot, Qt.Key.Key_F11)


def _whole(part: QWidget, cover: QWidget) -> bool:
    """Whether all of it is in sight."""
    spot = part.visibleRegion().boundingRect()
    inside = cover.rect().contains(QRect(part.mapTo(cover, QPoint()), part.size()))
    return inside and spot.size() == part.size()
