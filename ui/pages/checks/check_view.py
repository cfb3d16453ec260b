"""One check: where it is, what can be done with it, and its sides."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from controllers.bundle import Controllers
from controllers.wording import badge, word
from models.checks.values import CheckFile, CheckState
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import short_date
from ui.kit.badge import Badge
from ui.kit.base import column
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.pages.checks.acts import CheckActs
from ui.pages.checks.band import Band
from ui.pages.checks.check_sides import MATRIX, CheckSides
from ui.pages.checks.reader import CheckReader
from ui.pages.checks.side_words import DETAILS
from ui.pages.checks.sight import Sight
from ui.pages.checks.unit_words import words_of
from ui.tasks import Tasks


class CheckView(CheckSides):
    """Reads one check in the background and hands it to its sides; `closed` goes to the list."""

    turned = Signal()
    """The screen is to be turned to the centre."""

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(controllers, tasks, memory)
        self._id: UUID | None = None
        self._then_stand: tuple[str, str] | None = None
        self.acts = CheckActs(controllers, tasks, self, self.sheet)
        self.reader = CheckReader(controllers.checks, tasks, self.answering, self)
        self.header, self.band = Header(_("Dossier check")), Band()
        whole = column(self.header, self.band, gap=0)
        whole.addLayout(self._line)
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)
        self._connect()

    def open(self, check_id: UUID, detail: str = "") -> None:
        """Show this check; detail is one of DETAILS, or a question key to stand on."""
        other = check_id != self._id
        if other:
            self.settle()
            self._id, self._check = check_id, None
            self.reader.turn_to(check_id)
            self.sides.choose(MATRIX)
        if detail in DETAILS:
            self.show_side(DETAILS[detail])
            if detail == "dossiers":
                self.dossiers.focus_sample(afresh=other)
            elif detail in ("findings", "visit"):
                (self.findings if detail == "findings" else self.visit).setFocus()
            elif detail == "ladder":
                self.findings.go_to_ladder()
        elif detail:
            self._then_stand = (detail, "")
        self.reload()

    def reload(self) -> None:
        self.reader.reload()

    def catch_up(self, answers: frozenset[UUID]) -> None:
        """Only these rows of answers changed."""
        if self._id is not None:
            self.reader.catch_up(answers)

    def _connect(self) -> None:
        self.reader.shown.connect(self._show_check)
        self.reader.lost.connect(self._lost)
        self.header.crumb_chosen.connect(self.follow_crumb)
        self.acts.said.connect(self.said)
        self.acts.wanted.connect(self.wanted)
        self.acts.settled.connect(self.settle)
        self.acts.incomplete.connect(self._to_answer)
        self.acts.unseen.connect(self._to_unseen)
        self.acts.papers_wanted.connect(self.closing.ask_papers)
        self.acts.begun.connect(self.take_keyboard)
        self.coming_back.reopen_wanted.connect(self.acts.ask_reopen)
        self.closing.turned.connect(self.turned)
        self.closing.gap_wanted.connect(self._to_gap)
        for side in (self.findings, self.closing):
            QShortcut(QKeySequence("F8"), side, self._to_gap)

    def _show_check(self, sight: Sight, asked_at: int) -> None:
        first, before = self._check is None, self._check
        self.acts.show_check(sight.check)
        moved = first or self._check is None or self._check.state is not sight.check.state
        check = sight.check
        self.band.show_check(check)
        self._show_header(check, moved)
        self._fill(check, sight, asked_at, focus=first)
        if self._then_stand is not None:
            key, number = self._then_stand
            self._then_stand = None
            self._to_question(key, number)
        elif before is not None and _begins(before, check):
            self._go_on()

    def _go_on(self) -> None:
        """It began, or is open again: the keyboard answers, on the question last worked on."""
        if self._check is not None and self._check.dossiers:
            self.show_side(MATRIX)
        if self.isVisible():
            self.take_keyboard()

    def _show_header(self, check: CheckFile, moved: bool) -> None:
        day = check.visit_date or check.planned_on
        kind = words_of(check.template.unit).say("check")
        self.header.set_title(check.centre_name)
        self.header.set_sub(f"{kind} · {short_date(day)}" if day else kind)
        self.header.set_crumbs((_("Checks"), check.centre_name))
        if moved:
            self.header.set_badges((Badge(badge(check.state), word(check.state)),))
            self.header.set_actions(self.acts.buttons())

    def _lost(self, error: AppError) -> None:
        """The check was taken back in the meantime."""
        shown = self._check is not None
        self._id = self._check = None
        self.close_lost(error, shown=shown)

    def follow_crumb(self, place: int) -> None:
        if place == 0:
            self.settle()
            self.closed.emit()
        elif self._check is not None:
            self.wanted.emit(Ref("centre", self._check.centre_id))

    def _to_gap(self) -> None:
        """The next thing that keeps it from being finished: an answer, or else a second look."""
        sight = self.reader.sight
        again = sight is not None and sight.unseen and not sight.gaps
        (self._to_unseen if again else self._to_answer)()


def _begins(before: CheckFile, now: CheckFile) -> bool:
    return before.state is not now.state and now.state is CheckState.RUNNING
