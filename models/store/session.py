"""The session of one change: it journals what it flushes, and refuses what would slip past."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NoReturn, TypeVar
from uuid import UUID

from sqlalchemy import TextClause, event, select
from sqlalchemy import inspect as look_into
from sqlalchemy.orm import (
    Mapper,
    ORMExecuteState,
    Session,
    UOWTransaction,
    with_loader_criteria,
)

from models.kernel.ids import IdClock
from models.store.entity import Entity
from models.store.gate import DELETED
from models.store.lines import AT_ONCE, Edit, Key, Pen
from models.store.purge import Erased, erase
from models.store.rows import materialise
from models.store.tables import kept, step

T = TypeVar("T", bound=Entity)
BULK = "Change rows through entities, so that the journal sees it."


class LookSession(Session):
    """Reads one quiet moment; rows marked as deleted are not there."""

    def with_deleted(self, kind: type[T], row: UUID) -> T | None:
        """A row by its id, also when it was deleted."""
        with self.no_autoflush:
            return self.get(kind, row, execution_options={"with_deleted": True})


class ChangeSession(LookSession):
    """Changes rows through entities, and writes each change down."""

    def begin_step(self, words: Mapping[str, Any], pen: Pen, clock: IdClock) -> None:
        self._words = dict(words)
        self._pen = pen
        self._clock = clock
        self.step: UUID = clock.tick()
        self._known: dict[tuple[type[Entity], UUID], Any] = {}
        self.touched: defaultdict[str, set[UUID]] = defaultdict(set)
        self.erased: list[Erased] = []
        """What was destroyed in this step; the store cleans up after it."""

    def delete(self, instance: object) -> None:
        """Rows are never erased: they are marked."""
        if not isinstance(instance, Entity):
            raise TypeError(f"{type(instance).__name__} is not an entity")
        instance.deleted = True

    def purge(self, rows: Iterable[Key], past_of: Iterable[Key] = ()) -> int:
        """Destroy these rows for good, removed ones too; gives how many held anything still.

        Rows of `past_of` stay as they stand, and lose all that was written of them before. Only in
        a step that says it cannot be undone. See `models.store.purge`.
        """
        if self._words["undoable"]:
            raise TypeError("A purge cannot be undone: begin its step with undoable=False.")
        self.flush()
        self.write_step([])
        found = erase(self.connection(), self._pen, self.step, rows, past_of)
        for table, row in found.rows:
            self.touched[table].add(row)
        self.touched[step.name].update(found.steps)
        self.erased.append(found)
        self._known.clear()
        self.expire_all()
        return len(found.rows)

    def prefetch(self, kind: type[T], rows: Iterable[UUID]) -> None:
        """Read at once what `put` would ask for one by one; for imports of many rows."""
        wanted = [row for row in dict.fromkeys(rows) if (kind, row) not in self._known]
        for start in range(0, len(wanted), AT_ONCE):
            part = wanted[start : start + AT_ONCE]
            question = select(kind).where(kind.id.in_(part))
            with self.no_autoflush:
                found = self.scalars(question, execution_options={"with_deleted": True})
            self._known.update(dict.fromkeys((kind, row) for row in part))
            self._known.update(((kind, entity.id), entity) for entity in found)

    def fetched(self, kind: type[T], row: UUID) -> T | None:
        """The living row as `prefetch` read it or `put` made it, without asking the file again."""
        found: T | None = self._known.get((kind, row))
        return None if found is None or found.deleted else found

    def put(self, kind: type[T], row: UUID, /, **values: Any) -> T:
        """The row with this natural id: made when it is new, revived when it was deleted.

        A revived row holds what is given and nothing of before; a living one keeps the rest.
        """
        if (kind, row) not in self._known:
            self._known[kind, row] = self.with_deleted(kind, row)
        found: T | None = self._known[kind, row]
        if found is None:
            found = self._known[kind, row] = kind(id=row, **values)
            self.add(found)
            return found
        if found.deleted:
            found.deleted = False
            values = {**_nothing(found), **values}
        for name, value in values.items():
            if getattr(found, name) != value:
                setattr(found, name, value)
        return found

    def commit(self) -> NoReturn:
        """A step is committed whole, when its `with` ends."""
        raise TypeError("A step is kept when its `with` ends, not before.")

    def bulk_save_objects(self, *_: object, **__: object) -> NoReturn:
        raise TypeError(BULK)

    def bulk_insert_mappings(self, *_: object, **__: object) -> NoReturn:
        raise TypeError(BULK)

    def bulk_update_mappings(self, *_: object, **__: object) -> NoReturn:
        raise TypeError(BULK)

    def write_step(self, edits: list[Edit]) -> None:
        """Chain these edits to the journal; the first of a step brings the step itself along."""
        if not self.touched:
            edits = [(step.name, self.step, self._words), *edits]
        past = self._pen.write(self.step, edits)
        for table, row, _ in edits:
            self.touched[table].add(row)
        if (step.name, self.step) in past:
            materialise(self.connection(), [(step.name, self.step)], past)

    def write_rows(self, edits: list[Edit]) -> None:
        """As `write_step`, for rows that no entity holds: the tables follow the journal."""
        if not edits:
            return
        self.write_step([])
        past = self._pen.write(self.step, edits)
        for table, row, _ in edits:
            self.touched[table].add(row)
        materialise(self.connection(), [(table, row) for table, row, _ in edits], past)


def _nothing(entity: Entity) -> dict[str, None]:
    """Every field that may be empty, emptied."""
    columns = entity.__table__.c
    return {column.key: None for column in columns if column.nullable and column.key != DELETED}


@event.listens_for(ChangeSession, "before_flush")
def _give_ids(session: Session, _flush: UOWTransaction, _instances: object) -> None:
    assert isinstance(session, ChangeSession)  # noqa: S101 - the listener hears no other
    if session.deleted:
        raise TypeError("Rows are marked as deleted, never erased.")
    for entity in session.new:
        if isinstance(entity, Entity) and entity.id is None:
            entity.id = session._clock.tick()  # noqa: SLF001 - one and the same room


@event.listens_for(ChangeSession, "after_flush")
def _write_down(session: Session, _flush: UOWTransaction) -> None:
    assert isinstance(session, ChangeSession)  # noqa: S101
    edits = [*_born(session), *_edited(session)]
    if edits:
        order = {name: place for place, name in enumerate(kept())}
        session.write_step(sorted(edits, key=lambda edit: order[edit[0]]))


def _born(session: Session) -> list[Edit]:
    edits: list[Edit] = []
    for entity in session.new:
        state = look_into(entity)
        told = {
            name: value
            for name in _names(state.mapper)
            if (value := state.dict.get(name)) is not None
            and not (name == DELETED and value is False)
        }
        edits.append((str(entity.__tablename__), entity.id, told))
    return edits


def _edited(session: Session) -> list[Edit]:
    edits: list[Edit] = []
    for entity in session.dirty:
        state = look_into(entity)
        values = {
            name: getattr(entity, name)
            for name in _names(state.mapper)
            if state.attrs[name].history.has_changes()
        }
        if values:
            edits.append((str(entity.__tablename__), entity.id, values))
    return edits


@cache
def _names(mapper: Mapper[Any]) -> tuple[str, ...]:
    return tuple(column.key for column in mapper.column_attrs if column.key != "id")


@event.listens_for(LookSession, "do_orm_execute", propagate=True)
def _guard(state: ORMExecuteState) -> None:
    """Hide deleted rows; refuse bulk statements, which would leave no trace."""
    if not state.is_select and not _asks(state.statement):
        raise TypeError(BULK)
    if state.is_select and not state.is_column_load and not _wants_deleted(state):
        state.statement = state.statement.options(
            with_loader_criteria(Entity, lambda kind: kind.deleted.is_(False), include_aliases=True)
        )


def _asks(statement: object) -> bool:
    return isinstance(statement, TextClause) and statement.text.lstrip()[:6].upper() == "SELECT"


def _wants_deleted(state: ORMExecuteState) -> bool:
    return bool(state.execution_options.get("with_deleted"))
