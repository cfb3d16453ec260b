"""Career centres: the organisations whose files we keep, where they are and who works there."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from models.centres.values import EngagementType, Gender, NameKind, Qualification
from models.store.entity import Entity
from models.store.search import Beside, Searchable
from models.store.types import Choice


class Addressed:
    """A Belgian address, as columns (DOMAIN.md F4.05)."""

    street: Mapped[str | None] = mapped_column(String(200))
    house_number: Mapped[str | None] = mapped_column(String(20))
    box: Mapped[str | None] = mapped_column(String(20))
    postal_code: Mapped[str | None] = mapped_column(String(10))
    locality: Mapped[str | None] = mapped_column(String(120))


class OfCentre:
    """A row that belongs to a centre."""

    @declared_attr
    def centre_id(cls) -> Mapped[UUID]:  # noqa: N805
        return mapped_column(
            ForeignKey("centre.id", deferrable=True, initially="DEFERRED"), index=True
        )


class CareerCentre(Addressed, Entity):
    """An undertaking that gives career guidance with vouchers, known by its enterprise number."""

    __tablename__ = "centre"

    enterprise_number: Mapped[str] = mapped_column(String(10), index=True)
    legal_name: Mapped[str] = mapped_column(String(300), index=True)
    trade_name: Mapped[str | None] = mapped_column(String(300))
    legal_form: Mapped[str | None] = mapped_column(String(60))
    phone: Mapped[str | None] = mapped_column(String(40))
    email: Mapped[str | None] = mapped_column(String(254))
    website: Mapped[str | None] = mapped_column(String(300))
    officer: Mapped[str | None] = mapped_column(String(120), index=True)
    remark: Mapped[str | None] = mapped_column(Text)
    merged_into_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("centre.id", deferrable=True, initially="DEFERRED"), index=True
    )


class FormerName(OfCentre, Entity):
    """A name the centre bore, with the days it did (PRODUCT.md, feature 2)."""

    __tablename__ = "former_name"

    name: Mapped[str] = mapped_column(String(300))
    kind: Mapped[NameKind] = mapped_column(Choice(NameKind))
    since: Mapped[date | None]
    until: Mapped[date | None]


class Establishment(Addressed, OfCentre, Entity):
    """A place where a centre works. It can move to another centre (DOMAIN.md F4.02)."""

    __tablename__ = "establishment"

    establishment_number: Mapped[str | None] = mapped_column(String(10), index=True)
    name: Mapped[str | None] = mapped_column(String(300))
    phone: Mapped[str | None] = mapped_column(String(40))
    email: Mapped[str | None] = mapped_column(String(254))
    active: Mapped[bool | None]
    since: Mapped[date | None]
    until: Mapped[date | None]
    remark: Mapped[str | None] = mapped_column(Text)


class Counsellor(Entity):
    """A person who guides. Where that person works is an engagement."""

    __tablename__ = "counsellor"

    first_name: Mapped[str | None] = mapped_column(String(120))
    last_name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str | None] = mapped_column(String(254))
    phone: Mapped[str | None] = mapped_column(String(40))
    languages: Mapped[str | None] = mapped_column(String(120))
    qualification: Mapped[Qualification | None] = mapped_column(Choice(Qualification))
    qualification_date: Mapped[date | None]


class Engagement(OfCentre, Entity):
    """How a counsellor works for a centre, and in which period."""

    __tablename__ = "engagement"

    counsellor_id: Mapped[UUID] = mapped_column(
        ForeignKey("counsellor.id", deferrable=True, initially="DEFERRED"), index=True
    )
    engagement_type: Mapped[EngagementType | None] = mapped_column(Choice(EngagementType))
    reported_on: Mapped[date | None]
    since: Mapped[date | None]
    until: Mapped[date | None]
    remark: Mapped[str | None] = mapped_column(Text)


class ContactPerson(OfCentre, Entity):
    """Somebody at a centre to write to. The first in `position` receives its letters."""

    __tablename__ = "contact"

    first_name: Mapped[str | None] = mapped_column(String(120))
    last_name: Mapped[str | None] = mapped_column(String(120))
    gender: Mapped[Gender | None] = mapped_column(Choice(Gender))
    role: Mapped[str | None] = mapped_column(String(120))
    phone: Mapped[str | None] = mapped_column(String(40))
    email: Mapped[str | None] = mapped_column(String(254))
    position: Mapped[int | None]


SEARCHED = Searchable(
    CareerCentre.__tablename__,
    (
        *("legal_name", "trade_name", "enterprise_number", "locality", "postal_code"),
        *("street", "officer", "email"),
    ),
    order=("trade_name", "legal_name"),
    leads="merged_into_id",
    beside=(Beside(FormerName.__tablename__, "name", "centre_id"),),
)

EDITED: dict[str, frozenset[str]] = {
    kind.__tablename__: frozenset(kind.__table__.c.keys())
    - {"id", "deleted", "centre_id", "counsellor_id", "position", "merged_into_id"}
    for kind in (CareerCentre, FormerName, Establishment, Counsellor, Engagement, ContactPerson)
}
"""The fields a person may edit, by table."""
