"""Words take the room they need, and are measured once for as long as a theme is worn."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from ui.kit.lettering import broken
from ui.kit.theme import Theme, theme
from ui.kit.tokens import tokens

BODY = ("body", 400, False, False)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80), st.integers(20, 400))
def test_breaking_loses_no_sign(paragraph: str, width: int) -> None:
    lines = broken(paragraph, theme().font(), width)
    assert "".join("".join(lines).split()) == "".join(paragraph.split())


def test_a_percent_sign_stays_with_its_number() -> None:
    sentence = "2 van de 6 dossiers (33 %)"
    for width in range(60, 260, 10):
        lines = broken(sentence, theme().font(), width)
        assert not any(line.startswith("%") for line in lines), lines


def test_a_second_measure_is_the_first_one() -> None:
    look = Theme(tokens("light"))
    for _again in range(2):
        assert look.width("Demer & Zonen") == look.lettering.advance("Demer & Zonen", BODY)
        assert look.width("Demer & Zonen", "body", 600) > look.width("Demer & Zonen")
        assert look.lettering.lines("Demer & Zonen", BODY, 60) == ("Demer &", "Zonen")
        assert look.lettering.lines("Demer & Zonen", BODY, 600) == ("Demer & Zonen",)


def test_larger_letters_are_measured_anew() -> None:
    small, large = Theme(tokens("light")), Theme(tokens("light"), 1.5)
    assert large.width("Demer") > small.width("Demer")
    assert large.line() > small.line()
    assert large.line() >= QFontMetricsF(large.font()).height()
