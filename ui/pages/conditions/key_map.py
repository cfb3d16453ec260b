"""The keys of a register over all centres, for the card that '?' shows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.kernel.text import N_
from ui.kit.key_map import KeysCard

TITLE = N_("Keys in a register")
KEYS = (
    ("↑ ↓", N_("move")),
    ("Enter", N_("open the centre, or the check at its findings")),
    ("Alt+T", N_("of a measure: why this date, with every step")),
    ("Ctrl+F", N_("to the search field; ↓ goes back into the list")),
    ("Ctrl+Shift+← →", N_("order by another column")),
    ("Ctrl+Shift+↑ ↓", N_("first to last, last to first")),
    ("Ctrl+P", N_("print this list on A4")),
    ("Ctrl+S", N_("keep this list as PDF")),
    ("?", N_("this card")),
)


class KeyMap(KeysCard):
    """Open it with `begin`; it goes by itself."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, TITLE, KEYS)
