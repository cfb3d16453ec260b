"""Measurements of satisfaction, as parts of a centre file: counts by hand, the share follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.text import N_, _
from models.kernel.wording import thousands
from models.surveys.rules import text_of
from models.surveys.values import MeasurementFile
from ui.kit.base import column
from ui.kit.cell_table import CellColumn, CellValue
from ui.kit.day_field import DateField
from ui.kit.fields import LineField, WholeField
from ui.pages.centres.add_card import AddCard, Values
from ui.pages.centres.identity import Fields, shared
from ui.pages.centres.part_kind import PartKind
from ui.pages.centres.words import period
from ui.tasks import Ticket

NUMBERS = ("invited", "respondents", "satisfied")


class Measurements(PartKind[MeasurementFile]):
    """The newest first; a share is only shown with its interval and its number of answers."""

    title, single = N_("Satisfaction"), N_("Measurement")
    add_word, removed = N_("New measurement"), N_("Measurement removed.")
    empty = N_("No measurement is known. Add the answers of users of the voucher over a period.")
    first = "respondents"

    least = 0
    """From how many answers on a share may be shown; told with the facts."""

    def columns(self) -> Sequence[CellColumn]:
        return (
            CellColumn(_("Period"), "two", 28),
            CellColumn(_("Satisfied"), "text", 24),
            CellColumn(_("Answers"), "number", 10),
        )

    def cells(self, part: MeasurementFile) -> Sequence[CellValue]:
        when = period(part.period_from, part.period_to)
        return (when, part.source), text_of(part, self.least), _answers(part)

    def fields(self, fields: Fields) -> QVBoxLayout:
        invited, respondents, satisfied = (fields.add(name, WholeField()) for name in NUMBERS)
        return column(
            shared(fields.day("period_from"), fields.day("period_to")),
            respondents,
            satisfied,
            invited,
            fields.line("source", help_=_("Such as: survey by e-mail, form after the last talk.")),
            fields.remark(),
            gap=12,
        )

    def values(self, part: MeasurementFile) -> Mapping[str, Any]:
        names = ("period_from", "period_to", *NUMBERS, "source", "remark")
        return {name: getattr(part, name) for name in names}

    def add(self, host: QWidget, centre_id: UUID) -> None:
        card = NewMeasurement(host, self, centre_id)
        card.made.connect(self.added)
        card.start()

    def save(self, of: UUID, field: str, value: Any) -> None:
        self.controllers.surveys.edit(of, field, value)

    def remove(self, of: UUID) -> None:
        self.controllers.surveys.remove(of)


class NewMeasurement(AddCard):
    """The four numbers that make a measurement, and where they come from."""

    def __init__(self, host: QWidget, kind: Measurements, centre_id: UUID) -> None:
        super().__init__(host, _("New measurement"), _("Add"))
        self._kind, self._centre = kind, centre_id
        today = kind.controllers.today()
        self.first_day, self.last_day = DateField(today), DateField(today)
        self.numbers = {name: WholeField() for name in NUMBERS}
        self.source = LineField()
        add = self.form.add
        self.lay_out(
            (
                add("period_from", _("Answers from"), self.first_day),
                add("period_to", _("Answers until and with"), self.last_day),
                add("respondents", _("How many answered"), self.numbers["respondents"]),
                add("satisfied", _("How many of them were satisfied"), self.numbers["satisfied"]),
                add("invited", _("How many were invited"), self.numbers["invited"], optional=True),
                add("source", _("Where the numbers come from"), self.source, optional=True),
            )
        )

    def start(self) -> None:
        self.begin(self.first_day, self._add)

    def _add(self, values: Values) -> Ticket[UUID]:
        return self._kind.tasks.do(
            self._kind.controllers.surveys.add,
            self._centre,
            values["period_from"],
            values["period_to"],
            values["respondents"],
            values["satisfied"],
            invited=values["invited"],
            source=values["source"],
        )


def _answers(part: MeasurementFile) -> str:
    """45 of the 120 people invited; or only how many answered."""
    if part.invited is None:
        return thousands(part.respondents)
    return _("{used} of {total}").format(
        used=thousands(part.respondents), total=thousands(part.invited)
    )
