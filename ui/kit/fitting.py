"""What gives way when the text is large."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QFrame

from ui.kit.theme import theme

LARGE = 1.3
"""From this size of text on, what stood side by side stands one below the other."""
WIDEST = 16_777_215
"""No limit to a width, as Qt counts it."""


def fit_panel(frame: QFrame, width: int, room: int) -> None:
    """A panel as wide as designed; grown with the text it takes at most 40 % of the room.

    `room` is the width in pixels of the page it stands in.
    """
    frame.setFixedWidth(min(theme().px(width), max(width, room * 40 // 100)))


def side_by_side() -> bool:
    """Whether a line holds what it was designed to hold."""
    return theme().scale < LARGE


def way_of_lines() -> QBoxLayout.Direction:
    """Side by side, or one below the other when the text is large."""
    way = QBoxLayout.Direction
    return way.LeftToRight if side_by_side() else way.TopToBottom
