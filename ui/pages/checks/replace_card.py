"""The card that asks why a dossier that was drawn leaves, and lets the next spare come in."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from models.checks.values import DossierColumn
from models.kernel.text import _
from ui.kit.act_card import ActCard, Values
from ui.kit.fields import LineField
from ui.tasks import Tasks, Ticket

REPLACE = "replace"
"""How its drafts are called."""


class ReplaceCard(ActCard):
    """`made(UUID)` gives the dossier that came in; the reason is for the protocol."""

    def __init__(
        self, host: QWidget, checks: Checks, tasks: Tasks, leaving: DossierColumn, spare: str
    ) -> None:
        title = _("{number} leaves, spare {spare} comes in")
        super().__init__(host, title.format(number=leaving.number, spare=spare), _("Replace"))
        self._checks, self._tasks, self._leaving = checks, tasks, leaving.id
        self.reason = LineField()
        asks = _("Why can this dossier not be looked into?")
        self.row = self.form.add("reason", asks, self.reason, _("Stands in the protocol."))
        self.lay_out((self.row,))

    def start(self, check_id: UUID) -> None:
        self._check_id = check_id
        self.begin(self.reason, self._replace)

    def _replace(self, values: Values) -> Ticket[UUID]:
        reason = values["reason"] or ""
        return self._tasks.do(self._checks.replace_dossier, self._check_id, self._leaving, reason)
