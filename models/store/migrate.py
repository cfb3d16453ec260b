"""From an older layout to today's: Alembic, driven from code, with a backup first."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, MetaData, String
from sqlalchemy.types import TypeEngine

from models.store.entity import Entity
from models.store.migrations import HEAD
from models.store.tables import journal
from models.store.types import Choice, Instant, Uid

FOLDER = Path(__file__).parent / "migrations"


def version(connection: Connection) -> str | None:
    """The layout of an open file; None for a file without tables."""
    found = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    ).first()
    if found is None:
        return None
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return None if row is None else str(row[0])


def known(layout: str) -> bool:
    """Whether this program knows that layout; a newer one it does not."""
    return layout in {path.name.split("_")[0] for path in (FOLDER / "versions").glob("0*.py*")}


def upgrade(connection: Connection) -> None:
    """Bring an open file to today's layout."""
    from alembic import command

    command.upgrade(_config(connection), "head")


@contextmanager
def one_move(connection: Connection) -> Iterator[None]:
    """All steps of a migration, or none; the connection must not be in a transaction yet.

    Alembic makes a table anew under another name: meanwhile references dangle, by design. They
    are checked before anything is kept; one that leads nowhere takes the whole move back.
    """
    raw: Any = connection.connection.dbapi_connection
    raw.execute("PRAGMA foreign_keys=OFF")  # heard only outside a transaction
    try:
        with connection.begin():
            _silence_search(connection)
            yield
            astray = raw.execute("PRAGMA foreign_key_check").fetchone()
            if astray is not None:
                raise RuntimeError(f"A migration left {astray[0]} without its {astray[2]}.")
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _silence_search(connection: Connection) -> None:
    """Triggers that keep the index would stumble over a table in the making; opening makes them."""
    wanted = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND instr(name, '_search_')"
    for name in connection.exec_driver_sql(wanted).scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def is_today(layout: str | None) -> bool:
    return layout == HEAD


def write_step(connection: Connection, message: str, number: str) -> None:
    """Propose the next step from what entities say today; for developers."""
    from alembic import command

    command.revision(_config(connection), message, autogenerate=True, rev_id=number)


def whole() -> MetaData:
    """Every table of the file: of the journal and of the trade."""
    together = MetaData()
    for metadata in (journal, Entity.metadata):
        for table in metadata.sorted_tables:
            table.to_metadata(together)
    return together


def wanted_object(_thing: object, name: str | None, kind: str, *_: object) -> bool:
    """Search tables are an index made at open, not a part of the layout."""
    return kind != "table" or "_search" not in (name or "")


def shown_type(kind: str, thing: Any, _context: object) -> str | Literal[False]:
    """How a migration writes our own types: it never needs an enum of the trade."""
    if kind != "type":
        return False
    if isinstance(thing, Choice):
        return f"sa.String({thing.longest})"
    if isinstance(thing, Uid | Instant):
        return f"{type(thing).__name__}()"
    return False


def same_type(_context: object, _inspected: object, _column: object, there: Any, here: Any) -> bool:
    """True when the types differ; text of a choice is text."""
    return _plain_type(there) != _plain_type(here)


def _plain_type(kind: TypeEngine[Any]) -> str:
    if isinstance(kind, Choice):
        kind = String(40)
    if isinstance(kind, Uid):
        return "BLOB"
    if isinstance(kind, Instant):
        return "CHAR(24)"
    return str(kind.compile())


def _config(connection: Connection) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["metadata"] = whole()
    config.attributes["include_object"] = wanted_object
    return config
