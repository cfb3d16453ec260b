"""Rows of all centres: narrowed, in groups whose counts agree, found by day, said in words."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.mandates.values import MandateState
from models.portfolio import rules
from models.portfolio.values import (
    Grouping,
    Piece,
    PieceKind,
    Portfolio,
    PortfolioFilter,
    PortfolioRow,
)

TODAY = date(2026, 5, 4)


def moment(day: date, kind=PieceKind.CHECK, word="DC-1") -> Piece:
    return Piece(day.toordinal(), day.toordinal(), kind, word)


def stretch(first: date, last: date, kind=PieceKind.MANDATE, word="LB-1") -> Piece:
    return Piece(first.toordinal(), last.toordinal(), kind, word)


def row(number: int, name: str, **changed) -> PortfolioRow:
    facts = {
        "id": UUID(int=number),
        "name": name,
        "locality": "Gent",
        "province": "Oost-Vlaanderen",
        "officer": "Filip Loos",
        "state": MandateState.ACTIVE,
        "start": date(2024, 11, 1),
        "end": date(2030, 10, 31),
        "certificate_end": date(2027, 12, 31),
    }
    return PortfolioRow(**(facts | changed))


ROWS = (
    row(1, "Demer", province="Limburg", end=date(2028, 1, 1)),
    row(2, "Écoute", officer="", province=""),
    row(3, "Kaai", mandates=(stretch(date(2024, 11, 1), date(2030, 10, 31), word="LB-2024-7"),)),
    row(4, "Zicht", state=MandateState.NONE, start=None, end=None),
)


def narrowed(**wanted) -> list[str]:
    return [one.name for one in rules.narrowed(Portfolio(TODAY, ROWS), PortfolioFilter(**wanted))]


def test_rows_are_narrowed_by_words_keeper_and_state():
    assert narrowed() == ["Demer", "Écoute", "Kaai", "Zicht"]
    assert narrowed(text="ecou") == ["Écoute"]
    assert narrowed(text="gent lb-2024") == ["Kaai"]
    assert narrowed(officer="Filip Loos") == ["Demer", "Kaai", "Zicht"]
    assert narrowed(states=frozenset({MandateState.NONE})) == ["Zicht"]


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (Grouping.PROVINCE, ["Limburg", "Oost-Vlaanderen", "Province not known"]),
        (Grouping.OFFICER, ["Filip Loos", "No file keeper"]),
        (Grouping.END_YEAR, ["Ends in 2028", "Ends in 2030", "No mandate"]),
        (Grouping.NOTHING, ["All centres"]),
    ],
)
def test_groups_bear_words_and_what_is_not_known_comes_last(by, words):
    groups = rules.grouped(ROWS, by)
    assert [rules.heading_words(group, by) for group in groups] == words


@given(
    st.lists(st.sampled_from(ROWS)),
    st.sampled_from(list(Grouping)),
)
def test_every_row_stands_in_exactly_one_group(rows, by):
    groups = rules.grouped(rows, by)
    found = [one.id for group in groups for one in group.rows]
    assert sorted(found) == sorted(one.id for one in rows)
    assert all(group.rows for group in groups)


@given(
    st.lists(st.dates(date(2015, 1, 1), date(2040, 1, 1)), max_size=40),
    st.dates(date(2015, 1, 1), date(2040, 1, 1)),
    st.dates(date(2015, 1, 1), date(2040, 1, 1)),
)
def test_what_is_in_sight_is_found_without_looking_at_the_rest(days, first, last):
    marks = tuple(sorted(moment(day) for day in days))
    seen = rules.in_sight(marks, first.toordinal(), last.toordinal())
    assert list(seen) == [mark for mark in marks if first <= mark.day <= last]


@given(
    st.none() | st.dates(date(2015, 1, 1), date(2040, 1, 1)),
    st.none() | st.dates(date(2015, 1, 1), date(2040, 1, 1)),
)
def test_a_certificate_with_one_day_known_lies_somewhere_sensible(start, end):
    held = (stretch(date(2018, 1, 1), date(2023, 12, 31)), stretch(date(2024, 1, 1), TODAY))
    days = rules.undated(start, end, held, TODAY) if not (start and end) else (1, 2)
    if days is None:
        assert start is end is None
    else:
        assert days[0] <= days[1]


def test_a_certificate_without_a_first_day_begins_with_its_mandate():
    held = (stretch(date(2018, 1, 1), date(2023, 12, 31)), stretch(date(2024, 1, 1), TODAY))
    days = rules.undated(None, date(2025, 6, 30), held, TODAY)
    assert days == (date(2024, 1, 1).toordinal(), date(2025, 6, 30).toordinal())


def test_a_row_is_said_with_what_was_last_and_what_comes():
    said = rules.row_words(
        row(
            5, "Kaai", marks=(moment(date(2025, 3, 1)), moment(date(2026, 9, 1), PieceKind.PLANNED))
        ),
        "Running",
        TODAY,
    )
    assert said == (
        "Kaai, Gent, Running, mandate until 31 okt 2030, certificate until 31 dec 2027, 2 moments,"
        " last: Dossier check DC-1, 1 mrt 2025, next: Planned check DC-1, 1 sep 2026"
    )


def test_the_axis_reaches_a_year_beyond_everything():
    assert rules.reach((), TODAY) == (date(2025, 5, 4), date(2027, 5, 4))
    first, last = rules.reach(ROWS, TODAY)
    assert first < date(2024, 11, 1)
    assert last > date(2030, 10, 31)
