"""Contents beside the database: whatever was kept comes back, and whatever was touched is named."""

import hashlib
import io
import os
import random
import shutil
from contextlib import suppress
from functools import partial
from threading import Event

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.attachments.entities import Attachment
from models.store import attachments, keys
from models.store.attachments import (
    HALF,
    SALT,
    TAG,
    ContentChanged,
    ContentMissing,
    Contents,
    ContentState,
    SourceChanged,
    SourceUnreadable,
    folder_of,
    stored_size,
)
from models.store.file import copy, create, open_file
from models.store.refusals import DiskFull, DiskTrouble, FileExists, PlaceForbidden
from tests.conftest import PASSPHRASE
from tests.models.store import worker
from tests.plug import OFFICE
from tests.models.store.hands import add_centre
from tests.models.store.test_file import room

KEY = bytes(range(32))
SHORT = 64
"""A small chunk, so that a few bytes already make many of them."""

anything = st.binary(max_size=5 * SHORT + 3)
edges = st.sampled_from([0, 1, SHORT - 1, SHORT, SHORT + 1, 2 * SHORT, 3 * SHORT])


@pytest.fixture
def contents(tmp_path, monkeypatch):
    monkeypatch.setattr(attachments, "CHUNK", SHORT)
    return Contents(tmp_path / "kantoor.waarmerk", KEY)


SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def keep(contents, words):
    return contents.keep(partial(io.BytesIO, words)).sha256


def read(contents, mark):
    return b"".join(contents.read(mark))


def path_of(contents, mark):
    return contents.folder / mark[:2] / mark


@SHARED
@given(words=anything | edges.map(lambda size: b"a" * size))
def test_any_bytes_come_back_as_they_were(contents, words):
    mark = keep(contents, words)
    assert mark == hashlib.sha256(words).hexdigest()
    assert read(contents, mark) == words
    assert path_of(contents, mark).stat().st_size == stored_size(len(words))
    assert contents.glance(mark, len(words)) is ContentState.OK


@SHARED
@given(words=st.binary(min_size=12, max_size=3 * SHORT))
def test_nothing_of_it_can_be_read_on_the_disk(contents, words):
    assert words not in path_of(contents, keep(contents, words)).read_bytes()


@SHARED
@given(words=anything, data=st.data())
def test_any_flipped_bit_is_noticed(contents, words, data):
    mark = keep(contents, words)
    path = path_of(contents, mark)
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    bit = data.draw(st.integers(0, 7))
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
    assert contents.state(mark) is ContentState.CHANGED
    assert keep(contents, words) == mark, "who adds it again, mends it"
    assert contents.state(mark) is ContentState.OK


@SHARED
@given(words=anything, data=st.data())
def test_cut_off_at_any_place_is_noticed(contents, words, data):
    mark = keep(contents, words)
    path = path_of(contents, mark)
    whole = path.read_bytes()
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    assert contents.state(mark) is ContentState.CHANGED
    assert contents.glance(mark, len(words)) is ContentState.CHANGED


@SHARED
@given(words=st.binary(min_size=2 * SHORT, max_size=5 * SHORT), data=st.data())
def test_swapped_left_out_and_doubled_chunks_are_noticed(contents, words, data):
    mark = keep(contents, words)
    path = path_of(contents, mark)
    whole = path.read_bytes()
    head, body = whole[:SALT], whole[SALT:]
    step = SHORT + TAG
    chunks = [body[at : at + step] for at in range(0, len(body), step)]
    one, two = data.draw(st.permutations(range(len(chunks))))[:2]
    way = data.draw(st.sampled_from(["swap", "leave out", "double"]))
    if way == "swap":
        chunks[one], chunks[two] = chunks[two], chunks[one]
    elif way == "leave out":
        del chunks[one]
    else:
        chunks.insert(two, chunks[one])
    path.write_bytes(head + b"".join(chunks))
    assert contents.state(mark) is ContentState.CHANGED


@SHARED
@given(one=anything, two=anything)
def test_a_content_under_the_name_of_another_is_noticed(contents, one, two):
    if one == two:
        return
    first, second = keep(contents, one), keep(contents, two)
    shutil.copyfile(path_of(contents, first), path_of(contents, second))
    assert contents.state(second) is ContentState.CHANGED


def test_a_content_of_another_office_does_not_open(contents, tmp_path):
    mark = keep(contents, b"een attest")
    other = Contents(tmp_path / "ander.waarmerk", bytes(32))
    shutil.copytree(contents.folder, other.folder)
    assert other.state(mark) is ContentState.CHANGED


def test_what_is_not_there_is_missing(contents):
    mark = hashlib.sha256(b"weg").hexdigest()
    assert contents.state(mark) is ContentState.MISSING
    assert contents.glance(mark, 3) is ContentState.MISSING
    with pytest.raises(ContentMissing) as said:
        read(contents, mark)
    assert "kantoor.waarmerk.files" in str(said.value)


def test_the_same_content_lies_there_once(contents):
    first = keep(contents, b"attest")
    before = path_of(contents, first).stat().st_mtime_ns
    assert keep(contents, b"attest") == first
    assert contents.all() == {first: stored_size(6)}
    assert path_of(contents, first).stat().st_mtime_ns == before
    contents.drop(first)
    assert contents.all() == {}
    assert contents.state(first) is ContentState.MISSING


def test_two_writings_of_one_content_share_no_key_stream(contents):
    mark = keep(contents, b"a" * SHORT)
    first = path_of(contents, mark).read_bytes()
    contents.drop(mark)
    keep(contents, b"a" * SHORT)
    assert path_of(contents, mark).read_bytes() != first


def test_a_source_that_changes_or_goes_while_it_is_read_leaves_nothing(contents):
    turns = iter([b"nu", b"straks"])
    with pytest.raises(SourceChanged):
        contents.keep(lambda: io.BytesIO(next(turns)))
    with pytest.raises(SourceUnreadable):
        contents.keep(lambda: open(contents.folder / "weg", "rb"))
    assert contents.all() == {}
    assert not any(path.is_file() for path in contents.folder.rglob("*"))


def test_what_was_half_written_when_the_power_went_does_not_count(contents, tmp_path):
    mark = hashlib.sha256(b"half").hexdigest()
    half = path_of(contents, mark).with_name(f"{mark}-0a0b0c0d{HALF}")
    half.parent.mkdir(parents=True)
    half.write_bytes(b"x")
    assert contents.all() == {}
    assert contents.state(mark) is ContentState.MISSING
    Contents(tmp_path / "kantoor.waarmerk", KEY)
    assert not half.exists(), "the next opening takes it away"


def test_a_disk_without_room_keeps_nothing_half(contents):
    with room(300), pytest.raises((DiskFull, DiskTrouble)):
        keep(contents, os.urandom(4000))
    assert not any(path.is_file() for path in contents.folder.rglob("*"))
    keep(contents, os.urandom(4000))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights of POSIX")
def test_a_folder_that_is_not_ours_is_told(contents):
    contents.folder.mkdir(mode=0o500)
    with pytest.raises(PlaceForbidden):
        keep(contents, b"x")


def test_memory_holds_a_few_chunks_of_a_large_content(tmp_path):
    import tracemalloc

    large = tmp_path / "groot.bin"
    with large.open("wb") as file:
        file.truncate(24 << 20)
    contents = Contents(tmp_path / "kantoor.waarmerk", KEY)
    tracemalloc.start()
    try:
        mark = contents.keep(partial(large.open, "rb")).sha256
        assert contents.state(mark) is ContentState.OK
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


# --- beside a real office file


def attach(store, centre, words, name="attest.pdf"):
    kept = store.contents.keep(partial(io.BytesIO, words))
    with store.change("Add attachment") as session:
        row = Attachment(
            centre_id=centre, sha256=kept.sha256, name=name, media_type="text/plain", size=kept.size
        )
        session.add(row)
        session.flush()
        return row.id, kept.sha256


def test_the_proof_names_what_is_missing_and_what_was_changed(store):
    centre = add_centre(store)
    one, first = attach(store, centre, b"een")
    two, second = attach(store, centre, b"twee")
    attach(store, centre, b"twee", "dezelfde.pdf")
    assert store.verify().attachments == "ok"
    path_of(store.contents, first).unlink()
    path = path_of(store.contents, second)
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    proof = store.verify()
    assert (proof.chain, proof.rows, proof.attachments) == ("ok", "ok", "broken")
    assert proof.broken[0] == f"attachment {one}: content missing"
    assert proof.broken[1] == f"attachment {two}: content changed"
    assert len(proof.broken) == 3


def attach_until_killed(path, centre, seconds):
    """Let an officer attach files, pull the plug after some seconds; gives what was safe."""
    here, there = OFFICE.Pipe(duplex=False)
    officer = OFFICE.Process(target=worker.attach, args=(path, centre, there))
    officer.start()
    there.close()
    assert here.recv() == "ready"
    Event().wait(seconds)
    officer.kill()
    safe = []
    with suppress(EOFError, OSError):  # the last word may be cut off in the middle
        while True:
            safe.append(here.recv())
    officer.join()
    officer.close()
    return safe


def test_the_power_goes_while_a_file_is_attached(store, terms):
    """No row without its content, and no half content that counts."""
    centre = add_centre(store)
    store.close()
    dice = random.Random(1)
    halves = turns = 0
    while turns < 5 or (not halves and turns < 60):
        turns += 1
        safe = attach_until_killed(store.path, centre, dice.uniform(0.05, 0.3))
        halves += len([*folder_of(store.path).glob(f"??/*{HALF}")])
        again = open_file(store.path, PASSPHRASE, terms)
        try:
            assert not [*again.contents.folder.glob(f"??/*{HALF}")]
            assert again.verify().whole
            with again.look() as session:
                named = set(session.scalars(select(Attachment.sha256)))
            assert set(safe) <= named <= set(again.contents.all())
            assert all(
                again.contents.state(mark) is ContentState.OK for mark in again.contents.all()
            )
        finally:
            again.close()
    assert halves, "the plug was never pulled in the middle of writing"


def test_a_removed_row_asks_for_no_content(store):
    centre = add_centre(store)
    _, mark = attach(store, centre, b"een")
    store.undo()
    path_of(store.contents, mark).unlink()
    assert store.verify().whole


def test_contents_open_again_with_the_file_and_only_with_its_own_key(store, terms):
    _, mark = attach(store, add_centre(store), b"een attest")
    store.close()
    again = open_file(store.path, PASSPHRASE, terms)
    assert read(again.contents, mark) == b"een attest"
    again.close()


def test_a_copy_brings_its_contents_along(store, terms, tmp_path):
    _, mark = attach(store, add_centre(store), b"een attest")
    target = tmp_path / "kopie" / "kantoor.waarmerk"
    target.parent.mkdir()
    copy(store.path, keys.unlock(store.path, PASSPHRASE), target)
    copied = open_file(target, PASSPHRASE, terms)
    assert read(copied.contents, mark) == b"een attest"
    assert copied.verify().whole
    copied.close()


def test_contents_are_copied_where_the_disk_knows_no_links(store, tmp_path, monkeypatch):
    _, mark = attach(store, add_centre(store), b"een attest")

    def no_links(*_):
        raise OSError

    monkeypatch.setattr("pathlib.Path.hardlink_to", no_links)
    target = tmp_path / "kopie.waarmerk"
    attachments.copy_beside(store.path, target)
    there = folder_of(target) / mark[:2] / mark
    assert there.read_bytes() == path_of(store.contents, mark).read_bytes()
    with room(3), pytest.raises(OSError):
        attachments.copy_beside(store.path, tmp_path / "vol.waarmerk")
    assert not folder_of(tmp_path / "vol.waarmerk").exists()


def test_a_new_file_does_not_adopt_the_contents_of_another(tmp_path, terms):
    folder = folder_of(tmp_path / "nieuw.waarmerk")
    folder.mkdir()
    with pytest.raises(FileExists) as said:
        create(tmp_path / "nieuw.waarmerk", PASSPHRASE, terms)
    assert "nieuw.waarmerk.files" in str(said.value)
    assert list(tmp_path.iterdir()) == [folder]
