"""What somebody said of two centres that look alike."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.store.entity import Entity


class KnownApart(Entity):
    """Somebody looked and said: these are two. The id follows from both; `first` sorts first."""

    __tablename__ = "known_apart"

    first_id: Mapped[UUID] = mapped_column(
        ForeignKey("centre.id", deferrable=True, initially="DEFERRED"), index=True
    )
    second_id: Mapped[UUID] = mapped_column(
        ForeignKey("centre.id", deferrable=True, initially="DEFERRED"), index=True
    )
