"""The decision on a card: granted or refused, by whom and why; granting makes the mandate."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.wording import word
from models.applications.values import (
    AdviceOutcome,
    ApplicationFile,
    DecisionKind,
    Grant,
    Ruling,
)
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import long_date
from models.mandates.values import MandateReasonNeeded
from ui.kit.act_card import ActCard, Values
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.text_field import TextField
from ui.pages.applications.cards import NEVER, side_by_side
from ui.tasks import Tasks, Ticket

WIDTH = 720


class DecisionCard(ActCard):
    """`made(UUID)` gives the decision. The mandate of a grant begins on its first day."""

    def __init__(
        self,
        host: QWidget,
        file: ApplicationFile,
        controllers: Controllers,
        tasks: Tasks,
        authority: str,
    ) -> None:
        super().__init__(host, _("Decide"), _("Decide"), _told(file), WIDTH)
        self._file, self._tasks = file, tasks
        self._applications = controllers.applications
        today = controllers.today()
        self.kind = ChoiceField(
            [
                (DecisionKind.GRANTED, _("Grant the mandate")),
                (DecisionKind.REFUSED, _("Refuse the mandate")),
            ]
        )
        self.fields: dict[str, Any] = {
            "decided_on": DateField(today),
            "decided_by": LineField(),
            "authority": LineField(),
            "start_date": DateField(today),
            "number": LineField(),
            "motivation": TextField(lines=3, most=6, silence_ms=NEVER),
            "legal_basis": LineField(),
            "deviation": LineField(),
        }
        self._lay_out()
        self._propose(today, authority)
        self.kind.edited.connect(self._turn)
        self.fields["start_date"].edited.connect(self._ask_end)
        self._turn(self.kind.value())

    def start(self) -> None:
        self.begin(self.kind, self._decide)

    def explain(self, error: AppError) -> None:
        """Days that differ from the rule ask for a reason: its field comes when it is wanted."""
        if isinstance(error, MandateReasonNeeded):
            self.form.row("deviation").show()
        super().explain(error)

    def _lay_out(self) -> None:
        add, fields = self.form.add, self.fields
        deciding = side_by_side(
            add("decided_on", _("Decided on"), fields["decided_on"]),
            add("decided_by", _("Decided by"), fields["decided_by"]),
            add("authority", _("Authority"), fields["authority"]),
        )
        start = add("start_date", _("First day"), fields["start_date"])
        number = add("number", _("Mandate number"), fields["number"], optional=True)
        self.mandate = side_by_side(start, number)
        deviation = add("deviation", _("Reason for other days"), fields["deviation"])
        self.lay_out(
            (
                add("kind", _("Decision"), self.kind),
                deciding,
                self.mandate,
                deviation,
                add("motivation", _("Motivation"), fields["motivation"]),
                add("legal_basis", _("Legal basis"), fields["legal_basis"]),
            )
        )
        deviation.hide()

    def _propose(self, today: date, authority: str) -> None:
        advice = self._file.advice
        refused = advice is not None and advice.outcome is AdviceOutcome.NEGATIVE
        kind = DecisionKind.REFUSED if refused else DecisionKind.GRANTED
        self.kind.set_value(kind, afresh=True)
        for name, value in (
            ("decided_on", today),
            ("authority", authority),
            ("start_date", self._file.requested_start),
            ("legal_basis", self._file.template.assessing.legal_basis),
        ):
            self.fields[name].set_value(value, afresh=True)
        self._ask_end(self._file.requested_start)

    def _turn(self, kind: DecisionKind) -> None:
        granted = kind is DecisionKind.GRANTED
        self.mandate.setVisible(granted)
        self.give.setText(_("Grant") if granted else _("Refuse"))
        self.form.row("kind").clear()
        row = self.form.row("motivation")
        row.set_help(
            _("Needed when the advice is not followed, or something decisive is not met.")
            if granted
            else _("Needed: why the mandate is refused. Every requirement has its own as well.")
        )
        self.place()

    def _ask_end(self, start: date | None) -> None:
        if start is not None:
            self._tasks.ask(self._applications.mandate_end, start).then(self._show_end)

    def _show_end(self, end: date) -> None:
        said = _("Runs until {day}, as the rule says.").format(day=long_date(end))
        self.form.row("start_date").set_help(said)
        self.place()

    def _decide(self, values: Values) -> Ticket[Any]:
        ruling = Ruling(
            values["decided_on"],
            values["decided_by"],
            values["motivation"],
            values["legal_basis"],
            values["authority"],
        )
        if values["kind"] is DecisionKind.REFUSED:
            return self._tasks.do(self._applications.refuse, self._file.id, ruling)
        granted = Grant(values["start_date"], values["number"], deviation=values["deviation"] or "")
        return self._tasks.do(self._applications.grant, self._file.id, ruling, granted)


def _told(file: ApplicationFile) -> str:
    """The advice it follows, and who may not decide."""
    advice = file.advice
    if advice is None:
        return ""
    said = _("The advice of {name} is {advice}. Who assessed or advised does not decide.")
    return said.format(name=advice.given_by, advice=word(advice.outcome))
