"""A finding of an earlier check, looked at again: what it was, and what it looks like now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from controllers.wording import badge, word
from models.checks.rules.recurrence import recurrence_sentence
from models.checks.values import CheckFile, CheckState, RecheckFile, RecheckOutcome, Recurrence
from models.kernel.text import _
from models.kernel.wording import long_date
from ui.drafting import DraftSheet, FormDrafts
from ui.kit.badge import Badge
from ui.kit.base import Text, column, row, rule
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.form import Form
from ui.kit.text_field import TextField
from ui.masking import mask
from ui.tasks import Tasks

RECHECK = "recheck"
"""How the drafts of what is looked at again are called."""


class RecheckEditor(QWidget):
    """Outcome and note hand themselves in, together."""

    said = Signal(object)
    question_wanted = Signal(str, str)

    def __init__(self, checks: Checks, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__()
        self._checks, self._tasks = checks, tasks
        self._recheck: RecheckFile | None = None
        self.form = Form(self)
        self._code = Text("", "small", 500, "quiet", tabular=True)
        self._title = Text("", "body", 600, wrap=True)
        self._badge = Badge("note", "")
        self._when = Text("", "small", 400, "quiet", wrap=True)
        self._often = Text("", "small", 500, "due", wrap=True)
        self._text = Text("", "body", 400, "ink", wrap=True)
        self._asked = Text("", "body", 400, "quiet", wrap=True)
        self._due = Text("", "small", 500, "quiet", wrap=True)
        self.to_matrix = Button(_("Show in the matrix"), "link", "arrow-right")
        choices = [(None, _("Not looked at yet")), *((one, word(one)) for one in RecheckOutcome)]
        self.outcome = ChoiceField(choices, weighed=True)
        self.note = TextField(_("What did you see now?"), lines=3)
        outcome = self.form.add("outcome", _("What it looks like now"), self.outcome)
        note = self.form.add("note", _("Note"), self.note, optional=True)
        outcome.set_help(
            _(
                "Arrows move, Enter hands in, 1 to 4 choose at once. Solved carries the earlier"
                " measure out; not solved counts as found again, and opens a measure that was"
                " ticked off."
            )
        )
        mask(note)
        self.drafting = FormDrafts(self.form, RECHECK, sheet, self._chosen)
        note.set_help(_("Needed when it could not be seen."))
        then, asked = _("What was found then"), _("What was asked then")
        self.setLayout(
            column(
                row(self._code, self._badge, None, gap=10),
                self._title,
                self._when,
                self._often,
                row(self.to_matrix, None),
                6,
                rule(),
                4,
                Text(then, "small", 600, "quiet"),
                self._text,
                4,
                Text(asked, "small", 600, "quiet"),
                self._asked,
                self._due,
                8,
                outcome,
                4,
                note,
                None,
                gap=6,
                margins=(28, 16, 28, 28),
            )
        )
        self.form.changed.connect(self._hand_in)
        self.form.said.connect(self.said)
        self.to_matrix.clicked.connect(self._to_matrix)

    def show_recheck(
        self, check: CheckFile, recheck: RecheckFile, recurrence: Recurrence | None
    ) -> None:
        self._recheck = recheck
        locked = check.state is CheckState.FINISHED
        known = recheck.question_key in {one.key for one in check.template.questions}
        self._code.setText(recheck.question_key if known else "")
        self._title.setText(recheck.title)
        if recheck.grade is not None:
            self._badge.set_state(badge(recheck.grade), word(recheck.grade))
        day = long_date(recheck.visited) if recheck.visited else ""
        said = _("Found on {day} in check {reference}.")
        self._when.setText(said.format(day=day, reference=recheck.reference))
        self._often.setText(recurrence_sentence(recurrence) if recurrence else "")
        self._often.setVisible(recurrence is not None and len(recurrence.before) > 1)
        self._text.setText(recheck.text)
        self._asked.setText(recheck.measure or "–")
        due = long_date(recheck.due) if recheck.due else ""
        self._due.setText(_("Due by {day} at the latest").format(day=due))
        self._due.setVisible(bool(due))
        self.to_matrix.setVisible(known)
        values = {"outcome": recheck.outcome, "note": recheck.note}
        called = f"{check.reference} · {recheck.question_key if known else recheck.title}"
        self.form.show(values, (check.id, recheck.id), called)
        self.outcome.setEnabled(not locked)
        self.note.setReadOnly(locked)
        self.drafting.offer()

    def settle(self) -> None:
        self.form.settle()

    def _chosen(self) -> bool:
        """Without an outcome a note waits: it is kept together with it."""
        return self.outcome.value() is not None

    def _hand_in(self, name: str, _value: object) -> None:
        if not isinstance(self.form.of, tuple):
            return
        if name == "note" and not self._chosen():
            return
        check_id, row_id = self.form.of
        values = self.form.values()
        outcome, note = values["outcome"], values["note"]
        if outcome is RecheckOutcome.NOT_SEEN and not note.strip() and name == "outcome":
            self.form.row("note").field.setFocus()
            return
        ticket = self._tasks.do(self._checks.recheck, check_id, row_id, outcome, note)
        self.form.awaits(ticket, name)

    def _to_matrix(self) -> None:
        if self._recheck is not None:
            self.question_wanted.emit(self._recheck.question_key, "")
