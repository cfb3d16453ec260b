"""The report of a check and the empty list on paper: everything F5.05 asks, and every answer."""

from io import BytesIO

import pypdf
import pytest

from controllers.bundle import Controllers
from controllers.export.check_report import CheckReport, report_pdf
from controllers.export.paper_list import PaperList, paper_pdf
from models.checks.rules.content import content_of
from models.checks.rules.closing import closing_of, plain
from tests.controllers.finished import DAY, finished_check
from tests.models.builders import LIST, all_yes, answer, check, sample
from tests.models.checks.test_content import rows_of

LONG = "Er is in de gesprekken weinig te zien van wat de klant wil. " * 14


def report(dossiers=8, note="Niet gevonden.", **facts) -> CheckReport:
    odd = all_yes(DC_01=answer("no", note), DC_05=answer("no", note))
    one = check(sample(dossiers, *[odd] * (dossiers // 2)), **facts)
    rows = rows_of(one)
    rows["dossier_check"] = [{"reference": one.reference, "visit_date": "2026-04-14"}]
    return CheckReport(content_of(one, rows, plain(closing_of(one, {}, DAY))), "versie 1")


def pages(pdf: bytes) -> list[str]:
    reader = pypdf.PdfReader(BytesIO(pdf))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_it_has_the_chapters_of_an_audit_report_as_bookmarks():
    pdf = report_pdf(report())
    reader = pypdf.PdfReader(BytesIO(pdf))
    outline = str(reader.outline)
    for chapter in (
        *("Doel en kader", "Criteria", "Steekproef", "Vaststellingen", "Wat goed loopt"),
        *("Afspraken", "Besluit", "Reacties van het centrum", "Beperkingen"),
        *("Verspreiding en vervolg", "Ingevulde controlelijst"),
    ):
        assert chapter in outline, chapter
    assert reader.trailer["/Root"]["/Lang"] == "nl-BE"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_every_question_and_every_note_stands_in_it_and_every_page_says_which_it_is():
    found = report()
    every = pages(report_pdf(found))
    text = " ".join(every)
    for question in LIST.questions:
        assert question.key in text
    assert text.count("Niet gevonden.") == 8
    for number, page in enumerate(every, 1):
        assert f"pagina {number} van" in page
        assert found.mark in page
        assert "Loopbaanhuis De Kade" in page


def test_an_answer_is_never_split_over_two_pages():
    notes = [f"begin{n} {LONG} einde{n}" for n in range(30)]
    odd = [all_yes(DC_01=answer("no", note)) for note in notes]
    one = check(sample(30, *odd))
    rows = rows_of(one)
    rows["dossier_check"] = [{"reference": one.reference, "visit_date": "2026-04-14"}]
    made = CheckReport(content_of(one, rows, plain(closing_of(one, {}, DAY))), "versie 1")
    every = pages(report_pdf(made))
    for n in range(30):
        page = next(page for page in every if f"begin{n} " in page)
        assert f"einde{n}" in page
    assert sum("DC-01 " in page for page in every) > 3


def test_the_same_facts_give_the_same_bytes():
    assert report_pdf(report()) == report_pdf(report())
    assert report_pdf(report()) != report_pdf(report(note="Anders."))


@pytest.fixture
def controllers(store):
    return Controllers(store)


def test_a_kept_revision_is_printed_as_it_was(controllers, tmp_path):
    check_id = finished_check(controllers)
    (first,) = controllers.checks.revisions(check_id)
    before = controllers.taking.report(check_id, tmp_path / "eerst.pdf")
    controllers.checks.reopen(check_id, "Een nota ontbrak.")
    dossier = controllers.checks.file(check_id).dossiers[0].id
    controllers.checks.note(check_id, dossier, "DC-01", "Nu wel genoteerd.")
    draft = controllers.taking.report(check_id, tmp_path / "ontwerp.pdf")
    assert "ontwerp" in pages(draft.path.read_bytes())[0]
    again = controllers.taking.report(check_id, tmp_path / "weer.pdf", first.id)
    assert again.sha256 == before.sha256
    assert first.sha256 in pages(again.path.read_bytes())[0]
    assert "Nu wel genoteerd." not in " ".join(pages(again.path.read_bytes()))


def test_the_empty_list_has_a_place_for_every_question_and_dossier():
    paper = PaperList(LIST, "Loopbaanhuis De Kade", "DC-2026-1", "14 april 2026",
                      tuple(f"KZ-{n:03}" for n in range(1, 9)))  # fmt: skip
    pdf = paper_pdf(paper)
    every = pages(pdf)
    text = " ".join(every)
    for n in range(1, 9):
        assert f"KZ-{n:03}" in text
    for question in LIST.questions:
        assert text.count(f"{question.key} ") >= 2  # two sheets of at most six dossiers
    assert "1 ja · 2 gedeeltelijk · 3 nee" in every[0]
    assert paper_pdf(paper) == pdf
