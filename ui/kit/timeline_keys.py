"""Which key does what on a timeline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

KEYS: dict[int, str] = {
    Qt.Key.Key_Left: "before",
    Qt.Key.Key_Right: "after",
    Qt.Key.Key_Up: "above",
    Qt.Key.Key_Down: "below",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
    Qt.Key.Key_T: "today",
    Qt.Key.Key_Plus: "nearer",
    Qt.Key.Key_Equal: "nearer",
    Qt.Key.Key_Minus: "further",
    Qt.Key.Key_0: "whole",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
    Qt.Key.Key_W: "why",
    Qt.Key.Key_Space: "day",
    Qt.Key.Key_PageUp: "page_before",
    Qt.Key.Key_PageDown: "page_after",
    Qt.Key.Key_Escape: "escape",
}
SHIFTED: dict[int, str] = {
    Qt.Key.Key_Left: "pan_before",
    Qt.Key.Key_Right: "pan_after",
    Qt.Key.Key_Up: "scroll_up",
    Qt.Key.Key_Down: "scroll_down",
    Qt.Key.Key_Plus: "nearer",
    Qt.Key.Key_Equal: "nearer",
    Qt.Key.Key_0: "whole",
}
WITH_CONTROL: dict[int, str] = {
    Qt.Key.Key_Left: "day_before",
    Qt.Key.Key_Right: "day_after",
    Qt.Key.Key_Plus: "nearer",
    Qt.Key.Key_Equal: "nearer",
    Qt.Key.Key_Minus: "further",
    Qt.Key.Key_0: "whole",
}


def wish_of(event: QKeyEvent) -> str:
    """What this key asks; empty when it is none of ours."""
    pressed, key = event.modifiers(), event.key()
    if pressed & Qt.KeyboardModifier.AltModifier:
        return "why" if key == Qt.Key.Key_T else ""
    if pressed & Qt.KeyboardModifier.ControlModifier:
        return WITH_CONTROL.get(key, "")
    if pressed & Qt.KeyboardModifier.ShiftModifier:
        return SHIFTED.get(key, "")
    return KEYS.get(key, "")


def ours(event: QKeyEvent) -> bool:
    """Whether the timeline wants this key before a shortcut of the window."""
    return wish_of(event) not in ("", "escape")
