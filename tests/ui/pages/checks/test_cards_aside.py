"""What is being written in a card, or by the centre that signs, survives the power and a closed card."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.pages.checks.test_drafts_aside import another_window, aside
from ui.pages.checks.check_sides import CLOSING, FINDINGS, VISIT

CTRL = Qt.KeyboardModifier.ControlModifier
NO = "De gids kende de gedragscode niet."


def test_a_finding_on_a_question_without_one_stands_in_its_card_again(desk, place_desk):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_F)
    desk.until(lambda: desk.view.findings.hand is not None)
    desk.type(NO)
    desk.until(lambda: aside(desk) == {"statement": NO})
    again = another_window(place_desk)
    again.until(lambda: again.view.findings.hand is not None)
    card = again.view.findings.hand
    again.until(lambda: card.statement.toPlainText() == NO)
    assert again.view.sides.choice() == FINDINGS
    assert card.question.value() == "DC-01"
    card.give.click()
    again.until(lambda: len(again.office.file.findings) == 1)
    assert again.office.file.findings[0].statement == NO
    again.until(lambda: aside(again) == {})


def test_a_press_beside_the_card_keeps_what_stands_there_and_cancel_does_not(desk):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_F)
    desk.until(lambda: desk.view.findings.hand is not None)
    desk.type(NO)
    desk.view.findings.hand.close_card()
    desk.until(lambda: aside(desk) == {"statement": NO})
    desk.view.findings.ask_finding("DC-01")
    assert desk.view.findings.hand.statement.toPlainText() == NO
    desk.view.findings.hand.cancel.click()
    desk.until(lambda: aside(desk) == {})
    desk.view.findings.ask_finding("DC-01")
    assert desk.view.findings.hand.statement.toPlainText() == ""


def test_esc_in_a_card_is_taken_back_by_control_z(desk):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_F)
    desk.until(lambda: desk.view.findings.hand is not None)
    statement = desk.view.findings.hand.statement
    desk.type(NO)
    desk.key(Qt.Key.Key_Escape)
    assert statement.toPlainText() == ""
    assert statement.isVisible(), "the first Esc is the field's"
    desk.key(Qt.Key.Key_Z, CTRL)
    assert statement.toPlainText() == NO
    desk.until(lambda: aside(desk) == {"statement": NO})


def test_esc_on_a_side_is_taken_back_before_any_step_is(desk):
    desk.view.show_side(VISIT)
    field = desk.view.visit.fields["spoken_to"]
    steps = len(desk.office.controllers.history.ids())
    field.setFocus()
    desk.type("An Peeters")
    desk.key(Qt.Key.Key_Escape)
    assert field.text() == ""
    desk.key(Qt.Key.Key_Z, CTRL)
    assert field.text() == "An Peeters"
    desk.rest()
    assert len(desk.office.controllers.history.ids()) == steps, "no step was turned back"


def test_a_strong_point_half_way_comes_back(desk, place_desk):
    desk.view.show_side(FINDINGS)
    desk.view.findings.add.click()
    desk.type("Sterke intake")
    desk.until(lambda: aside(desk) == {"reason": "Sterke intake"})
    again = another_window(place_desk)
    again.until(lambda: again.view.findings.card is not None)
    card = again.view.findings.card
    again.until(lambda: card.reason.toPlainText() == "Sterke intake")
    card.button.click()
    again.until(lambda: len(again.office.file.strengths) == 1)
    again.until(lambda: aside(again) == {})


def test_a_register_number_in_a_card_is_told_under_its_field(desk):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_F)
    desk.until(lambda: desk.view.findings.hand is not None)
    desk.type("Klant 85.07.30-033.28 zei dat ")
    card = desk.view.findings.hand
    assert "85.07.30" not in card.statement.toPlainText()
    assert card.form.row("statement").warning()


def test_who_signs_is_not_lost_with_the_power(desk, place_desk):
    desk.view.show_side(CLOSING)
    desk.until(lambda: desk.view.closing.sight is not None)
    desk.view.closing.seen.name.setFocus()
    desk.type("An Peeters")
    desk.until(lambda: aside(desk) == {"name": "An Peeters"})
    again = another_window(place_desk)
    name = again.view.closing.seen.name
    again.until(lambda: name.text() == "An Peeters")
    assert again.view.sides.choice() == CLOSING
    again.view.closing.seen.hand_in()
    again.until(lambda: bool(again.view.closing.sight.seen))
    again.until(lambda: aside(again) == {})
    assert name.text() == ""


def test_who_signs_across_the_table_finds_the_name_behind_the_curtain(desk):
    turned = desk.page.for_the_centre()
    desk.page._tasks.do(list)
    desk.until(lambda: turned.seen._sight is not None)
    turned.seen.name.setText("An Peeters")
    desk.until(lambda: aside(desk) == {"name": "An Peeters"})
    turned.deleteLater()
    again = desk.page.for_the_centre()
    desk.until(lambda: again.seen.name.text() == "An Peeters")
    assert desk.view.closing.seen.name.text() == "", "that form is another one"
    again.deleteLater()


def test_the_reason_of_a_verdict_stands_there_again(desk):
    desk.stand("DC-01", "KZ-003")
    verdict = desk.panel.verdict
    verdict.ask()
    verdict.card.reason.setFocus()
    desk.type("Het team legde het uit")
    desk.until(lambda: aside(desk) == {"reason": "Het team legde het uit"})
    verdict.card.close_card()
    verdict.ask()
    assert verdict.card.reason.toPlainText() == "Het team legde het uit"


def test_what_was_typed_just_before_the_file_closes_lies_aside(desk, tasks):
    desk.view.show_side(FINDINGS)
    desk.view.findings.add.click()
    desk.type("Sterke intake")
    desk.page.settle()
    tasks.finish_writes()
    assert aside(desk) == {"reason": "Sterke intake"}
    desk.type(" en nazorg")
    tasks.close()
    assert aside(desk) == {"reason": "Sterke intake en nazorg"}
