"""What is being written on a card of an application survives the power, and tells what it masks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.applications.values import ApplicationState
from tests.controllers.dossiers import CAME
from tests.ui.held import late_writes
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.pages.applications.page import ApplicationsPage

MISSING = "De jaarrekening van 2025."


def aside(desk):
    found = desk.one.controllers.drafts.unsaved(desk.one.application)
    return {name.rpartition("|")[2]: one.text for name, one in found.items()}


def another_window(desk, tmp_path, qtbot):
    """As after a power cut: the first window hands nothing in any more."""
    page = ApplicationsPage(desk.one.controllers, desk.page._tasks, Memory(tmp_path / "ander.ini"))
    qtbot.addWidget(page)
    page.show()
    page.open(Ref("application", desk.one.application))
    return page


def test_what_must_still_come_stands_in_its_card_again(desk, tmp_path, qtbot):
    desk.open().view.acts.ask_to_complete()
    desk.type(MISSING)
    desk.until(lambda: aside(desk) == {"asked_for": MISSING})
    again = another_window(desk, tmp_path, qtbot)
    desk.until(lambda: again.dossier.acts.card is not None)
    card = again.dossier.acts.card
    desk.until(lambda: card.asked_for.toPlainText() == MISSING)
    card.hand_in()
    desk.until(lambda: aside(desk) == {})


def test_cancel_forgets_it_and_a_press_beside_the_card_does_not(desk):
    desk.open().view.acts.ask_to_complete()
    desk.type(MISSING)
    desk.card.close_card()
    desk.until(lambda: aside(desk) == {"asked_for": MISSING})
    desk.view.acts.ask_to_complete()
    assert desk.card.asked_for.toPlainText() == MISSING
    desk.card.cancel.click()
    desk.until(lambda: aside(desk) == {})


def test_a_register_number_on_a_card_is_told_under_its_field(desk):
    desk.open().view.acts.ask_to_complete()
    desk.type("Mevrouw 85.07.30-033.28 stuurt ")
    assert "85.07.30" not in desk.card.asked_for.toPlainText()
    assert desk.card.form.row("asked_for").warning()


def test_control_enter_asks(desk):
    desk.open().view.acts.ask_to_complete()
    desk.type(MISSING)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: "complete" in desk.said)


def test_a_card_that_was_put_away_opens_only_when_it_is_asked_for(desk, tmp_path, qtbot):
    desk.open().view.acts.ask_to_complete()
    desk.type(MISSING)
    desk.card.close_card()
    desk.until(lambda: aside(desk) == {"asked_for": MISSING})
    desk.rest()
    again = another_window(desk, tmp_path, qtbot)
    desk.until(lambda: again.dossier._sheet.names())
    desk.rest()
    assert again.dossier.acts.card is None
    again.dossier.acts.ask_to_complete()
    assert again.dossier.acts.card.asked_for.toPlainText() == MISSING


def test_no_card_opens_over_another_room(desk, tmp_path, qtbot):
    desk.open().view.acts.ask_to_complete()
    desk.type(MISSING)
    desk.until(lambda: aside(desk) == {"asked_for": MISSING})
    page = ApplicationsPage(desk.one.controllers, desk.page._tasks, Memory(tmp_path / "ander.ini"))
    qtbot.addWidget(page)
    page.open(Ref("application", desk.one.application))
    desk.until(lambda: page.dossier._sheet.names())
    desk.rest()
    assert page.dossier.acts.card is None
    page.show()
    desk.until(lambda: page.dossier.acts.card is not None)
    assert page.dossier.acts.card.asked_for.toPlainText() == MISSING


@pytest.mark.parametrize("act", ["advise", "decide"])
def test_advice_and_decision_open_over_their_application_only(desk, act):
    desk.open()
    with late_writes(desk.page._tasks):
        getattr(desk.view.acts, act)()
        desk.page.close_one()
    desk.rest()
    assert desk.card is None
    desk.open()
    getattr(desk.view.acts, act)()
    desk.until(lambda: desk.card is not None)


def test_a_day_is_of_the_application_on_its_card(desk):
    desk.one.judge()
    one = desk.open().one
    desk.view.acts.retract()
    centre = one.controllers.centres.add("0403170701", "Studio Leie")
    other = one.controllers.applications.receive(centre, CAME)
    card = desk.card
    desk.page.open(Ref("application", other))
    desk.until(lambda: desk.view.file is not None and desk.view.file.id == other)
    card.hand_in()
    desk.rest()
    assert one.file.state is ApplicationState.RETRACTED
    assert one.controllers.applications.file(other).state is ApplicationState.RECEIVED
