"""How a question stands beside the last time: by shares, never by bare counts."""

from hypothesis import given
from hypothesis import strategies as st

from models.checks.rules import course, tally
from models.checks.values import AnswerValue, Course, Tally

VALUES = st.lists(st.sampled_from([*AnswerValue, None]), max_size=30)


counted = tally


def test_what_does_not_apply_or_was_not_checked_says_nothing():
    given_then = [AnswerValue.YES, AnswerValue.NO, AnswerValue.PARTIAL, AnswerValue.NA, None]
    assert counted([*given_then, AnswerValue.NOT_CHECKED]) == Tally(judged=3, no=1, partial=1)


def test_half_of_four_is_better_than_three_of_four():
    assert course(Tally(4, 3), Tally(4, 2)) is Course.BETTER
    assert course(Tally(4, 2), Tally(4, 3)) is Course.WORSE


def test_three_of_twelve_is_better_than_two_of_four():
    assert course(Tally(4, 2), Tally(12, 3)) is Course.BETTER


def test_as_many_that_fail_but_fewer_plain_noes_is_better():
    assert course(Tally(4, 2), Tally(4, 1, 1)) is Course.BETTER
    assert course(Tally(4, 1, 1), Tally(8, 2, 2)) is Course.SAME


def test_nothing_is_compared_while_one_side_judged_nothing():
    assert course(Tally(0), Tally(3, 1)) is None
    assert course(Tally(3, 1), Tally(0)) is None


@given(VALUES, VALUES)
def test_turned_round_the_course_is_turned_round(then, now):
    turned = {Course.BETTER: Course.WORSE, Course.WORSE: Course.BETTER}
    there, back = course(counted(then), counted(now)), course(counted(now), counted(then))
    assert back is (there and turned.get(there, there))
