"""What the tests of the store do by hand: make a centre, look at the tables, reach under them."""

from collections.abc import Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import select

from models.centres.entities import CareerCentre
from models.kernel.ids import IdClock
from models.kernel.words import fold
from models.store import keys
from models.store.lines import Pen
from models.store.rows import materialise
from models.store.store import Store
from models.store.tables import kept
from tests.conftest import NOW, PASSPHRASE

ZON = {"enterprise_number": "0566988259", "legal_name": "Zonnewijzer Loopbaanadvies"}


def add_centre(store: Store, **facts: Any) -> UUID:
    with store.change("Add centre") as session:
        centre = CareerCentre(**{**ZON, **facts})
        session.add(centre)
        session.flush()
        return centre.id


def rename(store: Store, centre: UUID, name: str, **how: Any) -> None:
    with store.change("Rename centre", **how) as session:
        session.get_one(CareerCentre, centre).legal_name = name


def remove(store: Store, centre: UUID) -> None:
    with store.change("Delete centre") as session:
        session.delete(session.get_one(CareerCentre, centre))


def name_of(store: Store, centre: UUID) -> str | None:
    """None when the centre is not there to see."""
    with store.look() as session:
        return session.scalar(select(CareerCentre.legal_name).where(CareerCentre.id == centre))


def shown(store: Store) -> dict[str, dict[UUID, Mapping[str, Any]]]:
    """Every row that is not deleted, of every table of the trade."""
    found = {}
    with store._reading.connect() as connection:
        for name, table in kept().items():
            if name != "step":
                rows = connection.execute(select(table).where(table.c.deleted.is_(False)))
                found[name] = {row["id"]: dict(row) for row in rows.mappings()}
    return found


def counts(store: Store) -> dict[str, int]:
    """How many rows every table of the file holds, the journal's included."""
    with store._reading.connect() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%'"
        ).scalars()
        return {
            name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
            for name in names
        }


def elsewhere(store: Store, *edits: tuple[str, UUID, Mapping[str, Any]]) -> None:
    """Lines that another laptop wrote, arrived here in one exchange."""
    clock = IdClock(lambda: NOW)
    with store._reading.connect() as connection:
        for line in connection.exec_driver_sql("SELECT max(id) FROM change").scalars():
            clock.saw(UUID(bytes=line))
    with store._writing.begin() as connection:
        past = Pen(connection, uuid4(), "Joris Peeters", clock).write(clock.tick(), list(edits))
        materialise(connection, [(table, row) for table, row, _ in edits], past)


@contextmanager
def under(path, key=None):
    """A connection beneath the house, for who tampers: nothing of ours watches it."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    key = key or keys.unlock(path, PASSPHRASE)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.create_function("folded", 1, fold, deterministic=True)
    try:
        yield connection
    finally:
        connection.close()
