"""The reasons written while reactions are decided one after the other lie aside, each with its own."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.checks.values import AnswerValue, ReactionKind, ReactionOutcome
from tests.ui.pages.checks.test_drafts_aside import aside
from ui.pages.checks.check_sides import FINDINGS

TODAY, ALT = date(2026, 5, 4), Qt.KeyboardModifier.AltModifier
WHY = "De datum staat er wel"


@pytest.fixture
def card(desk):
    """Two reactions that deny a fact, and the card over them."""
    office = desk.office
    office.answer_all()
    checks, check = office.controllers.checks, office.check
    for key in ("DC-05", "DC-06"):
        checks.answer(check, office.dossier("KZ-011"), key, AnswerValue.NO)
        checks.note(check, office.dossier("KZ-011"), key, "Een vast zinnetje.")
    checks.begin_round(check, TODAY)
    for key in ("DC-05", "DC-06"):
        checks.add_reaction(check, key, ReactionKind.FACT, "Gelezen.", TODAY)
    desk.until(lambda: len(desk.view.check.findings) == 2)
    return open_card(desk)


def open_card(desk):
    desk.page.judging = None
    desk.page.came_in(2)
    desk.until(lambda: desk.page.judging is not None and desk.page.judging.isVisible())
    return desk.page.judging


def outcomes(desk):
    found = desk.office.controllers.checks.follow(desk.office.check).reactions
    return [one.outcome for key in ("DC-05", "DC-06") for one in found[key]]


def test_a_reason_half_written_is_there_again_in_the_card_and_at_its_row(desk, card):
    desk.type(WHY)
    desk.until(lambda: aside(desk) == {"reason": WHY})
    card.close_card()
    again = open_card(desk)
    assert again.reason.toPlainText() == WHY
    again.close_card()
    desk.view.show_side(FINDINGS)
    desk.view.findings.go_to("DC-05")
    block = desk.view.findings.finding.follow
    desk.until(lambda: block.reactions.judge.isVisibleTo(desk.view))
    block.judge_reaction()
    assert block.card.reason.toPlainText() == WHY


def test_a_reason_that_was_handed_in_is_not_that_of_the_next_reaction(desk, card):
    desk.type(WHY)
    desk.until(lambda: aside(desk) == {"reason": WHY})
    desk.key(Qt.Key.Key_3, ALT)
    desk.until(lambda: card.waiting == 1)
    assert card.reason.toPlainText() == ""
    desk.until(lambda: aside(desk) == {})
    desk.type("Later")
    desk.until(lambda: aside(desk) == {"reason": "Later"})
    desk.key(Qt.Key.Key_3, ALT)
    desk.until(lambda: outcomes(desk) == [ReactionOutcome.REJECTED] * 2)
    desk.until(lambda: aside(desk) == {})


def test_a_register_number_in_a_reason_is_masked_while_it_is_typed(desk, card):
    desk.type("Klant 85.07.30-033.28 zei dat ")
    assert "85.07.30" not in card.reason.toPlainText()
    assert card.reason_row.warning()
