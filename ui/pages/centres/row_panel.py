"""What a dry run says of one row: why, what would change, and the choice there is."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.intake.known import Value
from controllers.intake.plan_values import Choice, FieldChange, Outcome
from controllers.intake.report import Action, Issue
from models.kernel.text import _, ngettext
from models.kernel.wording import list_date
from ui.kit.badge import Badge
from ui.kit.base import Icon, Text, column, empty, row, wrap
from ui.pages.centres.fitting import Tabs
from ui.pages.centres.import_rows import OUTCOMES, ImportRow
from ui.pages.centres.words import field_word

CHANGES_SHOWN = 24
_SIGNS = {
    Action.REFUSE_ROW: ("alert-circle", "late"),
    Action.REFUSE_VALUE: ("alert-circle", "late"),
    Action.QUESTION: ("alert-triangle", "due"),
    Action.NOTE: ("info-circle", "quiet"),
}
WHOLE = (Choice.SKIP, Choice.TAKE)
PARTLY = (None, Choice.SKIP, Choice.TAKE)
"""None: the row without the value that is in question."""


class RowPanel(QWidget):
    """`chosen(Choice)` tells what a person decided about the row that shows, or None."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("", "body", 600, wrap=True)
        self.where = Text("", "small", 400, "quiet", tabular=True)
        self.state = Badge("plain", "")
        name = _("What to do with the row")
        self.whole = Tabs((_("Skip row"), _("Take over")), name=name)
        words = (_("Without the value"), _("Skip row"), _("Take over"))
        self.partly = Tabs(words, name=name)
        self.hint = Text("", "small", 400, "quiet", wrap=True)
        self._issues = column(gap=10)
        self._changes = column(gap=6)
        self._what = Text(_("What changes"), "small", 600, "quiet")
        head = column(self.title, row(self.where, self.state, None, gap=10), gap=4)
        self.setLayout(
            column(
                head,
                self._issues,
                self.whole,
                self.partly,
                self.hint,
                self._what,
                self._changes,
                None,
                gap=14,
                margins=(22, 6, 22, 18),
            )
        )
        self.whole.chosen.connect(self._choose_whole)
        self.partly.chosen.connect(self._choose_partly)
        self.show_row(None)

    def show_row(self, shown: ImportRow | None) -> None:
        empty(self._issues)
        empty(self._changes)
        self.state.setVisible(shown is not None)
        self.where.setVisible(shown is not None)
        if shown is None:
            self.title.setText(_("Choose a row to see what would happen to it."))
            for part in (self.whole, self.partly, self.hint, self._what):
                part.hide()
            return
        plan = shown.plan
        word, badge = OUTCOMES[plan.outcome]
        self.title.setText(plan.title or _("Without name"))
        self.where.setText(_("Row {row}").format(row=plan.row))
        self.state.set_state(badge, _(word))
        for issue in plan.issues:
            self._issues.addWidget(_said(issue))
        self.whole.setVisible(bool(plan.choices) and not shown.partly)
        self.partly.setVisible(bool(plan.choices) and shown.partly)
        self.whole.choose(WHOLE.index(plan.choice or Choice.TAKE))
        self.partly.choose(PARTLY.index(plan.choice))
        self._hint(shown)
        self._show_changes(plan.changes if plan.outcome is Outcome.CHANGED else ())

    def _hint(self, shown: ImportRow) -> None:
        plan = shown.plan
        if plan.held_back:
            said = _("The row is taken over without the value in question.")
        elif plan.kept_empty:
            said = ngettext(
                "{count} value that is empty in the list stays as it is known.",
                "{count} values that are empty in the list stay as they are known.",
                plan.kept_empty,
            ).format(count=plan.kept_empty)
        elif not plan.issues and plan.outcome is Outcome.SAME:
            said = _("Everything in this row is known already.")
        else:
            said = ""
        self.hint.setText(said)
        self.hint.setVisible(bool(said))

    def _show_changes(self, changes: tuple[FieldChange, ...]) -> None:
        self._what.setVisible(bool(changes))
        for change in changes[:CHANGES_SHOWN]:
            old, new = _value(change.old), _value(change.new)
            self._changes.addWidget(Text(field_word(change.field), "small", 500, "quiet"))
            said = f"{old} → {new}" if old else new
            self._changes.addWidget(Text(said, "body", 400, wrap=True))
        if len(changes) > CHANGES_SHOWN:
            more = _("and {count} more").format(count=len(changes) - CHANGES_SHOWN)
            self._changes.addWidget(Text(more, "small", 400, "faint"))

    def _choose_whole(self, number: int) -> None:
        self.chosen.emit(WHOLE[number])

    def _choose_partly(self, number: int) -> None:
        self.chosen.emit(PARTLY[number])


def _said(issue: Issue) -> QWidget:
    icon, tone = _SIGNS[issue.action]
    line = row(column(Icon(icon, tone, 16), None, margins=(0, 2, 0, 0)), gap=8)
    line.addWidget(Text(issue.reason, "body", 400, wrap=True), 1)
    return wrap(line)


def _value(value: Value) -> str:
    match value:
        case bool():
            return _("yes") if value else _("no")
        case date():
            return list_date(value)
        case StrEnum():
            return value.value
        case None:
            return ""
        case _:
            return str(value)
