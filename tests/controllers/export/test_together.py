"""A date, a number with its unit and an article are read in one go, so they stay on one line."""

import pytest

from controllers.export.paper.together import together, unbreakable


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("op 29 november 2026 om", ["op", "29 november 2026", "om"]),
        ("op 29 november of later", ["op", "29 november", "of", "later"]),
        ("28 nov 2026", ["28 nov 2026"]),
        ("met 95 % zekerheid", ["met", "95 %", "zekerheid"]),
        ("binnen 45 dagen na", ["binnen", "45 dagen", "na"]),
        ("7,5 uur en 3 kalenderdagen", ["7,5 uur", "en", "3 kalenderdagen"]),
        ("zie art. 5, § 1 en nr. 12", ["zie", "art. 5,", "§ 1", "en", "nr. 12"]),
        ("art. II.83 zegt", ["art. II.83", "zegt"]),
        ("€ 45 of 45 euro", ["€ 45", "of", "45 euro"]),
        ("dus zo 29/11 en di 14 april 2026", ["dus", "zo 29/11", "en", "di 14 april 2026"]),
        ("12 van de 80", ["12", "van", "de", "80"]),
        ("KZ 29 novemberlicht", ["KZ", "29", "novemberlicht"]),
        ("6 jaarverslagen", ["6", "jaarverslagen"]),
    ],
)
def test_a_line_never_ends_inside_them(text, pieces):
    assert [piece.replace("\u00a0", " ") for piece in unbreakable(text)] == pieces
    assert together(text).replace("\u00a0", " ") == text
