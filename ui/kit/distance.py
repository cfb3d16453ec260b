"""Letters for somebody across the table: what is read at a metre and a half from the screen.

Eighteen points is the least on a window of 1280 by 720; on a larger one all of it grows along.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize

from ui.kit.theme import Theme, themes

LEAST = 24
"""Pixels: eighteen points at the 96 to an inch that the letters are counted in."""
SIZES = {"small": LEAST, "body": LEAST, "large": 26, "display": 36}
DRAWN_AT = QSize(1280, 720)


def far(room: QSize) -> Theme:
    """What is worn now, in letters to be read from afar in a window of this size.

    Never smaller than what the person at the laptop chose.
    """
    worn = themes.plain()
    grown = min(room.width() / DRAWN_AT.width(), room.height() / DRAWN_AT.height())
    chosen = worn.scale * worn.tokens.size["body"] / LEAST
    return Theme(replace(worn.tokens, size=SIZES), max(1.0, grown, chosen))
