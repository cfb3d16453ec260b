"""The keys of the matrix, for the card that '?' shows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.kernel.text import N_
from ui.kit.key_map import KeysCard

TITLE = N_("Keys in the matrix")

KEYS = (
    (
        "1  2  3  4  5",
        N_("yes, partly, no, not applicable, not assessable; 1 goes on to the next"),
    ),
    ("0", N_("take the answer away; the note stays")),
    ("N", N_("write the note; Esc comes back, Ctrl+Enter goes on to the next")),
    ("B", N_("proof: Enter chooses a file, Ctrl+V pastes; first black out what is a name")),
    ("F8", N_("the next gap: an open question, a missing note or reason")),
    ("Shift+F8", N_("the gap before")),
    ("G", N_("go to a question or a column")),
    ("F", N_("the finding of this question")),
    ("F1", N_("what the rule says")),
    ("H", N_("the hours, where a question asks for them")),
    ("← ↑ → ↓", N_("move; with Ctrl to the edge")),
    ("Ctrl+Z", N_("undo the last answer")),
    ("?", N_("this card")),
)


class KeyMap(KeysCard):
    """Open it with `begin`; it goes by itself."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, TITLE, KEYS)
