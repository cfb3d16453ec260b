"""The way of an application on one line, from received to decided, each step with its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controllers.wording import word
from models.applications.rules.states import is_late
from models.applications.values import ApplicationFile, ApplicationState
from models.kernel.text import _
from models.kernel.wording import short_date
from models.terms.values import Term
from ui.kit.base import Icon, Text, column, row
from ui.kit.fitting import side_by_side
from ui.kit.paint import rounded
from ui.kit.theme import theme, themes
from ui.why import EDGE, WhyDate

DONE, NOW, TO_COME, SKIPPED = "done", "now", "to_come", "skipped"
_SIGNS = {
    DONE: ("circle-check", "done", "ink"),
    NOW: ("progress", "accent", "ink"),
    TO_COME: ("circle-dashed", "faint", "quiet"),
    SKIPPED: ("minus", "faint", "quiet"),
}
BELOW = 10


@dataclass(frozen=True, slots=True)
class Step:
    """One step: how far it is, what it says under its name, and the term behind that day."""

    how: str
    word: str
    term: Term | None = None
    late: bool = False


class StepsBand(QWidget):
    """Five steps; a computed day answers why."""

    def __init__(self) -> None:
        super().__init__()
        names = (_("Received"), _("To be completed"), _("Complete"), _("Advice"), _("Decision"))
        self.steps = [StepView(name) for name in names]
        line = row(gap=6, margins=(28 + 14, 8, 24 + 12, 8 + BELOW))
        self._signs = [Icon("chevron-right", "faint", 14) for _step in self.steps[1:]]
        for number, step in enumerate(self.steps):
            if number:
                line.addWidget(self._signs[number - 1])
            line.addWidget(step, 1)
        self.setLayout(line)
        themes.changed.connect(self._fit)
        self._fit()

    def show_file(self, file: ApplicationFile, today: date) -> None:
        made = (
            Step(DONE, short_date(file.days.received_on)),
            _completing(file, today),
            _complete(file),
            _advised(file),
            _decided(file, today),
        )
        for view, step in zip(self.steps, made, strict=True):
            view.show_step(step)
        self.setAccessibleName("; ".join(view.accessibleName() for view in self.steps))

    def _fit(self) -> None:
        """Large letters need the room of the signs between them."""
        for sign in self._signs:
            sign.setVisible(side_by_side())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, area = theme(), QRectF(self.rect()).adjusted(28, 0, -24, -BELOW)
        edge = look.color("edge" if look.contrast else "line")
        rounded(QPainter(self), area, look.radius("control"), look.color("sunken"), edge)


class StepView(QWidget):
    """Sign, name, and the day or the word below it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._sign = Icon("circle-dashed", "faint", 18)
        self._name = Text(name, "small", 600, "quiet")
        self.day = WhyDate()
        line = row(self._sign, gap=8)
        words = column(row(EDGE, self._name, gap=0), self.day, gap=1)
        line.addLayout(words, 1)
        self.setLayout(line)

    def show_step(self, step: Step) -> None:
        sign, tone, ink = _SIGNS[step.how]
        self._sign.set_icon(*(("alert-circle", "late") if step.late else (sign, tone)))
        self._name.set_tone(ink)
        self.day.show_term(step.term, step.word, self._name.text())
        self.day.set_tone("late" if step.late else "quiet")
        self.setAccessibleName(f"{self._name.text()}: {step.word}")


def _completing(file: ApplicationFile, today: date) -> Step:
    days = file.days
    if days.asked_on is None:
        settled = days.completed_on is not None or file.settled
        return Step(SKIPPED, _("not needed")) if settled else Step(TO_COME, _("not asked"))
    if not days.waiting:
        return Step(DONE, _("asked {day}").format(day=short_date(days.asked_on)))
    if days.complete_by is None:
        return Step(NOW, _("asked {day}").format(day=short_date(days.asked_on)))
    by = _("by {day}").format(day=short_date(days.complete_by))
    own = file.completion is None or file.completion.due != days.complete_by
    late = not file.settled and is_late(days.complete_by, today)
    return Step(NOW, by, None if own else file.completion, late)


def _complete(file: ApplicationFile) -> Step:
    day = file.days.completed_on
    if day is not None and not file.days.waiting:
        return Step(DONE, short_date(day))
    if file.state is ApplicationState.RETRACTED:
        return Step(SKIPPED, _("taken back"))
    if file.settled or file.state is ApplicationState.ADVISED:
        return Step(SKIPPED, _("not completed"))
    return Step(NOW if file.state is ApplicationState.RECEIVED else TO_COME, _("not yet"))


def _advised(file: ApplicationFile) -> Step:
    advice = file.advice
    if advice is not None:
        if advice.overtaken:
            return Step(NOW, _("to be given anew"), late=True)
        said = f"{word(advice.outcome)} · {short_date(advice.given_on)}"
        waits = file.state is ApplicationState.IN_ASSESSMENT
        return Step(NOW if waits else DONE, said)
    if file.settled:
        return Step(SKIPPED, _("not given"))
    return Step(NOW if file.state is ApplicationState.IN_ASSESSMENT else TO_COME, _("not yet"))


def _decided(file: ApplicationFile, today: date) -> Step:
    decision = file.decision
    if decision is not None:
        return Step(DONE, short_date(decision.decided_on))
    if file.state is ApplicationState.RETRACTED:
        return Step(SKIPPED, _("taken back"))
    term = file.deciding
    if term is None:
        return Step(TO_COME, _("not yet"))
    late = is_late(term.internal, today)
    how = NOW if file.state is ApplicationState.ADVISED else TO_COME
    return Step(how, _("by {day}").format(day=short_date(term.internal)), term, late)
