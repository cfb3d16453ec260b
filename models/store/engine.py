"""Connections to one encrypted file, and the world's refusals in plain sentences."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, NoResultFound, OperationalError
from sqlalchemy.pool import QueuePool, StaticPool

from models.kernel.errors import Gone
from models.kernel.words import fold
from models.store import dialect
from models.store.refusals import DiskFull, DiskTrouble, FileBusy, FileDamaged, PlaceForbidden

PLAIN_HEAD = b"SQLite format 3\x00"
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # NORMAL loses commits when the power goes
    "foreign_keys=ON",
    "busy_timeout=15000",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "cache_size=-16000",
)


def open_engine(path: Path, key: bytes, *, reading: bool = False) -> Engine:
    """An engine over SQLCipher; `reading` gives connections that cannot write.

    The key never stands in an address or a log.
    """
    import sqlcipher3.dbapi2 as sqlcipher

    def connect() -> Any:
        connection = sqlcipher.connect(
            str(path), isolation_level=None, check_same_thread=False, timeout=15
        )
        connection.execute("PRAGMA cipher_log_level=NONE")  # what it says, our errors say
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if reading:
            connection.execute("PRAGMA query_only=ON")
        connection.create_function("folded", 1, fold, deterministic=True)
        return connection

    engine = create_engine(
        f"{dialect.NAME}://",
        module=sqlcipher,
        creator=connect,
        execution_options={"compiled_cache": dialect.COMPILED},
        poolclass=QueuePool,
        pool_size=3 if reading else 1,
        max_overflow=2,
        hide_parameters=True,  # an error must never carry what stands in a record
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def memory_engine() -> Engine:
    """An engine over one database that lives in memory and never touches a disk."""
    import sqlcipher3.dbapi2 as sqlcipher

    connection = sqlcipher.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA temp_store=MEMORY")
    connection.create_function("folded", 1, fold, deterministic=True)
    return create_engine(
        f"{dialect.NAME}://",
        module=sqlcipher,
        creator=lambda: connection,
        execution_options={"compiled_cache": dialect.COMPILED},
        poolclass=StaticPool,
        hide_parameters=True,
    )


def is_plain(path: Path) -> bool:
    """Whether the file lies open: a forgotten key silently makes such a file."""
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEAD)) == PLAIN_HEAD


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Foreign errors, translated once, at the wall."""
    try:
        yield
    except NoResultFound as error:
        raise Gone from error
    except OperationalError as error:
        raise _world(str(error.orig), path) from error
    except DatabaseError as error:
        if "malformed" in str(error.orig) or "not a database" in str(error.orig):
            raise FileDamaged(path=path.name) from error
        raise


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """What the disk says while a file is made, copied or looked at, in our sentences."""
    import sqlcipher3.dbapi2 as sqlcipher

    try:
        yield
    except sqlcipher.DatabaseError as error:
        raise _world(str(error), path) from error
    except PermissionError as error:
        raise PlaceForbidden(field="path", path=path.parent) from error
    except OSError as error:
        if error.errno == errno.EROFS:
            raise PlaceForbidden(field="path", path=path.parent) from error
        if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
            raise DiskFull from error
        raise DiskTrouble(reason=error.strerror or str(error)) from error


def _world(reason: str, path: Path) -> Exception:
    if "full" in reason:
        return DiskFull()
    if "readonly" in reason or "unable to open" in reason:
        return PlaceForbidden(field="path", path=path.parent)
    if "locked" in reason or "busy" in reason:
        return FileBusy()
    if "malformed" in reason or "not a database" in reason:
        return FileDamaged(path=path.name)
    return DiskTrouble(reason=reason)
