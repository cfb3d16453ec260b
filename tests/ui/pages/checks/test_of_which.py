"""A card decides about what it was opened for, and opens only over that."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.checks.values import (
    AnswerValue,
    CheckState,
    Grade,
    ReactionKind,
    ReactionOutcome,
    Rung,
)
from tests.controllers.workbooks import Sheet
from tests.ui.held import late_answers, late_writes
from tests.ui.pages.checks.test_back import begun, path, send  # noqa: F401
from ui.kit.page import Ref
from ui.pages.checks.check_sides import FINDINGS
from ui.pages.checks.findings_rows import LADDER

TODAY = date(2026, 5, 4)
CTRL = Qt.KeyboardModifier.ControlModifier
WHY = "Het ligt in een andere map."


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def found(desk):
    """A complete check with two findings, and its side of findings shown."""
    office = desk.office
    office.answer_all()
    for key in ("DC-05", "DC-10"):
        checks, place = office.controllers.checks, (office.check, office.dossier("KZ-011"), key)
        checks.answer(*place, AnswerValue.NO)
        checks.note(*place, "Een vast zinnetje.")
    desk.until(lambda: len(desk.view.check.findings) == 2 and desk.view.matrix._sight.gaps == 0)
    return desk


def listed(desk, key="DC-05"):
    desk.view.show_side(FINDINGS)
    desk.until(lambda: desk.view.findings._follow is not None)
    desk.view.findings.go_to(key)
    return desk.view.findings


def finding(desk, key):
    return next(one for one in desk.office.file.findings if one.key == key)


def another(desk, number="0403170701", name="Studio Leie"):
    """A running check of another centre."""
    do = desk.office.controllers
    check = do.checks.plan(do.centres.add(number, name), TODAY)
    do.checks.start(check)
    do.checks.add_dossiers(check, "ZZ-01")
    desk.rest()
    return check


def to(desk, check):
    desk.page.open(Ref("check", check))
    desk.until(lambda: desk.view.check is not None and desk.view.check.id == check)


def hand_in(desk, card):
    card.reason.setFocus()
    desk.type(WHY)
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.rest()


# --- what it was opened for -----------------------------------------------------------------------


def test_a_verdict_is_on_the_dossier_in_its_title(found):
    desk = found
    desk.stand("DC-01", "KZ-003")
    card = desk.panel.verdict
    card.ask()
    assert desk.matrix.go_to("DC-01", desk.office.dossier("KZ-024"))
    desk.idle()
    hand_in(desk, card.card)
    over = {one.number for one in desk.office.file.dossiers if one.verdict_override}
    assert over == {"KZ-003"}


def test_another_weight_is_of_the_finding_in_its_title(found):
    desk = found
    view = listed(desk)
    before = finding(desk, "DC-10").grade_override
    press(view.finding.decide.weigh)
    view.go_to("DC-10")
    hand_in(desk, view.finding.decide.card)
    assert finding(desk, "DC-05").grade_override is not None
    assert finding(desk, "DC-10").grade_override == before


def test_what_is_left_out_of_the_letter_is_the_finding_in_its_title(found):
    desk = found
    view = listed(desk)
    press(view.finding.decide.leave)
    view.go_to("DC-10")
    hand_in(desk, view.finding.decide.card)
    assert finding(desk, "DC-05").left_out
    assert not finding(desk, "DC-10").left_out


def test_a_decision_is_about_the_reaction_on_its_card(found):
    desk = found
    checks, check = desk.office.controllers.checks, desk.office.check
    checks.begin_round(check, TODAY)
    first = checks.add_reaction(check, "DC-05", ReactionKind.FACT, "Het ligt er wel.", TODAY)
    second = checks.add_reaction(check, "DC-05", ReactionKind.TYPING, "Een tikfout.", TODAY)
    view = listed(desk)
    block = view.finding.follow
    desk.until(lambda: block.reactions.rows.choose(first))
    block.judge_reaction()
    assert block.reactions.rows.choose(second)
    hand_in(desk, block.card)
    reactions = checks.follow(check).reactions["DC-05"]
    assert {one.id: one.outcome for one in reactions} == {
        first: ReactionOutcome.ACCEPTED,
        second: None,
    }


def test_what_is_opened_again_is_the_check_that_was_asked_about(found):
    desk = found
    checks, check = desk.office.controllers.checks, desk.office.check
    checks.finish(check)
    other = another(desk)
    desk.until(lambda: desk.view.check.state is CheckState.FINISHED)
    desk.view.acts.ask_reopen()
    card = desk.view.acts.card
    to(desk, other)
    hand_in(desk, card)
    assert checks.file(check).state is CheckState.RUNNING
    assert checks.file(other).state is CheckState.RUNNING


def test_a_strong_point_is_of_the_check_that_was_asked_about(found):
    desk = found
    other = another(desk)
    view = listed(desk)
    view.cards.ask_strength()
    to(desk, other)
    hand_in(desk, view.cards.card)
    assert [one.statement for one in desk.office.file.strengths] == [WHY]
    assert not desk.office.controllers.checks.file(other).strengths


# --- only over that -------------------------------------------------------------------------------


def test_the_difference_opens_over_its_check_only(found):
    desk = found
    checks, check = desk.office.controllers.checks, desk.office.check
    checks.begin_round(check, TODAY)
    view = listed(desk)
    desk.until(lambda: view._follow.round is not None)
    for leave in (desk.page.close_one, desk.page.hide):
        with late_answers(desk.page._tasks):
            view.cards.compare(view._follow.round.revision_id)
            leave()
        desk.idle()
        assert view.cards.difference is None
        desk.page.show()
        to(desk, check)
        listed(desk)
    view.cards.compare(view._follow.round.revision_id)
    desk.until(lambda: view.cards.difference is not None)


def test_reactions_that_came_in_are_decided_about_over_their_check_only(found):
    desk = found
    checks, check = desk.office.controllers.checks, desk.office.check
    checks.begin_round(check, TODAY)
    checks.add_reaction(check, "DC-05", ReactionKind.FACT, "Het ligt er wel.", TODAY)
    desk.rest()
    with late_answers(desk.page._tasks):
        desk.page.came_in(1)
        desk.page.close_one()
    desk.idle()
    assert desk.page.judging is None


def test_a_letter_that_is_begun_late_calls_nobody_away(found):
    desk = found
    desk.office.controllers.checks.finish(desk.office.check)
    desk.until(lambda: desk.view.check.state is CheckState.FINISHED)
    desk.rest()
    with late_writes(desk.page._tasks):
        desk.view.acts.letter()
        desk.page.close_one()
    desk.rest()
    desk.idle()
    assert not [one for one in desk.wishes if one.kind == "letter"]
    assert desk.messages[-1].opens.kind == "letter"
    to(desk, desk.office.check)
    desk.view.acts.letter()
    desk.until(lambda: [one for one in desk.wishes if one.kind == "letter"])


def test_a_review_that_is_gone_on_with_waits_for_nobody_elsewhere(found, path):  # noqa: F811
    desk, one = found, found.office.dossier("KZ-003")
    send(desk, path)
    for question, value in (("DC-01/value", "nee"), ("DC-02/value", "gedeeltelijk")):
        Sheet(path, "Matrix").write(question, str(one), value)
    begun(desk, path)
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Escape)
    desk.rest()
    desk.idle()
    with late_answers(desk.page._tasks):
        desk.page.open(Ref("check", desk.office.check, "workbook"))
        desk.page.close_one()
    desk.idle()
    assert not desk.page.showing_back
    desk.page.open(Ref("check", desk.office.check, "workbook"))
    desk.until(lambda: desk.page.showing_back)
    desk.idle()


# --- the ladder -----------------------------------------------------------------------------------


def test_the_ladder_of_one_centre_never_stands_under_another(found):
    desk = found
    checks, check = desk.office.controllers.checks, desk.office.check
    checks.take_step(
        desk.office.centre, Rung.COACHING, WHY, decided_on=TODAY, check_id=check,
        against_why=WHY,
    )  # fmt: skip
    other = checks.file(another(desk))
    view = listed(desk).ladder
    view.show_check(desk.office.file)
    desk.until(lambda: view.rows.model().rowCount() == 1)
    with late_answers(desk.page._tasks):
        view.show_check(other)
        assert view.rows.isHidden()
        assert not view.end.isVisibleTo(view)
        assert not view.take.isEnabled()
        view.ask_step()
        assert view.card is None
    desk.until(view.take.isEnabled)
    assert view.rows.model().rowCount() == 0


def test_the_hearing_day_that_was_typed_last_counts(found):
    desk = found
    view = listed(desk).ladder
    view.show_check(desk.office.file)
    desk.until(lambda: view._ladder is not None)
    view.ask_step()
    card = view.card
    card.rung.choose(Rung.PROPOSAL)
    with late_answers(desk.page._tasks):
        for day in (date(2026, 5, 11), date(2026, 5, 18)):
            waits = card._asked
            card._ask_ladder(day)
            assert waits is None or waits._question.cancelled()
    desk.idle()
    card.close_card()


# --- the list of findings -------------------------------------------------------------------------


def test_only_the_newest_reading_of_what_follows_is_awaited(found):
    desk = found
    view = listed(desk)
    with late_answers(desk.page._tasks):
        view.show_check(desk.view.check)
        first = view._asked
        view.show_check(desk.view.check)
        assert first._question.cancelled()
    desk.idle()


def test_enter_writes_again_once_another_row_is_chosen(found):
    """A finding that was awaited never came: its answer was refused."""
    desk = found
    view = listed(desk)
    view.stand_on("DC-99", coming=True)
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is view.list
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is view.finding.statement


def test_the_ladder_that_was_asked_for_shows_once_its_check_is_here(found):
    desk = found
    listed(desk)
    other = another(desk)
    desk.page.open(Ref("check", other, "ladder"))
    view = desk.view.findings
    desk.until(lambda: view._check.id == other and view.list.current == LADDER)


def test_enter_writes_again_in_another_check(found):
    desk = found
    view = listed(desk)
    other = another(desk)
    checks = desk.office.controllers.checks
    for key in ("DC-05", "DC-10"):
        checks.answer(other, checks.file(other).dossiers[0].id, key, AnswerValue.NO)
    view.stand_on("DC-99", coming=True)
    desk.key(Qt.Key.Key_Return)
    to(desk, other)
    desk.view.show_side(FINDINGS)
    desk.until(lambda: view._check.id == other and view.list.current is not None)
    view.list.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is not view.list


def test_a_finding_by_hand_lies_aside_under_its_own_name(found):
    desk = found
    view = listed(desk)
    press(view.add_finding)
    view.cards.hand.statement.setFocus()
    desk.type("De gids kende de gedragscode niet.")
    drafts = desk.office.controllers.drafts
    desk.until(lambda: drafts.unsaved(desk.office.check))
    (name,) = drafts.unsaved(desk.office.check)
    assert name == "card|hand/|statement"
