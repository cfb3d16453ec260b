"""Every computed date answers "Why this date?": the words that ask, and the card that tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from models.kernel.text import _
from models.kernel.wording import list_date, long_date
from models.terms.days import in_full
from models.terms.rules import alternatives, length_of
from models.terms.values import CERTAINTIES, Grounds, RuleParameter, Term, Unit
from ui.kit.base import Icon, Text, announce, column, row, rule, wrap
from ui.kit.button import Button, Pressable
from ui.kit.card import Fact
from ui.kit.overlay import Overlay
from ui.kit.paint import text_at
from ui.kit.theme import theme

KEYS = "Alt+T"
WIDTH, ASKING = 500, 560
"""The card, and the card with a third button."""
EDGE = 4
"""Room left and right of the words, for the ring of the keyboard."""


class WhyDate(Pressable):
    """A computed date as words with dots under them; a press opens the card that explains it."""

    def __init__(self, size: str = "small", weight: int = 500, tone: str = "ink") -> None:
        super().__init__()
        self._size, self._weight, self._tone = size, weight, tone
        self._title = ""
        self._term: Term | None = None
        self._ask: Callable[[str], object] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.explain)
        self.show_term(None)

    def term(self) -> Term | None:
        return self._term

    def show_term(self, term: Term | None, text: str = "", title: str = "") -> None:
        """The last day of the term, or `text`; without a term the text asks nothing."""
        self._term, self._title = term, title
        words = text or (long_date(term.due) if term else "")
        self.setText(words)
        asks = term is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if asks else Qt.FocusPolicy.NoFocus)
        pointer = Qt.CursorShape.PointingHandCursor if asks else Qt.CursorShape.ArrowCursor
        self.setCursor(pointer)
        self.setToolTip(_("Why this date? ({keys})").format(keys=KEYS) if asks else "")
        named = _("{date}, why this date?").format(date=words) if asks else words
        self.setAccessibleName(named)

    def let_ask(self, ask: Callable[[str], object]) -> None:
        """Let the card offer a question for the next visit; `ask` gets what it is about."""
        self._ask = ask

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def explain(self) -> None:
        if self._term is not None:
            about = _heading(self._term, self._title)
            ask = partial(self._ask, about) if self._ask is not None else None
            explain(self, self._term, self._title, ask)

    def sizeHint(self) -> QSize:
        wide = theme().width(self.text(), self._size, self._weight, True)
        return QSize(wide + 2 * EDGE, theme().line(self._size) + EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(90)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_T:
            self.explain()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        warm = self._term is not None and self.underMouse()
        color = look.color("accent" if warm else self._tone)
        area = QRectF(self.rect()).adjusted(EDGE, 0, -EDGE, 0)
        face = look.font(self._size, self._weight, True)
        used = min(area.width(), text_at(painter, area, self.text(), face, color))
        if self._term is not None:
            dots = QPen(look.color("accent" if warm else "faint"), 1.2, Qt.PenStyle.DotLine)
            painter.setPen(dots)
            low = self.height() - 1.5
            painter.drawLine(QPointF(area.left(), low), QPointF(area.left() + used, low))
        self.paint_ring(painter, look.radius("small"))


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
        self.heading = Text(_heading(told, title), "body", 600, wrap=True)
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


def _heading(told: Term | Grounds, title: str) -> str:
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


def explain_first(window: QWidget) -> bool:
    """Ask the date that has the keyboard, else the first one in sight; False when there is none."""
    dates = [one for one in window.findChildren(WhyDate) if _asks(one)]
    dates.sort(key=partial(_place, window))
    focused = [one for one in dates if one.hasFocus()]
    for one in (focused or dates)[:1]:
        one.explain()
    return bool(dates)


def _place(window: QWidget, date: WhyDate) -> tuple[int, int]:
    corner = date.mapTo(window, date.rect().topLeft())
    return corner.y(), corner.x()


def _asks(date: WhyDate) -> bool:
    return date.isVisible() and date.term() is not None and not date.visibleRegion().isEmpty()
