"""What takes another shape when the text is large or the window wide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from models.kernel.text import _
from models.kernel.wording import thousands
from ui.kit.base import column, row
from ui.kit.button import Pressable
from ui.kit.choice_field import ChoiceField
from ui.kit.shell import Segmented
from ui.kit.theme import theme, themes

MORE = 168
"""How wide the list is of the choices without room, in pixels at 100 %."""
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


MOST = 260
"""Pixels it takes where the line has more room, for the longest word."""


class Tabs(QWidget):
    """Choices on one line as Segmented. What has no room stands in a list at its end; all of them
    in one list when the text is too large for a line.
    """

    chosen = Signal(int)

    def __init__(self, words: Sequence[str], name: str) -> None:
        super().__init__()
        self._words = tuple(words)
        self._shown = len(words)
        self.line = Segmented(words, name=name)
        self.more = ChoiceField(name=_("More parts"), placeholder=_("More"))
        self.list = ChoiceField(list(enumerate(words)), name=name)
        self.list.set_value(0, afresh=True)
        line = row(self.line, self.more, gap=8)
        line.addWidget(self.list, 100_000)
        line.addStretch(1)
        self.setLayout(line)
        self.line.chosen.connect(self._tell)
        self.more.edited.connect(self._tell)
        self.list.edited.connect(self._tell)
        self._fit()
        themes.changed.connect(self._fit)

    def choice(self) -> int:
        return self.line.choice()

    def choose(self, number: int) -> None:
        """Show this choice, without telling; the keyboard goes with it when it was here."""
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self.line.choose(number)
        self.more.set_value(number if number >= self._shown else None, afresh=True)
        self.list.set_value(number, afresh=True)
        if held:
            self.start()

    def set_counts(self, counts: Sequence[int]) -> None:
        self.line.set_counts(counts)
        words = [
            f"{word} {thousands(count)}" for word, count in zip(self._words, counts, strict=True)
        ]
        self.list.set_choices(list(enumerate(words)))
        self.list.set_value(self.choice(), afresh=True)

    def start(self) -> None:
        """Put the keyboard on it."""
        if large():
            self.list.setFocus()
        elif self.choice() >= self._shown:
            self.more.setFocus()
        else:
            self.line.findChildren(Pressable)[self.choice()].setFocus()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(MORE), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _tell(self, number: int) -> None:
        self.choose(number)
        self.chosen.emit(number)

    def _fit(self) -> None:
        """As many segments as the line has room for."""
        self.line.setVisible(not large())
        self.list.setVisible(large())
        self.list.setMaximumWidth(theme().px(320))
        widths = self.line.widths()
        whole = sum(widths) + 2 * len(widths) + 6 <= self.width()
        self._shown = len(widths) if whole else self._room_for(widths)
        self.line.show_first(self._shown)
        self.more.setVisible(not whole and not large())
        taken = sum(widths[: self._shown]) + 2 * self._shown + 6 + 8
        left = min(theme().px(MOST), self.width() - taken)
        self.more.setFixedWidth(max(theme().px(MORE), left))
        self.more.set_choices(list(enumerate(self._words))[self._shown :])
        self.choose(self.choice())

    def _room_for(self, widths: Sequence[int]) -> int:
        """How many fit beside the list of the others; at least one."""
        room, used = self.width() - theme().px(MORE) - 14, 6
        for number, width in enumerate(widths):
            used += width + 2
            if used > room:
                return max(1, number)
        return len(widths)


class Columns(QWidget):
    """Cards in columns: `stacks` says which card stands where when there are one, two or three.

    `arranged(int)` tells how many there are now.
    """

    arranged = Signal(int)

    def __init__(self, stacks: Mapping[int, Sequence[Sequence[QWidget]]], least: int = 430) -> None:
        super().__init__()
        self._stacks, self._least, self._across = stacks, least, 0
        self._line = row(gap=12)
        self._columns = [column(gap=12) for _place in range(max(stacks))]
        for place, one in enumerate(self._columns):
            self._line.addLayout(one, 5 if place == 0 else 4)
        self.setLayout(self._line)
        self._lay_out(min(2, max(stacks)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = event.size().width() // theme().px(self._least)
        self._lay_out(max(1, min(max(self._stacks), fits)))

    def _lay_out(self, across: int) -> None:
        if across == self._across:
            return
        for one in self._columns:
            while one.takeAt(0) is not None:
                pass
        for place, cards in enumerate(self._stacks[across]):
            for card in cards:
                self._columns[place].addWidget(card)
            self._columns[place].addStretch(1)
        for place in range(len(self._columns)):
            shares = (5 if place == 0 else 4) if place < across else 0
            self._line.setStretch(place, shares)
        self._across = across
        self.arranged.emit(across)
