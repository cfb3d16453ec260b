"""Cards over the findings: one by hand, a strong point, and what the centre got to read."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from models.checks.values import CheckFile, FollowFile
from models.checks.values.revision import RevisionDifference
from models.kernel.text import _
from ui.card_drafts import CARD, lay_aside
from ui.drafting import DraftSheet, apart, spelled
from ui.kit.only_here import only_here
from ui.pages.checks.card_names import (
    CLOSE_ROUND,
    DECIDE,
    END,
    HAND,
    JUDGE,
    OF_FINDING,
    STEP,
    STRONG,
)
from ui.pages.checks.difference_card import DifferenceCard
from ui.pages.checks.findings_rows import LADDER, ROUND
from ui.pages.checks.follow_cards import HandCard
from ui.pages.checks.reason_card import ReasonCard
from ui.tasks import Tasks


class FindingsCards(QObject):
    """`made(row)` names what came of a card: the key of a finding, or the id of a strong point."""

    made = Signal(object)

    def __init__(self, host: QWidget, checks: Checks, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__(host)
        self._host, self._checks, self._tasks, self._sheet = host, checks, tasks, sheet
        self._check: CheckFile | None = None
        self.card: ReasonCard | None = None
        self.hand: HandCard | None = None
        self.difference: DifferenceCard | None = None

    def show_check(self, check: CheckFile) -> None:
        self._check = check

    def ask_finding(self, question_key: str = "") -> None:
        """A card for a finding by hand, on this question when one is given."""
        if self._check is not None:
            self.hand = HandCard(self._host, self._checks, self._tasks, self._check)
            self.hand.made.connect(partial(self._made, self._check.id))
            self.hand.start(question_key)
            lay_aside(self.hand, self._sheet, HAND, question_key)

    def ask_strength(self) -> None:
        if self._check is None:
            return
        self.card = ReasonCard(
            self._host,
            _("Add a strong point"),
            _("It stands in the audit letter, before the findings."),
            _("Add"),
            asks=_("What goes well"),
            aside=(self._sheet, STRONG),
        )
        self.card.given.connect(partial(self._add_strength, self._check.id))
        self.card.begin()

    def compare(self, revision: UUID) -> None:
        """What the centre got to read, beside the check as it stands."""
        if self._check is not None:
            ticket = self._tasks.ask(self._checks.differences, self._check.id, revision)
            ticket.then(only_here(self._host, self._shown, self._show_difference))

    def open_again(self, card: str, about: str) -> bool:
        """Open what was being written in; False for a card that waits behind its row."""
        if card == HAND:
            self.ask_finding(about)
        elif card == STRONG:
            self.ask_strength()
        return card in (HAND, STRONG)

    @staticmethod
    def row_of(card: str, about: str, follow: FollowFile) -> str | None:
        """The row of the list behind which a card waits: a key, ROUND or LADDER."""
        if card in (STEP, END):
            return LADDER
        if card == CLOSE_ROUND:
            return ROUND
        if card in OF_FINDING:
            return about
        held = follow.reviews if card == JUDGE else follow.reactions
        return next(
            (key for key, many in held.items() for one in many if one.id.hex == about), None
        )

    def forget_gone(self, check: CheckFile, follow: FollowFile) -> None:
        """A card about what is there no more opens no more either."""
        findings = [(card, one.key) for card in OF_FINDING for one in check.findings]
        there = [
            *(spelled(one) for one in findings),
            *(spelled((JUDGE, one.id)) for each in follow.reviews.values() for one in each),
            *(spelled((DECIDE, one.id)) for each in follow.reactions.values() for one in each),
        ]
        about = [of for part, of, _field in map(apart, self._sheet.names()) if part == CARD]
        others = [of for of in about if of.partition("/")[0] not in {*OF_FINDING, JUDGE, DECIDE}]
        self._sheet.forget_gone(CARD, [*there, *others])

    def _shown(self) -> UUID | None:
        return self._check.id if self._check is not None else None

    def _add_strength(self, check: UUID, _nothing: object, statement: str) -> None:
        ticket = self._tasks.do(self._checks.add_strength, check, statement)
        ticket.then(partial(self._made, check))
        if self.card is not None:
            self.card.awaits(ticket)

    def _made(self, check: UUID, row: UUID | str) -> None:
        """Another check may be shown by now."""
        if check == self._shown():
            self.made.emit(row)

    def _show_difference(self, found: RevisionDifference | None) -> None:
        if found is not None:
            self.difference = DifferenceCard(self._host.window(), found)
            self.difference.begin()
