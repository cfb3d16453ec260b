"""A stretch of days: both ends count, and no end means until further notice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.period import Period, PeriodReversed

near = st.dates(date(2026, 1, 1), date(2026, 2, 28))
periods = st.builds(
    lambda start, days: Period(start, None if days is None else start + timedelta(days=days)),
    near,
    st.none() | st.integers(0, 40),
)


@given(periods, near)
def test_a_day_is_inside_when_it_is_counted(period, day):
    last = period.end or date(2026, 6, 1)
    days = {period.start + timedelta(days=n) for n in range((last - period.start).days + 1)}
    assert (day in period) == (day in days)


@given(periods, periods)
def test_periods_overlap_when_they_share_a_day(one, other):
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(200)]
    assert one.overlaps(other) == any(day in one and day in other for day in days)
    assert one.overlaps(other) == other.overlaps(one)


def test_one_day_is_a_period():
    day = date(2026, 5, 4)
    assert day in Period(day, day)
    assert day + timedelta(days=1) not in Period(day, day)


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(PeriodReversed) as refused:
        Period(date(2026, 5, 4), date(2026, 5, 3))
    assert refused.value.field == "end"
    assert "3 mei 2026" in str(refused.value)
