"""A card is handed in by its button, by Enter in its last line, and by Ctrl+Enter from anywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.kit.act_card import ActCard
from ui.kit.fields import LineField
from ui.kit.text_field import TextField
from ui.tasks import Tasks

CONTROL = Qt.KeyboardModifier.ControlModifier
RETURN = Qt.Key.Key_Return


@pytest.fixture
def card(stage, tasks: Tasks) -> ActCard:
    window = stage(QLineEdit())
    made = ActCard(window, "Bewijs noteren", "Noteren")
    made.name, made.note = LineField(), TextField(lines=3)
    made.lay_out(
        (made.form.add("name", "Naam", made.name), made.form.add("note", "Wat", made.note))
    )
    made.given = []
    made.begin(made.name, lambda values: tasks.do(made.given.append, values))
    return made


@pytest.mark.parametrize("field", ["name", "note"])
def test_control_enter_hands_in_once_from_any_field(qtbot: QtBot, card: ActCard, field: str):
    getattr(card, field).setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "Een brief")
    with qtbot.waitSignal(card.made, timeout=2000):
        qtbot.keyClick(QApplication.focusWidget(), RETURN, CONTROL)
    assert [one[field] for one in card.given] == ["Een brief"]


def test_a_card_with_a_text_of_several_lines_tells_the_keys_that_hand_it_in(card: ActCard):
    assert card.give.keys == "Ctrl+Enter"


def test_enter_in_a_text_of_several_lines_is_a_new_line(qtbot: QtBot, card: ActCard):
    card.note.setFocus()
    qtbot.keyClicks(card.note, "Een")
    qtbot.keyClick(card.note, RETURN)
    qtbot.keyClicks(card.note, "twee")
    assert card.note.toPlainText() == "Een\ntwee"
    assert card.given == []
