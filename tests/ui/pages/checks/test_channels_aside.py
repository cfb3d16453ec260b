"""A channel half written stays with its check, and the keyboard stays on the side of the channels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from controllers.checks import OFFER
from tests.ui.pages.checks.test_drafts_aside import another_window, aside
from ui.kit.page import Ref
from ui.pages.checks.check_sides import DOSSIERS

DEMER, NETE = "https://www.demer.example", "https://www.nete.example"


def new_offer(desk):
    checks = desk.office.controllers.checks
    check = checks.plan(desk.office.centre, checklist=OFFER)
    checks.start(check)
    return check


@pytest.fixture
def offer(desk):
    """The channels of a running check of the offer, on the screen."""
    desk.office.check = new_offer(desk)
    desk.open()
    desk.view.show_side(DOSSIERS)
    return desk


@pytest.fixture
def site(offer):
    """Its website, which stands in the list."""
    checks = offer.office.controllers.checks
    channel = checks.add_channel(offer.office.check, "Website", DEMER)
    offer.until(lambda: offer.view.channels.list.current == channel)
    return channel


def turn_to(desk, check):
    desk.page.open(Ref("check", check, "dossiers"))
    desk.until(lambda: desk.view.check is not None and desk.view.check.id == check)


def test_a_channel_half_typed_stands_there_after_a_power_cut(offer, place_desk):
    offer.view.channels.name.setFocus()
    offer.type("Website")
    offer.until(lambda: aside(offer) == {"number": "Website"})
    again = another_window(place_desk)
    channels = again.view.channels
    again.until(lambda: channels.name.text() == "Website")
    again.until(lambda: again.focus is channels.name)
    assert again.view.stack.currentWidget() is channels
    channels.address.setText(DEMER)
    channels.add.click()
    again.until(lambda: len(again.office.file.dossiers) == 1)
    again.until(lambda: aside(again) == {})


def test_a_channel_half_typed_is_not_added_to_another_check(offer):
    other, channels = new_offer(offer), offer.view.channels
    channels.name.setFocus()
    offer.type("Website")
    offer.until(lambda: aside(offer) == {"number": "Website"})
    turn_to(offer, other)
    assert channels.name.text() == ""
    channels.name.setText("Brochure")
    channels.add.click()
    offer.until(lambda: len(offer.office.controllers.checks.file(other).dossiers) == 1)
    assert not offer.office.file.dossiers
    turn_to(offer, offer.office.check)
    offer.until(lambda: channels.name.text() == "Website")


def test_a_channel_that_was_refused_is_told_at_its_own_check(offer):
    other, channels = new_offer(offer), offer.view.channels
    channels.name.setText("Website")
    channels.address.setText("https://")
    channels.add.click()
    offer.page.open(Ref("check", other, "dossiers"))
    channels.show_check(offer.office.controllers.checks.file(other), {})
    offer.until(lambda: offer.messages)
    assert not channels.adding.refusals()
    assert offer.office.file.reference in offer.said


def test_what_is_rewritten_of_a_channel_lies_aside(offer, site, place_desk):
    offer.view.channels.place.setFocus()
    offer.view.channels.place.setText(NETE)
    offer.until(lambda: aside(offer) == {"address": NETE})
    again = another_window(place_desk)
    place = again.view.channels.place
    again.until(lambda: place.text() == NETE)
    again.until(lambda: again.focus is place)
    again.key(Qt.Key.Key_Return)
    again.until(lambda: again.office.file.dossiers[0].address == NETE)
    again.until(lambda: aside(again) == {})


def test_a_name_that_is_taken_waits_at_its_own_channel(offer, site):
    channels, checks = offer.view.channels, offer.office.controllers.checks
    folder = checks.add_channel(offer.office.check, "Folder", "balie")
    offer.rest()
    channels.list.choose(site)
    channels._show_side()
    channels.called.setText("Folder")
    channels.list.choose(folder)
    channels._show_side()
    offer.until(lambda: offer.messages)
    assert channels.called.text() == "Folder"
    assert not channels.form.refusals()
    assert "Website" in offer.said
    offer.until(lambda: aside(offer) == {"number": "Folder"})


def test_a_register_number_in_a_channel_is_masked(offer):
    offer.view.channels.name.setFocus()
    offer.type("Mail van 85.07.30-033.28 aan ")
    assert "85.07.30" not in offer.view.channels.name.text()


def test_the_keyboard_stays_when_the_last_channel_leaves(offer, site):
    channels = offer.view.channels
    channels.remove.setFocus()
    channels.remove.click()
    offer.until(lambda: not offer.office.file.dossiers)
    offer.until(lambda: not channels.remove.isVisible())
    offer.until(lambda: offer.focus is channels.name)
