"""The tables of the journal itself, beside the tables of the trade."""

from functools import cache

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from models.store.entity import NAMES, Entity
from models.store.types import Instant, Uid

journal = MetaData(naming_convention=NAMES)

stream = Table(
    "stream",
    journal,
    Column("id", Uid, primary_key=True),
    Column("owner", String(80), nullable=False),
    Column("n", Integer, nullable=False),
    Column("last", Uid),
    Column("hash", LargeBinary(32), nullable=False),
)
change = Table(
    "change",
    journal,
    Column("stream", Uid, ForeignKey("stream.id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("id", Uid, nullable=False, unique=True),
    Column("step", Uid, nullable=False, index=True),
    Column("entity", String(40), nullable=False, index=True),
    Column("row", Uid, nullable=False, index=True),
    Column("actor", String(80), nullable=False),
    Column("schema", Integer, nullable=False),
    Column("payload", Text),  # nothing once purged; the chain keeps its hash
    Column("payload_hash", LargeBinary(32), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
)
step = Table(
    "step",
    journal,
    Column("id", Uid, primary_key=True),
    Column("deleted", Boolean, nullable=False, default=False),
    Column("stream", Uid, nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("who", String(80), nullable=False),
    Column("label", String(200), nullable=False),
    Column("subject", String(400), nullable=False),
    Column("why", Text, nullable=False),
    Column("kind", String(8), nullable=False),  # do | aside | undo | redo
    Column("of", Uid),  # the step that an undo or redo turns back
    Column("undoable", Boolean, nullable=False),
)
about = Table(
    "about",
    journal,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)


def kept() -> dict[str, Table]:
    """Every table that is a fold of the journal, parents before children."""
    return _kept(len(Entity.metadata.tables))


@cache
def _kept(_tables: int) -> dict[str, Table]:
    return {step.name: step} | {table.name: table for table in Entity.metadata.sorted_tables}


def groups_of(table: Table) -> dict[str, str]:
    """Fields that change together, as the entity declares in `info`."""
    found: dict[str, str] = table.info.get("groups", {})
    return found
