"""The sides of a check: which one is looked at, and how one goes from one to another."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from controllers.bundle import Controllers
from models.checks.values import CheckFile, Unit
from models.kernel.text import _
from ui.drafting import DraftSheet
from ui.kit.base import row
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.memory import Memory
from ui.kit.one_view import OneView
from ui.kit.segmented import Segmented
from ui.kit.stack import Stack
from ui.kit.theme import theme, themes
from ui.pages.checks.answering import Answering
from ui.pages.checks.channels_view import ChannelsView
from ui.pages.checks.closing_view import ClosingView
from ui.pages.checks.coming_back import ComingBack
from ui.pages.checks.dossiers_view import DossiersView
from ui.pages.checks.findings_view import FindingsView
from ui.pages.checks.matrix_view import MatrixView
from ui.pages.checks.naming import name_empty, name_matrix, name_sides
from ui.pages.checks.progress import LARGE
from ui.pages.checks.side_words import NO_DOSSIERS, keys_of
from ui.pages.checks.sight import Counts, Sight
from ui.pages.checks.visit_view import VisitView
from ui.tasks import Tasks

MATRIX, FINDINGS, DOSSIERS, VISIT, CLOSING = range(5)


class CheckSides(OneView):
    """Draws anew only the side that is looked at; what the check is and does is its view's."""

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self._check: CheckFile | None = None
        self._counts: Counts = {}
        self._behind: set[int] = set()
        self.answering = Answering(controllers.checks, tasks, self)
        self.sheet = DraftSheet(controllers.drafts, tasks)
        self.matrix = MatrixView(controllers, tasks, memory, self.answering, self.sheet)
        self.findings = FindingsView(controllers, tasks, controllers.today(), self.sheet)
        self.dossiers = DossiersView(controllers, tasks, self.sheet)
        self.channels = ChannelsView(controllers.checks, tasks, self.sheet)
        self.visit = VisitView(controllers, tasks, self.sheet)
        self.closing = ClosingView(controllers, tasks, self.sheet)
        things = self.dossiers, self.channels
        self._beside: dict[int, FindingsView | VisitView | ClosingView] = {
            FINDINGS: self.findings,
            VISIT: self.visit,
            CLOSING: self.closing,
        }
        beside = self.findings, things, self.visit, self.closing
        self.coming_back = ComingBack(self, self.sheet, self.matrix, *beside, self._show_page)
        self._sides = (self.matrix, self.findings, *things, self.visit, self.closing)
        self.sides = Segmented(
            (_("Matrix"), _("Findings"), _("Dossiers"), _("Visit"), _("Closing")),
            name=_("Sides of the check"),
        )
        self.draw_first = Button(_("Draw a sample"), "secondary", "checklist", keys="Alt+S")
        self.add_first = Button(_("Add the first dossiers"), "secondary", "plus")
        self.empty = EmptyState(
            "checklist",
            _(NO_DOSSIERS[0]),
            _(NO_DOSSIERS[1]),
            *(self.draw_first, self.add_first),
        )
        self.stack = Stack()
        for side in (*self._sides, self.empty):
            self.stack.addWidget(side)
        self._line = row(self.sides, None, self.matrix.choices, margins=(28, 0, 24, 10))
        self._lead_on()
        self._fit()

    @property
    def check(self) -> CheckFile | None:
        return self._check

    def settle(self) -> None:
        for side in self._sides:
            side.settle()
        self.sheet.settle()

    def drafts(self) -> list[str]:
        """What only the screen holds: notes refused out of sight, numbers that wait to be added."""
        panel, known = self.matrix.panel, self._check.dossiers if self._check else ()
        numbers = {each.id: each.number for each in known}
        told = []
        for key, dossier in sorted(panel.drafts(), key=str):
            if (key, dossier) != self.matrix.place or not panel.note.isVisibleTo(self):
                where = f"{key} · {numbers[dossier]}" if dossier in numbers else key
                told.append(_("note with {where}").format(where=where))
        if self.channels.waiting():
            told.append(_("Channel"))
        told += self.closing.drafts()
        return [*told, _("Dossier numbers")] if self.dossiers.waiting() else told

    def show_side(self, side: int) -> None:
        """Matrix, findings, dossiers or visit."""
        if side != self.sides.choice():
            self.sides.choose(side)
        self._turn(side)

    def _show_page(self, page: QWidget) -> None:
        places = {self.findings: FINDINGS, self.dossiers: DOSSIERS, self.channels: DOSSIERS}
        places |= {self.visit: VISIT, self.closing: CLOSING}
        self.show_side(places.get(page, MATRIX))

    def _things(self) -> DossiersView | ChannelsView:
        """Where the columns of the matrix come from: dossiers, or channels of the offer."""
        return self.channels if self._of_offer() else self.dossiers

    def _of_offer(self) -> bool:
        return self._check is not None and self._check.template.unit is Unit.PUBLIC_CHANNEL

    def _lead_on(self) -> None:
        """From what is pressed on one side to its place on another."""
        themes.changed.connect(self._fit)
        self.sides.chosen.connect(self._turn)
        self.coming_back.said.connect(self.said)
        self.matrix.gestures.unseen_wanted.connect(self._to_unseen)
        self.closing.unseen_wanted.connect(self._to_unseen)
        self.draw_first.clicked.connect(self._to_sample)
        self.add_first.clicked.connect(self._to_numbers)
        QShortcut(QKeySequence("Alt+S"), self, self._to_sample)
        self.matrix.finding_wanted.connect(self._to_finding)
        self.findings.question_wanted.connect(self._to_question)
        self.dossiers.opened.connect(self._to_dossier)
        self.channels.opened.connect(self._to_dossier)
        self.closing.papers.settled.connect(self.settle)
        self.dossiers.keys_changed.connect(self._tell_keys)
        self.matrix.matrix.focused.connect(self._tell_keys)
        QApplication.instance().focusChanged.connect(self._tell_keys)  # type: ignore[union-attr]
        for side in self._sides:
            side.said.connect(self.said)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print)

    def _fit(self) -> None:
        """With large text the choices of the matrix stand under the sides."""
        large = theme().scale >= LARGE
        way = QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)

    def _fill(self, check: CheckFile, sight: Sight, asked_at: int, *, focus: bool) -> None:
        self._check, self._counts = check, sight.counts
        name_sides(check, self.sides, DOSSIERS)
        name_matrix(check, self.matrix.matrix, self.matrix.choices)
        name_empty(check, self.empty, self.add_first, self.draw_first)
        found = len(check.findings) if check.dossiers else 0
        self.sides.set_counts((sight.gaps, found + sight.unseen, len(check.dossiers)))
        self.sheet.turn_to(check.id)
        self.matrix.show_sight(sight, asked_at)
        self.closing.papers.show_check(check)
        self._behind = {FINDINGS, DOSSIERS, VISIT, CLOSING}
        self._turn(self.sides.choice(), focus=focus)

    def _turn(self, side: int, focus: bool = True) -> None:
        none = self._check is not None and not self._check.dossiers
        empty = none and side == MATRIX
        self._catch_up(side)
        pages = (self.matrix, self.findings, self._things(), self.visit, self.closing)
        page = self.empty if empty else pages[side]
        if self.stack.currentWidget() is not page:
            self.settle()
            self.stack.setCurrentWidget(page)
        self.matrix.choices.setVisible(page is self.matrix)
        if focus and self.isVisible() and side == MATRIX:
            (self._first() if empty else self.matrix.matrix).setFocus()
        self.keys_changed.emit(self.keys())

    def take_keyboard(self) -> None:
        """To what the side that shows begins with: the matrix, or a list."""
        page = self.stack.currentWidget()
        (self._first() if page is self.empty else page or self.sides).setFocus()

    def _catch_up(self, side: int) -> None:
        """Only the side that is looked at is drawn anew."""
        if self._check is None or side not in self._behind:
            return
        self._behind.discard(side)
        if side == DOSSIERS:
            self._things().show_check(self._check, self._counts)
        else:
            self._beside[side].show_check(self._check)

    def keys(self) -> str:
        """The keys that matter on this side, for the status bar."""
        channels = _("Enter add · Delete take out")
        own = channels if self._of_offer() else self.dossiers.keys()
        if any(one.hasFocus() for one in self.sides.findChildren(QWidget)):
            return _("← → another side · Tab into it")
        return keys_of(self.sides.choice(), self._check, own, self.matrix.stands_at)

    def _to_unseen(self) -> None:
        self.show_side(FINDINGS)
        self.findings.go_to_unseen()

    def _to_answer(self) -> None:
        self.show_side(MATRIX)
        if self.matrix.place and not self.matrix.matrix.cell(*self.matrix.place).gap:
            self.matrix.matrix.go_to_next_gap()

    def _to_finding(self, key: str) -> None:
        self.show_side(FINDINGS)
        self.findings.stand_on(key, coming=self.answering.fails(key))

    def _to_question(self, key: str, number: str) -> None:
        dossiers = self._check.dossiers if self._check else ()
        dossier = next((each.id for each in dossiers if each.number == number), None)
        self.show_side(MATRIX)
        self.matrix.go_to(key, dossier)

    def _to_dossier(self, dossier: UUID) -> None:
        self.show_side(MATRIX)
        self.matrix.stand_on(dossier)

    def _tell_keys(self) -> None:
        if self.isVisible():
            self.keys_changed.emit(self.keys())

    def _print(self) -> None:
        """The protocol where a sample is looked at, the closing sheet everywhere else."""
        sampling = self.stack.currentWidget() is self.dossiers and self.dossiers.drawn
        if sampling:
            self.dossiers.band.print.click()
        else:
            papers = self.closing.papers
            papers.print(papers.closing)

    def _to_sample(self) -> None:
        """Which dossiers must be on the table now, and why these: the sample and its protocol."""
        self.show_side(DOSSIERS)
        if not self._of_offer():
            self.dossiers.focus_sample()

    def _to_numbers(self) -> None:
        self.show_side(DOSSIERS)
        self._things().focus_numbers()

    def _first(self) -> Button:
        """What a check without anything in it starts with."""
        return self.add_first if self._of_offer() else self.draw_first
