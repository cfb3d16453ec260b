"""Puts aside what is still being written, so that a power cut takes no more than the last word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from controllers.drafts import Drafts
from models.checks.values import ChecklistAnswer
from ui.kit.text_field import TextField
from ui.pages.checks.sight import Place
from ui.tasks import Tasks

KIND = "answer"
AT_MOST_MS = 150
"""From the first sign that is nowhere yet to its way to the disk; the disk has as long again."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stood in a field of a cell, and was not yet the answer when the program stopped."""

    check: UUID
    place: Place
    field: str
    """`note` or `words`."""
    text: str
    over: str
    """The mark of what was kept there when this was written over it."""

    def of_now(self, answer: ChecklistAnswer) -> bool:
        """Whether nothing was kept there since, so that this is the newest there is."""
        kept = str(getattr(answer, self.field))
        return self.over == mark(kept) and self.text != kept


class DraftKeeper(QObject):
    """Watches fields while somebody writes. One draft stands in the file: that of the last one."""

    def __init__(
        self, drafts: Drafts, tasks: Tasks, where: Callable[[], tuple[UUID, Place] | None]
    ) -> None:
        """`where` names the check and the cell that the fields belong to now."""
        super().__init__()
        self._drafts, self._tasks, self._where = drafts, tasks, where
        self._aside = False
        self._timers: dict[str, QTimer] = {}

    def watch(self, name: str, field: TextField) -> None:
        """From now on what is typed in this field is put aside; `edited` says it is handed in."""
        timer = QTimer(self, singleShot=True, interval=AT_MOST_MS)
        timer.timeout.connect(partial(self._put_aside, name, field))
        self._timers[name] = timer
        field.textChanged.connect(partial(self._typed, name, field))
        field.edited.connect(partial(self._typed, name, field))

    def forget(self) -> None:
        """What was put aside became an answer, or is not wanted any more."""
        self._aside = False
        self._tasks.do(self._drafts.forget, KIND)

    def _typed(self, name: str, field: TextField, _text: object = None) -> None:
        """A running timer runs on: it is the oldest sign that may not wait longer."""
        timer = self._timers[name]
        if field.waiting() and not timer.isActive():
            timer.start()
        elif not field.waiting():
            timer.stop()
            if self._aside:
                self.forget()

    def _put_aside(self, name: str, field: TextField) -> None:
        found = self._where()
        if found is None or not field.waiting():
            return
        check, (key, dossier) = found
        words = {
            "check": check.hex,
            "dossier": dossier.hex,
            "question": key,
            "field": name,
            "over": mark(field.told),
            "text": field.value(),
        }
        self._aside = True
        self._tasks.do(self._drafts.keep, KIND, words)


def read(fields: Mapping[str, str]) -> Draft | None:
    """The draft that stands in the file; None without one."""
    try:
        place = fields["question"], UUID(hex=fields["dossier"])
        check = UUID(hex=fields["check"])
        return Draft(check, place, fields["field"], fields.get("text", ""), fields["over"])
    except (KeyError, ValueError):
        return None


def mark(text: str) -> str:
    """So that a text can be known again without being kept twice."""
    return sha256(text.strip().encode()).hexdigest()[:16]
