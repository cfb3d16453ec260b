"""The facts of an application: its days, who assesses it, and what the centre was asked."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.applications.values import ApplicationFile, ApplicationKind
from models.kernel.text import _
from ui.drafting import DraftSheet, FormDrafts
from ui.kit.base import Text, column, row, wrap
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.shell import scrolled
from ui.kit.text_field import TextField
from ui.masking import mask
from ui.tasks import Tasks
from ui.why import WhyDate

DAYS = ("received_on", "requested_start", "complete_by")
TEXTS = ("asked_for", "remark")
WIDTH = 860
DATES = "days"
"""How the drafts of this side are called."""
TOPMOST = Qt.AlignmentFlag.AlignTop


class DaysView(QWidget):
    """Every field hands itself in; a refusal stands under its field."""

    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__()
        self._applications, self._tasks = controllers.applications, tasks
        self.form = Form(self)
        today = controllers.today()
        self.fields: dict[str, Any] = {name: DateField(today) for name in DAYS}
        self.fields |= {name: TextField(lines=3) for name in TEXTS}
        self.fields["assessor"] = LineField()
        self.fields["kind"] = ChoiceField(
            [(ApplicationKind.FIRST, _("First mandate")), (ApplicationKind.RENEWAL, _("Renewal"))]
        )
        self.why = WhyDate(tone="quiet")
        self._asked = Text("", "small", 400, "quiet", wrap=True)
        self._lay_out()
        mask(*self.form.rows())
        self.drafting = FormDrafts(self.form, DATES, sheet)
        self.form.changed.connect(self._hand_in)
        self.form.said.connect(self.said)

    def show_file(self, file: ApplicationFile) -> None:
        self.form.show(_values(file), file.id, file.reference)
        self.form.lock(locked=file.settled)
        asked = file.days.asked_on is not None
        self._asking.setVisible(asked)
        term = file.completion
        self.why.show_term(term, _("the rule counts") if term else "", _("To be completed by"))
        self.why.setVisible(term is not None)
        self.drafting.offer()

    def settle(self) -> None:
        self.form.settle()

    def _lay_out(self) -> None:
        add, fields = self.form.add, self.fields
        days, who = row(gap=16), row(gap=16)
        for made in (
            add("received_on", _("Received on"), fields["received_on"]),
            add("requested_start", _("Asked from"), fields["requested_start"], optional=True),
        ):
            days.addWidget(made, 1, TOPMOST)
        for made in (
            add("kind", _("Which mandate"), fields["kind"]),
            add(
                "assessor",
                _("Assessor"),
                fields["assessor"],
                _("Who assesses does not decide."),
            ),
        ):
            who.addWidget(made, 1, TOPMOST)
        by = row(gap=16)
        by.addWidget(add("complete_by", _("To be completed by"), fields["complete_by"]), 1, TOPMOST)
        by.addWidget(wrap(column(24, row(self.why, None), None, gap=0)), 1, TOPMOST)
        self._asking = wrap(
            column(
                8,
                Text(_("Asked to complete"), "body", 600),
                add("asked_for", _("What was asked"), fields["asked_for"]),
                by,
                gap=12,
            )
        )
        inside = column(
            Text(_("Application"), "body", 600),
            days,
            who,
            self._asking,
            8,
            Text(_("Remark"), "body", 600),
            add(
                "remark",
                _("For this office"),
                fields["remark"],
                _("Stands in no letter."),
                optional=True,
            ),
            None,
            gap=12,
            margins=(28, 8, 24, 28),
        )
        content = wrap(inside)
        content.setMaximumWidth(WIDTH)
        line = row(gap=0)
        line.addWidget(content, 100)
        line.addStretch(1)
        self.setLayout(column(scrolled(wrap(line)), gap=0))

    def _hand_in(self, name: str, value: str | date | ApplicationKind | None) -> None:
        of = self.form.of
        if isinstance(of, UUID):
            ticket = self._tasks.do(self._applications.edit, of, name, value)
            self.form.awaits(ticket, name)


def _values(file: ApplicationFile) -> dict[str, Any]:
    return {
        "received_on": file.days.received_on,
        "requested_start": file.requested_start,
        "complete_by": file.days.complete_by,
        "asked_for": file.asked_for,
        "remark": file.remark,
        "assessor": file.assessor,
        "kind": file.kind,
    }
