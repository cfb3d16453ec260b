"""Numbers for rows: in the order of what was known, whatever the clock says."""

from datetime import UTC, datetime, timedelta
from threading import Thread
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.ids import IdClock, PackedIds, natural_id

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


@given(st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=40))
def test_ids_rise_however_the_clock_jumps(jumps):
    moments = iter(jumps)
    clock = IdClock(lambda: NOW + timedelta(minutes=next(moments)))
    ids = [clock.tick() for _ in jumps]
    assert ids == sorted(ids)
    assert len({*ids}) == len(ids)


def test_an_id_is_a_uuid_of_version_seven_and_tells_its_moment():
    identity = IdClock(lambda: NOW).tick()
    assert (identity.version, identity.variant) == (7, "specified in RFC 4122")
    assert identity.int >> 80 == int(NOW.timestamp() * 1000)


@given(st.integers(0, 10**6))
def test_what_was_written_with_knowledge_sorts_after_it(days):
    theirs = IdClock(lambda: NOW + timedelta(days=days)).tick()
    mine = IdClock(lambda: NOW)
    mine.saw(theirs)
    assert mine.tick() > theirs


def test_ten_thousand_ids_in_one_millisecond_stay_in_order():
    clock = IdClock(lambda: NOW)
    ids = [clock.tick() for _ in range(10_000)]
    assert ids == sorted({*ids})
    assert all(each.version == 7 for each in ids)


def test_two_threads_never_get_the_same_place():
    clock, found = IdClock(lambda: NOW), []
    threads = [
        Thread(target=lambda: found.extend(clock.tick().int >> 62 for _ in range(3000)))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({*found}) == 6000


def test_a_natural_id_follows_from_its_key():
    assert natural_id("answer", 1, "a") == natural_id("answer", "1", "a")
    assert natural_id("answer", 1, "a") != natural_id("finding", 1, "a")
    assert natural_id("setting", "office") == UUID("{}".format(natural_id("setting", "office")))


keys = st.lists(st.text(alphabet="ab|\\", max_size=4), max_size=3).map(tuple)


@given(keys, keys)
def test_two_keys_never_share_an_id(one, other):
    assert (natural_id("t", *one) == natural_id("t", *other)) == (one == other)


def test_packed_ids_are_the_ids_they_were_packed_from():
    ids = [UUID(int=number) for number in (7, 1 << 100, 0)]
    packed = PackedIds(b"".join(each.bytes for each in ids))
    assert packed == ids
    assert [*packed] == ids
    assert (len(packed), packed[-1], packed[1:]) == (3, ids[-1], ids[1:])
    assert ids[1] in packed
    assert UUID(int=8) not in packed
    assert packed == PackedIds(packed.packed)
    assert not PackedIds()
    with pytest.raises(IndexError):
        packed[3]
