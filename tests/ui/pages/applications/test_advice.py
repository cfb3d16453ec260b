"""The advice on the screen: what it rests on, what it asks, and where the keyboard stands after."""

from datetime import date

from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from models.applications.values import AdviceOutcome, ApplicationState, Judgement
from tests.ui.pages.applications.conftest import Desk
from ui.kit.button import Button
from ui.pages.applications.application_view import OUTCOME

FAILS, MEETS = Judgement.DOES_NOT_MEET, Judgement.MEETS


def advised(desk: Desk) -> None:
    """A negative advice, after the centre could complete its application."""
    one = desk.one
    one.judge(MA_05=FAILS)
    one.ask()
    one.complete()
    one.advise(AdviceOutcome.NEGATIVE)


def words(desk: Desk) -> list[str]:
    return [one.text() for one in desk.view._buttons]


def test_a_judgement_after_the_advice_asks_for_the_advice_anew(desk: Desk):
    advised(desk)
    desk.open()
    assert "Decide" in words(desk)
    desk.one.controllers.applications.judge(desk.one.application, "MA-05", MEETS)
    desk.until(lambda: desk.view.file.state is ApplicationState.IN_ASSESSMENT)
    desk.rest()
    assert "Decide" not in words(desk)
    assert "Give advice" in words(desk)
    assert desk.view.band.steps[3].day.text() == "to be given anew"
    desk.view.show_side(OUTCOME)
    shown = " ".join(one.text() for one in desk.view.outcome.findChildren(QLabel))
    assert "rests on other judgements than those that stand now: MA-05" in shown
    assert "the advice rests on other judgements. Give the advice anew." in shown


def test_an_advice_that_differs_asks_why_and_one_that_follows_may_be_silent(desk: Desk):
    desk.one.judge()
    desk.one.complete()
    desk.open()
    desk.view.acts.advise()
    desk.rest()
    card = desk.card
    told = card.form.row("motivation").field.accessibleDescription
    assert told() == "May stay empty: your advice follows the rules."
    card.outcome.set_value(AdviceOutcome.TO_COMMITTEE)
    card.outcome.edited.emit(AdviceOutcome.TO_COMMITTEE)
    assert told() == "Needed: why your advice differs."


def give(desk: Desk) -> None:
    desk.rest()
    card = desk.card
    assert card.isVisible()
    card.hand_in()
    desk.rest()
    assert not (isValid(card) and card.isVisible())


def test_after_an_act_the_keyboard_stands_where_the_work_goes_on(desk: Desk):
    desk.one.certify()
    desk.open()
    desk.view.acts.complete()
    give(desk)
    assert desk.focus is desk.list, "requirements wait for a judgement"
    desk.one.judge()
    desk.until(lambda: desk.view.file.proposal is not None)
    desk.view.acts.advise()
    give(desk)
    assert desk.focus.text() == "Decide"
    desk.view.acts.decide()
    desk.rest()
    desk.card.fields["decided_by"].set_value("An Peeters")
    give(desk)
    assert desk.view.file.state is ApplicationState.GRANTED
    assert desk.view.sides.choice() == OUTCOME
    assert desk.focus is desk.view.outcome.decision.fields["sent_by"]


def test_a_centre_that_let_its_last_day_go_by_can_be_advised_about(desk: Desk):
    """Nobody has to call its application complete first."""
    do = desk.one.controllers.applications
    desk.one.judge(MA_05=FAILS)
    do.ask_to_complete(desk.one.application, "Bewijs.", date(2026, 4, 2), date(2026, 5, 4))
    desk.open()
    assert "Give advice" not in words(desk)
    do.edit(desk.one.application, "complete_by", date(2026, 5, 1))
    desk.until(lambda: desk.view.file.days.complete_by == date(2026, 5, 1))
    desk.rest()
    assert words(desk)[-2:] == ["Give advice", "Complete"]
    desk.view.acts.advise()
    give(desk)
    assert desk.view.file.advice.outcome is AdviceOutcome.NEGATIVE
    assert desk.view.file.state is ApplicationState.ADVISED
