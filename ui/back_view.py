"""A workbook that came back: read it, see what it says, take over what is ticked."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from controllers.drafts import Drafts
from models.kernel.errors import AppError
from models.kernel.text import N_, _
from ui.back_report import BackReport
from ui.back_rows import OF_CHECKS, BackWords, taken_words
from ui.back_ticks import BackTicks, Workbook
from ui.kit.ask import choose_open
from ui.kit.empty import EmptyState
from ui.kit.header import Header
from ui.kit.incoming import WORKBOOKS, IncomingView
from ui.kit.page import Message
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.exchange.review import Review, TakenBack
    from controllers.intake.checklist_back import ChecklistBack

    Seen = tuple[Review, frozenset[UUID] | None]

KEPT = N_("What you ticked stays, also after a restart. Read the same workbook to go on.")
SOON_MS = 150
"""From a tick to its way to the disk."""


class Exchange(Protocol):
    """Who reads workbooks of one subject back in."""

    def read_back(self, path: Path) -> ChecklistBack: ...

    def review(self, back: ChecklistBack, about: UUID | None = None, /) -> Review: ...

    def take_back(
        self, back: ChecklistBack, seen: Review, ticked: Collection[UUID]
    ) -> TakenBack: ...


class BackView(IncomingView):
    """`left(reactions)` goes back to where it came from, with how many reactions came in."""

    left = Signal(int)
    put_off = Signal()
    """Left half-way, with other cells ticked than the program proposes."""
    keys_changed = Signal(str)

    def __init__(
        self, exchange: Exchange, drafts: Drafts, tasks: Tasks, words: BackWords = OF_CHECKS
    ) -> None:
        header = Header(_("Workbook that came back"), (_(words.crumb),))
        waiting = EmptyState("hourglass", "", _("Nothing is written."))
        report = BackReport(words)
        super().__init__(header, _("This workbook is not read in"), (waiting,), report)
        self.waiting, self.report = waiting, report
        self._exchange, self._tasks, self._words = exchange, tasks, words
        self._about: tuple[UUID, str] | None = None
        """Of what the workbook must be, and the name of its centre."""
        self._back: ChecklistBack | None = None
        self._read: Ticket[ChecklistBack] | None = None
        self._seen: Ticket[Seen] | None = None
        self._reviewed: Ticket[Review] | None = None
        self.ticks = BackTicks(drafts)
        self._workbook: Workbook | None = None
        self._kept: frozenset[UUID] | None = None
        """What lies aside of this review; None while that is what the program proposes."""
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._connect()

    @property
    def about(self) -> UUID | None:
        """The check or application of which a workbook was read last."""
        return self._about[0] if self._about is not None else None

    def read(self, about: UUID, centre: str, path: Path) -> None:
        """Read this file on a reader's thread, and show what it says otherwise."""
        self._drop()
        self._about = about, centre
        crumbs = (_(self._words.crumb), centre, _("Workbook that came back"))
        self.header.set_crumbs([crumb for crumb in crumbs if crumb])
        self._wait(_("{name} is being read and compared").format(name=path.name))
        ticket = self._tasks.ask(self._exchange.read_back, path)
        self._read = ticket.then(partial(self._compare, path)).otherwise(self._refuse)

    def reload(self) -> None:
        """The file changed under a review that shows: compare anew."""
        if self._back is not None and self._about is not None and not self._writing:
            ticket = self._tasks.ask(self._exchange.review, self._back, self._about[0])
            ticket = ticket.instead_of(self._reviewed)
            self._reviewed = ticket.then(self.report.show_review).otherwise(self._refuse)

    def keys(self) -> str:
        if self.stack.currentWidget() is not self.report:
            return ""
        return _("Space tick · Shift+Space whole group · 1-4 show · Enter take over")

    def settle(self) -> None:
        """Put aside what is ticked: the window closes, or another workbook comes."""
        self._soon.stop()
        review, workbook = self.report.review, self._workbook
        if review is None or workbook is None or self._writing:
            return
        ticked = frozenset(self.report.ticked)
        wanted = None if ticked == review.fresh else ticked
        if wanted == self._kept:
            return
        self._kept = wanted
        if wanted is None:
            self._tasks.do(self.ticks.forget, review.about)
        else:
            self._tasks.do(self.ticks.keep, review, workbook, wanted)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.settle)
        self.report.chosen.connect(self._settle_soon)
        self.report.other.connect(self.ask_file)
        self.report.left.connect(self._cancel)
        self.report.taken.connect(self._take)
        for header in (self.header, self.report.header):
            header.crumb_chosen.connect(self._crumb)
        self.stack.currentChanged.connect(self._tell_keys)
        QShortcut(QKeySequence("Esc"), self, self._cancel)

    def _settle_soon(self) -> None:
        """A running timer runs on: it is the oldest tick that may not wait longer."""
        if self._workbook is not None and not self._soon.isActive():
            self._soon.start()

    def _tell_keys(self, _place: int) -> None:
        self.keys_changed.emit(self.keys())

    def ask_file(self) -> None:
        choose_open(self, _("Choose the workbook that came back"), WORKBOOKS, self._read_other)

    def _read_other(self, path: Path) -> None:
        if self._about is not None:
            self.read(*self._about, path)

    def _compare(self, path: Path, back: ChecklistBack) -> None:
        if self._about is not None:
            self._back = back
            workbook = Workbook(path, sha256(back.content).hexdigest())
            ticket = self._tasks.ask(self._review_chosen, back, self._about[0], workbook.mark)
            self._seen = ticket.then(partial(self._begin, workbook)).otherwise(self._refuse)

    def _review_chosen(self, back: ChecklistBack, about: UUID, mark: str) -> Seen:
        """On a reader's thread: what it says, and what was ticked in this very file before."""
        review = self._exchange.review(back, about)
        return review, self.ticks.chosen(review, mark)

    def _begin(self, workbook: Workbook, seen: Seen) -> None:
        if self._about is not None:
            review, chosen = seen
            self.report.allow(busy=False)
            self.stack.setCurrentWidget(self.report)
            self.report.begin(review, self._about[1], chosen)
            self._workbook, self._kept = workbook, chosen

    def _take(self) -> None:
        review = self.report.review
        if self._back is None or review is None or self._writing:
            return
        self._writing = True
        self.report.allow(busy=True)
        ticked = frozenset(self.report.ticked)
        ticket = self._tasks.do(self._exchange.take_back, self._back, review, ticked)
        ticket.ended(self._written).then(self._taken).otherwise(self._not_taken)

    def _written(self) -> None:
        """However it ended: the next may be taken over, or left."""
        self._writing = False
        self.report.allow(busy=False)

    def _taken(self, taken: TakenBack) -> None:
        self._tasks.do(self.ticks.forget, taken.review.about)
        self._forget()
        said = taken_words(taken.reactions, taken.answers, self._words)
        self.said.emit(Message(said, undo=taken.step is not None))
        self.left.emit(taken.reactions)

    def _not_taken(self, error: AppError) -> None:
        """Nothing was written; the list is compared anew, for it may say something else."""
        self.said.emit(Message(str(error), tone="late"))
        self.reload()

    def _refuse(self, error: AppError) -> None:
        self._forget()
        self.refuse(str(error))

    def _wait(self, word: str) -> None:
        self.waiting.set_reason(word, _("Nothing is written."))
        self.show_room(self.waiting)

    def _cancel(self) -> None:
        """What is being written is never called off."""
        if not self._writing:
            self.settle()
            chosen = self._kept is not None
            self._drop()
            self.left.emit(0)
            if chosen:
                self.put_off.emit()

    def _crumb(self, _number: int) -> None:
        self._cancel()

    def _drop(self) -> None:
        """Nobody waits for what was asked before, and what was read is forgotten.

        What somebody ticked is not: who closes half-way and reads the same file again goes on.
        """
        self.settle()
        self._forget()

    def _forget(self) -> None:
        self._soon.stop()
        for ticket in (self._read, self._seen, self._reviewed):
            if ticket is not None:
                ticket.drop()
        self._back = self._workbook = self._kept = None
