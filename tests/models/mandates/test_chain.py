"""No days can make an expired mandate look as if it runs, and odd days are said once."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.mandates.rules import (
    certificate_gaps,
    certified_on,
    covered_until,
    deviations,
    expected_end,
    gaps_between,
    mandate_state,
    previous,
    unexplained,
)
from models.mandates.values import DeviationKind, EndKind, MandateFacts, MandateState

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
RUNNING = {MandateState.ACTIVE, MandateState.ENDING, MandateState.SUSPENDED}
ONE = timedelta(days=1)


@st.composite
def mandates(draw: st.DrawFn) -> MandateFacts:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    ended = draw(st.none() | st.dates(first, last))
    return MandateFacts(
        first,
        last,
        ended,
        draw(st.none() | st.sampled_from(EndKind)) if ended else None,
        draw(st.none() | DAYS),
        draw(st.none() | DAYS),
        draw(st.none() | DAYS),
    )


@given(mandates(), DAYS, st.integers(1, 36))
def test_what_is_over_never_shows_as_running(facts: MandateFacts, today: date, months: int):
    state, why = mandate_state(facts, today, months)
    assert why
    if state in RUNNING:
        assert facts.start <= today <= facts.last
    if today > facts.last or (facts.ended_on is not None and facts.ended_on < today):
        assert state not in RUNNING | {MandateState.FUTURE}
    if state is MandateState.WAITING:
        assert facts.waiting_until is not None and today <= facts.waiting_until


@given(mandates(), DAYS, st.integers(1, 36))
def test_a_day_later_never_goes_back(facts: MandateFacts, today: date, months: int):
    """To come, then running, then over: never the other way."""
    order = [_stage(mandate_state(facts, day, months)[0]) for day in (today, today + ONE)]
    assert order == sorted(order)


def _stage(state: MandateState) -> int:
    if state is MandateState.FUTURE:
        return 0
    return 1 if state in RUNNING else 2


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_a_chain_by_the_rule_has_nothing_unusual(start: date):
    assume((start.month, start.day) != (2, 29))
    end = expected_end(start, 6)
    first, second = MandateFacts(start, end), MandateFacts(end + ONE, expected_end(end + ONE, 6))
    assert deviations(second, [first], second.end) == ()
    assert previous(second, [first]) is first


@pytest.mark.parametrize(
    ("start", "kinds"),
    [
        (date(2025, 12, 31), []),  # the day before the last one: an overlap, refused elsewhere
        (date(2026, 1, 1), []),
        (date(2026, 1, 2), [DeviationKind.GAP]),
        (date(2031, 6, 1), [DeviationKind.GAP]),
    ],
)
def test_a_mandate_comes_after_the_latest_one_before_it_and_a_gap_is_told_as_a_gap(
    start: date, kinds: list[DeviationKind]
):
    oldest = MandateFacts(date(2014, 1, 1), date(2019, 12, 31))
    before = MandateFacts(date(2020, 1, 1), date(2025, 12, 31))
    made = MandateFacts(start, expected_end(start, 6))
    for others in ([oldest, before], [before, oldest]):
        assert previous(made, others) is before
    assert [one.kind for one in deviations(made, [oldest, before], made.end)] == kinds


@given(mandates(), st.lists(mandates(), max_size=5))
def test_no_mandate_comes_after_itself_or_after_one_that_begins_later(
    made: MandateFacts, others: list[MandateFacts]
):
    before = previous(made, [made, *others])
    earlier = [other.start for other in others if other.start < made.start]
    assert (before.start if before else None) == max(earlier, default=None)


LEAP = MandateFacts(date(2024, 2, 29), date(2030, 2, 28))


@pytest.mark.parametrize(
    ("start", "kinds"),
    [
        (date(2030, 3, 1), []),
        (date(2030, 3, 2), [DeviationKind.GAP]),
    ],
)
def test_after_a_leap_day_the_next_period_starts_on_the_first_of_march(
    start: date, kinds: list[DeviationKind]
):
    later = MandateFacts(start, expected_end(start, 6))
    assert [one.kind for one in deviations(later, [LEAP], later.end)] == kinds


def test_a_mandate_that_stopped_early_leaves_no_gap_but_may_be_overlapped_on_paper():
    stopped = MandateFacts(date(2020, 1, 1), date(2025, 12, 31), date(2024, 6, 30))
    much_later = MandateFacts(date(2027, 1, 1), date(2032, 12, 31))
    assert deviations(much_later, [stopped], much_later.end) == ()
    within = MandateFacts(date(2025, 1, 1), date(2030, 12, 31))
    assert [one.kind for one in deviations(within, [stopped], within.end)] == [
        DeviationKind.OVERLAP
    ]


def test_a_reason_at_the_neighbour_counts():
    first = MandateFacts(date(2014, 1, 1), date(2019, 12, 31))
    second = MandateFacts(date(2020, 2, 1), date(2026, 1, 31))
    assert unexplained(second, "", [(first, "")], second.end)
    assert not unexplained(second, "", [(first, "De verhuizing.")], second.end)
    assert not unexplained(second, "Laat aangevraagd.", [(first, "")], second.end)


SPANS = st.lists(st.tuples(st.none() | DAYS, st.none() | DAYS), max_size=6)


@given(SPANS, DAYS, DAYS)
def test_every_day_is_either_covered_or_in_one_gap(spans, one: date, other: date):
    first, last = sorted((one, other))
    assume((last - first).days < 400)
    gaps = gaps_between(spans, first, last)
    day = first
    while day <= last:
        in_gaps = [gap for gap in gaps if gap[0] <= day <= gap[1]]
        assert len(in_gaps) == (0 if certified_on(spans, day) else 1)
        day += ONE


def test_a_gap_of_one_day_between_two_certificates_is_told():
    spans = [(date(2024, 1, 1), date(2026, 6, 30)), (date(2026, 7, 2), date(2029, 7, 1))]
    assert gaps_between(spans, date(2026, 5, 4), date(2027, 12, 31)) == (
        (date(2026, 7, 1), date(2026, 7, 1)),
    )
    said = certificate_gaps(spans, date(2026, 5, 4), (date(2022, 1, 1), date(2027, 12, 31)), None)
    assert len(said) == 1
    assert "1 juli 2026" in said[0]


def test_certificates_that_overlap_cover_on():
    spans = [(date(2024, 1, 1), date(2026, 6, 30)), (date(2026, 6, 1), date(2029, 5, 31))]
    assert covered_until(spans, date(2026, 5, 4)) == date(2029, 5, 31)
    assert not gaps_between(spans, date(2026, 5, 4), date(2029, 5, 31))


def test_a_certificate_that_ends_the_day_the_mandate_ends_misses_the_next_one():
    spans = [(date(2024, 1, 1), date(2027, 12, 31))]
    running = (date(2022, 1, 1), date(2027, 12, 31))
    (said,) = certificate_gaps(spans, date(2026, 5, 4), running, date(2028, 1, 1))
    assert "1 januari 2028" in said


@pytest.mark.parametrize("then", [date(2028, 1, 1), None])
def test_the_last_days_of_a_mandate_without_certificate_are_told(then):
    """The next certificate begins with the next mandate, or the mandate stops early."""
    spans = [(date(2024, 1, 1), date(2027, 11, 30)), (date(2028, 1, 1), date(2030, 12, 31))]
    running = (date(2022, 1, 1), date(2027, 12, 31))
    (said,) = certificate_gaps(spans, date(2026, 5, 4), running, then)
    assert "1 december 2027" in said
    assert "31 december 2027" in said
