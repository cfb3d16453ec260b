"""A dossier number never hides a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.centres.values import NationalNumberFound
from models.checks.rules import pseudonym
from models.checks.rules.pseudonym import numbers_in
from models.checks.rules.writing import imported_text
from models.checks.values import DossierNumberIsAName, DossierNumberMissing, DossierNumberTooLong


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("KZ-003", "KZ-003"),
        ("  2026 /  014 ", "2026 / 014"),
        ("Dossier 12", "Dossier 12"),
        ("KZ Gent 12", "KZ Gent 12"),
        ("AP", "AP"),
        ("J.P.", "J.P."),
        ("AnP-2", "AnP-2"),
        ("KL24-00001", "KL24-00001"),
        ("KZ-001", "KZ-001"),
        ("0001", "0001"),
        ("2025-0012", "2025-0012"),
        ("Kl24-00001", "Kl24-00001"),
        ("dossier 12", "dossier 12"),
        ("Dossier12", "Dossier12"),
        ("Klant nr 12", "Klant nr 12"),
        ("Cliëntdossier KZ-3", "Cliëntdossier KZ-3"),
        ("loopbaancheque 2024/7", "loopbaancheque 2024/7"),
        ("GENT-12", "GENT-12"),
        ("TALENT24-001", "TALENT24-001"),
        ("a3f9-77bc", "a3f9-77bc"),
        (12, "12"),
    ],
)
def test_numbers_and_codes_are_kept(raw, kept):
    assert pseudonym(raw) == kept


@pytest.mark.parametrize(
    "raw",
    [
        *("Jan Peeters", "Janssens", "peeters jan", "Peeters, J 12", "An De Smet 3", "Zoëë"),
        *("jan peeters 12", "JAN PEETERS 12", "Peeters12", "peeters12", "Peeters 12", "12 Peeters"),
        *("J. Peeters 3", "jan.peeters.12", "jan_peeters_12", "Jan-Peeters 12", "JanPeeters12"),
        *("dossier jan peeters 12", "Dossier Peeters 12", "D'Hondt 12", "Çelik12", "Els 4"),
    ],
)
def test_names_are_refused(raw):
    with pytest.raises(DossierNumberIsAName):
        pseudonym(raw)


@pytest.mark.parametrize("raw", ["85.07.30-033.28", "85073003328", "dossier 85073003328"])
def test_a_national_register_number_is_refused_and_masked(raw):
    with pytest.raises(NationalNumberFound) as caught:
        pseudonym(raw)
    assert "033" not in str(caught.value)


def test_a_refusal_quotes_the_number_and_nothing_around_it():
    with pytest.raises(NationalNumberFound) as caught:
        imported_text("Mevrouw belde: 85.07.30-033.28 en nog eens 85073003328.", "note")
    assert caught.value.facts["masked"] == "XX.XX.XX-XXX.XX, XXXXXXXXXXX"


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("KZ-003, KZ-011 KZ-024", ["KZ-003", "KZ-011", "KZ-024"]),
        ("0001 0002", ["0001", "0002"]),
        ("Dossier 12; KZ Gent 12", ["Dossier 12", "KZ Gent 12"]),
        ("KZ-011 deel 2", ["KZ-011 deel 2"]),
        ("85 07 30 033 28", ["85 07 30 033 28"]),
        ("850730 033 28", ["850730 033 28"]),
        ("KZ-011 850730-033.28", ["KZ-011 850730-033.28"]),
        (" ;\n,", []),
    ],
)
def test_blanks_part_numbers_that_stand_by_themselves(typed, numbers):
    assert numbers_in(typed) == numbers


def test_nothing_and_too_much_are_refused():
    with pytest.raises(DossierNumberMissing):
        pseudonym(" \t ")
    with pytest.raises(DossierNumberTooLong):
        pseudonym("1" + "x" * 40)


@given(st.text(max_size=60))
def test_what_is_kept_stays_the_same(raw):
    try:
        kept = pseudonym(raw)
    except (DossierNumberIsAName, DossierNumberMissing, DossierNumberTooLong, NationalNumberFound):
        return
    assert pseudonym(kept) == kept
    assert 0 < len(kept) <= 40
