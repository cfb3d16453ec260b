"""Layouts: a migrated file is like a fresh one, and an older file is copied before it moves."""

import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from models.centres.entities import SEARCHED
from models.store import keys, migrate
from models.store.file import open_file
from models.store.migrations import HEAD
from models.store.refusals import DiskFull, DiskTrouble
from tests.conftest import PASSPHRASE
from tests.models.store.hands import add_centre, rename, shown, under

HEADER = (
    'revision = "{new}"\ndown_revision = "{old}"\nimport sqlalchemy as sa\nfrom alembic import op\n'
)
BATCH = (
    HEADER
    + """
def upgrade() -> None:
    with op.batch_alter_table("centre") as batch:
        batch.alter_column("legal_form", type_=sa.String(61), existing_type=sa.String(60))
    with op.batch_alter_table("contact") as batch:
        batch.create_index("ix_contact_email", ["email"])
"""
)
POWER_CUT = BATCH + "    raise RuntimeError('the power goes in the middle of a step')\n"
ASTRAY = HEADER + "\ndef upgrade() -> None:\n    op.execute('DELETE FROM centre')\n"


def steps():
    return sorted(path.name.split("_")[0] for path in (migrate.FOLDER / "versions").glob("0*.py"))


def test_head_is_the_newest_step_of_the_folder():
    assert HEAD == steps()[-1]
    assert steps() == [f"{number:04}" for number in range(1, len(steps()) + 1)]


def test_every_step_of_the_folder_is_known_and_no_other():
    assert all(migrate.known(step) for step in steps())
    assert not migrate.known("9999")
    assert not migrate.known("")


def test_a_migrated_file_is_like_what_the_entities_say(store):
    with store._writing.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": migrate.same_type,
                "include_object": migrate.wanted_object,
                "render_as_batch": True,
            },
        )
        assert compare_metadata(context, migrate.whole()) == []
        connection.rollback()


@pytest.fixture
def tomorrow(tmp_path, monkeypatch):
    """A folder with one step more than today's, as the next version will bring it."""

    def grow(text):
        folder = tmp_path / "migrations"
        shutil.copytree(migrate.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
        new = f"{int(HEAD) + 1:04}"
        step = folder / "versions" / f"{new}_tomorrow.py"
        step.write_text(text.format(new=new, old=HEAD))
        monkeypatch.setattr(migrate, "FOLDER", folder)
        monkeypatch.setattr(migrate, "HEAD", new)

    return grow


@pytest.fixture
def older(store):
    """A closed file of today's layout, with a centre, its contact, and a step undone."""
    from models.centres.entities import ContactPerson

    centre = add_centre(store, legal_name="Loopbaanhuis Één")
    with store.change("Add contact") as session:
        session.add(ContactPerson(centre_id=centre, last_name="Maes"))
    rename(store, centre, "Kompas vzw")
    store.undo()
    rows = shown(store)
    store.close()
    return store.path, rows


def backups(path):
    return sorted(each for each in path.parent.glob("*.waarmerk") if each != path)


def searched(store, word):
    from sqlalchemy import text

    from models.store.search import matching

    with store.look() as session:
        sql, values = matching("centre", word)
        return len(session.execute(text(sql), values).all())


def test_a_migration_keeps_rows_journal_undo_and_search(older, terms, tomorrow):
    path, rows = older
    tomorrow(BATCH)
    store = open_file(path, PASSPHRASE, terms)
    try:
        assert shown(store) == rows
        assert store.verify().whole
        assert searched(store, "loopbaanhuis een") == 1
        with store._reading.connect() as connection:
            triggers = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'centre'"
            ).scalars()
            assert {*triggers} == {
                f"{SEARCHED.table}_search_{part}" for part in ("new", "edit", "gone")
            }
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
        with store._writing.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
            connection.rollback()
        store.redo()
        assert searched(store, "kompas") == 1
        assert searched(store, "loopbaanhuis") == 0
    finally:
        store.close()


def test_the_older_file_is_kept_beside_it(older, terms, tomorrow, monkeypatch):
    path, rows = older
    with monkeypatch.context() as later:
        tomorrow(BATCH)
        open_file(path, PASSPHRASE, terms).close()
        (kept,) = backups(path)
        assert HEAD in kept.name
        open_file(path, PASSPHRASE, terms).close()
        assert backups(path) == [kept]  # once, not at every open
        later.undo()
    with under(kept, keys.unlock(kept, PASSPHRASE)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)


def test_an_earlier_backup_is_never_written_over(older, terms, tomorrow):
    path, _ = older
    first = path.with_name(f"{path.stem}-{HEAD}{path.suffix}")
    first.write_bytes(b"van vroeger")
    tomorrow(BATCH)
    open_file(path, PASSPHRASE, terms).close()
    assert first.read_bytes() == b"van vroeger"
    assert len(backups(path)) == 2


@pytest.mark.parametrize("text", [POWER_CUT, ASTRAY])
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    older, terms, tomorrow, monkeypatch, text
):
    path, rows = older
    tomorrow(text)
    with pytest.raises(RuntimeError):
        open_file(path, PASSPHRASE, terms)
    monkeypatch.setattr(migrate, "HEAD", HEAD)
    monkeypatch.setattr(migrate, "FOLDER", Path(migrate.__file__).parent / "migrations")
    store = open_file(path, PASSPHRASE, terms)
    try:
        assert shown(store) == rows
        assert store.verify().whole
    finally:
        store.close()


def test_without_room_for_the_backup_nothing_is_migrated(older, terms, tomorrow):
    from tests.models.store.test_file import room

    path, _ = older
    before = path.read_bytes()
    tomorrow(BATCH)
    with room(8000), pytest.raises((DiskFull, DiskTrouble)):
        open_file(path, PASSPHRASE, terms)
    assert path.read_bytes() == before
    assert backups(path) == []


def test_a_new_step_can_be_proposed_from_the_entities(tmp_path, tomorrow, monkeypatch):
    """What the developers' command writes for entities that did not change: an empty step."""
    from sqlalchemy import create_engine

    tomorrow(HEADER + "\ndef upgrade() -> None:\n    pass\n")
    with create_engine("sqlite://").connect() as connection:
        migrate.upgrade(connection)
        config = migrate._config(connection)
        command.check(config)
