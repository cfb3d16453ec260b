"""Proposals after a change of rules, whatever the dates: what always holds."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import example, given
from hypothesis import strategies as st

from models.mandates.rules import end_by_rule
from models.mandates.rules.proposals import HeldMandate, end_proposals, kept_reason
from models.mandates.values import MandateFacts
from models.terms.values import Changed, DatedValue

TODAY = date(2026, 5, 4)
STARTS = st.dates(date(2018, 1, 1), date(2034, 12, 31))
YEARS = st.integers(1, 12)


def changed(years: int, first: date) -> Changed:
    change = DatedValue("mandate_duration_years", years, first, None, "decreet")
    return Changed(dated=(change,))


def mandate(start: date, number: int = 1, **more: object) -> HeldMandate:
    facts = MandateFacts(start, end_by_rule(start))
    one = HeldMandate(UUID(int=number), UUID(int=100 + number), "Demer", f"LB-{number}", facts)
    return replace(one, **more)


@given(STARTS, YEARS, STARTS)
@example(date(2024, 2, 29), 5, date(2024, 2, 29))
def test_a_proposal_is_another_day_by_the_rule_of_the_first_day(start, years, since):
    rule = changed(years, since)
    held = mandate(start)
    found = end_proposals([held], TODAY, rule)
    expected = end_by_rule(start, rule)
    assert bool(found) is (held.facts.end >= TODAY and expected != held.facts.end)
    for one in found:
        assert (one.old, one.new) == (held.facts.end, expected)
        assert start >= since
        assert one.recorded
        assert one.why.endswith(".")
        assert bool(one.trouble) is (one.new < TODAY)


@given(STARTS, YEARS, STARTS)
def test_who_takes_a_proposal_over_gets_no_other_one(start, years, since):
    rule = changed(years, since)
    for one in end_proposals([mandate(start)], TODAY, rule):
        taken = replace(one.mandate, facts=MandateFacts(start, one.new))
        assert end_proposals([taken], TODAY, rule) == ()


@given(STARTS, YEARS, YEARS, STARTS)
def test_a_refusal_is_remembered_for_that_day_only(start, years, later, since):
    for one in end_proposals([mandate(start)], TODAY, changed(years, since)):
        kept = replace(one.mandate, deviation=kept_reason(one, "zo beslist"))
        assert end_proposals([kept], TODAY, changed(years, since)) == ()
        again = end_proposals([kept], TODAY, changed(later, since))
        other = end_by_rule(start, changed(later, since))
        assert bool(again) is (other not in (one.old, one.new))


def test_without_a_change_only_an_unexplained_length_is_proposed():
    short = MandateFacts(date(2024, 1, 1), date(2028, 12, 31))
    held = mandate(date(2024, 1, 1), facts=short)
    (one,) = end_proposals([held], TODAY)
    assert (one.new, one.recorded) == (date(2029, 12, 31), False)
    assert end_proposals([replace(held, deviation="Op vraag van het centrum.")], TODAY) == ()


def test_what_is_over_is_left_alone():
    rule = changed(7, date(2018, 1, 1))
    over = mandate(date(2019, 1, 1))
    stopped = mandate(
        date(2024, 1, 1),
        facts=MandateFacts(
            date(2024, 1, 1), date(2029, 12, 31), ended_on=TODAY + timedelta(days=9)
        ),
    )
    assert end_proposals([over, stopped], TODAY, rule) == ()
