"""Days as people write them: a slip of the pen is told with the days that can be."""

from datetime import date

import pytest

from models.kernel.days import DayNotPossible, day_of_our_time

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize("day", [date(2000, 1, 1), TODAY, date(2031, 12, 31)])
def test_a_day_of_our_time_stays_as_it_is(day: date):
    assert day_of_our_time(day, "visit_date", TODAY, ahead=5) == day


@pytest.mark.parametrize("day", [date(1999, 12, 31), date(2032, 1, 1), date(226, 3, 12)])
def test_another_day_is_refused_at_its_field(day: date):
    with pytest.raises(DayNotPossible) as refused:
        day_of_our_time(day, "visit_date", TODAY, ahead=5)
    assert refused.value.field == "visit_date"
    assert (refused.value.facts["first"], refused.value.facts["last"]) == (
        date(2000, 1, 1),
        date(2031, 12, 31),
    )
