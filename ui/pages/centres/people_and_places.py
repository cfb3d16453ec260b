"""Establishments, counsellors and contacts, as parts of a centre file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from controllers.centres import show_phone
from controllers.kinds import ENGAGEMENTS, QUALIFICATIONS, QUALIFIED
from models.centres.values import ContactFile, CounsellorFile, EstablishmentFile
from models.kernel.text import N_, _
from ui.kit.base import column
from ui.kit.cell_table import CellColumn, CellValue
from ui.kit.fields import LineField, NumberField
from ui.kit.reading import grouped
from ui.pages.centres.add_card import AddCard, Values
from ui.pages.centres.identity import Fields, address_values, shared
from ui.pages.centres.number_watch import establishment_doubt, watch_establishment
from ui.pages.centres.part_kind import PartKind
from ui.pages.centres.words import GENDERS, choices, period
from ui.tasks import Ticket

GROUPS = (1, 3, 3, 3)
"""2.147.812.701"""
OF_PERSON = frozenset(
    {"first_name", "last_name", "email", "phone", "languages", "qualification"}
    | {"qualification_date"}
)
"""Fields of the counsellor; the others belong to how that person works for this centre."""


class Establishments(PartKind[EstablishmentFile]):
    """The places where a centre works; up to forty of them."""

    title, single = N_("Establishments"), N_("Establishment")
    add_word, removed = N_("New establishment"), N_("Establishment removed.")
    empty = N_("No establishment is known. Add the place where this centre receives people.")
    first = "establishment_number"

    def columns(self) -> Sequence[CellColumn]:
        return (
            CellColumn(_("Establishment"), "two", 30),
            CellColumn(_("Town"), "text", 16),
            CellColumn(_("State"), "badge", 12),
        )

    def cells(self, part: EstablishmentFile) -> Sequence[CellValue]:
        street = (part.address.lines() or ("",))[0] if part.address.street else ""
        number = grouped(part.establishment_number, GROUPS)
        second = " · ".join(said for said in (number, street if part.name else "") if said)
        state = ("done", _("In use")) if part.active else ("plain", _("Closed"))
        return (part.name or street or _("Without name"), second), part.address.locality, state

    def fields(self, fields: Fields) -> QVBoxLayout:
        field = NumberField(GROUPS, placeholder="2.147.812.701")
        number = fields.add("establishment_number", field)
        watch_establishment(number)
        return column(
            number,
            fields.line("name"),
            *fields.address(),
            fields.line("phone"),
            fields.line("email"),
            fields.toggle("active", _("In use")),
            shared(fields.day("since"), fields.day("until")),
            fields.remark(),
            gap=12,
        )

    def values(self, part: EstablishmentFile) -> Mapping[str, Any]:
        names = ("establishment_number", "name", "email", "active", "since", "until", "remark")
        values = {name: getattr(part, name) for name in names}
        return values | address_values(part.address) | {"phone": show_phone(part.phone)}

    def warning(self, part: EstablishmentFile) -> str:
        return establishment_doubt(part.establishment_number)

    def add(self, host: QWidget, centre_id: UUID) -> None:
        del host
        ticket = self.tasks.do(self.controllers.centres.add_establishment, centre_id)
        ticket.then(self.added.emit)

    def save(self, of: UUID, field: str, value: Any) -> None:
        self.controllers.centres.edit_part("establishment", of, field, value)

    def remove(self, of: UUID) -> None:
        self.controllers.centres.remove_part("establishment", of)


class Counsellors(PartKind[CounsellorFile]):
    """Who gives guidance here, how, and whether that person is qualified."""

    title, single = N_("Counsellors"), N_("Counsellor")
    add_word, removed = N_("New counsellor"), N_("Counsellor removed from this centre.")
    empty = N_("No counsellor is known. Add the people who give guidance at this centre.")
    proof = "counsellor"
    first = "first_name"

    def columns(self) -> Sequence[CellColumn]:
        return (
            CellColumn(_("Counsellor"), "two", 26),
            CellColumn(_("Works as"), "text", 16),
            CellColumn(_("Qualification"), "badge", 16),
        )

    def cells(self, part: CounsellorFile) -> Sequence[CellValue]:
        kind = _(ENGAGEMENTS[part.engagement_type]) if part.engagement_type else ""
        state = QUALIFIED[part.qualification], _(QUALIFICATIONS[part.qualification])
        second = part.email or period(part.since, part.until)
        return (part.name, second), kind, state

    def fields(self, fields: Fields) -> QVBoxLayout:
        return column(
            shared(fields.line("first_name"), fields.line("last_name")),
            fields.choice("engagement_type", choices(ENGAGEMENTS, _("Not known"))),
            fields.choice("qualification", choices(QUALIFICATIONS)),
            fields.day("qualification_date"),
            shared(fields.day("since"), fields.day("until")),
            fields.day("reported_on", help_=_("A centre reports each new counsellor.")),
            fields.line("email"),
            fields.line("phone"),
            fields.line("languages"),
            fields.remark(),
            gap=12,
        )

    def values(self, part: CounsellorFile) -> Mapping[str, Any]:
        names = (
            *("first_name", "last_name", "engagement_type", "qualification", "languages"),
            *("qualification_date", "since", "until", "reported_on", "email", "remark"),
        )
        return {name: getattr(part, name) for name in names} | {"phone": show_phone(part.phone)}

    def of(self, part: CounsellorFile) -> object:
        return part.id, part.counsellor_id

    def proof_row(self, part: CounsellorFile) -> UUID:
        """Of the person: a qualification goes along to another centre."""
        return part.counsellor_id

    def add(self, host: QWidget, centre_id: UUID) -> None:
        card = _NewCounsellor(host, self, centre_id)
        card.made.connect(self.added)
        card.start()

    def save(self, of: tuple[UUID, UUID], field: str, value: Any) -> None:
        part, row = ("counsellor", of[1]) if field in OF_PERSON else ("engagement", of[0])
        self.controllers.centres.edit_part(part, row, field, value)

    def remove(self, of: tuple[UUID, UUID]) -> None:
        self.controllers.centres.remove_part("engagement", of[0])


class _NewCounsellor(AddCard):
    def __init__(self, host: QWidget, kind: Counsellors, centre_id: UUID) -> None:
        super().__init__(host, _("New counsellor"), _("Add"))
        self._kind, self._centre = kind, centre_id
        self.first, self.last = LineField(), LineField()
        self.lay_out(
            (
                self.form.add("first_name", _("First name"), self.first),
                self.form.add("last_name", _("Family name"), self.last),
            )
        )

    def start(self) -> None:
        self.begin(self.first, self._add)

    def _add(self, values: Values) -> Ticket[UUID]:
        names = values["first_name"], values["last_name"]
        return self._kind.tasks.do(
            self._kind.controllers.centres.add_counsellor, self._centre, *names
        )


class Contacts(PartKind[ContactFile]):
    """Whom to write to; the first receives the letters."""

    title, single = N_("Contacts"), N_("Contact person")
    add_word, removed = N_("New contact person"), N_("Contact person removed.")
    empty = N_("No contact person is known. Letters then go to the centre itself.")
    first = "first_name"

    def columns(self) -> Sequence[CellColumn]:
        return (
            CellColumn(_("Contact person"), "two", 26),
            CellColumn(_("Telephone"), "text", 16),
            CellColumn(_("E-mail"), "text", 24),
        )

    def cells(self, part: ContactFile) -> Sequence[CellValue]:
        return (part.name or _("Without name"), part.role), show_phone(part.phone), part.email

    def fields(self, fields: Fields) -> QVBoxLayout:
        return column(
            shared(fields.line("first_name"), fields.line("last_name", label=_("Family name"))),
            fields.choice("gender", choices(GENDERS), help_=_("Only for the salutation.")),
            fields.line("role"),
            fields.line("phone"),
            fields.line("email"),
            gap=12,
        )

    def values(self, part: ContactFile) -> Mapping[str, Any]:
        names = ("first_name", "last_name", "gender", "role", "email")
        return {name: getattr(part, name) for name in names} | {"phone": show_phone(part.phone)}

    def add(self, host: QWidget, centre_id: UUID) -> None:
        del host
        self.tasks.do(self.controllers.centres.add_contact, centre_id).then(self.added.emit)

    def save(self, of: UUID, field: str, value: Any) -> None:
        self.controllers.centres.edit_part("contact", of, field, value)

    def remove(self, of: UUID) -> None:
        self.controllers.centres.remove_part("contact", of)
