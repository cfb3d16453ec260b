"""The checklist in Excel: for whom it goes out, or what came back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.kernel.text import N_, _
from ui.ways_card import WaysCard

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


class WorkbookCard(WaysCard):
    """`chosen(str)` gives one of the three ways; Esc gives nothing."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("The checklist in Excel"), _WAYS)
