"""Legal forms of yesterday and of the neighbours, and names made comparable."""

import pytest

from models.centres.rules import legal_form, legal_name_key


@pytest.mark.parametrize(
    ("raw", "form"),
    [("B.V.", "BV"), ("bvba", "BV"), ("S.R.L.", "BV"), ("V.Z.W.", "VZW"), ("ASBL", "VZW"), ("Comm. V.", "CommV"),
     ("CVBA", "CV"), ("v.o.f.", "VOF"), ("natuurlijk persoon", "eenmanszaak"), ("Naamloze vennootschap", "NV"),
     ("société anonyme", "NV"), ("", ""), (None, ""), ("Ltd", "Ltd")],
)  # fmt: skip
def test_a_legal_form_is_todays(raw: object, form: str) -> None:
    assert legal_form(raw) == form


def test_names_are_the_same_without_form_accents_and_capitals() -> None:
    assert legal_name_key("Vallier Groep bv") == legal_name_key("VALLIER  groep B.V.")
    assert legal_name_key("Coöperatie Één") == legal_name_key("cooperatie een")
    assert legal_name_key("NV") == "nv"
