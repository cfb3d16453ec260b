"""How far a check is, what was answered, and what the five signs mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from models.checks.values import Progress, Question
from models.kernel.text import _
from ui.kit.answers import ANSWERS, AnswerMark
from ui.kit.base import Text, column, row
from ui.kit.matrix_values import Direction
from ui.kit.segmented import Segmented
from ui.kit.shares import TONES, ShareBar, count_words
from ui.kit.theme import theme, themes
from ui.pages.checks.legend import Legend
from ui.pages.checks.sight import share_of

ONE_LINE = 1060
"""Width from which counts and legend stand on one line, at the usual size of text."""

GAP, LEFT, MARGINS = 10, 28, 48
"""Between what is counted; left of it; left and right together."""

LARGE = 1.2
"""Scale of text from which a line holds half as much."""

DIRECTIONS = (Direction.DOSSIER, Direction.QUESTION)


class ProgressLine(QWidget):
    """Done and good are two different things: every answer is done, only a yes is good."""

    def __init__(self) -> None:
        super().__init__()
        self._done = Text("", "small", 600, "quiet", tabular=True)
        self.lacking = Text("", "small", 500, "due", tabular=True)
        self.meter = ShareBar()
        self.counts = {answer: AnswerCount(answer) for answer in ANSWERS}
        self._line = row(gap=GAP)
        self._line.addLayout(row(self._done, self.meter, self.lacking, None, gap=GAP))
        self._line.addLayout(row(*self.counts.values(), None, gap=GAP))
        counts = row(gap=0)
        counts.addLayout(self._line)
        counts.addStretch(1)
        self._legend = Legend()
        self._both = column(counts, self._legend, gap=4, margins=(LEFT, 0, MARGINS - LEFT, 6))
        self.setLayout(self._both)
        themes.changed.connect(self._fit)
        self._fit()

    def show_progress(self, progress: Progress, lacking: Sequence[str]) -> None:
        """What is answered and with what; `lacking` says what answers still lack, kind by kind."""
        done, total = progress.answered, progress.total
        self._done.setText(_("{done} of {total} answers").format(done=done, total=total))
        share = share_of(progress)
        self.meter.set_share(share)
        for answer, shown in self.counts.items():
            shown.tell(share.count(answer))
        self.lacking.setText(", ".join(lacking))
        self.lacking.setVisible(bool(lacking))
        self._arrange()

    def follow(self, question: Question) -> None:
        """The legend tells the keys of this question."""
        self._legend.follow(question)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The signs go below how far it is, so neither pushes the panel away."""
        apart = max(part.minimumSize().width() for part in self._parts())
        return QSize(apart + MARGINS, super().minimumSizeHint().height())

    def _parts(self) -> list[QLayout]:
        items = map(self._line.itemAt, range(self._line.count()))
        found = [item.layout() for item in items if item is not None]
        return [part for part in found if part is not None]

    def _arrange(self) -> None:
        """Beside each other where there is room, else below each other."""
        room = self.width() >= round(ONE_LINE * theme().scale)
        _turn(self._both, beside=room)
        needed = sum(part.sizeHint().width() for part in self._parts()) + MARGINS + GAP
        _turn(self._line, beside=needed <= self.width())

    def _fit(self) -> None:
        """With large text the answer buttons beside the matrix are the legend."""
        large = theme().scale >= LARGE
        self._legend.setVisible(not large)
        self.meter.setVisible(not large)


class AnswerCount(QWidget):
    """The sign of an answer with how often it was given; in words in its tip."""

    def __init__(self, answer: str) -> None:
        super().__init__()
        self._answer = answer
        self.number = Text("", "small", 600, TONES[answer], tabular=True)
        self.setLayout(row(AnswerMark(answer), self.number, gap=2))

    def tell(self, count: int) -> None:
        """What was never given is not told, but for a yes."""
        said = count_words(self._answer, count)
        self.number.setText(str(count))
        self.setToolTip(said)
        self.setAccessibleName(said)
        self.setVisible(count > 0 or self._answer == "yes")


class MatrixChoices(QWidget):
    """`filtered(bool)` tells that only open questions are wanted; `turned(Direction)` the order."""

    filtered = Signal(bool)
    turned = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.filter = Segmented((_("All"), _("Open ones")), name=_("Which questions"))
        self.direction = Segmented(
            (_("Per dossier"), _("Per question")), name=_("Where an answer goes on to")
        )
        self.setLayout(row(self.direction, self.filter, None, gap=8))
        self.filter.chosen.connect(self._filtered)
        self.direction.chosen.connect(self._turned)

    def _filtered(self, choice: int) -> None:
        self.filtered.emit(choice == 1)

    def _turned(self, choice: int) -> None:
        self.turned.emit(DIRECTIONS[choice])


def _turn(line: QBoxLayout, *, beside: bool) -> None:
    way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
    if line.direction() != way:
        line.setDirection(way)
