"""Several pages in one place, of which one shows."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class Stack(QStackedWidget):
    """Only the page that shows says how small the window may be, not one that was left."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def setCurrentWidget(self, page: QWidget) -> None:
        """Qt measures nothing anew while it is out of sight, and then the window grows for it."""
        if page is not self.currentWidget():
            for part in page.findChildren(QWidget):
                part.updateGeometry()
        super().setCurrentWidget(page)

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize() if shown is None else shown.minimumSizeHint().expandedTo(shown.minimumSize())
