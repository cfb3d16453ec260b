"""Days on a line: what lies under the mouse stays there, and no further out than there is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.timeline.rules.scale import MOST_PER_DAY, Scale

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
SIX_YEARS = Scale.fitted(date(2022, 7, 1), date(2028, 6, 30), 830)


def test_six_years_fill_the_width_both_days_included():
    assert SIX_YEARS.x(date(2022, 7, 1)) == 0
    assert SIX_YEARS.end(date(2028, 6, 30)) == pytest.approx(830)
    assert (SIX_YEARS.first, SIX_YEARS.last) == (date(2022, 7, 1), date(2028, 6, 30))


def test_a_leap_day_has_a_place_of_its_own():
    february, march = date(2024, 2, 29), date(2024, 3, 1)
    assert SIX_YEARS.end(february) == pytest.approx(SIX_YEARS.x(march))
    assert SIX_YEARS.day_at(SIX_YEARS.middle(february)) == february


@given(DAYS, st.integers(1, 9000), st.floats(50, 3000))
def test_the_day_in_the_middle_of_its_place_is_that_day(first, days, width):
    scale = Scale.fitted(first, first + timedelta(days=days), width)
    day = first + timedelta(days=days // 2)
    assert scale.day_at(scale.middle(day)) == day


@given(DAYS, st.integers(30, 4000), st.floats(0, 800), st.floats(0.2, 5))
def test_what_lies_under_the_mouse_stays_there(first, days, x, factor):
    scale = Scale.fitted(first, first + timedelta(days=days), 800)
    zoomed = scale.zoomed(factor, x)
    assert zoomed.start + x / zoomed.per_day == pytest.approx(scale.start + x / scale.per_day)
    assert zoomed.per_day <= MOST_PER_DAY


@given(DAYS, st.integers(30, 4000), st.floats(-5000, 5000), st.floats(0.01, 50))
def test_there_is_nothing_beside_the_whole(first, days, moved, factor):
    last = first + timedelta(days=days)
    scale = Scale.fitted(first, last, 700).moved(moved).zoomed(factor, 300).within(first, last)
    assert scale.x(first) <= 1e-6
    assert scale.end(last) >= 700 - 1e-6


def test_within_leaves_a_scale_that_fits_alone():
    near = SIX_YEARS.zoomed(4, 400)
    assert near.within(date(2022, 7, 1), date(2028, 6, 30)) == near


def test_a_wider_window_shows_the_same_days():
    wide = SIX_YEARS.resized(1400)
    assert (wide.first, wide.last, wide.width) == (SIX_YEARS.first, SIX_YEARS.last, 1400)


def test_showing_moves_no_further_than_needed():
    near = SIX_YEARS.zoomed(10, 0)
    assert near.showing(near.first, near.first) == near
    later = near.showing(date(2026, 1, 1), date(2026, 1, 31), 10)
    assert later.end(date(2026, 1, 31)) == pytest.approx(later.width - 10)
    assert later.showing(date(2022, 7, 1), date(2028, 6, 30)).x(date(2022, 7, 1)) == 0
