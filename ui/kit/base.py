"""The words and boxes every piece is made of: text, icon, rows and columns, rules."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit.icons import paint_icon
from ui.kit.paint import CENTER, LEFT, RIGHT, text_at
from ui.kit.theme import theme

Margins = tuple[int, int, int, int]
Item = QWidget | QBoxLayout | int | None

L = TypeVar("L", bound=QBoxLayout)

TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_ACROSS = Qt.AlignmentFlag.AlignHorizontal_Mask

NO_MARGINS: Margins = (0, 0, 0, 0)
LEADING = 1.3  # of the natural line, which is about 1.57 times the size of the letters
SHORTEST = 18  # signs a one-line text keeps before it is cut

__all__ = [
    "CENTER",
    "LEFT",
    "RIGHT",
    "Icon",
    "Item",
    "Text",
    "announce",
    "column",
    "measure",
    "row",
    "rule",
    "section",
    "wrap",
]


class Text(QLabel):
    """A label by meaning: size, weight and tone. What is given is shown letter by letter.

    One line is cut with three dots when there is no room, and then tells itself in its tooltip;
    wrapped text gets more air between its lines.
    """

    def __init__(
        self,
        text: str = "",
        size: str = "body",
        weight: int = 400,
        tone: str = "ink",
        *,
        wrap: bool = False,
        tabular: bool = False,
        italic: bool = False,
        align: Qt.AlignmentFlag | None = None,
    ) -> None:
        super().__init__()
        self._face = (size, weight, tabular, italic)
        self._tone, self._wrapped, self._tip = tone, wrap, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align or (TOP_LEFT if wrap else LEFT))
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed,
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.updateGeometry()
        self._explain()

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def setToolTip(self, tip: str) -> None:
        self._tip = tip
        self._explain()

    def hasHeightForWidth(self) -> bool:
        return self._wrapped

    def heightForWidth(self, width: int) -> int:
        if not self._wrapped:
            return self._line_height()
        return max(1, len(self._lines(min(width, self.maximumWidth())))) * self._line_height()

    def sizeHint(self) -> QSize:
        full = self._advance(self.text())
        if not self._wrapped:
            return QSize(full, self._line_height())
        width = min(full, self.maximumWidth(), theme().px(560))
        return QSize(width, self.heightForWidth(max(1, width)))

    def minimumSizeHint(self) -> QSize:
        if self._wrapped:
            return QSize(min(80, self._advance(self.text())), self._line_height())
        shortest = self.text() if len(self.text()) <= SHORTEST else self.text()[:SHORTEST]
        return QSize(self._advance(shortest), self._line_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, face = QPainter(self), theme().font(*self._face)
        color, area = theme().color(self._tone), QRectF(self.contentsRect())
        if not self._wrapped:
            text_at(painter, area, self.text(), face, color, self.alignment())
            return
        height, lines = self._line_height(), self._lines(self.width())
        middle = bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)
        top = area.top() + (max(0, area.height() - height * len(lines)) / 2 if middle else 0)
        across = (self.alignment() & _ACROSS) | Qt.AlignmentFlag.AlignVCenter
        for number, line in enumerate(lines):
            place = QRectF(area.left(), top + number * height, area.width(), height)
            text_at(painter, place, line, face, color, across, elide=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _explain(self) -> None:
        cut = not self._wrapped and self._advance(self.text()) > self.width() + 1
        tip = self._tip or (self.text() if cut else "")
        super().setToolTip(f"<qt>{_escaped(tip)}</qt>" if tip else "")

    def _line_height(self) -> int:
        single = theme().line(self._face[0])
        return round(single * LEADING) if self._wrapped else single

    def _advance(self, text: str) -> int:
        return theme().lettering.advance(text, self._face)

    def _lines(self, width: int) -> tuple[str, ...]:
        return theme().lettering.lines(self.text(), self._face, width)


class Icon(QWidget):
    """An icon beside a word; the word says what it means."""

    def __init__(self, name: str, tone: str = "quiet", size: int = 18) -> None:
        super().__init__()
        self._name, self._tone, self._side = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._side), theme().px(self._side))

    def set_icon(self, name: str, tone: str = "quiet") -> None:
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._name, theme().color(self._tone), QRectF(self.rect()))


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say the sentence, wherever the focus is."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def dismiss(part: QWidget) -> None:
    """Take this off the screen for good, and the keyboard with it to what comes next.

    Qt gives the keyboard back to what was hidden with it, by its address: once that is gone, to
    whatever new thing happens to lie there.
    """
    held = _held_in(part)
    for _more in [part, *part.findChildren(QWidget)] if held is not None else ():
        if held is not None and part.focusNextPrevChild(True):
            held = _held_in(part)
    if held is not None:
        held.clearFocus()
    part.hide()
    part.deleteLater()


def empty(line: QBoxLayout) -> None:
    """Take off the screen all that stands in this line or column."""
    while (item := line.takeAt(0)) is not None:
        part = item.widget()
        if part is not None:
            dismiss(part)


def _held_in(part: QWidget) -> QWidget | None:
    """What of it has the keyboard."""
    held = QApplication.focusWidget()
    return held if held is not None and (held is part or part.isAncestorOf(held)) else None


def row(*items: Item, gap: int = 8, margins: Margins = NO_MARGINS) -> QHBoxLayout:
    """A horizontal run. None stretches, a number is a fixed gap."""
    return _filled(QHBoxLayout(), items, gap, margins)


def column(*items: Item, gap: int = 8, margins: Margins = NO_MARGINS) -> QVBoxLayout:
    """A vertical run. None stretches, a number is a fixed gap."""
    return _filled(QVBoxLayout(), items, gap, margins)


def wrap(layout: QLayout) -> QWidget:
    """The layout as a widget."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def measure(content: QWidget, width: int = 1040) -> QWidget:
    """Keeps text at a readable width, in the middle of a wide screen."""
    content.setMaximumWidth(width)
    line = row(gap=0)
    line.addStretch(1)
    line.addWidget(content, 100_000)
    line.addStretch(1)
    return wrap(line)


def rule(vertical: bool = False) -> QFrame:
    """A hairline between two things."""
    line = QFrame()
    line.setProperty("rule", True)
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def section(title: str, trailing: QWidget | None = None) -> QHBoxLayout:
    """A heading inside a page: body size, semibold, never capitals."""
    line = row(Text(title, "body", 600), None, gap=8)
    if trailing is not None:
        line.addWidget(trailing)
    return line


def _filled(layout: L, items: tuple[Item, ...], gap: int, margins: Margins) -> L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for item in items:
        match item:
            case None:
                layout.addStretch(1)
            case int():
                layout.addSpacing(item)
            case QWidget():
                layout.addWidget(item)
            case _:
                layout.addLayout(item)
    return layout


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
