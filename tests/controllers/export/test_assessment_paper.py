"""The assessment on paper, read again by another program: what stands on it, page by page."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from controllers.bundle import Controllers
from controllers.export.assessment_paper import AssessmentPaper
from models.applications.values import AdviceOutcome, Judgement
from models.checklists.rules import ASSESSMENT
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
    assert "voldoet: 13 · voldoet niet: 1" in whole


def test_an_advice_stands_on_it_and_says_when_it_rests_on_other_judgements(one, tmp_path):
    one.judge(MA_05=Judgement.DOES_NOT_MEET)
    one.ask()
    one.complete()
    one.advise(AdviceOutcome.POSITIVE, "De ervaring van de vennoten telt mee.")
    found = " ".join("\n".join(pages(one, tmp_path, filled=True)).split())
    assert "Advies positief, door Lotte Verhaegen op 4 mei 2026" in found
    assert "Waarom dit advies De ervaring van de vennoten telt mee." in found
    one.controllers.applications.judge(one.application, "MA-05", Judgement.MEETS)
    found = " ".join("\n".join(pages(one, tmp_path, filled=True)).split())
    assert "rests on other judgements than those that stand now: MA-05" in found
    empty = " ".join("\n".join(pages(one, tmp_path, filled=False)).split())
    assert "vennoten" not in empty


def test_what_is_not_judged_says_so(one, tmp_path):
    whole = " ".join("\n".join(pages(one, tmp_path, filled=True)).split())
    assert "nog te beoordelen: 14" in whole
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
    assert "nog te beoordelen: 14" in found


@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("field", ["text", "basis_text"])
def test_a_requirement_of_pages_flows_over_them_and_stays_whole(store, tmp_path, field, filled):
    controllers = Controllers(store)
    lists = controllers.checklists
    draft = lists.draft_from(ASSESSMENT, 1)
    told = " ".join(f"zin{number} over de ervaring" for number in range(360))
    assert len(told) > 8000
    lists.edit_question(lists.file(ASSESSMENT, 2).question_ids["MA-01"], field, told)
    lists.begin_test(draft)
    lists.publish(draft)
    late = second(controllers)
    controllers.applications.write(late.application, "MA-01", "motivation", "Zo staat het daar.")
    found = pages(late, tmp_path, filled=filled)
    whole = " ".join("\n".join(found).casefold().split())
    for number in range(360):
        assert whole.count(f"zin{number} ") in (1, 2), "a few first words stand at the table again"
    boxes = "Zo staat het daar." if filled else "1 voldoet"
    table = next(number for number, text in enumerate(found) if boxes in text)
    assert table > 0
    assert "MA-01" in found[table], "the table says of which requirement it is"


def test_every_fact_that_is_printed_moves_the_mark(one):
    do = one.controllers.applications
    one.judge()

    def mark(filled: bool = True) -> str:
        return AssessmentPaper(one.file, filled, {}).mark

    seen = [mark(), mark(filled=False)]
    for change in (
        lambda: do.edit(one.application, "assessor", "Iemand Anders"),
        lambda: do.edit(one.application, "requested_start", date(2026, 12, 1)),
        lambda: do.edit(one.application, "received_on", date(2026, 3, 1)),
        one.complete,
        one.advise,
    ):
        change()
        seen.append(mark())
    question = replace(one.file.of("MA-01").criterion, mandate_relevant=False)
    question = replace(question, definition_condition=False)
    plain = replace(one.file.criteria[0], criterion=question)
    assert one.file.criteria[0].criterion.decisive
    file = replace(one.file, criteria=(plain, *one.file.criteria[1:]))
    seen.append(AssessmentPaper(file, True, {}).mark)
    other = replace(one.file, template=replace(one.file.template, key="own_assessment"))
    seen.append(AssessmentPaper(other, True, {}).mark)
    assert len(set(seen)) == len(seen)
