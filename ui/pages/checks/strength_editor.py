"""One strong point: a sentence that stands in the letter."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from models.checks.values import CheckFile, CheckState, FindingFile
from models.kernel.text import _
from ui.drafting import DraftSheet, FormDrafts
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.form import Form
from ui.kit.page import Message
from ui.kit.text_field import TextField
from ui.masking import mask
from ui.tasks import Tasks

STRENGTH = "strength"
"""How the drafts of a strong point are called."""


class StrengthEditor(QWidget):
    """The sentence hands itself in; an emptied one takes the point away."""

    said = Signal(object)

    def __init__(self, checks: Checks, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__()
        self._checks, self._tasks = checks, tasks
        self.form = Form(self)
        self.statement = TextField(lines=4)
        self.remove = Button(_("Remove this strong point"), "secondary", "x")
        line = self.form.add("statement", _("What goes well"), self.statement)
        mask(*self.form.rows())
        self.drafting = FormDrafts(self.form, STRENGTH, sheet)
        line.set_help(_("Stands in the audit letter, before the findings."))
        self.setLayout(
            column(
                Text(_("Strong point"), "body", 600),
                4,
                line,
                8,
                row(self.remove, None),
                None,
                gap=6,
                margins=(28, 16, 28, 28),
            )
        )
        self.form.changed.connect(self._hand_in)
        self.form.said.connect(self.said)
        self.remove.clicked.connect(self._remove)

    def show_strength(self, check: CheckFile, strength: FindingFile) -> None:
        locked = check.state is CheckState.FINISHED
        called = f"{check.reference} · {_('Strong point')}"
        self.form.show({"statement": strength.statement}, (check.id, strength.id), called)
        self.statement.setReadOnly(locked)
        self.remove.setVisible(not locked)
        self.drafting.offer()

    def settle(self) -> None:
        self.form.settle()

    def _of(self) -> tuple[UUID, UUID] | None:
        return self.form.of if isinstance(self.form.of, tuple) else None

    def _hand_in(self, name: str, value: object) -> None:
        of = self._of()
        if of is not None:
            ticket = self._tasks.do(self._checks.edit_strength, *of, str(value))
            self.form.awaits(ticket, name)

    def _remove(self) -> None:
        of = self._of()
        if of is not None:
            ticket = self._tasks.do(self._checks.edit_strength, *of, "")
            self.form.awaits(ticket.then(self._removed), "statement")

    def _removed(self, _done: None) -> None:
        self.said.emit(Message(_("The strong point was removed."), undo=True))
