"""The mould of every table."""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import MetaData, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, mapped_column

from models.store.types import Uid

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Entity(DeclarativeBase):
    """A row that journals itself. It is never erased, only marked as deleted."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {UUID: Uid()}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    deleted: Mapped[bool] = mapped_column(default=False)


@event.listens_for(Entity, "after_mapper_constructed", propagate=True)
def _remember_old_values(mapper: Mapper[Entity], _class: type[Entity]) -> None:
    """Load the old value before a new one replaces it, so that the journal can tell both."""
    for column in mapper.column_attrs:
        column.active_history = True
