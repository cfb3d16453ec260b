"""Cards and facts: one subject in a box, label left and value right."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from models.kernel.shares import percent
from ui.kit.base import RIGHT, Icon, Item, Text, column, row
from ui.kit.paint import rounded
from ui.kit.theme import theme


class Card(QFrame):
    """One subject: an edge of one pixel, no shadow, 16 inside. `body` takes more items."""

    def __init__(
        self,
        title: str,
        *items: Item,
        trailing: QWidget | None = None,
        icon: str = "",
        gap: int = 4,
    ) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setAccessibleName(title)
        self._title = Text(title, "small", 600, "quiet")
        head = row(gap=8)
        if icon:
            head.addWidget(Icon(icon, "quiet", 16))
        head.addWidget(self._title)
        head.addStretch(1)
        if trailing is not None:
            head.addWidget(trailing)
        self.body = column(*items, gap=gap)
        self.setLayout(column(head, 6, self.body, None, gap=gap, margins=(16, 12, 14, 14)))

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)


class Fact(QWidget):
    """A label and its value on one line; the value can change in place."""

    def __init__(self, label: str, value: str = "", tone: str = "ink", weight: int = 500) -> None:
        super().__init__()
        self._label = Text(label, "small", 400, "faint")
        self._value = Text(value, "small", weight, tone, tabular=True, align=RIGHT)
        line: QHBoxLayout = row(self._label, gap=12)
        line.addWidget(self._value, 1)
        self.setLayout(line)
        self.set_value(value, tone)

    def set_value(self, value: str, tone: str = "ink") -> None:
        self._value.setText(value)
        self._value.set_tone(tone)
        self.setAccessibleName(f"{self._label.text()}: {value}")

    def value(self) -> str:
        return self._value.text()


def fact(label: str, value: str, tone: str = "ink", weight: int = 500) -> Fact:
    """Label left, value right."""
    return Fact(label, value, tone, weight)


class Meter(QWidget):
    """A thin bar: the share done (0 to 1), and optionally a tick. Its number stands beside it."""

    def __init__(
        self, share: float, tone: str = "accent", tick: float | None = None, height: int = 6
    ) -> None:
        super().__init__()
        self._share, self._tone, self._tick, self._thick = share, tone, tick, height
        self.setFixedHeight(height + (6 if tick is not None else 0))
        self.setMinimumWidth(40)
        self.set_share(share)

    def set_share(self, share: float, tone: str | None = None) -> None:
        self._share = min(1.0, max(0.0, share))
        self._tone = tone or self._tone
        self.setAccessibleName(f"{percent(self._share)} %")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        top, thick = (self.height() - self._thick) / 2, self._thick
        full = QRectF(0, top, self.width(), thick)
        edge = look.color("line") if look.contrast else None
        rounded(painter, full, thick / 2, look.color("track"), edge)
        if self._share > 0:
            used = QRectF(0, top, max(thick, self.width() * self._share), thick)
            rounded(painter, used, thick / 2, look.color(self._tone))
        if self._tick is not None:
            mark = QRectF(self.width() * self._tick - 1, 0, 2, self.height())
            rounded(painter, mark, 1, look.color("ink"))
