"""What is being written in a card, or by the centre that signs, survives the power and a closed card."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from controllers.drafts import Unsaved
from models.checks.values import AnswerValue, CheckState, Grade
from models.checks.values.sampling import DrawWish, Listed
from tests.ui.pages.checks.test_drafts_aside import another_window, aside
from ui.drafting import mark
from ui.kit.page import Ref
from ui.pages.checks.check_sides import CLOSING, DOSSIERS, FINDINGS, VISIT

CTRL = Qt.KeyboardModifier.ControlModifier
NO = "De gids kende de gedragscode niet."


def test_a_finding_on_a_question_without_one_stands_in_its_card_again(desk, place_desk):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_F)
    desk.until(lambda: desk.view.findings.cards.hand is not None)
    desk.type(NO)
    desk.until(lambda: aside(desk) == {"statement": NO})
    again = another_window(place_desk)
    again.until(lambda: again.view.findings.cards.hand is not None)
    card = again.view.findings.cards.hand
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
    desk.until(lambda: desk.view.findings.cards.hand is not None)
    desk.type(NO)
    desk.view.findings.cards.hand.close_card()
    desk.until(lambda: aside(desk) == {"statement": NO})
    desk.view.findings.cards.ask_finding("DC-01")
    assert desk.view.findings.cards.hand.statement.toPlainText() == NO
    desk.view.findings.cards.hand.cancel.click()
    desk.until(lambda: aside(desk) == {})
    desk.view.findings.cards.ask_finding("DC-01")
    assert desk.view.findings.cards.hand.statement.toPlainText() == ""


def test_esc_in_a_card_is_taken_back_by_control_z(desk):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_F)
    desk.until(lambda: desk.view.findings.cards.hand is not None)
    statement = desk.view.findings.cards.hand.statement
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
    again.until(lambda: again.view.findings.cards.card is not None)
    card = again.view.findings.cards.card
    again.until(lambda: card.reason.toPlainText() == "Sterke intake")
    card.button.click()
    again.until(lambda: len(again.office.file.strengths) == 1)
    again.until(lambda: aside(again) == {})


def test_a_register_number_in_a_card_is_told_under_its_field(desk):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_F)
    desk.until(lambda: desk.view.findings.cards.hand is not None)
    desk.type("Klant 85.07.30-033.28 zei dat ")
    card = desk.view.findings.cards.hand
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
    assert "stands here again" in again.said
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


def test_the_card_of_a_verdict_opens_again_after_a_power_cut(desk, place_desk):
    desk.stand("DC-01", "KZ-011")
    desk.panel.verdict.ask()
    desk.panel.verdict.card.reason.setFocus()
    desk.type("Het team legde het uit")
    desk.until(lambda: aside(desk) == {"reason": "Het team legde het uit"})
    again = another_window(place_desk)
    again.until(lambda: again.panel.verdict.card is not None)
    assert again.matrix.focus_cell == ("DC-01", again.office.dossier("KZ-011"))
    assert again.panel.verdict.card.reason.toPlainText() == "Het team legde het uit"
    again.panel.verdict.card.cancel.click()
    again.until(lambda: aside(again) == {})


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


def another_check(desk):
    do = desk.office.controllers.checks
    other = do.plan(desk.office.centre, date(2026, 5, 5))
    do.start(other)
    return other


def turn_to(desk, check, side):
    desk.page.open(Ref("check", check))
    desk.until(lambda: desk.view.check is not None and desk.view.check.id == check)
    desk.view.show_side(side)
    desk.rest()


def sign_of(desk, check):
    turn_to(desk, check, CLOSING)
    desk.until(lambda: desk.view.closing.sight is not None)
    desk.until(lambda: desk.view.closing.sight.check_id == check)
    return desk.view.closing.seen


def test_each_check_has_its_own_who_signs(desk):
    one, other = desk.office.check, another_check(desk)
    sign_of(desk, one).name.setText("An Peeters")
    seen = sign_of(desk, other)
    assert seen.name.text() == ""
    seen.name.setText("Bea Jans")
    desk.until(lambda: desk.office.controllers.drafts.unsaved(other) != {})
    assert sign_of(desk, one).name.text() == "An Peeters"
    assert sign_of(desk, other).name.text() == "Bea Jans"


def test_who_will_not_sign_still_does_not_after_the_power_came_back(desk, place_desk):
    seen = sign_of(desk, desk.office.check)
    will_not = seen.how.findChildren(QAbstractButton)[1]
    QTest.mouseClick(will_not, Qt.MouseButton.LeftButton)
    seen.name.setText("An Peeters")
    seen.why.setText("Vond de termijn te kort.")
    desk.until(lambda: aside(desk).keys() == {"name", "how", "remark"})
    again = another_window(place_desk)
    form = again.view.closing.seen
    again.until(lambda: form.why.text() == "Vond de termijn te kort.")
    form.hand_in()
    again.until(lambda: bool(again.view.closing.sight.seen))
    (noted,) = again.view.closing.sight.seen
    assert (noted.not_signed, noted.remark) == (True, "Vond de termijn te kort.")
    again.until(lambda: aside(again) == {})


def test_a_name_that_is_handed_in_goes_also_when_another_check_is_opened_meanwhile(desk):
    one, other = desk.office.check, another_check(desk)
    seen = sign_of(desk, one)
    seen.name.setText("An Peeters")
    desk.until(lambda: aside(desk) == {"name": "An Peeters"})
    seen.hand_in()
    turn_to(desk, other, CLOSING)
    desk.until(lambda: aside(desk) == {})
    assert sign_of(desk, one).name.text() == ""


def test_what_is_chosen_in_a_card_comes_back_with_what_is_written(desk, place_desk):
    desk.view.show_side(FINDINGS)
    desk.view.findings.cards.ask_finding()
    card = desk.view.findings.cards.hand
    card.kind.choose(Grade.MAJOR)
    card.question.choose("DC-02")
    card.statement.setPlainText(NO)
    desk.until(lambda: aside(desk).keys() == {"kind", "question_key", "statement"})
    again = another_window(place_desk)
    again.until(lambda: again.view.findings.cards.hand is not None)
    card = again.view.findings.cards.hand
    again.until(lambda: card.statement.toPlainText() == NO)
    assert (card.kind.value(), card.question.value()) == (Grade.MAJOR, "DC-02")
    assert card.criterion_row.isHidden()
    card.give.click()
    again.until(lambda: len(again.office.file.findings) == 1)
    (found,) = again.office.file.findings
    assert (found.grade, found.question_key) == (Grade.MAJOR, "DC-02")


def test_a_question_that_has_a_finding_by_now_is_not_asked_for_another(desk, place_desk):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_F)
    desk.until(lambda: desk.view.findings.cards.hand is not None)
    desk.type(NO)
    desk.until(lambda: aside(desk) == {"statement": NO})
    office = desk.office
    office.controllers.checks.answer(
        office.check, office.dossier("KZ-003"), "DC-01", AnswerValue.NO
    )
    desk.rest()
    again = another_window(place_desk)
    again.until(lambda: again.view.findings.cards.hand is not None)
    card = again.view.findings.cards.hand
    again.until(lambda: card.statement.toPlainText() == NO)
    assert card.question.value() == ""
    assert not card.criterion_row.isHidden()


def test_a_card_that_was_closed_waits_until_it_is_opened(desk, place_desk):
    desk.view.show_side(FINDINGS)
    desk.view.findings.add.click()
    desk.type("Sterke intake")
    desk.until(lambda: aside(desk) == {"reason": "Sterke intake"})
    desk.view.findings.cards.card.close_card()
    desk.rest()
    again = another_window(place_desk)
    again.rest()
    assert again.view.findings.cards.card is None
    again.view.show_side(FINDINGS)
    again.view.findings.add.click()
    assert again.view.findings.cards.card.reason.toPlainText() == "Sterke intake"


@pytest.mark.parametrize("closed", [False, True])
def test_what_was_handed_in_lies_aside_no_more_also_when_the_card_is_closed_at_once(desk, closed):
    desk.view.show_side(FINDINGS)
    desk.view.findings.add.click()
    desk.type("Sterke intake")
    desk.until(lambda: aside(desk) == {"reason": "Sterke intake"})
    card = desk.view.findings.cards.card
    card.button.click()
    if closed:
        card.close_card()
    desk.until(lambda: len(desk.office.file.strengths) == 1)
    desk.until(lambda: aside(desk) == {})
    desk.until(lambda: desk.view.findings.list.current == desk.office.file.strengths[0].id)


def test_a_card_about_what_is_gone_leaves_nothing_behind(desk, place_desk):
    gone = Unsaved("Klant Jan zei dat", (mark(""),))
    drafts = desk.office.controllers.drafts
    drafts.keep_unsaved(desk.office.check, f"card|decide/{desk.office.check.hex}|reason", gone)
    again = another_window(place_desk)
    again.view.show_side(FINDINGS)
    again.until(lambda: aside(again) == {})


def test_numbers_typed_by_hand_stay_with_their_check(desk, place_desk):
    other = another_check(desk)
    desk.view.show_side(DOSSIERS)
    desk.view.dossiers.by_hand.numbers.setFocus()
    desk.type("KZ-099")
    turn_to(desk, other, DOSSIERS)
    assert desk.view.dossiers.by_hand.numbers.toPlainText() == ""
    turn_to(desk, desk.office.check, DOSSIERS)
    assert desk.view.dossiers.by_hand.numbers.toPlainText() == "KZ-099"
    again = another_window(place_desk)
    numbers = again.view.dossiers.by_hand.numbers
    again.until(lambda: numbers.toPlainText() == "KZ-099")
    assert again.view.sides.choice() == DOSSIERS
