"""How long six years are, and which certificate a text means."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.mandates.rules import certificate_kind, expected_end
from models.mandates.values import CertificateKind

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
