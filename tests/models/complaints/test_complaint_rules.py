"""Complaints without a database: the two clocks, the states, what may be written."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.applications.values import DayStillToCome, DayTooEarly
from models.centres.values import NationalNumberFound
from models.complaints import rules
from models.complaints.values import (
    DONE,
    ClockKind,
    ComplainantNamed,
    ComplaintFacts,
    ComplaintJudgement,
    ComplaintResolution,
    ComplaintState,
    DaysOutOfOrder,
    EntryRoute,
    FactsAfterReceipt,
    Inadmissibility,
    InadmissibilityMissing,
    InadmissibilityUnmotivated,
    JudgedThoughInadmissible,
    RegistrationKind,
    RouteDays,
    SolvedThoughUnfounded,
    ThemeMissing,
)
from models.content.reading import content
from models.terms.values import Changed

CAME = date(2026, 4, 1)
DAYS = st.dates(date(2010, 1, 1), date(2060, 12, 31))


def route(came: date = CAME, entry: EntryRoute = EntryRoute.VDAB, **days: date) -> RouteDays:
    return RouteDays(entry, came, **days)


def facts(*routes: RouteDays, **others) -> ComplaintFacts:
    return ComplaintFacts(routes or (route(),), **others)


def clocks(one: RouteDays, **others):
    return rules.clocks(one, facts(one, **others))


@pytest.mark.parametrize(
    ("came", "ack", "ack_internal", "reply", "reply_internal"),
    [
        ("2026-04-01", "2026-04-11", "2026-04-10", "2026-05-16", "2026-05-15"),
        ("2026-06-15", "2026-06-25", "2026-06-25", "2026-07-30", "2026-07-30"),
        ("2026-12-14", "2026-12-24", "2026-12-24", "2027-01-28", "2027-01-28"),
    ],
)
def test_the_worked_examples(came, ack, ack_internal, reply, reply_internal):
    heard, answer = clocks(route(date.fromisoformat(came)))
    assert (heard.kind, answer.kind) == (ClockKind.ACKNOWLEDGE, ClockKind.REPLY)
    assert (heard.term.due, heard.term.internal) == _days(ack, ack_internal)
    assert (answer.term.due, answer.term.internal) == _days(reply, reply_internal)
    assert not heard.term.shifted
    assert not answer.term.shifted
    assert heard.term.why
    assert "II.83" in answer.term.rule.reference


def _days(*said: str) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, said))


@given(DAYS)
def test_the_legal_day_never_moves_and_the_day_to_work_with_never_passes_it(came):
    heard, answer = clocks(route(came))
    assert heard.term.due == came + timedelta(days=10)
    assert answer.term.due == came + timedelta(days=45)
    assert heard.term.internal <= heard.term.due
    assert answer.term.internal <= answer.term.due


def test_on_the_last_day_it_is_in_time_and_on_the_next_late():
    heard, _answer = clocks(route())
    assert heard.days_late(date(2026, 4, 11)) == 0
    assert heard.days_late(date(2026, 4, 12)) == 1
    assert heard.days_left(date(2026, 4, 1)) == 10


def test_what_was_done_late_stays_so_many_days_late():
    one = route(acknowledged_on=date(2026, 4, 20), answered_on=date(2026, 5, 30))
    heard, answer = clocks(one)
    assert heard.days_late(date(2030, 1, 1)) == 9
    assert answer.days_late(date(2030, 1, 1)) == 14
    assert rules.most_late((heard, answer), date(2030, 1, 1)) == 0


def test_an_answer_also_says_that_it_was_received():
    heard, answer = clocks(route(answered_on=date(2026, 4, 5)))
    assert heard.done_on == answer.done_on == date(2026, 4, 5)


def test_closing_is_no_answer():
    heard, answer = clocks(route(), closed_on=date(2026, 4, 20))
    assert (heard.done_on, answer.done_on) == (None, None)
    assert not heard.open and not answer.open
    assert answer.stopped_on == date(2026, 4, 20)
    assert rules.next_clock((heard, answer)) is None


def test_an_answer_after_closing_still_counts_on_its_own_day():
    _heard, answer = clocks(route(answered_on=date(2026, 5, 30)), closed_on=date(2026, 4, 20))
    assert answer.done_on == date(2026, 5, 30)
    assert answer.days_late(date(2026, 6, 1)) == 14


def test_two_routes_show_both_clocks():
    one, other = route(), route(date(2026, 4, 2), EntryRoute.OMBUDS)
    found = rules.all_clocks(facts(one, other))
    assert [clock.entry for clock in found] == [EntryRoute.VDAB] * 2 + [EntryRoute.OMBUDS] * 2
    assert found[2].term.due == date(2026, 4, 12)
    first = rules.next_clock(found)
    assert first is not None
    assert first.term.due == date(2026, 4, 11)


def test_a_forwarded_complaint_gets_a_new_receipt_and_the_first_stays():
    first = route(entry=EntryRoute.OMBUDS, forwarded_on=date(2026, 4, 9))
    second = route(date(2026, 4, 9))
    known = facts(first, second)
    heard, answer = rules.clocks(second, known)
    assert heard.term.due == date(2026, 4, 19)
    assert answer.term.due == date(2026, 5, 24)
    assert not any(clock.open for clock in rules.clocks(first, known))
    assert known.received_on == CAME
    assert rules.complaint_state(known)[0] is ComplaintState.RECEIVED


def test_what_is_not_admissible_is_told_within_ten_days():
    _heard, notice = clocks(route(), admissible=False)
    assert notice.kind is ClockKind.NOTICE
    assert notice.term.due == date(2026, 4, 11)
    assert "II.77" in notice.term.rule.reference


@pytest.mark.parametrize(
    "kind", [kind for kind in RegistrationKind if kind is not RegistrationKind.COMPLAINT]
)
def test_what_is_no_complaint_has_no_legal_clock(kind):
    assert clocks(route(), kind=kind) == ()


def test_an_office_that_set_another_number_is_followed():
    changed = Changed(office={"complaint_reply_days": 30})
    _heard, answer = rules.clocks(route(), facts(), changed)
    assert answer.term.due == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("known", "state"),
    [
        (facts(), ComplaintState.RECEIVED),
        (facts(route(acknowledged_on=date(2026, 4, 3))), ComplaintState.ACKNOWLEDGED),
        (facts(admissible=True), ComplaintState.IN_HANDLING),
        (facts(admissible=False), ComplaintState.IN_HANDLING),
        (facts(route(answered_on=date(2026, 4, 20))), ComplaintState.ANSWERED),
        (facts(closed_on=date(2026, 4, 20)), ComplaintState.CLOSED),
        (
            facts(route(answered_on=date(2026, 4, 20)), route(entry=EntryRoute.OMBUDS)),
            ComplaintState.RECEIVED,
        ),
        (
            facts(route(acknowledged_on=date(2026, 4, 3)), route(entry=EntryRoute.OMBUDS)),
            ComplaintState.RECEIVED,
        ),
        (facts(route(forwarded_on=date(2026, 4, 20))), ComplaintState.RECEIVED),
    ],
)
def test_a_state_follows_from_the_days(known, state):
    found, why = rules.complaint_state(known)
    assert found is state
    assert why.endswith(".")


@given(DAYS, st.integers(0, 400), st.integers(0, 400))
def test_what_is_done_has_no_open_clock(came, answered, closed):
    day = came + timedelta(days=answered)
    known = facts(route(came, answered_on=day), closed_on=day + timedelta(days=closed))
    assert rules.complaint_state(known)[0] in DONE
    assert rules.next_clock(rules.all_clocks(known)) is None


@pytest.mark.parametrize(
    ("changes", "field", "refusal"),
    [
        ({"answered_on": date(2026, 3, 31)}, "answered_on", DayTooEarly),
        ({"acknowledged_on": date(2026, 3, 31)}, "acknowledged_on", DayTooEarly),
        ({"answered_on": date(2026, 5, 5)}, "answered_on", DayStillToCome),
        ({"received_on": date(2026, 5, 5)}, "received_on", DayStillToCome),
        (
            {"received_on": date(2026, 4, 8), "answered_on": date(2026, 4, 7)},
            "received_on",
            DaysOutOfOrder,
        ),
        (
            {"acknowledged_on": date(2026, 4, 9), "answered_on": date(2026, 4, 8)},
            "acknowledged_on",
            DaysOutOfOrder,
        ),
    ],
)
def test_days_that_cannot_be_are_refused_at_their_field(changes, field, refusal):
    with pytest.raises(refusal) as told:
        rules.check_route(replace(route(), **changes), date(2026, 5, 4), field)
    assert told.value.field == field


def test_on_one_day_it_may_be_received_confirmed_and_answered():
    rules.check_route(route(acknowledged_on=CAME, answered_on=CAME), CAME, "answered_on")


def test_facts_after_the_receipt_are_refused():
    rules.check_facts_day(CAME, CAME)
    with pytest.raises(FactsAfterReceipt):
        rules.check_facts_day(CAME + timedelta(days=1), CAME)


@pytest.mark.parametrize(
    ("happened", "old"),
    [("2025-04-01", False), ("2025-03-31", True), ("2026-04-01", False)],
)
def test_facts_of_more_than_a_year_before_are_told_with_the_article(happened, old):
    known = rules.Circumstances(facts(), date.fromisoformat(happened), "", "", None, None)
    said = rules.warnings(known)
    assert bool(said) is old
    assert all("II.77" in one for one in said)


def test_a_complaint_of_the_leap_day_looks_back_to_the_end_of_february():
    assert rules.too_old(date(2023, 2, 28), date(2024, 2, 29)) is None
    assert rules.too_old(date(2023, 2, 27), date(2024, 2, 29)) is not None


def test_who_keeps_the_file_is_warned_about():
    known = rules.Circumstances(facts(), None, "ELS Verbeke", "Els Verbeke", None, None)
    (said,) = rules.warnings(known)
    assert "II.86" in said
    assert not rules.handler_involved("", "")
    assert not rules.handler_involved("Jo", "Els Verbeke")


def test_a_founded_complaint_asks_how_far_it_was_solved():
    founded = ComplaintJudgement.FOUNDED
    assert rules.warnings(rules.Circumstances(facts(), None, "", "", founded, None))
    solved = ComplaintResolution.SOLVED
    assert not rules.warnings(rules.Circumstances(facts(), None, "", "", founded, solved))


@pytest.mark.parametrize(
    "text",
    [
        "Naam: Jan Peeters",
        "de klager : J. Peeters",
        "Mevrouw Peeters kreeg een factuur",
        "dhr. Janssens belde",
        "mail van jan.peeters@thuismail.example",
        "Indiener = iemand",
        "bereikbaar op tel 0478 12 34 56",
        "bel 0478/12.34.56 na de middag",
        "haar gsm is +32 478 12 34 56",
        "telefoon 011 23 45 67",
        "Klager Peeters wil zijn geld terug",
        "De klaagster Janssens belde",
        "Mevr. an peeters kreeg een factuur",
        "dhr janssens belde",
    ],
)
def test_what_tells_who_complained_is_refused(text):
    with pytest.raises(ComplainantNamed) as told:
        rules.nameless(text, "summary")
    assert told.value.field == "summary"
    assert text not in str(told.value)


def test_a_national_register_number_is_refused():
    with pytest.raises(NationalNumberFound):
        rules.nameless("klant 85.07.30-033.28 belde", "summary")


@pytest.mark.parametrize(
    "text",
    [
        "Factuur van 95 euro voor een test, te betalen binnen 8 dagen.",
        "De klant belde op 12 maart; het centrum zegt dat iedereen dat zo doet.",
        "De naam van het centrum stond fout op de factuur.",
        "De heer die belde, kreeg geen antwoord.",
        "De klager werd gebeld op tel. en kreeg geen antwoord.",
        "Klager zegt dat het centrum 120 uur aanrekende.",
        "Mevr. werd niet gehoord en dhr. van het onthaal ook niet.",
        "Mevrouw werd niet gehoord; de meneer aan het onthaal wel.",
        "Factuur 2026/0412 van 12 04 2026 over 7 uur.",
        "Ondernemingsnummer 0566.988.259",
    ],
)
def test_what_happened_may_be_told(text):
    assert rules.nameless(text, "summary") == text
    assert rules.nameless("  ", "summary") is None


def test_a_theme_is_needed():
    assert rules.needed_theme("  extra   kosten ", 80) == "extra kosten"
    with pytest.raises(ThemeMissing):
        rules.needed_theme(" ", 80)


def test_not_handling_asks_a_ground_and_a_reason():
    with pytest.raises(InadmissibilityMissing):
        rules.check_inadmissible(None, "omdat")
    with pytest.raises(InadmissibilityUnmotivated):
        rules.check_inadmissible(Inadmissibility.NO_FACTS, None)
    rules.check_inadmissible(Inadmissibility.NO_FACTS, "Geen feiten vermeld.")


def test_a_judgement_follows_from_what_is_handled():
    with pytest.raises(JudgedThoughInadmissible):
        rules.check_judgement(ComplaintJudgement.FOUNDED, admissible=False)
    with pytest.raises(SolvedThoughUnfounded):
        rules.check_resolution(ComplaintResolution.SOLVED, ComplaintJudgement.UNFOUNDED)
    rules.check_resolution(ComplaintResolution.SOLVED, ComplaintJudgement.PARTLY_FOUNDED)


def test_every_code_of_the_lists_is_known():
    lists = content("codelists")
    grounds = [one["value"] for part in lists["complaint_inadmissibility"].values() for one in part]
    assert grounds == list(Inadmissibility)
    for name, kind in (
        ("complaint_entry_routes", EntryRoute),
        ("complaint_registration_kind", RegistrationKind),
        ("complaint_judgement", ComplaintJudgement),
        ("complaint_resolution", ComplaintResolution),
    ):
        assert [one["value"] for one in lists[name]] == list(kind)
