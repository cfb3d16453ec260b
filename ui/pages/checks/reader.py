"""Reads one check on a reader thread, one reading at a time, and says when it has news."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from controllers.checks import Checks
from models.kernel.errors import AppError
from ui.pages.checks.answering import Answering
from ui.pages.checks.sight import Sight, look, look_again
from ui.tasks import Tasks, Ticket


class CheckReader(QObject):
    """`shown(sight, stamp)` tells what was read, and the stamp of Answering it was asked at.

    While a reading is under way, news waits for the next one.
    """

    shown = Signal(object, int)
    lost = Signal(object)
    """The AppError that says why the check is not there any more."""

    def __init__(
        self, checks: Checks, tasks: Tasks, answering: Answering, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._checks, self._tasks, self._answering = checks, tasks, answering
        self._id: UUID | None = None
        self.sight: Sight | None = None
        """What was read last: only what changed is prepared anew."""
        self.asking, self._again = False, False
        self._news: set[UUID] = set()
        """Rows of answers that changed since the last reading began."""

    def turn_to(self, check_id: UUID | None) -> None:
        """Another check, or none; `reload` reads it."""
        self._id = check_id

    def reload(self) -> None:
        """Read anew; while a reading is under way, once more after it."""
        if self._id is None:
            return
        self._again = self.asking
        if not self.asking:
            self._news.clear()
            self._ask(self._tasks.ask(look, self._checks, self._id, self.sight))

    def catch_up(self, answers: frozenset[UUID]) -> None:
        """Only these rows of answers changed: read their dossiers again, and nothing else."""
        if self.sight is None or self._id != self.sight.check.id:
            self.reload()
            return
        self._news |= answers
        if not self.asking:
            news, self._news = frozenset(self._news), set()
            self._ask(self._tasks.ask(look_again, self._checks, self.sight, news))

    def _ask(self, ticket: Ticket[Sight]) -> None:
        self.asking = True
        shown = partial(self._show, self._answering.stamp)
        ticket.ended(self._over).then(shown).otherwise(partial(self._gone, self._id))

    def _over(self) -> None:
        """However it ended: after a mistake of ours the next news is read all the same."""
        self.asking = False

    def _show(self, asked_at: int, sight: Sight) -> None:
        if sight.check.id != self._id:
            self._again = True
        else:
            self.sight = sight
            self.shown.emit(sight, asked_at)
        if self._again:
            self.reload()
        elif self._news:
            self.catch_up(frozenset())

    def _gone(self, asked: UUID | None, error: AppError) -> None:
        """It was taken back in the meantime; another one may be wanted by now."""
        self._again = False
        if asked != self._id:
            self.reload()
            return
        self._id = None
        self.lost.emit(error)
