"""Which words of a text are held against the dictionary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.spelling import forms, in_units, words


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("Het dossier is volledig.", ["Het", "dossier", "is", "volledig"]),
        ("Volgens VDAB en An Peeters klopt DC-05 niet.", ["Volgens", "en", "klopt", "niet"]),
        ("De foto’s van 's avonds", ["De", "foto’s", "van", "avonds"]),
        ("ja/nee (soms)", ["ja", "nee", "soms"]),
        ("Mail naar an@demer.be of www.demer.be, zie verslag_2.pdf", ["Mail", "naar", "of", "zie"]),
        ("::pop en {naam} en C:\\map", ["en", "en"]),
        ("Goed. Daarna weer. - Eerste punt", ["Goed", "Daarna", "weer", "Eerste", "punt"]),
        ("niet-conform", ["niet-conform"]),
        ("cafe\u0301 en co\u00adach", ["cafe\u0301", "en", "co\u00adach"]),
        ("שלום en Привет", ["en"]),
        ("", []),
    ],
)
def test_names_numbers_and_addresses_are_left_out(text, judged):
    assert [one.word for one in words(text)] == judged


@given(st.text())
def test_a_word_stands_where_it_says(text):
    for one in words(text):
        assert text[one.start : one.end] == one.word


def test_a_word_may_be_known_without_its_capital_or_in_parts():
    assert forms("Niet-conform") == ("Niet-conform", "niet-conform", "niet conform")
    assert forms("foto’s") == ("foto's",)
    assert forms("cafe\u0301") == ("café",)
    assert forms("co\u00adach") == ("coach",)


@given(st.text())
def test_places_can_be_counted_as_the_window_counts_them(text):
    units = text.encode("utf-16-le", "surrogatepass")
    for one in words(text):
        there = in_units(text, one)
        assert units[2 * there.start : 2 * there.end].decode("utf-16-le") == one.word
