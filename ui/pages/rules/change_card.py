"""Records that a rule gets another value from a day on, or mends what was recorded."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.rules import Rules
from models.kernel.errors import AppError
from models.kernel.text import _
from models.settings.rules import rule_choices, rule_example, rule_text
from models.settings.values import ChangeDraft, RecordedChange, RuleEntry
from models.terms.sentences import value_of
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.overlay import HAND_IN, Overlay
from ui.kit.text_field import TextField
from ui.tasks import Tasks

WIDTH, TOP = 520, 72
TOPMOST = Qt.AlignmentFlag.AlignTop


class ChangeCard(Overlay):
    """`recorded(UUID)` tells of a new change. A recorded one is kept field by field."""

    recorded = Signal(object)

    def __init__(self, host: QWidget, rules: Rules, tasks: Tasks, entry: RuleEntry) -> None:
        super().__init__(host, WIDTH, TOP)
        self._rules, self._tasks, self._entry = rules, tasks, entry
        self._known: RecordedChange | None = None
        self.setAccessibleName(_("Change of the rule: {title}").format(title=entry.title))
        self.form = Form(self)
        choices = rule_choices(entry.key)
        self.value: Any = ChoiceField(choices) if choices else LineField()
        self.first, self.last = DateField(rules.today()), DateField(rules.today())
        self.reference, self.note = LineField(), TextField(lines=2, most=4)
        self.keep = Button(_("Record"), "primary", keys=HAND_IN)
        self.drop = Button(_("Remove"), "danger")
        self.cancel = Button(_("Cancel"), "secondary")
        self._lay_out()
        self.form.changed.connect(self._hand_in)
        self.keep.clicked.connect(self._record)
        self.drop.clicked.connect(self._remove)
        self.cancel.clicked.connect(self.close_card)
        self.closed.connect(self.deleteLater)

    def begin(self) -> None:
        """Ask for a new change."""
        self.drop.hide()
        self.hand_in_by(self.keep)
        self.open(self.value)

    def begin_with(self, known: RecordedChange) -> None:
        """Mend a recorded change: every field is kept when it is left."""
        self._known, change = known, known.change
        facts = {
            "value": rule_text(change.value),
            "valid_from": change.valid_from,
            "valid_until": change.valid_until,
            "reference": change.reference,
            "note": change.note,
        }
        self.form.show(facts, of=known.id)
        self.keep.hide()
        self.cancel.setText(_("Done"))
        self.cancel.set_keys(HAND_IN)
        self.hand_in_by(self.cancel)
        self.open(self.value)

    def close_card(self) -> None:
        """What is still being typed about a recorded change is handed in first."""
        if self._known is not None and self.is_open:
            self.form.settle()
        super().close_card()

    def _lay_out(self) -> None:
        entry, now = self._entry, self._entry.now
        stands = _("Now: {value}").format(value=value_of(now.rule)) if now else _("Now: no value")
        days = row(gap=12)
        days.addWidget(self.form.add("valid_from", _("From"), self.first), 1, TOPMOST)
        last = self.form.add("valid_until", _("To and with"), self.last, optional=True)
        days.addWidget(last, 1, TOPMOST)
        basis = _("The decree, decision or instruction it rests on.")
        self.card.setLayout(
            column(
                Text(_("Change of a rule"), "small", 600, "accent"),
                Text(entry.title, "body", 600, wrap=True),
                Text(stands, "small", 400, "quiet", wrap=True),
                4,
                self.form.add("value", _("New value"), self.value, _(rule_example(entry.key))),
                days,
                self.form.add("reference", _("Basis"), self.reference, basis),
                self.form.add("note", _("Note"), self.note, optional=True),
                8,
                row(self.drop, None, self.cancel, self.keep, gap=8),
                gap=8,
                margins=(24, 22, 24, 20),
            )
        )

    def _draft(self) -> ChangeDraft:
        facts = self.form.values()
        return ChangeDraft(
            key=self._entry.key,
            value=str(facts["value"] or ""),
            valid_from=facts["valid_from"],
            valid_until=facts["valid_until"],
            reference=facts["reference"],
            note=facts["note"],
        )

    def _record(self) -> None:
        for field in (self.value, self.first, self.last, self.reference):
            field.settle()
        if self.form.refusals() or not self.keep.isEnabled():
            return
        self.keep.setEnabled(False)
        ticket = self._tasks.do(self._rules.record, self._draft())
        ticket.ended(self._over).then(self._recorded).otherwise(self._explain)

    def _over(self) -> None:
        self.keep.setEnabled(True)

    def _recorded(self, change_id: UUID) -> None:
        self.close_card()
        self.recorded.emit(change_id)

    def _hand_in(self, name: str, value: Any) -> None:
        if self._known is None:
            return
        ticket = self._tasks.do(self._rules.edit_change, self._known.id, name, value)
        ticket.otherwise(partial(self._explain_field, name))

    def _remove(self) -> None:
        assert self._known is not None  # noqa: S101 - the button shows only then
        known, self._known = self._known, None
        self._tasks.do(self._rules.remove_change, known.id)
        self.close_card()

    def _explain_field(self, name: str, error: AppError) -> None:
        self.form.refuse(error.field if error.field in self.form.values() else name, str(error))

    def _explain(self, error: AppError) -> None:
        if not self.form.explain(error):
            self.form.refuse("value", str(error))
