"""What is written and chosen in a card over the window, or in a form with a button, lies aside.

It comes back when the same card opens again, also after a power cut, until it is handed in or
cancelled.
"""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from controllers.drafts import Unsaved
from models.kernel.ids import natural_id
from ui.drafting import DraftSheet, FormDrafts, mark, spelled
from ui.kit.act_card import ActCard
from ui.kit.choice_field import ChoiceField
from ui.kit.form import Form
from ui.masking import mask
from ui.tasks import Ticket

CARD = "card"
"""How the drafts of a card are called; the first word of what they are of says which card."""


class CardDrafts(QObject):
    """Of the texts and choices of one form: nothing goes to the file before its button is pressed.

    `more` are the names of drafts of the same form that are neither.
    """

    def __init__(self, form: Form, sheet: DraftSheet, *more: str) -> None:
        super().__init__(form)
        self._form, self._sheet, self._more = form, sheet, more
        self._owner: UUID | None = None
        self._drafting = FormDrafts(form, CARD, sheet, lambda: False)
        self._choices: dict[str, ChoiceField] = {}
        for name, field in form.fields().items():
            if isinstance(field, ChoiceField):
                self._choices[name] = field
                field.edited.connect(partial(self._chosen, name))
        sheet.came.connect(self._choose_again)

    def offer(self, *of: object) -> None:
        """Put back what lies aside for this, such as a card of one finding."""
        self._form.show({}, of=of)
        self._owner = self._sheet.owner
        self._choose_again()
        self._drafting.offer()

    def leave(self) -> None:
        """What is emptied or shown from here on is of nothing, until the next offer."""
        self._form.settle()
        self._form.of = None

    @Slot()
    def forget(self, _done: object = None) -> None:
        """It is not wanted any more."""
        self._form.settle()
        if self._owner is not None:
            self._sheet.forget_of(self._owner, self._names())

    @Slot()
    def put_away(self) -> None:
        """The card was closed: what stood there comes back when it is opened, not by itself."""
        self._form.settle()
        if self._owner == self._sheet.owner:
            self._sheet.put_away(self._names())

    def awaits(self, ticket: Ticket[Any]) -> None:
        """It is forgotten once this is kept, also when the card is gone by then."""
        if self._owner is not None:
            ticket.then(partial(self._sheet.forget_of, self._owner, self._names()))
            ticket.then(partial(self._kept, self._form.of))

    def _kept(self, of: object, _done: object) -> None:
        """What still stands here is in the file."""
        if self._form.of == of:
            self._form.of = None

    def _names(self) -> list[str]:
        of = self._form.of
        return [self._drafting.name(of, name) for name in (*self._form.fields(), *self._more)]

    @Slot()
    def _choose_again(self) -> None:
        for name, field in self._choices.items():
            found = self._sheet.found(self._drafting.name(self._form.of, name))
            known = {spelled(one): one for one in field.choices()}
            if found is not None and found.text in known:
                field.choose(known[found.text])

    def _chosen(self, name: str, value: object) -> None:
        if self._form.of is not None:
            called = self._drafting.name(self._form.of, name)
            self._sheet.keep(called, Unsaved(spelled(value), (mark(""),)))


def of_new(kind: str) -> UUID:
    """What drafts belong to whose thing is not made yet: one for each kind of thing."""
    return natural_id("draft", kind)


def lay_aside(card: ActCard, sheet: DraftSheet, *of: object) -> None:
    """Keep what stands in this card, once it is open, until it is handed in or cancelled."""
    mask(*card.form.rows())
    drafts = CardDrafts(card.form, sheet)
    card.handed.connect(drafts.awaits)
    card.cancel.clicked.connect(drafts.forget)
    card.closed.connect(drafts.put_away)
    drafts.offer(*of)
