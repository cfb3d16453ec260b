"""Which key does what in a matrix, and where a move leads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.kit.matrix_layout import Layout
from ui.kit.matrix_values import Direction

Place = tuple[int, int]
"""Row of the question and column of the dossier, both from 0; -1 for none."""

KEYS: dict[int, str] = {
    Qt.Key.Key_0: "clear",
    Qt.Key.Key_Agrave: "clear",
    Qt.Key.Key_Delete: "clear",
    Qt.Key.Key_Backspace: "clear",
    Qt.Key.Key_N: "note_wanted",
    Qt.Key.Key_H: "details_wanted",
    Qt.Key.Key_Return: "details_wanted",
    Qt.Key.Key_Enter: "details_wanted",
    Qt.Key.Key_B: "proof_wanted",
    Qt.Key.Key_F: "finding_wanted",
    Qt.Key.Key_F1: "basis_wanted",
    Qt.Key.Key_G: "goto_wanted",
}
"""Key to the wish it stands for."""

MOVES: dict[int, Place] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_PageUp: (-1, 0),
    Qt.Key.Key_PageDown: (1, 0),
    Qt.Key.Key_Home: (0, -1),
    Qt.Key.Key_End: (0, 1),
}
"""Key to the direction it goes in."""

TYPED = {sign: key for row in ("12345", "&é\"'(") for key, sign in enumerate(row, 1)}
"""A Belgian keyboard gives digits only with Shift: the same five keys answer without it."""


OPTIONS = ("123456789", "&é\"'(§è!ç")
TYPED_OPTIONS = {sign: key for row in OPTIONS for key, sign in enumerate(row, 1)}
DIGITS = {
    sign: str(key % 10) for row in ("1234567890", "&é\"'(§è!çà") for key, sign in enumerate(row, 1)
}
"""The first digit of a number of hours, with or without Shift."""
SET_ASIDE: dict[int, int] = {Qt.Key.Key_4: 4, Qt.Key.Key_5: 5}
ASIDE = "aside "
"""Before the key of the answer that sets a fact aside."""


def held(event: QKeyEvent) -> bool:
    """Whether Ctrl or Alt is down: then a letter is a key of the window."""
    with_it = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & with_it)


def ours(event: QKeyEvent) -> bool:
    """Whether the matrix wants this key before a shortcut of the window; Shift+F1 it leaves."""
    pressed, key = event.modifiers(), event.key()
    if held(event):
        return False
    if key == Qt.Key.Key_F1 and pressed & Qt.KeyboardModifier.ShiftModifier:
        return False
    return key in KEYS or key == Qt.Key.Key_F8


def answer_of(event: QKeyEvent) -> int:
    """The answer a key gives, 1 to 5; 0 when it gives none."""
    return TYPED.get(event.text(), 0)


def fact_of(event: QKeyEvent, fact: str) -> str:
    """What a key means on a question about a fact: its first sign, an option, or to set it aside.

    Alt with 4 or 5 sets aside. Hours begin with any digit, a number or a day with a digit; an
    option is chosen by its number. Anything else is a key as elsewhere: "". So is every sign on a
    text, which Enter opens: a letter may be the note, the proof or a way to go.
    """
    pressed, text = event.modifiers(), event.text()
    if pressed & Qt.KeyboardModifier.ControlModifier:
        return ""
    if pressed & Qt.KeyboardModifier.AltModifier:
        number = TYPED.get(text, 0) or {Qt.Key.Key_4: 4, Qt.Key.Key_5: 5}.get(
            Qt.Key(event.key()), 0
        )
        return f"{ASIDE}{number}" if number in (4, 5) else ""
    if fact == "hours":
        return DIGITS.get(text, "")
    if fact == "choice":
        number = TYPED_OPTIONS.get(text, 0)
        return str(number) if number else ""
    if fact == "text":
        return ""
    return text if text and text in "0123456789-" else ""


def next_of(place: Place, size: Place, direction: Direction, step: int) -> Place:
    """The next cell in this direction, from the last one on to the first."""
    rows, columns = size
    row, column = place
    if direction == Direction.DOSSIER:
        at = (column * rows + row + step) % (rows * columns)
        return at % rows, at // rows
    at = (row * columns + column + step) % (rows * columns)
    return at // columns, at % columns


def moved(place: Place, key: int, control: bool, layout: Layout, page: float) -> Place:
    """Where a move leads: a step, a page of this height, an edge, or with Control a corner."""
    down, right = MOVES[key]
    rows, columns = len(layout.questions), len(layout.columns)
    row, column = place
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        edge = 0 if right < 0 else columns - 1
        return ((0 if right < 0 else rows - 1) if control else row), edge
    if control:
        return _to_edge(row, down, rows), _to_edge(column, right, columns)
    if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        return _paged(row, down, layout, page), column
    return min(rows - 1, max(0, row + down)), min(columns - 1, max(0, column + right))


def _to_edge(at: int, step: int, count: int) -> int:
    return at if not step else (0 if step < 0 else count - 1)


def _paged(row: int, step: int, layout: Layout, page: float) -> int:
    """As many questions on as fit on the screen, at least one."""
    start, last = layout.top(row), len(layout.questions) - 1
    on = row
    while 0 <= on + step <= last and abs(layout.top(on + step) - start) <= page * 0.9:
        on += step
    return on if on != row else min(last, max(0, row + step))
