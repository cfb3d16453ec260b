"""What is being written in a card, or by the centre that signs, survives the power and a closed card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from models.checks.values import CheckState
from models.checks.values.sampling import DrawWish, Listed
from tests.ui.pages.checks.test_drafts_aside import another_window, aside
from ui.pages.checks.check_sides import CLOSING, DOSSIERS, FINDINGS, VISIT

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


def test_a_mark_half_drawn_is_not_lost_with_the_power(desk, place_desk):
    desk.view.show_side(CLOSING)
    desk.until(lambda: desk.view.closing.sight is not None)
    pad = desk.view.closing.seen.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseMove(pad, QPoint(60, 20))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    drawn = pad.strokes()
    assert drawn
    desk.until(lambda: set(aside(desk)) == {"mark"})
    again = another_window(place_desk)
    seen = again.view.closing.seen
    again.until(lambda: seen.pad.strokes() == drawn)
    assert again.view.sides.choice() == CLOSING
    again.until(lambda: again.view.closing.sight is not None)
    seen.name.setText("An Peeters")
    seen.hand_in()
    again.until(lambda: bool(again.view.closing.sight.seen))
    again.until(lambda: aside(again) == {})
    assert seen.pad.strokes() == ()


def test_a_mark_drawn_again_leaves_nothing_aside(desk):
    desk.view.show_side(CLOSING)
    desk.until(lambda: desk.view.closing.sight is not None)
    seen = desk.view.closing.seen
    QTest.mouseClick(seen.pad, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    desk.until(lambda: set(aside(desk)) == {"mark"})
    seen.wipe.click()
    desk.until(lambda: aside(desk) == {})


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


WHY = "Het dossier ligt bij een beroep."


@pytest.fixture
def drawn(desk):
    """A check with two dossiers that were drawn and two spares, on the first of them."""
    checks, check = desk.office.controllers.checks, desk.office.check
    for dossier in desk.office.file.dossiers:
        checks.remove_dossier(check, dossier.id)
    entries = tuple(Listed(f"KZ-{number:03}") for number in range(1, 9))
    checks.draw(check, DrawWish(entries=entries, size=2, spares=2, seed="zaad"))
    desk.rest()
    desk.view.show_side(DOSSIERS)
    desk.until(lambda: desk.view.dossiers.drawn)
    desk.view.dossiers.list.setFocus()
    return desk


def test_why_a_dossier_leaves_stands_in_its_card_again(drawn, place_desk):
    desk = drawn
    leaving = desk.view.dossiers.list.current
    desk.key(Qt.Key.Key_R)
    desk.type(WHY)
    desk.until(lambda: aside(desk) == {"reason": WHY})
    again = another_window(place_desk)
    again.until(lambda: again.view.dossiers.card is not None)
    card = again.view.dossiers.card
    again.until(lambda: card.reason.text() == WHY)
    assert again.view.sides.choice() == DOSSIERS
    assert again.view.dossiers.list.current == leaving
    again.key(Qt.Key.Key_Return)
    again.until(lambda: leaving not in [one.id for one in again.office.file.dossiers])
    again.until(lambda: aside(again) == {})


def test_no_card_comes_for_a_dossier_that_left_meanwhile(drawn, place_desk):
    desk = drawn
    leaving = desk.view.dossiers.list.current
    desk.key(Qt.Key.Key_R)
    desk.type(WHY)
    desk.until(lambda: aside(desk) == {"reason": WHY})
    desk.office.controllers.checks.replace_dossier(desk.office.check, leaving, "Gewist.")
    again = another_window(place_desk)
    again.until(lambda: again.view.dossiers._desk is not None)
    again.idle()
    assert again.view.dossiers.card is None


def test_a_register_number_in_the_reason_is_told_under_its_field(drawn):
    drawn.key(Qt.Key.Key_R)
    drawn.type("Van 85.07.30-033.28 zelf ")
    card = drawn.view.dossiers.card
    assert "85.07.30" not in card.reason.text()
    assert card.row.warning()


def test_a_reason_that_is_missing_is_asked_for_in_the_card(drawn):
    drawn.key(Qt.Key.Key_R)
    drawn.key(Qt.Key.Key_Return)
    card = drawn.view.dossiers.card
    drawn.until(card.row.refusal)
    assert card.isVisible()


def test_why_a_check_is_opened_again_stands_in_its_card_again(desk, place_desk):
    desk.office.answer_all()
    desk.office.controllers.checks.finish(desk.office.check)
    desk.until(lambda: desk.view.check.state is CheckState.FINISHED)
    desk.view.acts.ask_reopen()
    desk.type(WHY)
    desk.until(lambda: aside(desk) == {"reason": WHY})
    again = another_window(place_desk)
    again.until(lambda: again.view.acts.card is not None)
    again.until(lambda: again.view.acts.card.reason.toPlainText() == WHY)


def test_a_register_number_in_what_risk_one_sees_is_told_under_its_field(desk):
    desk.view.show_side(DOSSIERS)
    desk.view.dossiers.risk.setFocus()
    desk.type("Klant 85.07.30-033.28 belt ")
    assert "85.07.30" not in desk.view.dossiers.risk.text()
    assert desk.view.dossiers.by_hand.risk_row.warning()
