"""Findings proposed from the answers, with a grade that explains itself."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checks import rules
from models.checks.values import AnswerValue, ChecklistAnswer, Chosen, Grade, GradeThreshold
from tests.models.builders import HOURS, LIST, all_yes, answer, dossier, hours, sample

KEYS = [question.key for question in LIST.questions if question.key != HOURS]
MANDATE, DEFINITION, OTHER = "DC-05", "DC-11", "DC-17"


def only(size, *odd):
    (found,) = rules.propose_findings(LIST, sample(size, *odd))
    return found


def question(key):
    return next(each for each in LIST.questions if each.key == key)


def no(key):
    return all_yes(**{key.replace("-", "_"): answer("no")})


@pytest.mark.parametrize(
    ("key", "failed", "size", "grade"),
    [
        (MANDATE, 1, 40, Grade.MAJOR),
        (DEFINITION, 1, 8, Grade.MINOR),
        (DEFINITION, 2, 40, Grade.MAJOR),
        (DEFINITION, 1, 5, Grade.MAJOR),
        (DEFINITION, 1, 6, Grade.MINOR),
        (OTHER, 2, 8, Grade.MINOR),
        (OTHER, 3, 40, Grade.MAJOR),
        (OTHER, 2, 6, Grade.MAJOR),
        (OTHER, 2, 7, Grade.MINOR),
        (OTHER, 1, 1, Grade.MAJOR),
    ],
)
def test_grades_follow_counts_and_shares(key, failed, size, grade):
    found = only(size, *(no(key) for _ in range(failed)))
    assert found.grade is grade
    assert found.grade_why.startswith(rules.grade_label(grade).capitalize())
    assert len(found.failed) == failed


def test_a_grade_tells_its_rule_its_share_and_its_limit():
    assert only(8, no(MANDATE), no(MANDATE)).grade_why == (
        "Ernstige tekortkoming, omdat een voorwaarde van het mandaat niet in orde is in 2 van de 8"
        " dossiers (25 %): de grens is 1 dossier."
    )
    assert only(5, no(DEFINITION)).grade_why.endswith(
        "1 van de 5 dossiers (20 %): de grens is 20 % van de steekproef."
    )
    assert only(7, no(OTHER), no(OTHER)).grade_why == (
        "Tekortkoming, omdat dit punt niet in orde is in 2 van de 7 dossiers (29 %), minder dan"
        " 3 dossiers of 30 % van de steekproef."
    )
    limits = replace(LIST.thresholds, other=GradeThreshold(20, 30))
    said = rules.grade(
        replace(LIST, thresholds=limits), question(OTHER), {Chosen.RANDOM: 8}, {Chosen.RANDOM: 27}
    )[1]
    assert "8 van de 27 dossiers (29,6 %), minder dan 20 dossiers of 30 %" in said
    assert "in het enige dossier" in only(1, no(OTHER)).grade_why


@pytest.mark.parametrize("key", ["DC_05", "DC_27"])
def test_only_partial_answers_are_an_observation_and_are_not_called_a_shortcoming(key):
    found = only(8, all_yes(**{key: answer("partial")}), all_yes(**{key: answer("partial")}))
    assert found.grade is Grade.OBSERVATION
    assert found.grade_why == "Aandachtspunt, omdat er alleen gedeeltelijke antwoorden zijn."


def mixed(*kinds_and_bad):
    """Dossiers by how they were chosen; a no where it is bad."""
    return [
        replace(dossier(f"KZ-{n:03}", n, no(OTHER) if bad else all_yes()), chosen=kind)
        for n, (kind, bad) in enumerate(kinds_and_bad, 1)
    ]


DRAWN = [(Chosen.RANDOM, True), (Chosen.SPARE, False), *[(Chosen.RANDOM, False)] * 6]


def test_a_share_is_of_those_drawn_and_risk_picks_are_told_apart():
    (found,) = rules.propose_findings(LIST, mixed(*DRAWN, *[(Chosen.RISK, True)] * 1))
    assert found.grade is Grade.MINOR
    assert found.grade_why == (
        "Tekortkoming, omdat dit punt niet in orde is in 1 van de 8 getrokken dossiers (13 %) en"
        " het enige om een risico gekozen dossier, minder dan 3 dossiers of 30 % van de steekproef."
    )
    assert found.statement.startswith(
        "In 1 van de 8 getrokken dossiers (KZ-001) en in het om een risico gekozen dossier (KZ-009)"
    )
    assert found.failed == ("KZ-001", "KZ-009")


def test_risk_picks_do_not_tip_a_share():
    """Two of six would be a third; of the four that were drawn it is only one."""
    drawn = [(Chosen.RANDOM, True), *[(Chosen.RANDOM, False)] * 3]
    own = [(Chosen.BY_HAND, True), (Chosen.AGAIN, False)]
    (found,) = rules.propose_findings(LIST, mixed(*drawn, *own))
    assert found.grade is Grade.MINOR
    assert "1 van de 4 getrokken dossiers (25 %) en 1 van de 2 niet getrokken dossiers," in (
        found.grade_why
    )
    every = [(Chosen.RANDOM, bad) for _kind, bad in (*drawn, *own)]
    assert rules.propose_findings(LIST, mixed(*every))[0].grade is Grade.MAJOR


def test_what_failed_only_among_risk_picks_has_no_share():
    own = [(Chosen.RISK, True), (Chosen.RISK, False)]
    (found,) = rules.propose_findings(LIST, mixed(*[(Chosen.RANDOM, False)] * 5, *own))
    assert "1 van de 2 om een risico gekozen dossiers, minder dan" in found.grade_why
    assert found.statement.startswith("In 1 van de 2 om een risico gekozen dossiers (KZ-006) ")


def test_a_statement_is_right_for_one_for_some_and_for_all():
    text = " ontbreekt een persoonlijk ontwikkelingsplan."
    bad = no("DC-16")
    assert only(8, bad).statement == f"In 1 van de 8 dossiers (KZ-001){text}"
    assert only(8, bad, bad).statement == f"In 2 van de 8 dossiers (KZ-001 en KZ-002){text}"
    assert only(3, bad, bad, bad).statement.startswith("In alle 3 dossiers (KZ-001, KZ-002 en KZ-")
    assert only(2, bad, bad).statement.startswith("In beide dossiers (KZ-001 en KZ-002)")
    assert only(1, bad).statement == f"In het gecontroleerde dossier (KZ-001){text}"


def test_the_negative_condition_is_not_turned_around():
    said = only(8, no("DC-21")).statement
    assert said == (
        "In 1 van de 8 dossiers (KZ-001) maakt de begeleiding deel uit van een andere begeleiding,"
        " opleiding, outplacement of coaching, of is ze er de voorbereiding of het sluitstuk van."
    )


def test_partial_answers_stand_beside_the_failures():
    said = only(8, no("DC-16"), all_yes(DC_16=answer("partial"))).statement
    assert said.endswith("In 1 ander dossier (KZ-002) is dit gedeeltelijk in orde.")
    alone = only(8, all_yes(DC_16=answer("partial"))).statement
    assert alone == (
        "In 1 van de 8 dossiers (KZ-001) is dit gedeeltelijk in orde: “Bevat het dossier een"
        " persoonlijk ontwikkelingsplan?”"
    )


def test_hours_are_told_as_evidence():
    said = only(8, all_yes(DC_08=hours(7, 5.5))).statement
    assert said.endswith("KZ-001: 7 uur geregistreerd, 5,5 uur in de gespreksverslagen.")


def test_hours_just_under_what_is_needed_are_not_rounded_up_to_it():
    """Three hours registered and 3 in the reports would be in order."""
    said = only(8, all_yes(DC_08=hours(3, 2.499))).statement
    assert said.endswith("KZ-001: 3 uur geregistreerd, 2,499 uur in de gespreksverslagen.")


def test_numbers_may_be_left_out_for_a_table():
    question = LIST.question("DC-16")
    said = rules.statement(LIST, question, sample(8, no("DC-16")), with_numbers=False)
    assert said == "In 1 van de 8 dossiers ontbreekt een persoonlijk ontwikkelingsplan."


def test_nothing_failed_nothing_proposed():
    assert rules.propose_findings(LIST, sample(8)) == ()
    assert rules.propose_findings(LIST, ()) == ()


answers = st.dictionaries(
    st.sampled_from(KEYS), st.sampled_from(AnswerValue).map(ChecklistAnswer), max_size=6
)


@given(st.lists(answers, min_size=1, max_size=12))
def test_the_numbers_of_every_proposal_add_up(given_answers):
    dossiers = [dossier(f"D{n}", n, all_yes() | odd) for n, odd in enumerate(given_answers)]
    proposals = rules.propose_findings(LIST, dossiers)
    told = {proposal.question_key: proposal for proposal in proposals}
    assert [p.question_key for p in proposals] == [q.key for q in LIST.questions if q.key in told]
    for question in LIST.questions:
        values = {d.number: d.answers[question.key].value for d in dossiers}
        failed = [number for number, value in values.items() if value is AnswerValue.NO]
        partial = [number for number, value in values.items() if value is AnswerValue.PARTIAL]
        assert (question.key in told) is bool(failed or partial)
        if question.key in told:
            found = told[question.key]
            assert (list(found.failed), list(found.partial)) == (failed, partial)
            assert set(failed + partial) <= set(re.findall(r"D\d+", found.statement))
            assert (found.grade is Grade.OBSERVATION) is (not failed)


@given(st.integers(1, 30), st.data())
def test_more_failures_never_make_a_finding_lighter(size, data):
    failed = data.draw(st.integers(0, size - 1))
    question = LIST.question(data.draw(st.sampled_from([MANDATE, DEFINITION, OTHER])))
    weight = {Grade.OBSERVATION: 0, Grade.MINOR: 1, Grade.MAJOR: 2}
    sizes = {Chosen.BY_HAND: size}
    less, more = (
        rules.grade(LIST, question, {Chosen.BY_HAND: count}, sizes)[0]
        for count in (failed, failed + 1)
    )
    assert weight[less] <= weight[more]
