"""The checklist in Excel: for whom it goes out, or what came back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.kernel.text import N_, _
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.overlay import Overlay

WIDTH = 480
OFFICER, CENTRE, BACK = "officer", "centre", "back"
_WAYS = (
    (
        OFFICER,
        "download",
        N_("Everything, to keep or fill in"),
        N_("All answers, notes, findings and data. You can go on in Excel and read it in again."),
    ),
    (
        CENTRE,
        "send",
        N_("For the centre, to react"),
        N_("Findings, measures and last days, with open columns. Nothing of your own notes."),
    ),
    (
        BACK,
        "inbox",
        N_("Read a workbook in"),
        N_("What came back is compared cell by cell first. You choose what is taken over."),
    ),
)


class WorkbookCard(Overlay):
    """`chosen(str)` gives one of the three ways; Esc gives nothing."""

    chosen = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, WIDTH)
        title = _("The checklist in Excel")
        self.setAccessibleName(title)
        self.buttons: dict[str, Button] = {}
        out = column(Text(title, "body", 600), gap=14, margins=(24, 22, 24, 20))
        for key, icon, word, told in _WAYS:
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
        self.open(self.buttons[OFFICER])

    def _choose(self, key: str) -> None:
        self.close_card()
        self.chosen.emit(key)
