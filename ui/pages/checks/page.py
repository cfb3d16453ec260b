"""The page of dossier checks: the list, or the check that was opened from it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.checks.values import CheckFile, FollowFile
from models.kernel.changes import Changes
from models.kernel.text import N_, _
from ui.back_page import BackPage
from ui.back_view import BackView
from ui.kit.memory import Memory
from ui.kit.only_here import only_here
from ui.kit.page import Ref
from ui.pages.checks.check_sides import FINDINGS
from ui.pages.checks.check_view import CheckView
from ui.pages.checks.judge_card import JudgeCard
from ui.pages.checks.listing import CheckList
from ui.pages.checks.plan_card import PlanCard
from ui.pages.checks.turned_view import TurnedView
from ui.tasks import Tasks

ANSWER = "checklist_answer"


class ChecksPage(BackPage):
    """Plans a check, and reads the workbook of one that comes back: a third view."""

    key = "checks"
    icon = "checklist"
    word = N_("Checks")
    shows = (
        "dossier_check",
        "checked_dossier",
        ANSWER,
        *("check_revision", "seen_by_centre"),
        *("finding", "visit_question", "recheck", "measure_review"),
        *("reaction_round", "centre_reaction", "ladder_step", "attachment"),
        "centre",
        "establishment",
    )
    counts = ("dossier_check",)
    opens = ("check", "checks", "plan", "papers")
    one_kind, new_kind = "check", "plan"

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        listed = CheckList(controllers, tasks, memory)
        check = CheckView(controllers, tasks, memory)
        back = BackView(controllers.checks, controllers.drafts, tasks)
        super().__init__(tasks, memory, (listed, check), controllers.checks.waiting, back)
        self._controllers = controllers
        self.list, self.check = listed, check
        self.plan_card: PlanCard | None = None
        self.judging: JudgeCard | None = None
        check.acts.came_back.connect(self._read_back)
        check.turned.connect(self.turned)

    def open(self, ref: Ref) -> None:
        """As every room; papers are of the check that is open, or of the one chosen in the list."""
        if ref.kind != "papers":
            super().open(ref)
            return
        self._came_back = False
        listed = self._stack.currentWidget() is self.list
        (self.list if listed else self.check.closing).ask_papers(ref.detail)

    def drafts(self) -> str:
        making = [_("a paper that is being made")] if self.list.papers.making else []
        return ", ".join([*self.check.drafts(), *making])

    def begin(self, centre_id: UUID | None) -> None:
        self.plan_card = PlanCard(self, self._controllers, self._tasks)
        self.plan_card.planned.connect(self.open_one)
        self.plan_card.begin(centre_id)

    def centre(self) -> UUID | None:
        shown = self.check.check if self.showing_one else None
        return shown.centre_id if shown is not None else None

    def for_the_centre(self) -> QWidget | None:
        """The check that was begun, and nothing else."""
        shown = self.check.check if self.showing_one else None
        if shown is None or shown.started_at is None:
            return None
        shows = *self.shows, "mandate", "rule_change"
        return TurnedView(self._controllers, self._tasks, shown, self.check.sheet, shows)

    def hear(self, changes: Changes) -> None:
        """The news of an answer costs no more than the dossier it is in."""
        told = {table for table in self.shows if changes.touch(table)}
        if told == {ANSWER} and self.isVisible() and self.showing_one and not self._stale:
            self.check.catch_up(changes.rows[ANSWER])
        else:
            super().hear(changes)

    def centre_name(self, thing: UUID) -> str:
        check = self.check.check
        return check.centre_name if check is not None and check.id == thing else ""

    def _read_back(self, path: Path) -> None:
        check = self.check.check
        if check is not None:
            self.read_back(check.id, check.centre_name, path)

    def came_in(self, reactions: int) -> None:
        """To the findings of the check."""
        check = self.check.check
        if reactions and check is not None:
            self.check.show_side(FINDINGS)
            self.check.take_keyboard()
            follow = self._tasks.ask(self._controllers.checks.follow, check.id)
            follow.then(only_here(self.check, self._shown, partial(self._judge, check)))

    def _shown(self) -> UUID | None:
        return self.check.check.id if self.check.check is not None else None

    def _judge(self, check: CheckFile, follow: FollowFile) -> None:
        """What came in waits for a decision: now, or later beside each finding."""
        self.judging = JudgeCard(self, self._controllers.checks, self._tasks, self.check.sheet)
        self.judging.taken_over.connect(self.check.findings.correct)
        self.judging.begin(check, follow.waiting, self.check.findings.list)


PAGE = ChecksPage
