"""What the letters of our paper cannot draw is named in its place."""

from hypothesis import example, given
from hypothesis import strategies as st
import pytest
from reportlab.pdfbase.pdfmetrics import getFont

from controllers.export.paper.fonts import REGULAR
from controllers.export.paper.legible import legible
from controllers.export.paper.pieces import marked_up, plain

HEBREW = "[hier staat Hebreeuws; dit papier kan dat niet tonen]"
ARABIC = "[hier staat Arabisch; dit papier kan dat niet tonen]"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Nota: שלום עולם, en verder.", f"Nota: {HEBREW}, en verder."),
        ("De klant zei (שלום).", f"De klant zei ({HEBREW})."),
        ("قال العميل إنه راض", ARABIC),
        ("שלום قال", f"{HEBREW} {ARABIC}"),
        ("eerst שלום\ndan שלום", f"eerst {HEBREW}\ndan {HEBREW}"),
        ("4 uur → 3,5 uur", "4 uur -> 3,5 uur"),
        ("שלום-Jan עולם", f"{HEBREW}-Jan {HEBREW}"),
        ("محمد/Jansen/علي", f"{ARABIC}/Jansen/{ARABIC}"),
        ("שלום (עולם)", f"{HEBREW} ({HEBREW})"),
        ("שלום\nעולם", f"{HEBREW}\n{HEBREW}"),
        ("klaar 😀", "klaar \ufffd"),
        ("Akkoord ✔\ufe0f gezien", "Akkoord v gezien"),
        ("1\ufe0f\u20e3 eerst", "1 eerst"),
        ("Score ≥ 3 en ≤ 5", "Score >= 3 en <= 5"),
        ("\uf0b7 ☑ POP ☐ nazorg", "• [v] POP [ ] nazorg"),
        ("Ғылым", "Ғылым"),
    ],
)
def test_words_in_a_script_without_letters_are_named(written: str, printed: str):
    assert legible(written) == printed


@given(st.text(alphabet="abc é€ß„“–Жαř\n.,;()[]0123"))
@example("⟦naam van de verantwoordelijke⟧")
def test_what_can_be_written_stays_as_it_is(text: str):
    assert legible(text) == text


@given(st.text())
@example("x\u202eשלום")
def test_nothing_that_is_drawn_lacks_a_letter(text: str):
    known = getFont(REGULAR).face.charToGlyph
    for drawn in (plain(text), marked_up(text)):
        assert {sign for sign in drawn if ord(sign) not in known} <= set("\n\t\u00a0\u00ad⟦⟧")
