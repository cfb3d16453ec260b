"""A mark that is being drawn lies aside after every stroke, and stands again after a power cut."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from controllers.drafts import Unsaved
from models.checks.rules.strokes import is_mark, strokes, written
from ui.card_drafts import CARD
from ui.drafting import DraftSheet, mark
from ui.kit.mark_pad import MarkPad
from ui.tasks import Ticket

DIGITS, LETTERS = "0123456789", "abcdefghij"
"""A mark lies aside in letters: no row of its places is ever taken for a register number."""


class MarkDraft(QObject):
    """Of one pad; `called` says in which form it stands."""

    def __init__(self, pad: MarkPad, sheet: DraftSheet, called: str) -> None:
        super().__init__(pad)
        self._pad, self._sheet, self._name = pad, sheet, f"{CARD}|{called}|mark"
        pad.drawn.connect(self._keep)
        sheet.came.connect(self.offer)

    @Slot()
    def offer(self) -> None:
        """Put back what lies aside, unless something is drawn already."""
        found = self._sheet.found(self._name)
        text = found.text.translate(str.maketrans(LETTERS, DIGITS)) if found is not None else ""
        if is_mark(text) and not self._pad.strokes():
            self._pad.set_strokes(strokes(text))
            if self._sheet.back(self._name) and self._sheet.newest() == self._name:
                self._sheet.brought.emit(self._name, self._pad)

    def forget(self) -> None:
        """There is none any more."""
        self._sheet.forget(self._name)

    def awaits(self, owner: UUID, ticket: Ticket[Any]) -> None:
        """It is forgotten once this is kept."""
        ticket.then(partial(self._sheet.forget_of, owner, [self._name]))

    def _keep(self) -> None:
        text = written(self._pad.strokes()).translate(str.maketrans(DIGITS, LETTERS))
        if text:
            self._sheet.keep(self._name, Unsaved(text, (mark(""),)))
        else:
            self.forget()
