"""Holidays computed from the law, checked against an independent list."""

from datetime import date, timedelta

import holidays as other_list
import pytest

from models.terms.days import (
    is_working_day,
    last_day_of,
    months_on,
    nth_working_day,
    working_day_from,
    working_day_until,
)
from models.terms.holidays import easter, legal_holidays, planning_holidays

YEARS = range(1980, 2101)


def test_the_ten_legal_holidays_agree_with_another_list_for_121_years():
    theirs = other_list.country_holidays("BE", years=list(YEARS), language="nl")
    sundays = {easter(year) + timedelta(days=days) for year in YEARS for days in (0, 49)}
    ours = {holiday.day for year in YEARS for holiday in legal_holidays(year)}
    assert ours == set(theirs) - (sundays - ours)


def test_every_year_has_ten_even_when_two_fall_together():
    assert all(len(legal_holidays(year)) == 10 for year in YEARS)
    first_of_may = [h.name for h in legal_holidays(2008) if h.day == date(2008, 5, 1)]
    assert sorted(first_of_may) == ["Dag van de Arbeid", "Onze-Lieve-Heer-Hemelvaart"]


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1981, 4, 19), (2000, 4, 23), (2008, 3, 23), (2038, 4, 25), (2076, 4, 19)],
)
def test_easter_on_its_odd_days(year, month, day):
    assert easter(year) == date(year, month, day)


def test_visits_are_planned_around_the_longer_list():
    days = {holiday.day for holiday in planning_holidays(2026)}
    extra = days - {holiday.day for holiday in legal_holidays(2026)}
    assert extra == {
        date(2026, 7, 11),
        date(2026, 11, 2),
        date(2026, 11, 15),
        *(date(2026, 12, day) for day in range(26, 32)),
    }


def test_working_days_beside_a_long_weekend():
    ascension = date(2026, 5, 14)
    assert not is_working_day(ascension)
    assert working_day_from(ascension) == date(2026, 5, 15)
    assert working_day_until(ascension) == date(2026, 5, 13)
    good_thursday = date(2026, 4, 2)
    assert nth_working_day(good_thursday, 3) == date(2026, 4, 8)


def test_months_end_the_day_before_the_same_day():
    assert last_day_of(date(2026, 11, 1), 72) == date(2032, 10, 31)
    assert last_day_of(date(2024, 2, 29), 72) == date(2030, 2, 28)
    assert last_day_of(date(2024, 2, 29), 48) == date(2028, 2, 28)
    assert last_day_of(date(2025, 8, 31), 6) == date(2026, 2, 28)
    assert last_day_of(date(2026, 1, 1), 12) == date(2026, 12, 31)
    assert months_on(date(2026, 3, 31), -1) == date(2026, 2, 28)
