"""What gives way when the text is large."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from ui.kit.base import row
from ui.kit.theme import theme, themes

LARGE = 1.3
"""From this size of text on, what stood side by side stands one below the other."""
WIDEST = 16_777_215
"""No limit to a width, as Qt counts it."""


def fit_panel(frame: QFrame, width: int, room: int, share: int = 40) -> None:
    """A panel as wide as designed; grown with the text it takes at most `share` % of the room.

    `room` is the width in pixels of the page it stands in; the window may always become as small
    as it may be with a panel as designed.
    """
    frame.setMinimumWidth(width)
    frame.setMaximumWidth(min(theme().px(width), max(width, room * share // 100)))
    frame.updateGeometry()


class PanelFit(QObject):
    """Lets a panel give way, whenever its page or the text takes another size."""

    def __init__(self, frame: QFrame, width: int, page: QWidget, share: int = 40) -> None:
        super().__init__(frame)
        self._frame, self._width, self._page, self._share = frame, width, page, share
        page.installEventFilter(self)
        themes.changed.connect(self._fit)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        fit_panel(self._frame, self._width, self._page.width(), self._share)


def side_by_side() -> bool:
    """Whether a line holds what it was designed to hold."""
    return theme().scale < LARGE


def way_of_lines() -> QBoxLayout.Direction:
    """Side by side, or one below the other when the text is large."""
    way = QBoxLayout.Direction
    return way.LeftToRight if side_by_side() else way.TopToBottom


class Beside(QWidget):
    """Parts side by side, each so many shares wide; one below the other when the text is large."""

    def __init__(self, *parts: tuple[QWidget, int], gap: int = 12) -> None:
        super().__init__()
        self._line = row(gap=gap)
        for part, share in parts:
            self._line.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._line)
        themes.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._line.setDirection(way_of_lines())
