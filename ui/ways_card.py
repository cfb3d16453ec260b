"""Several ways to take something along or bring it in, each with what it does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.kernel.text import _
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.overlay import Overlay

WIDTH = 480
Way = tuple[str, str, str, str]
"""Key, icon, and the msgids of what it is called and what it does."""


class WaysCard(Overlay):
    """`chosen(str)` gives the key of a way; Esc gives nothing."""

    chosen = Signal(str)

    def __init__(self, host: QWidget, title: str, ways: Sequence[Way]) -> None:
        super().__init__(host, WIDTH)
        self.setAccessibleName(title)
        self.buttons: dict[str, Button] = {}
        out = column(Text(title, "body", 600), gap=14, margins=(24, 22, 24, 20))
        for key, icon, word, told in ways:
            button = Button(_(word), "secondary", icon)
            button.setAccessibleDescription(_(told))
            button.clicked.connect(partial(self._choose, key))
            self.buttons[key] = button
            line = column(row(button, None), gap=4)
            line.addWidget(Text(_(told), "small", 400, "quiet", wrap=True))
            out.addLayout(line)
        self.cancel = Button(_("Cancel"), "ghost")
        self.cancel.clicked.connect(self.close_card)
        out.addLayout(row(None, self.cancel))
        self.card.setLayout(out)
        self.closed.connect(self.deleteLater)

    def begin(self) -> None:
        self.open(next(iter(self.buttons.values())))

    def _choose(self, key: str) -> None:
        self.close_card()
        self.chosen.emit(key)
