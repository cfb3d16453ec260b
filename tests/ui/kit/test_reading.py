"""Days, hours and numbers as officers type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.wording import MONTHS, SHORT_MONTHS, list_date, long_date, weekday_date
from ui.kit.reading import (
    DayUnknown,
    DayUnreadable,
    HoursUnreadable,
    digits,
    grouped,
    read_day,
    read_hours,
    say_day,
    say_hours,
)

MAY_14 = date(2026, 5, 14)


@pytest.mark.parametrize(
    "typed",
    [
        "14/05/2026",
        "14/5/2026",
        "14/5/26",
        "14-05-2026",
        "14.05.2026",
        "14 05 2026",
        "14052026",
        "2026-05-14",
        "14 mei 2026",
        "14 MEI 26",
        "  14  mei  2026 ",
        "do 14 mei 2026",
        "donderdag 14 mei 2026",
    ],
)
def test_reads_a_day_however_it_is_typed(typed: str) -> None:
    assert read_day(typed) == MAY_14


@pytest.mark.parametrize(
    ("typed", "month"), [("1 mrt 2026", 3), ("1 maa 2026", 3), ("1 juni 2026", 6), ("1 jul. 26", 7)]
)
def test_reads_months_in_full_and_short(typed: str, month: int) -> None:
    assert read_day(typed) == date(2026, month, 1)


@pytest.mark.parametrize(
    "typed", ["morgen", "14 mei", "14/5", "14 ma 2026", "1/2/3/4", "12345", "½/1/2026"]
)
def test_refuses_what_is_no_day(typed: str) -> None:
    with pytest.raises(DayUnreadable):
        read_day(typed)


@pytest.mark.parametrize(
    "typed", ["31/02/2026", "29-2-2025", "14/13/2026", "0/1/2026", "31 juni 2026"]
)
def test_refuses_a_day_that_is_not_on_the_calendar(typed: str) -> None:
    with pytest.raises(DayUnknown):
        read_day(typed)


@pytest.mark.parametrize("typed", ["14/5", "14-05", "14 mei", "do 14 mei"])
def test_a_day_without_a_year_needs_to_know_the_year(typed: str) -> None:
    assert read_day(typed, 2026) == MAY_14
    with pytest.raises(DayUnreadable):
        read_day(typed)


def test_nothing_typed_is_no_day() -> None:
    assert read_day("   ") is None
    assert say_day(None) == ""


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_reads_back_every_way_the_house_writes_a_day(day: date) -> None:
    for said in (list_date(day), long_date(day), weekday_date(day), day.isoformat(), say_day(day)):
        assert read_day(said) == day
    assert read_day(f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}") == day
    assert read_day(f"{day.day}{MONTHS[day.month - 1]}{day.year % 100:02}") == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_refusal(typed: str) -> None:
    try:
        day = read_day(typed, 2026)
        assert day is None or isinstance(day, date)
    except (DayUnreadable, DayUnknown) as error:
        assert str(error)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("3,5", 3.5),
        ("3.5", 3.5),
        ("3:30", 3.5),
        ("3u30", 3.5),
        ("3u", 3.0),
        ("3 u.", 3.0),
        ("3 uur", 3.0),
        ("0,25", 0.25),
        ("120", 120.0),
        ("", None),
    ],
)
def test_reads_hours_however_they_are_typed(typed: str, hours: float | None) -> None:
    assert read_hours(typed) == hours


@pytest.mark.parametrize("typed", ["drie", "3:75", "-1", "3,555", "3u3x", "1000", "3::5"])
def test_refuses_what_is_no_number_of_hours(typed: str) -> None:
    with pytest.raises(HoursUnreadable):
        read_hours(typed)


@given(st.integers(0, 999 * 60))
def test_reads_back_every_number_of_minutes(minutes: int) -> None:
    said = say_hours(minutes / 60)
    again = read_hours(said)
    assert again is not None
    assert round(again * 60) == minutes


def test_says_hours_with_a_comma() -> None:
    assert say_hours(3.5) == "3,5"
    assert say_hours(10.0) == "10"
    assert say_hours(10 / 3) == "3:20"


def test_shows_an_enterprise_number_in_groups_and_keeps_the_digits() -> None:
    assert grouped("0566988259", (4, 3, 3)) == "0566.988.259"
    assert digits("BE 0566.988.259") == "0566988259"
    assert grouped("056698825", (4, 3, 3)) == "056698825"


def test_two_digits_are_this_century() -> None:
    assert read_day("31/12/99") == date(2099, 12, 31)
    assert read_day("1/1/00") == date(2099, 12, 31) - timedelta(days=36524)
