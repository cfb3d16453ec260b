"""The card that answers "Why this date?": the whole sum of a term, its rule and other readings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from models.kernel.text import _
from models.kernel.wording import list_date, long_date
from models.terms.days import in_full
from models.terms.rules import alternatives, length_of
from models.terms.values import CERTAINTIES, Grounds, RuleParameter, Term, Unit
from ui.kit.base import Icon, Text, announce, column, row, rule, wrap
from ui.kit.button import Button
from ui.kit.card import Fact
from ui.kit.overlay import Overlay
from ui.kit.theme import theme

WIDTH, ASKING = 500, 560
"""The card, and the card with a third button."""


class WhyCard(Overlay):
    """The whole sum of one term, and a sentence about it to take along."""

    def __init__(
        self,
        host: QWidget,
        told: Term | Grounds,
        title: str = "",
        ask: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(host, WIDTH if ask is None else ASKING)
        self.told, self._ask = told, ask
        self.heading = Text(heading(told, title), "body", 600, wrap=True)
        self.copy = Button(_("Copy as a sentence"), "primary", "note", keys="C")
        self.copy.clicked.connect(self.copy_sentence)
        self.shut = Button(_("Close"), "secondary", keys="Esc")
        self.shut.clicked.connect(self.close_card)
        self.question = Button(_("Question for the visit"), "secondary", "message-2", keys="V")
        self.question.clicked.connect(self.ask_about)
        if ask is None:
            self.question.hide()
        out = column(
            Text(_("Why this date?"), "small", 600, "accent"),
            self.heading,
            gap=6,
            margins=(24, 20, 24, 20),
        )
        out.addWidget(_Sum(told), 1)
        out.addSpacing(8)
        out.addLayout(row(self.question, None, self.shut, self.copy, gap=8))
        self.card.setLayout(out)
        self.setAccessibleName(f"{_('Why this date?')} {self.heading.text()}")
        self.copy.setAccessibleDescription(spoken(told))
        self.closed.connect(self.deleteLater)

    def copy_sentence(self) -> None:
        QGuiApplication.clipboard().setText(self.told.sentence)
        self.copy.setText(_("Copied"))
        self.copy.set_icon("check")
        announce(self, _("The sentence is on the clipboard."))

    def ask_about(self) -> None:
        """Close, and let who opened the card ask a question about this date."""
        if self._ask is not None:
            self.close_card()
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_C:
            self.copy_sentence()
            event.accept()
        elif event.key() == Qt.Key.Key_V:
            self.ask_about()
            event.accept()
        else:
            super().keyPressEvent(event)


class _Sum(QScrollArea):
    """As tall as its text where there is room; with large text it scrolls, and takes the keys."""

    def __init__(self, told: Term | Grounds) -> None:
        super().__init__()
        self._inside = inside = column(gap=6)
        for part in _parts(told):
            inside.addSpacing(4)
            inside.addLayout(part)
        inside.addSpacing(8)
        said = Text(f"„{told.sentence}”", "small", 400, "quiet", wrap=True, italic=True)
        inside.addWidget(said)
        self.setWidget(wrap(inside))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(spoken(told))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, theme().line() * 4)


def explain(
    host: QWidget, told: Term | Grounds, title: str = "", ask: Callable[[], object] | None = None
) -> WhyCard:
    """Open the card over the window of `host`; Esc closes it, C copies the sentence.

    With `ask`, V closes it and begins a question about this date for the next visit.
    """
    card = WhyCard(host, told, title, ask)
    card.open(card.copy)
    return card


def certainty_words(rule: RuleParameter) -> str:
    """How sure the value of a rule is, in the language of the screen."""
    return _(CERTAINTIES.get(rule.certainty, rule.certainty))


def validity_words(rule: RuleParameter) -> str:
    """Between which days the value holds."""
    first, last = rule.valid_from, rule.valid_until
    if first and last:
        return _("from {first} to {last}").format(first=list_date(first), last=list_date(last))
    if first:
        return _("from {first}").format(first=list_date(first))
    if last:
        return _("until {last}").format(last=list_date(last))
    return _("without an end, since when is not known")


def spoken(told: Term | Grounds) -> str:
    """The whole card in one breath, for who hears it."""
    parts = [*told.steps, told.rule.reference, certainty_words(told.rule)]
    if isinstance(told, Term):
        parts += [f"{other.label}: {long_date(other.due)}" for other in alternatives(told)]
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def heading(told: Term | Grounds, title: str) -> str:
    """What the card is about: the title, with the day where it is of a term."""
    if isinstance(told, Grounds):
        return f"{title}: {told.title}" if title else told.title
    named, day = title or told.rule.title, in_full(told.due)
    return f"{named}, {day}" if named else day


def _parts(told: Term | Grounds) -> list[QVBoxLayout]:
    if isinstance(told, Grounds):
        facts = column(*(Fact(label, day) for label, day in told.facts), gap=4)
        return [facts, _steps(told.steps), _basis(told.rule)]
    return [*_sum(told), _settled(told), _basis(told.rule), *_others(told)]


def _sum(term: Term) -> list[QVBoxLayout]:
    facts = column(Fact(_("Start"), in_full(term.start)), gap=4)
    if term.event != term.start:
        facts.addWidget(Fact(_("Counts as received on"), in_full(term.event)))
    if term.rule.unit in (Unit.DAYS, Unit.MONTHS, Unit.YEARS):
        word = _("Counted back") if term.rule.backwards else _("Length")
        facts.addWidget(Fact(word, length_of(term.rule)))
    for holiday in term.holidays:
        named = _("Holiday: {name}").format(name=holiday.name)
        facts.addWidget(Fact(named, in_full(holiday.day)))
    return [facts, _steps(term.steps)]


def _steps(told: Sequence[str]) -> QVBoxLayout:
    steps = column(gap=3)
    for number, step in enumerate(told, 1):
        mark = Text(f"{number}.", "small", 400, "faint", wrap=True, tabular=True)
        mark.setFixedWidth(theme().px(16))
        line = row(mark, gap=2)
        line.addWidget(Text(step, "small", 400, "quiet", wrap=True), 1)
        steps.addLayout(line)
    return steps


def _settled(term: Term) -> QVBoxLayout:
    out = column(rule(), 2, Fact(_("Last day"), in_full(term.due), weight=600), gap=4)
    if term.internal != term.due:
        out.addWidget(Fact(_("Day to work with"), in_full(term.internal), weight=600))
    return out


def _basis(found: RuleParameter) -> QVBoxLayout:
    out = column(gap=2)
    if found.reference:
        named = Text(found.reference, "small", 400, "quiet", wrap=True)
        line = row(column(Icon("scale", "quiet", 15), None, gap=0), gap=6)
        line.addWidget(named, 1)
        out.addLayout(line)
    certain = certainty_words(found)
    said = _("{certainty}; in force {validity}").format(
        certainty=certain[:1].upper() + certain[1:], validity=validity_words(found)
    )
    out.addWidget(Text(f"{said}.", "small", 400, "faint", wrap=True))
    return out


def _others(term: Term) -> list[QVBoxLayout]:
    readings = alternatives(term)
    if not readings:
        return []
    out = column(rule(), 2, Text(_("Read in another way"), "small", 600, "quiet"), gap=4)
    for other in readings:
        out.addWidget(Fact(other.label, in_full(other.due), "quiet", 400))
    return [out]
