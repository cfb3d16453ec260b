"""The axis over the days: its cells follow one another and never want more room than there is."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.timeline.rules.scale import Scale
from models.timeline.rules.ticks import STEPS, axis

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def scale(first: date, last: date, width: float = 830) -> Scale:
    return Scale.fitted(first, last, width)


def test_six_years_at_1280_show_years_alone():
    seen = axis(scale(date(2022, 4, 1), date(2028, 9, 30)))
    assert not seen.coarse
    assert [cell.word for cell in seen.fine] == [str(year) for year in range(2022, 2029)]


def test_one_year_shows_its_months_under_the_year():
    seen = axis(scale(date(2026, 1, 1), date(2026, 12, 31)))
    assert [cell.word for cell in seen.coarse] == ["2026"]
    assert [cell.word for cell in seen.fine][:3] == ["jan", "feb", "mrt"]
    assert seen.fine[1].last == date(2026, 2, 28)


def test_three_weeks_show_days_under_their_month():
    seen = axis(scale(date(2026, 4, 20), date(2026, 5, 10)))
    assert [cell.word for cell in seen.coarse] == ["april 2026", "mei 2026"]
    assert seen.fine[0].word == "ma 20"


def test_three_months_show_weeks_from_monday():
    seen = axis(scale(date(2026, 2, 4), date(2026, 5, 4)))
    assert seen.coarse[0].word == "februari 2026"
    assert seen.fine[0].first == date(2026, 2, 2)
    assert {cell.first.weekday() for cell in seen.fine} == {0}


@given(DAYS, st.integers(0, 40_000), st.floats(120, 4000), st.sampled_from((1.0, 1.25, 2.0)))
def test_cells_follow_one_another_and_cover_what_is_in_sight(first, days, width, grown):
    last = min(first + timedelta(days=days), date(2190, 1, 1))
    seen = scale(first, last, width)
    found = axis(seen, grown)
    for row in filter(None, (found.coarse, found.fine)):
        assert row[0].first <= seen.first
        assert row[-1].last >= seen.last
        for one, other in zip(row, row[1:]):
            assert other.first - one.last == timedelta(days=1)


@given(DAYS, st.integers(30, 20_000), st.floats(200, 4000))
def test_no_more_cells_than_there_is_room_for(first, days, width):
    seen = scale(first, first + timedelta(days=days), width)
    found = axis(seen)
    least = min(step.room for step in STEPS)
    assert len(found.fine) <= width / least * 1.2 + 3 or seen.per_day < STEPS[0].room / 3652.5
