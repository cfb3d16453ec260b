"""Create a file, open one, bring it up to date, and copy it while it is in use."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DatabaseError

from models.kernel.clock import Clock
from models.store import keys, migrate
from models.store.engine import is_plain, open_engine, plain_errors
from models.store.lock import Hold
from models.store.place import check_place
from models.store.refusals import (
    FileDamaged,
    FileExists,
    FileMissing,
    FileTooNew,
    NotOurFile,
    PlaceForbidden,
)
from models.store.search import Searchable, rebuild
from models.store.store import Store
from models.store.tables import about

SUFFIX = ".waarmerk"


@dataclass(frozen=True, slots=True)
class Terms:
    """What opening needs besides the file: clock, worker, what is searched, cost of a guess."""

    clock: Clock
    who: str
    searched: tuple[Searchable, ...] = ()
    cost: keys.Cost | None = None


def create(path: Path, passphrase: str, terms: Terms) -> tuple[Store, str]:
    """A new, empty file. Gives the open store and the recovery key, which is shown once."""
    keys.check_passphrase(passphrase)
    check_place(path)
    if path.exists() or keys.key_path(path).exists():
        raise FileExists(field="path", path=path.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        key = keys.new_key()
        recovery = keys.lock_away(path, key, passphrase, terms.cost)
    except PermissionError as error:
        raise PlaceForbidden(field="path", path=path.parent) from error
    try:
        return _open(path, key, terms), recovery
    except BaseException:
        path.unlink(missing_ok=True)
        keys.key_path(path).unlink(missing_ok=True)
        raise


def open_file(path: Path, passphrase: str, terms: Terms) -> Store:
    """An existing file, by its passphrase. Every refusal leaves the file as it was."""
    _look_at(path)
    return _open(path, keys.unlock(path, passphrase), terms)


def recover(path: Path, recovery_key: str, passphrase: str, terms: Terms) -> Store:
    """An existing file, by its recovery key; the new passphrase takes the place of the lost one."""
    _look_at(path)
    keys.check_passphrase(passphrase)
    key = keys.recover(path, recovery_key)
    store = _open(path, key, terms)
    keys.change_passphrase(path, key, passphrase, terms.cost)
    return store


def copy(path: Path, key: bytes, target: Path) -> None:
    """A whole copy of a file in use, under the same key, with its key file."""
    import sqlcipher3.dbapi2 as sqlcipher

    source = sqlcipher.connect(str(path))
    copied = sqlcipher.connect(str(target))
    try:
        for connection in (source, copied):
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        source.backup(copied)
    finally:
        copied.close()
        source.close()
    keys.key_path(target).write_bytes(keys.key_path(path).read_bytes())


def _look_at(path: Path) -> None:
    if not path.is_file():
        raise FileMissing(field="path", path=path)
    check_place(path)
    if is_plain(path) or (not keys.key_path(path).exists() and path.suffix != SUFFIX):
        raise NotOurFile(field="path", path=path.name)


def _open(path: Path, key: bytes, terms: Terms) -> Store:
    hold = _hold(path, terms.clock)
    writing = open_engine(path, key)
    reading = open_engine(path, key, reading=True)
    try:
        with plain_errors(path):
            own = _prepare(path, key, writing, terms.searched)
            _check_encrypted(path)
        store = Store(path, writing, reading, terms.clock, own, terms.who)
    except BaseException as error:
        writing.dispose()
        reading.dispose()
        hold.let_go()
        if isinstance(error, DatabaseError | sqlite3.DatabaseError):
            raise FileDamaged(path=path.name) from error
        raise
    store.on_close(hold.let_go)
    return store


def _check_encrypted(path: Path) -> None:
    if is_plain(path):
        raise NotOurFile(path=path.name)


def _hold(path: Path, clock: Clock) -> Hold:
    try:
        return Hold(path, clock())
    except PermissionError as error:
        raise PlaceForbidden(field="path", path=path.parent) from error


def _prepare(path: Path, key: bytes, engine: Engine, searched: tuple[Searchable, ...]) -> UUID:
    with engine.connect() as connection:
        layout = migrate.version(connection)
        connection.rollback()
        if layout is not None and not migrate.known(layout):
            raise FileTooNew(path=path.name)
        if not migrate.is_today(layout):
            if layout is not None:
                copy(path, key, path.with_name(f"{path.stem}-{layout}{path.suffix}"))
            migrate.upgrade(connection)
            connection.commit()
        rebuild(connection, searched)
        own = _own_stream(connection, uuid4)
        connection.commit()
    return own


def _own_stream(connection: Connection, fresh: Callable[[], UUID]) -> UUID:
    """The stream this copy of the file writes; its number is given once."""
    found = connection.scalar(select(about.c.value).where(about.c.key == "stream"))
    if found is not None:
        return UUID(found)
    own = fresh()
    connection.execute(about.insert().values(key="stream", value=own.hex))
    return own
