"""How long six years are, how things stand on a day, and which certificate a text means."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.mandates.rules import (
    current,
    Span,
    certificate_kind,
    certificate_state,
    expected_end,
    mandate_state,
)
from models.mandates.values import (
    CertificateKind,
    CertificateState,
    EndKind,
    MandateFacts,
    MandateState,
)

SAMPLE = Path(__file__).parents[2] / "data" / "expected.json"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 11, 1), date(2032, 10, 31)),
        (date(2024, 2, 29), date(2030, 2, 28)),
        (date(2022, 3, 1), date(2028, 2, 29)),
        (date(2023, 1, 1), date(2028, 12, 31)),
    ],
)
def test_six_years_end_on_the_day_before(start: date, end: date) -> None:
    assert expected_end(start, 6) == end


def test_a_leap_day_to_a_leap_year_ends_the_day_before() -> None:
    assert expected_end(date(2024, 2, 29), 4) == date(2028, 2, 28)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 12))
def test_two_periods_follow_each_other_without_a_day_between(start: date, years: int) -> None:
    if (start.month, start.day) != (2, 29):
        following = expected_end(start, years) + timedelta(days=1)
        assert (following.month, following.day) == (start.month, start.day)
        assert following.year == start.year + years


def test_every_label_of_the_sample_is_recognised() -> None:
    truth = json.loads(SAMPLE.read_text(encoding="utf-8"))
    truth = truth.get("files", truth).get("centrumlijst.xlsx", truth)
    for record in truth["sheets"]["Centra"]["records"]:
        kind = certificate_kind(record["cert_raw"] or "")
        expected = None if record["cert"] == "other" else record["cert"]
        assert kind == expected, record["cert_raw"]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("NBN EN ISO 9001:2015", CertificateKind.ISO_9001),
        ("Qfor Klantenscan", CertificateKind.QFOR_CLIENT_SCAN),
        ("Registratie kwaliteitsmodel WSE", CertificateKind.WSE_REGISTRATION),
        ("investor in people", CertificateKind.INVESTORS_IN_PEOPLE),
        ("ISO 27001", None),
        ("", None),
    ],
)
def test_other_ways_to_write_it(raw: str, kind: CertificateKind | None) -> None:
    assert certificate_kind(raw) == kind


TODAY = date(2026, 5, 4)
HOLDS = (date(2025, 1, 1), date(2026, 6, 30))
FOLLOWS = (date(2026, 7, 1), date(2029, 6, 30))
LATER = (date(2026, 7, 2), date(2029, 6, 30))
OVER = (None, date(2026, 5, 3))


@pytest.mark.parametrize(
    ("spans", "state"),
    [
        ([], CertificateState.MISSING),
        ([(None, None)], CertificateState.UNDATED),
        ([(date(2020, 1, 1), None)], CertificateState.UNDATED),
        ([OVER, (None, None)], CertificateState.EXPIRED),
        ([HOLDS], CertificateState.ENDING),
        ([HOLDS, LATER], CertificateState.ENDING),
        ([FOLLOWS, HOLDS], CertificateState.VALID),
        ([(TODAY, date(2029, 1, 1))], CertificateState.VALID),
        ([OVER, FOLLOWS], CertificateState.FUTURE),
        ([(FOLLOWS[0], None)], CertificateState.FUTURE),
    ],
)
def test_the_best_certificate_of_today_counts(spans: list[Span], state: CertificateState) -> None:
    assert certificate_state(spans, TODAY, 6)[0] is state


def test_a_mandate_whose_end_is_not_explained_is_over_all_the_same() -> None:
    facts = MandateFacts(date(2022, 1, 1), date(2027, 12, 31), ended_on=date(2026, 1, 31))
    assert mandate_state(facts, TODAY, 6)[0] is MandateState.EXPIRED
    withdrawn = MandateFacts(facts.start, facts.end, facts.ended_on, EndKind.WITHDRAWN)
    assert mandate_state(withdrawn, TODAY, 6)[0] is MandateState.WITHDRAWN


@pytest.mark.parametrize(
    ("start", "state"),
    [
        (date(2026, 8, 1), MandateState.ACTIVE),
        (date(2026, 8, 2), MandateState.ENDING),  # a day without a mandate lies between
        (date(2014, 8, 1), MandateState.ENDING),
        (None, MandateState.ENDING),
    ],
)
def test_a_mandate_that_is_carried_on_is_not_said_to_end(start: date | None, state: MandateState):
    facts = MandateFacts(date(2020, 8, 1), date(2026, 7, 31))
    others = [facts] if start is None else [facts, MandateFacts(start, expected_end(start, 6))]
    found, why = mandate_state(facts, TODAY, 6, others)
    assert found is state
    assert ("next period is granted, from 1 augustus 2026" in why) is (state is MandateState.ACTIVE)


@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2026, 5, 31), MandateState.ENDING), (date(2026, 6, 1), MandateState.WAITING)],
)
def test_on_its_last_day_a_mandate_that_was_withdrawn_still_runs(day: date, state: MandateState):
    """As for the timeline, the follow-up and `current`: both days are part of a period."""
    facts = MandateFacts(
        date(2022, 1, 1),
        date(2027, 12, 31),
        date(2026, 5, 31),
        EndKind.WITHDRAWN,
        date(2028, 6, 1),
    )
    assert mandate_state(facts, day, 6)[0] is state
    assert current([facts], day) is facts
