"""The statements of what was destroyed; they outlive what they speak of."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.entity import Entity


class DestructionStatement(Entity):
    """What was destroyed, when, by whom and under which rule; never about whom."""

    __tablename__ = "destruction"

    reference: Mapped[str] = mapped_column(String(40), index=True)
    series: Mapped[str] = mapped_column(String(60))
    rule_reference: Mapped[str] = mapped_column(String(300))
    term_years: Mapped[int]
    term_ended_on: Mapped[date]
    described: Mapped[str] = mapped_column(Text)
    rows_count: Mapped[int]
    files_count: Mapped[int]
    destroyed_on: Mapped[date] = mapped_column(index=True)
    decided_by: Mapped[str] = mapped_column(String(120))
