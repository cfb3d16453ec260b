"""Measurements of satisfaction of one centre over one period."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.centres.entities import OfCentre
from models.store.entity import Entity


class SatisfactionMeasurement(OfCentre, Entity):
    """How many users answered and how many of them were satisfied (PRODUCT.md S13)."""

    __tablename__ = "satisfaction"

    period_from: Mapped[date]
    period_to: Mapped[date] = mapped_column(index=True)
    invited: Mapped[int | None]
    respondents: Mapped[int]
    satisfied: Mapped[int]
    source: Mapped[str | None] = mapped_column(String(200))
    remark: Mapped[str | None] = mapped_column(Text)
