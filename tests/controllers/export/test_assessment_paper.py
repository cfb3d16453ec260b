"""The assessment on paper, read again by another program: what stands on it, page by page."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from controllers.bundle import Controllers
from models.applications.values import Judgement
from tests.controllers.dossiers import applicant
from tests.controllers.test_own_assessment import published, second


@pytest.fixture
def one(store):
    return applicant(Controllers(store))


def pages(one, tmp_path, *, filled: bool) -> list[str]:
    made = one.controllers.applications.paper(one.application, tmp_path / "lijst", filled=filled)
    return [page.extract_text() for page in PdfReader(BytesIO(made.path.read_bytes())).pages]


def test_the_empty_list_has_every_requirement_with_its_number_and_boxes(one, tmp_path):
    found = pages(one, tmp_path, filled=False)
    whole = "\n".join(found)
    for each in one.file.criteria:
        assert each.key in whole
    assert whole.count("1 voldoet") == len(one.file.criteria)
    assert whole.count("4 bijkomende informatie nodig") == len(one.file.criteria)


def test_every_page_says_what_it_is_of(one, tmp_path):
    for text in pages(one, tmp_path, filled=False):
        assert one.file.reference in text
        assert "pagina" in text


def test_the_empty_list_stays_empty_when_something_is_judged(one, tmp_path):
    one.judge()
    assert "Zo staat het bij" not in "\n".join(pages(one, tmp_path, filled=False))


def test_the_filled_list_says_what_was_judged_why_and_on_what(one, tmp_path):
    one.judge(MA_05=Judgement.DOES_NOT_MEET)
    do = one.controllers.applications
    do.write(one.application, "MA-05", "evidence", "Overzicht van 2 april")
    scan = tmp_path / "overzicht.txt"
    scan.write_text("412 uren")
    one.controllers.attachments.add(one.centre, [scan], do.proof_of(one.application, "MA-05"))
    whole = "\n".join(pages(one, tmp_path, filled=True))
    for said in (
        "voldoet niet",
        "Zo staat het bij MA-05",
        "Overzicht van 2 april",
        "overzicht.txt",
    ):
        assert said in whole
    assert "13 voldoet · 0 voldoet gedeeltelijk · 1 voldoet niet" in whole


def test_what_is_not_judged_says_so(one, tmp_path):
    whole = " ".join("\n".join(pages(one, tmp_path, filled=True)).split())
    assert "14 nog te beoordelen" in whole
    assert whole.count("Oordeel nog te beoordelen") == 14


def test_an_answer_never_breaks_over_two_pages(one, tmp_path):
    long = " ".join(f"zin{number} over de ervaring" for number in range(120))
    for each in one.file.criteria:
        one.controllers.applications.write(
            one.application, each.key, "motivation", f"begin-{each.key} {long} einde-{each.key}"
        )
    found = pages(one, tmp_path, filled=True)
    assert len(found) > 3
    for each in one.file.criteria:
        starts = [n for n, text in enumerate(found) if f"begin-{each.key}" in text]
        ends = [n for n, text in enumerate(found) if f"einde-{each.key}" in text]
        assert starts == ends
        assert len(starts) == 1


def test_the_same_facts_give_the_same_bytes(one, tmp_path):
    one.judge()
    do = one.controllers.applications
    made = [
        do.paper(one.application, tmp_path / name, filled=True).path.read_bytes() for name in "ab"
    ]
    assert made[0] == made[1]
    do.write(one.application, "MA-01", "motivation", "Anders.")
    assert do.paper(one.application, tmp_path / "c", filled=True).path.read_bytes() != made[0]


def test_what_is_not_asked_says_when_it_would_be(store, tmp_path):
    controllers = Controllers(store)
    published(controllers)
    found = " ".join("\n".join(pages(second(controllers), tmp_path, filled=True)).split())
    assert "Alleen als het oordeel over MA-09 “voldoet niet” is." in found
    assert found.count("niet gevraagd") == 1
    assert "14 nog te beoordelen" in found
