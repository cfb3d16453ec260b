"""Mandates of six years, and the quality certificates that must hold all the way."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.centres.entities import OfCentre
from models.mandates.values import CertificateKind, EndKind, MandateFacts
from models.store.entity import Entity
from models.store.types import Choice


class Mandate(OfCentre, Entity):
    """A centre's leave to give guidance with vouchers, during six years (DOMAIN.md F1.03).

    `deviation` is the reason why it overlaps another one, leaves a gap or has another length;
    `continued_on` the day the centre told that it goes on (F1.12).
    """

    __tablename__ = "mandate"

    number: Mapped[str | None] = mapped_column(String(40), index=True)
    start_date: Mapped[date] = mapped_column(index=True)
    end_date: Mapped[date] = mapped_column(index=True)
    ended_on: Mapped[date | None]
    end_kind: Mapped[EndKind | None] = mapped_column(Choice(EndKind))
    waiting_period_until: Mapped[date | None]
    predecessor_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("mandate.id", deferrable=True, initially="DEFERRED")
    )
    deviation: Mapped[str | None] = mapped_column(Text)
    continued_on: Mapped[date | None]
    suspended_from: Mapped[date | None]
    suspended_until: Mapped[date | None]
    remark: Mapped[str | None] = mapped_column(Text)

    @property
    def facts(self) -> MandateFacts:
        """The dates its state follows from."""
        return MandateFacts(
            self.start_date,
            self.end_date,
            self.ended_on,
            self.end_kind,
            self.waiting_period_until,
            self.suspended_from,
            self.suspended_until,
        )


class QualityCertificate(OfCentre, Entity):
    """A quality label of a centre, with the days it is valid (DOMAIN.md F1.07)."""

    __tablename__ = "certificate"

    kind: Mapped[CertificateKind | None] = mapped_column(Choice(CertificateKind))
    label: Mapped[str | None] = mapped_column(String(200))
    issuer: Mapped[str | None] = mapped_column(String(200))
    number: Mapped[str | None] = mapped_column(String(80))
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None] = mapped_column(index=True)
