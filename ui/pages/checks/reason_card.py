"""Asks for a reason, and perhaps another judgement, over the window; stays open when refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.kernel.errors import AppError
from models.kernel.text import _
from ui.card_drafts import CardDrafts
from ui.drafting import DraftSheet
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.form import Form
from ui.kit.overlay import HAND_IN, Overlay
from ui.kit.text_field import TextField
from ui.masking import mask
from ui.tasks import Ticket

WIDTH = 480
NEVER = 2_000_000_000
"""Milliseconds of silence after which a reason would hand itself in: only the button does."""


class ReasonCard(Overlay):
    """`given(value, reason)` hands in; the page answers with `awaits` or `refuse`.

    Ctrl+Enter hands in from anywhere in the card; Enter in the reason is a new line.
    """

    given = Signal(object, str)

    def __init__(
        self,
        host: QWidget,
        title: str,
        text: str,
        word: str,
        choices: Sequence[tuple[Any, str]] = (),
        label: str = "",
        asks: str = "",
        aside: tuple[DraftSheet, *tuple[object, ...]] | None = None,
    ) -> None:
        """`aside`: where what is typed lies until it is kept, and what it is called there."""
        super().__init__(host, WIDTH)
        self.setAccessibleName(f"{title}. {text}")
        self.choice = ChoiceField(choices)
        self.reason = TextField(lines=2, most=6, silence_ms=NEVER)
        self.form = Form(self)
        self.reason_row = self.form.add("reason", asks or _("Reason"), self.reason)
        mask(self.reason_row)
        self.choice_row = self.form.add("choice", label, self.choice)
        if choices:
            self.choice.set_value(choices[0][0], afresh=True)
        else:
            self.choice_row.hide()
        self.button = Button(word, "primary", keys=HAND_IN)
        self.cancel = Button(_("Cancel"), "secondary")
        self.hand_in_by(self.button)
        self.button.clicked.connect(self._give)
        self.cancel.clicked.connect(self.close_card)
        self._drafts = CardDrafts(self.form, aside[0]) if aside is not None else None
        if self._drafts is not None and aside is not None:
            self.cancel.clicked.connect(self._drafts.forget)
            self.closed.connect(self._drafts.put_away)
            self._drafts.offer(*aside[1:])
        out = column(Text(title, "body", 600, wrap=True), gap=8, margins=(24, 22, 24, 20))
        if text:
            out.addWidget(Text(text, "body", 400, "quiet", wrap=True))
        for part in (self.choice_row, self.reason_row):
            out.addSpacing(6)
            out.addWidget(part)
        out.addSpacing(8)
        out.addLayout(row(None, self.cancel, self.button, gap=8))
        self.card.setLayout(out)
        self.closed.connect(self.deleteLater)

    def begin(self) -> None:
        """On what is to be chosen, or else on the reason; also when that is half written."""
        written = self.choice_row.isHidden() or self.reason.typed()
        self.open(self.reason if written else self.choice)

    def awaits(self, ticket: Ticket[Any]) -> Ticket[Any]:
        """Close once this is kept, or say why not; who closed it meanwhile has handed it in too.

        It is handed in once at a time.
        """
        if self._drafts is not None:
            self._drafts.awaits(ticket)
        self.button.setEnabled(False)
        return ticket.ended(self._over).then(self._accept).otherwise(self.refuse)

    def _over(self) -> None:
        self.button.setEnabled(True)

    def refuse(self, error: AppError) -> None:
        """Say under the reason why not; what was written stays."""
        self.reason_row.refuse(str(error))
        self.reason.setFocus()

    def _accept(self, _done: object) -> None:
        self.close_card()

    def _give(self) -> None:
        self.reason_row.clear()
        self.given.emit(self.choice.value(), self.reason.value())
