"""The cards that begin a mandate: any period, or the one that follows the last."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import long_date
from models.mandates.rules import ASKS, DURATION
from models.mandates.values import MandateDayMissing, MandateFile, Renewal, RenewalRegime, Unusual
from models.terms.values import Term
from ui.kit.base import Text
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.form import FormRow
from ui.pages.centres.add_card import AddCard, Values
from ui.pages.centres.part_kind import PartKind
from ui.tasks import Ticket
from ui.why import WhyDate


class NewMandate(AddCard):
    """Proposes the last day from the first, and says at once what would need a reason."""

    def __init__(
        self, host: QWidget, kind: PartKind[MandateFile], centre_id: UUID, title: str = ""
    ) -> None:
        super().__init__(host, title or _("New mandate"), _("Add"))
        self._kind, self._centre = kind, centre_id
        self._expected: date | None = None
        self._asked: Ticket[Unusual] | None = None
        self._rule: Ticket[Term] | None = None
        self.number = LineField()
        self.start_day = DateField(kind.controllers.today())
        self.end_day = DateField(kind.controllers.today())
        self.warning = Text("", "small", 500, "due", wrap=True)
        end = self.form.add("end_date", _("Last day"), self.end_day)
        end.set_help(_("Follows from the first day; change it when the decision says otherwise."))
        self.by_rule = WhyDate()
        self.reason = self.form.add("deviation", _("Reason for other days"), LineField())
        self.lay_out(
            (
                *self._head(),
                self.form.add("number", _("Number"), self.number, optional=True),
                self.form.add("start_date", _("First day"), self.start_day),
                end,
                self.by_rule,
                self.warning,
                self.reason,
                *self._foot(),
            )
        )
        self.by_rule.hide()
        self.warning.hide()
        self.reason.hide()
        self.start_day.edited.connect(self._ask)
        self.end_day.edited.connect(self._ask)

    def start(self) -> None:
        self.begin(self.number, self._add)

    def _head(self) -> tuple[QWidget, ...]:
        return ()

    def _foot(self) -> tuple[FormRow, ...]:
        return ()

    def _add(self, values: Values) -> Ticket[UUID]:
        return self._kind.tasks.do(self._keep, values)

    def _keep(self, values: Values) -> UUID:
        """On the writer's thread."""
        if values["start_date"] is None:
            raise MandateDayMissing(field="start_date")
        return self._write(values)

    def _write(self, values: Values) -> UUID:
        return self._kind.controllers.mandates.add(
            self._centre,
            values["number"],
            values["start_date"],
            values["end_date"],
            values["deviation"],
        )

    def _ask(self, _edited: object = None) -> None:
        start = self.start_day.value()
        if start is None:
            return
        own = self.end_day.value()
        end = None if own == self._expected else own
        ask = self._kind.tasks.ask(
            self._kind.controllers.mandates.unusual, self._centre, start, end
        )
        self._asked = ask.instead_of(self._asked).then(self._propose)
        rule = self._kind.tasks.ask(self._kind.controllers.rules.term, DURATION, start)
        self._rule = rule.instead_of(self._rule).then(self._show_rule).otherwise(self._no_rule)

    def _show_rule(self, term: Term) -> None:
        said = _("By the rule it ends on {day}").format(day=long_date(term.due))
        self.by_rule.show_term(term, said, _("Last day"))
        self.by_rule.show()
        self.place()

    def _no_rule(self, _error: AppError) -> None:
        """No rule for such a day: the field of the first day says so itself."""
        self.by_rule.hide()

    def _propose(self, found: Unusual) -> None:
        """The end by the rule, unless somebody wrote a last day of their own."""
        own = self.end_day.value()
        if own is None or own == self._expected:
            self.end_day.set_value(found.expected_end, afresh=True)
        self._expected = found.expected_end
        self.warning.setText(" ".join(found.sentences))
        self.warning.setVisible(bool(found.sentences))
        self.reason.setVisible(bool(found.sentences) or bool(self.reason.value()))
        self.place()


class NextPeriod(NewMandate):
    """The period that follows: its days by the rule, and what the regime of that day asks."""

    def __init__(
        self, host: QWidget, kind: PartKind[MandateFile], centre_id: UUID, renewal: Renewal
    ) -> None:
        self._renewal = renewal
        super().__init__(host, kind, centre_id, _("Next period"))
        self.start_day.set_value(renewal.start, afresh=True)
        self._ask()

    def _head(self) -> tuple[QWidget, ...]:
        said = _("It follows {number} and starts on {start}.").format(
            number=self._renewal.number or _("the mandate before it"),
            start=long_date(self._renewal.start),
        )
        asks = _(ASKS[self._renewal.regime])
        return (Text(f"{said} {asks}", "small", 400, "quiet", wrap=True),)

    def _foot(self) -> tuple[FormRow, ...]:
        if self._renewal.regime is not RenewalRegime.NOTICE:
            return ()
        field = DateField(self._kind.controllers.today())
        field.set_value(self._renewal.continued_on, afresh=True)
        return (self.form.add("continued_on", _("Told to go on, on"), field, optional=True),)

    def _write(self, values: Values) -> UUID:
        return self._kind.controllers.mandates.renew(
            self._centre,
            values["number"],
            values["start_date"],
            values["end_date"],
            values["deviation"],
            values.get("continued_on"),
        )
