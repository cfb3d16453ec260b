"""Days without a certificate, and which year of a mandate it is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.mandates.rules import certificate_gap, expected_end, mandate_year, uncertified
from models.mandates.values import CertificateGap

SPAN = (date(2022, 7, 1), date(2028, 6, 19))
NEXT = date(2028, 7, 1)


def test_a_certificate_that_holds_leaves_no_gap():
    assert certificate_gap([SPAN], date(2028, 6, 19)) is None


def test_the_gap_runs_from_the_day_after_and_counts_the_day_itself():
    assert certificate_gap([SPAN], date(2028, 6, 20)) == CertificateGap(date(2028, 6, 20), 1)
    assert certificate_gap([SPAN], NEXT) == CertificateGap(date(2028, 6, 20), 12)


def test_the_latest_certificate_before_the_day_counts():
    older = (date(2016, 1, 1), date(2021, 12, 31))
    assert certificate_gap([older, SPAN], NEXT) == CertificateGap(date(2028, 6, 20), 12)


def test_without_one_before_it_nothing_can_be_counted():
    assert certificate_gap([], NEXT) == CertificateGap(None, None)
    assert certificate_gap([(date(2029, 1, 1), None)], NEXT) == CertificateGap(None, None)


def test_the_grounds_count_one_day_and_thousands_in_good_dutch():
    start, end = date(2022, 7, 1), date(2028, 6, 30)
    said = {
        date(2028, 6, 30): "is er 1 dag zonder certificaat.",
        date(2024, 1, 1): "zijn er 1.643 dagen zonder certificaat.",
    }
    for first, sentence in said.items():
        told = uncertified((first, end), (start, end), [first - timedelta(days=1)])
        assert told.steps[-1].endswith(sentence)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(1, 4000))
def test_a_gap_ends_on_the_day_that_was_asked(last, later):
    day = last + timedelta(days=later)
    gap = certificate_gap([(None, last)], day)
    assert gap is not None
    assert gap.since is not None
    assert gap.days is not None
    assert gap.since + timedelta(days=gap.days - 1) == day


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2022, 6, 30), None),
        (date(2022, 7, 1), (1, 6)),
        (date(2023, 6, 30), (1, 6)),
        (date(2023, 7, 1), (2, 6)),
        (date(2028, 6, 30), (6, 6)),
        (date(2028, 7, 1), None),
    ],
)
def test_a_year_of_a_mandate_begins_on_its_own_day(today, year):
    assert mandate_year(date(2022, 7, 1), date(2028, 6, 30), today) == year


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 2400))
def test_there_are_six_years_wherever_it_starts(start, after):
    end = expected_end(start, 6)
    today = start + timedelta(days=after)
    found = mandate_year(start, end, today)
    assert (found is None) == (today > end)
    if found is not None:
        assert found[1] == 6
        assert 1 <= found[0] <= 6
