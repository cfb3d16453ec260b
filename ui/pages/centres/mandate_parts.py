"""Mandates and certificates, as parts of a centre file. Their state is derived, never typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from controllers.cockpit_words import certificate_name
from controllers.kinds import CERTIFICATES, ENDS
from controllers.wording import badge, word
from models.kernel.errors import AppError
from models.kernel.text import N_, _
from models.mandates.values import CertificateFile, MandateFile, Renewal
from ui.kit.base import column
from ui.kit.cell_table import CellColumn, CellValue
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.page import Message
from ui.kit.text_field import TextField
from ui.pages.centres.add_card import AddCard, Values
from ui.pages.centres.identity import Fields, shared
from ui.pages.centres.new_mandate import NewMandate, NextPeriod
from ui.pages.centres.part_kind import PartKind
from ui.pages.centres.words import choices, period
from ui.tasks import Ticket


class MandateParts(PartKind[MandateFile]):
    """The periods of six years of a centre, the newest first."""

    title, single = N_("Mandates"), N_("Mandate")
    add_word, removed = N_("New mandate"), N_("Mandate removed.")
    empty = N_("No mandate is known. Add the period of six years that was granted.")
    first = "number"
    next_word = N_("Next period")
    retries = {"deviation": ("start_date", "end_date", "ended_on")}  # noqa: RUF012

    def columns(self) -> Sequence[CellColumn]:
        return (
            CellColumn(_("Mandate"), "two", 30),
            CellColumn(_("State"), "badge", 14),
        )

    def cells(self, part: MandateFile) -> Sequence[CellValue]:
        at, total = part.place
        chain = _("period {at} of {total}").format(at=at, total=total) if total > 1 else ""
        odd = _("other days, with a reason") if part.deviation and part.deviations else ""
        odd = odd or (_("other days, no reason yet") if part.deviations else "")
        second = " · ".join(said for said in (part.number, chain, odd) if said)
        return (
            (period(part.start, part.ended_on or part.end), second),
            (badge(part.state), word(part.state)),
        )

    def fields(self, fields: Fields) -> QVBoxLayout:
        early = _("Only when the mandate stopped before its last day; it counts with a reason.")
        waits = _("No new mandate can be asked for until then.")
        goes_on = _("The day the centre told its contact person that it goes on.")
        self._suspension = shared(fields.day("suspended_from"), fields.day("suspended_until"))
        return column(
            fields.line("number"),
            shared(fields.day("start_date"), fields.day("end_date")),
            fields.add("deviation", TextField(lines=2)),
            fields.day("continued_on", help_=goes_on),
            fields.day("ended_on", help_=early),
            fields.choice("end_kind", choices(ENDS, _("None"))),
            fields.day("waiting_period_until", help_=waits),
            self._suspension,
            fields.remark(),
            gap=12,
        )

    def values(self, part: MandateFile) -> Mapping[str, Any]:
        names = (
            *("number", "deviation", "continued_on", "ended_on", "end_kind"),
            *("waiting_period_until", "suspended_from", "suspended_until", "remark"),
        )
        dates = {"start_date": part.start, "end_date": part.end}
        return {name: getattr(part, name) for name in names} | dates

    def warning(self, part: MandateFile) -> str:
        said = " ".join(part.deviations)
        if said and not part.deviation:
            return f"{said} {_('Write the reason below.')}"
        return said

    def note(self, part: MandateFile) -> str:
        at, total = part.place
        if total == 1:
            return part.why
        said = _("Period {at} of {total} in a row.").format(at=at, total=total)
        if part.follows:
            said = _("Period {at} of {total} in a row; it follows {number}.").format(
                at=at, total=total, number=part.follows
            )
        return f"{said} {part.why}"

    def dress(self, part: MandateFile) -> None:
        self._suspension.setVisible(part.can_suspend)

    def go_on(self, host: QWidget, centre_id: UUID) -> None:
        """Ask what the rules propose, then open the card with it."""
        asked = self.tasks.ask(self.controllers.mandates.renewal, centre_id)
        asked.then(partial(self._go_on, host, centre_id)).otherwise(self._nothing_follows)

    def _go_on(self, host: QWidget, centre_id: UUID, renewal: Renewal) -> None:
        card = NextPeriod(host, self, centre_id, renewal)
        card.made.connect(self.added)
        card.start()

    def _nothing_follows(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="accent"))

    def add(self, host: QWidget, centre_id: UUID) -> None:
        card = NewMandate(host, self, centre_id)
        card.made.connect(self.added)
        card.start()

    def save(self, of: UUID, field: str, value: Any) -> None:
        self.controllers.mandates.edit(of, field, value)

    def remove(self, of: UUID) -> None:
        self.controllers.mandates.remove(of)


class CertificateParts(PartKind[CertificateFile]):
    """The quality certificates of a centre, the one that is valid longest first."""

    title, single = N_("Certificates"), N_("Certificate")
    add_word, removed = N_("New certificate"), N_("Certificate removed.")
    empty = N_("No certificate is known. A mandated centre must hold one all the time.")
    proof = "certificate"
    first = "kind"

    def columns(self) -> Sequence[CellColumn]:
        return (
            CellColumn(_("Certificate"), "two", 30),
            CellColumn(_("State"), "badge", 14),
        )

    def cells(self, part: CertificateFile) -> Sequence[CellValue]:
        dates = period(part.valid_from, part.valid_until)
        second = " · ".join(said for said in (dates, part.issuer, part.number) if said)
        return (certificate_name(part), second), (badge(part.state), word(part.state))

    def fields(self, fields: Fields) -> QVBoxLayout:
        return column(
            fields.choice("kind", choices(CERTIFICATES, _("Not known"))),
            fields.line("label"),
            fields.line("number"),
            fields.line("issuer"),
            shared(fields.day("valid_from"), fields.day("valid_until")),
            gap=12,
        )

    def values(self, part: CertificateFile) -> Mapping[str, Any]:
        names = ("kind", "label", "number", "issuer", "valid_from", "valid_until")
        return {name: getattr(part, name) for name in names}

    def add(self, host: QWidget, centre_id: UUID) -> None:
        card = _NewCertificate(host, self, centre_id)
        card.made.connect(self.added)
        card.start()

    def save(self, of: UUID, field: str, value: Any) -> None:
        self.controllers.mandates.edit_certificate(of, field, value)

    def remove(self, of: UUID) -> None:
        self.controllers.mandates.remove_certificate(of)


class _NewCertificate(AddCard):
    def __init__(self, host: QWidget, kind: CertificateParts, centre_id: UUID) -> None:
        super().__init__(host, _("New certificate"), _("Add"))
        self._kind, self._centre = kind, centre_id
        self.what = ChoiceField(choices(CERTIFICATES, _("Not known")))
        self.since = DateField(kind.controllers.today())
        self.until = DateField(kind.controllers.today())
        self.lay_out(
            (
                self.form.add("kind", _("Kind"), self.what, optional=True),
                self.form.add("valid_from", _("Valid from"), self.since, optional=True),
                self.form.add("valid_until", _("Valid until"), self.until, optional=True),
            )
        )

    def start(self) -> None:
        self.begin(self.what, self._add)

    def _add(self, values: Values) -> Ticket[UUID]:
        return self._kind.tasks.do(
            self._kind.controllers.mandates.add_certificate,
            self._centre,
            values["kind"],
            values["valid_until"],
            values["valid_from"],
        )
