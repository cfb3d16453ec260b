"""What leaves the house: a letter as pages and as a file, and lists as workbooks."""

from datetime import UTC, datetime

import pytest
from python_calamine import CalamineWorkbook

from controllers.bundle import Controllers
from models.letters.values import LetterIncomplete
from models.store.file import Terms, open_file
from models.centres.entities import SEARCHED
from tests.conftest import CHEAP, PASSPHRASE
from tests.controllers.finished import finished_check, settle


@pytest.fixture
def letter(controllers):
    settle(controllers)
    return controllers.letters.write_audit_letter(finished_check(controllers))


def test_a_letter_with_a_gap_can_be_looked_at_but_not_kept_or_printed(controllers, tmp_path):
    settle(controllers, officer_phone="")
    letter = controllers.letters.write_audit_letter(finished_check(controllers))
    assert len(controllers.outgoing.preview(letter).sizes) >= 2
    with pytest.raises(LetterIncomplete) as refused:
        controllers.outgoing.letter(letter, tmp_path / "brief.pdf")
    assert "telefoonnummer" in str(refused.value)
    with pytest.raises(LetterIncomplete):
        controllers.outgoing.pages(letter)
    assert not list(tmp_path.glob("*.pdf"))


def test_the_pages_say_what_the_file_says(controllers, letter, tmp_path):
    pages = controllers.outgoing.pages(letter)
    controllers.outgoing.letter(letter, tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert "Loopbaanhuis De Kade" in pages.text(0)


def test_the_same_letter_is_the_same_file_a_year_later(controllers, letter, tmp_path):
    first = controllers.outgoing.letter(letter, tmp_path / "eerst.pdf")
    path = controllers.path
    controllers.close()
    later = Terms(lambda: datetime(2027, 5, 4, 9, tzinfo=UTC), "Els", (SEARCHED,), CHEAP)
    reopened = Controllers(open_file(path, PASSPHRASE, later))
    again = reopened.outgoing.letter(letter, tmp_path / "later.pdf")
    reopened.close()
    assert again.sha256 == first.sha256


def test_letters_as_a_workbook(controllers, letter, tmp_path):
    controllers.outgoing.letters(tmp_path / "brieven.xlsx")
    rows = CalamineWorkbook.from_path(tmp_path / "brieven.xlsx").get_sheet_by_index(0).to_python()
    assert any("Loopbaanhuis De Kade" in row for row in rows)


def test_checks_as_a_workbook(controllers, letter, tmp_path):
    controllers.outgoing.checks(tmp_path / "controles.xlsx")
    rows = CalamineWorkbook.from_path(tmp_path / "controles.xlsx").get_sheet_by_index(0).to_python()
    assert any("Loopbaanhuis De Kade" in row for row in rows)
