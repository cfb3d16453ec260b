"""The curtain: one key hides everything, when somebody sits down who should see nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.kernel.text import _
from ui.kit.base import Icon, Text, column, row
from ui.kit.button import Button
from ui.kit.overlay import Cover
from ui.kit.theme import theme

WIDTH = 420


class Curtain(Cover):
    """Covers the whole window without a chink. F11, Esc or its button draws it back.

    Nothing underneath hears a key meanwhile, and the keyboard comes back to where it was.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, WIDTH)
        self.setAccessibleName(_("The screen is covered"))
        self.show_again = Button(_("Show again"), "secondary", "eye", keys="F11")
        middle = Qt.AlignmentFlag.AlignHCenter
        title = Text(_("The screen is covered"), "body", 600)
        told = Text(_("All that you typed is kept."), "body", 400, "quiet")
        out = column(gap=8, margins=(32, 32, 32, 28))
        out.addWidget(Icon("eye-off", "quiet", 28), 0, middle)
        out.addSpacing(4)
        out.addWidget(title, 0, middle)
        out.addWidget(told, 0, middle)
        out.addSpacing(12)
        out.addLayout(row(None, self.show_again, None))
        self.card.setLayout(out)
        self.show_again.clicked.connect(self.close_card)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 240)

    def turn(self, back_to: QWidget | None = None) -> None:
        """Down when it is up, up when it is down; the keyboard goes to `back_to` after it."""
        if not self.is_open:
            for part in self.card.findChildren(QWidget):
                part.updateGeometry()  # what it covers may wear letters of another size
            self.open(self.show_again, back_to)
        else:
            self.close_card()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card draws nothing back: somebody may lean on the laptop."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("window"))
        painter.end()
        super().paintEvent(event)
