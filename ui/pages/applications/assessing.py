"""Hands in judgements and words of criteria, and keeps what was refused until it is mended."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from controllers.applications import Applications
from models.applications.values import Judgement
from models.kernel.errors import AppError
from ui.tasks import Tasks

Place = tuple[UUID, str]
"""Application and criterion."""


class Assessing(QObject):
    """`refused(place, field, error)`; a text that was refused waits in `drafts`."""

    refused = Signal(object, str, object)

    def __init__(self, applications: Applications, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._applications, self._tasks = applications, tasks
        self.drafts: dict[tuple[Place, str], tuple[str, str]] = {}
        """Text and sentence of what was refused, by place and field."""

    def judge(self, place: Place, judgement: Judgement | None) -> None:
        ticket = self._tasks.do(self._applications.judge, *place, judgement)
        ticket.otherwise(partial(self._refused, place, "", ""))

    def write(self, place: Place, field: str, text: str) -> None:
        ticket = self._tasks.do(self._applications.write, *place, field, text)
        ticket.then(partial(self._kept, place, field))
        ticket.otherwise(partial(self._refused, place, field, text))

    def _kept(self, place: Place, field: str, _done: None) -> None:
        self.drafts.pop((place, field), None)

    def _refused(self, place: Place, field: str, text: str, error: AppError) -> None:
        if field:
            self.drafts[place, field] = text, str(error)
        self.refused.emit(place, field, error)
