"""The letter about the next period, from the mandate to the paper."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from controllers.bundle import Controllers
from models.kernel.errors import Gone
from models.letters.values import LetterIncomplete
from models.mandates.values import CertificateKind
from tests.controllers.finished import centre, settle
from tests.controllers.statements import statements


@pytest.fixture
def controllers(store):
    made = Controllers(store)
    settle(made)
    return made


@pytest.fixture
def mandate(controllers):
    where = centre(controllers)
    controllers.mandates.add_certificate(where, CertificateKind.CEDEO, date(2027, 4, 20))
    controllers.centres.add_counsellor(where, "An", "Claes")
    return controllers.mandates.add(where, "M-1015", date(2021, 5, 1))


def test_a_mandate_has_one_letter_about_what_comes_after(controllers, mandate):
    letter = controllers.letters.write_renewal_letter(mandate)
    assert controllers.letters.write_renewal_letter(mandate) == letter
    (row,) = controllers.letters.rows(controllers.letters.ids())
    assert row.id == letter
    assert row.subject == "Uw mandaat loopbaanbegeleiding eindigt op 30 april 2027"
    assert row.reference.startswith("BR-2026-")
    assert row.missing == len(controllers.letters.file(letter).missing)


def test_a_page_of_these_letters_takes_as_many_statements_as_one(controllers, store, mandate):
    controllers.letters.write_renewal_letter(mandate)
    for place, number in enumerate(("0887010362", "1000000021", "0403199702")):
        other = controllers.centres.add(number, f"Huis {place}")
        for who in range(place + 1):
            controllers.centres.add_counsellor(other, "An", f"Maes {who}")
        held = controllers.mandates.add(other, f"M-{place}", date(2021, 6, 1 + place))
        controllers.letters.write_renewal_letter(held)
    ids = controllers.letters.ids()
    with statements(store) as for_one:
        alone = [controllers.letters.rows([letter])[0] for letter in ids[:1]]
    with statements(store) as for_all:
        together = controllers.letters.rows(ids)
    assert len(for_all) == len(for_one) <= 14
    assert len(together) == 4
    assert alone[0] in together
    for row in together:
        assert row.missing == len(controllers.letters.file(row.id).missing)


def test_it_says_what_the_file_of_the_centre_says_now(controllers, mandate, tmp_path: Path):
    letter = controllers.letters.write_renewal_letter(mandate)
    file = controllers.letters.file(letter)
    listed = next(place for place in file.places if place.key == "missing_list")
    assert "20 april 2027" in listed.value
    assert "An Claes" in listed.value
    controllers.mandates.add_certificate(file.centre_id, CertificateKind.CEDEO, date(2030, 4, 20))
    listed = next(p for p in controllers.letters.file(letter).places if p.key == "missing_list")
    assert "certificaat" not in listed.value
    made = controllers.outgoing.letter(letter, tmp_path / "brief.pdf")
    text = " ".join("".join(page.extract_text() for page in PdfReader(made.path).pages).split())
    assert "An Claes" in text
    assert "U hoeft geen nieuwe aanvraag in te vullen" in text


def test_undo_takes_the_letter_back_and_a_removed_mandate_leaves_no_letter(controllers, mandate):
    letter = controllers.letters.write_renewal_letter(mandate)
    controllers.history.undo()
    assert controllers.letters.ids() == []
    controllers.history.redo()
    controllers.mandates.remove(mandate)
    with pytest.raises(Gone):
        controllers.letters.file(letter)
    assert controllers.letters.rows(controllers.letters.ids()) == []


def test_an_office_without_a_name_gets_a_draft(controllers, mandate, tmp_path: Path):
    controllers.settings.edit("officer_name", "")
    letter = controllers.letters.write_renewal_letter(mandate)
    with pytest.raises(LetterIncomplete):
        controllers.outgoing.letter(letter, tmp_path / "brief.pdf")
