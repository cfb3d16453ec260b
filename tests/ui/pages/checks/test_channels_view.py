"""A check of the offer on the screen: planned, its channels added, and filled in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from controllers.checks import OFFER
from models.checks.values import Unit
from ui.kit.page import Ref


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def offer(desk):
    """A running check of the offer without channels, on the screen."""
    checks = desk.office.controllers.checks
    desk.office.check = checks.plan(desk.office.centre, checklist=OFFER)
    checks.start(desk.office.check)
    return desk.open()


def test_channels_are_added_by_keyboard_and_bear_their_hour(offer):
    view = offer.view
    press(view.add_first)
    assert offer.focus is view.channels.name
    offer.type("Website")
    offer.key(Qt.Key.Key_Tab)
    offer.type("https://www.demer.example")
    offer.key(Qt.Key.Key_Return)
    offer.until(lambda: len(offer.office.file.dossiers) == 1)
    offer.until(lambda: view.channels.list.current is not None)
    assert view.channels.name.text() == view.channels.address.text() == ""
    (channel,) = offer.office.file.dossiers
    assert channel.address == "https://www.demer.example"
    assert channel.looked_at is not None
    assert offer.messages[-1].undo
    assert "Looked at on" in view.channels.seen.text()


def test_an_address_that_is_not_whole_is_said_at_its_field(offer):
    channels = offer.view.channels
    press(offer.view.add_first)
    channels.name.setText("Website")
    channels.address.setText("https://")
    press(channels.add)
    offer.until(lambda: channels.adding.row("address").refusal())
    assert channels.name.text() == "Website"
    assert "Channel" in offer.page.drafts()
    offer.until(lambda: offer.focus is channels.address)


def test_a_refusal_at_one_field_leaves_the_other_in_its_place(offer):
    channels = offer.view.channels
    press(offer.view.add_first)
    top = channels.address.mapTo(channels, channels.address.rect().topLeft())
    channels.address.setFocus()
    offer.key(Qt.Key.Key_Return)
    offer.until(lambda: channels.adding.row("number").refusal())
    offer.until(lambda: offer.focus is channels.name)
    channels.grab()
    assert channels.address.mapTo(channels, channels.address.rect().topLeft()) == top


def test_the_card_plans_a_check_of_the_offer(desk):
    desk.page.open(Ref("plan", desk.office.centre))
    card = desk.page.plan_card
    card.what.set_value(OFFER)
    press(card.plan)
    desk.until(lambda: desk.view.check is not None and desk.view.check.id != desk.office.check)
    assert desk.view.check.template.unit is Unit.PUBLIC_CHANNEL
    assert desk.view.stack.currentWidget() is desk.view.empty
