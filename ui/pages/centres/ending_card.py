"""A decision on a mandate that runs, on a card: withdrawn, stopped by the centre, suspended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.applications.values import DecisionKind, Ending, Ruling
from models.checks.values import CheckRow
from models.kernel.text import N_, _
from models.kernel.wording import long_date, short_date
from models.mandates.values import MandateFile
from ui.kit.act_card import ActCard, Values
from ui.kit.base import row, wrap
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.text_field import TextField
from ui.tasks import Tasks, Ticket

WIDTH = 720
NEVER = 2_000_000_000
"""Milliseconds of silence after which a text would hand itself in: only the button does."""
TITLES = {
    DecisionKind.WITHDRAWN: N_("Withdraw the mandate"),
    DecisionKind.ENDED_VOLUNTARILY: N_("The centre stops by itself"),
    DecisionKind.SUSPENDED: N_("Suspend the mandate"),
}
VERBS = {
    DecisionKind.WITHDRAWN: N_("Withdraw"),
    DecisionKind.ENDED_VOLUNTARILY: N_("Take note"),
    DecisionKind.SUSPENDED: N_("Suspend"),
}


class EndingCard(ActCard):
    """`made(UUID)` gives the decision; the mandate changes in the same step."""

    def __init__(
        self,
        host: QWidget,
        controllers: Controllers,
        tasks: Tasks,
        kind: DecisionKind,
        mandate: MandateFile,
    ) -> None:
        said = _("Mandate {number} runs until {day}.").format(
            number=mandate.number or _("without a number"), day=long_date(mandate.end)
        )
        super().__init__(host, _(TITLES[kind]), _(VERBS[kind]), said, WIDTH)
        self._tasks, self._applications = tasks, controllers.applications
        self._kind, self._mandate = kind, mandate
        today = controllers.today()
        self.fields: dict[str, Any] = {
            "decided_on": DateField(today),
            "decided_by": LineField(),
            "authority": LineField(),
            "last_day": DateField(today),
            "waiting_until": DateField(today),
            "check_id": ChoiceField([(None, _("no check"))]),
            "hearing_on": DateField(today),
            "hearing_report": LineField(),
            "motivation": TextField(lines=2, most=6, silence_ms=NEVER),
            "legal_basis": LineField(),
        }
        self._lay_out()
        self.fields["decided_on"].set_value(today, afresh=True)

    def start(self, authority: str, legal_basis: str, checks: Sequence[CheckRow]) -> None:
        """Open; a withdrawal often rests on what a check found."""
        self.fields["authority"].set_value(authority, afresh=True)
        self.fields["legal_basis"].set_value(legal_basis, afresh=True)
        known = [(row.id, _check(row)) for row in checks]
        self.fields["check_id"].set_choices([(None, _("no check")), *known])
        self.fields["check_id"].set_value(None, afresh=True)
        self.begin(self.fields["decided_on"], self._end)

    def _lay_out(self) -> None:
        add, fields = self.form.add, self.fields
        suspended = self._kind is DecisionKind.SUSPENDED
        first = _("Suspended from") if suspended else _("Last day of the mandate")
        until = _("Suspended until and with") if suspended else _("No new mandate until and with")
        check = add("check_id", _("Dossier check"), fields["check_id"], optional=True)
        rows: list[QWidget] = [
            _beside(
                add("decided_on", _("Decided on"), fields["decided_on"]),
                add("decided_by", _("Decided by"), fields["decided_by"]),
                add("authority", _("Authority"), fields["authority"]),
            ),
            _beside(
                add("last_day", first, fields["last_day"]),
                add("waiting_until", until, fields["waiting_until"]),
                check,
            ),
        ]
        if self._kind is DecisionKind.WITHDRAWN:
            heard = add("hearing_on", _("Day of the hearing"), fields["hearing_on"])
            report = add(
                "hearing_report", _("What was said at the hearing"), fields["hearing_report"]
            )
            rows.append(_beside(heard, report, shares=(1, 2)))
        self.lay_out(
            (
                *rows,
                add(
                    "motivation",
                    _("Motivation"),
                    fields["motivation"],
                    optional=self._kind is DecisionKind.ENDED_VOLUNTARILY,
                ),
                add("legal_basis", _("Legal basis"), fields["legal_basis"]),
            )
        )

    def _end(self, values: Values) -> Ticket[UUID]:
        verb = {
            DecisionKind.WITHDRAWN: self._applications.withdraw,
            DecisionKind.ENDED_VOLUNTARILY: self._applications.note_stop,
            DecisionKind.SUSPENDED: self._applications.suspend,
        }[self._kind]
        ruling = Ruling(
            values["decided_on"],
            values["decided_by"],
            values["motivation"],
            values["legal_basis"],
            values["authority"],
        )
        ending = Ending(
            values["last_day"],
            values["waiting_until"],
            values.get("hearing_on"),
            values.get("hearing_report") or "",
            values["check_id"],
        )
        return self._tasks.do(verb, self._mandate.id, ruling, ending)


def _beside(*parts: QWidget, shares: Sequence[int] = (1, 1, 1)) -> QWidget:
    """Fields on one line; a refusal under one leaves its neighbours where they were."""
    line = row(gap=12)
    for part, share in zip(parts, shares, strict=False):
        line.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
    return wrap(line)


def _check(found: CheckRow) -> str:
    day = short_date(found.day) if found.day else ""
    return " · ".join(part for part in (found.reference, day) if part)
