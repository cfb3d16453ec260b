"""What an office has set, one row a setting, so that two officers can each set another."""

from __future__ import annotations

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.entity import Entity


class Setting(Entity):
    """One setting as text; its type and default are declared in values."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(60))
    value: Mapped[str | None] = mapped_column(Text)
