"""Letters on the desk: which letter, about what, and the places the officer filled in."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.centres.entities import OfCentre
from models.store.entity import Entity


class Letter(OfCentre, Entity):
    """One letter. What it says follows from its template, its facts and its typed places."""

    __tablename__ = "letter"

    kind: Mapped[str] = mapped_column(String(60))
    template_version: Mapped[int]
    check_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("dossier_check.id", deferrable=True, initially="DEFERRED"), index=True
    )
    mandate_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("mandate.id", deferrable=True, initially="DEFERRED"), index=True
    )
    decision_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("decision.id", deferrable=True, initially="DEFERRED"), index=True
    )
    reference: Mapped[str] = mapped_column(String(40), index=True)
    letter_date: Mapped[date | None]


class LetterPlace(Entity):
    """A place of a letter that the officer wrote; its id follows from letter and key."""

    __tablename__ = "letter_place"

    letter_id: Mapped[UUID] = mapped_column(
        ForeignKey("letter.id", deferrable=True, initially="DEFERRED"), index=True
    )
    key: Mapped[str] = mapped_column(String(60))
    text: Mapped[str | None] = mapped_column(Text)
