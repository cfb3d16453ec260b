"""After a power cut: the side, the row and the field where the officer was writing."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.card_drafts import CARD
from ui.drafting import DraftSheet, apart
from ui.pages.checks.answer_panel import CELL
from ui.pages.checks.card_names import AFTERWARDS, BY_HAND, NEW_CHANNEL, REOPEN, SEEN, TURNED
from ui.pages.checks.channels_view import CHANNEL, ChannelsView
from ui.pages.checks.closing_view import ClosingView
from ui.pages.checks.dossiers_view import DossiersView
from ui.pages.checks.finding_editor import FINDING, OWNER
from ui.pages.checks.findings_view import FindingsView
from ui.pages.checks.matrix_view import MatrixView
from ui.pages.checks.questions_part import NEW, QUESTION
from ui.pages.checks.replace_card import REPLACE
from ui.pages.checks.verdict_card import VERDICT
from ui.pages.checks.visit_view import VISIT, VisitView
from ui.resuming import Resuming


class ComingBack(QObject):
    """Goes to the newest draft of a check once it is read, and says that it stands there again.

    In a finished check that is the newest that can still be handed in.
    """

    said = Signal(object)
    reopen_wanted = Signal()
    """The reason to open a finished check again was being written."""

    def __init__(
        self,
        host: QWidget,
        sheet: DraftSheet,
        matrix: MatrixView,
        findings: FindingsView,
        things: tuple[DossiersView, ChannelsView],
        visit: VisitView,
        closing: ClosingView,
        show: Callable[[QWidget], None],
    ) -> None:
        """`host` holds the sides; `show` turns to one of them."""
        super().__init__(host)
        self._sheet, self._show = sheet, show
        self._matrix, self._findings, self._visit = matrix, findings, visit
        (self._dossiers, self._channels), self._closing = things, closing
        sheet.came.connect(matrix.forget_gone)
        self._resuming = Resuming(host, sheet, self._go)
        self._resuming.said.connect(self.said)
        sheet.brought.connect(self._brought)

    def _go(self) -> None:
        """No card opens over another room, nor by itself once somebody put it away."""
        locked = self._matrix.matrix.locked
        newest = self._sheet.newest(_afterwards) if locked else self._sheet.newest()
        part, of, _field = apart(newest)
        card, _slash, about = of.partition("/") if part == CARD else ("", "", "")
        if not newest:
            return
        if card == REOPEN:
            if locked:
                self.reopen_wanted.emit()
        elif part == CELL:
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
        else:
            self._show(self._findings)
            self._findings.bring_back(newest)

    @Slot(str, object)
    def _brought(self, name: str, field: QWidget) -> None:
        """Across the table nothing is said, and nothing moves."""
        if _card(name) != TURNED:
            self._resuming.stand_in(field)


def _card(name: str) -> str:
    """Which card a draft is of; empty for none."""
    part, of, _field = apart(name)
    return of.partition("/")[0] if part == CARD else ""


def _afterwards(name: str) -> bool:
    part, _of, field = apart(name)
    return _card(name) in AFTERWARDS or (part, field) == (FINDING, OWNER)
