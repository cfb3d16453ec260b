"""Counts a term while somebody types: which rule, from which day, how it was sent."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from models.kernel.errors import Refused
from models.kernel.text import _
from models.settings.values import RuleEntry
from models.terms.rules import holidays_sentence, term
from models.terms.values import Changed, Regime, Term
from ui.kit.base import Text, column, row, wrap
from ui.kit.card import Card
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.form import FormRow
from ui.kit.theme import theme
from ui.why import WhyDate

FIRST = "centre_response_days"
SHORTEST = 4
"""Signs a choice keeps when the text is large and room is short."""


class TermStrip(Card):
    """`kind`, `start` and `sent` give `due`, and under it every step of the sum."""

    def __init__(self, today: date) -> None:
        self.kind = ChoiceField()
        self.start = DateField(today)
        self.sent = ChoiceField(
            [
                (None, _("Not sent, or handed over")),
                (Regime.REGISTERED, _("Registered letter")),
                (Regime.RECEIPT, _("Registered letter with receipt")),
            ]
        )
        self.due = WhyDate("body", 600)
        self.told = Text("", "small", 400, "quiet", wrap=True)
        self.start.setAccessibleName(_("Start"))
        self.told.setMinimumHeight(round(3 * 1.3 * theme().line("small")))
        super().__init__(_("Count a term"), self._fields(), 2, self.told, icon="calendar-due")
        self._changed = Changed()
        self.term: Term | None = None
        self.start.set_value(today)
        self.sent.set_value(None, afresh=True)
        self.kind.currentIndexChanged.connect(self.count)
        self.sent.currentIndexChanged.connect(self.count)
        self.start.textChanged.connect(self.count)

    def show_rules(self, entries: tuple[RuleEntry, ...], changed: Changed) -> None:
        """The rules that can be counted with, and what the office knows of them."""
        self._changed = changed
        before = self.kind.value()
        terms = [
            (entry.key, entry.title)
            for entry in entries
            if any(line.rule.keeper is not None for line in entry.lines)
        ]
        self.kind.set_choices(terms)
        self.kind.set_value(before or FIRST, afresh=True)
        self.count()

    def choose(self, key: str) -> None:
        """Count with this rule, when it is one to count with."""
        before = self.kind.value()
        self.kind.set_value(key, afresh=True)
        if self.kind.value() is None:
            self.kind.set_value(before, afresh=True)

    def count(self, _changed: object = None) -> None:
        """The last day of what stands in the fields now."""
        try:
            start = self.start.read(self.start.text())
            if not isinstance(start, date) or self.kind.value() is None:
                self._tell_nothing(_("Write the day on which the term starts."))
                return
            self.term = term(
                self.kind.value(), start, regime=self.sent.value(), changed=self._changed
            )
        except Refused as error:
            self._tell_nothing(str(error))
            return
        steps = (*self.term.steps, holidays_sentence(self.term.holidays))
        self.due.show_term(self.term)
        self.told.setText(" ".join(step for step in steps if step))

    def _tell_nothing(self, sentence: str) -> None:
        self.term = None
        self.due.show_term(None, "—")
        self.told.setText(sentence)

    def _fields(self) -> QWidget:
        start = column(Text(_("Start"), "small", 500), self.start, gap=5)
        self.start.setMinimumWidth(theme().px(148))
        for field in (self.kind, self.sent):
            field.setMinimumContentsLength(SHORTEST)
        asked = row(gap=12)
        asked.addWidget(FormRow(_("Term"), self.kind), 6)
        asked.addLayout(start, 2)
        asked.addWidget(FormRow(_("How it was sent"), self.sent), 4)
        answer = row(Text(_("Last day"), "small", 400, "quiet"), self.due, None, gap=6)
        return wrap(column(asked, answer, gap=8))
