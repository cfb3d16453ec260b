"""Mandates and certificates, as parts of a centre file. Their state is derived, never typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from controllers.wording import badge, word
from models.kernel.text import N_, _
from models.kernel.wording import long_date
from models.mandates.values import CertificateFile, MandateDayMissing, MandateFile
from ui.kit.base import Text, column
from ui.kit.cell_table import CellColumn, CellValue
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.pages.centres.add_card import AddCard, Values
from ui.pages.centres.identity import Fields, shared
from ui.pages.centres.part_kind import PartKind, period
from ui.pages.centres.words import CERTIFICATES, ENDS, certificate_name, choices
from ui.tasks import Ticket

LENGTH_DIFFERS = N_("From {start} the rule gives {expected}; this mandate ends on {end}.")


class MandateParts(PartKind[MandateFile]):
    """The periods of six years of a centre, the newest first."""

    title, single = N_("Mandates"), N_("Mandate")
    add_word, removed = N_("New mandate"), N_("Mandate removed.")
    empty = N_("No mandate is known. Add the period of six years that was granted.")
    first = "number"

    def columns(self) -> Sequence[CellColumn]:
        return (
            CellColumn(_("Mandate"), "two", 30),
            CellColumn(_("State"), "badge", 14),
        )

    def cells(self, part: MandateFile) -> Sequence[CellValue]:
        return (
            (period(part.start, part.ended_on or part.end), part.number),
            (badge(part.state), word(part.state)),
        )

    def fields(self, fields: Fields) -> QVBoxLayout:
        early = _("Only when the mandate stopped before its last day; it counts with a reason.")
        return column(
            fields.line("number"),
            shared(fields.day("start_date"), fields.day("end_date")),
            fields.day("ended_on", help_=early),
            fields.choice("end_kind", choices(ENDS, _("None"))),
            gap=12,
        )

    def values(self, part: MandateFile) -> Mapping[str, Any]:
        return {
            "number": part.number,
            "start_date": part.start,
            "end_date": part.end,
            "ended_on": part.ended_on,
            "end_kind": part.end_kind,
        }

    def warning(self, part: MandateFile) -> str:
        if part.end == part.expected_end:
            return ""
        return _(LENGTH_DIFFERS).format(
            start=long_date(part.start),
            expected=long_date(part.expected_end),
            end=long_date(part.end),
        )

    def add(self, host: QWidget, centre_id: UUID) -> None:
        card = NewMandate(host, self, centre_id)
        card.made.connect(self.added)
        card.start()

    def save(self, of: UUID, field: str, value: Any) -> None:
        self.controllers.mandates.edit(of, field, value)

    def remove(self, of: UUID) -> None:
        self.controllers.mandates.remove(of)


class NewMandate(AddCard):
    """Proposes the last day from the first: six years minus a day."""

    def __init__(self, host: QWidget, kind: MandateParts, centre_id: UUID) -> None:
        super().__init__(host, _("New mandate"), _("Add"))
        self._kind, self._centre = kind, centre_id
        self._expected: date | None = None
        self.number = LineField()
        self.start_day = DateField(kind.controllers.today())
        self.end_day = DateField(kind.controllers.today())
        self.warning = Text("", "small", 500, "due", wrap=True)
        end = self.form.add("end_date", _("Last day"), self.end_day)
        end.set_help(_("Follows from the first day; change it when the decision says otherwise."))
        self.lay_out(
            (
                self.form.add("number", _("Number"), self.number, optional=True),
                self.form.add("start_date", _("First day"), self.start_day),
                end,
                self.warning,
            )
        )
        self.warning.hide()
        self.start_day.edited.connect(self._ask)
        self.end_day.edited.connect(self._compare)

    def start(self) -> None:
        self.begin(self.number, self._add)

    def _add(self, values: Values) -> Ticket[UUID]:
        return self._kind.tasks.do(
            self._keep, values["number"], values["start_date"], values["end_date"]
        )

    def _keep(self, number: str, start: date | None, end: date | None) -> UUID:
        """On the writer's thread."""
        if start is None:
            raise MandateDayMissing(field="start_date")
        return self._kind.controllers.mandates.add(self._centre, number, start, end)

    def _ask(self, start: date | None) -> None:
        if start is not None:
            asked = self._kind.tasks.ask(self._kind.controllers.mandates.expected_end, start)
            asked.then(self._propose)

    def _propose(self, expected: date) -> None:
        """Unless somebody wrote a last day of their own."""
        own = self.end_day.value()
        if own is None or own == self._expected:
            self.end_day.set_value(expected, afresh=True)
        self._expected = expected
        self._compare()

    def _compare(self, _end: object = None) -> None:
        start, end = self.start_day.value(), self.end_day.value()
        differs = start is not None and end is not None and self._expected not in {None, end}
        if differs and self._expected is not None:
            self.warning.setText(
                _(LENGTH_DIFFERS).format(
                    start=long_date(start), expected=long_date(self._expected), end=long_date(end)
                )
            )
        self.warning.setVisible(differs)
        self.place()


class CertificateParts(PartKind[CertificateFile]):
    """The quality certificates of a centre, the one that is valid longest first."""

    title, single = N_("Certificates"), N_("Certificate")
    add_word, removed = N_("New certificate"), N_("Certificate removed.")
    empty = N_("No certificate is known. A mandated centre must hold one all the time.")
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
        self.until = DateField(kind.controllers.today())
        self.lay_out(
            (
                self.form.add("kind", _("Kind"), self.what, optional=True),
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
        )
