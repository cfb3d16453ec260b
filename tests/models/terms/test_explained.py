"""Every explanation holds water: the sum can be done again from its words, whatever the day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.terms.days import closed_because, in_full, is_working_day, nth_working_day
from models.terms.holidays import easter, legal_holidays
from models.terms.parameters import parameter, parameters
from models.terms.rules import SERVICE, alternatives, count, length_of, term
from models.terms.sentences import value_of
from models.terms.values import (
    CERTAINTIES,
    SUBJECTS,
    Changed,
    DatedValue,
    DayKind,
    Keeper,
    Regime,
    Unit,
)

KEYS = [
    key
    for key, rows in parameters().items()
    if rows[-1].keeper is not None and rows[-1].value is not None
]
DAYS_KEYS = [key for key in KEYS if parameters()[key][-1].unit is Unit.DAYS]
OTHERS = [key for key in KEYS if parameters()[key][-1].keeper is Keeper.OTHERS]
AUTHORITY = [key for key in KEYS if parameters()[key][-1].keeper is Keeper.AUTHORITY]
YEARS = range(1980, 2101)
NEAR = [
    date(year, month, day) + timedelta(days=shift)
    for year in (1980, 1999, 2000, 2024, 2026, 2099, 2100)
    for month, day in ((12, 31), (2, 28), (easter(year).month, easter(year).day))
    for shift in (-1, 0, 1, 2)
    if 1980 <= (date(year, month, day) + timedelta(days=shift)).year <= 2100
]
ODD = st.one_of(st.dates(date(1980, 1, 1), date(2100, 12, 31)), st.sampled_from(NEAR))
SENT = st.sampled_from([None, "registered", "receipt"])


@given(st.sampled_from(KEYS), ODD, SENT)
@example("mandate_duration_years", date(2024, 2, 29), None)
@example("centre_response_days", date(2026, 12, 23), "registered")
def test_the_words_name_rule_start_every_shift_and_the_end(key, start, regime):
    found = term(key, start, regime=regime)
    assert found.rule.title and found.rule.subject in SUBJECTS
    assert found.rule.certainty in CERTAINTIES
    yearly = found.rule.unit is Unit.YEARLY_DAY
    assert str(start.year) in found.why if yearly else in_full(start) in found.why
    assert in_full(found.last) in found.why
    assert in_full(found.due) in found.why
    assert in_full(found.internal) in found.why
    if not yearly:
        assert length_of(found.rule) in found.why
    if found.due != found.last:
        assert closed_because(found.last) in found.why
    if regime == "registered":
        assert in_full(found.event) in found.why
    assert all(holiday.name in closed_because(holiday.day) for holiday in found.holidays)


@given(st.sampled_from(KEYS), ODD, SENT)
def test_the_sentence_for_a_letter_is_one_sentence_with_its_days(key, start, regime):
    found = term(key, start, regime=regime)
    said = found.sentence
    assert said[0].isupper()
    assert said.endswith(".")
    assert ". " not in said.replace("art. ", "")
    assert f"{found.due.day} " in said and str(found.due.year) in said
    if found.rule.reference:
        assert said.endswith(f"({found.rule.reference}).")
    if found.shifted:
        assert "schuift" in said


@given(st.sampled_from(AUTHORITY), ODD, SENT)
def test_a_term_of_the_service_never_moves_later(key, start, regime):
    found = term(key, start, regime=regime)
    assert found.due == found.last
    assert not found.shifted
    assert found.internal <= found.due
    assert is_working_day(found.internal)


@given(st.sampled_from(OTHERS), ODD, SENT)
def test_a_term_of_somebody_else_ends_on_a_working_day_as_soon_as_there_is_one(key, start, regime):
    found = term(key, start, regime=regime)
    assert is_working_day(found.due)
    between = (found.last + timedelta(days=n) for n in range((found.due - found.last).days))
    assert not any(is_working_day(day) for day in between)


@given(st.sampled_from(OTHERS), ODD)
def test_a_registered_letter_never_gives_less_time_than_a_letter_handed_over(key, start):
    handed, sent = term(key, start), term(key, start, regime="registered")
    assert sent.event == nth_working_day(start, 3)
    assert (
        sum(is_working_day(start + timedelta(days=n + 1)) for n in range((sent.event - start).days))
        == 3
    )
    assert sent.due >= handed.due
    assert sent.last == sent.event + timedelta(days=sent.rule.value)


@given(st.sampled_from(DAYS_KEYS), ODD, SENT)
def test_another_reading_is_another_day_and_can_be_counted_again(key, start, regime):
    found = term(key, start, regime=regime)
    readings = {reading.label: reading.due for reading in alternatives(found)}
    assert found.due not in readings.values()
    if found.shifted:
        assert readings["Zonder doorschuiven naar een werkdag"] == found.last
    working = replace(found.rule, day_kind=DayKind.WORKING)
    if found.rule.day_kind is DayKind.CALENDAR and "In werkdagen geteld" in readings:
        again = count(working, start, found.regime, found.service_days)
        assert readings["In werkdagen geteld"] == again.due
        gap = (again.due - found.event).days
        assert abs(gap) >= found.rule.value


@pytest.mark.parametrize("key", ["mandate_duration_years", "complaint_annual_report_due"])
def test_a_period_has_no_other_readings(key):
    assert alternatives(term(key, date(2026, 11, 1))) == ()


def test_the_other_readings_of_a_known_day():
    found = term("action_plan_days", date(2026, 4, 14), regime=Regime.REGISTERED)
    assert [(reading.label, reading.due) for reading in alternatives(found)] == [
        ("Zonder doorschuiven naar een werkdag", date(2026, 5, 17)),
        ("In werkdagen geteld", date(2026, 6, 3)),
        ("Niet aangetekend, of op de dag zelf aangeboden", date(2026, 5, 15)),
    ]
    inclusive = term("centre_response_days", date(2026, 4, 2), regime=Regime.REGISTERED)
    labels = {reading.label: reading.due for reading in alternatives(inclusive)}
    assert labels["Als de 3e werkdag zelf al meetelt"] == date(2026, 4, 28)


def test_sentences_for_letters():
    said = {
        ("mandate_duration_years", date(2026, 11, 1), None): (
            "De periode van 6 jaar loopt van 1 november 2026 tot en met 31 oktober 2032"
            " (besluit van de Vlaamse Regering van 17 mei 2013 betreffende de loopbaanbegeleiding)."
        ),
        ("centre_response_days", date(2026, 4, 2), "registered"): (
            "De laatste dag is woensdag 29 april 2026, 21 kalenderdagen na 8 april 2026, de dag"
            " waarop de aangetekende brief van 2 april 2026 als ontvangen geldt."
        ),
        ("complaint_annual_report_due", date(2026, 6, 15), None): (
            "De laatste dag voor het jaar 2026 is dinsdag 9 februari 2027"
            " (Bestuursdecreet van 7 december 2018, art. II.87)."
        ),
        ("audit_announcement_days", date(2026, 6, 15), None): (
            "De laatste dag is maandag 25 mei 2026, 21 kalenderdagen voor 15 juni 2026."
        ),
    }
    for (key, start, regime), sentence in said.items():
        assert term(key, start, regime=regime).sentence == sentence


def test_values_as_people_say_them():
    said = {
        "mandate_duration_years": "6 jaar",
        "complaint_reply_days": "45 kalenderdagen",
        "registered_mail_service_working_days": "3 werkdagen",
        "mandate_prepare_months": "18, 12, 6 en 3 maanden",
        "complaint_annual_report_due": "9 februari van het volgende jaar",
        "counsellor_qualification_deadline_existing_mandates": "31 december 2029",
        "survey_satisfaction_norm_pct": "85 %",
        "survey_min_respondents_for_publication": "10 antwoorden",
        "mandate_waiting_months": "niet bekend",
        "mandate_renewal_regime": "bericht aan de contactpersoon",
        "complaint_fact_max_age_years": "1 jaar",
    }
    assert {key: value_of(parameter(key, date(2026, 1, 1))) for key in said} == said
    assert all(value_of(row) for rows in parameters().values() for row in rows)


def test_the_table_is_told_in_dutch_and_rests_on_something_or_says_that_it_does_not():
    for key, rows in parameters().items():
        for row in rows:
            assert row.title and row.title[0].isupper(), key
            assert row.subject in SUBJECTS, key
            assert row.certainty in CERTAINTIES, key
            assert not row.reference.startswith("F"), key
            if row.certainty == "G":
                assert not row.reference, key


@given(
    ODD,
    st.lists(st.tuples(ODD, st.integers(0, 900), st.integers(1, 90)), max_size=4),
    st.integers(1, 90),
)
def test_on_every_day_the_most_particular_value_holds(day, spans, office):
    key, taken, dated = "action_plan_days", [], []
    for first, length, value in sorted(spans):
        last = first + timedelta(days=length)
        if not taken or first > taken[-1]:
            taken.append(last)
            dated.append(DatedValue(key, value, first, last, "nota"))
    found = parameter(key, day, Changed({key: office}, tuple(dated)))
    holding = [one for one in dated if one.valid_from <= day <= one.valid_until]
    assert found.value == (holding[0].value if holding else office)
    assert found.valid_from is None or found.valid_from <= day
    assert found.valid_until is None or day <= found.valid_until
    for one in dated:
        if one not in holding and found.valid_from is not None and found.valid_until is not None:
            assert one.valid_until < found.valid_from or found.valid_until < one.valid_from


def test_easter_moves_three_holidays_and_never_a_fourth():
    for year in YEARS:
        sunday = easter(year)
        assert sunday.weekday() == 6
        assert date(year, 3, 22) <= sunday <= date(year, 4, 25)
        moving = {(holiday.day - sunday).days for holiday in legal_holidays(year)}
        assert {1, 39, 50} <= moving


def test_how_long_a_letter_takes_is_a_rule_that_can_change():
    sent = date(2027, 3, 1)
    change = DatedValue(SERVICE, 5, date(2027, 1, 1), None, "wet van 2026")
    now = term("centre_response_days", sent, regime="registered")
    later = term(
        "centre_response_days", sent, regime="registered", changed=Changed(dated=(change,))
    )
    assert (now.event, later.event) == (date(2027, 3, 4), date(2027, 3, 8))
    assert "5e werkdag" in later.steps[0]
