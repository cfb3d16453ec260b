"""What gives way when the text is large."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from ui.kit.theme import theme


def fit_panel(frame: QFrame, width: int, room: int) -> None:
    """A panel as wide as designed; grown with the text it takes at most 40 % of the room.

    `room` is the width in pixels of the page it stands in.
    """
    frame.setFixedWidth(min(theme().px(width), max(width, room * 40 // 100)))
