"""One row for each file somebody added; the content is stored once, whatever its names."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.centres.entities import OfCentre
from models.store.entity import Entity
from models.store.types import ContentMark


class Attachment(OfCentre, Entity):
    """A file of a centre; `about_table` and `about_row` say of which of its things it is proof."""

    __tablename__ = "attachment"

    about_table: Mapped[str | None] = mapped_column(String(40))
    about_row: Mapped[UUID | None] = mapped_column(index=True)
    sha256: Mapped[str] = mapped_column(ContentMark(), index=True)
    name: Mapped[str] = mapped_column(String(255))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    received_on: Mapped[date | None]
    remark: Mapped[str | None] = mapped_column(Text)
