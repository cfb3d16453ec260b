"""A checklist in Excel says what the screen says: one word for one thing."""

from __future__ import annotations

import pytest

from controllers.check_field_words import CHOICES
from controllers.field_words import field_word
from controllers.language import speak
from controllers.template_columns import (
    ANSWER_TYPES,
    COLUMNS,
    EVERY_HEAD,
    LOOKED_UP,
    PROOFS,
    SOURCES,
    UNITS,
)
from models.kernel.text import _
from ui.pages.checklists import words

SHORTER = {"key", "version", "four_eyes", "motivation_required"}
"""Labels that the history says otherwise than the form does."""


@pytest.fixture(autouse=True)
def dutch():
    speak("nl")
    yield
    speak("en")


def test_every_column_bears_the_name_of_its_field_on_the_screen():
    shown = {one.field: one.label.casefold() for one in COLUMNS if not one.hidden}
    told = {name: field_word("checklist_question", name) for name in shown}
    del shown["section"], shown["key"]
    assert shown == {name: told[name] for name in shown}


def test_every_fact_of_a_checklist_bears_the_name_of_its_field_on_the_screen():
    shown = {name: label.casefold() for name, label, _meaning in EVERY_HEAD if name not in SHORTER}
    assert shown == {name: field_word("checklist_version", name) for name in shown}


def test_every_choice_in_a_cell_reads_as_on_the_screen():
    for choices in (ANSWER_TYPES, PROOFS, UNITS, LOOKED_UP):
        assert {one: _(CHOICES[one]) for one in choices} == dict(choices)
    said = {key: _(word).casefold() for key, word in words.SOURCES.items()}
    assert said == dict(SOURCES)
