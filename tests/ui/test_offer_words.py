"""A check of the offer on the screen: every side of it speaks of channels."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from controllers.checks import OFFER
from models.checks.values import AnswerValue
from models.mandates.values import CentreFilter
from ui.kit.page import Ref
from ui.pages.checks.page import ChecksPage
from ui.program import Program

from .test_visit_mode import press, words_in_sight
from .test_window import desk_of, focus, quiet


@pytest.fixture
def offer(qtbot: QtBot, at_work: Program) -> Program:
    """A running check of the offer, with an answer that failed."""
    desk = desk_of(at_work)
    checks, mandates = desk._controllers.checks, desk._controllers.mandates
    check = checks.plan(mandates.ids(CentreFilter())[0], date(2026, 5, 4), None, OFFER)
    checks.start(check)
    checks.add_channel(check, "Instagram")
    file = checks.file(check)
    for question in file.template.questions:
        checks.answer(check, file.dossiers[0].id, question.key, AnswerValue.NO)
    desk.go(Ref("check", check))
    page = desk.current
    assert isinstance(page, ChecksPage)
    qtbot.waitUntil(lambda: page.check.check is not None and page.check.check.id == check)
    quiet(qtbot, at_work)
    return at_work


def test_every_side_speaks_of_channels(qtbot: QtBot, offer: Program):
    page = desk_of(offer).current
    assert isinstance(page, ChecksPage)
    for side in range(5):
        page.check.show_side(side)
        quiet(qtbot, offer)
        said = words_in_sight(offer)
        assert not [text for text in said if "dossier" in text.lower() and text != "Dossier"], side
        assert "dossier" not in page.check.keys().lower()
    page.check.show_side(0)
    quiet(qtbot, offer)
    assert page.check.matrix.panel.note.placeholderText() == "Wat zag u, en waar op het kanaal?"
    assert page.check.matrix.choices.direction.accessibleName()
    assert "Per kanaal" in words_in_sight(offer)


def test_what_is_said_of_a_cell_and_where_to_go(qtbot: QtBot, offer: Program):
    page = desk_of(offer).current
    assert isinstance(page, ChecksPage)
    qtbot.keyClicks(focus(), "g")
    card = page.check.matrix.gestures.going.card
    assert card is not None
    said = " ".join(words_in_sight(offer))
    assert "naam van het kanaal" in said
    assert "dossier" not in said.lower()
    qtbot.keyClicks(focus(), "oc-02")
    press(qtbot, Qt.Key.Key_Return)
    assert page.check.matrix.place is not None
    assert page.check.matrix.place[0].endswith("02")
