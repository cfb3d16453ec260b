"""National register numbers, however they are written, never pass the rule of free text."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.centres.rules.editing import MASKED
from models.centres.rules.numbers import national_numbers
from models.checks.rules.writing import checked_reason, masked_text, imported_text
from models.centres.values import NationalNumberFound

SEPARATORS = ["", ".", " ", "/", "-"]
IN_THE_DAY = [*product(["", ".", " "], repeat=2), ("/", "/"), ("-", "-")]
"""A single dash or slash in the day of birth makes a year of it, as dossiers have."""
BEFORE_THE_SERIAL = ["", "-", ".", " ", " - ", "–", "‑", " – "]
AROUND = st.text(
    st.characters(exclude_categories=["Cs", "Nd"], exclude_characters="\x00+"), max_size=12
)


@st.composite
def written(draw: st.DrawFn) -> str:
    """A valid number of somebody born in either century, or a bis number, in some spelling."""
    born = draw(st.dates(date(1920, 1, 1), date(2025, 12, 31)))
    month = born.month + draw(st.sampled_from([0, 0, 20, 40]))
    serial = draw(st.integers(1, 997))
    base = f"{born:%y}{month:02}{born.day:02}{serial:03}"
    whole = int(("2" if born.year >= 2000 else "") + base)
    check = f"{97 - whole % 97:02}"
    one, two = draw(st.sampled_from(IN_THE_DAY))
    last = draw(st.sampled_from(SEPARATORS))
    dash = draw(st.sampled_from(BEFORE_THE_SERIAL))
    return f"{base[:2]}{one}{base[2:4]}{two}{base[4:6]}{dash}{base[6:]}{last}{check}"


@given(AROUND, written(), AROUND)
def test_the_number_is_gone_and_the_words_around_it_stay(before, number, after):
    kept = masked_text(f"{before}|{number}|{after}")
    assert kept is not None
    assert number not in kept
    assert f"|{MASKED}|" in kept
    assert not national_numbers(kept)
    assert masked_text(kept) == kept


@given(st.lists(written(), min_size=2, max_size=5), st.sampled_from([" ", ", ", "\n", " en "]))
def test_of_many_numbers_none_is_left(numbers, between):
    kept = masked_text(between.join(numbers))
    assert kept is not None
    assert not national_numbers(kept)


@given(st.text("0123456789 .-/", max_size=60))
def test_what_the_masking_brings_to_light_is_masked_too(text):
    kept = masked_text(text) or ""
    assert not national_numbers(kept)
    if not national_numbers(text):
        assert kept == text.strip()


@given(AROUND, written())
def test_a_reason_is_masked_and_what_comes_in_is_refused(before, number):
    assert MASKED in checked_reason(f"{before}|{number}")
    with pytest.raises(NationalNumberFound):
        imported_text(f"{before}|{number}", "note")
