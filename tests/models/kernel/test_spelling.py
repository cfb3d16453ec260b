"""Which words of a text are held against the dictionary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.spelling import forms, words


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
