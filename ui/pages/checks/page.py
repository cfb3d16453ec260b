"""The page of dossier checks: the list, or the check that was opened from it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from controllers.bundle import Controllers
from models.checks.values import CheckFile, FollowFile
from models.kernel.changes import Changes
from models.kernel.text import N_
from ui.back_view import BackView
from ui.kit.memory import Memory
from ui.kit.page import Page, Ref
from ui.pages.checks.check_view import FINDINGS, CheckView
from ui.pages.checks.judge_card import JudgeCard
from ui.pages.checks.listing import CheckList
from ui.pages.checks.plan_card import PlanCard
from ui.pages.checks.turned_view import TurnedView
from ui.tasks import Tasks

OPEN = "checks/open"
"""Which check was open when the window closed."""


class ChecksPage(Page):
    """Two rooms behind one door; after a restart the officer is back where the work was."""

    key = "checks"
    icon = "checklist"
    word = N_("Checks")
    shows = (
        "dossier_check",
        "checked_dossier",
        "checklist_answer",
        *("check_revision", "seen_by_centre"),
        *("finding", "visit_question", "recheck", "measure_review"),
        *("reaction_round", "centre_reaction", "ladder_step", "attachment"),
        "centre",
        "establishment",
    )
    opens = ("check", "checks", "plan")

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._controllers, self._memory = controllers, memory
        self.list = CheckList(controllers, tasks, memory)
        self.check = CheckView(controllers, tasks, memory)
        self.back = BackView(controllers.checks, tasks)
        self.plan_card: PlanCard | None = None
        self.judging: JudgeCard | None = None
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.check)
        self._stack.addWidget(self.back)
        self.list.opened.connect(self._open_check)
        self.list.plan_wanted.connect(self._plan)
        self.check.closed.connect(self._close_check)
        self.check.acts.came_back.connect(self._read_back)
        self.back.left.connect(self._back_left)
        for part in (self.list, self.check, self.back):
            part.said.connect(self.said)
        self.check.wanted.connect(self.wanted)
        self.check.turned.connect(self.turned)
        self.check.keys_changed.connect(self._tell_keys)
        self.back.keys_changed.connect(self._tell_keys)
        self.list.shown.connect(self._tell_keys)
        tasks.changed.connect(self._recount)
        self._count()
        self._came_back = self._come_back()
        """Whether the room opens on the check of last time; going to the room leaves it so."""

    @property
    def showing_check(self) -> bool:
        return self._stack.currentWidget() is self.check

    def reload(self) -> None:
        self._reload_shown()
        self._count()

    def open(self, ref: Ref) -> None:
        """A check, the list, or the card that plans a check at a centre."""
        back, self._came_back = self._came_back, False
        if ref.kind == "check" and ref.id is not None:
            self._open_check(ref.id, ref.detail)
        elif ref.kind == "plan":
            self._close_check()
            self._plan_at(ref.id)
        elif self.isVisible() and not back:
            self._close_check()

    def centre(self) -> UUID | None:
        shown = self.check.check if self.showing_check else None
        return shown.centre_id if shown is not None else None

    def for_the_centre(self) -> QWidget | None:
        """The check that was begun, and nothing else."""
        shown = self.check.check if self.showing_check else None
        if shown is None or shown.started_at is None:
            return None
        return TurnedView(self._controllers, self._tasks, shown)

    def drafts(self) -> str:
        return ", ".join(self.check.drafts())

    def settle(self) -> None:
        self.check.settle()
        self.list.settle()

    @Slot(Changes)
    def _recount(self, changes: Changes) -> None:
        """The rail counts on while another page is looked at."""
        if not self.isVisible() and changes.touch("dossier_check"):
            self._count()

    def _reload_shown(self) -> None:
        if self._stack.currentWidget() is self.back:
            self.back.reload()
        elif self.showing_check:
            self.check.reload()
        else:
            self.list.reload()

    def _open_check(self, check_id: UUID, detail: str = "") -> None:
        self._memory.keep_word(OPEN, str(check_id))
        self._stack.setCurrentWidget(self.check)
        self.check.open(check_id, detail)
        self._tell_keys()

    def _read_back(self, path: Path) -> None:
        if self.check.check is not None:
            self._stack.setCurrentWidget(self.back)
            self.back.read(self.check.check, path)
            self._tell_keys()

    def _back_left(self, reactions: int) -> None:
        """To the check again; to its findings when reactions came in."""
        if self._stack.currentWidget() is self.back:
            self._stack.setCurrentWidget(self.check)
            check = self.check.check
            if reactions and check is not None:
                self.check.show_side(FINDINGS)
                follow = self._tasks.ask(self._controllers.checks.follow, check.id)
                follow.then(partial(self._judge, check))
            self.check.reload()
            self._tell_keys()

    def _judge(self, check: CheckFile, follow: FollowFile) -> None:
        """What came in waits for a decision: now, or later beside each finding."""
        every = [one for many in follow.reactions.values() for one in many]
        self.judging = JudgeCard(self, self._controllers.checks, self._tasks)
        self.judging.begin(check, [one for one in every if one.outcome is None])

    def _close_check(self) -> None:
        if self.showing_check:
            self.check.settle()
        self._memory.keep_word(OPEN, "")
        self._stack.setCurrentWidget(self.list)
        self.list.reload()
        self.list.view.setFocus()
        self._tell_keys()

    def _come_back(self) -> bool:
        kept = self._memory.word(OPEN)
        try:
            check_id = UUID(kept)
        except ValueError:
            return False
        self._stack.setCurrentWidget(self.check)
        self.check.open(check_id)
        return True

    def _plan(self) -> None:
        self._plan_at(None)

    def _plan_at(self, centre_id: UUID | None) -> None:
        self.plan_card = PlanCard(self, self._controllers, self._tasks)
        self.plan_card.planned.connect(self._open_check)
        self.plan_card.begin(centre_id)

    def _count(self) -> None:
        self._tasks.ask(self._controllers.checks.waiting).then(self._tell_count)

    def _tell_count(self, counts: tuple[int, int]) -> None:
        self.counted.emit(*counts)

    def _tell_keys(self, _keys: str = "") -> None:
        if self._stack.currentWidget() is self.back:
            self.keys_changed.emit(self.back.keys())
        else:
            self.keys_changed.emit((self.check if self.showing_check else self.list).keys())


PAGE = ChecksPage
