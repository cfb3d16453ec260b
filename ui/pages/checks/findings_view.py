"""What the answers come to: findings by weight, what we write of them, and what goes well."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.checks.values import (
    CheckFile,
    CheckState,
    FollowFile,
    ReactionKind,
    RecheckFile,
)
from models.kernel.text import _
from ui.card_drafts import CARD
from ui.drafting import DraftSheet, apart, spelled
from ui.kit.base import column, row, wrap
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.fitting import PanelFit
from ui.kit.in_sight import go_on
from ui.kit.row_list import Row, RowList
from ui.kit.shell import panel, scrolled
from ui.kit.stack import Stack
from ui.pages.checks.finding_editor import FINDING, FindingEditor
from ui.pages.checks.findings_cards import FindingsCards
from ui.pages.checks.findings_rows import LADDER, ROUND, foot, rows
from ui.pages.checks.ladder_view import LadderView
from ui.pages.checks.recheck_editor import RECHECK, RecheckEditor
from ui.pages.checks.round_view import RoundView
from ui.pages.checks.strength_editor import STRENGTH, StrengthEditor
from ui.tasks import Tasks, Ticket

WIDTH, READABLE = 360, 860


class FindingsView(QWidget):
    """`question_wanted(key, number)` asks to stand on a question in the matrix."""

    question_wanted = Signal(str, str)
    said = Signal(object)

    def __init__(
        self, controllers: Controllers, tasks: Tasks, today: date, sheet: DraftSheet
    ) -> None:
        super().__init__()
        checks = controllers.checks
        self._checks, self._tasks, self._sheet = checks, tasks, sheet
        self._check: CheckFile | None = None
        self._follow: FollowFile | None = None
        self._coming: UUID | str | None = None
        self._write_then, self._unseen_then = False, False
        self._opening: tuple[str, str] | None = None
        """The card that was being written in, and what it is about, until its row is here."""
        self._filling = False
        self._asked: Ticket[FollowFile] | None = None
        self.cards = FindingsCards(self, checks, tasks, sheet)
        self.list = RowList(compact=True)
        self.list.setAccessibleName(_("Findings and strong points"))
        self.add_finding = Button(_("Add a finding"), "secondary", "plus")
        self.add = Button(_("Add a strong point"), "secondary", "mood-smile")
        self.finding = FindingEditor(controllers, tasks, today, sheet)
        self.strength = StrengthEditor(checks, tasks, sheet)
        self.recheck = RecheckEditor(checks, tasks, sheet)
        self.round = RoundView(checks, tasks, today, sheet)
        self.ladder = LadderView(checks, tasks, today, sheet)
        self.empty = EmptyState(
            "flag",
            _("No findings"),
            _("A no or a partly in the matrix becomes a finding here by itself."),
        )
        self._finding_page = scrolled(_beside(self.finding))
        self._strength_page = scrolled(_beside(self.strength))
        self._recheck_page = scrolled(_beside(self.recheck))
        self._round_page = scrolled(_beside(self.round))
        self._ladder_page = scrolled(_beside(self.ladder))
        self.stack = Stack()
        for page in (
            *(self._finding_page, self._strength_page, self._recheck_page),
            *(self._round_page, self._ladder_page, self.empty),
        ):
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(self.empty)  # of the others nothing is known yet
        left = column(self.list, gap=0, margins=(0, 4, 0, 0))
        left.addLayout(column(self.add_finding, self.add, gap=6, margins=(16, 8, 16, 12)))
        side = panel("left", WIDTH, left)
        PanelFit(side, WIDTH, self)
        whole = row(side, gap=0)
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._write)
        self.add.clicked.connect(self.cards.ask_strength)
        self.add_finding.clicked.connect(self._ask_finding)
        self.cards.made.connect(self._stand_on_new)
        for part in (self.finding, self.strength, self.recheck, self.round, self.ladder):
            part.said.connect(self.said)
        for asking in (self.finding, self.recheck):
            asking.question_wanted.connect(self.question_wanted)
        for comparing in (self.finding, self.round):
            comparing.compare_wanted.connect(self.cards.compare)
        self.round.finding_wanted.connect(self.go_to)

    def show_check(self, check: CheckFile) -> None:
        """What is known of it at once; what follows the findings comes a moment later."""
        if self._check is None or self._check.id != check.id:
            self._follow = None
        if self._check is not None and self._check.id != check.id:
            ladder = self._coming == LADDER  # asked for before its check is here
            self._expect_nothing()
            self._coming = LADDER if ladder else None
        self._check = check
        self.cards.show_check(check)
        self._sheet.forget_gone(FINDING, [(check.id, one.key) for one in check.findings])
        self._sheet.forget_gone(STRENGTH, [(check.id, one.id) for one in check.strengths])
        locked = check.state is CheckState.FINISHED
        self.add.setVisible(not locked)
        self.add_finding.setVisible(not locked)
        self._show_list()
        asked = self._tasks.ask(self._checks.follow, check.id)
        self._asked = asked.instead_of(self._asked).then(self._followed)

    def _followed(self, follow: FollowFile) -> None:
        if self._check is not None and follow.check_id == self._check.id:
            self._follow = follow
            self.cards.forget_gone(self._check, follow)
            self._show_list()
            self._open_again()
            if self._unseen_then:
                self.go_to_unseen()

    def _show_list(self) -> None:
        if self._check is None:
            return
        found = rows(self._check, self._follow)
        self._filling = True
        self.list.set_rows([*found, *foot(self._follow)])
        came = self._coming is not None and self.list.choose(self._coming)
        if came:
            self._coming = None
        first = next((each.payload for each in found if isinstance(each, Row)), None)
        if self.list.current is None and first is not None:
            self.list.choose(first)
        self._filling = False
        self._show_current()
        if came and self._write_then:
            self._write_then = False
            self._write(None)

    def go_to(self, question_key: str | UUID) -> None:
        """Stand on the finding of this question, or on another row of the list."""
        self.list.choose(question_key)
        self._show_current()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand_on(self, key: str, *, coming: bool) -> None:
        """The finding on this question, now or as soon as its answer is read; else a new one."""
        known = self._check.findings if self._check is not None else ()
        if any(one.question_key == key for one in known):
            self.go_to(key)
        elif coming:
            self._coming = key
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.cards.ask_finding(key)

    def bring_back(self, name: str) -> None:
        """Stand on the row where this was being written when the program stopped."""
        part, of, field = apart(name)
        check = self._check
        if check is not None and part == CARD:
            card, _slash, about = of.partition("/")
            if not self.cards.open_again(card, about):
                self._opening = card, about
                self._open_again()
        if check is None or part not in (FINDING, STRENGTH, RECHECK):
            return
        rows_: tuple[UUID | str, ...] = (
            *(one.key for one in check.findings),
            *(one.id for one in check.strengths),
            *(one.id for one in (self._follow.rechecks if self._follow is not None else ())),
        )
        found = next((one for one in rows_ if spelled((check.id, one)) == of), None)
        if found is not None:
            self.go_to(found)
            forms = {
                FINDING: self.finding.form,
                STRENGTH: self.strength.form,
                RECHECK: self.recheck.form,
            }
            go_on(forms[part].row(field).field)
        elif part == RECHECK:
            self._coming = UUID(of.rpartition("/")[2])

    def _open_again(self) -> None:
        """On its own row, and only while that is looked at."""
        if self._opening is None or self._follow is None:
            return
        (card, about), self._opening = self._opening, None
        row_ = self.cards.row_of(card, about, self._follow)
        if row_ is None or not self.isVisible() or not self.list.choose(row_):
            return
        self.go_to(row_)
        if row_ == LADDER:
            self.ladder.open_again(card, about)
        elif row_ == ROUND:
            self.round.open_again()
        else:
            self.finding.open_again(card, about)

    def go_to_ladder(self) -> None:
        """Stand on the ladder of the centre, now or when its check is here."""
        if not self.list.choose(LADDER):
            self._coming = LADDER
        self._show_current()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_unseen(self) -> None:
        """Stand on the next finding of an earlier check that waits for an answer."""
        self._unseen_then = self._follow is None
        known = self._follow.rechecks if self._follow is not None else ()
        here = next((at for at, one in enumerate(known) if one.id == self.list.current), -1)
        onward = (*known[here + 1 :], *known[: here + 1])
        waiting = next((one for one in onward if one.outcome is None), None)
        if waiting is not None:
            self.go_to(waiting.id)

    def correct(self, key: str, kind: ReactionKind) -> None:
        """Stand in the field of this finding where a reaction of this kind is put right."""
        self.go_to(key)
        self.finding.correct(kind)

    def settle(self) -> None:
        self.finding.settle()
        self.strength.settle()
        self.recheck.settle()

    def _ask_finding(self) -> None:
        """Beside every question: what a button tells of itself is no question."""
        self.cards.ask_finding()

    def _stand_on_new(self, row_: UUID | str) -> None:
        if self.list.choose(row_):
            self._show_current()
        else:
            self._coming = row_

    def _choose(self, _payload: object) -> None:
        """Who goes to another row waits for none any more."""
        if not self._filling:
            self._expect_nothing()
            self._show_current()

    def _expect_nothing(self) -> None:
        self._coming = self._opening = None
        self._write_then = self._unseen_then = False

    def _write(self, _payload: object) -> None:
        """Enter goes from the list to the first thing to write; never while that is on its way."""
        if self._coming is not None:
            self._write_then = True
            return
        first = {
            self._strength_page: self.strength.statement,
            self._finding_page: self.finding.statement,
            self._recheck_page: self.recheck.outcome,
            self._round_page: self.round.send,
            self._ladder_page: self.ladder.take,
        }.get(self.stack.currentWidget())  # type: ignore[call-overload]
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_current(self) -> None:
        payload, check = self.list.current, self._check
        if check is None:
            return
        recheck = self._recheck(payload)
        finding = next((each for each in check.findings if each.key == payload), None)
        strength = next((each for each in check.strengths if each.id == payload), None)
        page: QWidget = self.empty
        if payload == ROUND and self._follow is not None:
            self.round.show_round(check, self._follow)
            page = self._round_page
        elif payload == LADDER:
            self.ladder.show_check(check)
            page = self._ladder_page
        elif recheck is not None and self._follow is not None:
            often = self._follow.recurrences.get(recheck.question_key)
            self.recheck.show_recheck(check, recheck, often)
            page = self._recheck_page
        elif finding is not None:
            self.finding.show_finding(check, finding, self._follow or FollowFile(check.id))
            page = self._finding_page
        elif strength is not None:
            self.strength.show_strength(check, strength)
            page = self._strength_page
        self.stack.setCurrentWidget(page)

    def _recheck(self, payload: object) -> RecheckFile | None:
        known = self._follow.rechecks if self._follow is not None else ()
        return next((one for one in known if one.id == payload), None)


def _beside(editor: QWidget) -> QWidget:
    """The editor at a width that reads well, next to the list."""
    editor.setMaximumWidth(READABLE)
    line = row(gap=0)
    line.addWidget(editor, 100)
    line.addStretch(1)
    return wrap(line)
