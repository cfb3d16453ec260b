"""The checklist for the offer as it ships: a template of the same engine as that for dossiers."""

from models.checklists.rules import template
from models.checklists.values import Unit
from models.content.reading import FOLDER, content

OFFER = template("offer_check")
HEAVY = (
    "betreffende dienen enkel gelieve indien inzake mits reeds slechts steeds teneinde tevens"
    " trachten verzoeken wensen"
).split()


def test_the_list_holds_12_questions_in_3_sections_for_each_channel():
    assert len(OFFER.sections) == 3
    assert [question.key for question in OFFER.questions] == [f"OC-{n:02}" for n in range(1, 13)]
    assert OFFER.unit is Unit.PUBLIC_CHANNEL


def test_every_seed_phrase_stands_in_the_quality_guarantee():
    guarantee = (FOLDER / "kwaliteitsgarantie.txt").read_text(encoding="utf-8")
    quotes = [q.basis.text for q in OFFER.questions if q.basis.kind == "seed"]
    assert len(quotes) == 8
    assert [quote for quote in quotes if quote not in guarantee] == []


def test_numbers_as_data_are_the_numbers_of_the_sentences():
    major = content("checklist_offer_check")["template"]["grade_rules"][0]["when"]
    limits = OFFER.thresholds
    assert (
        f"mandate_relevant question fails in at least {limits.mandate_relevant.dossiers} " in major
    )
    definition, other = limits.definition_condition, limits.other
    assert f"definition_condition fails in at least {definition.dossiers} channel" in major
    assert f"other question fails in at least {other.dossiers} channels" in major
    assert (definition.share_pct, other.share_pct) == (None, None)


def test_texts_for_the_centre_are_plain_dutch():
    for question in OFFER.questions:
        assert question.finding[0].islower()
        assert not question.finding.endswith(".")
        assert question.measure.endswith(".")
        assert 0 < len(question.short) <= 45
        words = f"{question.finding} {question.measure} {question.expected_evidence}".lower()
        assert [word for word in HEAVY if word in words.replace(",", " ").split()] == []


def test_a_question_in_order_when_something_is_not_there_says_what_yes_means():
    for key in ("OC-07", "OC-09", "OC-10"):
        assert OFFER.question(key).guidance.startswith("Ja betekent: ")
