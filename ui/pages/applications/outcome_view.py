"""What comes of an application: the advices that were given, and the decision."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controllers.bundle import Controllers
from controllers.wording import badge, word
from models.applications.rules import overtaken_sentence
from models.applications.values import AdviceFile, ApplicationFile, ApplicationState
from models.kernel.text import _
from models.kernel.wording import long_date
from ui.decision_panel import DecisionPanel
from ui.kit.badge import Badge
from ui.kit.base import Text, column, empty, row, wrap
from ui.kit.card import Card
from ui.kit.shell import scrolled
from ui.tasks import Tasks

WIDTH = 1080


class OutcomeView(QWidget):
    """Advice and decision are two things by two people, so they stand side by side."""

    said = Signal(object)
    wanted = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._advices: QVBoxLayout = column(gap=12)
        self._shown: Sequence[AdviceFile] | None = None
        self.proposal = Text("", "small", 400, "quiet", wrap=True)
        self.missing = Text("", "body", 400, "quiet", wrap=True)
        self.decision = DecisionPanel(controllers, tasks, here="application")
        self.decision.said.connect(self.said)
        self.decision.wanted.connect(self.wanted)
        left = Card(_("Advice"), self.proposal, 6, self._advices, icon="scale")
        right = Card(_("Decision"), self.missing, self.decision, icon="gavel")
        line = row(gap=16, margins=(28, 4, 24, 28))
        line.addWidget(wrap(column(left, None, gap=0)), 2)
        line.addWidget(wrap(column(right, None, gap=0)), 3)
        content = wrap(line)
        content.setMaximumWidth(WIDTH)
        outer = row(gap=0)
        outer.addWidget(content, 100)
        outer.addStretch(1)
        self.setLayout(column(scrolled(wrap(outer)), gap=0))

    def show_file(self, file: ApplicationFile) -> None:
        self.proposal.setText(_proposal(file))
        self._show_advices(file.advices)
        self.decision.setVisible(file.decision is not None)
        self.missing.setVisible(file.decision is None)
        self.missing.setText(missing_to_decide(file))
        if file.decision is not None:
            self.decision.show_decision(file.decision)

    def settle(self) -> None:
        self.decision.settle()

    def _show_advices(self, advices: Sequence[AdviceFile]) -> None:
        if advices == self._shown:
            return
        self._shown = advices
        empty(self._advices)
        for advice in advices:
            self._advices.addWidget(_card(advice))
        if not advices:
            self._advices.addWidget(Text(_("No advice was given yet."), "body", 400, "quiet"))


def missing_to_decide(file: ApplicationFile) -> str:
    """What stands between this application and a decision, in one or two sentences."""
    if file.state is ApplicationState.RETRACTED:
        return file.why
    if file.advice is not None and file.advice.overtaken:
        return _("No decision yet: the advice rests on other judgements. Give the advice anew.")
    if file.state is not ApplicationState.ADVISED:
        return _("No decision yet: a positive or negative advice comes first.")
    unmotivated = [one.key for one in file.criteria if one.gap is not None]
    said = _("Ready to be decided by someone else than {names}.")
    names = ", ".join(dict.fromkeys(name for name in _eyes(file) if name))
    if not unmotivated:
        return said.format(names=names)
    lacking = _("A refusal still needs a motivation for: {keys}.")
    return f"{said.format(names=names)} {lacking.format(keys=', '.join(unmotivated))}"


def _eyes(file: ApplicationFile) -> tuple[str, ...]:
    return (file.assessor, *(one.given_by for one in file.advices))


def _proposal(file: ApplicationFile) -> str:
    if file.proposal is None:
        return _("An advice is proposed when every requirement is judged.")
    said = _("The rules propose: {advice}. {why}")
    return said.format(advice=word(file.proposal.outcome), why=file.proposal.why)


def _card(advice: AdviceFile) -> QWidget:
    who = f"{advice.given_by} · {long_date(advice.given_on)}"
    lines = column(
        row(Badge(badge(advice.outcome), word(advice.outcome).capitalize()), None),
        Text(who, "small", 500, "quiet"),
        gap=3,
    )
    if advice.motivation:
        lines.addWidget(Text(advice.motivation, "body", 400, "ink", wrap=True))
    if advice.overtaken:
        said = f"{overtaken_sentence(advice)} {_('Give the advice anew.')}"
        lines.addWidget(Text(said, "small", 500, "late", wrap=True))
    return wrap(lines)
