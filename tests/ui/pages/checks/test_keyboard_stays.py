"""After every act of a check the keyboard is where the work goes on."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from models.checks.values import AnswerValue, CheckState, ReactionKind, ReactionOutcome
from ui.pages.checks.check_sides import CLOSING, FINDINGS

CONTROL = Qt.KeyboardModifier.ControlModifier


def action(desk, word):
    line = desk.view.header._actions
    buttons = [line.itemAt(at).widget() for at in range(line.count())]
    return next(each for each in buttons if each.text() == word)


def push(desk, word):
    """By keyboard: go to the button, and Enter."""
    action(desk, word).setFocus(Qt.FocusReason.TabFocusReason)
    desk.key(Qt.Key.Key_Return)


def test_after_the_start_the_keyboard_answers(desk):
    desk.office.controllers.history.undo()
    desk.office.controllers.history.undo()
    desk.rest()
    assert desk.office.file.state is CheckState.PLANNED
    desk.office.controllers.checks.add_dossiers(desk.office.check, "KZ-003")
    desk.until(lambda: desk.view.check.dossiers)
    push(desk, "Start the check")
    desk.until(lambda: desk.view.check.state is CheckState.RUNNING)
    desk.rest()
    assert QApplication.focusWidget() is desk.matrix
    desk.type("1")
    desk.rest()
    assert desk.kept("DC-01", "KZ-003") is not None


def test_after_the_start_without_dossiers_the_first_are_to_be_drawn(desk):
    desk.office.controllers.history.undo()
    desk.office.controllers.history.undo()
    desk.rest()
    push(desk, "Start the check")
    desk.until(lambda: desk.view.check.state is CheckState.RUNNING)
    desk.rest()
    assert QApplication.focusWidget() is desk.view.draw_first


@pytest.mark.parametrize("side", [0, 1, 2, 4])
def test_after_finishing_the_keyboard_is_on_the_side_and_after_reopening_it_answers(desk, side):
    desk.office.answer_all()
    desk.until(lambda: desk.view.matrix._sight.gaps == 0)
    desk.stand("DC-05", "KZ-011")
    desk.view.show_side(side)
    push(desk, "Finish")
    desk.until(lambda: desk.view.check.state is CheckState.FINISHED)
    desk.rest()
    page = desk.view.stack.currentWidget()
    assert desk.focus is not page
    assert page.isAncestorOf(desk.focus)
    push(desk, "Reopen")
    card = desk.view.acts.card
    assert card.button._keys == "Ctrl+Enter"
    desk.type("Nog een stuk ontvangen.")
    desk.key(Qt.Key.Key_Return, CONTROL)
    desk.until(lambda: desk.view.check.state is not CheckState.FINISHED)
    desk.rest()
    assert desk.focus is desk.matrix
    desk.type("3")
    desk.rest()
    assert desk.kept("DC-05", "KZ-011").value is AnswerValue.NO


def test_after_taking_the_finish_back_the_keyboard_answers(desk):
    desk.office.answer_all()
    desk.until(lambda: desk.view.matrix._sight.gaps == 0)
    desk.stand("DC-05", "KZ-011")
    desk.view.show_side(CLOSING)
    push(desk, "Finish")
    desk.until(lambda: desk.view.check.state is CheckState.FINISHED)
    desk.office.controllers.history.undo()
    desk.until(lambda: desk.view.check.state is CheckState.RUNNING)
    desk.rest()
    assert desk.focus is desk.matrix
    assert desk.matrix.focus_cell == ("DC-05", desk.office.dossier("KZ-011"))


def test_a_card_left_by_escape_gives_the_keyboard_back_to_its_button(desk):
    desk.office.answer_all()
    desk.until(lambda: desk.view.matrix._sight.gaps == 0)
    push(desk, "Finish")
    desk.until(lambda: desk.view.check.state is CheckState.FINISHED)
    desk.rest()
    push(desk, "Reopen")
    desk.key(Qt.Key.Key_Escape)
    assert desk.focus is action(desk, "Reopen")


TODAY = date(2026, 5, 4)


@pytest.fixture
def reacted(desk):
    """A round that runs, with one finding that the centre agrees with and one it denies."""
    office = desk.office
    office.answer_all()
    checks, check = office.controllers.checks, office.check
    for key in ("DC-05", "DC-06"):
        checks.answer(check, office.dossier("KZ-011"), key, AnswerValue.NO)
        checks.note(check, office.dossier("KZ-011"), key, "Een vast zinnetje.")
    checks.begin_round(check, TODAY)
    for key, kind in (("DC-05", ReactionKind.AGREES), ("DC-06", ReactionKind.FACT)):
        checks.add_reaction(check, key, kind, "Gelezen.", TODAY)
    desk.until(lambda: len(desk.view.check.findings) == 2)
    return desk


def test_after_a_workbook_with_reactions_the_keyboard_is_on_the_findings(reacted):
    desk = reacted
    desk.page._stack.setCurrentWidget(desk.page.back)
    desk.page.back.report.list.setFocus()
    desk.page._back_left(2)
    desk.until(lambda: desk.page.judging is not None and desk.page.judging.isVisible())
    card = desk.page.judging
    assert card.waiting == 1, "one that agrees needs no decision"
    assert [each._keys for each in card.buttons.values()] == ["Alt+1", "Alt+2", "Alt+3"]
    desk.key(Qt.Key.Key_Escape)
    desk.rest()
    assert desk.focus is desk.view.findings.list


def test_a_round_with_a_reaction_to_decide_does_not_close_and_stands_on_it(reacted):
    desk = reacted
    checks, check = desk.office.controllers.checks, desk.office.check
    view = desk.view.findings
    desk.view.show_side(FINDINGS)
    desk.until(lambda: view._follow is not None and view._follow.round is not None)
    assert view._follow.unjudged == 1
    view.go_to("round")
    view.round.close_round.setFocus(Qt.FocusReason.TabFocusReason)
    desk.key(Qt.Key.Key_Return)
    assert view.round.card is None
    assert desk.messages[-1].tone == "late"
    assert view.list.current == "DC-06"
    (reaction,) = view._follow.reactions["DC-06"]
    checks.judge_reaction(check, reaction.id, ReactionOutcome.REJECTED, "De regel is duidelijk.")
    desk.until(lambda: view._follow.unjudged == 0)
    view.go_to("round")
    view.round.close_round.setFocus(Qt.FocusReason.TabFocusReason)
    desk.key(Qt.Key.Key_Return)
    assert view.round.card.isVisible()
    desk.key(Qt.Key.Key_Return, CONTROL)
    desk.until(lambda: checks.follow(check).round.closed_on is not None)
