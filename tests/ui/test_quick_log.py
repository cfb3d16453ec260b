"""Ctrl+Shift+C from anywhere: a contact noted in seconds, and no draft is ever lost."""

from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.actions.values import ActionFile, ActionKind, ContactMedium
from models.checks.values import CheckState
from models.mandates.values import CentreFilter
from ui.kit.page import Ref
from ui.log_card import LogCard
from ui.pages.centres.page import CentresPage
from ui.pages.checks.page import ChecksPage
from ui.program import Program

from .conftest import OpenOffice
from .test_window import ALT, CTRL, SHIFT, desk_of, focus, quiet

ENTER = Qt.Key.Key_Return


def call(qtbot: QtBot, program: Program) -> LogCard:
    """Ctrl+Shift+C, wherever the keyboard is."""
    qtbot.keyClick(focus(), Qt.Key.Key_C, CTRL | SHIFT)
    quiet(qtbot, program)
    card = desk_of(program).logging.card
    assert card is not None
    assert card.isVisible()
    return card


def type_on(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(focus(), text)


def centres(program: Program) -> list[UUID]:
    return list(desk_of(program)._controllers.mandates.ids(CentreFilter()))


def log(program: Program, centre: UUID) -> tuple[ActionFile, ...]:
    return desk_of(program)._controllers.actions.of_centre(centre)


@pytest.fixture
def centre(qtbot: QtBot, at_work: Program) -> UUID:
    """The file of a centre is open."""
    found = centres(at_work)[3]
    desk_of(at_work).go(Ref("centre", found))
    quiet(qtbot, at_work)
    return found


def test_a_call_in_the_file_of_a_centre_takes_a_dozen_keys(
    qtbot: QtBot, at_work: Program, centre: UUID
):
    before, stood = log(at_work, centre), focus()
    call(qtbot, at_work)
    type_on(qtbot, "An Jansen")
    qtbot.keyClick(focus(), ENTER)
    type_on(qtbot, "Vraag over nazorg")
    qtbot.keyClick(focus(), ENTER)
    quiet(qtbot, at_work)
    (new,) = [one for one in log(at_work, centre) if one not in before]
    assert (new.medium, new.spoken_to, new.subject) == (
        ContactMedium.PHONE,
        "An Jansen",
        "Vraag over nazorg",
    )
    assert focus() is stood
    assert "Genoteerd in het logboek van" in desk_of(at_work).bar.text()
    qtbot.keyClick(at_work.window, Qt.Key.Key_Z, CTRL)
    quiet(qtbot, at_work)
    assert log(at_work, centre) == before


def test_while_a_check_is_filled_the_keyboard_comes_back_to_its_cell(
    qtbot: QtBot, at_work: Program
):
    desk = desk_of(at_work)
    checks = desk._controllers.checks
    running = [row for row in checks.rows(checks.ids()) if row.state is CheckState.RUNNING][0]
    desk.go(Ref("check", running.id))
    quiet(qtbot, at_work)
    matrix = cast(ChecksPage, desk.current).check.matrix.matrix
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_Down)
    cell = matrix.focus_cell
    card = call(qtbot, at_work)
    assert card.centre.value() == running.centre_id
    type_on(qtbot, "de zaakvoerder")
    qtbot.keyClick(focus(), Qt.Key.Key_2, ALT)
    qtbot.keyClick(focus(), ENTER)
    type_on(qtbot, "Stukken opgevraagd")
    qtbot.keyClick(focus(), ENTER, CTRL)
    quiet(qtbot, at_work)
    assert log(at_work, running.centre_id)[0].medium is ContactMedium.EMAIL
    assert focus() is matrix
    assert matrix.focus_cell == cell
    qtbot.keyClick(focus(), Qt.Key.Key_Down)
    assert matrix.focus_cell != cell


def test_without_an_open_centre_three_letters_find_one(qtbot: QtBot, at_work: Program):
    desk = desk_of(at_work)
    desk.go_to_room("settings")
    quiet(qtbot, at_work)
    (wanted,) = desk._controllers.mandates.ids(CentreFilter("Atelier Elzrick"))
    name = "Atelier Elzrick"
    card = call(qtbot, at_work)
    assert focus() is card.centre.line
    type_on(qtbot, name[:2])
    quiet(qtbot, at_work)
    assert card.centre.list.isHidden()
    type_on(qtbot, name[2:])
    quiet(qtbot, at_work)
    assert card.centre.list.isVisible()
    qtbot.keyClick(focus(), ENTER)
    quiet(qtbot, at_work)
    assert card.centre.value() == wanted
    assert focus() is card.spoken_to
    card.subject.setFocus()
    type_on(qtbot, "Kennisgemaakt")
    qtbot.keyClick(focus(), ENTER)
    quiet(qtbot, at_work)
    assert log(at_work, wanted)[0].subject == "Kennisgemaakt"


def test_without_a_centre_or_a_word_it_says_what_is_missing(
    qtbot: QtBot, at_work: Program, centre: UUID
):
    card = call(qtbot, at_work)
    qtbot.keyClick(focus(), ENTER, CTRL)
    quiet(qtbot, at_work)
    assert "waarover het ging" in card.form.row("subject").refusal()
    assert focus() is card.subject
    card.centre.set_value(None)
    type_on(qtbot, "x")
    qtbot.keyClick(focus(), ENTER, CTRL)
    assert "Kies eerst het centrum" in card.form.row("centre").refusal()
    card.centre.set_value(centre)
    card.day.setFocus()
    card.day.selectAll()
    type_on(qtbot, "5/5/2026")
    qtbot.keyClick(focus(), ENTER, CTRL)
    quiet(qtbot, at_work)
    assert "moet nog komen" in card.form.row("day").refusal()
    assert card.day.text() == "05/05/2026"


def test_esc_puts_the_draft_aside_and_the_next_time_it_is_there(
    qtbot: QtBot, at_work: Program, centre: UUID
):
    card = call(qtbot, at_work)
    type_on(qtbot, "Xu")
    qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    quiet(qtbot, at_work)
    assert card.isHidden()
    desk_of(at_work).go_to_room("settings")
    quiet(qtbot, at_work)
    card = call(qtbot, at_work)
    assert (card.centre.value(), card.spoken_to.text()) == (centre, "Xu")
    assert "concept" in card.note.text()
    card.waste.click()
    quiet(qtbot, at_work)
    assert card.isHidden()
    assert desk_of(at_work)._controllers.drafts.read("log") == {}
    qtbot.keyClick(at_work.window, Qt.Key.Key_Z, CTRL)
    quiet(qtbot, at_work)
    assert call(qtbot, at_work).spoken_to.text() == "Xu"


def test_a_draft_survives_closing_the_window_with_the_card_open(
    qtbot: QtBot, at_work: Program, centre: UUID, office: Path, open_office: OpenOffice
):
    card = call(qtbot, at_work)
    type_on(qtbot, "Bert")
    qtbot.keyClick(focus(), Qt.Key.Key_7, ALT)
    card.kind.set_value(ActionKind.INFO_PAGE, afresh=True)
    at_work.leave()
    quiet(qtbot, at_work)
    at_work.open(open_office(office))
    quiet(qtbot, at_work)
    card = call(qtbot, at_work)
    assert (card.spoken_to.text(), card.centre.value()) == ("Bert", centre)
    assert card.kind.value() is ActionKind.INFO_PAGE


def test_a_draft_that_may_not_be_kept_holds_the_window_once(
    qtbot: QtBot, at_work: Program, centre: UUID
):
    card = call(qtbot, at_work)
    card.text.setPlainText("van 85.07.30-033.28")
    qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    quiet(qtbot, at_work)
    assert card.isVisible(), "it comes back with the sentence at its field"
    assert "rijksregisternummer" in card.form.row("text").refusal()
    assert "Tekst" in desk_of(at_work).drafts()
    card.text.setPlainText("")
    card.subject.setText("Zonder nummer")
    qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    quiet(qtbot, at_work)
    assert card.isHidden()


def test_the_people_of_the_centre_are_proposed(qtbot: QtBot, at_work: Program):
    desk = desk_of(at_work)
    held = next(one for one in centres(at_work) if desk._controllers.actions.people(one))
    desk.go(Ref("centre", held))
    quiet(qtbot, at_work)
    card = call(qtbot, at_work)
    name = desk._controllers.actions.people(held)[0]
    assert name in card.spoken_to.placeholderText()
    type_on(qtbot, name[:2].lower())
    assert card.spoken_to.text().lower() == name.lower()


def test_the_palette_offers_it_too_and_a_second_key_does_no_harm(
    qtbot: QtBot, at_work: Program, centre: UUID
):
    qtbot.keyClick(at_work.window, Qt.Key.Key_K, CTRL)
    type_on(qtbot, "telefoon")
    quiet(qtbot, at_work)
    qtbot.keyClick(focus(), ENTER)
    quiet(qtbot, at_work)
    card = desk_of(at_work).logging.card
    assert card is not None
    assert card.isVisible()
    type_on(qtbot, "Xu")
    qtbot.keyClick(focus(), Qt.Key.Key_C, CTRL | SHIFT)
    assert card.spoken_to.text() == "Xu"


def test_everything_in_the_card_has_a_name(qtbot: QtBot, at_work: Program, centre: UUID):
    card = call(qtbot, at_work)
    for widget in card.card.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            face = QAccessible.queryAccessibleInterface(widget)
            assert face.text(QAccessible.Text.Name), widget


def test_tab_goes_round_in_the_card(qtbot: QtBot, at_work: Program, centre: UUID):
    card = call(qtbot, at_work)
    for _ in range(20):
        qtbot.keyClick(focus(), Qt.Key.Key_Tab)
        assert card.isAncestorOf(focus())


def test_pages_tell_which_centre_is_open(qtbot: QtBot, at_work: Program, centre: UUID):
    page = cast(CentresPage, desk_of(at_work).current)
    assert page.centre() == centre
    page.show_list()
    assert page.centre() is None
    desk_of(at_work).go_to_room("history")
    assert desk_of(at_work).current.centre() is None
