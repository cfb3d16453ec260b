"""The acts on an application, each on a card: ask to complete, complete, take back, advise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.wording import word
from models.applications.values import AdviceOutcome, ApplicationFile
from models.kernel.text import _
from models.terms.values import Term
from ui.kit.act_card import ActCard, Values
from ui.kit.base import column, row, wrap
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.text_field import TextField
from ui.tasks import Tasks, Ticket
from ui.why import WhyDate

NEVER = 2_000_000_000
"""Milliseconds of silence after which a text would hand itself in: only the button does."""
TOPMOST = Qt.AlignmentFlag.AlignTop
WIDE = 560


class AskCard(ActCard):
    """Asks the centre to complete; the last day follows from the day it is asked."""

    def __init__(
        self, host: QWidget, file: ApplicationFile, controllers: Controllers, tasks: Tasks
    ) -> None:
        super().__init__(host, _("Ask to complete"), _("Ask"), width=WIDE)
        self._file, self._tasks = file, tasks
        self._applications = controllers.applications
        self._expected: date | None = None
        today = controllers.today()
        self.asked_for = TextField(_proposed_question(file), lines=3, most=7, silence_ms=NEVER)
        self.asked_on, self.by = DateField(today), DateField(today)
        self.why = WhyDate(tone="quiet")
        add, days = self.form.add, row(gap=12)
        days.addWidget(add("asked_on", _("Asked on"), self.asked_on), 1, TOPMOST)
        days.addWidget(add("complete_by", _("To be completed by"), self.by), 1, TOPMOST)
        self.lay_out(
            (
                add("asked_for", _("What must still come"), self.asked_for),
                wrap(days),
                row(None, self.why),
            )
        )
        self.asked_for.set_value(_proposed_question(file), afresh=True)
        self.asked_on.set_value(today, afresh=True)
        self.asked_on.edited.connect(self._ask_term)
        self._ask_term(today)

    def start(self) -> None:
        self.begin(self.asked_for, self._ask)

    def _ask(self, values: Values) -> Ticket[Any]:
        return self._tasks.do(
            self._applications.ask_to_complete,
            self._file.id,
            values["asked_for"],
            values["asked_on"],
            values["complete_by"],
        )

    def _ask_term(self, asked_on: date | None) -> None:
        if asked_on is not None:
            self._tasks.ask(self._applications.completion_term, asked_on).then(self._show_term)

    def _show_term(self, term: Term) -> None:
        """Unless somebody wrote a last day of their own."""
        if self.by.value() in {None, self._expected}:
            self.by.set_value(term.due, afresh=True)
        self._expected = term.due
        self.why.show_term(term, _("Why this date?"), _("To be completed by"))


class DayCard(ActCard):
    """Asks for one day: the file is complete, or the centre takes it back."""

    def __init__(self, host: QWidget, today: date, title: str, text: str, word_: str) -> None:
        super().__init__(host, title, word_, text)
        self.day = DateField(today)
        self.day.set_value(today, afresh=True)

    def start(self, name: str, label: str, act: Callable[[date | None], Ticket[Any]]) -> None:
        self._act, self._name = act, name
        self.lay_out((self.form.add(name, label, self.day),))
        self.begin(self.day, self._hand_over)

    def _hand_over(self, values: Values) -> Ticket[Any]:
        return self._act(values[self._name])


class AdviceCard(ActCard):
    """The rules propose, a person advises; another advice says why."""

    def __init__(
        self, host: QWidget, file: ApplicationFile, controllers: Controllers, tasks: Tasks, me: str
    ) -> None:
        super().__init__(host, _("Give advice"), _("Give advice"), _proposal(file), WIDE)
        self._file, self._tasks = file, tasks
        self._applications = controllers.applications
        today = controllers.today()
        self.outcome = ChoiceField([(one, word(one).capitalize()) for one in AdviceOutcome])
        self.by, self.day = LineField(), DateField(today)
        self.motivation = TextField(lines=3, most=8, silence_ms=NEVER)
        proposed = file.proposal.outcome if file.proposal else AdviceOutcome.POSITIVE
        self.outcome.set_value(proposed, afresh=True)
        self.by.set_value(me, afresh=True)
        self.day.set_value(today, afresh=True)
        add, who = self.form.add, row(gap=12)
        who.addWidget(add("given_by", _("Given by"), self.by), 3, TOPMOST)
        who.addWidget(add("given_on", _("Given on"), self.day), 2, TOPMOST)
        self.lay_out(
            (
                add("outcome", _("Advice"), self.outcome),
                wrap(who),
                add("motivation", _("Motivation"), self.motivation),
            )
        )
        self.outcome.edited.connect(self._turn)
        self._turn(proposed)

    def start(self) -> None:
        self.begin(self.outcome, self._advise)

    def _turn(self, outcome: AdviceOutcome) -> None:
        """Whether this advice asks for a motivation."""
        proposal = self._file.proposal
        said = ""
        if proposal is not None:
            follows = proposal.outcome is outcome
            may = _("May stay empty: your advice follows the rules.")
            said = may if follows else _("Needed: why your advice differs.")
        self.form.row("motivation").set_help(said)

    def _advise(self, values: Values) -> Ticket[Any]:
        return self._tasks.do(
            self._applications.advise,
            self._file.id,
            values["outcome"],
            values["given_by"],
            values["motivation"],
            values["given_on"],
        )


def _proposal(file: ApplicationFile) -> str:
    if file.proposal is None:
        return _("The rules propose nothing yet: not every requirement is judged.")
    said = _("The rules propose: {advice}. {why}")
    return said.format(advice=word(file.proposal.outcome), why=file.proposal.why)


def _proposed_question(file: ApplicationFile) -> str:
    """What is asked most often: the evidence of the requirements that want information."""
    wanted = [
        f"{one.criterion.title}: {', '.join(one.criterion.evidence)}"
        for one in file.asked
        if one.judged.judgement is not None and one.judged.judgement.value == "info_needed"
    ]
    return "\n".join(wanted)


def side_by_side(*parts: QWidget) -> QWidget:
    """Fields on one line; a refusal under one leaves its neighbours where they were."""
    line = row(gap=12)
    for part in parts:
        line.addWidget(part, 1, TOPMOST)
    return wrap(column(line, gap=0))
