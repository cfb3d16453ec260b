"""After a power cut one stands where one was typing, also in a check that is finished."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from controllers.drafts import Unsaved
from models.checks.values import AnswerValue, CheckState, ReactionKind
from tests.ui.pages.checks.test_drafts_aside import another_window, aside
from ui.drafting import mark
from ui.kit.page import Ref
from ui.pages.checks.check_sides import CLOSING, DOSSIERS, FINDINGS, MATRIX, VISIT
from ui.pages.checks.findings_rows import LADDER, ROUND

DAY = date(2026, 5, 4)
WORDS = "De gids bezorgde het plan"


@pytest.fixture
def found(desk):
    """A running check with two findings; the one that is written about is not the first."""
    office = desk.office
    office.answer_all()
    do, check = office.controllers.checks, office.check
    for key in ("DC-01", "DC-05"):
        do.answer(check, office.dossier("KZ-011"), key, AnswerValue.NO)
        do.note(check, office.dossier("KZ-011"), key, "Niet gevonden.")
    desk.until(lambda: len(desk.view.check.findings) == 2 and desk.view.matrix._sight.gaps == 0)
    return desk


@pytest.fixture
def finished(found):
    found.office.controllers.checks.finish(found.office.check)
    found.until(lambda: found.view.check.state is CheckState.FINISHED)
    return found


def side(desk, row):
    desk.view.show_side(FINDINGS)
    view = desk.view.findings
    desk.until(lambda: view._follow is not None)
    view.go_to(row)
    return view


def reaction(desk):
    do, check = desk.office.controllers.checks, desk.office.check
    return do.add_reaction(check, "DC-05", ReactionKind.FACT, "Dat klopt niet.", DAY)


def proof(desk):
    do, check = desk.office.controllers.checks, desk.office.check
    return do.deliver(check, "DC-05", DAY, "Een plan")


def note_reaction(desk):
    side(desk, "DC-05").finding.follow.reactions.add.click()
    card = desk.view.findings.finding.follow.card
    card.said.setFocus()
    return card.said


def note_proof(desk):
    side(desk, "DC-05").finding.follow.proof.add.click()
    return desk.view.findings.finding.follow.card.delivered


def decide(desk):
    row = reaction(desk)
    follow = side(desk, "DC-05").finding.follow
    desk.until(lambda: follow.reactions.rows.choose(row))
    follow.reactions.judge.click()
    return follow.card.reason


def judge(desk):
    row = proof(desk)
    follow = side(desk, "DC-05").finding.follow
    desk.until(lambda: follow.proof.rows.choose(row))
    follow.proof.judge.click()
    return follow.card.reason


def take_step(desk):
    view = side(desk, LADDER)
    desk.until(view.ladder.take.isEnabled)
    view.ladder.take.click()
    return view.ladder.card.motivation


def close_round(desk):
    desk.office.controllers.checks.begin_round(desk.office.check, DAY)
    view = side(desk, ROUND)
    desk.until(lambda: view.round.close_round.isVisible())
    view.round.close_round.click()
    return view.round.card.reason


def weigh(desk):
    side(desk, "DC-05").finding.weigh.click()
    return desk.view.findings.finding.decide.card.reason


def leave_out(desk):
    side(desk, "DC-05").finding.leave.click()
    return desk.view.findings.finding.decide.card.reason


def follow_card(desk):
    return desk.view.findings.finding.follow.card


def reaction_field(desk):
    return follow_card(desk) and follow_card(desk).said


def proof_field(desk):
    return follow_card(desk) and follow_card(desk).delivered


def judged(desk):
    return follow_card(desk) and follow_card(desk).reason


def motivation(desk):
    card = desk.view.findings.ladder.card
    return card and card.motivation


def closing_words(desk):
    card = desk.view.findings.round.card
    return card and card.reason


def weighed(desk):
    card = desk.view.findings.finding.decide.card
    return card and card.reason


CARDS = {
    "reaction": (note_reaction, reaction_field, "DC-05"),
    "proof": (note_proof, proof_field, "DC-05"),
    "decide": (decide, judged, "DC-05"),
    "judge": (judge, judged, "DC-05"),
    "step": (take_step, motivation, LADDER),
    "round": (close_round, closing_words, ROUND),
}
RUNNING = {
    "reaction": CARDS["reaction"],
    "decide": CARDS["decide"],
    "step": CARDS["step"],
    "round": CARDS["round"],
    "weigh": (weigh, weighed, "DC-05"),
    "leave": (leave_out, weighed, "DC-05"),
}


def comes_back(desk, place_desk, way):
    """The text stands in its card, on its row, with the keyboard, and the window says so."""
    begin, find, row = way
    begin(desk).setFocus()
    desk.type(WORDS)
    desk.until(lambda: WORDS in aside(desk).values())
    again = another_window(place_desk)
    again.until(lambda: find(again) is not None)
    field = find(again)
    again.until(lambda: field.toPlainText() == WORDS)
    assert again.view.sides.choice() == FINDINGS
    assert again.view.findings.list.current == row
    again.until(lambda: again.focus is field)
    assert "stands here again" in again.said
    return again


@pytest.mark.parametrize("card", CARDS)
def test_a_card_of_a_finished_check_opens_again_on_its_row(finished, place_desk, card):
    comes_back(finished, place_desk, CARDS[card])


def test_who_carries_it_out_comes_back_in_a_finished_check_too(finished, place_desk):
    owner = side(finished, "DC-05").finding.owner
    owner.setFocus()
    finished.type("An Peeters")
    finished.until(lambda: aside(finished) == {"measure_owner": "An Peeters"})
    again = another_window(place_desk)
    again.until(lambda: again.view.sides.choice() == FINDINGS)
    field = again.view.findings.finding.owner
    again.until(lambda: field.text() == "An Peeters")
    again.until(lambda: again.focus is field)


@pytest.mark.parametrize("card", RUNNING)
def test_a_card_of_a_running_check_opens_again_on_its_row(found, place_desk, card):
    comes_back(found, place_desk, RUNNING[card])


def test_a_reaction_that_came_back_is_noted_at_its_own_finding(finished, place_desk):
    again = comes_back(finished, place_desk, CARDS["reaction"])
    again.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    do = again.office.controllers.checks
    again.until(lambda: do.follow(again.office.check).reactions.get("DC-05"))
    again.until(lambda: aside(again) == {})


@pytest.mark.parametrize("state", ["running", "finished"])
def test_who_signs_stands_in_the_name_again(found, place_desk, state):
    desk = found
    if state == "finished":
        desk.office.controllers.checks.finish(desk.office.check)
        desk.until(lambda: desk.view.check.state is CheckState.FINISHED)
    desk.view.show_side(CLOSING)
    desk.until(lambda: desk.view.closing.sight is not None)
    desk.view.closing.seen.name.setFocus()
    desk.type("An Peeters")
    desk.until(lambda: aside(desk) == {"name": "An Peeters"})
    again = another_window(place_desk)
    name = again.view.closing.seen.name
    again.until(lambda: name.text() == "An Peeters")
    assert again.view.sides.choice() == CLOSING
    again.until(lambda: again.focus is name)
    again.idle()
    assert again.focus is name
    assert "stands here again" in again.said


def test_what_a_finished_check_takes_no_more_hides_nothing_that_it_does(finished, place_desk):
    desk = finished
    note_reaction(desk)
    desk.type(WORDS)
    desk.until(lambda: WORDS in aside(desk).values())
    drafts, check = desk.office.controllers.drafts, desk.office.check
    late = Unsaved("An", (mark(""),))
    drafts.keep_unsaved(check, f"visit|{check.hex}|spoken_to", late)
    again = another_window(place_desk)
    again.until(lambda: reaction_field(again) is not None)
    assert again.view.sides.choice() == FINDINGS


def test_only_what_a_finished_check_takes_no_more_moves_nobody(finished, place_desk):
    drafts, check = finished.office.controllers.drafts, finished.office.check
    late = Unsaved("An", (mark(""),))
    drafts.keep_unsaved(check, f"visit|{check.hex}|spoken_to", late)
    again = another_window(place_desk)
    again.idle()
    assert again.view.sides.choice() == MATRIX
    assert again.messages == []


def test_a_card_that_was_closed_in_a_finished_check_waits(finished, place_desk):
    desk = finished
    note_reaction(desk)
    desk.type(WORDS)
    desk.until(lambda: WORDS in aside(desk).values())
    follow_card(desk).close_card()
    desk.rest()
    again = another_window(place_desk)
    again.idle()
    assert again.view.sides.choice() == MATRIX
    assert follow_card(again) is None


def test_proof_waits_shut_while_a_check_that_was_opened_again_takes_none(finished, place_desk):
    desk = finished
    note_proof(desk)
    desk.type(WORDS)
    desk.until(lambda: WORDS in aside(desk).values())
    desk.office.controllers.checks.reopen(desk.office.check, "Een fout in het verslag.")
    again = another_window(place_desk)
    again.until(lambda: again.view.findings.list.current == "DC-05")
    again.idle()
    assert follow_card(again) is None


def planned(desk):
    """Another check that is not begun, on the screen."""
    do = desk.office.controllers.checks
    desk.office.check = do.plan(desk.office.centre, DAY)
    desk.page.open(Ref("check", desk.office.check))
    desk.until(lambda: desk.view.check is not None and desk.view.check.id == desk.office.check)
    return desk


def test_numbers_typed_by_hand_in_a_planned_check_have_the_keyboard_again(desk, place_desk):
    planned(desk).view.show_side(DOSSIERS)
    desk.idle()
    desk.view.dossiers.numbers.setFocus()
    desk.type("KZ-099")
    desk.until(lambda: aside(desk) == {"numbers": "KZ-099"})
    again = another_window(place_desk)
    numbers = again.view.dossiers.numbers
    again.until(lambda: numbers.toPlainText() == "KZ-099")
    again.idle()
    assert again.view.sides.choice() == DOSSIERS
    assert again.focus is numbers
    assert "stands here again" in again.said


def test_the_follow_up_of_a_planned_check_has_the_keyboard_again(desk, place_desk):
    planned(desk).view.show_side(VISIT)
    field = desk.view.visit.fields["follow_up"]
    field.setFocus()
    desk.type("Nabellen")
    desk.until(lambda: aside(desk) == {"follow_up": "Nabellen"})
    again = another_window(place_desk)
    field = again.view.visit.fields["follow_up"]
    again.until(lambda: field.toPlainText() == "Nabellen")
    assert again.view.sides.choice() == VISIT
    again.until(lambda: again.focus is field)


@pytest.mark.parametrize("name", ["owner", "statement", "seen"])
def test_a_field_of_a_finding_has_the_keyboard_again(found, place_desk, name):
    field = getattr(side(found, "DC-05").finding, name)
    field.setFocus()
    found.type("An Peeters")
    found.until(lambda: "An Peeters" in aside(found).values())
    again = another_window(place_desk)
    again.until(lambda: again.view.sides.choice() == FINDINGS)
    again.until(lambda: again.focus is getattr(again.view.findings.finding, name))
    again.rest()
    assert again.focus is getattr(again.view.findings.finding, name)
