"""Where the columns of a matrix come from, dossiers or channels: a list, and one beside it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from models.checks.values import CheckFile, CheckState, DossierColumn
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.drafting import DraftSheet
from ui.kit.base import Item, column, wrap
from ui.kit.button import Button
from ui.kit.fitting import PanelFit
from ui.kit.page import Message
from ui.kit.shell import panel, scrolled
from ui.pages.checks.dossier_list import DossierList
from ui.pages.checks.sight import Counts
from ui.pages.checks.unit_words import UnitWords
from ui.pages.checks.verdict_card import VerdictCard
from ui.tasks import Tasks

SIDE = 340


class ThingsView(QWidget):
    """`opened(UUID)` asks to fill one in; who fills this view shows what is particular."""

    opened = Signal(object)
    said = Signal(object)

    def __init__(
        self, checks: Checks, tasks: Tasks, sheet: DraftSheet, words: UnitWords, inset: int = 0
    ) -> None:
        super().__init__()
        self._checks, self._tasks, self._sheet, self._words = checks, tasks, sheet, words
        self._check: CheckFile | None = None
        self._counts: Counts = {}
        self.list = DossierList(inset=inset)
        self.list.setAccessibleName(words.say("listed"))
        self.verdict = VerdictCard(checks, tasks, sheet)
        self.fill = Button(words.say("fill"), "secondary", "checklist")
        self.remove = Button(_("Take out of the check"), "secondary", "x")
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self._remove)
        self.fill.clicked.connect(self._fill)
        self.remove.clicked.connect(self._remove_current)
        self.verdict.said.connect(self.said)

    @property
    def _locked(self) -> bool:
        return self._check is not None and self._check.state is CheckState.FINISHED

    def _place_side(self, *parts: Item) -> QWidget:
        """The panel of the one that is chosen."""
        inside = column(*parts, None, gap=8, margins=(22, 20, 20, 20))
        self._side = panel("right", SIDE, column(scrolled(wrap(inside)), gap=0))
        PanelFit(self._side, SIDE, self)
        return self._side

    def _show_list(self, check: CheckFile, counts: Counts) -> None:
        """The rows of this check, and the first of them where none is chosen yet."""
        self._check, self._counts = check, counts
        self.fill.setText(_("Show in the matrix") if self._locked else self._words.say("fill"))
        self._show_rows()
        if self.list.current is None and check.dossiers:
            self.list.choose(self._first())

    def _show_rows(self) -> None:
        raise NotImplementedError

    def _first(self) -> UUID | None:
        """The one that stands first in the list."""
        raise NotImplementedError

    def _show_chosen(self, chosen: DossierColumn) -> None:
        """What is particular beside the list."""
        raise NotImplementedError

    def _take_keyboard(self) -> None:
        """What had the keyboard is gone."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold(self, held: QWidget | None) -> None:
        """What had the keyboard and went out of sight gives it to another part of this side."""
        if held is None or held.isVisible() or not (self.isVisible() and self.isAncestorOf(held)):
            return
        self._take_keyboard()

    def _chosen(self) -> DossierColumn | None:
        found = self._check.dossiers if self._check else ()
        return next((each for each in found if each.id == self.list.current), None)

    def _choose(self, _chosen: UUID) -> None:
        self._show_side()

    def _show_side(self) -> None:
        chosen = self._chosen()
        self._side.setVisible(chosen is not None)
        if chosen is not None and self._check is not None:
            self._show_chosen(chosen)
            self.verdict.show_dossier(self._check.id, chosen, self._locked)

    def _fill(self) -> None:
        if self.list.current is not None:
            self.opened.emit(self.list.current)

    def _remove_current(self) -> None:
        if self.list.current is not None:
            self._remove(self.list.current)

    def _remove(self, thing: UUID) -> None:
        check = self._check
        if check is None or self._locked:
            return
        number = next((each.number for each in check.dossiers if each.id == thing), "")
        ticket = self._tasks.do(self._checks.remove_dossier, check.id, thing)
        ticket.then(partial(self._removed, number)).otherwise(self._explain)

    def _removed(self, number: str, _done: None) -> None:
        self.said.emit(Message(self._words.say("taken_out", number=number), undo=True))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
