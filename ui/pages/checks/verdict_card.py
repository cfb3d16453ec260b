"""What one dossier comes to and why, and the officer's own judgement over it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from controllers.checks import Checks
from controllers.wording import badge, word
from models.checks.values import DossierColumn, Verdict
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.drafting import DraftSheet
from ui.kit.badge import Badge
from ui.kit.base import Text, row
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.page import Message
from ui.pages.checks.reason_card import ReasonCard
from ui.tasks import Tasks

VERDICT = "verdict"
"""How its card is called among the drafts."""


class VerdictCard(Card):
    """The proposal of the rules, or the officer's judgement with its reason, shown plainly."""

    said = Signal(object)

    def __init__(self, checks: Checks, tasks: Tasks, sheet: DraftSheet) -> None:
        self._checks, self._tasks, self._sheet = checks, tasks, sheet
        self._check: UUID | None = None
        self._dossier: DossierColumn | None = None
        self._badge = Badge("draft", _("No verdict yet"))
        self._whose = Text("", "small", 400, "faint", wrap=True)
        self._why = Text("", "small", 400, "quiet", wrap=True)
        self._reason = Text("", "small", 500, "ink", wrap=True)
        self.other = Button(_("Judge otherwise"), "link")
        self.back = Button(_("Back to the proposal"), "link")
        self.card: ReasonCard | None = None
        super().__init__(
            _("Verdict on this dossier"),
            row(self._badge, None),
            2,
            self._whose,
            self._reason,
            self._why,
            row(self.other, None),
            row(self.back, None),
            icon="gavel",
        )
        self.other.clicked.connect(self.ask)
        self.back.clicked.connect(self._take_back)

    def show_dossier(self, check_id: UUID, dossier: DossierColumn, locked: bool) -> None:
        self._check, self._dossier = check_id, dossier
        self.set_title(_("Verdict on {number}").format(number=dossier.number))
        verdict, over = dossier.verdict, dossier.verdict_override
        if verdict is None:
            self._badge.set_state("draft", _("No verdict yet"))
        else:
            self._badge.set_state(badge(verdict), word(verdict))
        self._whose.setText(
            _("Judged by the officer, not by the rules:") if over else _("Proposed by the rules")
        )
        self._reason.setText(f"“{dossier.override_reason}”" if over else "")
        self._reason.setVisible(bool(over))
        proposal = _("The rules say: {why}").format(why=dossier.verdict_why)
        self._why.setText(proposal if over else dossier.verdict_why)
        self.other.setVisible(not locked)
        self.back.setVisible(bool(over) and not locked)

    def ask(self) -> None:
        """Ask for the officer's own verdict, and why."""
        if self._dossier is None or self._check is None:
            return
        now = self._dossier.verdict
        choices = [(verdict, word(verdict)) for verdict in Verdict if verdict is not now]
        self.card = ReasonCard(
            self,
            _("Judge {number} otherwise").format(number=self._dossier.number),
            _("The proposal of the rules stays visible, with your reason beside it."),
            _("Judge otherwise"),
            choices,
            _("Verdict"),
            aside=(self._sheet, VERDICT, self._dossier.id),
        )
        self.card.given.connect(partial(self._give, self._check, self._dossier.id))
        self.card.begin()

    def _give(self, check: UUID, dossier: UUID, verdict: Verdict, reason: str) -> None:
        ticket = self._tasks.do(self._checks.override_verdict, check, dossier, verdict, reason)
        if self.card is not None:
            self.card.awaits(ticket)

    def _take_back(self) -> None:
        if self._dossier is None or self._check is None:
            return
        ticket = self._tasks.do(
            self._checks.override_verdict, self._check, self._dossier.id, None, ""
        )
        number = self._dossier.number
        ticket.then(partial(self._taken_back, number)).otherwise(self._explain)

    def _taken_back(self, number: str, _done: None) -> None:
        sentence = _("The rules judge {number} again.").format(number=number)
        self.said.emit(Message(sentence, undo=True))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
