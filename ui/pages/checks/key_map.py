"""The keys of the matrix on one card: '?' shows it, any key of its own closes it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from models.kernel.text import N_, _
from ui.kit.base import Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.overlay import Overlay

WIDTH = 720

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
    ("G", N_("go to a question or a dossier")),
    ("F", N_("the finding of this question")),
    ("F1", N_("what the rule says")),
    ("H", N_("the hours, where a question asks for them")),
    ("← ↑ → ↓", N_("move; with Ctrl to the edge")),
    ("Ctrl+Z", N_("undo the last answer")),
    ("?", N_("this card")),
)


class KeyMap(Overlay):
    """Open it with `begin`; it goes by itself."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, WIDTH)
        self.setAccessibleName(_("Keys in the matrix"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, (keys, said) in enumerate(KEYS):
            grid.addWidget(Text(keys, "body", 600, tabular=True), line, 0)
            grid.addWidget(Text(_(said), "body", 400, "quiet"), line, 1)
        self._close = Button(_("Close"), "secondary", keys="Esc")
        self._close.clicked.connect(self.close_card)
        title = Text(_("Keys in the matrix"), "body", 600)
        foot = row(None, self._close)
        self.card.setLayout(column(title, 6, wrap(grid), 10, foot, margins=(24, 22, 24, 20)))
        self.closed.connect(self.deleteLater)

    def begin(self) -> None:
        self.open(self._close)
