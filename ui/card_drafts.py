"""What is written in a card over the window, or in a form that waits for its button, lies aside.

It comes back when the same card opens again, also after a power cut, until it is handed in or
cancelled.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.drafting import DraftSheet, FormDrafts
from ui.kit.act_card import ActCard
from ui.kit.form import Form
from ui.masking import mask

CARD = "card"
"""How the drafts of a card are called; the first word of what they are of says which card."""


class CardDrafts(QObject):
    """Of the texts of one form: nothing goes to the file before its button is pressed."""

    def __init__(self, form: Form, sheet: DraftSheet) -> None:
        super().__init__(form)
        self._form, self._sheet = form, sheet
        self._drafting = FormDrafts(form, CARD, sheet, lambda: False)

    def offer(self, *of: object) -> None:
        """Put back what lies aside for this, such as a card of one finding."""
        self._form.show({}, of=of)
        self._drafting.offer()

    def forget(self, _done: object = None) -> None:
        """It was handed in, or is not wanted any more."""
        self._form.settle()
        of = self._form.of
        self._sheet.forget(*(self._drafting.name(of, name) for name in self._form.fields()))


def lay_aside(card: ActCard, sheet: DraftSheet, *of: object) -> None:
    """Keep what is typed in this card until it is handed in or cancelled."""
    mask(*card.form.rows())
    drafts = CardDrafts(card.form, sheet)
    card.made.connect(drafts.forget)
    card.cancel.clicked.connect(drafts.forget)
    drafts.offer(*of)
