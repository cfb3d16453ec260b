"""The frame with a real file on the desk: going about, taking back, closing, and our own bugs."""

import gc
import tempfile
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from controllers.demo import PASSPHRASE
from controllers.door import CORNER, Door
from models.checks.values import CheckRow, CheckState
from models.kernel.changes import Changes
from models.kernel.errors import Conflict
from models.kernel.version import VERSION
from ui.kit.ask import Ask
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.kit.palette import ITEM, PaletteItem
from ui.kit.rail_parts import RailItem
from ui.kit.theme import theme
from ui.pages import ROOMS
from ui.pages.centres.page import CentresPage
from ui.pages.checks.page import ChecksPage
from ui.pages.settings.page import SettingsPage
from ui.program import Program
from ui.qt_words import speak_qt
from ui.window import LAST_ROOM, Desk

from .conftest import OpenOffice, clock

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def desk_of(program: Program) -> Desk:
    assert program.desk is not None
    return program.desk


def quiet(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.tasks.busy)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def settings(qtbot: QtBot, program: Program) -> SettingsPage:
    desk_of(program).go_to_room("settings")
    quiet(qtbot, program)
    return cast(SettingsPage, desk_of(program).current)


def field(page: SettingsPage, key: str) -> QLineEdit:
    return cast(QLineEdit, page.form.row(key).field)


def write(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


# --- going about ----------------------------------------------------------------------------------


def test_alt_and_a_number_go_to_each_room(qtbot: QtBot, at_work: Program) -> None:
    desk = desk_of(at_work)
    for number, room in enumerate(ROOMS[:9], 1):
        qtbot.keyClick(at_work.window, Qt.Key(Qt.Key.Key_0 + number), ALT)
        quiet(qtbot, at_work)
        assert desk.current.key == room.key
        assert [item.payload for item in desk.rail.findChildren(RailItem) if item.isChecked()] == [
            room.key
        ]


def test_a_press_in_the_rail_goes_there_and_a_second_press_does_no_harm(
    qtbot: QtBot, at_work: Program
) -> None:
    desk = desk_of(at_work)
    for item in desk.rail.findChildren(RailItem):
        qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
        qtbot.mouseDClick(item, Qt.MouseButton.LeftButton)
        quiet(qtbot, at_work)
        assert desk.current.key == item.payload


def test_a_ref_opens_the_page_where_the_thing_lives(qtbot: QtBot, at_work: Program) -> None:
    desk = desk_of(at_work)
    check = desk._controllers.checks.rows(desk._controllers.checks.ids())[0]
    desk.go(Ref("check", check.id))
    quiet(qtbot, at_work)
    assert desk.current.key == "checks"
    desk.go(Ref("centre", check.centre_id))
    quiet(qtbot, at_work)
    assert desk.current.key == "centres"


def test_every_room_says_its_keys_in_the_status_bar(qtbot: QtBot, at_work: Program) -> None:
    desk = desk_of(at_work)
    for room in ROOMS:
        desk.go_to_room(room.key)
        quiet(qtbot, at_work)
        assert desk.status._keys.text(), room.key


def test_every_room_of_the_list_opens_its_refs() -> None:
    from ui.pages import page_class

    for room in ROOMS:
        page = page_class(room.key)
        assert page.key == room.key
        assert set(page.opens) - {room.key} <= set(room.opens), room.key


# --- finding --------------------------------------------------------------------------------------


def test_ctrl_k_finds_a_centre_with_the_keyboard_alone(qtbot: QtBot, at_work: Program) -> None:
    desk = desk_of(at_work)
    qtbot.keyClick(at_work.window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(focus(), "dierckx")
    quiet(qtbot, at_work)
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    quiet(qtbot, at_work)
    assert desk.current.key == "centres"
    assert cast(CentresPage, desk.current).file.header.title() == "Agnès Dierckx Coaching"


def test_ctrl_k_does_a_verb_with_the_keyboard_alone(qtbot: QtBot, at_work: Program) -> None:
    qtbot.keyClick(at_work.window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(focus(), "instell")
    quiet(qtbot, at_work)
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    quiet(qtbot, at_work)
    assert desk_of(at_work).current.key == "settings"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("brief", "Brieven"),
        ("excel", "Een lijst van centra inlezen"),
        ("inlezen", "Een lijst van centra inlezen"),
        ("zoek", "Centra"),
        ("donker", "Instellingen"),
    ],
)
def test_ctrl_k_knows_other_words_for_the_same(
    qtbot: QtBot, at_work: Program, typed: str, found: str
) -> None:
    qtbot.keyClick(at_work.window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(focus(), typed)
    quiet(qtbot, at_work)
    palette = desk_of(at_work).finding._palette
    assert palette is not None
    model = palette.list.model()
    rows = [model.index(row, 0).data(ITEM) for row in range(model.rowCount())]
    assert found in [row.word for row in rows if isinstance(row, PaletteItem)]


def found_by(qtbot: QtBot, program: Program, typed: str) -> list[PaletteItem]:
    qtbot.keyClick(program.window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(focus(), typed)
    quiet(qtbot, program)
    palette = desk_of(program).finding._palette
    assert palette is not None
    model = palette.list.model()
    rows = [model.index(row, 0).data(ITEM) for row in range(model.rowCount())]
    return [row for row in rows if isinstance(row, PaletteItem)]


def running_check(desk: Desk) -> CheckRow:
    checks = desk._controllers.checks
    rows = checks.rows(checks.ids())
    return next(row for row in rows if row.state is CheckState.RUNNING)


def test_ctrl_k_does_what_stands_above_this_page(qtbot: QtBot, at_work: Program) -> None:
    desk = desk_of(at_work)
    desk.go(Ref("check", running_check(desk).id))
    quiet(qtbot, at_work)
    first = found_by(qtbot, at_work, "auditbr")[0]
    assert (first.word, first.keys) == ("Auditbrief", "Alt+B")
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    quiet(qtbot, at_work)
    assert desk.current.key == "letters"
    assert "Afronden" not in [each.word for each in found_by(qtbot, at_work, "afronden")]


def test_ctrl_k_finds_a_check_by_its_reference(qtbot: QtBot, at_work: Program) -> None:
    row = running_check(desk_of(at_work))
    (found,) = found_by(qtbot, at_work, row.reference.lower())
    assert (found.word, found.payload) == (row.centre_name, Ref("check", row.id))
    assert row.reference in found.sub
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    quiet(qtbot, at_work)
    page = cast(ChecksPage, desk_of(at_work).current)
    assert page.check.check is not None
    assert page.check.check.id == row.id


def test_ctrl_k_finds_a_check_by_centre_and_year(qtbot: QtBot, at_work: Program) -> None:
    row = running_check(desk_of(at_work))
    assert row.day is not None
    typed = f"{row.centre_name.split()[0]} {row.day.year}"
    assert Ref("check", row.id) in [one.payload for one in found_by(qtbot, at_work, typed)]
    nothing = found_by(qtbot, at_work, f"{row.centre_name.split()[0]} 1999")
    assert Ref("check", row.id) not in [one.payload for one in nothing]


def test_ctrl_k_finds_an_application_by_its_reference(qtbot: QtBot, at_work: Program) -> None:
    applications = desk_of(at_work)._controllers.applications
    row = applications.rows(applications.ids())[0]
    (found,) = found_by(qtbot, at_work, row.reference)
    assert found.payload == Ref("application", row.id)


def test_ctrl_z_in_the_palette_turns_nothing_back(qtbot: QtBot, at_work: Program) -> None:
    page = settings(qtbot, at_work)
    write(qtbot, field(page, "officer_initials"), "LV")
    page.settle()
    quiet(qtbot, at_work)
    qtbot.keyClick(at_work.window, Qt.Key.Key_K, CTRL)
    qtbot.keyClick(focus(), Qt.Key.Key_Z, CTRL)
    quiet(qtbot, at_work)
    assert desk_of(at_work)._controllers.settings.read().officer_initials == "LV"


# --- taking back ----------------------------------------------------------------------------------


def test_undo_and_redo_say_in_dutch_what_they_did(qtbot: QtBot, at_work: Program) -> None:
    desk, page = desk_of(at_work), settings(qtbot, at_work)
    line = field(page, "officer_initials")
    before = line.text()
    write(qtbot, line, "XYZ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    quiet(qtbot, at_work)
    desk.setFocus()
    qtbot.keyClick(at_work.window, Qt.Key.Key_Z, CTRL)
    quiet(qtbot, at_work)
    assert desk.bar.text() == "Ongedaan gemaakt: instelling wijzigen (Uw initialen)."
    assert line.text() == before
    qtbot.keyClick(at_work.window, Qt.Key.Key_Y, CTRL)
    quiet(qtbot, at_work)
    assert desk.bar.text() == "Opnieuw gedaan: instelling wijzigen (Uw initialen)."
    assert line.text() == "XYZ"
    qtbot.keyClick(at_work.window, Qt.Key.Key_Y, CTRL)
    quiet(qtbot, at_work)
    assert desk.bar.text() == "Er valt niets opnieuw te doen."


def test_the_bar_offers_the_way_forth_after_undo_and_the_way_back_after_redo(
    qtbot: QtBot, at_work: Program
) -> None:
    desk, page = desk_of(at_work), settings(qtbot, at_work)
    write(qtbot, field(page, "officer_initials"), "XYZ")
    desk.way.undo()
    quiet(qtbot, at_work)
    assert desk.bar._action.text() == "Opnieuw doen"
    qtbot.mouseClick(desk.bar._action, Qt.MouseButton.LeftButton)
    quiet(qtbot, at_work)
    assert field(page, "officer_initials").text() == "XYZ"
    assert desk.bar._action.text() == "Ongedaan maken"
    qtbot.mouseClick(desk.bar._action, Qt.MouseButton.LeftButton)
    quiet(qtbot, at_work)
    assert field(page, "officer_initials").text() != "XYZ"


def test_bad_news_makes_room_for_the_work_that_goes_on(qtbot: QtBot, at_work: Program) -> None:
    desk, page = desk_of(at_work), settings(qtbot, at_work)
    bad = Message("De schijf is vol.", tone="late")
    desk.say(bad)
    at_work.tasks.changed.emit(Changes(UUID(int=1), "", {"centre": frozenset({UUID(int=2)})}))
    assert desk.bar.text() == bad.sentence  # that happened on another page
    write(qtbot, field(page, "officer_initials"), "XYZ")
    page.settle()
    quiet(qtbot, at_work)
    assert desk.bar.text() == ""
    desk.say(bad)
    desk.go_to_room("about")
    assert desk.bar.text() == ""


def test_good_news_goes_along_to_the_next_room(qtbot: QtBot, at_work: Program) -> None:
    desk = desk_of(at_work)
    desk.say(Message("Dossier 2025-0001 is weg.", undo=True))
    desk.go_to_room("about")
    assert desk.bar.text() == "Dossier 2025-0001 is weg."


def test_a_file_opens_in_the_room_where_it_was_left(
    qtbot: QtBot, at_work: Program, office: Path, open_office: OpenOffice
) -> None:
    assert desk_of(at_work).current.key == "centres"
    desk_of(at_work).go_to_room("letters")
    quiet(qtbot, at_work)
    at_work.leave()
    quiet(qtbot, at_work)
    at_work.open(open_office(office))
    quiet(qtbot, at_work)
    assert desk_of(at_work).current.key == "letters"


def test_a_room_that_is_not_known_leads_to_the_centres(qtbot: QtBot, at_work: Program) -> None:
    at_work._memory.keep_word(LAST_ROOM, "zolder")
    desk_of(at_work).go_to_last_room()
    assert desk_of(at_work).current.key == "centres"


def test_the_menu_of_a_field_speaks_the_language_of_the_screen(
    qtbot: QtBot, qapp: QApplication, at_work: Program
) -> None:
    def words() -> str:
        line = QLineEdit()
        menu = line.createStandardContextMenu()
        return " ".join(action.text().replace("&", "") for action in menu.actions())

    assert "Kopiëren" in words()
    assert "Copy" not in words()
    speak_qt(qapp, "en")
    assert "Copy" in words()
    speak_qt(qapp, "nl")
    assert "Kopiëren" in words()


def test_ctrl_z_in_a_field_first_takes_back_what_is_being_typed(
    qtbot: QtBot, at_work: Program
) -> None:
    desk, page = desk_of(at_work), settings(qtbot, at_work)
    line = field(page, "officer_initials")
    write(qtbot, line, "AB")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    quiet(qtbot, at_work)
    qtbot.keyClicks(line, "CD")
    assert line.text() == "ABCD"
    qtbot.keyClick(line, Qt.Key.Key_Z, CTRL)
    quiet(qtbot, at_work)
    assert line.text() == "AB"
    assert desk.bar.text() == ""
    qtbot.keyClick(line, Qt.Key.Key_Z, CTRL)
    quiet(qtbot, at_work)
    assert desk.bar.text() == "Ongedaan gemaakt: instelling wijzigen (Uw initialen)."
    assert desk._controllers.settings.read().officer_initials != "AB"
    qtbot.keyClick(line, Qt.Key.Key_Z, CTRL | SHIFT)
    quiet(qtbot, at_work)
    assert desk._controllers.settings.read().officer_initials == "AB"


def test_a_stale_way_back_disappears_from_the_bar(qtbot: QtBot, at_work: Program) -> None:
    desk, page = desk_of(at_work), settings(qtbot, at_work)
    desk.say(Message("Dossier 2025-0001 is weg.", undo=True))
    assert not desk.bar.isHidden()
    write(qtbot, field(page, "officer_initials"), "Q")
    page.settle()
    quiet(qtbot, at_work)
    assert desk.bar.isHidden()


def test_a_failure_without_a_field_is_said_in_the_bar(qtbot: QtBot, at_work: Program) -> None:
    def refuse() -> None:
        raise Conflict

    at_work.tasks.do(refuse)
    quiet(qtbot, at_work)
    assert desk_of(at_work).bar.text().startswith("Dit is intussen gewijzigd")


# --- keeping --------------------------------------------------------------------------------------


def test_the_status_bar_says_when_the_last_change_was_kept(qtbot: QtBot, at_work: Program) -> None:
    page = settings(qtbot, at_work)
    write(qtbot, field(page, "officer_initials"), "Z")
    page.settle()
    quiet(qtbot, at_work)
    said = " ".join(
        label.text()
        for label in desk_of(at_work).status.findChildren(QWidget)
        if hasattr(label, "text")
    )
    local = clock().astimezone().strftime("%H:%M:%S")
    assert f"Bewaard {local}" in said


@pytest.mark.parametrize("way", ["close", "lock", "room"])
def test_what_is_being_typed_is_kept_whatever_way_one_leaves(
    qtbot: QtBot, at_work: Program, office: Path, open_office: OpenOffice, way: str
) -> None:
    page = settings(qtbot, at_work)
    write(qtbot, field(page, "sender_phone"), "02 506 12 05")
    if way == "close":
        at_work.window.close()
    elif way == "lock":
        qtbot.keyClick(at_work.window, Qt.Key.Key_L, CTRL)
    else:
        qtbot.keyClick(at_work.window, Qt.Key.Key_1, ALT)
    quiet(qtbot, at_work)
    if way == "room":
        at_work.close()
    again = open_office(office) if way != "lock" else None
    if again is None:
        at_work.tasks.finish_writes()
        again = open_office(office)
    assert again.settings.read().sender_phone == "02 506 12 05"
    again.close()


def test_a_refused_draft_holds_the_window_once(qtbot: QtBot, at_work: Program) -> None:
    page = settings(qtbot, at_work)
    line = field(page, "officer_email")
    write(qtbot, line, "geen adres")
    assert not at_work.window.close()
    assert (
        "E-mailadres" in desk_of(at_work).bar.text() or "e-mailadres" in desk_of(at_work).bar.text()
    )
    assert line.text() == "geen adres"
    assert page.form.refusals()["officer_email"]
    assert at_work.window.close()


def test_what_a_page_holds_back_unseen_holds_the_window_once(
    qtbot: QtBot, at_work: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = settings(qtbot, at_work)
    monkeypatch.setattr(page, "drafts", lambda: "Nota bij DC-05, dossier 2025-0012")
    desk_of(at_work).go_to_room("about")
    quiet(qtbot, at_work)
    assert desk_of(at_work).drafts() == "Nota bij DC-05, dossier 2025-0012"
    assert not at_work.window.close()
    assert "Nota bij DC-05, dossier 2025-0012" in desk_of(at_work).bar.text()
    assert at_work.window.close()


def test_a_field_refused_in_passing_is_told_on_the_next_page(
    qtbot: QtBot, at_work: Program
) -> None:
    desk, page = desk_of(at_work), settings(qtbot, at_work)
    write(qtbot, field(page, "officer_email"), "geen adres")
    desk.go_to_room("about")
    quiet(qtbot, at_work)
    assert desk.bar.text().startswith("Nog niet bewaard:")
    desk.way.take()
    quiet(qtbot, at_work)
    assert desk.current is page
    assert field(page, "officer_email").text() == "geen adres"


def test_locking_asks_for_the_passphrase_and_opens_again(
    qtbot: QtBot, at_work: Program, office: Path
) -> None:
    qtbot.keyClick(at_work.window, Qt.Key.Key_L, CTRL)
    quiet(qtbot, at_work)
    unlock = at_work.start.unlock
    assert at_work.start.steps.currentWidget() is unlock
    assert unlock.isVisible()
    assert at_work.desk is None
    assert at_work.window.windowTitle() == "Waarmerk"
    qtbot.keyClicks(focus(), PASSPHRASE)
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: at_work.desk is not None)
    assert at_work.window.windowTitle() == "kantoor – Waarmerk"


def test_closing_while_tasks_run_is_harmless(
    qtbot: QtBot, at_work: Program, office: Path, open_office: OpenOffice
) -> None:
    page = settings(qtbot, at_work)
    for number in range(5):
        at_work.tasks.do(page._settings.edit, "officer_initials", f"A{number}")
        at_work.tasks.ask(page._settings.texts)
        desk_of(at_work).go_to_room("checks")
        desk_of(at_work).go_to_room("centres")
    assert at_work.window.close()
    QApplication.processEvents()
    again = open_office(office)
    assert again.settings.read().officer_initials == "A4"
    again.close()


def test_closing_while_a_file_is_being_opened_lets_it_go(
    qtbot: QtBot, program: Program, office: Path, open_office: OpenOffice
) -> None:
    program.start.ask_for(office)
    qtbot.keyClicks(program.start.unlock.secret, PASSPHRASE)
    qtbot.mouseClick(program.start.unlock.go, Qt.MouseButton.LeftButton)
    program.window.close()
    open_office(office).close()


def test_a_second_waarmerk_hears_that_the_file_is_in_use(
    qtbot: QtBot, qapp: QApplication, at_work: Program, office: Path, tmp_path: Path
) -> None:
    second = Program(qapp, Door(clock), Memory(tmp_path / "second.ini"), VERSION)
    with qtbot.waitExposed(second.window):
        second.show()
    second.start.ask_for(office)
    qtbot.keyClicks(second.start.unlock.secret, PASSPHRASE)
    qtbot.keyClick(second.start.unlock.secret, Qt.Key.Key_Return)
    quiet(qtbot, second)
    said = second.start.unlock.rows["passphrase"].refusal()
    assert "kantoor.waarmerk is open in een andere Waarmerk" in said
    second.window.close()
    assert desk_of(at_work).isVisible()


# --- the look -------------------------------------------------------------------------------------


def test_another_look_shows_at_once_and_stays(qtbot: QtBot, at_work: Program) -> None:
    page = settings(qtbot, at_work)
    page.form.changed.emit("theme", "dark")
    quiet(qtbot, at_work)
    assert theme().name == "dark"
    qtbot.keyClick(at_work.window, Qt.Key.Key_Z, CTRL)
    quiet(qtbot, at_work)
    assert theme().name == "light"


# --- the demonstration ----------------------------------------------------------------------------


def test_the_demonstration_is_marked_and_thrown_away_when_it_closes(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    qtbot.mouseClick(program.start.welcome.demo, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(program.start.welcome.demo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.desk is not None, timeout=60_000)
    quiet(qtbot, program)
    assert desk_of(program).rail._demo.isVisible()
    assert len(list(tmp_path.glob(f"{CORNER}*"))) == 1
    qtbot.keyClick(program.window, Qt.Key.Key_L, CTRL)
    quiet(qtbot, program)
    assert program.start.steps.currentWidget() is program.start.welcome
    assert list(tmp_path.glob(f"{CORNER}*")) == []
    assert program.start._recent() == []


# --- our own bugs ---------------------------------------------------------------------------------


def test_a_bug_of_ours_shows_a_card_without_names_and_the_work_goes_on(
    qtbot: QtBot, at_work: Program
) -> None:
    def stumble() -> None:
        raise RuntimeError("Jan Peeters, 2025-0012")

    at_work.tasks.do(stumble)
    at_work.tasks.do(stumble)
    quiet(qtbot, at_work)
    cards = [card for card in at_work.window.findChildren(Ask) if card.isVisible()]
    assert len(cards) == 1
    qtbot.mouseClick(cards[0].buttons["copy"], Qt.MouseButton.LeftButton)
    words = QApplication.clipboard().text()
    assert "RuntimeError" in words
    assert "stumble" in words
    assert "Peeters" not in words
    page = settings(qtbot, at_work)
    write(qtbot, field(page, "officer_initials"), "NA")
    page.settle()
    quiet(qtbot, at_work)
    assert desk_of(at_work)._controllers.settings.read().officer_initials == "NA"


def test_a_bug_in_a_slot_is_told_too(qtbot: QtBot, at_work: Program) -> None:
    from ui.program import Hook

    try:
        raise LookupError("Jan Peeters")
    except LookupError as error:
        Hook(at_work).tell(LookupError, error, error.__traceback__)
    assert [card for card in at_work.window.findChildren(Ask) if card.isVisible()]


def test_the_window_remembers_its_place(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, dutch: None
) -> None:
    memory = Memory(tmp_path / "window.ini")
    first = Program(qapp, Door(clock), memory, VERSION)
    first.show()
    first.window.resize(880, 666)  # no wider than the screen of a test
    first.window.close()
    second = Program(qapp, Door(clock), memory, VERSION)
    assert second.window.size().toTuple() == (880, 666)
    second.window.close()
    gc.collect()
