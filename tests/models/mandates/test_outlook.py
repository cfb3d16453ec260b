"""Which regime the next period of a mandate falls under, and until when it must be asked for."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from models.mandates.rules import end_by_rule
from models.mandates.rules.outlook import outlooks
from models.mandates.rules.proposals import HeldMandate
from models.mandates.values import MandateFacts
from models.terms.values import Changed, DatedValue

TODAY = date(2025, 3, 1)


def mandate(start: date, end: date | None = None, number: int = 1) -> HeldMandate:
    facts = MandateFacts(start, end or end_by_rule(start))
    return HeldMandate(UUID(int=number), UUID(int=99), "Demer", f"LB-{number}", facts)


@given(st.dates(date(2019, 4, 1), date(2034, 1, 1)))
def test_periods_from_november_2025_ask_no_file(start):
    (one,) = outlooks([mandate(start)], TODAY)
    assert one.rule.value == ("notice" if one.start >= date(2025, 11, 1) else "application")
    assert one.was == ("notice" if start >= date(2025, 11, 1) else "application")
    assert one.lead.due < one.start
    assert not one.recorded


def test_the_last_day_before_and_the_first_day_of_the_regime():
    before = mandate(date(2019, 10, 31), date(2025, 10, 30))
    on = mandate(date(2019, 11, 1))
    assert [outlooks([one], TODAY)[0].rule.value for one in (before, on)] == [
        "application",
        "notice",
    ]
    (one,) = outlooks([on], TODAY)
    assert (one.start, one.lead.due) == (date(2025, 11, 1), date(2025, 1, 31))
    assert one.other_than_before


def test_a_recorded_change_says_what_the_table_said():
    changed = Changed(
        dated=(DatedValue("mandate_renewal_regime", "application", date(2030, 1, 1), None, "wet"),)
    )
    (one,) = outlooks([mandate(date(2024, 1, 1))], TODAY, changed)
    assert (one.rule.value, one.unchanged, one.recorded) == ("application", "notice", True)


def test_only_the_last_mandate_of_a_centre_has_a_next_period():
    first, second = mandate(date(2020, 1, 1)), mandate(date(2026, 1, 1), number=2)
    stopped = replace(first, facts=replace(first.facts, ended_on=date(2025, 1, 1)))
    assert [one.mandate.number for one in outlooks([first, second], TODAY)] == ["LB-2"]
    assert outlooks([stopped], TODAY) == ()
    assert outlooks([mandate(date(2018, 1, 1))], TODAY) == ()
