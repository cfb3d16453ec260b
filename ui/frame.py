"""The window of the system: the front door first, then the desk; it knows neither from inside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ui.kit.memory import Memory


class MainWindow(QMainWindow):
    """Shows the front door or a desk, and asks before it closes."""

    closing = Signal()
    painted = Signal()
    """The first paint was done; only then the rest of the program is imported."""

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        self._may_close: Callable[[], bool] = _always
        self._front = QWidget()
        self._seen = False
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setWindowTitle("Waarmerk")
        self.setMinimumSize(880, 560)
        if not memory.restore_window("main", self):
            self.resize(1280, 720)

    def lay_front(self, front: QWidget, may_close: Callable[[], bool]) -> None:
        """Put the front door in; `may_close` is asked before the window closes."""
        self._front, self._may_close = front, may_close
        self._stack.addWidget(front)
        self._stack.setCurrentWidget(front)

    def show_desk(self, desk: QWidget, name: str) -> None:
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        self.setWindowTitle(f"{name} – Waarmerk")

    def show_front(self) -> None:
        shown = self._stack.currentWidget()
        self._stack.setCurrentWidget(self._front)
        self.setWindowTitle("Waarmerk")
        if shown is not None and shown is not self._front:
            self._stack.removeWidget(shown)
            shown.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        self._memory.keep_window("main", self)
        self.closing.emit()
        super().closeEvent(event)


def _always() -> bool:
    return True
