"""The power goes at a random moment: what was said to be saved is there, and nothing is broken."""

import multiprocessing
import os
import random
import shutil
from contextlib import suppress
from threading import Event

import pytest

from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck
from models.store.file import open_file
from tests.conftest import PASSPHRASE
from tests.models.store import worker
from tests.models.store.hands import add_centre, name_of, rename, shown, under

OFFICE = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
OFFICE.set_forkserver_preload(["tests.models.store.worker"])


def with_a_dossier(store):
    centre = add_centre(store)
    with store.change("Plan check") as session:
        check = DossierCheck(
            centre_id=centre, template_key="a", template_version=1, reference="DC-2026-0000001"
        )
        session.add(check)
        session.flush()
        dossier = CheckedDossier(check_id=check.id, number="D-1", position=1)
        session.add(dossier)
        session.flush()
        return check.id, dossier.id


def work_until_killed(path, check, dossier, seconds):
    """Let an officer work, pull the plug after some seconds; gives what was said to be safe."""
    here, there = OFFICE.Pipe(duplex=False)
    officer = OFFICE.Process(target=worker.answer, args=(path, check, dossier, there))
    officer.start()
    there.close()
    assert here.recv() == "ready"
    Event().wait(seconds)
    officer.kill()
    safe = {}
    with suppress(EOFError, OSError):  # the last word may be cut off in the middle
        while True:
            safe |= here.recv()
    officer.join()
    officer.close()
    return safe


def kill_again_and_again(store, terms, times, seed):
    check, dossier = with_a_dossier(store)
    path = store.path
    store.close()
    dice = random.Random(seed)
    said = left_behind = 0
    for _ in range(times):
        safe = work_until_killed(path, check, dossier, dice.uniform(0.002, 0.25))
        said += len(safe)
        left_behind += path.with_name(f"{path.name}-wal").exists()
        store = open_file(path, PASSPHRASE, terms)
        try:
            proof = store.verify()
            assert proof.whole, proof.broken
            with store.look() as session:
                for row, note in safe.items():
                    kept = session.get_one(ChecklistAnswer, row).note
                    assert kept == note or given_again(store, row, note)
            with store._reading.connect() as connection:
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
                assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").first() is None
        finally:
            store.close()
    assert said > times
    assert left_behind > times / 2


def given_again(store, row, note):
    """The answer was given again in a step that was safe but not yet said: both are told."""
    with store._reading.connect() as connection:
        told = connection.exec_driver_sql(
            "SELECT payload FROM change WHERE row = ? ORDER BY id", (row.bytes,)
        ).scalars()
        found = [note in payload for payload in told]
    return any(found) and not found[-1]


def test_a_kill_loses_nothing_that_was_said_to_be_saved(store, terms):
    kill_again_and_again(store, terms, 15, 5)


@pytest.mark.long
def test_five_hundred_kills_lose_nothing(store, terms):
    kill_again_and_again(store, terms, 500, 6)


def test_a_left_over_log_is_taken_in_at_the_next_open(store, terms, tmp_path):
    """The folder as the power left it: the database and its log, and nobody who closed them."""
    centre = add_centre(store)
    rename(store, centre, "Kompas vzw")
    after = tmp_path / "after"
    after.mkdir()
    for part in tmp_path.glob("kantoor.waarmerk*"):
        shutil.copy(part, after)
    assert (after / "kantoor.waarmerk-wal").stat().st_size > 0
    again = open_file(after / "kantoor.waarmerk", PASSPHRASE, terms)
    try:
        assert name_of(again, centre) == "Kompas vzw"
        assert shown(again) == shown(store)
        assert again.verify().whole
    finally:
        again.close()
    assert not (after / "kantoor.waarmerk-wal").exists()


def test_a_log_cut_off_in_the_middle_gives_the_last_whole_step(store, terms, tmp_path):
    centre = add_centre(store)
    with store._writing.connect() as connection:
        connection.connection.dbapi_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for number in range(5):
        rename(store, centre, f"naam {number}")
    after = tmp_path / "after"
    after.mkdir()
    for part in ("", ".key", "-wal"):
        shutil.copy(tmp_path / f"kantoor.waarmerk{part}", after)
    log = after / "kantoor.waarmerk-wal"
    whole = log.stat().st_size
    for kept in range(whole, 0, -(whole // 7)):
        copied = tmp_path / f"cut{kept}"
        shutil.copytree(after, copied)
        os.truncate(copied / log.name, kept)
        again = open_file(copied / "kantoor.waarmerk", PASSPHRASE, terms)
        try:
            assert again.verify().whole
            assert name_of(again, centre) is not None
        finally:
            again.close()


def test_closing_leaves_one_file_and_its_key(store, tmp_path):
    add_centre(store)
    store.close()
    store.close()
    assert {path.name for path in tmp_path.iterdir() if not path.name.startswith(".")} == {
        "kantoor.waarmerk",
        "kantoor.waarmerk.key",
    }
    with under(store.path) as raw:
        assert raw.execute("SELECT count(*) FROM centre").fetchone() == (1,)
