"""When a file may be destroyed: the clock, what keeps a file, and the odd days."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.retention.rules import STARTS, WHY, clock, verdict
from models.retention.values import ClockStart, Holding, RetentionFacts
from models.terms.values import Changed, DatedValue

TODAY = date(2026, 5, 4)
days = st.dates(date(1985, 1, 1), date(2040, 12, 31))


def file(**facts):
    return RetentionFacts(uuid4(), **facts)


def test_ten_years_after_the_last_mandate_it_is_due_the_day_after():
    ended = file(mandate_end=date(2016, 5, 4))
    assert verdict(ended, date(2026, 5, 4)).holding is Holding.TERM
    found = verdict(ended, date(2026, 5, 5))
    assert found.due
    assert found.term is not None
    assert found.term.due == date(2026, 5, 4)
    assert found.term.why


def test_a_mandate_that_ended_on_the_leap_day_ends_its_term_in_february():
    found = verdict(file(mandate_end=date(2016, 2, 29)), TODAY)
    assert found.term is not None
    assert found.term.due == date(2026, 2, 28)
    assert found.due


def test_a_later_refusal_starts_the_clock_anew():
    facts = file(mandate_end=date(2012, 1, 1), decided_on=date(2019, 3, 1))
    assert clock(facts) == (ClockStart.DECISION, date(2019, 3, 1))
    assert verdict(facts, TODAY).holding is Holding.TERM


def test_a_centre_without_mandate_or_decision_counts_from_its_last_activity():
    assert clock(file(active_on=date(2014, 1, 1))) == (ClockStart.ACTIVITY, date(2014, 1, 1))
    assert verdict(file(active_on=date(2014, 1, 1)), TODAY).due


def test_activity_does_not_move_the_clock_of_a_mandate():
    facts = file(mandate_end=date(2012, 1, 1), active_on=date(2020, 1, 1))
    assert clock(facts)[0] is ClockStart.MANDATE_END


def test_a_centre_of_which_no_day_is_known_is_kept():
    assert verdict(file(), TODAY).holding is Holding.NO_DAY


@pytest.mark.parametrize(
    ("what", "holding"),
    [
        ({"open_application": True}, Holding.APPLICATION),
        ({"open_check": True}, Holding.CHECK),
        ({"open_measure": True}, Holding.MEASURE),
        ({"waiting_until": TODAY}, Holding.WAITING),
    ],
)
def test_what_is_open_keeps_the_file_and_is_said(what, holding):
    found = verdict(file(mandate_end=date(2001, 1, 1), **what), TODAY)
    assert found.holding is holding
    assert not found.due


def test_an_office_that_recorded_another_term_is_followed():
    longer = DatedValue("retention_centre_file_years", 20, date(2000, 1, 1), None, "selectieregel")
    found = verdict(file(mandate_end=date(2010, 1, 1)), TODAY, Changed(dated=(longer,)))
    assert found.holding is Holding.TERM


def test_every_holding_and_every_start_has_words():
    assert set(WHY) == set(Holding)
    assert set(STARTS) == set(ClockStart)


@given(end=days, today=days)
def test_a_running_or_future_mandate_is_never_due(end, today):
    found = verdict(file(mandate_end=end), today)
    if end >= today:
        assert found.holding is Holding.MANDATE
    assert found.due == (end + timedelta(days=1) < today and found.term.due < today)


@given(end=days, today=days, later=st.integers(0, 4000))
def test_what_is_due_stays_due(end, today, later):
    if verdict(file(mandate_end=end), today).due:
        assert verdict(file(mandate_end=end), today + timedelta(days=later)).due
