"""Several pages in one place, of which one shows."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget


class Stack(QStackedWidget):
    """Only the page that shows says how small the window may be, not one that was left."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def setCurrentWidget(self, page: QWidget) -> None:
        """Qt lays nothing out anew while it is out of sight, and then the window grows for it."""
        if page is not self.currentWidget() and self.isVisible():
            _lay_out(page)
        super().setCurrentWidget(page)

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize() if shown is None else shown.minimumSizeHint().expandedTo(shown.minimumSize())


def _lay_out(page: QWidget) -> None:
    """From the parts up; what scrolls comes into its area only when that is polished."""
    for area in page.findChildren(QScrollArea):
        area.ensurePolished()
    for part in [*reversed(page.findChildren(QWidget)), page]:
        lines = part.layout()
        if lines is not None:
            lines.activate()
        part.updateGeometry()
