"""Create a file, open one, bring it up to date, and copy it while it is in use."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DatabaseError

from models.kernel.clock import Clock
from models.store import attachments, envelope, keys, migrate
from models.store.attachments import Contents
from models.store.engine import PLAIN_HEAD, disk_errors, is_plain, open_engine, plain_errors
from models.store.lock import Hold
from models.store.place import check_place
from models.store.refusals import (
    FileDamaged,
    FileExists,
    FileMissing,
    FileTooNew,
    NotOurFile,
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
    """A new, empty file. Gives the open store and the recovery key, which is shown once.

    A failed attempt leaves nothing behind.
    """
    keys.check_passphrase(passphrase)
    with disk_errors(path):
        check_place(path)
        if path.exists() or keys.key_path(path).exists():
            raise FileExists(field="path", path=path.name)
        if attachments.folder_of(path).exists():
            raise FileExists(field="path", path=attachments.folder_of(path).name)
    made = [folder for folder in path.parents if not folder.exists()]
    with disk_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        hold = Hold(path, terms.clock())  # another Waarmerk making it too is refused, and untouched
    with _all_or_nothing(path, made), disk_errors(path):
        try:
            key = keys.new_key()
            recovery = keys.lock_away(path, key, passphrase, terms.cost)
        except BaseException:
            hold.let_go()
            raise
        return _open(path, key, terms, hold), recovery


def open_file(path: Path, passphrase: str, terms: Terms) -> Store:
    """An existing file, by its passphrase. Every refusal leaves the file as it was."""
    _look_at(path)
    key = keys.unlock(path, passphrase)
    return _open(path, key, terms, _hold(path, terms.clock))


def recover(path: Path, recovery_key: str, passphrase: str, terms: Terms) -> Store:
    """An existing file, by its recovery key; the new passphrase takes the place of the lost one."""
    _look_at(path)
    keys.check_passphrase(passphrase)
    key = keys.recover(path, recovery_key)
    store = _open(path, key, terms, _hold(path, terms.clock))
    try:
        with disk_errors(path):
            keys.change_passphrase(path, key, passphrase, terms.cost)
    except BaseException:
        store.close()
        raise
    return store


def copy(path: Path, key: bytes, target: Path) -> None:
    """A whole copy of a file in use, under the same key, with its key file and its attachments.

    The copy appears under its name only when it is complete.
    """
    import sqlcipher3.dbapi2 as sqlcipher

    fresh = target.with_name(f"{target.name}.new")
    with disk_errors(target):
        try:
            fresh.unlink(missing_ok=True)
            source, copied = sqlcipher.connect(str(path)), sqlcipher.connect(str(fresh))
            try:
                for connection in (source, copied):
                    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
                source.backup(copied)
            finally:
                copied.close()
                source.close()
            envelope.write(keys.key_path(target), envelope.read(keys.key_path(path)))
            attachments.copy_beside(path, target)
            fresh.replace(target)
        finally:
            _take_away(fresh)


@contextmanager
def _all_or_nothing(path: Path, made: Sequence[Path]) -> Iterator[None]:
    """Whatever was made on the way to a new file is taken away when it did not come to be."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            _take_away(path)
            envelope.remove(keys.key_path(path))
            path.with_name(f".{path.name}.lock").unlink(missing_ok=True)
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise


def _take_away(path: Path) -> None:
    for tail in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + tail).unlink(missing_ok=True)


def _look_at(path: Path) -> None:
    """Raises FileMissing, NotOurFile, FileDamaged or a refusal of its place; touches nothing."""
    with disk_errors(path):
        if not path.is_file():
            raise FileMissing(field="path", path=path)
        check_place(path)
        with path.open("r+b") as file:  # who may not write, hears it now and not at a change
            head = file.read(16)
        key = keys.key_path(path)
        with_key = key.exists() or envelope.spare_path(key).exists()
    if head == PLAIN_HEAD or (not with_key and (path.suffix != SUFFIX or _readable(head))):
        raise NotOurFile(field="path", path=path.name)
    if with_key and (len(head) < 16 or _readable(head)):
        raise FileDamaged(path=path.name)  # an empty file would become a new one, silently


def _readable(head: bytes) -> bool:
    """Ours begins with sixteen random bytes; text, PDF, ZIP and nothing at all do not."""
    return head.startswith((b"PK", b"%PDF")) or all(9 <= byte < 127 for byte in head)


def _open(path: Path, key: bytes, terms: Terms, hold: Hold) -> Store:
    writing = open_engine(path, key)
    reading = open_engine(path, key, reading=True)
    try:
        with plain_errors(path), disk_errors(path):
            own = _prepare(path, key, writing, terms.searched)
            _check_encrypted(path)
            contents = Contents(path, key)
        store = Store(path, writing, reading, terms.clock, own, terms.who, contents, terms.searched)
    except BaseException as error:
        writing.dispose()
        reading.dispose()
        hold.let_go()
        if isinstance(error, DatabaseError):
            raise FileDamaged(path=path.name) from error
        raise
    store.on_close(hold.let_go)
    return store


def _check_encrypted(path: Path) -> None:
    if is_plain(path):
        raise NotOurFile(path=path.name)


def _hold(path: Path, clock: Clock) -> Hold:
    with disk_errors(path):
        return Hold(path, clock())


def _prepare(path: Path, key: bytes, engine: Engine, searched: tuple[Searchable, ...]) -> UUID:
    with engine.connect() as connection:
        layout = migrate.version(connection)
        connection.rollback()
        if layout is not None and not migrate.known(layout):
            raise FileTooNew(path=path.name)
        if not migrate.is_today(layout):
            if layout is not None:
                copy(path, key, _unused(path, layout))
            with migrate.one_move(connection):
                migrate.upgrade(connection)
        rebuild(connection, searched)
        own = _own_stream(connection, uuid4)
        connection.commit()
    return own


def _unused(path: Path, layout: str) -> Path:
    """A name for the backup of an older layout; no earlier backup is written over."""
    for tail in ("", *(f"-{number}" for number in range(2, 1000))):
        name = path.with_name(f"{path.stem}-{layout}{tail}{path.suffix}")
        if not name.exists():
            return name
    raise FileExists(field="path", path=name.name)


def _own_stream(connection: Connection, fresh: Callable[[], UUID]) -> UUID:
    """The stream this copy of the file writes; its number is given once."""
    found = connection.scalar(select(about.c.value).where(about.c.key == "stream"))
    if found is not None:
        return UUID(found)
    own = fresh()
    connection.execute(about.insert().values(key="stream", value=own.hex))
    return own
