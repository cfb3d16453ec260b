"""Facts that answer themselves, questions that are asked only sometimes, proof with a no."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checklists.values import AnswerType, Condition, Option, Proof, Unit
from models.checks import rules
from models.checks.rules.writing import checked_answer, checked_fact
from models.checks.values import (
    AmountNotPossible,
    AnswerValue,
    ChecklistAnswer,
    DayNotPossible,
    DossierColumn,
    FactWanted,
    GapKind,
    Verdict,
)
from tests.models.builders import SPACE
from tests.models.checklists.lists import question, template

YES, PARTIAL, NO, NA, UNSEEN = AnswerValue
TODAY = date(2026, 5, 4)
NUMBER = question("V1", answer_type=AnswerType.NUMBER, least=2, most=6, unit="weken")
CHOICE = question(
    "V1",
    answer_type=AnswerType.CHOICE,
    options=(Option("a", "Altijd", YES), Option("b", "Soms", PARTIAL), Option("c", "Rood")),
)
COLOUR = question(
    "V1", answer_type=AnswerType.CHOICE, options=(Option("a", "Rood"), Option("b", "Blauw"))
)
TEXT = question("V1", answer_type=AnswerType.TEXT)
DAY = question("V1", answer_type=AnswerType.DATE)


@pytest.mark.parametrize(
    ("asked", "answer", "counts"),
    [
        (NUMBER, ChecklistAnswer(amount=2), YES),
        (NUMBER, ChecklistAnswer(amount=6.0), YES),
        (NUMBER, ChecklistAnswer(amount=1.99), NO),
        (NUMBER, ChecklistAnswer(amount=6.01), NO),
        (NUMBER, ChecklistAnswer(), None),
        (question("V1", answer_type=AnswerType.NUMBER), ChecklistAnswer(amount=-3), YES),
        (CHOICE, ChecklistAnswer(choice="a"), YES),
        (CHOICE, ChecklistAnswer(choice="b"), PARTIAL),
        (CHOICE, ChecklistAnswer(choice="c"), NA),
        (COLOUR, ChecklistAnswer(choice="b"), YES),
        (CHOICE, ChecklistAnswer(choice="z"), None),
        (TEXT, ChecklistAnswer(words=" Werkt halftijds "), YES),
        (TEXT, ChecklistAnswer(words="  "), None),
        (DAY, ChecklistAnswer(day=TODAY), YES),
        (DAY, ChecklistAnswer(), None),
    ],
)
def test_a_fact_answers_itself(asked, answer, counts):
    assert rules.effective(asked, answer) is counts


@pytest.mark.parametrize("asked", [NUMBER, CHOICE, TEXT, DAY])
def test_any_fact_can_be_set_aside_by_hand_but_not_called_yes(asked):
    for value in (NA, UNSEEN):
        assert rules.effective(asked, ChecklistAnswer(value, amount=1, words="x")) is value
        assert rules.gap_kind(asked, ChecklistAnswer(value)) is GapKind.REASON_MISSING
        assert checked_answer(asked, value) is value
    with pytest.raises(FactWanted):
        checked_answer(asked, YES)


def test_a_choice_that_means_nothing_is_done_and_neither_good_nor_bad():
    chosen = ChecklistAnswer(choice="c")
    assert rules.gap_kind(CHOICE, chosen) is None
    asked = template(CHOICE, question("V2"))
    answers = {"V1": chosen, "V2": ChecklistAnswer(YES)}
    assert rules.verdict(asked, answers)[0] is Verdict.CONFORM
    told = rules.score(asked, [answers], 50).whole
    assert (told.yes, told.not_applicable, told.percent) == (1, 1, 100)
    (counted,) = rules.by_section(asked, answers)
    assert (counted.answered, counted.partly, counted.bad) == (2, 0, 0)


def test_a_fact_is_kept_in_the_column_of_its_kind():
    assert checked_fact(TEXT, " Vier ", TODAY)["words"] == "Vier"
    assert checked_fact(NUMBER, 3, TODAY)["amount"] == 3.0
    assert checked_fact(DAY, date(1999, 1, 1), TODAY)["day"] == date(1999, 1, 1)
    assert checked_fact(CHOICE, "b", TODAY)["choice"] == "b"
    assert set(checked_fact(NUMBER, None, TODAY).values()) == {None}
    with pytest.raises(KeyError):
        checked_fact(CHOICE, "z", TODAY)
    with pytest.raises(TypeError):
        checked_fact(DAY, "morgen", TODAY)
    with pytest.raises(AmountNotPossible):
        checked_fact(NUMBER, float("nan"), TODAY)
    with pytest.raises(AmountNotPossible, match="1234567,5 "):
        checked_fact(NUMBER, 1234567.5, TODAY)
    with pytest.raises(DayNotPossible):
        checked_fact(DAY, date(1949, 12, 31), TODAY)


# --- conditions

CHAIN = template(
    question("V1"),
    question("V2", asked_when=Condition("V1", (NO, PARTIAL))),
    question("V3", asked_when=Condition("V2", (NA,))),
    question("V4", definition_condition=True),
)


def stands(**values):
    answers = {key: ChecklistAnswer(value) for key, value in values.items()}
    return dict(rules.standing(CHAIN, answers)), rules.asked(CHAIN, answers)


def test_a_question_that_is_not_asked_counts_as_not_applicable():
    values, asked = stands(V1=YES, V2=NO)
    assert asked == {"V1", "V4"}
    assert values == {"V1": YES, "V2": NA, "V3": NA, "V4": None}


def test_what_hangs_on_a_question_that_is_not_asked_is_not_asked_either():
    _values, asked = stands(V1=YES, V2=NA)
    assert "V3" not in asked
    _values, asked = stands(V1=NO, V2=NA)
    assert "V3" in asked


def test_a_condition_on_what_is_not_there_keeps_nothing_back():
    lost = template(question("V2", asked_when=Condition("V1", (NO,))), question("V3"))
    assert rules.asked(lost, {}) == {"V2", "V3"}


def column(template, answers):
    verdict, why = rules.verdict(template, answers)
    return DossierColumn(SPACE, "A-1", 1, answers, verdict, why)


def test_a_kept_answer_of_a_question_not_asked_makes_no_gap_no_finding_and_no_verdict():
    decisive = template(
        question("V1"),
        question("V2", definition_condition=True, asked_when=Condition("V1", (NO,))),
    )
    answers = {"V1": ChecklistAnswer(YES), "V2": ChecklistAnswer(NO)}
    one = column(decisive, answers)
    assert one.verdict is Verdict.CONFORM
    assert rules.gaps(decisive, [one]) == ()
    assert rules.propose_findings(decisive, [one]) == ()
    asked_again = column(decisive, answers | {"V1": ChecklistAnswer(NO, "Zo gezien")})
    assert asked_again.verdict is Verdict.NON_CONFORM
    (gap,) = rules.gaps(decisive, [asked_again])
    assert (gap.question_key, gap.kind) == ("V2", GapKind.NOTE_MISSING)


@given(st.dictionaries(st.sampled_from(["V1", "V2", "V3", "V4"]), st.sampled_from(AnswerValue)))
def test_every_question_stands_somewhere_and_what_is_not_asked_is_set_aside(values):
    answers = {key: ChecklistAnswer(value) for key, value in values.items()}
    stood, asked = rules.standing(CHAIN, answers), rules.asked(CHAIN, answers)
    assert set(stood) == CHAIN.keys
    assert all(stood[key] is NA for key in CHAIN.keys - asked)
    assert all(stood[key] is values.get(key) for key in asked)


# --- proof


@pytest.mark.parametrize(
    ("proof", "note", "proofs", "lacks"),
    [
        (Proof.NOTHING, "", 0, None),
        (Proof.NOTE, "", 2, GapKind.NOTE_MISSING),
        (Proof.NOTE, "Gezien", 0, None),
        (Proof.PROOF, "Gezien", 0, GapKind.PROOF_MISSING),
        (Proof.PROOF, "", 1, None),
        (Proof.NOTE_OR_PROOF, "", 0, GapKind.NOTE_OR_PROOF_MISSING),
        (Proof.NOTE_OR_PROOF, "Gezien", 0, None),
        (Proof.NOTE_OR_PROOF, "", 1, None),
    ],
)
def test_a_negative_answer_asks_what_the_question_says(proof, note, proofs, lacks):
    asked = question("V1", proof=proof)
    for value in (NO, PARTIAL):
        assert rules.gap_kind(asked, ChecklistAnswer(value, note, proofs=proofs)) is lacks
    assert rules.gap_kind(asked, ChecklistAnswer(YES)) is None


def test_numbers_are_their_own_proof_unless_a_file_is_asked():
    assert rules.gap_kind(NUMBER, ChecklistAnswer(amount=9)) is None
    strict = question("V1", answer_type=AnswerType.NUMBER, most=6, proof=Proof.PROOF)
    assert rules.gap_kind(strict, ChecklistAnswer(amount=9)) is GapKind.PROOF_MISSING


# --- sentences


def test_a_statement_tells_the_number_or_the_choice_that_was_not_in_order():
    one = column(template(NUMBER), {"V1": ChecklistAnswer(amount=8.5)})
    (found,) = rules.propose_findings(template(NUMBER), [one])
    assert found.statement.endswith("is dit niet in orde. A-1: 8,5 weken.")


def test_channels_are_not_called_dossiers():
    offer = template(question("V1", definition_condition=True), unit=Unit.PUBLIC_CHANNEL)
    bad = {"V1": ChecklistAnswer(NO, "Gezien")}
    (found,) = rules.propose_findings(offer, [column(offer, bad)])
    assert found.statement.startswith("Op het bekeken kanaal (A-1) ")
    assert "kanaal" in found.grade_why
    assert rules.result_sentence(offer, [column(offer, bad)]).startswith(
        "Het kanaal beantwoordt niet"
    )
