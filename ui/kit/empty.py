"""Why a room is empty, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit.base import CENTER, Text, column, row
from ui.kit.button import Button
from ui.kit.icons import paint_icon
from ui.kit.paint import rounded
from ui.kit.theme import theme


class EmptyState(QWidget):
    """Icon, title, reason and what can be done, the likeliest first, in the middle of the room."""

    def __init__(self, icon: str, title: str, text: str, *actions: Button) -> None:
        super().__init__()
        self._title = Text(title, "body", 600, align=CENTER)
        self._text = Text(text, "body", 400, "quiet", wrap=True, align=CENTER)
        self._text.setMaximumWidth(440)
        middle = Qt.AlignmentFlag.AlignHCenter
        out = column(None, gap=6, margins=(24, 24, 24, 24))
        out.addWidget(_Spot(icon), 0, middle)
        out.addSpacing(10)
        out.addWidget(self._title)
        out.addWidget(self._text, 0, middle)
        if actions:
            out.addSpacing(10)
            out.addLayout(row(None, *actions, None, gap=10))
        out.addStretch(1)
        self.setLayout(out)
        self.set_reason(title, text)

    def set_reason(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{title}. {text}")


class _Spot(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(56, 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        edge = look.color("accent") if look.contrast else None
        rounded(painter, QRectF(self.rect()), 28, look.color("accent-soft"), edge)
        paint_icon(painter, self._icon, look.color("accent"), QRectF(16, 16, 24, 24))
