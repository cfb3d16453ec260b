"""What an answer comes to, and what still stands in the way of finishing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checks import rules
from models.checks.values import AnswerValue, ChecklistAnswer, Gap, GapKind, ReasonMissing, Verdict
from tests.models.builders import HOURS, LIST, all_yes, answer, dossier, hours, sample

QUARTERS = st.integers(0, 60).map(lambda quarters: quarters / 4)


@pytest.mark.parametrize(
    ("registered", "documented", "passed"),
    [
        (7, 7, True),
        (7, 7.25, True),
        (3.6, 3.35, True),
        (7, 6.75, True),
        (7, 6.74, False),
        (7, 7.26, False),
        (0.1 + 0.2, 0.05, False),
    ],
)
def test_a_quarter_of_an_hour_is_the_limit_and_still_passes(registered, documented, passed):
    assert rules.hours_pass(registered, documented, 0.25) is passed


@given(QUARTERS, QUARTERS)
def test_hours_pass_both_ways_round(one, other):
    assert rules.hours_pass(one, other, 0.25) is rules.hours_pass(other, one, 0.25)
    assert rules.hours_pass(one, other, 0.25) is (abs(one - other) <= 0.25)


def test_hours_answer_themselves():
    question = LIST.question(HOURS)
    assert rules.effective(question, hours(7, 7.2)) is AnswerValue.YES
    assert rules.effective(question, hours(7, 5)) is AnswerValue.NO
    assert rules.effective(question, hours(7, None)) is None
    assert rules.effective(question, None) is None
    typed_yes = ChecklistAnswer(AnswerValue.YES, "", 7, 5)
    assert rules.effective(question, typed_yes) is AnswerValue.NO


def test_hours_may_be_set_aside_by_hand():
    question = LIST.question(HOURS)
    for value in (AnswerValue.NA, AnswerValue.NOT_CHECKED):
        assert rules.effective(question, ChecklistAnswer(value, "", 7, 5)) is value


def test_a_full_check_has_no_gaps():
    assert rules.gaps(LIST, sample(3)) == ()


def test_gaps_go_dossier_by_dossier_from_top_to_bottom():
    first = all_yes(DC_03=answer("na"), DC_27=answer("no"))
    second = all_yes(DC_02=answer("partial", " "))
    del second["DC-01"]
    late, early = dossier("B", 2, second), dossier("A", 1, first)
    assert rules.gaps(LIST, [late, early]) == (
        Gap("DC-03", early.id, GapKind.REASON_MISSING),
        Gap("DC-27", early.id, GapKind.NOTE_MISSING),
        Gap("DC-01", late.id, GapKind.OPEN),
        Gap("DC-02", late.id, GapKind.NOTE_MISSING),
    )


def test_a_note_closes_a_gap_and_two_numbers_of_hours_prove_themselves():
    answers = all_yes(
        DC_03=answer("na", "Gestopt na de intake"),
        DC_05=answer("no", "Vast zinnetje"),
        DC_06=answer("not_checked", "Het verslag ontbreekt"),
        DC_08=hours(7, 2),
    )
    assert rules.gaps(LIST, [dossier("A", 1, answers)]) == ()


def test_overruling_wants_a_reason():
    assert rules.check_override(Verdict.CONFORM, "  Na  overleg ") == "Na overleg"
    assert rules.check_override(None, "") == ""
    with pytest.raises(ReasonMissing):
        rules.check_override(Verdict.CONFORM, " \n ")
