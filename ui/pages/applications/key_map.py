"""The keys of an assessment, for the card that '?' shows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.kernel.text import N_
from ui.kit.key_map import KeysCard

TITLE = N_("Keys in the assessment")
KEYS = (
    (
        "1  2  3  4",
        N_(
            "meets, meets in part, does not meet, more information needed;"
            " goes on when nothing lacks"
        ),
    ),
    ("0", N_("take the judgement away; the words stay")),
    ("N", N_("write the motivation; Esc comes back, Ctrl+Enter goes on to the next")),
    ("E", N_("write what was received")),
    ("B", N_("proof: Enter chooses a file, Ctrl+V pastes; first black out what is a name")),
    ("F8", N_("the next gap: no judgement, or no motivation")),
    ("Shift+F8", N_("the gap before")),
    ("G", N_("go to a requirement by its number")),
    ("F1", N_("what the rule says")),
    ("↑ ↓", N_("move")),
    ("Ctrl+Z", N_("undo the last act")),
    ("?", N_("this card")),
)


class KeyMap(KeysCard):
    """Open it with `begin`; it goes by itself."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, TITLE, KEYS)
