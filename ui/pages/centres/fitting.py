"""What takes another shape when the text is large or the window wide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from models.kernel.wording import thousands
from ui.kit.base import column, row
from ui.kit.button import Pressable
from ui.kit.choice_field import ChoiceField
from ui.kit.shell import Segmented
from ui.kit.theme import theme, themes

LARGE = 1.3
"""From this size of text on, what stood side by side stands one below the other."""


def large() -> bool:
    """Whether the text is so large that a line holds less."""
    return theme().scale >= LARGE


class Side(QWidget):
    """Parts side by side, equally wide; one below the other when the text is large."""

    def __init__(self, *parts: QWidget, gap: int = 12) -> None:
        super().__init__()
        self._line = row(gap=gap)
        for part in parts:
            self._line.addLayout(column(part, None, gap=0), 1)
        self.setLayout(self._line)
        self._fit()
        themes.changed.connect(self._fit)

    def _fit(self) -> None:
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if large() else way.LeftToRight)


class Tabs(QWidget):
    """Choices on one line as Segmented; in a list when the text is too large for a line."""

    chosen = Signal(int)

    def __init__(self, words: Sequence[str], name: str) -> None:
        super().__init__()
        self._words = tuple(words)
        self.line = Segmented(words, name=name)
        self.list = ChoiceField(list(enumerate(words)), name=name)
        self.list.set_value(0, afresh=True)
        line = row(self.line, gap=0)
        line.addWidget(self.list, 100_000)
        line.addStretch(1)
        self.setLayout(line)
        self.line.chosen.connect(self._tell)
        self.list.edited.connect(self._tell)
        self._fit()
        themes.changed.connect(self._fit)

    def choice(self) -> int:
        return self.line.choice()

    def choose(self, number: int) -> None:
        """Show this choice, without telling."""
        self.line.choose(number)
        self.list.set_value(number, afresh=True)

    def set_counts(self, counts: Sequence[int]) -> None:
        self.line.set_counts(counts)
        words = [
            f"{word} {thousands(count)}" for word, count in zip(self._words, counts, strict=True)
        ]
        self.list.set_choices(list(enumerate(words)))
        self.list.set_value(self.choice(), afresh=True)

    def start(self) -> None:
        """Put the keyboard on it."""
        shown = self.list if large() else self.line.findChildren(Pressable)[self.choice()]
        shown.setFocus()

    def _tell(self, number: int) -> None:
        self.choose(number)
        self.chosen.emit(number)

    def _fit(self) -> None:
        self.line.setVisible(not large())
        self.list.setVisible(large())
        self.list.setMaximumWidth(theme().px(320))


class CardGrid(QWidget):
    """Cards of one row are equally high; three across on a wide screen, one when text is large."""

    def __init__(self, cards: Sequence[QWidget], across: int, least: int) -> None:
        super().__init__()
        self._cards, self._most, self._least = list(cards), across, least
        self._across = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(28, 4, 24, 90)
        self._grid.setSpacing(12)
        self.setLayout(self._grid)
        self._lay_out(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = event.size().width() // theme().px(self._least)
        self._lay_out(max(1, min(self._most, fits)))

    def _lay_out(self, across: int) -> None:
        if across == self._across:
            return
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // across, number % across)
        for place in range(self._most):
            self._grid.setColumnStretch(place, 1 if place < across else 0)
        for line in range(len(self._cards) + 1):
            self._grid.setRowStretch(line, 0)
        self._grid.setRowStretch(len(self._cards), 1)
        self._across = across
