"""In the train (journey 2): read and sharpen, without a mouse, without a network."""

from __future__ import annotations

import socket
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from controllers.bundle import Controllers
from controllers.opening import Opening
from models.mandates.values import CertificateKind
from models.timeline.values import Shape
from tests.conftest import CHEAP
from tests.journeys.officer import CTRL, NOW, WORDS, Officer
from ui.kit.ask import AskText
from ui.pages.centres.timeline_view import TimelineView
from ui.why_card import WhyCard

TOMORROW = date(2026, 5, 5)
CENTRE = "Antea Loopbanen"
QUESTION = "Wanneer is de audit voor het nieuwe label?"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office with a centre whose label stops eleven days before its mandate does."""
    file = tmp_path / "dienst" / "kantoor.waarmerk"
    file.parent.mkdir()
    made = Opening(lambda: NOW, "Lotte Verhaegen", CHEAP).create(file, WORDS).controllers
    _antea(made)
    made.centres.add("0887010362", "Boudewijn Consult")
    made.close()
    return file


def _antea(do: Controllers) -> None:
    centre = do.centres.add("0566988259", CENTRE)
    do.mandates.add(centre, "LB-2021-0042", date(2021, 11, 1))
    label = do.mandates.add_certificate(
        centre, CertificateKind.QFOR_CLIENT_SCAN, date(2027, 10, 20)
    )
    do.mandates.edit_certificate(label, "valid_from", date(2021, 10, 1))
    do.checks.plan(centre, TOMORROW)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("The train has no network.")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_a_red_date_becomes_a_question_in_nine_keys(officer: Officer) -> None:
    keys = Keys(officer)
    keys.press(Qt.Key.Key_K, CTRL)
    officer.type("ant")
    officer.rest()
    keys.press(Qt.Key.Key_Return)
    officer.until(lambda: officer.centres.file.header.title() == CENTRE)
    officer.rest()

    keys.press(Qt.Key.Key_PageDown, CTRL)  # the timeline is the next part
    officer.rest()
    view = timeline(officer)
    officer.until(lambda: view.timeline.chosen is not None)
    view.timeline.setFocus()
    keys.press(Qt.Key.Key_Down)  # from the mandate to the certificates, nearest to the same day
    while view.timeline.chosen.shape is not Shape.GAP:
        keys.press(Qt.Key.Key_Right)
    assert view.timeline.chosen.days == 11

    keys.press(Qt.Key.Key_W)
    card = officer.desk.window().findChild(WhyCard)
    assert card is not None
    told = card.copy.accessibleDescription()
    assert "kwaliteitsvoorwaarden voor gemandateerde loopbaancentra" in told
    assert "11 dagen zonder certificaat" in told
    assert "maandag 1 november 2027" in told

    keys.press(Qt.Key.Key_V)
    officer.rest()
    officer.until(lambda: officer.desk.window().findChild(AskText) is not None)
    officer.type(QUESTION)
    keys.press(Qt.Key.Key_Return)
    officer.rest()
    assert officer.said.startswith("Genoteerd voor het volgende bezoek.")
    (check,) = officer.file.checks.ids()
    (question,) = officer.file.checks.file(check).questions
    assert question.text == QUESTION
    assert "21 oktober 2027 – 31 oktober 2027" in question.origin

    keys.press(Qt.Key.Key_F11)  # a stranger sits down
    assert officer.desk.covers.curtain is not None
    assert officer.desk.covers.curtain.isVisible()
    assert keys.count == 9
    officer.key(Qt.Key.Key_F11)
    assert (officer.bugs, officer.strays) == ([], [])


class Keys:
    """Counts what the hand does beside typing."""

    def __init__(self, officer: Officer) -> None:
        self._officer = officer
        self.count = 0

    def press(self, key: Qt.Key, pressed: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        self.count += 1
        self._officer.key(key, pressed)


def timeline(officer: Officer) -> TimelineView:
    found = officer.centres.file.findChild(TimelineView)
    assert found is not None
    return found
