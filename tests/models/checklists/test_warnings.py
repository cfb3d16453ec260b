"""What may be wrong with a checklist: the language by its words, the structure by its rules."""

import pytest

from models.checklists import rules
from models.checklists.rules.warnings import double_negative, two_questions
from models.checklists.values import (
    AnswerType,
    AnswerValue,
    Basis,
    Condition,
    Option,
    Section,
    WarningKind,
)
from tests.models.checklists.lists import of_sections, question, template

YES, PARTIAL, NO = AnswerValue.YES, AnswerValue.PARTIAL, AnswerValue.NO


def kinds(*questions):
    return [(one.kind, one.question_key) for one in rules.warnings(template(*questions))]


@pytest.mark.parametrize(
    "text",
    [
        "Is er geen dossier zonder plan?",
        "Is nooit vastgesteld dat het plan niet klopt?",
        "Ontbreekt het plan in geen enkel dossier?",
        "Is niet gebleken dat de uitleg onvolledig was?",
    ],
)
def test_a_double_negative_is_heard(text):
    assert double_negative(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vraagt het centrum geen bijkomende kosten, ook niet voor testen?",
        "Gaat de vraag over keuzes, en niet alleen over gezondheid?",
        "Bevat het dossier alleen nodige gegevens, en geen rijksregisternummer zonder reden?",
        "Is het plan er?",
    ],
)
def test_what_only_repeats_a_denial_is_no_double_negative(text):
    assert not double_negative(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kreeg de klant het POP, en kan het centrum dat aantonen?",
        "Staat de vraag in het dossier en is ze concreet?",
        "Is er een plan? Is het ondertekend?",
    ],
)
def test_two_questions_in_one_are_seen(text):
    assert two_questions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Is er gewerkt aan het ontdekken, versterken of ontwikkelen van competenties?",
        "Blijkt dat de klant leert sturen, bijvoorbeeld door opdrachten, reflectie of keuzes?",
        "Is het plan besproken en ondertekend?",
        "Is duidelijk welke cheque is gebruikt, wie begeleidde en wanneer het begon?",
    ],
)
def test_a_list_of_words_is_one_question(text):
    assert not two_questions(text)


def test_the_lists_that_ship_can_be_published_and_only_advise():
    for key in ("dossier_check", "offer_check"):
        assert rules.blocking(rules.template(key)) == ()


def test_the_trap_of_the_ninth_element_is_named_until_yes_is_explained():
    trap = question("V1", text="Staat de begeleiding los van elke andere dienst?")
    assert kinds(trap) == [(WarningKind.ABSENCE, "V1")]
    told = question("V1", text=trap.text, guidance="Ja betekent: er is geen pakket.")
    assert kinds(told) == []


def test_a_question_without_source_text_or_finding_is_named():
    assert kinds(question("V1", basis=Basis("", " "))) == [(WarningKind.SOURCE_MISSING, "V1")]
    assert kinds(question("V1", text=" ")) == [(WarningKind.TEXT_MISSING, "V1")]
    assert kinds(question("V1", finding="")) == [(WarningKind.FINDING_MISSING, "V1")]


def test_a_fact_that_nobody_judges_needs_no_finding():
    for kind in (AnswerType.TEXT, AnswerType.DATE, AnswerType.NUMBER):
        assert kinds(question("V1", answer_type=kind, finding="")) == []
    judged = question("V1", answer_type=AnswerType.NUMBER, least=2, finding="")
    assert kinds(judged) == [(WarningKind.FINDING_MISSING, "V1")]


def test_a_choice_needs_answers_that_count():
    choice = {"answer_type": AnswerType.CHOICE}
    assert kinds(question("V1", **choice)) == [(WarningKind.OPTIONS_MISSING, "V1")]
    mixed = (Option("a", "Altijd", YES), Option("b", "Weet niet"))
    assert kinds(question("V1", options=mixed, **choice)) == [(WarningKind.OPTION_UNSCORED, "V1")]
    facts = (Option("a", "Rood"), Option("b", "Blauw"))
    assert kinds(question("V1", options=facts, **choice)) == []


def test_bounds_that_nothing_can_meet_block():
    turned = question("V1", answer_type=AnswerType.NUMBER, least=6, most=2)
    (one,) = rules.warnings(template(turned))
    assert (one.kind, one.blocks) == (WarningKind.BOUNDS_TURNED_ROUND, True)


@pytest.mark.parametrize(
    ("condition", "kind"),
    [
        (Condition("V9", (NO,)), WarningKind.CONDITION_UNKNOWN),
        (Condition("V3", (NO,)), WarningKind.CONDITION_LATER),
        (Condition("V2", (NO,)), WarningKind.CONDITION_CIRCLE),
        (Condition("V1", ()), WarningKind.CONDITION_NEVER),
    ],
)
def test_a_condition_that_cannot_work_blocks(condition, kind):
    found = rules.warnings(
        template(question("V1"), question("V2", asked_when=condition), question("V3"))
    )
    assert [(one.kind, one.question_key, one.blocks) for one in found] == [(kind, "V2", True)]


def test_a_circle_of_three_is_named_for_all_of_them():
    found = kinds(
        question("V1", asked_when=Condition("V3", (NO,))),
        question("V2", asked_when=Condition("V1", (NO,))),
        question("V3", asked_when=Condition("V2", (NO,))),
    )
    assert found == [(WarningKind.CONDITION_CIRCLE, key) for key in ("V1", "V2", "V3")]


def test_a_condition_on_an_answer_that_cannot_be_given_is_never_met():
    day = question("V1", answer_type=AnswerType.DATE)
    found = kinds(day, question("V2", asked_when=Condition("V1", (NO, PARTIAL))))
    assert found == [(WarningKind.CONDITION_NEVER, "V2")]


def test_an_empty_list_cannot_be_published_and_an_empty_section_only_advises():
    assert [one.blocks for one in rules.warnings(of_sections())] == [True]
    half = of_sections(Section("s1", "1. A", (question("V1"),)), Section("s2", "2. B", ()))
    (one,) = rules.warnings(half)
    assert (one.section_key, one.blocks) == ("s2", False)


def test_a_condition_reads_as_a_dutch_sentence():
    assert rules.condition_sentence(None) == "Altijd"
    assert (
        rules.condition_sentence(Condition("DC-03", (NO, PARTIAL)))
        == "Alleen als DC-03 met nee of gedeeltelijk is beantwoord"
    )
