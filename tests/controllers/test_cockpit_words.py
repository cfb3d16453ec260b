"""How the cockpit says what it knows: never years in days."""

from datetime import date

import pytest

from controllers.cockpit_words import days_without
from controllers.language import speak
from models.mandates.values import CertificateGap


@pytest.fixture(autouse=True)
def dutch():
    speak("nl")
    yield
    speak("en")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "1 dag zonder certificaat, vanaf 23 okt 2026."),
        (730, "730 dagen zonder certificaat, vanaf 23 okt 2026."),
        (731, "2 jaar zonder certificaat, vanaf 23 okt 2026."),
        (1988, "5 jaar en 5 maanden zonder certificaat, vanaf 23 okt 2026."),
    ],
)
def test_a_gap_is_told_in_days_and_a_long_one_in_years(days: int, said: str):
    assert days_without(CertificateGap(date(2026, 10, 23), days)) == said


def test_a_gap_that_nobody_knows_is_not_told():
    assert days_without(None) == ""
    assert days_without(CertificateGap(None, None)) == ""
