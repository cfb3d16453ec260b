"""Facts of every subject become things on a lane, with what is certain and what is not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.applications.rules import serving
from models.applications.values import AdviceOutcome, ApplicationKind, DecisionKind, Sending
from models.checks.values import CheckState, Unit
from models.mandates.values import CertificateKind, EndKind
from models.terms.values import NOTHING_CHANGED
from models.timeline.rules import requests, rights, visits
from models.timeline.values import LANES, Certainty, LaneKey, Shape, Tone
from tests.models.timeline.history import MANDATE, TODAY, row, timeline

ONE = timedelta(days=1)


def test_every_lane_of_the_list_has_something_on_it_after_six_years():
    assert {event.lane for event in timeline().events} == {lane.key for lane in LANES}


def test_no_two_things_bear_one_key():
    keys = [event.key for event in timeline().events]
    assert len(keys) == len(set(keys))


def test_the_last_day_of_a_mandate_explains_itself_when_the_rule_gave_it():
    (whole,) = rights.mandates([MANDATE], TODAY, {})
    assert whole.term is not None
    assert whole.term.due == date(2028, 6, 30)
    (odd,) = rights.mandates([replace(MANDATE, end=date(2028, 3, 31))], TODAY, {})
    assert odd.term is None


def test_a_withdrawn_mandate_is_followed_by_its_waiting_period():
    held = replace(
        MANDATE,
        ended_on=date(2025, 2, 28),
        end_kind=EndKind.WITHDRAWN,
        waiting_until=date(2026, 2, 28),
    )
    period, waiting = rights.mandates([held], TODAY, {})
    assert (period.last, waiting.first, waiting.last) == (
        date(2025, 2, 28),
        date(2025, 3, 1),
        date(2026, 2, 28),
    )
    assert waiting.certainty is Certainty.PROPOSED
    assert "28 februari 2025" in period.word


def test_days_between_two_mandates_are_a_gap():
    later = rights.Held(row(2), "M-2", date(2028, 9, 1), date(2034, 8, 31))
    gap = next(e for e in rights.mandates([later, MANDATE], TODAY, {}) if e.shape is Shape.GAP)
    assert (gap.first, gap.last) == (date(2028, 7, 1), date(2028, 8, 31))
    follows = replace(later, start=date(2028, 7, 1))
    assert not [e for e in rights.mandates([MANDATE, follows], TODAY, {}) if e.shape is Shape.GAP]


def certificate(first: date | None, last: date | None, number: int = 1) -> rights.Certified:
    return rights.Certified(row(number), CertificateKind.CEDEO, "", "", "", first, last)


def gaps(*certified: rights.Certified) -> list[tuple[date, date, Tone]]:
    found = rights.certificates(certified, [MANDATE], TODAY)
    return [(e.first, e.last, e.tone) for e in found if e.shape is Shape.GAP]


def test_without_certificate_the_past_is_a_gap_and_the_future_can_be_mended():
    assert gaps() == [
        (MANDATE.start, TODAY, Tone.LATE),
        (TODAY + ONE, MANDATE.end, Tone.DUE),
    ]


def test_certificates_that_follow_one_another_leave_no_gap():
    assert not gaps(
        certificate(date(2022, 1, 1), date(2025, 1, 1)),
        certificate(date(2025, 1, 2), date(2029, 1, 1), 2),
    )


def test_a_certificate_without_a_last_day_covers_nothing_here_either():
    """As on the cockpit and in the follow-up: nobody can count on it."""
    assert gaps(certificate(date(2022, 1, 1), None)) == gaps()


def test_a_certificate_of_which_the_start_is_not_known_is_drawn_from_its_mandate():
    (drawn,) = [
        e
        for e in rights.certificates([certificate(None, date(2028, 12, 31))], [MANDATE], TODAY)
        if e.shape is Shape.BAR
    ]
    assert drawn.open_start
    assert drawn.first == MANDATE.start
    later = rights.Held(row(2), "M-2", date(2028, 7, 1), date(2034, 6, 30))
    certified = [certificate(None, date(2028, 12, 31))]
    (first, *_rest) = rights.certificates(certified, [MANDATE, later], TODAY)
    assert first.first == MANDATE.start
    assert not list(rights.certificates([certificate(None, None)], [], TODAY))


REFUSED = requests.Decided(row(23), row(21), DecisionKind.REFUSED, date(2026, 3, 2), "de minister")


def test_appeal_runs_from_the_day_of_service():
    served = replace(REFUSED, served_on=date(2026, 3, 6))
    last = next(e for e in requests.decisions([served], TODAY, {}) if e.lane is LaneKey.TERMS)
    assert last.first == date(2026, 5, 5)
    assert last.term is not None
    assert last.certainty is Certainty.PLANNED


def test_a_registered_letter_counts_from_the_third_working_day():
    sent = replace(REFUSED, sent_on=date(2026, 3, 3), sent_by=Sending.REGISTERED)
    counted = requests.appeal(sent, {})
    assert counted is not None
    assert counted.due == date(2026, 5, 5)


@pytest.mark.parametrize("mentioned", [True, False])
@pytest.mark.parametrize("how", list(Sending))
def test_the_last_day_of_appeal_is_the_one_of_the_decision(how, mentioned):
    sent = replace(REFUSED, sent_on=date(2026, 3, 3), sent_by=how, appeal_mentioned=mentioned)
    last, _silent = serving.appeal(None, sent.sent_on, how, mentioned=mentioned)
    assert requests.appeal(sent, NOTHING_CHANGED) == last


@pytest.mark.parametrize(
    "decided",
    [REFUSED, replace(REFUSED, kind=DecisionKind.GRANTED, served_on=date(2026, 3, 6))],
)
def test_no_appeal_without_service_nor_against_what_was_asked(decided):
    assert requests.appeal(decided, {}) is None


@pytest.mark.parametrize(
    ("completed", "today", "tone"),
    [
        (date(2026, 3, 1), TODAY, Tone.DONE),
        (date(2026, 3, 11), TODAY, Tone.LATE),
        (None, TODAY, Tone.LATE),
        (None, date(2026, 3, 10), Tone.DUE),
    ],
)
def test_the_day_to_complete_by_is_kept_missed_or_to_come(completed, today, tone):
    asked = requests.Requested(
        row(1),
        "A-1",
        ApplicationKind.FIRST,
        date(2026, 2, 1),
        date(2026, 2, 9),
        date(2026, 3, 10),
        completed,
    )
    limit = next(e for e in requests.applications([asked], today) if e.lane is LaneKey.TERMS)
    assert limit.tone is tone


def test_every_advice_and_every_decision_has_a_word():
    for outcome in AdviceOutcome:
        assert requests.ADVICES[outcome]
    for kind in DecisionKind:
        assert requests.DECISIONS[kind]


@pytest.mark.parametrize(
    ("state", "day", "tone", "certainty"),
    [
        (CheckState.FINISHED, date(2026, 1, 5), Tone.DONE, Certainty.DONE),
        (CheckState.PLANNED, TODAY, Tone.DUE, Certainty.PLANNED),
        (CheckState.PLANNED, TODAY - ONE, Tone.LATE, Certainty.PLANNED),
    ],
)
def test_a_check_is_done_planned_or_late(state, day, tone, certainty):
    (drawn,) = visits.checks(
        [visits.Checked(row(1), "C-1", Unit.CLIENT_DOSSIER, day, state, "")], TODAY
    )
    assert (drawn.tone, drawn.certainty) == (tone, certainty)


def test_a_check_without_a_day_is_not_drawn():
    check = visits.Checked(row(1), "C-1", Unit.CLIENT_DOSSIER, None, CheckState.PLANNED, "")
    assert not list(visits.checks([check], TODAY))


@pytest.mark.parametrize(
    ("due", "open_still", "met", "tone", "certainty"),
    [
        (TODAY, 2, 0, Tone.DUE, Certainty.PLANNED),
        (TODAY - ONE, 1, 1, Tone.LATE, Certainty.DONE),
        (TODAY - ONE, 0, 2, Tone.DONE, Certainty.DONE),
        (TODAY - ONE, 0, 0, Tone.WAIT, Certainty.DONE),
    ],
)
def test_measures_are_to_come_late_kept_or_overtaken(due, open_still, met, tone, certainty):
    asked = visits.Asked(row(1), "C-1", due, 2, open_still, met, None)
    (drawn,) = visits.measures([asked], TODAY)
    assert (drawn.tone, drawn.certainty, drawn.word) == (tone, certainty, "2 measures")


def test_warnings_stand_before_the_end_and_not_after_an_early_one():
    found = list(visits.warnings([MANDATE], TODAY, {}))
    assert [e.first for e in found if e.key.startswith("warning")] == [
        date(2027, 6, 30),
        date(2027, 12, 30),
        date(2028, 3, 30),
        date(2028, 5, 30),
    ]
    assert not list(visits.warnings([replace(MANDATE, ended_on=date(2025, 1, 1))], TODAY, {}))
