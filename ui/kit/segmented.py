"""Two to five choices that exclude each other, on one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from models.kernel.wording import thousands
from ui.kit.base import column, row
from ui.kit.button import Pressable
from ui.kit.paint import rounded, text_at
from ui.kit.theme import theme

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segmented(QWidget):
    """`chosen(int)` tells the choice a person made; `choose` and `set_counts` are for code."""

    chosen = Signal(int)

    def __init__(
        self,
        words: Sequence[str],
        selected: int = 0,
        counts: Sequence[int] = (),
        name: str = "",
        *,
        upright: bool = False,
    ) -> None:
        """`upright`: one under the other, as wide as there is room."""
        super().__init__()
        self.setAccessibleName(name or " / ".join(words))
        self._group = QButtonGroup(self)
        self._segments = [_Segment(word) for word in words]
        line = (column if upright else row)(gap=2, margins=(3, 3, 3, 3))
        across = QSizePolicy.Policy.Expanding if upright else QSizePolicy.Policy.Fixed
        for number, segment in enumerate(self._segments):
            self._group.addButton(segment, number)
            segment.stepped.connect(self._step)
            segment.setSizePolicy(across, QSizePolicy.Policy.Fixed)
            line.addWidget(segment)
        self.setLayout(line)
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.set_counts(counts)
        self.choose(selected)
        self._group.idClicked.connect(self._tell)

    def choice(self) -> int:
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Show this choice, without telling; the keyboard goes with it when it was here."""
        held = any(segment.hasFocus() for segment in self._segments)
        self._last = number
        self._segments[number].setChecked(True)
        for other, segment in enumerate(self._segments):
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if other == number else Qt.FocusPolicy.ClickFocus
            )
        if held and not self._segments[number].isHidden():
            self._segments[number].setFocus()

    def widths(self) -> list[int]:
        """How wide every segment wants to be, shown or not."""
        return [segment.sizeHint().width() for segment in self._segments]

    def show_first(self, count: int) -> None:
        """Show so many segments; the choice may be among the others."""
        for number, segment in enumerate(self._segments):
            segment.setVisible(number < count)
        self.updateGeometry()

    def rename(self, number: int, word: str) -> None:
        """Call a choice otherwise; its count stays."""
        self._segments[number].call(word)

    def set_counts(self, counts: Sequence[int]) -> None:
        for segment, count in zip(self._segments, counts, strict=False):
            segment.set_count(count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        edge = look.color("control") if look.contrast else None
        area = QRectF(self.rect())
        rounded(QPainter(self), area, look.radius("control"), look.color("wait-soft"), edge)

    def _step(self, step: int) -> None:
        shown = [at for at, segment in enumerate(self._segments) if not segment.isHidden()]
        number = min(shown[-1], max(0, self.choice() + step))
        self._segments[number].setFocus(Qt.FocusReason.TabFocusReason)
        self._tell(number)

    def _tell(self, number: int) -> None:
        if number != self._last:
            self.choose(number)
            self.chosen.emit(number)


class _Segment(Pressable):
    stepped = Signal(int)

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self._count = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def call(self, word: str) -> None:
        self.setText(word)
        self.setAccessibleName(f"{word}, {self._count}" if self._count else word)
        self.updateGeometry()
        self.update()

    def set_count(self, count: int) -> None:
        self._count = thousands(count)
        self.setAccessibleName(f"{self.text()}, {self._count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        width = look.width(self.text(), "small", 600) + 24
        if self._count:
            width += 6 + look.width(self._count, "small", 500, True)
        return QSize(width, look.control() - 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect())
        on = self.isChecked()
        if on:
            ground = "pressed" if look.name == "dark" else "raised"
            edge = "accent" if look.contrast else "line"
            rounded(painter, area, look.radius("small"), look.color(ground), look.color(edge))
        face = look.font("small", 600 if on else 500)
        ink = look.color("ink" if on or self.underMouse() else "quiet")
        used = text_at(painter, area.adjusted(12, 0, 0, 0), self.text(), face, ink, elide=False)
        if self._count:
            place = area.adjusted(12 + used + 6, 0, 0, 0)
            count = look.font("small", 500, True)
            text_at(painter, place, self._count, count, look.color("faint"), elide=False)
        self.paint_ring(painter, look.radius("small"))
