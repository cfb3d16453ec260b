"""Which conditions ask for attention, on ordinary and odd days."""

from datetime import date, timedelta
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.applications.values import ApplicationKind
from models.centres.values import Qualification
from models.conditions import rules
from models.conditions.values import (
    AwaitedReply,
    CentreFacts,
    ConditionKind,
    Engaged,
    HeldCertificate,
    HeldPeriod,
    OpenApplication,
    PlannedCheck,
    Signal,
    Urgency,
)
from models.mandates.values import EndKind, MandateFacts
from models.terms.values import NOTHING_CHANGED, Changed, DatedValue

TODAY = date(2026, 5, 4)
SPACE = UUID("6f9b7a52-3c1e-4d7a-9f0e-2b6a1c4d8e90")
KIND = ConditionKind


def held(start: date, end: date, **more) -> HeldPeriod:
    told, why = more.pop("continued_on", None), more.pop("deviation", "")
    facts = MandateFacts(start, end, **more)
    return HeldPeriod(uuid5(SPACE, f"{start}"), "LB-1", facts, why, told)


def label(first: date | None, last: date | None) -> HeldCertificate:
    return HeldCertificate(first, last)


def person(name: str, **more) -> Engaged:
    facts = {
        "qualification": Qualification.YES,
        "since": date(2024, 1, 1),
        "until": None,
        "reported_on": date(2024, 1, 2),
    }
    return Engaged(name, **(facts | more))


def found(
    today: date = TODAY, changed: Changed = NOTHING_CHANGED, **facts
) -> dict[ConditionKind, Signal]:
    """What asks for attention, by kind: no kind comes twice for one centre here."""
    centre = CentreFacts(uuid5(SPACE, "centre"), **facts)
    lines = list(rules.signals(centre, rules.watch(today, changed)))
    assert len({(one.kind, one.row) for one in lines}) == len(lines)
    assert all(one.why.strip() for one in lines)
    return {one.kind: one for one in lines}


LONG = held(date(2022, 1, 1), date(2027, 12, 31))
COVERED = (label(date(2020, 1, 1), date(2034, 12, 31)),)


# --- mandates


@pytest.mark.parametrize(
    ("today", "urgency"),
    [
        (date(2025, 6, 29), None),
        (date(2025, 7, 1), Urgency.LATER),
        (date(2026, 5, 4), Urgency.SOON),
        (date(2026, 6, 30), Urgency.NOW),
        (date(2027, 9, 30), Urgency.NOW),
        (date(2027, 10, 1), Urgency.LATE),
        (date(2027, 12, 31), Urgency.LATE),
        (date(2028, 3, 31), Urgency.LATE),
        (date(2028, 4, 1), None),
    ],
)
def test_the_end_of_a_mandate_starts_at_eighteen_months_and_is_due_at_three(
    today: date, urgency: Urgency | None
):
    one = found(today, mandates=(LONG,), certificates=COVERED).get(KIND.MANDATE_END)
    assert (one.urgency if one else None) is urgency
    if one is not None:
        assert (one.start, one.last) == (date(2026, 6, 30), date(2027, 9, 30))
        assert one.term is not None and one.term.due == date(2027, 12, 31)


def test_a_mandate_that_ends_today_still_runs():
    lines = found(date(2027, 12, 31), mandates=(LONG,))
    assert KIND.CERTIFICATE_MISSING in lines
    assert "31 december 2027" in lines[KIND.MANDATE_END].why


def test_a_next_period_settles_the_end_of_the_one_before():
    after = held(date(2028, 1, 1), date(2033, 12, 31))
    lines = found(date(2027, 6, 1), mandates=(LONG, after), certificates=COVERED)
    assert not {KIND.MANDATE_END, KIND.RENEWAL} & lines.keys()


def test_the_regime_of_the_day_the_next_period_starts_says_what_the_centre_does():
    notice = found(date(2027, 2, 1), mandates=(LONG,), certificates=COVERED)[KIND.RENEWAL]
    assert notice.last == date(2027, 3, 31)
    assert notice.urgency is Urgency.NOW
    assert notice.term is not None and notice.term.kind == "mandate_renewal_lead_months"
    old = held(date(2019, 11, 1), date(2025, 10, 30))
    file = found(date(2025, 1, 2), mandates=(old,), certificates=COVERED)[KIND.RENEWAL]
    assert file.what != notice.what


def test_a_centre_that_told_it_goes_on_has_nothing_to_tell():
    told = held(date(2022, 1, 1), date(2027, 12, 31), continued_on=date(2027, 1, 5))
    assert KIND.RENEWAL not in found(date(2027, 2, 1), mandates=(told,), certificates=COVERED)


def test_a_renewal_file_that_came_in_is_no_longer_waited_for():
    asked = OpenApplication(
        *(uuid5(SPACE, "a"), "MA-1", ApplicationKind.RENEWAL, date(2027, 1, 4)),
        *(None, None, None),
    )
    lines = found(date(2027, 2, 1), mandates=(LONG,), certificates=COVERED, applications=(asked,))
    assert KIND.RENEWAL not in lines


def test_a_mandate_that_stopped_asks_no_renewal_but_its_waiting_period_is_told():
    stopped = held(
        date(2022, 1, 1),
        date(2027, 12, 31),
        ended_on=date(2026, 3, 31),
        end_kind=EndKind.WITHDRAWN,
        waiting_until=date(2026, 9, 30),
    )
    lines = found(mandates=(stopped,))
    assert lines.keys() == {KIND.WAITING_PERIOD}
    assert lines[KIND.WAITING_PERIOD].last == date(2026, 9, 30)
    assert not found(date(2026, 10, 1), mandates=(stopped,))


def test_odd_days_of_a_list_ask_for_their_reason():
    odd = held(date(2023, 1, 1), date(2029, 6, 30))
    assert found(mandates=(odd,), certificates=COVERED)[KIND.DEVIATION].urgency is Urgency.INFO
    why = held(date(2023, 1, 1), date(2029, 6, 30), deviation="Zo beslist.")
    assert KIND.DEVIATION not in found(mandates=(why,), certificates=COVERED)


# --- certificates


def test_a_running_mandate_without_a_certificate_is_late():
    lines = found(mandates=(LONG,), certificates=(label(None, None),))
    assert lines[KIND.CERTIFICATE_MISSING].urgency is Urgency.LATE


@pytest.mark.parametrize(
    ("spans", "kind", "urgency"),
    [
        (((date(2024, 1, 1), date(2026, 5, 3)),), KIND.CERTIFICATE_TODAY, Urgency.LATE),
        (((date(2024, 1, 1), date(2026, 5, 4)),), KIND.CERTIFICATE_END, Urgency.LATE),
        (((date(2024, 1, 1), date(2026, 8, 4)),), KIND.CERTIFICATE_END, Urgency.NOW),
        (((date(2024, 1, 1), date(2027, 2, 4)),), KIND.CERTIFICATE_END, Urgency.NOW),
        (((date(2024, 1, 1), date(2027, 2, 5)),), KIND.CERTIFICATE_END, Urgency.SOON),
        (
            ((date(2024, 1, 1), date(2026, 8, 31)), (date(2026, 9, 2), date(2030, 1, 1))),
            KIND.CERTIFICATE_INSIDE,
            Urgency.NOW,
        ),
        (
            ((date(2022, 1, 1), date(2024, 1, 1)), (date(2024, 1, 3), date(2030, 1, 1))),
            KIND.CERTIFICATE_INSIDE,
            Urgency.INFO,
        ),
    ],
)
def test_certificates_against_today_and_inside_the_mandate(spans, kind, urgency):
    lines = found(mandates=(LONG,), certificates=tuple(label(*span) for span in spans))
    assert lines[kind].urgency is urgency


def test_certificates_that_overlap_or_follow_on_leave_no_gap():
    overlap = (
        label(date(2022, 1, 1), date(2026, 8, 31)),
        label(date(2026, 6, 1), date(2028, 12, 31)),
    )
    follow = (
        label(date(2022, 1, 1), date(2026, 8, 31)),
        label(date(2026, 9, 1), date(2028, 12, 31)),
    )
    for certificates in (overlap, follow):
        lines = found(mandates=(LONG,), certificates=certificates)
        assert not {kind for kind in lines if kind.value.startswith("certificate")}


def test_a_certificate_that_ends_with_the_mandate_misses_the_first_day_of_the_next():
    together = (label(date(2022, 1, 1), date(2027, 12, 31)),)
    lines = found(date(2026, 9, 1), mandates=(LONG,), certificates=together)
    assert KIND.CERTIFICATE_END not in lines
    assert "1 januari 2028" in lines[KIND.CERTIFICATE_NEXT].why
    assert lines[KIND.CERTIFICATE_NEXT].last == date(2027, 10, 1)


def test_a_centre_without_a_mandate_needs_no_certificate():
    over = held(date(2015, 1, 1), date(2020, 12, 31))
    assert not found(mandates=(over,), certificates=(label(None, date(2020, 1, 1)),))
    assert not found()


# --- people


def test_what_is_not_in_force_is_never_late():
    lines = found(
        mandates=(LONG,),
        certificates=COVERED,
        people=(person("An Claes", qualification=Qualification.NO),),
    )
    assert lines[KIND.QUALIFICATION].urgency is Urgency.INFO
    assert lines[KIND.QUALIFICATION].last is None


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (date(2022, 1, 1), date(2029, 12, 31)),
        (date(2024, 1, 1), date(2028, 6, 30)),
        (date(2027, 2, 1), date(2028, 7, 31)),
    ],
)
def test_the_deadline_follows_from_the_mandate_and_from_the_first_day_of_the_rule(
    start: date, last: date
):
    required = DatedValue(
        "counsellor_qualification_required_from", date(2027, 1, 1), date(2027, 1, 1), None, "MB"
    )
    lines = found(
        date(2027, 3, 1),
        Changed(dated=(required,)),
        mandates=(held(start, date(2032, 12, 31), deviation="x"),),
        certificates=COVERED,
        people=(person("An Claes", qualification=Qualification.UNKNOWN),),
    )
    assert lines[KIND.QUALIFICATION].last == last


def test_a_counsellor_is_reported_in_time_or_late():
    new = person("An Claes", since=date(2026, 4, 20), reported_on=None)
    lines = found(mandates=(LONG,), certificates=COVERED, people=(new,))
    one = lines[KIND.NOT_REPORTED]
    assert (one.start, one.last, one.urgency) == (
        date(2026, 4, 20),
        date(2026, 5, 20),
        Urgency.NOW,
    )
    assert one.term is not None
    assert "An Claes" in one.why
    old = person("Bo Maes", since=date(2026, 1, 5), reported_on=None)
    lines = found(mandates=(LONG,), certificates=COVERED, people=(new, old))
    assert lines[KIND.NOT_REPORTED].urgency is Urgency.LATE


def test_who_left_or_comes_later_counts_for_nothing():
    gone = person("An", until=date(2026, 5, 3), reported_on=None)
    later = person("Bo", since=date(2026, 5, 5), reported_on=None)
    lines = found(mandates=(LONG,), certificates=COVERED, people=(gone, later))
    assert not {KIND.NOT_REPORTED, KIND.QUALIFICATION} & lines.keys()


# --- procedures


def test_an_application_waits_for_the_centre_then_for_a_decision():
    waiting = OpenApplication(
        *(uuid5(SPACE, "a"), "MA-1", ApplicationKind.FIRST, date(2026, 3, 2)),
        *(date(2026, 3, 9), date(2026, 4, 8), None),
    )
    assert found(applications=(waiting,))[KIND.APPLICATION].urgency is Urgency.LATE
    complete = OpenApplication(
        *(uuid5(SPACE, "b"), "MA-2", ApplicationKind.FIRST, date(2026, 3, 2)),
        *(None, None, date(2026, 3, 2)),
    )
    one = found(applications=(complete,))[KIND.DECISION]
    assert (one.last, one.urgency) == (date(2026, 5, 31), Urgency.NOW)


def test_a_check_that_should_have_begun_is_late_the_day_after():
    planned = PlannedCheck(uuid5(SPACE, "c"), "DC-1", date(2026, 5, 4))
    assert not found(checks=(planned,))
    lines = found(date(2026, 5, 5), checks=(planned,))
    assert lines[KIND.CHECK].opens.kind == "check"


# --- whatever the days


DAYS = st.dates(date(2014, 1, 1), date(2040, 12, 31))


@given(
    DAYS,
    st.lists(st.tuples(DAYS, DAYS, st.none() | DAYS), max_size=3),
    st.lists(st.tuples(st.none() | DAYS, st.none() | DAYS), max_size=3),
)
def test_whatever_the_days_a_line_is_late_only_after_its_last_day(today, periods, spans):
    mandates = tuple(held(min(a, b), max(a, b), waiting_until=waiting) for a, b, waiting in periods)
    centre = CentreFacts(uuid5(SPACE, "centre"), mandates, tuple(label(*span) for span in spans))
    for one in rules.signals(centre, rules.watch(today, NOTHING_CHANGED)):
        assert (one.urgency is Urgency.LATE) == (one.last is not None and one.last < today)
        if one.start is not None and one.last is not None:
            assert one.start <= one.last + timedelta(days=1)


@pytest.mark.parametrize(
    ("by", "urgency"),
    [
        (date(2026, 5, 3), Urgency.LATE),
        (date(2026, 5, 4), Urgency.SOON),
        (date(2026, 5, 25), Urgency.SOON),
        (date(2027, 5, 4), Urgency.LATER),
    ],
)
def test_an_answer_that_is_awaited_is_late_only_once_its_day_is_over(by, urgency):
    asked = AwaitedReply(uuid5(SPACE, "mail"), "Stukken voor de verlenging", date(2026, 4, 1), by)
    signal = found(replies=(asked,))[KIND.REPLY]
    assert (signal.urgency, signal.last, signal.opens.detail) == (urgency, by, "log")
    assert "Stukken voor de verlenging" in signal.why


def test_the_end_of_a_mandate_has_a_letter_and_a_certificate_has_none():
    ends = held(date(2021, 6, 1), date(2027, 5, 31))
    lines = found(mandates=(ends,), certificates=(label(date(2021, 6, 1), date(2026, 8, 31)),))
    assert lines[KIND.RENEWAL].letter == lines[KIND.MANDATE_END].letter
    assert lines[KIND.RENEWAL].letter.id == ends.id
    assert lines[KIND.CERTIFICATE_END].letter is None
