"""The answers of a check for the centre: a row a question, a column a dossier, counted in words.

The heads of the columns stand still while the questions are scrolled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from controllers.checks import standing
from models.checks.values import AnswerValue, CheckFile, Question, Unit
from models.kernel.text import _
from ui.kit.answers import ANSWERS, paint_answer
from ui.kit.base import CENTER, Text, column, empty, row, rule, wrap
from ui.kit.matrix_values import without_prefix
from ui.kit.paint import LEFT, text_at
from ui.kit.shell import scrolled
from ui.kit.theme import theme

SHOWN = 20
"""So many dossiers are told by a sign each; more of them only by counts."""
CELL, LARGER = 40, 1.6
"""The least width of a column; how much larger its signs are than in the matrix."""
ACROSS, UPRIGHT, KNOWN = 560, 150, 130
"""The room for all columns when what stands over them lies; the most that it may be long when it
stands up; the width from which a channel is known by how its name begins."""


Standing = Mapping[str, AnswerValue | None]
"""What one dossier answers, by question."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a column: its place in the check when it is told by that, and its name."""

    place: str
    name: str


def heads(check: CheckFile) -> tuple[Head, ...]:
    """Of dossiers their place, as the summary calls them, and their number without what all share.

    A channel is called by its own name in the summary.
    """
    numbers = [one.number for one in check.dossiers]
    if check.template.unit is Unit.PUBLIC_CHANNEL:
        return tuple(Head("", number) for number in numbers)
    _shared, names = without_prefix(numbers)
    return tuple(Head(str(at), name) for at, name in enumerate(names, 1))


class Columns:
    """How wide the columns are, asked anew whenever they are measured or painted."""

    def __init__(self, heads: Sequence[Head]) -> None:
        self.heads = tuple(heads)

    def longest(self) -> int:
        return max((theme().width(each.name, "small", 500, True) for each in self.heads), default=0)

    def lying(self) -> bool:
        """Whether the names fit beside each other, or enough of each channel to know it by."""
        return self._wished() <= self._share() or (
            self.named and self._share() >= theme().px(KNOWN)
        )

    def cell(self) -> int:
        least = theme().px(CELL)
        return max(least, min(self._wished(), self._share())) if self.lying() else least

    @property
    def named(self) -> bool:
        """Channels bear a name, known by how it begins; a number is known by how it ends."""
        return not any(each.place for each in self.heads)

    def _wished(self) -> int:
        return self.longest() + theme().px(14)

    def _share(self) -> int:
        return theme().px(ACROSS) // max(1, len(self.heads))


class Heads(QWidget):
    """The heads of the columns, in the order of the check."""

    def __init__(self, columns: Columns) -> None:
        super().__init__()
        self._columns = columns
        said = (" ".join(part for part in (one.place, one.name) if part) for one in columns.heads)
        self.setAccessibleName(", ".join(said))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look, line = theme(), theme().line("small")
        placed = any(one.place for one in self._columns.heads)
        lying = self._columns.lying()
        tall = line if lying else min(look.px(UPRIGHT), self._columns.longest()) + look.px(6)
        wide = self._columns.cell() * len(self._columns.heads)
        return QSize(wide, tall + (line if placed else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, cell = QPainter(self), self._columns.cell()
        for at, head in enumerate(self._columns.heads):
            self._paint(painter, QRectF(at * cell, 0, cell, self.height()), head)

    def _paint(self, painter: QPainter, area: QRectF, head: Head) -> None:
        look, line = theme(), theme().line("small")
        name = QRectF(area)
        if head.place:
            place = QRectF(area.left(), area.bottom() - line, area.width(), line)
            text_at(painter, place, head.place, look.font("small", 600, True), look.color("ink"),
                    CENTER, elide=False)  # fmt: skip
            name.setBottom(place.top())
        face, ink = look.font("small", 500, True), look.color("quiet")
        if self._columns.lying():
            text_at(painter, name.adjusted(4, 0, -4, 0), head.name, face, ink, CENTER)
            return
        cut = Qt.TextElideMode.ElideRight if self._columns.named else Qt.TextElideMode.ElideLeft
        text = QFontMetricsF(face).elidedText(head.name, cut, name.height())
        painter.save()
        painter.translate(name.left(), name.bottom())
        painter.rotate(-90)
        text_at(painter, QRectF(0, 0, name.height(), name.width()), text, face, ink, LEFT,
                elide=False)  # fmt: skip
        painter.restore()


class Marks(QWidget):
    """The answers to one question, a sign a dossier, in the order of the check."""

    def __init__(
        self, values: Sequence[AnswerValue | None], columns: Columns | None = None
    ) -> None:
        super().__init__()
        self._values = tuple(values)
        """A dossier without an answer keeps its place, so that columns stand under each other."""
        self._columns = columns or Columns(())
        self.setAccessibleName(counted(values))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._columns.cell() * len(self._values), theme().px(CELL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, cell = QPainter(self), self._columns.cell()
        for place, value in enumerate(self._values):
            if value is not None:
                paint_larger(painter, value, QPointF(cell * (place + 0.5), self.height() / 2), self)


class Sign(QWidget):
    """The sign of one answer, before its count."""

    def __init__(self, value: AnswerValue) -> None:
        super().__init__()
        self._value = value
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(CELL), theme().px(CELL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        middle = QPointF(self.width() / 2, self.height() / 2)
        paint_larger(QPainter(self), self._value, middle, self)


def paint_larger(painter: QPainter, value: AnswerValue, middle: QPointF, on: QWidget) -> None:
    """The sign of an answer as large as the letters beside it, and as sharp."""
    painter.save()
    painter.translate(middle)
    painter.scale(LARGER, LARGER)
    paint_answer(painter, value.value, QPointF(0, 0), on.devicePixelRatioF() * LARGER)
    painter.restore()


class TurnedAnswers(QWidget):
    """`area` scrolls the questions under the heads; made anew when the answers are others."""

    def __init__(self) -> None:
        super().__init__()
        self._columns, self._each = Columns(()), False
        self._shown: object = None
        self._head = row(gap=20, margins=(14, 0, 0, 6))
        self._lines = column(gap=10, margins=(12, 8, 8, 24))
        self.area = scrolled(wrap(self._lines))
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        whole = column(wrap(self._head), rule(), self.area, gap=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def show_check(self, check: CheckFile) -> None:
        stands = [standing(check.template, one.answers) for one in check.dossiers]
        now = check.template, [one.number for one in check.dossiers], stands
        if now == self._shown:
            return
        self._shown = now
        self._columns = Columns(heads(check))
        self._each = len(self._columns.heads) <= SHOWN
        self._fill_head(check)
        self._fill(check, stands)

    def _fill_head(self, check: CheckFile) -> None:
        empty(self._head)
        self._head.addWidget(self._caption(check))
        self._head.addStretch(1)
        if self._each:
            self._head.addWidget(Heads(self._columns), 0, Qt.AlignmentFlag.AlignBottom)
        self._head.addSpacing(self.area.verticalScrollBar().sizeHint().width() + 10)

    def _caption(self, check: CheckFile) -> QWidget:
        of_offer = check.template.unit is Unit.PUBLIC_CHANNEL
        word = _("Channels") if of_offer else _("Dossiers")
        told = word if self._each else f"{word}: {len(check.dossiers)}"
        shared, _names = without_prefix([one.number for one in check.dossiers])
        if shared and self._each and not of_offer:
            told = f"{word} {shared}…"
        line = column(None, Text(told, "small", 600), gap=0)
        return wrap(line)

    def _fill(self, check: CheckFile, stands: Sequence[Standing]) -> None:
        empty(self._lines)
        for section in check.template.sections:
            self._lines.addSpacing(8)
            self._lines.addWidget(Text(section.title, "large", 600, "accent", wrap=True))
            for one in section.questions:
                self._lines.addWidget(self._line(one, [given[one.key] for given in stands]))
                self._lines.addWidget(rule())
        self._lines.addStretch(1)

    def _line(self, question: Question, given: Sequence[AnswerValue | None]) -> QWidget:
        line = row(gap=16)
        line.addWidget(Text(question.title, "body", wrap=True), 1)
        if self._each:
            line.addWidget(Marks(given, self._columns), 0, Qt.AlignmentFlag.AlignTop)
        return wrap(column(line, _tally(given), gap=2))


def _tally(given: Sequence[AnswerValue | None]) -> QWidget:
    """The counts in words, each after its sign."""
    counts = Counter(value for value in given if value is not None)
    line = row(gap=2)
    for value in AnswerValue:
        if counts[value]:
            line.addWidget(Sign(value))
            line.addWidget(Text(_count(value, counts[value]), "small", 500, "quiet", tabular=True))
            line.addSpacing(16)
    if not counts:
        line.addWidget(Text(_("No answer yet"), "small", 500, "quiet"))
    line.addStretch(1)
    return wrap(line)


def _count(value: AnswerValue, count: int) -> str:
    return f"{count} {ANSWERS[value.value].word}"


def counted(given: Sequence[AnswerValue | None]) -> str:
    """10 ja · 1 gedeeltelijk · 1 nee."""
    counts = Counter(value for value in given if value is not None)
    return " · ".join(_count(value, counts[value]) for value in AnswerValue if counts[value])
