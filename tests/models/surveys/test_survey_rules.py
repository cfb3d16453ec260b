"""A share is never alone: the interval around it, and what may be concluded."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.period import PeriodReversed
from models.surveys.rules import Z, check, interval_of, satisfaction, text_of, wilson
from models.surveys.values import (
    AnswersMissing,
    CountNotPossible,
    MeasurementDayMissing,
    MeasurementFile,
    MoreAnswersThanInvited,
    MoreSatisfiedThanAnswers,
    SatisfiedMissing,
)

JAN, DEC = date(2025, 1, 1), date(2025, 12, 31)


def measured(satisfied: int, answers: int, least: int = 10, last: date = DEC) -> MeasurementFile:
    interval = interval_of(satisfied, answers, least)
    return MeasurementFile(uuid4(), JAN, last, None, answers, satisfied, "", "", interval)


@pytest.mark.parametrize(
    ("satisfied", "answers", "share", "low", "high"),
    [
        (9, 12, 0.75, 0.467695, 0.911058),
        (45, 60, 0.75, 0.627679, 0.842235),
        (0, 10, 0.0, 0.0, 0.277533),
        (10, 10, 1.0, 0.722467, 1.0),
        (1, 1, 1.0, 0.206549, 1.0),
        (85, 100, 0.85, 0.767164, 0.906940),
    ],
)
def test_the_wilson_interval_at_95_percent(satisfied, answers, share, low, high):
    found = wilson(satisfied, answers)
    assert found.share == share
    assert found.low == pytest.approx(low, abs=5e-6)
    assert found.high == pytest.approx(high, abs=5e-6)


def test_the_two_examples_of_the_office_read_as_they_stand():
    assert text_of(measured(9, 12), 10) == "75 % [47–91], n = 12"
    assert text_of(measured(45, 60), 10) == "75 % [63–84], n = 60"


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_it_lies_between_nobody_and_everybody_and_holds_the_share(counts):
    satisfied, answers = counts
    found = wilson(satisfied, answers)
    assert 0 <= found.low <= found.share <= found.high <= 1
    assert found.high - found.low > 0


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(1, n), st.just(n))))
def test_its_ends_are_the_shares_that_lie_just_in_reach(counts):
    """The score test itself: at an end the share found lies exactly z standard errors away."""
    satisfied, answers = counts
    found = wilson(satisfied, answers)
    off = (found.share - found.low) ** 2
    assert off == pytest.approx(Z * Z * found.low * (1 - found.low) / answers, rel=1e-6, abs=1e-15)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_it_narrows_with_more_answers_of_the_same_share(counts):
    satisfied, answers = counts
    few, many = wilson(satisfied, answers), wilson(4 * satisfied, 4 * answers)
    assert many.high - many.low < few.high - few.low


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_satisfied_and_not_satisfied_mirror_each_other(counts):
    satisfied, answers = counts
    one, other = wilson(satisfied, answers), wilson(answers - satisfied, answers)
    assert one.low == pytest.approx(1 - other.high, abs=1e-12)


def test_too_few_answers_show_no_share_and_say_so():
    few = measured(8, 9)
    assert few.interval is None
    assert text_of(few, 10) == "9 answers: not shown below 10"
    assert "%" not in text_of(few, 10)


def test_nothing_measured_is_said_in_words():
    none = satisfaction((), 10, 85)
    assert (none.text, none.sentence, none.newest) == ("No measurements", "", None)


def test_the_newest_period_speaks():
    old, new = measured(45, 60, last=date(2024, 12, 31)), measured(9, 12)
    said = satisfaction((old, new), 10, 85)
    assert said.newest == new
    assert said.text == "75 % [47–91], n = 12"


@pytest.mark.parametrize(
    ("satisfied", "answers", "word"),
    [(9, 12, "Too few answers"), (40, 100, "below the norm"), (99, 100, "at or above the norm")],
)
def test_what_may_be_concluded_beside_the_norm(satisfied, answers, word):
    assert word in satisfaction((measured(satisfied, answers),), 10, 85).sentence


@pytest.mark.parametrize(
    ("numbers", "refusal", "field"),
    [
        ((None, DEC, 12, 9, None), MeasurementDayMissing, "period_from"),
        ((JAN, None, 12, 9, None), MeasurementDayMissing, "period_to"),
        ((DEC, JAN, 12, 9, None), PeriodReversed, "period_to"),
        ((JAN, DEC, 0, 0, None), AnswersMissing, "respondents"),
        ((JAN, DEC, None, 0, None), AnswersMissing, "respondents"),
        ((JAN, DEC, 12, None, None), SatisfiedMissing, "satisfied"),
        ((JAN, DEC, 12, 13, None), MoreSatisfiedThanAnswers, "satisfied"),
        ((JAN, DEC, 12, 9, 11), MoreAnswersThanInvited, "respondents"),
        ((JAN, DEC, -1, 0, None), CountNotPossible, "respondents"),
        ((JAN, DEC, 12, -1, None), CountNotPossible, "satisfied"),
    ],
)
def test_numbers_and_days_that_cannot_be(numbers, refusal, field):
    with pytest.raises(refusal) as caught:
        check(*numbers)
    assert caught.value.field == field
