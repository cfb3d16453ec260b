"""The cover that shows one view to who sits across the table, in letters to be read from afar."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit.base import column
from ui.kit.distance import far
from ui.kit.overlay import Cover
from ui.kit.theme import theme, themes


class Turned(Cover):
    """One view over the whole window, without a chink; the keys of the desk sleep."""

    def __init__(self, host: QWidget, view: QWidget) -> None:
        super().__init__(host, 0)
        self.view = view
        self._room = QSize()
        self.setAccessibleName(view.windowTitle())
        self.card.setLayout(column(view, gap=0))
        queued = Qt.ConnectionType.QueuedConnection  # after the rest was dressed and measured
        themes.changed.connect(self._dress, queued)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))

    def _place(self) -> None:
        host = self.parentWidget()
        if host is not None:
            self.setGeometry(host.rect())
            self.card.setGeometry(self.rect())
            if host.size() != self._room:
                self._dress()

    def _dress(self) -> None:
        """The letters follow the window, and a theme that was put on meanwhile."""
        host = self.parentWidget()
        given_up = self.isHidden() and not self._room.isEmpty()
        if host is not None and not given_up:
            self._room = host.size()
            themes.lend(far(self._room))
            themes.dress(self)
