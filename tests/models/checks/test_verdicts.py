"""A dossier stands or falls by its conditions, never by an average."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from models.checks import rules
from models.checks.values import AnswerValue, ChecklistAnswer, Chosen, Verdict
from tests.models.builders import HOURS, LIST, all_yes, answer, dossier, hours, sample

RANK = {Verdict.NON_CONFORM: 0, Verdict.CONFORM_WITH_REMARKS: 1, Verdict.CONFORM: 2}
DECISIVE = [question.key for question in LIST.questions if question.decisive]
KEYS = [question.key for question in LIST.questions]

one_answer = st.one_of(
    st.none(),
    st.sampled_from(AnswerValue).map(lambda value: ChecklistAnswer(value)),
)
hour = st.one_of(st.none(), st.sampled_from([3.0, 3.25, 3.5, 7.0]))
hour_answer = st.builds(
    lambda value, one, other: ChecklistAnswer(value, "", one, other),
    st.sampled_from([None, AnswerValue.NA, AnswerValue.NOT_CHECKED]),
    hour,
    hour,
)


@st.composite
def answered(draw):
    found = {key: draw(hour_answer if key == HOURS else one_answer) for key in KEYS}
    return {key: given for key, given in found.items() if given is not None}


nearly_yes = st.dictionaries(
    st.sampled_from([key for key in KEYS if key != HOURS]),
    st.sampled_from(AnswerValue).map(lambda value: ChecklistAnswer(value)),
    max_size=3,
).map(lambda odd: all_yes() | odd)
dossiers_of_all_kinds = st.one_of(answered(), nearly_yes)


def no(key):
    return hours(9, 1) if key == HOURS else answer("no")


def test_all_yes_is_conform():
    verdict, why = rules.verdict(LIST, all_yes())
    assert verdict is Verdict.CONFORM
    assert "alle 27 vragen" in why


def test_one_no_on_a_condition_knocks_out_even_with_26_questions_open():
    verdict, why = rules.verdict(LIST, {"DC-21": answer("no")})
    assert verdict is Verdict.NON_CONFORM
    assert "DC-21" in why
    assert "nog 26 vragen open" in why
    assert "veranderen dit oordeel niet" in why


def test_hours_apart_knock_out_too():
    verdict, why = rules.verdict(LIST, all_yes(DC_08=hours(7, 5)))
    assert verdict is Verdict.NON_CONFORM
    assert HOURS in why


def test_an_open_question_holds_the_verdict_back():
    answers = all_yes()
    del answers["DC-27"]
    assert rules.verdict(LIST, answers) == (None, "Nog geen oordeel: nog 1 vraag open.")
    del answers["DC-26"], answers["DC-25"]
    assert rules.verdict(LIST, answers) == (None, "Nog geen oordeel: nog 3 vragen open.")


def test_a_no_beside_the_conditions_and_every_partial_are_remarks():
    assert rules.verdict(LIST, all_yes(DC_04=answer("no")))[0] is Verdict.CONFORM_WITH_REMARKS
    assert rules.verdict(LIST, all_yes(DC_05=answer("partial")))[0] is Verdict.CONFORM_WITH_REMARKS


def test_a_condition_that_was_not_checked_leaves_no_verdict():
    verdict, why = rules.verdict(LIST, all_yes(DC_05=answer("not_checked")))
    assert verdict is None
    assert "niet te beoordelen (DC-05)" in why
    lighter = rules.verdict(LIST, all_yes(DC_27=answer("not_checked")))
    assert lighter[0] is Verdict.CONFORM_WITH_REMARKS
    assert "DC-27" in lighter[1]


def test_what_does_not_apply_does_not_count():
    assert rules.verdict(LIST, all_yes(DC_16=answer("na", "Gestopt")))[0] is Verdict.CONFORM
    nothing = {key: answer("na") for key in KEYS}
    assert rules.verdict(LIST, nothing)[0] is None


@given(dossiers_of_all_kinds, st.sampled_from(DECISIVE))
def test_never_conform_with_a_decisive_no(answers, key):
    assert rules.verdict(LIST, answers | {key: no(key)})[0] is Verdict.NON_CONFORM


@given(dossiers_of_all_kinds, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(answers, chance: random.Random):
    shuffled = list(answers.items())
    chance.shuffle(shuffled)
    assert rules.verdict(LIST, answers) == rules.verdict(LIST, dict(shuffled))


@given(dossiers_of_all_kinds, st.sampled_from(KEYS))
def test_another_no_never_improves_the_verdict(answers, key):
    before = rules.verdict(LIST, answers)[0]
    after = rules.verdict(LIST, answers | {key: no(key)})[0]
    assert after is not Verdict.CONFORM
    if before is not None:
        assert after is not None
        assert RANK[after] <= RANK[before]


@given(dossiers_of_all_kinds)
def test_conform_means_nothing_but_yes_and_not_applicable(answers):
    if rules.verdict(LIST, answers)[0] is Verdict.CONFORM:
        values = {rules.effective(q, answers.get(q.key)) for q in LIST.questions}
        assert values <= {AnswerValue.YES, AnswerValue.NA}


def test_the_result_is_said_for_none_one_and_many():
    bad = all_yes(DC_05=answer("no"))
    definition = "de omschrijving van loopbaanbegeleiding."

    def said(size, *odd):
        return rules.result_sentence(LIST, sample(size, *odd))

    assert said(8) == f"Alle 8 dossiers beantwoorden aan {definition}"
    assert said(8, bad) == f"Van de 8 dossiers beantwoordt er 1 niet aan {definition}"
    assert said(8, bad, bad, bad) == f"Van de 8 dossiers beantwoorden er 3 niet aan {definition}"
    assert said(3, bad, bad, bad) == f"Geen van de 3 dossiers beantwoordt aan {definition}"
    assert said(2) == f"Beide dossiers beantwoorden aan {definition}"
    assert said(1) == f"Het dossier beantwoordt aan {definition}"
    assert said(1, bad) == f"Het dossier beantwoordt niet aan {definition}"
    assert said(0) == ""


def test_a_failure_on_the_mandate_alone_is_not_called_a_failure_of_the_definition():
    paid = all_yes(DC_22=answer("no"))
    said = rules.result_sentence(LIST, sample(4, paid))
    assert said == (
        "Van de 4 dossiers beantwoordt er 1 niet aan de omschrijving van loopbaanbegeleiding"
        " of aan de voorwaarden van het mandaat."
    )


def test_dossiers_without_a_verdict_are_told_apart():
    unknown = all_yes(DC_05=answer("not_checked"))
    bad = all_yes(DC_05=answer("no"))
    assert rules.result_sentence(LIST, sample(4, unknown)) == (
        "Van de 4 dossiers beantwoorden er 3 aan de omschrijving van loopbaanbegeleiding."
        " Over 1 dossier konden we geen besluit nemen."
    )
    assert rules.result_sentence(LIST, sample(4, bad, unknown, unknown)).endswith(
        "Over 2 dossiers konden we geen besluit nemen."
    )
    assert rules.result_sentence(LIST, sample(1, unknown)) == (
        "Over het dossier konden we geen besluit nemen."
    )


def test_dossiers_with_open_questions_are_not_called_undecided():
    unknown, bad = all_yes(DC_05=answer("not_checked")), all_yes(DC_05=answer("no"))
    assert rules.result_sentence(LIST, sample(4, {}, {}, {}, {})) == (
        "4 dossiers zijn nog niet volledig nagekeken."
    )
    assert rules.result_sentence(LIST, sample(1, {})) == (
        "Het dossier is nog niet volledig nagekeken."
    )
    assert rules.result_sentence(LIST, sample(2, unknown, {})) == (
        "Over 1 dossier konden we geen besluit nemen. 1 dossier is nog niet volledig nagekeken."
    )
    assert rules.result_sentence(LIST, sample(4, bad, {}, {})).endswith(
        "2 dossiers zijn nog niet volledig nagekeken."
    )


def test_an_overruled_verdict_counts_in_the_result():
    bad = dossier("A", 1, all_yes(DC_05=answer("no")))
    overruled = replace(bad, verdict_override=Verdict.CONFORM_WITH_REMARKS, override_reason="x")
    assert rules.result_sentence(LIST, [overruled]).startswith("Het dossier beantwoordt aan")


def test_the_result_of_those_drawn_stands_apart_from_risk_picks():
    bad = all_yes(DC_11=answer("no"))
    drawn = [replace(one, chosen=Chosen.RANDOM) for one in sample(4, bad)]
    own = [replace(one, chosen=Chosen.RISK) for one in sample(2, bad, bad)]
    assert rules.result_sentence(LIST, [*drawn, *own]) == (
        "Van de 4 getrokken dossiers beantwoordt er 1 niet aan de omschrijving van"
        " loopbaanbegeleiding. Geen van de 2 om een risico gekozen dossiers beantwoordt aan de"
        " omschrijving van loopbaanbegeleiding."
    )
