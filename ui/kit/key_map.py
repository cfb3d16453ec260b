"""The keys of a screen on one card: '?' shows it, any key of its own closes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from models.kernel.text import _
from ui.kit.base import Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.overlay import Overlay

WIDTH = 720


class KeysCard(Overlay):
    """Open it with `begin`; it goes by itself."""

    def __init__(self, host: QWidget, title: str, keys: Sequence[tuple[str, str]]) -> None:
        """`title` and what each key does are msgids."""
        super().__init__(host, WIDTH)
        self.setAccessibleName(_(title))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, (pressed, said) in enumerate(keys):
            grid.addWidget(Text(pressed, "body", 600, tabular=True), line, 0)
            grid.addWidget(Text(_(said), "body", 400, "quiet"), line, 1)
        self._close = Button(_("Close"), "secondary", keys="Esc")
        self._close.clicked.connect(self.close_card)
        head = Text(_(title), "body", 600)
        foot = row(None, self._close)
        self.card.setLayout(column(head, 6, wrap(grid), 10, foot, margins=(24, 22, 24, 20)))
        self.closed.connect(self.deleteLater)

    def begin(self) -> None:
        self.open(self._close)
