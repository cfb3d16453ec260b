"""Terms: worked examples from the sources, and what holds on every day."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.content.reading import ContentWrong
from models.terms.days import is_working_day, working_day_from
from models.terms.parameters import in_force, parameter, parameters, read_parameters
from models.terms.rules import FIRST_DAY, LAST_DAY, holidays_sentence, term
from models.terms.values import (
    Changed,
    DayOutOfReach,
    Keeper,
    NotATerm,
    RegimeUnknown,
    RuleNotInForce,
    RuleUnknown,
    RuleWithoutValue,
    Unit,
)

DAYS = st.dates(FIRST_DAY, LAST_DAY)
COUNTED = [
    rows[-1].key
    for rows in parameters().values()
    if rows[-1].keeper is not None and rows[-1].value is not None
]
FORWARD = [key for key in COUNTED if not parameters()[key][0].backwards]


@pytest.mark.parametrize(
    ("received", "ack", "ack_internal", "reply", "reply_internal"),
    [
        (
            date(2026, 4, 1),
            date(2026, 4, 11),
            date(2026, 4, 10),
            date(2026, 5, 16),
            date(2026, 5, 15),
        ),
        (
            date(2026, 6, 15),
            date(2026, 6, 25),
            date(2026, 6, 25),
            date(2026, 7, 30),
            date(2026, 7, 30),
        ),
        (
            date(2026, 12, 14),
            date(2026, 12, 24),
            date(2026, 12, 24),
            date(2027, 1, 28),
            date(2027, 1, 28),
        ),
    ],
)
def test_complaint_terms_of_the_sources(received, ack, ack_internal, reply, reply_internal):
    acknowledged = term("complaint_ack_days", received)
    answered = term("complaint_reply_days", received)
    assert (acknowledged.due, acknowledged.internal) == (ack, ack_internal)
    assert (answered.due, answered.internal) == (reply, reply_internal)
    assert not acknowledged.shifted
    assert not answered.shifted


def test_six_years_end_the_day_before():
    assert term("mandate_duration_years", date(2026, 11, 1)).due == date(2032, 10, 31)
    assert term("mandate_duration_years", date(2024, 2, 29)).due == date(2030, 2, 28)


def test_a_mandate_may_end_on_a_closed_day():
    found = term("mandate_duration_years", date(2025, 12, 26))
    assert found.due == found.internal == date(2031, 12, 25)
    assert "VDAB" not in found.why


def test_no_day_to_work_with_before_the_start():
    saturday = date(2026, 6, 13)
    found = term("audit_report_days", saturday, changed=Changed({"audit_report_days": 1}))
    assert found.due == found.internal == date(2026, 6, 14)
    assert "geen werkdag meer" in found.why


def test_a_term_of_the_centre_moves_over_ascension():
    found = term("action_plan_days", date(2026, 4, 14))
    assert (found.due, found.shifted) == (date(2026, 5, 15), True)
    assert found.internal == found.due
    assert "Onze-Lieve-Heer-Hemelvaart" in found.why
    assert "vrijdag 15 mei 2026" in found.why
    assert [h.day for h in found.holidays] == [date(2026, 5, 1), date(2026, 5, 14)]
    assert "Dag van de Arbeid (1 mei 2026)" in holidays_sentence(found.holidays)


def test_a_registered_letter_counts_from_the_third_working_day():
    found = term("centre_response_days", date(2026, 4, 2), regime="registered")
    assert "woensdag 8 april 2026" in found.steps[0]
    assert found.due == date(2026, 4, 29)
    receipt = term("centre_response_days", date(2026, 4, 2), regime="receipt")
    assert receipt.due == term("centre_response_days", date(2026, 4, 2)).due
    with pytest.raises(RegimeUnknown):
        term("centre_response_days", date(2026, 4, 2), regime="pigeon")


def test_an_announcement_is_counted_back_and_the_yearly_report_is_due_in_february():
    announced = term("audit_announcement_days", date(2026, 6, 15))
    assert (announced.due, announced.internal) == (date(2026, 5, 25), date(2026, 5, 22))
    assert term("complaint_annual_report_due", date(2026, 6, 15)).due == date(2027, 2, 9)


def test_what_is_no_term_says_so():
    for wrong, key in [
        (RuleUnknown, "lunch_break"),
        (NotATerm, "survey_satisfaction_norm_pct"),
        (NotATerm, "complaint_fact_max_age_years"),
        (RuleWithoutValue, "complaint_reply_extension_days"),
    ]:
        with pytest.raises(wrong):
            term(key, date(2026, 1, 1))
    for day in (date(1979, 12, 31), date(2101, 1, 1), date.max, date.min):
        with pytest.raises(DayOutOfReach):
            term("complaint_ack_days", day)


def test_the_office_may_set_its_own_number_and_the_rule_says_so():
    found = term("action_plan_days", date(2026, 6, 1), changed=Changed({"action_plan_days": 10}))
    assert (found.due, found.rule.value, found.rule.certainty) == (date(2026, 6, 11), 10, "office")
    same = parameter("action_plan_days", date(2026, 6, 1), Changed({"action_plan_days": 30}))
    assert same.certainty == "G"


@given(st.sampled_from(COUNTED), DAYS)
@example("mandate_duration_years", date(2096, 2, 29))
@example("complaint_ack_days", date(1999, 12, 22))
@example("audit_announcement_days", date(1980, 1, 1))
@example("complaint_annual_report_due", LAST_DAY)
def test_every_term_is_explained_and_never_worked_on_after_it_is_due(key, start):
    found = term(key, start)
    assert found.internal <= found.due
    assert len(found.steps) >= 2
    assert all(step.endswith(".") for step in found.steps)
    assert str(found.due.year) in found.why
    if found.rule.keeper is Keeper.AUTHORITY:
        assert not found.shifted
        assert is_working_day(found.internal)
    if found.rule.keeper is Keeper.OTHERS:
        assert is_working_day(found.due)
        assert found.shifted is ("schuift door" in found.why)


@given(st.sampled_from([key for key in FORWARD if parameters()[key][0].unit is Unit.DAYS]), DAYS)
def test_calendar_days_leave_out_the_first_and_count_the_last(key, start):
    found = term(key, start)
    rule = found.rule
    if rule.day_kind == "working":
        days = (start + timedelta(days=n) for n in range(1, (found.due - start).days + 1))
        assert sum(map(is_working_day, days)) == rule.value
        return
    last = start + timedelta(days=rule.value)
    assert found.due == (working_day_from(last) if rule.keeper is Keeper.OTHERS else last)
    assert all(start < holiday.day <= found.due for holiday in found.holidays)


@given(st.sampled_from(FORWARD), DAYS, DAYS)
def test_who_starts_later_is_never_due_earlier(key, one, other):
    first, second = sorted((one, other))
    assert term(key, first).due <= term(key, second).due


@given(DAYS)
def test_a_mandate_lasts_six_years_to_the_day(start):
    end = term("mandate_duration_years", start).due
    after = end + timedelta(days=1)
    assert after.year - start.year == 6
    leap = (start.month, start.day) == (2, 29)
    assert (after.month, after.day) == ((3, 1) if leap else (start.month, start.day))


def test_values_follow_each_other_in_time():
    rows = [
        {"key": "x_days", "value": 10, "unit": "days", "certainty": "B", "to": date(2026, 12, 31)},
        {"key": "x_days", "value": 15, "unit": "days", "certainty": "B", "from": date(2027, 1, 1)},
    ]
    table = read_parameters({"parameters": rows}, "regels.yaml")["x_days"]
    assert [(row.value, row.valid_until, row.valid_from) for row in table] == [
        (10, date(2026, 12, 31), None),
        (15, None, date(2027, 1, 1)),
    ]
    rows[1]["from"] = date(2026, 12, 31)
    with pytest.raises(ContentWrong) as caught:
        read_parameters({"parameters": rows}, "regels.yaml")
    assert "x_days" in str(caught.value)


def test_a_day_before_a_rule_existed_is_refused():
    row = {"key": "y", "value": 1, "unit": "days", "certainty": "B", "from": date(2027, 1, 1)}
    rows = read_parameters({"parameters": [row]}, "regels.yaml")["y"]
    assert in_force(rows, date(2027, 1, 1)).value == 1
    with pytest.raises(RuleNotInForce):
        in_force(rows, date(2026, 12, 31))


def test_a_wrong_row_is_named():
    for change in ({"kept_by": "somebody"}, {"day_kind": "lunar"}, {"colour": "red"}):
        row = {"key": "x", "value": 1, "unit": "days", "certainty": "B"} | change
        with pytest.raises(ContentWrong) as caught:
            read_parameters({"parameters": [row]}, "regels.yaml")
        assert "parameters[0]" in str(caught.value)
