"""A mistake of ours in a use case leaves nothing on the screen that cannot be used any more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.held import late_writes
from tests.ui.pages.checks.test_of_which import CTRL, WHY, found, listed  # noqa: F401


def test_a_mistake_of_ours_in_a_reading_leaves_the_next_one_free(desk):
    bugs = []
    desk.page._tasks.broken.connect(bugs.append)
    reader = desk.view.reader
    sight, reader.sight = reader.sight, "not a sight"
    reader.reload()
    desk.until(lambda: bugs)
    reader.sight = sight
    desk.office.controllers.checks.add_dossiers(desk.office.check, "KZ-077")
    desk.until(lambda: len(desk.view.check.dossiers) == 4)


def test_a_reason_is_handed_in_once_at_a_time(found):
    desk = found
    view = listed(desk)
    view.cards.ask_strength()
    card = view.cards.card
    card.reason.setFocus()
    desk.type(WHY)
    with late_writes(desk.page._tasks):
        desk.key(Qt.Key.Key_Return, CTRL)
        desk.key(Qt.Key.Key_Return, CTRL)
    desk.rest()
    assert len(desk.office.file.strengths) == 1


@pytest.mark.parametrize("opened", ["reason", "act"])
def test_a_mistake_of_ours_leaves_a_card_that_can_be_handed_in_again(found, opened):
    desk = found
    bugs = []
    desk.page._tasks.broken.connect(bugs.append)
    view = listed(desk)

    def mistake(*_facts, **_named):
        raise ZeroDivisionError

    if opened == "reason":
        view.cards.ask_strength()
        card, button = view.cards.card, view.cards.card.button
        card.awaits(desk.page._tasks.do(mistake))
    else:
        view.cards.ask_finding()
        card, button = view.cards.hand, view.cards.hand.give
        card._submit = lambda _values: desk.page._tasks.do(mistake)
        button.click()
    assert not button.isEnabled()
    desk.until(lambda: bugs)
    assert button.isEnabled()
    card.close_card()
