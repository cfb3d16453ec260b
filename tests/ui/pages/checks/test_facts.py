"""Questions about a fact, and questions that are not asked, filled with keys in the matrix."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.checklists.values import Proof
from models.checks.values import AnswerValue
from tests.controllers.test_own_checklist import KEY
from tests.controllers.test_own_checklist import Office as OwnList
from tests.ui.pages.checks.conftest import Office

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(store) -> Office:
    """EL-01 decides, EL-02 only after a no or partly there, then number, choice, text and day."""
    own = OwnList(store)
    return Office(own.controllers, own.centre, own.check)


def test_a_number_is_typed_at_once_and_enter_goes_on(desk):
    desk.stand("EL-03", "KZ-1")
    desk.type("8")
    assert desk.focus is desk.panel.fact.amount
    desk.type(",5")
    desk.key(Qt.Key.Key_Return)
    assert desk.matrix.focus_cell[0] == "EL-04"
    assert desk.focus is desk.matrix
    desk.rest()
    assert desk.kept("EL-03", "KZ-1").amount == 8.5
    cell = desk.cell("EL-03", "KZ-1")
    assert (cell.answer, cell.text) == ("no", "8,5"), "more than the six weeks that are in order"


def test_an_option_is_chosen_by_its_number(desk):
    desk.stand("EL-04", "KZ-1")
    desk.type("2")
    desk.rest()
    assert desk.kept("EL-04", "KZ-1").choice
    assert (desk.cell("EL-04", "KZ-1").answer, desk.cell("EL-04", "KZ-1").text) == ("no", "Nooit")
    desk.stand("EL-04", "KZ-1")
    assert [b.accessibleDescription() for b in desk.panel.fact.buttons.values()][1]
    desk.type("7")
    desk.rest()
    assert desk.cell("EL-04", "KZ-1").text == "Nooit", "there is no seventh"


def test_an_option_chosen_with_enter_goes_on_in_the_matrix(desk):
    desk.stand("EL-04", "KZ-1")
    first, _second = desk.panel.fact.buttons.values()
    desk.until(first.isVisible)
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is first
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is desk.matrix
    assert desk.matrix.focus_cell[0] == "EL-05"
    desk.stand("EL-04", "KZ-1")
    _first, second = desk.panel.fact.buttons.values()
    desk.until(second.isVisible)
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Down)
    assert desk.focus is second
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is desk.matrix
    assert desk.matrix.focus_cell[0] == "EL-04", "a no waits for its note"
    desk.rest()
    assert desk.cell("EL-04", "KZ-1").text == "Nooit"
    assert desk.focus is desk.matrix


def test_a_fact_offers_only_what_sets_it_aside_and_tells_its_keys(desk):
    desk.stand("EL-01", "KZ-1")
    buttons = desk.panel.buttons.buttons
    assert all(button.isVisible() for button in buttons.values())
    assert "1–5" in desk.view.keys()
    told = []
    desk.view.keys_changed.connect(told.append)
    desk.stand("EL-03", "KZ-1")
    shown = {value: button for value, button in buttons.items() if button.isVisible()}
    assert list(shown) == ["na", "not_checked"]
    assert [button.toolTip() for button in shown.values()] == ["Key Alt+4", "Key Alt+5"]
    assert "type the answer" in told[-1]
    assert "Alt+4/5" in desk.view.keys()


def test_a_text_is_opened_with_enter_and_its_first_words_stand_in_the_cell(desk):
    desk.stand("EL-05", "KZ-1")
    assert "Enter write the answer" in desk.view.keys()
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is desk.panel.fact.words
    desk.type("Nieuwe functie gezocht")
    desk.key(Qt.Key.Key_Return)
    assert desk.matrix.focus_cell[0] == "EL-06"
    desk.rest()
    assert desk.kept("EL-05", "KZ-1").words == "Nieuwe functie gezocht"
    assert desk.cell("EL-05", "KZ-1").text == "Nieuwe f…"


def test_letters_on_the_cell_of_a_text_are_keys_as_elsewhere(desk):
    desk.stand("EL-05", "KZ-1")
    desk.type("N")
    assert desk.focus is desk.panel.note
    desk.key(Qt.Key.Key_Escape)
    assert desk.focus is desk.matrix
    desk.type("D")
    assert desk.focus is desk.matrix, "no key, and no text either"
    desk.type("G")
    desk.until(lambda: desk.focus is not desk.matrix)
    assert desk.focus is not desk.panel.fact.words
    desk.key(Qt.Key.Key_Escape)
    desk.stand("EL-05", "KZ-1")
    desk.key(Qt.Key.Key_Return)
    desk.type("Tekst")
    desk.key(Qt.Key.Key_Escape)
    assert desk.focus is desk.matrix
    desk.type("?")
    desk.until(lambda: desk.page.check.matrix.gestures.key_map is not None)


def test_a_choice_that_means_no_waits_for_its_note_as_a_no_does(desk):
    desk.stand("EL-04", "KZ-1")
    desk.type("2")
    assert desk.matrix.focus_cell[0] == "EL-04"
    desk.type("N")
    desk.type("Nergens in de verslagen.")
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert desk.matrix.focus_cell[0] == "EL-05"
    desk.rest()
    desk.stand("EL-04", "KZ-1")
    desk.type("2")
    assert desk.matrix.focus_cell[0] == "EL-05", "the note is there"


def test_a_plain_no_and_a_choice_that_means_no_go_on_where_nothing_is_asked(office, place_desk):
    lists = office.controllers.checklists
    rows = lists.file(KEY, 1).question_ids
    for key in ("EL-01", "EL-04"):
        lists.edit_question(rows[key], "proof", Proof.NOTHING)
    desk = place_desk().open()
    desk.stand("EL-04", "KZ-1")
    desk.type("2")
    assert desk.matrix.focus_cell[0] == "EL-05"
    desk.stand("EL-01", "KZ-1")
    desk.type("3")
    assert desk.matrix.focus_cell[0] == "EL-02"
    desk.type("3")
    assert desk.matrix.focus_cell[0] == "EL-02", "this one asks for a note"
    desk.stand("EL-01", "KZ-2")
    desk.type("4")
    assert desk.matrix.focus_cell[0] == "EL-01", "setting aside always wants a reason"
    desk.rest()
    assert desk.cell("EL-01", "KZ-1").answer == "no"


def test_the_legend_tells_the_keys_of_the_question_one_stands_on(desk):
    legend = desk.page.check.matrix.progress._legend
    desk.stand("EL-01", "KZ-1")
    assert [one.text() for one in legend.keys.values() if not one.isHidden()] == list("12345")
    desk.stand("EL-04", "KZ-1")
    shown = [one.text() for one in legend.keys.values() if not one.isHidden()]
    assert shown == ["Alt+4", "Alt+5"]


def test_a_number_says_between_which_limits_it_is_in_order(desk):
    desk.stand("EL-03", "KZ-1")
    assert "6 weken" in desk.panel.fact.unit.text()
    assert desk.panel.fact.unit.isVisible()


def test_a_day_is_typed_as_people_do(desk):
    desk.stand("EL-06", "KZ-1")
    desk.type("1")
    desk.type("4/4")
    desk.key(Qt.Key.Key_Return)
    desk.rest()
    assert desk.kept("EL-06", "KZ-1").day == date(2026, 4, 14)
    assert desk.cell("EL-06", "KZ-1").text == "14/04/26"


def test_a_fact_is_set_aside_with_alt_and_taken_away_with_delete(desk):
    desk.stand("EL-03", "KZ-1")
    desk.key(Qt.Key.Key_4, ALT)
    desk.rest()
    assert desk.kept("EL-03", "KZ-1").value is AnswerValue.NA
    desk.stand("EL-03", "KZ-1")
    desk.type("4")
    desk.key(Qt.Key.Key_Return)
    desk.rest()
    assert (desk.kept("EL-03", "KZ-1").value, desk.kept("EL-03", "KZ-1").amount) == (None, 4.0)
    desk.stand("EL-03", "KZ-1")
    desk.key(Qt.Key.Key_Delete)
    desk.rest()
    assert desk.kept("EL-03", "KZ-1").amount is None
    assert desk.cell("EL-03", "KZ-1").answer is None


def test_a_number_that_cannot_be_read_stays_and_says_why(desk):
    desk.stand("EL-03", "KZ-1")
    desk.type("3")
    desk.type("..4")
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is desk.panel.fact.amount
    assert "is not a number" in desk.panel.fact.form.row("amount").refusal()


def test_a_question_that_is_not_asked_sleeps_and_says_why_and_keeps_its_answer(desk):
    desk.stand("EL-01", "KZ-1")
    desk.type("3")
    desk.stand("EL-02", "KZ-1")
    assert not desk.cell("EL-02", "KZ-1").asleep
    desk.type("1")
    desk.stand("EL-01", "KZ-1")
    desk.type("1")
    assert desk.cell("EL-02", "KZ-1").asleep, "at once, before the file is read again"
    assert desk.matrix.focus_cell[0] == "EL-03", "what is not asked is passed over"
    desk.rest()
    cell = desk.cell("EL-02", "KZ-1")
    assert "EL-01" in cell.asleep
    assert not cell.gap
    assert "not asked" in cell.spoken
    desk.stand("EL-02", "KZ-1")
    assert desk.panel.asleep.isVisible()
    assert "EL-01" in desk.panel.asleep.text()
    assert not any(b.standing or b.isEnabled() for b in desk.panel.buttons.buttons.values())
    assert not desk.panel.note.isVisible()
    assert not desk.panel.proof.add.isVisible(), "no file can be chosen where nothing is asked"
    desk.key(Qt.Key.Key_B)
    assert "no proof can be added" in desk.panel.proof.trouble.text()
    desk.type("3")
    desk.rest()
    assert "EL-01" in desk.said
    assert desk.kept("EL-02", "KZ-1").value is AnswerValue.YES
    desk.stand("EL-01", "KZ-1")
    desk.type("3")
    desk.rest()
    assert desk.cell("EL-02", "KZ-1").answer == "yes", "what was kept is back"
    desk.stand("EL-02", "KZ-1")
    assert not desk.panel.asleep.isVisible()
    assert desk.panel.proof.add.isVisible()
    assert desk.panel.note.isVisible()
    assert desk.panel.buttons.buttons["yes"].standing


def test_a_question_without_a_source_has_no_card_about_the_rule(desk):
    desk.stand("EL-01", "KZ-1")
    assert not desk.panel.rule.isVisible()


def test_f8_never_stands_on_what_is_not_asked(desk):
    desk.stand("EL-01", "KZ-1")
    desk.type("1")
    desk.rest()
    desk.stand("EL-01", "KZ-1")
    desk.key(Qt.Key.Key_F8)
    assert desk.matrix.focus_cell[0] == "EL-03"


def test_an_answer_to_a_fact_is_one_step_to_undo(desk):
    desk.stand("EL-03", "KZ-1")
    desk.type("4")
    desk.key(Qt.Key.Key_Return)
    desk.rest()
    desk.office.controllers.history.undo()
    desk.until(lambda: desk.cell("EL-03", "KZ-1").answer is None)
    desk.office.controllers.history.redo()
    desk.until(lambda: desk.cell("EL-03", "KZ-1").text == "4")


def test_an_amount_and_a_day_still_being_typed_stand_in_the_next_window(desk, place_desk):
    drafts, check = desk.office.controllers.drafts, desk.office.check
    for key, typed in (("EL-03", "8,,"), ("EL-06", "12/0")):
        desk.stand(key, "KZ-1")
        desk.type(typed[0])
        desk.type(typed[1:])
        desk.until(lambda: typed in [one.text for one in drafts.unsaved(check).values()])  # noqa: B023
    again = place_desk().open()
    again.until(lambda: again.panel.fact.day.text() == "12/0")
    assert again.matrix.focus_cell[0] == "EL-06"
    again.stand("EL-03", "KZ-1")
    assert again.panel.fact.amount.text() == "8,,"
    assert again.kept("EL-03", "KZ-1") is None
    again.rest()


def test_a_refused_day_does_not_come_back_over_the_one_that_was_kept(desk, place_desk):
    desk.stand("EL-06", "KZ-1")
    desk.type("3")
    desk.type("1/02/2026")
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: [one.text for one in kept_aside(desk)] == ["31/02/2026"])
    day = desk.panel.fact.day
    assert desk.focus is day
    day.selectAll()
    desk.type("1/3/2026")
    desk.key(Qt.Key.Key_Return)
    desk.rest()
    desk.until(lambda: kept_aside(desk) == [])
    desk.stand("EL-01", "KZ-1")
    again = place_desk().open()
    again.rest()
    again.stand("EL-06", "KZ-1")
    assert again.panel.fact.day.text() == "01/03/2026"


def kept_aside(desk):
    return list(desk.office.controllers.drafts.unsaved(desk.office.check).values())
