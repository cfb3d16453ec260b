"""Dossiers that come into a check by hand, with the risk somebody saw."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from models.checks.values import CheckFile, CheckState
from models.kernel.errors import AppError
from models.kernel.text import _, ngettext
from ui.card_drafts import CardDrafts
from ui.drafting import DraftSheet
from ui.kit.base import column, row
from ui.kit.button import Button
from ui.kit.fields import LineField
from ui.kit.fitting import side_by_side
from ui.kit.form import Form
from ui.kit.page import Message
from ui.kit.theme import themes
from ui.masking import mask
from ui.pages.checks.card_names import BY_HAND
from ui.pages.checks.dossier_list import NEVER, NumbersField
from ui.tasks import Tasks


class ByHand(QWidget):
    """Numbers, why these, and a button. What was typed stays with its check until it is added."""

    said = Signal(object)

    def __init__(self, checks: Checks, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__()
        self._checks, self._tasks = checks, tasks
        self._check: CheckFile | None = None
        self._alone = False
        self.numbers = NumbersField(_("KZ-003; KZ-011; KZ-024"), 1, 8, NEVER)
        self.form = Form(self)
        self.row = self.form.add("numbers", _("Add by hand"), self.numbers)
        self.risk = LineField(_("leave empty when there is none"))
        self.risk_row = self.form.add("risk", _("Which risk do you see?"), self.risk)
        self.risk_row.set_help(_("Stays with the service: not in the protocol."))
        mask(self.risk_row)
        self._drafts = CardDrafts(self.form, sheet)
        self.add = Button(_("Add"), "secondary", "plus", keys="Enter")
        line = row(gap=12, margins=(28, 10, 24, 12))
        for part, wide in ((self.row, 3), (self.risk_row, 2)):
            line.addWidget(part, wide, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(22, self.add, None, gap=0))
        themes.changed.connect(self._fit)
        self._fit()
        self.setLayout(line)
        self.numbers.given.connect(self._add)
        self.risk.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)

    def show_check(self, check: CheckFile) -> None:
        other = self._check is None or self._check.id != check.id
        self._check = check
        if other:
            self._drafts.leave()
            self._empty()
            self._drafts.offer(BY_HAND, check.id)
        self.setVisible(check.state is not CheckState.FINISHED)

    def explain_numbers(self, *, alone: bool) -> None:
        """How the numbers are written, while nothing else needs the room."""
        self._alone = alone
        self._fit()

    def _fit(self) -> None:
        """With large text the button is its plus, and the rule goes: the fields need the room."""
        rule = self._check.template.pseudonym_rule if self._check else ""
        self.row.set_help(rule if self._alone and side_by_side() else "")
        self.add.fold(folded=not side_by_side())

    def waiting(self) -> bool:
        """Whether numbers were typed that are not added yet."""
        return bool(self.numbers.toPlainText().strip())

    def _add(self) -> None:
        if self._check is None:
            return
        self.row.clear()
        typed = self.numbers.toPlainText()
        if not typed.strip():
            self.row.refuse(_("Type or paste the dossier numbers, one a line or with semicolons."))
            return
        risk = self.risk.value()
        ticket = self._tasks.do(self._checks.add_dossiers, self._check.id, typed, risk)
        self._drafts.awaits(ticket)
        ticket.then(partial(self._added, self._check.id, typed))
        ticket.otherwise(partial(self._refused, self._check))

    def _added(self, check_id: UUID, typed: str, added: Sequence[UUID]) -> None:
        here = self._check is not None and self._check.id == check_id
        if here and self.numbers.toPlainText() == typed:
            self._empty()
            self._drafts.offer(BY_HAND, check_id)
        count = len(added)
        sentence = ngettext("{count} dossier was added.", "{count} dossiers were added.", count)
        self.said.emit(Message(sentence.format(count=count), undo=True))

    def _empty(self) -> None:
        self.numbers.set_value("", afresh=True)
        self.risk.set_value("", afresh=True)

    def _refused(self, check: CheckFile, error: AppError) -> None:
        """Of a check that shows no more the numbers still lie with it."""
        if self._check is None or self._check.id != check.id:
            self.said.emit(Message(f"{check.reference}: {error}", tone="late"))
            return
        (self.risk_row if error.field == "risk" else self.row).refuse(str(error))
        self.numbers.setFocus()
