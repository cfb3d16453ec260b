"""Make, open, recover and copy a file; every refusal says why in Dutch and touches nothing."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import namedtuple
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import select

from models.centres.entities import CareerCentre
from models.kernel.errors import AppError
from models.store import envelope, keys
from models.store.file import copy, create, open_file, recover
from models.store.refusals import (
    DiskFull,
    DiskTrouble,
    FileDamaged,
    FileExists,
    FileInUse,
    FileMissing,
    FileTooNew,
    KeyFileMissing,
    NotOurFile,
    PassphraseTooShort,
    PassphraseWrong,
    PlaceForbidden,
    PlaceInCloud,
    PlaceOnNetwork,
)
from tests.conftest import CHEAP, NOW, PASSPHRASE
from tests.models.store.hands import add_centre, name_of, rename, shown, under

HERE = Path(__file__).parents[3]
POSIX = pytest.mark.skipif(os.name != "posix", reason="limits and owners of POSIX")


@pytest.fixture
def path(store):
    """A closed file with a centre in it."""
    add_centre(store)
    store.close()
    return store.path


def bytes_of(folder):
    """Every file of a folder that holds something of ours, the lock aside."""
    return {
        each.name: each.read_bytes()
        for each in folder.iterdir()
        if each.is_file() and not each.name.endswith((".lock", ".who"))
    }


@contextmanager
def refused(folder, refusal):
    """The refusal comes, and leaves the bytes of every file as they were."""
    before = bytes_of(folder)
    with pytest.raises(refusal) as said:
        yield said
    assert bytes_of(folder) == before


def test_a_new_file_opens_with_its_passphrase(path, terms):
    store = open_file(path, PASSPHRASE, terms)
    assert len(shown(store)["centre"]) == 1
    store.close()


def test_the_recovery_key_opens_it_and_sets_a_new_passphrase(tmp_path, terms):
    store, recovery = create(tmp_path / "a.waarmerk", PASSPHRASE, terms)
    store.close()
    again = recover(store.path, recovery.lower(), "vijf andere losse woorden", terms)
    with pytest.raises(FileInUse):
        open_file(store.path, "vijf andere losse woorden", terms)
    again.close()
    with refused(tmp_path, PassphraseWrong):
        open_file(store.path, PASSPHRASE, terms)
    open_file(store.path, "vijf andere losse woorden", terms).close()
    recover(store.path, recovery, PASSPHRASE, terms).close()


def test_recovering_with_a_short_passphrase_changes_nothing(tmp_path, terms):
    store, recovery = create(tmp_path / "a.waarmerk", PASSPHRASE, terms)
    store.close()
    with refused(tmp_path, PassphraseTooShort):
        recover(store.path, recovery, "kort", terms)
    open_file(store.path, PASSPHRASE, terms).close()


def test_a_recovery_that_cannot_write_the_key_lets_the_file_go(tmp_path, terms):
    store, recovery = create(tmp_path / "a.waarmerk", PASSPHRASE, terms)
    store.close()
    in_the_way = tmp_path / "a.waarmerk.key.new"
    in_the_way.mkdir()
    with pytest.raises(AppError):
        recover(store.path, recovery, "vijf andere losse woorden", terms)
    in_the_way.rmdir()
    open_file(store.path, PASSPHRASE, terms).close()


def test_a_wrong_passphrase_is_refused(path, terms):
    with refused(path.parent, PassphraseWrong) as said:
        open_file(path, "vier andere woorden hier", terms)
    assert said.value.field == "passphrase"


def test_a_file_that_is_not_there(path, terms):
    with refused(path.parent, FileMissing):
        open_file(path.with_name("weg.waarmerk"), PASSPHRASE, terms)
    with refused(path.parent, FileMissing):
        open_file(path.parent, PASSPHRASE, terms)


def test_a_name_that_is_taken(path, terms):
    with refused(path.parent, FileExists):
        create(path, PASSPHRASE, terms)
    path.unlink()
    with refused(path.parent, FileExists):  # its key still lies there: it may come back
        create(path, PASSPHRASE, terms)


@pytest.mark.parametrize("suffix", [".waarmerk", ".sqlite"])
@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("text", b"Geachte mevrouw, mijnheer,\n"),
        ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
        ("workbook", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00\x21\x00\x00\x00"),
        ("empty", b""),
        ("pages of text", b"Geachte mevrouw, mijnheer,\n" + b" " * 8165),
    ],
)
def test_a_file_of_another_kind_is_not_ours(tmp_path, terms, kind, start, suffix):
    other = tmp_path / f"brief{suffix}"
    other.write_bytes(start)
    with refused(tmp_path, NotOurFile):
        open_file(other, PASSPHRASE, terms)


def test_a_plain_database_is_not_ours_with_or_without_a_key(path, terms):
    plain = path.with_name("plat.waarmerk")
    with sqlite3.connect(plain) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()
    with refused(path.parent, NotOurFile):
        open_file(plain, PASSPHRASE, terms)
    shutil.copy(keys.key_path(path), keys.key_path(plain))
    with refused(path.parent, NotOurFile):
        open_file(plain, PASSPHRASE, terms)


def test_without_any_key_file_the_sentence_names_it(path, terms):
    keys.key_path(path).unlink()
    envelope.spare_path(keys.key_path(path)).unlink()
    with refused(path.parent, KeyFileMissing) as said:
        open_file(path, PASSPHRASE, terms)
    assert "kantoor.waarmerk.key" in str(said.value)


def test_a_lost_key_file_comes_back_by_itself(path, terms):
    before = bytes_of(path.parent)
    keys.key_path(path).unlink()
    store = open_file(path, PASSPHRASE, terms)
    store.close()
    assert bytes_of(path.parent)[f"{path.name}.key"] == before[f"{path.name}.key"]


@pytest.mark.parametrize("content", [b"", b"leeg\n", b"Geachte mevrouw, mijnheer,\n" * 400])
def test_an_emptied_file_is_damaged_and_never_a_new_one(path, terms, content):
    path.write_bytes(content)
    with refused(path.parent, FileDamaged):
        open_file(path, PASSPHRASE, terms)


@pytest.mark.parametrize("place", [0, 20, 100, 4000])
def test_damage_in_the_first_page_is_told_at_the_door(path, terms, place):
    content = bytearray(path.read_bytes())
    content[place] ^= 0x80
    path.write_bytes(content)
    with refused(path.parent, FileDamaged):
        open_file(path, PASSPHRASE, terms)


def test_damage_in_the_middle_is_told_when_it_is_read(store, terms):
    centres = [add_centre(store, remark="x" * 3000) for _ in range(40)]
    store.close()
    content = bytearray(store.path.read_bytes())
    told = 0
    for page in range(1, len(content) // 4096, 9):
        hurt = bytearray(content)
        hurt[page * 4096 + 200] ^= 1
        store.path.write_bytes(hurt)
        try:
            again = open_file(store.path, PASSPHRASE, terms)
        except FileDamaged:
            told += 1
            continue
        try:
            with again.look() as session:
                for centre in centres:
                    assert session.get_one(CareerCentre, centre).remark == "x" * 3000
            assert again.verify().whole
        except FileDamaged:
            told += 1
        finally:
            again.close()
    assert told > 3


def test_a_change_in_a_damaged_file_says_so_and_changes_nothing(store, terms):
    centre = add_centre(store, remark="x" * 9000)
    for _ in range(30):
        add_centre(store, remark="y" * 9000)
    store.close()
    content = bytearray(store.path.read_bytes())
    pages = len(content) // 4096
    for page in range(pages * 3 // 4, pages):
        content[page * 4096 + 200] ^= 1
    store.path.write_bytes(content)
    again = open_file(store.path, PASSPHRASE, terms)
    try:
        with pytest.raises(FileDamaged), again.change("Tidy") as session:
            for each in session.scalars(select(CareerCentre)):
                each.remark = "z"
        assert again.saved_at is None
        assert name_of(again, centre) == "Zonnewijzer Loopbaanadvies"
    finally:
        again.close()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_damaged(store, terms, share):
    for _ in range(30):
        add_centre(store, remark="x" * 2000)
    store.close()
    os.truncate(store.path, int(store.path.stat().st_size * share))
    before = store.path.read_bytes()
    with pytest.raises(FileDamaged):
        again = open_file(store.path, PASSPHRASE, terms)
        try:
            again.verify()
        finally:
            again.close()
    assert store.path.read_bytes() == before


def test_a_file_of_a_newer_version_stays_as_it_is(path, terms):
    with under(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with refused(path.parent, FileTooNew):
        open_file(path, PASSPHRASE, terms)
    with refused(path.parent, FileTooNew):  # and again: nothing was left locked
        open_file(path, PASSPHRASE, terms)


HOLD = """
import sys
from tests.conftest import *
from models.store.file import open_file
store = open_file(Path(sys.argv[1]), PASSPHRASE, Terms(clock=lambda: NOW, who="Joris"))
print("open", flush=True)
sys.stdin.read()
store.close()
"""


def test_a_file_in_use_says_by_whom(path, terms):
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=HERE,
    )
    try:
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(FileInUse) as said:
            open_file(path, PASSPHRASE, terms)
        import getpass
        import platform

        for word in (getpass.getuser(), platform.node(), "4 mei 2026", path.name):
            assert word in str(said.value)
    finally:
        other.communicate()
    assert other.returncode == 0
    open_file(path, PASSPHRASE, terms).close()


def test_a_file_that_its_holder_left_by_dying_opens(path, terms):
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=HERE,
    )
    other.stdout.readline()
    other.kill()
    other.communicate()
    open_file(path, PASSPHRASE, terms).close()


def test_one_thread_opens_and_another_closes(path, terms):
    opened = []
    opener = Thread(target=lambda: opened.append(open_file(path, PASSPHRASE, terms)))
    opener.start()
    opener.join()
    opened[0].close()
    open_file(path, PASSPHRASE, terms).close()


def test_the_thread_that_closes_lets_the_file_go(path, terms):
    store = open_file(path, PASSPHRASE, terms)
    closer = Thread(target=store.close)
    closer.start()
    closer.join()
    open_file(path, PASSPHRASE, terms).close()


def test_a_note_that_cannot_be_read_still_gives_a_sentence(store, terms):
    for words in ("", "{", "[]", '{"who": 3, "where": 4, "since": 5}'):
        store.path.with_name(f".{store.path.name}.who").write_text(words)
        with pytest.raises(FileInUse) as said:
            open_file(store.path, PASSPHRASE, terms)
        assert "(?)" in str(said.value)


def test_a_full_disk_leaves_nothing_half_and_the_same_change_works_later(store):
    centre = add_centre(store)
    before, lines = shown(store), store.verify().lines

    def limit(pages):
        with store._writing.connect() as connection:
            raw = connection.connection.dbapi_connection
            return raw.execute(f"PRAGMA max_page_count={pages}").fetchone()[0]

    def write():
        with store.change("Write report") as session:
            session.get_one(CareerCentre, centre).remark = "lang " * 40_000

    least = limit(1)  # as many pages as there are: not one more fits
    with pytest.raises(DiskFull):
        write()
    assert (shown(store), store.verify().lines) == (before, lines)
    assert store.verify().whole
    assert store.next_undo.label == "Add centre"
    limit(least + 2000)
    write()
    assert shown(store)["centre"][centre]["remark"] == "lang " * 40_000
    store.undo()
    assert shown(store) == before
    assert store.verify().whole


@contextmanager
def room(size):
    """A real limit of the system on how large a file may grow."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [0, 300, 2000, 5000, 40_000])
def test_a_create_that_fails_leaves_nothing(tmp_path, terms, size):
    path = tmp_path / "een" / "twee" / "a.waarmerk"
    with room(size), pytest.raises((DiskTrouble, DiskFull)):
        create(path, PASSPHRASE, terms)
    assert list(tmp_path.iterdir()) == []
    create(path, PASSPHRASE, terms)[0].close()


def test_a_disk_without_room_does_not_keep_a_file_from_closing(store, terms):
    """What was saved lies in the log; it is taken in as soon as there is room."""
    centre = add_centre(store)
    for number in range(20):
        rename(store, centre, f"naam {number} " + "x" * 200)
    with room(store.path.stat().st_size):
        store.close()
    again = open_file(store.path, PASSPHRASE, terms)
    assert name_of(again, centre).startswith("naam 19 ")
    assert again.verify().whole
    again.close()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_what_the_disk_says_becomes_a_sentence(number):
    from models.store.engine import disk_errors

    wanted = {errno.ENOSPC: DiskFull, errno.EROFS: PlaceForbidden}.get(number, DiskTrouble)
    with pytest.raises(wanted) as said, disk_errors(Path("a.waarmerk")):
        raise OSError(number, os.strerror(number))
    assert "{" not in str(said.value)


def test_a_copy_that_fails_leaves_nothing_and_the_older_copy_whole(store, terms, tmp_path):
    centre = add_centre(store, remark="x" * 50_000)
    key = keys.unlock(store.path, PASSPHRASE)
    target = tmp_path / "kopie" / "kantoor.waarmerk"
    target.parent.mkdir()
    copy(store.path, key, target)
    before = bytes_of(target.parent)
    rename(store, centre, "Kompas vzw")
    with room(20_000), pytest.raises((DiskTrouble, DiskFull)):
        copy(store.path, key, target)
    assert bytes_of(target.parent) == before


def test_a_copy_of_a_file_in_use_is_whole(store, terms, tmp_path):
    centre = add_centre(store)
    target = tmp_path / "kopie.waarmerk"
    copy(store.path, keys.unlock(store.path, PASSPHRASE), target)
    rename(store, centre, "Kompas vzw")
    copied = open_file(target, PASSPHRASE, terms)
    try:
        assert name_of(copied, centre) == "Zonnewijzer Loopbaanadvies"
        assert copied.verify().whole
    finally:
        copied.close()


@POSIX
def test_a_name_that_is_too_long_is_refused_with_a_sentence(tmp_path, terms):
    with pytest.raises(DiskTrouble):
        create(tmp_path / f"{'a' * 300}.waarmerk", PASSPHRASE, terms)
    with pytest.raises((DiskTrouble, FileMissing)):
        open_file(tmp_path / f"{'a' * 300}.waarmerk", PASSPHRASE, terms)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_refused_with_a_sentence(path, terms):
    with refused(path.parent, DiskTrouble):
        create(path / "a.waarmerk", PASSPHRASE, terms)


@pytest.fixture
def ordinary():
    """A folder outside root's reach: the tests may run as root, who may write everywhere."""
    folder = Path(tempfile.mkdtemp())
    person = os.geteuid() or 65534
    os.chown(folder, person, -1)
    was = os.geteuid()
    os.seteuid(person)
    try:
        yield folder
    finally:
        folder.chmod(0o700)
        os.seteuid(was)
        shutil.rmtree(folder)


@POSIX
def test_a_folder_that_may_not_be_written_is_refused(ordinary, terms):
    store, _ = create(ordinary / "a.waarmerk", PASSPHRASE, terms)
    store.close()
    lock = ordinary / ".a.waarmerk.lock"
    lock.unlink(missing_ok=True)
    ordinary.chmod(0o500)
    with refused(ordinary, PlaceForbidden) as said:
        create(ordinary / "b.waarmerk", PASSPHRASE, terms)
    assert str(ordinary) in str(said.value)
    with refused(ordinary, PlaceForbidden):
        open_file(ordinary / "a.waarmerk", PASSPHRASE, terms)
    with refused(ordinary, PlaceForbidden):
        create(ordinary / "nieuw" / "b.waarmerk", PASSPHRASE, terms)
    ordinary.chmod(0o700)
    (ordinary / "a.waarmerk").chmod(0o400)
    with refused(ordinary, PlaceForbidden):
        open_file(ordinary / "a.waarmerk", PASSPHRASE, terms)
    (ordinary / "a.waarmerk").chmod(0)
    with pytest.raises(PlaceForbidden):
        open_file(ordinary / "a.waarmerk", PASSPHRASE, terms)


Partition = namedtuple("Partition", "device mountpoint fstype opts")


@pytest.mark.parametrize(
    ("kind", "opts"), [("nfs4", "rw"), ("cifs", "rw"), ("9p", "rw"), ("NTFS", "rw,remote")]
)
def test_a_network_share_is_refused(path, terms, monkeypatch, kind, opts):
    parts = [
        Partition("disk", path.anchor, "ext4", "rw"),
        Partition("share", str(path.parent), kind, opts),
    ]
    monkeypatch.setattr("psutil.disk_partitions", lambda all: parts)
    with refused(path.parent, PlaceOnNetwork):
        open_file(path, PASSPHRASE, terms)
    with refused(path.parent, PlaceOnNetwork):
        create(path.with_name("b.waarmerk"), PASSPHRASE, terms)


def test_a_disk_of_this_computer_inside_a_share_is_allowed(path, terms, monkeypatch):
    parts = [
        Partition("share", path.anchor, "nfs", "rw"),
        Partition("disk", str(path.parent), "ext4", "rw"),
    ]
    monkeypatch.setattr("psutil.disk_partitions", lambda all: parts)
    open_file(path, PASSPHRASE, terms).close()


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - VDAB", "OneDrive"),
        ("Library/CloudStorage/OneDrive-VDAB", "OneDrive"),
        ("Dropbox (Persoonlijk)/werk", "Dropbox"),
        ("Google Drive/Mijn Drive", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-lotte@example.be/Mijn Drive", "Google Drive"),
        ("iCloudDrive", "iCloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Nextcloud/dossiers", "Nextcloud"),
    ],
)
def test_a_folder_that_a_cloud_synchronises_is_refused(tmp_path, terms, folder, service):
    place = tmp_path / folder
    place.mkdir(parents=True)
    with refused(place, PlaceInCloud) as said:
        create(place / "a.waarmerk", PASSPHRASE, terms)
    assert service in str(said.value)


def test_a_folder_that_onedrive_names_is_refused(tmp_path, terms, monkeypatch):
    place = tmp_path / "VDAB" / "werk"
    place.mkdir(parents=True)
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "VDAB"))
    with refused(place, PlaceInCloud):
        create(place / "a.waarmerk", PASSPHRASE, terms)


def test_a_folder_that_only_sounds_like_a_cloud_is_fine(tmp_path, terms):
    place = tmp_path / "Dropboxen" / "onedrives"
    create(place / "dropbox.waarmerk", PASSPHRASE, terms)[0].close()


def test_no_word_lies_open_in_any_file(store, tmp_path):
    word = "Achternaamvanniemand"
    add_centre(store, legal_name=word, remark=f"{word} {word}")
    with store.look() as session:
        session.scalars(select(CareerCentre).order_by(CareerCentre.remark)).all()
    read = 0
    for moment in ("open", "closed"):
        for each in tmp_path.rglob("*"):
            content = each.read_bytes()
            read += len(content)
            for form in (word, word.lower(), PASSPHRASE, "CREATE TABLE", "legal_name"):
                assert form.encode() not in content, (moment, each.name, form)
                assert form.encode("utf-16-le") not in content
        store.close()
    assert read > 400_000


def test_every_refusal_of_the_store_has_a_dutch_sentence():
    from models.kernel.errors import AppError
    from models.store import refusals

    text = (HERE / "resources" / "translations" / "nl.po").read_text("utf-8")
    found = [
        kind
        for kind in vars(refusals).values()
        if isinstance(kind, type)
        and issubclass(kind, AppError)
        and kind.__module__ == refusals.__name__
    ]
    assert len(found) > 15
    for kind in found:
        at = text.index(f'msgid "{kind.sentence}"')
        dutch = text[at:].split("\n")[1]
        assert dutch.startswith("msgstr ")
        assert len(dutch) > 20, kind
        import re

        assert set(re.findall(r"{\w+}", dutch)) == set(re.findall(r"{\w+}", kind.sentence)), kind


def test_a_person_with_a_very_long_name_can_work(tmp_path):
    from models.store.file import Terms

    terms = Terms(clock=lambda: NOW, who="Lotte " * 40, cost=CHEAP)
    store, _ = create(tmp_path / "a.waarmerk", PASSPHRASE, terms)
    add_centre(store)
    assert store.verify().whole
    store.close()
