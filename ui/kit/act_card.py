"""A card over the window to do one thing: a few fields and one verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.base import Item, Text, column, row
from ui.kit.button import Button
from ui.kit.form import Form, FormRow
from ui.kit.overlay import HAND_IN, Overlay
from ui.tasks import Ticket

WIDTH = 460

Values = dict[str, Any]


class ActCard(Overlay):
    """`submit(values)` hands in; `made(answer)` tells what came of it. A refusal keeps it open."""

    made = Signal(object)
    handed = Signal(object)
    """The Ticket of what was handed in."""
    refused = Signal(object)
    """The AppError that keeps it open."""

    def __init__(
        self, host: QWidget, title: str, word: str, text: str = "", width: int = WIDTH
    ) -> None:
        super().__init__(host, width)
        self.setAccessibleName(f"{title}. {text}" if text else title)
        self.form = Form(self)
        self._title = title
        self._fields: list[QWidget] = []
        self._submit: Callable[[Values], Ticket[Any]] | None = None
        self.cancel = Button(_("Cancel"), "secondary")
        self.give = Button(word, "primary")
        self.trouble = Text("", "small", 500, "late", wrap=True)
        self.text = Text(text, "body", 400, "quiet", wrap=True)
        self.cancel.clicked.connect(self.close_card)
        self.give.clicked.connect(self.hand_in)
        self.hand_in_by(self.give)
        self.closed.connect(self.deleteLater)

    def lay_out(self, rows: Sequence[Item]) -> None:
        """The fields, one below the other; Enter goes on, and in the last one hands in.

        In a text of several lines Enter is a new line, so the button tells that Ctrl+Enter gives.
        """
        out = column(Text(self._title, "body", 600, wrap=True), gap=12, margins=(24, 22, 24, 20))
        if self.text.text():
            out.addWidget(self.text)
        out.addLayout(column(*rows, gap=12))
        out.addWidget(self.trouble)
        out.addLayout(row(None, self.cancel, self.give, gap=8))
        self.trouble.hide()
        self.card.setLayout(out)
        if self.card.findChildren(QPlainTextEdit):
            self.give.set_keys(HAND_IN)
        self._fields = [made.field for made in rows if isinstance(made, FormRow)]
        for at, field in enumerate(self._fields):
            if isinstance(field, QLineEdit):
                field.returnPressed.connect(partial(self._onward, at))

    def begin(self, first: QWidget, submit: Callable[[Values], Ticket[Any]]) -> None:
        """Open with the keyboard on the first field."""
        self._submit = submit
        self.open(first)

    def hand_in(self) -> None:
        """Once at a time: a second press while the first is under way does nothing."""
        if self._submit is None or not self.give.isEnabled():
            return
        self.form.settle()
        self.give.setEnabled(False)
        ticket = self._submit(self.form.values())
        self.handed.emit(ticket)
        ticket.ended(self._over).then(self._done).otherwise(self.explain)

    def _over(self) -> None:
        self.give.setEnabled(True)

    def explain(self, error: AppError) -> None:
        """Say at the field, or else over the buttons, why not; what was written stays."""
        named = self.form.explain(error)
        self.trouble.setText("" if named else str(error))
        self.trouble.setVisible(not named)
        if named and error.field:
            self.form.row(error.field).field.setFocus()
        self.place()
        self.refused.emit(error)

    def _onward(self, at: int) -> None:
        """To the next field that shows; from the last one hand in."""
        for field in self._fields[at + 1 :]:
            if not field.isHidden() and field.isVisibleTo(self):
                field.setFocus()
                return
        self.hand_in()

    def _done(self, answer: object) -> None:
        self.close_card()
        self.made.emit(answer)
