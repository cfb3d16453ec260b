"""The log of what was done with a centre, in the order it happened."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.actions.values import ActionKind, ContactMedium
from models.centres.entities import OfCentre
from models.store.entity import Entity
from models.store.types import Choice


class QualityAction(OfCentre, Entity):
    """One action at or with a centre; dossier checks are next door and not written here."""

    __tablename__ = "quality_action"

    kind: Mapped[ActionKind] = mapped_column(Choice(ActionKind))
    medium: Mapped[ContactMedium | None] = mapped_column(Choice(ContactMedium))
    day: Mapped[date] = mapped_column(index=True)
    hour: Mapped[str | None] = mapped_column(String(5))
    coaching: Mapped[bool | None]
    subject: Mapped[str | None] = mapped_column(String(300))
    text: Mapped[str | None] = mapped_column(Text)
    spoken_to: Mapped[str | None] = mapped_column(String(300))
    officer: Mapped[str | None] = mapped_column(String(120))
    reply_by: Mapped[date | None]
    replied_on: Mapped[date | None]
