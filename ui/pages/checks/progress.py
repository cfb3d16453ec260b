"""How far a check is, how much of it is good, and what the five signs mean."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.checks.values import Progress
from models.kernel.text import _
from ui.kit.answers import ANSWERS, AnswerMark
from ui.kit.base import Text, column, row, wrap
from ui.kit.card import Meter
from ui.kit.matrix_values import Direction
from ui.kit.segmented import Segmented

DIRECTIONS = (Direction.DOSSIER, Direction.QUESTION)


class ProgressLine(QWidget):
    """`filtered(bool)` tells that only open questions are wanted; `turned(Direction)` the order."""

    filtered = Signal(bool)
    turned = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._done = Text("", "small", 600, "quiet", tabular=True)
        self._good = Text("", "small", 500, "done", tabular=True)
        self._lacking = Text("", "small", 500, "due", tabular=True)
        self.meter = Meter(0)
        self.meter.setFixedWidth(130)
        self.filter = Segmented((_("All"), _("Open")), name=_("Which questions"))
        self.direction = Segmented(
            (_("Per dossier"), _("Per question")), name=_("Where an answer goes on to")
        )
        self.filter.chosen.connect(self._filtered)
        self.direction.chosen.connect(self._turned)
        counts = row(self._done, self.meter, self._good, self._lacking, None, gap=10)
        top = row(gap=8)
        top.addLayout(counts, 1)
        top.addWidget(self.direction)
        top.addWidget(self.filter)
        self._legend = wrap(_legend())
        self.setLayout(column(top, self._legend, gap=4, margins=(28, 0, 20, 6)))

    def show_progress(self, progress: Progress, gaps: int) -> None:
        """What is answered, what of it is good, and what still lacks a note or a reason."""
        done, total = progress.answered, progress.total
        self._done.setText(_("{done} of {total} answers").format(done=done, total=total))
        self.meter.set_share(done / max(1, total), "accent" if done < total else "done")
        self._good.setText(_("{count} good").format(count=progress.good))
        lacking = max(0, gaps - (total - done))
        self._lacking.setText(_("{count} without note").format(count=lacking))
        self._lacking.setVisible(lacking > 0)

    def _filtered(self, choice: int) -> None:
        self.filtered.emit(choice == 1)

    def _turned(self, choice: int) -> None:
        self.turned.emit(DIRECTIONS[choice])


def _legend() -> QHBoxLayout:
    line = row(gap=2)
    for value, answer in ANSWERS.items():
        line.addWidget(Text(str(answer.key), "small", 600, "quiet", tabular=True))
        line.addWidget(AnswerMark(value))
        line.addWidget(Text(answer.word, "small", 400, "quiet"))
        line.addSpacing(12)
    line.addStretch(1)
    return line
