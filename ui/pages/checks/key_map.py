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
    ("0–9", N_("where hours are asked: their first digit; Alt+4 and Alt+5 set them aside")),
    ("← ↑ → ↓", N_("move; with Ctrl to the edge")),
    ("Alt+F", N_("start the check, and later finish it")),
    ("Alt+H", N_("open the finished check again, with a reason")),
    ("Alt+P  Alt+E  Alt+B", N_("papers, Excel, audit letter")),
    ("Ctrl+Z", N_("undo the last answer")),
    ("?", N_("this card")),
)
FACT_KEYS = (
    ("0–9", N_("a number or a day: type it at once; Enter keeps it and goes on")),
    ("1–9", N_("where there is a choice: the answer with this number")),
    ("Enter", N_("write a text; Enter keeps it and goes on, Esc comes back")),
    ("Alt+4  Alt+5", N_("set a question about a fact aside")),
)
REOPEN = "Alt+H"
READING = frozenset({"G", "F", "F1", "← ↑ → ↓", REOPEN, "Alt+P  Alt+E  Alt+B", "?"})
"""What still works in a check that is finished."""


class KeyMap(KeysCard):
    """Open it with `begin`; it goes by itself. It shows the keys that work as things stand."""

    def __init__(self, host: QWidget, *, finished: bool, facts: bool) -> None:
        """`facts`: the checklist asks for facts, which are typed."""
        super().__init__(host, TITLE, working(finished=finished, facts=facts))


def working(*, finished: bool, facts: bool) -> list[tuple[str, str]]:
    """Keys and message ids of what they do, in the order of the card."""
    if finished:
        return [each for each in KEYS if each[0] in READING]
    at_work = [each for each in KEYS if each[0] != REOPEN]
    return [*at_work[:1], *(FACT_KEYS if facts else ()), *at_work[1:]]
