"""The file as it was known at the end of a day: the journal folded up to then, in memory only.

Only what was written down by that moment counts, whatever date it speaks of. The past can be
looked at with the same sessions and the same controllers as today; nothing in it can be changed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from threading import RLock
from typing import NoReturn
from uuid import UUID

from sqlalchemy import Connection, Engine, bindparam, func, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import sessionmaker
from sqlalchemy.schema import CreateTable

from models.kernel.changes import Changes
from models.kernel.errors import Gone, Refused
from models.kernel.text import N_
from models.store.attachments import Contents, Source
from models.store.circle import circle, shared
from models.store.engine import memory_engine, plain_errors
from models.store.lines import Key
from models.store.recall import Recalled, write_down
from models.store.search import Searchable, rebuild
from models.store.session import ChangeSession, LookSession
from models.store.store import Listener, Store
from models.store.tables import change, kept, step, stream
from models.store.undo import Turn
from models.store.verify import Proof

_FIRST = (
    select(func.min(step.c.at))
    .join(change, change.c.step == step.c.id)
    .where(change.c.row == bindparam("row"))
)


class PastStandsFast(Refused):
    sentence = N_(
        "This is the file as it was known on {day}: it can be read, not changed. Go back to now"
        " first."
    )


class DayToCome(Refused):
    sentence = N_(
        "{day} is still to come, so nothing is known from that day. Choose today or an earlier day."
    )


class NotKnownYet(Refused):
    sentence = N_(
        "On {day} nothing of this was known yet: it was first written down on {first}. Choose that"
        " day or a later one."
    )


class NotThereThen(Refused):
    sentence = N_(
        "On {day} this had been removed from the file, or merged into another. Choose an earlier"
        " day."
    )


class DestroyedSince(Refused):
    sentence = N_(
        "What was known of this on {day} has been destroyed since, as the rules for keeping records"
        " ask. The statement of destruction is what remains."
    )


def end_of(day: date) -> datetime:
    """The last moment of this day, by the clock on the wall."""
    midnight = datetime.combine(day + timedelta(days=1), time()).astimezone()
    return midnight.astimezone(UTC) - timedelta(milliseconds=1)


class PastContents(Contents):
    """What attachments held then: read as they are kept; nothing is stored or erased."""

    def __init__(self, present: Contents, day: date) -> None:
        vars(self).update(vars(present))
        self._day = day

    def keep(self, source: Source) -> NoReturn:
        del source
        raise PastStandsFast(day=self._day)

    def drop(self, sha256: str) -> NoReturn:
        del sha256
        raise PastStandsFast(day=self._day)


class PastStore(Store):
    """What was known of one thing at the end of a day. Looks only; every change is refused."""

    def __init__(self, present: Store, engine: Engine, day: date, destroyed: int) -> None:
        self.path = present.path
        self.contents = PastContents(present.contents, day)
        self.who = present.who
        self.saved_at = None
        self.known_on = day
        self.destroyed = destroyed
        self._engine = engine
        self._moment = end_of(day)
        self._looks = sessionmaker(engine, class_=LookSession, autoflush=False)
        self._one_reader = RLock()  # there is one connection: the memory it holds is its own

    def now(self) -> datetime:
        """The last moment of that day, so that every state is derived for it."""
        return self._moment

    @contextmanager
    def look(self) -> Iterator[LookSession]:
        with self._one_reader, plain_errors(self.path), self._looks() as session:
            yield session

    @contextmanager
    def change(
        self, label: str, subject: str = "", *, why: str = "", undoable: bool = True
    ) -> Iterator[ChangeSession]:
        del label, subject, why, undoable
        self._refuse()
        yield

    def undo(self) -> Changes | None:
        self._refuse()

    def redo(self) -> Changes | None:
        self._refuse()

    @property
    def next_undo(self) -> Turn | None:
        return None

    @property
    def next_redo(self) -> Turn | None:
        return None

    def verify(self) -> Proof:
        """The past is a part of the journal: only the whole file can be proved."""
        self._refuse()

    def listen(self, listener: Listener) -> None:
        """The past has no news."""

    def sign_as(self, name: str) -> None:
        """Nobody signs anything here."""

    def close(self) -> None:
        """Forget it. Twice does no harm."""
        with self._one_reader:
            self._engine.dispose()

    def _refuse(self) -> NoReturn:
        raise PastStandsFast(day=self.known_on)


def as_known(store: Store, subject: Searchable, row: UUID, day: date) -> PastStore:
    """What was known at the end of this day of one row and of all that belonged to it.

    Raises DayToCome, NotKnownYet, NotThereThen and DestroyedSince.
    """
    if day > store.now().astimezone().date():
        raise DayToCome(field="day", day=day)
    engine = memory_engine()
    with store.look() as session, engine.connect() as memory:
        connection = session.connection()
        found = _recalled(connection, (subject.table, row), day)
        for statement in _layout():
            memory.exec_driver_sql(statement)
        write_down(connection, found, memory)
        rebuild(memory, (subject,))
        memory.exec_driver_sql("PRAGMA query_only=ON")
    return PastStore(store, engine, day, len(found.destroyed))


def _recalled(connection: Connection, root: Key, day: date) -> Recalled:
    found = Recalled(end_of(day))
    found.take(connection, [root[1]])
    _check(connection, found, root, day)
    for rows in (*circle(connection, root).values(), *shared(connection).values()):
        found.take(connection, rows)
    while others := found.pointed_at():
        found.take(connection, others)
    return found


def _check(connection: Connection, found: Recalled, root: Key, day: date) -> None:
    """Raises the refusal that says why there is nothing to look at."""
    if root in found.destroyed:
        raise DestroyedSince(field="day", day=day)
    folded = found.rows.get(root)
    if folded is None:
        first = connection.scalar(_FIRST, {"row": root[1]})
        if first is None:
            raise Gone
        raise NotKnownYet(field="day", day=day, first=first.astimezone().date())
    if folded.deleted:
        raise NotThereThen(field="day", day=day)


@cache
def _layout() -> tuple[str, ...]:
    """The tables of the file; without indices, since what stands in them is little."""
    dialect = sqlite.dialect()
    tables = (stream, change, *kept().values())
    return tuple(str(CreateTable(table).compile(dialect=dialect)) for table in tables)
