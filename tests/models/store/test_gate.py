"""The gate: what passes comes back equal; what one engine would refuse is refused here."""

import math
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Column, Date, Float, Integer, MetaData, String, Table, Text

from models.store.gate import GateError, decode, encode
from models.store.types import Choice, Instant, Uid


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


SAMPLE = Table(
    "sample",
    MetaData(),
    Column("id", Uid, primary_key=True),
    Column("short", String(10)),
    Column("long", Text),
    Column("count", Integer),
    Column("share", Float),
    Column("yes", Boolean),
    Column("day", Date),
    Column("at", Instant),
    Column("of", Uid),
    Column("colour", Choice(Colour)),
)
words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
zones = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-11))])
takes = {
    "short": words.filter(lambda text: len(text) <= 10),
    "long": words,
    "count": st.integers(-(2**31), 2**31 - 1),
    "share": st.one_of(
        st.floats(allow_nan=False, allow_infinity=False), st.integers(-(2**31), 2**31 - 1)
    ),
    "yes": st.booleans(),
    "day": st.dates(),
    "at": st.datetimes(
        datetime(2, 1, 1), datetime(9998, 1, 1), timezones=zones, allow_imaginary=False
    ),
    "of": st.uuids(),
    "colour": st.sampled_from(Colour),
}
rows = st.fixed_dictionaries({}, optional={n: st.none() | kind for n, kind in takes.items()})


def same(given, back):
    if isinstance(given, datetime):
        return abs(back - given) < timedelta(milliseconds=1)
    return back == given


@settings(max_examples=300)
@given(rows)
def test_what_passes_comes_back_equal_from_a_line(row):
    import json

    line = json.loads(json.dumps(encode(SAMPLE, row), ensure_ascii=False))
    back = decode(SAMPLE, line)
    assert back.keys() == row.keys()
    assert all(same(value, back[name]) for name, value in row.items())
    assert encode(SAMPLE, back) == encode(SAMPLE, row)


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    from models.store.engine import open_engine

    engine = open_engine(tmp_path_factory.mktemp("gate") / "a.db", bytes(range(32)))
    SAMPLE.create(engine)
    yield engine
    engine.dispose()


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows)
def test_what_passes_comes_back_equal_from_the_file(engine, row):
    row = {**dict.fromkeys(takes), **row, "id": uuid4()}
    kept = decode(SAMPLE, encode(SAMPLE, row))
    with engine.connect() as connection:
        connection.execute(SAMPLE.insert(), [kept])
        back = connection.execute(SAMPLE.select()).mappings().one()
        connection.rollback()
    assert all(same(value, back[name]) for name, value in row.items())
    assert {name: back[name] for name in kept} == kept


class Sly(str):
    """A word that is not quite a word."""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("short", "a\0"),
        ("long", "\0"),
        ("long", "\ud800"),
        ("long", "a\udfffb"),
        ("short", "elf tekens."),
        ("long", "x" * 1_000_001),
        ("long", b"bytes"),
        ("long", 3),
        ("long", True),
        ("long", Sly("a")),
        ("long", ["a"]),
        ("long", {"a": 1}),
        ("count", 2**31),
        ("count", -(2**31) - 1),
        ("count", 1.0),
        ("count", True),
        ("count", "1"),
        ("share", math.nan),
        ("share", math.inf),
        ("share", -math.inf),
        ("share", True),
        ("share", "1.5"),
        ("share", 10**400 if False else 1j),
        ("yes", 1),
        ("yes", "ja"),
        ("day", datetime(2026, 5, 4, tzinfo=UTC)),
        ("day", "2026-05-04"),
        ("at", date(2026, 5, 4)),
        ("at", datetime(2026, 5, 4)),
        ("at", datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5)))),
        ("at", datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-5)))),
        ("of", "0" * 32),
        ("of", 3),
        ("colour", "green"),
        ("colour", 1),
        ("weight", 3),
    ],
)
def test_what_does_not_fit_is_refused(name, value):
    with pytest.raises(GateError) as refused:
        encode(SAMPLE, {name: value})
    assert f"sample.{name}" in str(refused.value)


def test_a_choice_may_come_as_its_word():
    assert encode(SAMPLE, {"colour": "red"}) == encode(SAMPLE, {"colour": Colour.RED})


def test_a_whole_number_in_a_column_of_fractions_is_a_fraction():
    assert type(encode(SAMPLE, {"share": 2})["share"]) is float


def test_fields_of_a_newer_version_are_left_out():
    assert decode(SAMPLE, {"weight": 3, "short": "a"}) == {"short": "a"}


@given(st.binary(min_size=16, max_size=16))
def test_an_id_keeps_all_its_bytes(raw):
    identity = UUID(bytes=raw)
    assert decode(SAMPLE, encode(SAMPLE, {"of": identity})) == {"of": identity}
