"""What is happening on a day: first and last days are part of it, the days beside are not."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.terms.values import NOTHING_CHANGED
from models.timeline.rules import (
    across,
    away,
    beside,
    by_year,
    card,
    lasting,
    nearest,
    on_day,
    spoken,
    when,
)
from models.mandates.rules import mandate_year
from models.timeline.rules import in_order, rights
from models.timeline.values import LaneKey
from tests.models.timeline.history import TODAY, timeline

LINE = timeline()
ONE = timedelta(days=1)


def words(day: date) -> list[str]:
    return [event.word for event in on_day(LINE, day).events]


def test_the_first_and_the_last_day_of_a_certificate_are_part_of_it():
    assert "Qfor 2022" in words(date(2024, 4, 15))
    assert "Qfor 2022" not in words(date(2024, 4, 16))
    assert "Qfor 2024" in words(date(2024, 6, 1))
    assert "Qfor 2024" not in words(date(2024, 5, 31))


def test_the_gap_between_two_certificates_is_told_from_day_to_day():
    gap = next(e for e in LINE.events if e.key.startswith("uncertified"))
    assert (gap.first, gap.last) == (date(2024, 4, 16), date(2024, 5, 31))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2022, 6, 30), None),
        (date(2022, 7, 1), 1),
        (date(2023, 6, 30), 1),
        (date(2023, 7, 1), 2),
        (date(2028, 6, 30), 6),
        (date(2028, 7, 1), None),
    ],
)
def test_a_day_lies_in_a_year_of_the_mandate(day, year):
    facts = on_day(LINE, day)
    assert facts.mandate_year == year
    assert facts.mandate_years == (6 if year else None)


@pytest.mark.parametrize("day", [date(2025, 2, 27), date(2025, 2, 28), date(2025, 3, 1)])
def test_a_mandate_from_29_february_counts_its_years_as_the_rule_does(day):
    held = rights.Held(UUID(int=1), "M-1", date(2024, 2, 29), date(2030, 2, 28))
    line = replace(LINE, events=in_order(list(rights.mandates([held], TODAY, NOTHING_CHANGED))))
    facts = on_day(line, day)
    assert (facts.mandate_year, facts.mandate_years) == mandate_year(held.start, held.end, day)


@given(st.dates(date(2021, 1, 1), date(2029, 12, 31)))
def test_everything_that_holds_on_a_day_is_told_once_with_what_is_beside_it(day):
    facts = on_day(LINE, day)
    assert {e.key for e in facts.events} == {e.key for e in LINE.events if e.first <= day <= e.last}
    moments = [e for e in LINE.events if e.moment]
    assert facts.before == max(
        (e for e in moments if e.first < day), key=lambda e: moments.index(e), default=None
    )
    assert facts.after == next((e for e in moments if e.first > day), None)


def test_moments_are_told_before_what_merely_holds():
    facts = on_day(LINE, date(2023, 6, 15))
    assert facts.events[0].lane is LaneKey.CHECKS
    assert not facts.events[-1].moment


def test_one_walks_along_a_lane_and_stops_at_its_end():
    checks = [e for e in LINE.events if e.lane is LaneKey.CHECKS]
    assert beside(LINE.events, checks[0], 1) == checks[1]
    assert beside(LINE.events, checks[-1], 1) is None
    assert beside(LINE.events, checks[0], -1) is None


def test_one_crosses_to_the_nearest_thing_of_the_next_lane_that_has_any():
    lanes = [lane.key for lane in LINE.lanes]
    mandate = LINE.events[[e.counted for e in LINE.events].index(True)]
    below = across(LINE.events, lanes, mandate, 1, TODAY)
    assert below is not None
    assert below.word == "Qfor 2024"
    assert across(LINE.events, lanes, mandate, -1, TODAY) is None


def test_the_list_holds_everything_once_in_the_order_of_the_days():
    found = [event for _year, events in by_year(LINE.events) for event in events]
    assert found == list(LINE.events)
    assert all(e.first.year == year for year, events in by_year(LINE.events) for e in events)


def test_nearest_prefers_what_holds():
    assert nearest([], TODAY) is None
    found = nearest(LINE.events, date(2022, 6, 8))
    assert found is not None
    assert found.first == date(2022, 6, 7)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2022, 7, 1), date(2028, 6, 30), "6 years"),
        (date(2024, 2, 29), date(2024, 2, 29), "1 day"),
        (date(2024, 4, 16), date(2024, 5, 31), "1 month"),
        (date(2024, 1, 31), date(2025, 2, 28), "1 year and 1 month"),
    ],
)
def test_how_long_it_lasts(first, last, said):
    assert lasting(first, last) == said


def test_how_far_it_is():
    assert away(TODAY, TODAY) == "today"
    assert away(TODAY + ONE, TODAY) == "in 1 day"
    assert away(date(2024, 3, 12), TODAY) == "2 years ago"


def test_a_thing_says_itself():
    gap = next(e for e in LINE.events if e.key.startswith("uncertified"))
    assert when(gap) == "16 apr 2024 – 31 mei 2024"
    assert spoken(gap, TODAY).startswith("Certificates, No certificate")
    lead = next(e for e in LINE.events if e.key.startswith("lead"))
    assert ("Term", "9 maanden") in card(lead, TODAY)
