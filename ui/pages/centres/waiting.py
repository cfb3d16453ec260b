"""A quiet line that moves while work goes on whose end cannot be told."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.kernel.text import _
from ui.kit.base import CENTER, Text, announce, column
from ui.kit.paint import rounded
from ui.kit.theme import theme

TICK_MS, STEP, PART = 33, 0.012, 0.3


class Line(QWidget):
    """Moves only while somebody sees it."""

    def __init__(self) -> None:
        super().__init__()
        self._at = 0.0
        self.setAccessibleName(_("Busy"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._step)

    def sizeHint(self) -> QSize:
        return QSize(320, 6)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect())
        rounded(painter, area, 3, look.color("track"))
        left = area.width() * (self._at * (1 + PART) - PART)
        painter.setClipRect(area)
        part = QRectF(left, 0, area.width() * PART, area.height())
        rounded(painter, part, 3, look.color("accent"))

    def _step(self) -> None:
        self._at = (self._at + STEP) % 1.0
        self.update()


class Waiting(QWidget):
    """What is going on, and the line below it."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", "body", 600, align=CENTER)
        self._text = Text("", "body", 400, "quiet", align=CENTER)
        line = Line()
        line.setFixedWidth(320)
        middle = column(self._title, self._text, 10, gap=4)
        out = column(None, middle, gap=0, margins=(24, 24, 24, 90))
        out.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        out.addStretch(1)
        self.setLayout(out)

    def say(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{title}. {text}")
        announce(self, f"{title}. {text}")
