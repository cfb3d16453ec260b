"""How far a check is, how much of it is good, and what the five signs mean."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from models.checks.values import Progress
from models.kernel.text import _
from ui.kit.answers import ANSWERS, AnswerMark
from ui.kit.base import Text, column, row, wrap
from ui.kit.matrix_values import Direction
from ui.kit.segmented import Segmented
from ui.kit.shares import ShareBar
from ui.kit.theme import theme, themes
from ui.pages.checks.sight import share_of

ONE_LINE = 1060
"""Width from which counts and legend stand on one line, at the usual size of text."""

LARGE = 1.2
"""Scale of text from which a line holds half as much."""

DIRECTIONS = (Direction.DOSSIER, Direction.QUESTION)


class ProgressLine(QWidget):
    """Done and good are two different things."""

    def __init__(self) -> None:
        super().__init__()
        self._done = Text("", "small", 600, "quiet", tabular=True)
        self._good = Text("", "small", 500, "done", tabular=True)
        self._lacking = Text("", "small", 500, "due", tabular=True)
        self._partly = Text("", "small", 500, "due", tabular=True)
        self._bad = Text("", "small", 500, "late", tabular=True)
        self.meter = ShareBar()
        parts = (self._good, self._partly, self._bad, self._lacking)
        counts = row(self._done, self.meter, *parts, None, gap=10)
        self._legend = wrap(_legend())
        self._both = column(counts, self._legend, gap=4, margins=(28, 0, 20, 6))
        self.setLayout(self._both)
        themes.changed.connect(self._fit)
        self._fit()

    def show_progress(self, progress: Progress, gaps: int) -> None:
        """What is answered, what of it is good, and what still lacks a note or a reason."""
        done, total = progress.answered, progress.total
        self._done.setText(_("{done} of {total} answers").format(done=done, total=total))
        self.meter.set_share(share_of(progress))
        self._good.setText(_("{count} good").format(count=progress.good))
        self._partly.setText(_("{count} partly").format(count=progress.partly))
        self._partly.setVisible(progress.partly > 0)
        self._bad.setText(_("{count} no").format(count=progress.bad))
        self._bad.setVisible(progress.bad > 0)
        lacking = max(0, gaps - (total - done))
        self._lacking.setText(_("{count} without note").format(count=lacking))
        self._lacking.setVisible(lacking > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room, else below each other."""
        super().resizeEvent(event)
        room = self.width() >= round(ONE_LINE * theme().scale)
        way = QBoxLayout.Direction.LeftToRight if room else QBoxLayout.Direction.TopToBottom
        if self._both.direction() != way:
            self._both.setDirection(way)

    def _fit(self) -> None:
        """With large text the answer buttons beside the matrix are the legend."""
        large = theme().scale >= LARGE
        self._legend.setVisible(not large)
        self.meter.setVisible(not large)


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


def _legend() -> QHBoxLayout:
    line = row(gap=2)
    for value, answer in ANSWERS.items():
        line.addWidget(Text(str(answer.key), "small", 600, "quiet", tabular=True))
        line.addWidget(AnswerMark(value))
        line.addSpacing(3)
        line.addWidget(Text(answer.word, "small", 400, "quiet"))
        line.addSpacing(12)
    line.addStretch(1)
    return line
