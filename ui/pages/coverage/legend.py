"""Under the table: what is in the cell that somebody looks at, and what the cells mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.coverage.values import YearCell, YearState
from models.kernel.text import N_, _
from ui.kit.base import Text, column, row, rule
from ui.kit.coverage_strip import sample_cell
from ui.kit.fitting import way_of_lines
from ui.kit.theme import theme, themes

SAMPLES = (
    (YearState.PAST, YearCell(2), N_("done")),
    (YearState.PAST, YearCell(), N_("none")),
    (YearState.PAST, YearCell(short=True), N_("under target")),
    (YearState.CURRENT, YearCell(), N_("this year")),
    (YearState.FUTURE, YearCell(planned=1), N_("planned")),
)


class Legend(QWidget):
    """One line; it says the cell under mouse or keyboard, and else what the office aims at."""

    def __init__(self) -> None:
        super().__init__()
        self._aims = ""
        self.line = Text("", "small", 400, "quiet", tabular=True)
        signs = row(gap=14)
        for state, cell, word in SAMPLES:
            signs.addLayout(row(_Sample(state, cell), Text(_(word), "small", 400, "faint"), gap=6))
        signs.addStretch(1)
        self._whole = row(gap=8, margins=(28, 8, 24, 10))
        self._whole.addWidget(self.line, 1)
        self._whole.addLayout(signs)
        self.setLayout(column(rule(), self._whole, gap=0))
        self._fit()
        themes.changed.connect(self._fit)

    def _fit(self) -> None:
        """Large text takes a line more."""
        self._whole.setDirection(way_of_lines())

    def explain(self, aims: str, counting: str) -> None:
        """What is aimed at stands in the line; how it was counted beside the pointer."""
        self._aims = aims
        self.line.setToolTip(f"{aims} {counting}")
        self.tell("")

    def tell(self, words: str) -> None:
        self.line.setText(words or self._aims)
        self.line.set_tone("ink" if words else "quiet")


class _Sample(QWidget):
    def __init__(self, state: YearState, cell: YearCell) -> None:
        super().__init__()
        self._state, self._cell = state, cell
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(16), theme().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        sample_cell(QPainter(self), QRectF(self.rect()), self._state, self._cell)
