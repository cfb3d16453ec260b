"""Where everything in a matrix stands: widths, heights, and what lies under the mouse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from ui.kit.cells import Style, advance
from ui.kit.matrix_values import Line, MatrixColumn, MatrixQuestion, MatrixSection, without_prefix
from ui.kit.theme import theme

EDGE = 28
"""From the edge of the sheet to the words; the ground of a row starts at GROUND."""
GROUND = 12
AFTER = 16
"""Air behind the last dossier."""

NARROWEST, WIDEST = 33, 62
MOST_FOR_NUMBER = 44
AIR = 4
"""Beside the number of a dossier, in its column."""
LEAST_WORDS, MOST_WORDS = 260, 720
EARLIER = 84
"""Width of what stands from the last time."""
SHARE_OF_WORDS, SHARE_AT_MOST = 0.36, 0.55
"""Of the width for the questions: wished, and when large letters need more."""

CODE: Style = ("small", 500, True)
QUESTION: Style = ("body", 500, False)
NUMBER: Style = ("small", 600, True)
SMALL: Style = ("small", 500, True)


@dataclass(slots=True)
class Layout:
    """Measures in logical pixels. `tops` and `heights` are by line, below the head."""

    lines: Sequence[Line] = ()
    columns: Sequence[MatrixColumn] = ()
    words: float = LEAST_WORDS
    """Width of the frozen column of questions."""
    cell: float = WIDEST
    """Width of a dossier."""
    head: float = 60.0
    code: float = 36.0
    """Width of the codes."""
    tops: list[float] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    questions: list[int] = field(default_factory=list)
    """The line of each question."""
    prefix: str = ""
    earlier: float = 0.0
    """Width of the column of last time, at the end of the questions; 0 without one."""
    labels: list[str] = field(default_factory=list)
    """What stands above each dossier, without the prefix they share."""

    @property
    def body_height(self) -> float:
        return self.tops[-1] + self.heights[-1] + 8 if self.tops else 0.0

    @property
    def body_width(self) -> float:
        return self.cell * len(self.columns) + AFTER

    def question(self, row: int) -> MatrixQuestion:
        """The question on the given row, counted without sections."""
        line = self.lines[self.questions[row]]
        assert isinstance(line, MatrixQuestion)  # noqa: S101 - `questions` holds nothing else
        return line

    def top(self, row: int) -> float:
        return self.tops[self.questions[row]]

    def height(self, row: int) -> float:
        return self.heights[self.questions[row]]

    def line_at(self, y: float) -> int:
        """The line at this height below the head, also outside: the first or the last."""
        return max(0, min(len(self.tops) - 1, bisect_right(self.tops, y) - 1))

    def row_at(self, y: float) -> int:
        """The row of the question at this height, or -1."""
        if not self.tops or not 0 <= y < self.body_height:
            return -1
        line = self.line_at(y)
        row = bisect_right(self.questions, line) - 1
        return row if row >= 0 and self.questions[row] == line else -1

    def column_at(self, x: float) -> int:
        """The dossier at this distance from the first one, or -1."""
        column = int(x // self.cell)
        return column if 0 <= column < len(self.columns) else -1


def lay_out(
    lines: Sequence[Line], columns: Sequence[MatrixColumn], width: float, *, earlier: bool = False
) -> Layout:
    """Measure a matrix for a viewport of this width, perhaps with a column of last time."""
    scale = theme().scale
    last = EARLIER * scale if earlier else 0.0
    numbers = [column.number for column in columns]
    words, cell = _widths(width - last, len(columns), scale, _least_cell(numbers))
    words += last
    layout = Layout(lines, columns, words, cell, _head_height(), earlier=last)
    codes = [advance(line.code, CODE) for line in lines if isinstance(line, MatrixQuestion)]
    layout.code = max(codes, default=0.0) + 12
    y = 0.0
    for number, line in enumerate(lines):
        if isinstance(line, MatrixQuestion):
            layout.questions.append(number)
        layout.tops.append(y)
        layout.heights.append(_line_height(line, words - last - EDGE - layout.code - 12))
        y += layout.heights[-1]
    _label(layout, numbers)
    return layout


def _least_cell(numbers: list[str]) -> float:
    """A number is told whole, without what all begin with, unless it is very long."""
    scale, shown = theme().scale, without_prefix(numbers)[1]
    widest = max((advance(number, NUMBER) for number in shown), default=0.0)
    return max(NARROWEST * scale, min(widest + AIR, MOST_FOR_NUMBER * scale))


def _widths(width: float, dossiers: int, scale: float, least: float) -> tuple[float, float]:
    """The questions get room to be read; few dossiers grow wide, many scroll."""
    most = WIDEST * scale
    enough = min(LEAST_WORDS * scale, width * SHARE_AT_MOST)
    wished = min(MOST_WORDS * scale, max(enough, width * SHARE_OF_WORDS))
    room = width - AFTER
    if not dossiers:
        return min(room, MOST_WORDS * scale), most
    cell = min(most, (room - wished) / dossiers)
    if cell < least:
        words = max(enough, min(wished, room - least * dossiers))
        return words, least
    return max(wished, min(MOST_WORDS * scale, room - cell * dossiers)), cell


def _head_height() -> float:
    small = theme().line("small")
    return 8 + small + 6 + 5 + 4 + small + 6 + 16 * theme().scale + 6


def _line_height(line: Line, width: float) -> float:
    if isinstance(line, MatrixSection):
        return theme().line("small") + 23
    metrics = QFontMetricsF(theme().font(*QUESTION))
    wrapped = metrics.boundingRect(
        QRectF(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), line.text
    )
    least = 46 * theme().scale if not (line.hours or line.fact) else 62 * theme().scale
    return max(least, round(wrapped.height()) + 18.0)


def _label(layout: Layout, numbers: list[str]) -> None:
    layout.labels = numbers
    if max((advance(number, NUMBER) for number in numbers), default=0.0) > layout.cell - AIR:
        layout.prefix, layout.labels = without_prefix(numbers)
