"""One open database: who may read, who may write, and what is told afterwards."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from threading import Lock, get_ident
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.orm import sessionmaker

from models.kernel.changes import Changes
from models.kernel.clock import Clock
from models.kernel.errors import Conflict, Refused, Unavailable
from models.kernel.ids import IdClock
from models.store import undo
from models.store.attachments import Contents
from models.store.engine import disk_errors, plain_errors
from models.store.lines import Pen
from models.store.purge import still_named
from models.store.search import Searchable, refill
from models.store.session import ChangeSession, LookSession
from models.store.tables import stream
from models.store.undo import Roads, Turn
from models.store.verify import Proof, marks_in, verify, with_contents

Listener = Callable[[Changes], None]


log = logging.getLogger(__name__)


class Store:
    """`look()` is one quiet moment to read; `change(label)` is one transaction, one step."""

    known_on: date | None = None
    """The day at whose end all of this was known; None for the file as it is now."""
    destroyed: int = 0
    """Rows known on that day that were destroyed since, and so are missing."""

    def __init__(
        self,
        path: Path,
        writing: Engine,
        reading: Engine,
        clock: Clock,
        own: UUID,
        who: str,
        contents: Contents,
        searched: tuple[Searchable, ...] = (),
    ) -> None:
        self.path = path
        self._searched = searched
        self.contents = contents
        """What attachments hold, beside the database."""
        self._reading = reading
        self._writing = writing
        self._looks = sessionmaker(reading, class_=LookSession, autoflush=False)
        self._changes = sessionmaker(writing, class_=ChangeSession)
        self._clock = clock
        self._ids = IdClock(clock)
        self._own = own
        self._login = who[:80]
        self.who = self._login
        """Whom the next steps are by."""
        self._listeners: list[Listener] = []
        self._one_writer = Lock()
        self._writer = 0
        self._close: Callable[[], None] = lambda: None
        self._closed = False
        self.saved_at: datetime | None = None
        """When the last change was safely on disk, in UTC."""
        self._roads = self._read_roads()

    def now(self) -> datetime:
        return self._clock()

    def sign_as(self, name: str) -> None:
        """Write this name to the steps from now on; without one, who signed in."""
        self.who = name.strip()[:80] or self._login

    def listen(self, listener: Listener) -> None:
        """Hear of every change after it is safely on disk."""
        self._listeners.append(listener)

    def on_close(self, close: Callable[[], None]) -> None:
        self._close = close

    @contextmanager
    def look(self) -> Iterator[LookSession]:
        """A session to read with. It sees one moment and can write nothing."""
        with plain_errors(self.path), self._looks() as session:
            yield session
            session.rollback()

    @contextmanager
    def change(
        self, label: str, subject: str = "", *, why: str = "", undoable: bool = True
    ) -> Iterator[ChangeSession]:
        """A session to change things with: all of it, or none, as one step.

        `label` is a message id that reads well after "Undo"; `subject` says of what.
        """
        with self._step(label, subject, why, "do", None, undoable=undoable) as session:
            yield session

    @contextmanager
    def aside(self, label: str, subject: str = "") -> Iterator[ChangeSession]:
        """A session to put something aside with, such as a draft: undo and redo pass it by."""
        with self._step(label, subject, "", "aside", None, undoable=False) as session:
            yield session

    def undo(self) -> Changes | None:
        """Turn back the newest step that still can be; None when there is none."""
        return self._turn("undo", self._roads.back)

    def redo(self) -> Changes | None:
        """Do again what was undone last; None when there is nothing."""
        return self._turn("redo", self._roads.forth)

    @property
    def next_undo(self) -> Turn | None:
        return self._roads.back[-1] if self._roads.back else None

    @property
    def next_redo(self) -> Turn | None:
        return self._roads.forth[-1] if self._roads.forth else None

    def verify(self) -> Proof:
        """Chain whole, tables equal to the fold, every content there and unchanged."""
        with plain_errors(self.path), self._reading.connect() as connection:
            found, marks = verify(connection), marks_in(connection)
        return with_contents(found, marks, self.contents.state)

    def close(self) -> None:
        """Let the file go: one file again, nothing beside it but its key. Twice does no harm."""
        close, self._close = self._close, lambda: None
        if self._closed:
            return
        self._closed = True
        try:
            self._reading.dispose()
            with suppress(Unavailable), plain_errors(self.path), disk_errors(self.path):
                self._take_in_log()
        finally:
            self._writing.dispose()
            close()

    def _take_in_log(self, *, rewrite: bool = False) -> None:
        """Without room the log stays beside the file, safe, and is taken in at the next open.

        `rewrite` writes the whole file anew first, so that no page keeps a rest of what it held.
        """
        with self._writing.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None  # noqa: S101 - a checked-out connection has one
            if rewrite:
                raw.execute("VACUUM")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _forget_words(self, session: ChangeSession) -> None:
        """No word of what was destroyed may stay in an index."""
        gone = {name for each in session.erased for name, _ in each.rows}
        stale = tuple(
            one
            for one in self._searched
            if gone & {one.table, *(other.table for other in one.beside)}
        )
        refill(session.connection(), stale)

    def _clean_up(self, contents: set[str]) -> None:
        """After a purge: contents nobody names, pages that held something, roads to nowhere.

        What was destroyed is destroyed already: what the disk refuses here is logged, and left
        for the next cleaning of the file.
        """
        self._roads = self._read_roads()
        try:
            with plain_errors(self.path), self._reading.connect() as connection:
                unnamed = contents - still_named(connection, contents)
            for mark in unnamed:
                self.contents.drop(mark)
            with plain_errors(self.path), disk_errors(self.path):
                self._take_in_log(rewrite=True)
        except (Unavailable, Refused) as error:
            log.warning("After a purge: %s", type(error).__name__)

    def _turn(self, kind: str, road: list[Turn]) -> Changes | None:
        if not road:
            return None
        turn = road[-1]
        with self._step(turn.label, turn.subject, "", kind, turn.step, undoable=True) as session:
            if road[-1:] != [turn]:  # another thread took this way first
                raise Conflict
            session.write_rows(undo.reversal(session.connection(), turn.step))
            changes_made = session
        return _told(changes_made, turn.label, kind, undoable=True)

    @contextmanager
    def _step(
        self,
        label: str,
        subject: str,
        why: str,
        kind: str,
        of: UUID | None,
        *,
        undoable: bool,
    ) -> Iterator[ChangeSession]:
        with self._alone():
            with plain_errors(self.path), self._changes() as session, session.begin():
                words = {
                    "stream": self._own,
                    "at": self.now(),
                    "who": self.who,
                    "label": label,
                    "subject": subject[:400],
                    "why": why,
                    "kind": kind,
                    "of": of,
                    "undoable": undoable,
                }
                pen = Pen(session.connection(), self._own, self.who, self._ids)
                session.begin_step(words, pen, self._ids)
                yield session
                session.flush()
                self._forget_words(session)
                if of is not None and not session.touched:
                    session.write_step([])
            if not session.touched:
                return
            turn = Turn(session.step, label, subject)
            self._roads.pass_by(turn, kind, of, undoable=undoable)
            self.saved_at = self.now()
            if session.erased:
                self._clean_up({mark for each in session.erased for mark in each.contents})
        self._tell(_told(session, label, kind, undoable=undoable))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One step at a time; a step within a step would wait for itself for ever."""
        if self._writer == get_ident():
            raise RuntimeError("A step was begun inside a step: one wish is one step.")
        with self._one_writer:
            self._writer = get_ident()
            try:
                yield
            finally:
                self._writer = 0

    def _tell(self, changes: Changes) -> None:
        """What is on disk stays done: a listener's mistake is logged, and the others still hear."""
        for listener in self._listeners:
            try:
                listener(changes)
            except Exception:
                log.exception("Bug in a listener")

    def _read_roads(self) -> Roads:
        with plain_errors(self.path), self._reading.connect() as connection:
            for last in connection.scalars(select(stream.c.last)):
                if last is not None:
                    self._ids.saw(last)
            return undo.roads(connection, self._own)


def _told(session: ChangeSession, label: str, kind: str, *, undoable: bool) -> Changes:
    rows = {table: frozenset(ids) for table, ids in session.touched.items()}
    return Changes(session.step, label, rows, undoable, kind)
