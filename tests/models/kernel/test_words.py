"""Text as people type it, made comparable."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.words import clean, fold


@given(st.text())
def test_cleaning_and_folding_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)
    assert fold(clean(text)) == fold(text)


@given(st.text())
def test_folded_text_has_no_accent_no_capital_and_single_blanks(text):
    folded = fold(text)
    assert folded == folded.strip()
    assert "  " not in folded
    assert folded == fold(text.casefold())
    assert not any(map(unicodedata.combining, unicodedata.normalize("NFD", folded)))


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("  Zoë \t Noël ", "zoe noel"),
        ("ÉÉN", "een"),
        ("e\u0301e\u0301n", "een"),
        ("Straße", "strasse"),
        ("한국", "한국"),
        ("a \u0301 b", "a b"),
        ("\u0301 a", "a"),
        ("İstanbul", "istanbul"),
    ],
)
def test_words_fold_to_what_people_type(typed, folded):
    assert fold(typed) == folded
