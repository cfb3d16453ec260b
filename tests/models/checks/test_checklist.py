"""The checklist as it ships, and what a mistake in it says."""

import copy

import pytest

from models.checklists.rules import answer_label, grade_label, read_template, template
from models.checks.values import AnswerType, AnswerValue, Grade
from models.content.reading import FOLDER, ContentWrong, content

HEAVY = (
    "betreffende dienen enkel gelieve indien inzake mits reeds slechts steeds teneinde tevens"
    " trachten verzoeken wensen"
).split()


def broken(change):
    facts = copy.deepcopy(dict(content("checklist_dossier_check")))
    change(facts)
    with pytest.raises(ContentWrong) as caught:
        read_template(facts, "lijst.yaml")
    return str(caught.value)


def test_the_list_holds_27_questions_in_7_sections_with_12_conditions():
    found = template()
    assert len(found.sections) == 7
    assert len(found.questions) == 27
    assert sum(question.definition_condition for question in found.questions) == 12
    assert found.question("DC-08").answer_type is AnswerType.HOURS_COMPARE
    assert found.question("DC-08").tolerance_hours == 0.25


def test_every_seed_phrase_stands_in_the_quality_guarantee():
    guarantee = (FOLDER / "kwaliteitsgarantie.txt").read_text(encoding="utf-8")
    quotes = [q.basis.text for q in template().questions if q.basis.kind == "seed"]
    assert len(quotes) == 17
    assert [quote for quote in quotes if quote not in guarantee] == []


def test_numbers_as_data_are_the_numbers_of_the_sentences():
    head = content("checklist_dossier_check")["template"]
    limits = template().thresholds
    major = head["grade_rules"][0]["when"]
    assert (
        f"mandate_relevant question fails in at least {limits.mandate_relevant.dossiers} " in major
    )
    definition, other = limits.definition_condition, limits.other
    assert f"in at least {definition.dossiers} dossiers or {definition.share_pct} %" in major
    assert f"in at least {other.dossiers} dossiers or {other.share_pct} %" in major
    section = content("checklist_dossier_check")["sections"][2]["questions"]
    hours = next(question for question in section if question["key"] == "DC-08")
    assert hours["pass_when"].endswith(f"<= {hours['tolerance_hours']}")


def test_texts_for_the_centre_are_plain_dutch():
    for question in template().questions:
        assert question.finding[0].islower()
        assert not question.finding.endswith(".")
        assert question.measure.endswith(".")
        words = f"{question.finding} {question.measure} {question.expected_evidence}".lower()
        assert [word for word in HEAVY if word in words.replace(",", " ").split()] == []


def test_another_version_is_another_list():
    with pytest.raises(KeyError):
        template("dossier_check", 2)
    with pytest.raises(KeyError):
        template("onbekend", 1)


def test_labels_come_from_the_code_lists():
    assert grade_label(Grade.MAJOR) == "ernstige tekortkoming"
    assert answer_label(AnswerValue.PARTIAL) == "gedeeltelijk"


def test_a_question_key_used_twice_is_named_with_its_place():
    def twice(facts):
        facts["sections"][1]["questions"][0]["key"] = "DC-01"

    said = broken(twice)
    assert "lijst.yaml" in said
    assert "sections[1].questions[0].key" in said
    assert "DC-01" in said


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("severity_on_fail", "terrible"),
        ("severity_on_fail", "strength"),
        ("answer_type", "stars"),
        ("definition_condition", "yes"),
        ("text_nl", " "),
        ("tolerance_hours", 1),
        ("colour", "red"),
        ("basis", {"type": "seed"}),
        ("basis", {"type": "rumour", "ref": "x"}),
    ],
)
def test_a_wrong_fact_is_named_with_its_place(key, value):
    def wrong(facts):
        facts["sections"][0]["questions"][2][key] = value

    said = broken(wrong)
    assert "lijst.yaml" in said
    assert "sections[0].questions[2]" in said


def test_a_threshold_of_nothing_is_refused():
    def nothing(facts):
        facts["template"]["grade_thresholds"]["other"]["dossiers"] = 0

    assert "template.grade_thresholds.other.dossiers" in broken(nothing)
