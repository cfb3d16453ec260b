"""What a file is after the power went: whole, with the log of its last steps taken in."""

import os
import shutil

from models.store.file import open_file
from tests.conftest import PASSPHRASE
from tests.models.store.hands import add_centre, name_of, rename, shown, under


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
