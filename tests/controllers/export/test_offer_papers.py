"""The papers of a check of the offer: where each channel was, when it was looked at, no visit."""

import re

import pytest

from controllers.checks import OFFER
from controllers.checks.closing import SeenDraft
from models.checklists.values import AnswerValue, Condition
from models.checks.values import ChecklistAnswer
from models.checks.rules.closing import EARLIER
from tests.controllers.finished import DAY, centre, finished_check, signed

SITE = "https://www.dekade.example/aanbod"
MOMENT = r"\d{1,2} [a-z]+ \d{4}, \d{1,2}\.\d\d uur"


def text_of(pages) -> str:
    told = " ".join(pages.text(page) for page in range(len(pages.sizes)))
    return " ".join(told.replace("\u00a0", " ").split())


@pytest.fixture
def offer(controllers):
    """A check of the offer of one website and one brochure, on its way and not answered."""
    centre_id = centre(controllers)
    controllers.centres.edit(centre_id, "website", SITE)
    check_id = controllers.checks.plan(centre_id, DAY, None, OFFER)
    controllers.checks.start(check_id)
    return check_id


def fill(controllers, check_id):
    """Every channel answered with yes, one by one."""
    file = controllers.checks.file(check_id)
    for one in file.dossiers:
        for question in file.template.questions:
            controllers.checks.answer(check_id, one.id, question.key, AnswerValue.YES)


def test_address_and_hour_of_every_channel_stand_on_report_and_sheet(controllers, offer):
    controllers.checks.look_at(offer, controllers.checks.file(offer).dossiers[0].id)
    for pages in (controllers.taking.report_pages(offer), controllers.taking.closing_pages(offer)):
        told = text_of(pages)
        assert SITE in told.replace(" ", "")
        assert re.search(MOMENT, told)


def test_the_first_answer_says_when_a_channel_was_looked_at(controllers, offer):
    (site,) = controllers.checks.file(offer).dossiers
    assert site.looked_at is None
    controllers.checks.note(offer, site.id, "OC-01", "")
    assert controllers.checks.file(offer).dossiers[0].looked_at is None
    controllers.checks.answer(offer, site.id, "OC-01", AnswerValue.YES)
    first = controllers.checks.file(offer).dossiers[0].looked_at
    assert first is not None
    controllers.checks.answer(offer, site.id, "OC-02", AnswerValue.YES)
    assert controllers.checks.file(offer).dossiers[0].looked_at == first
    controllers.history.undo()
    controllers.history.undo()
    assert controllers.checks.file(offer).dossiers[0].looked_at is None


def test_the_report_says_only_that_was_looked_at_what_was(controllers):
    do, report = controllers.checks, controllers.taking.report_pages
    check_id = do.plan(centre(controllers), DAY, None, OFFER)
    channels = [do.add_channel(check_id, "P-01", "balie"), do.add_channel(check_id, "P-02")]
    do.start(check_id)
    assert "op alle vragen bekeken" not in text_of(report(check_id))
    assert "zijn er 0 beantwoord" in text_of(report(check_id))
    for one, name in zip(channels, ("P-01", "P-02"), strict=True):  # at once, as from a list
        every = [question.key for question in do.file(check_id).template.questions]
        do.fill(check_id, one, dict.fromkeys(every, ChecklistAnswer(AnswerValue.YES)), name)
    do.look_at(check_id, channels[1])
    told = text_of(report(check_id))
    assert "Voor P-01 is niet genoteerd wanneer dit kanaal bekeken is." in told
    assert do.closing(check_id).unmarked == ("P-01",)
    do.look_at(check_id, channels[0])
    assert "Elk van deze kanalen is op alle vragen bekeken." in text_of(report(check_id))
    assert do.closing(check_id).unmarked == ()


def test_nobody_was_visited_and_nothing_was_drawn(controllers, offer):
    fill(controllers, offer)
    told = text_of(controllers.taking.report_pages(offer))
    for word in ("zetel van het centrum", "bezoek", "steekproef", "trekking", "Hoe gekozen"):
        assert word not in told, word
    assert "Alleen de kanalen die hierboven staan" in told
    for key in ("voucher_price", "voucher_hours", "parameters"):
        assert key not in told
    assert "uren en prijs" in told
    sheet = text_of(controllers.taking.closing_pages(offer))
    assert "Bezoek:" not in sheet
    controllers.checks.finish(offer)
    controllers.checks.reopen(offer, "Een kanaal ontbrak.")
    controllers.checks.add_channel(offer, "LinkedIn")
    told = text_of(controllers.taking.difference_pages(offer))
    assert "Kanalen en antwoorden" in told
    assert "vragen in alle kanalen" in told
    assert "dossier" not in told.lower()


def test_a_dossier_check_that_is_not_complete_does_not_say_so(controllers):
    check_id = finished_check(controllers)
    assert "Elk van deze dossiers is op alle vragen bekeken" in text_of(
        controllers.taking.report_pages(check_id)
    )
    do = controllers.checks
    do.reopen(check_id, "Nog een dossier.")
    do.add_dossiers(check_id, "KZ-099")
    told = text_of(controllers.taking.report_pages(check_id))
    assert "op alle vragen bekeken" not in told
    assert "Van de 189 vragen zijn er 162 beantwoord." in told


def test_a_question_that_was_not_asked_is_no_answer_on_paper(controllers):
    do, lists = controllers.checks, controllers.checklists
    draft = lists.draft_from("dossier_check", 1)
    row = lists.file("dossier_check", 2).question_ids["DC-04"]
    lists.edit_question(row, "asked_when", Condition("DC-03", (AnswerValue.NO,)))
    lists.begin_test(draft)
    check_id = do.plan(centre(controllers), version=2)
    do.start(check_id)
    (dossier,) = do.add_dossiers(check_id, "KZ-1")
    do.answer(check_id, dossier, "DC-03", AnswerValue.YES)
    told = text_of(controllers.taking.report_pages(check_id))
    assert "niet gevraagd: alleen bij nee op DC-03" in told
    assert "niet van toepassing" not in told
    first = signed(controllers, check_id)
    do.answer(check_id, dossier, "DC-03", AnswerValue.NO)
    assert "niet gevraagd" not in text_of(controllers.taking.report_pages(check_id))
    do.answer(check_id, dossier, "DC-04", AnswerValue.YES)
    told = text_of(controllers.taking.difference_pages(check_id, first))
    assert "niet gevraagd" in told
    assert "niet van toepassing" not in told


def test_a_difference_is_headed_with_both_moments_and_each_reason(controllers):
    check_id = finished_check(controllers)
    do = controllers.checks
    do.reopen(check_id, "Het centrum bezorgde nog een stuk.")
    do.edit(check_id, "conclusion", "Beter dan eerst.")
    told = text_of(controllers.taking.difference_pages(check_id))
    (first,) = do.revisions(check_id)
    assert re.search(rf"Versie 1, bewaard op {MOMENT}, door {first.made_by}", told)
    assert "De controle nu" in told
    assert "Reden: Het centrum bezorgde nog een stuk." in told
    do.finish(check_id)
    first, second = do.revisions(check_id)
    told = text_of(controllers.taking.difference_pages(check_id))
    assert re.search(rf"Versie 2, bewaard op {MOMENT}, door {second.made_by}", told)
    assert f"opnieuw geopend door {first.reopened_by}. Reden: Het centrum" in told
    assert first.sha256 in told.replace(" ", "") and second.sha256 in told.replace(" ", "")


def test_who_saw_other_words_is_told_so(controllers):
    check_id = finished_check(controllers)
    do = controllers.checks
    do.sign(check_id, SeenDraft("An Jansen"), do.closing(check_id).shown_sha256)
    before = text_of(controllers.taking.closing_pages(check_id))
    assert EARLIER not in before
    do.reopen(check_id, "Een woord.")
    do.edit(check_id, "conclusion", "Andere woorden.")
    do.sign(check_id, SeenDraft("Bo Peeters"), do.closing(check_id).shown_sha256)
    do.finish(check_id)
    told = text_of(controllers.taking.closing_pages(check_id))
    assert EARLIER in told
    assert told.count("(zag een vroegere tekst)") == 1


def test_the_number_of_dossiers_in_a_sentence_that_was_sent_is_a_difference(controllers):
    check_id = finished_check(controllers)
    do = controllers.checks
    (first,) = do.revisions(check_id)
    do.reopen(check_id, "Eén nota was verkeerd.")
    one = do.file(check_id).dossiers[0]
    do.answer(check_id, one.id, do.file(check_id).template.questions[0].key, AnswerValue.YES)
    do.finish(check_id)
    lines = do.differences(check_id).lines
    assert any("3 van de 6" in line.old and "2 van de 6" in line.new for line in lines)
