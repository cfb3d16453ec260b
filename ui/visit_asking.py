"""From anything one looks at to a question for the next visit: it stands in the check by then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.ask import ask_text
from ui.kit.only_here import only_here
from ui.kit.page import Message, Ref
from ui.tasks import Tasks


class VisitAsking(QObject):
    """`begin` looks for the visit first, so that no typed question is without a home."""

    said = Signal(object)

    def __init__(
        self, checks: Checks, tasks: Tasks, host: QWidget, centre: Callable[[], UUID | None]
    ) -> None:
        """`centre`: whose the host shows now; what was asked of another opens nothing."""
        super().__init__(host)
        self._checks, self._tasks, self._host, self._centre = checks, tasks, host, centre

    def begin(self, centre_id: UUID, about: str) -> None:
        """Ask what to ask; `about` is what gives rise to it, and stands beside the question."""
        sought = self._tasks.ask(self._checks.next_visit, centre_id)
        sought.then(only_here(self._host, self._centre, partial(self._open, centre_id, about)))

    def _open(self, centre_id: UUID, about: str, check: UUID | None) -> None:
        if check is None:
            self.said.emit(
                Message(
                    _("No visit is planned yet that this question could go to."),
                    tone="due",
                    opens=Ref("plan", centre_id),
                    word=_("Plan a check"),
                )
            )
            return
        ask_text(
            self._host,
            _("Question for the next visit"),
            about,
            partial(self._note, centre_id, about),
            help=_("It will stand with the visit, with what gave rise to it."),
            word=_("Note it down"),
        )

    def _note(self, centre_id: UUID, about: str, text: str) -> None:
        noted = self._tasks.do(self._checks.ask_at_next_visit, centre_id, text, about)
        noted.then(self._noted).otherwise(self._explain)

    def _noted(self, check: UUID) -> None:
        there = Ref("check", check, "visit")
        self.said.emit(
            Message(_("Noted for the next visit."), opens=there, word=_("Show it there"))
        )

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
