"""What became otherwise between two moments of a check: old beside new, over the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.checks.values.revision import RevisionDifference
from models.kernel.text import _
from ui.kit.base import column, row
from ui.kit.button import Button
from ui.kit.overlay import Overlay
from ui.pages.checks.difference_lines import DifferenceLines

WIDTH = 860


class DifferenceCard(Overlay):
    """Esc closes it; the card of papers is where it leaves."""

    def __init__(self, host: QWidget, found: RevisionDifference) -> None:
        super().__init__(host, WIDTH)
        self.setAccessibleName(f"{found.first} → {found.second}")
        self.lines = DifferenceLines()
        self.lines.show_difference(found)
        self.done = Button(_("Close"), "primary", keys="Esc")
        foot = row(None, self.done, gap=8)
        self.card.setLayout(column(self.lines, foot, gap=10, margins=(24, 22, 24, 20)))
        self.done.clicked.connect(self.close_card)
        self.closed.connect(self.deleteLater)

    def begin(self) -> None:
        self.open(self.done)
