"""After a power cut: the side, the row and the field where the officer was writing."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.kernel.text import _
from ui.card_drafts import CARD
from ui.drafting import AGAIN, DraftSheet, apart
from ui.kit.in_sight import go_on
from ui.kit.page import Message
from ui.pages.checks.answer_panel import CELL
from ui.pages.checks.card_names import BY_HAND, NEW_CHANNEL
from ui.pages.checks.channels_view import CHANNEL, ChannelsView
from ui.pages.checks.closing_view import ClosingView
from ui.pages.checks.dossiers_view import DossiersView
from ui.pages.checks.findings_view import FindingsView
from ui.pages.checks.matrix_view import MatrixView
from ui.pages.checks.questions_part import NEW, QUESTION
from ui.pages.checks.reason_card import REOPEN
from ui.pages.checks.replace_card import REPLACE
from ui.pages.checks.seen_form import SEEN, TURNED
from ui.pages.checks.verdict_card import VERDICT
from ui.pages.checks.visit_view import VISIT, VisitView


class ComingBack(QObject):
    """Goes to the newest draft of a check once it is read, and says that it stands there again."""

    said = Signal(object)
    reopen_wanted = Signal()
    """The reason to open a finished check again was being written."""

    def __init__(
        self,
        sheet: DraftSheet,
        matrix: MatrixView,
        findings: FindingsView,
        things: tuple[DossiersView, ChannelsView],
        visit: VisitView,
        closing: ClosingView,
        show: Callable[[QWidget], None],
        in_sight: Callable[[], bool],
    ) -> None:
        """`show` turns to a side; `in_sight` says whether anybody looks at them."""
        super().__init__()
        self._in_sight, self._later = in_sight, False
        self._sheet, self._show = sheet, show
        self._matrix, self._findings, self._visit = matrix, findings, visit
        (self._dossiers, self._channels), self._closing = things, closing
        sheet.came.connect(self._go)
        editors = findings.finding, findings.strength, findings.recheck, visit, self._channels
        for drafting in (*matrix.panel.drafting, *(e.drafting for e in editors)):
            drafting.brought.connect(self._brought)
        visit.questions.brought.connect(self._brought)

    def catch_up(self) -> None:
        """The sides come in sight: what was read meanwhile is gone to now."""
        if self._later:
            self._go()

    def _go(self) -> None:
        """No card opens over another room, nor by itself once somebody put it away."""
        self._matrix.forget_gone()
        self._later = not self._in_sight()
        if self._later:
            return
        newest = self._sheet.newest()
        part, of, _field = apart(newest)
        card, _slash, about = of.partition("/") if part == CARD else ("", "", "")
        if card == REOPEN and self._matrix.matrix.locked:
            self.reopen_wanted.emit()
        if not newest or self._matrix.matrix.locked:
            return
        if part == CELL:
            self._show(self._matrix)
            self._matrix.bring_back()
        elif part in (VISIT, QUESTION, NEW):
            self._show(self._visit)
        elif part == CHANNEL:
            self._show(self._channels)
            self._channels.bring_back(UUID(of.rpartition("/")[2]))
        else:
            self._bring_card(newest, card, about)

    def _bring_card(self, newest: str, card: str, about: str) -> None:
        if card in (SEEN, TURNED):
            self._show(self._closing)
        elif card in (BY_HAND, NEW_CHANNEL):
            self._show(self._dossiers if card == BY_HAND else self._channels)
        elif card == REPLACE:
            self._show(self._dossiers)
            self._dossiers.bring_back(UUID(about))
        elif card == VERDICT:
            self._show(self._matrix)
            self._matrix.judge_again(UUID(about))
        elif card != REOPEN:
            self._show(self._findings)
            self._findings.bring_back(newest)

    def _brought(self, field: QWidget) -> None:
        go_on(field)
        self.said.emit(Message(_(AGAIN), tone="accent"))
