"""A workbook that came back: read it, see what it says, take over what is ticked."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from models.kernel.errors import AppError
from models.kernel.text import N_, _
from ui.back_report import BackReport
from ui.back_rows import OF_CHECKS, BackWords, taken_words
from ui.kit.ask import choose_open
from ui.kit.empty import EmptyState
from ui.kit.incoming import WORKBOOKS, IncomingView
from ui.kit.page import Message
from ui.kit.shell import Header
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.exchange.review import Review, TakenBack
    from controllers.intake.checklist_back import ChecklistBack

KEPT_FOR_NOW = N_(
    "What you ticked stays until you close Waarmerk. Read the same workbook to go on."
)


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
    keys_changed = Signal(str)

    def __init__(self, exchange: Exchange, tasks: Tasks, words: BackWords = OF_CHECKS) -> None:
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
        self._reviewed: Ticket[Review] | None = None
        self._chosen: dict[tuple[UUID, str], frozenset[UUID]] = {}
        self._connect()

    def read(self, about: UUID, centre: str, path: Path) -> None:
        """Read this file on a reader's thread, and show what it says otherwise."""
        self._drop()
        self._about = about, centre
        self.header.set_crumbs((_(self._words.crumb), centre, _("Workbook that came back")))
        self._wait(_("{name} is being read and compared").format(name=path.name))
        ticket = self._tasks.ask(self._exchange.read_back, path)
        self._read = ticket.then(self._compare).otherwise(self._refuse)

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

    def _connect(self) -> None:
        self.report.other.connect(self.ask_file)
        self.report.left.connect(self._cancel)
        self.report.taken.connect(self._take)
        for header in (self.header, self.report.header):
            header.crumb_chosen.connect(self._crumb)
        self.stack.currentChanged.connect(self._tell_keys)
        QShortcut(QKeySequence("Esc"), self, self._cancel)

    def _tell_keys(self, _place: int) -> None:
        self.keys_changed.emit(self.keys())

    def ask_file(self) -> None:
        choose_open(self, _("Choose the workbook that came back"), WORKBOOKS, self._read_other)

    def _read_other(self, path: Path) -> None:
        if self._about is not None:
            self.read(*self._about, path)

    def _compare(self, back: ChecklistBack) -> None:
        if self._about is not None:
            self._back = back
            ticket = self._tasks.ask(self._exchange.review, back, self._about[0])
            self._reviewed = ticket.then(self._begin).otherwise(self._refuse)

    def _begin(self, review: Review) -> None:
        if self._about is not None:
            self.report.allow(busy=False)
            self.stack.setCurrentWidget(self.report)
            chosen = self._chosen.get(self._which(review))
            self.report.begin(review, self._about[1], chosen)

    def _take(self) -> None:
        review = self.report.review
        if self._back is None or review is None or self._writing:
            return
        self._writing = True
        self.report.allow(busy=True)
        ticked = frozenset(self.report.ticked)
        ticket = self._tasks.do(self._exchange.take_back, self._back, review, ticked)
        ticket.then(self._taken).otherwise(self._not_taken)

    def _taken(self, taken: TakenBack) -> None:
        self._chosen.pop(self._which(taken.review), None)
        self._drop(keep=False)
        said = taken_words(taken.reactions, taken.answers, self._words)
        self.said.emit(Message(said, undo=taken.step is not None))
        self.left.emit(taken.reactions)

    def _not_taken(self, error: AppError) -> None:
        """Nothing was written; the list is compared anew, for it may say something else."""
        self._writing = False
        self.report.allow(busy=False)
        self.said.emit(Message(str(error), tone="late"))
        self.reload()

    def _refuse(self, error: AppError) -> None:
        self._back = None
        self.refuse(str(error))

    def _wait(self, word: str) -> None:
        self.waiting.set_reason(word, _("Nothing is written."))
        self.show_room(self.waiting)

    def _cancel(self) -> None:
        """What is being written is never called off."""
        if not self._writing:
            review = self.report.review if self._back is not None else None
            chosen = review is not None and self.report.ticked != review.fresh
            self._drop()
            self.left.emit(0)
            if chosen:
                self.said.emit(Message(_(KEPT_FOR_NOW)))

    def _crumb(self, _number: int) -> None:
        self._cancel()

    def _which(self, review: Review) -> tuple[UUID, str]:
        """The file itself, and the export it came from."""
        content = self._back.content if self._back is not None else b""
        return review.export, sha256(content).hexdigest()

    def _drop(self, *, keep: bool = True) -> None:
        """Nobody waits for what was asked before, and what was read is forgotten.

        What somebody ticked is not: who closes half-way and reads the same file again goes on.
        """
        for ticket in (self._read, self._reviewed):
            if ticket is not None:
                ticket.drop()
        review = self.report.review
        if keep and self._back is not None and review is not None:
            self._chosen[self._which(review)] = frozenset(self.report.ticked)
        self._back = None
