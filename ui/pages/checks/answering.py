"""Hands answers in without making anybody wait, and knows what the file has not caught up with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from controllers.checks import Checks
from models.checks.values import NEGATIVE, AnswerValue, CheckFile, ChecklistAnswer
from models.kernel.errors import AppError
from ui.pages.checks.sight import NOTHING, Place
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class _Given:
    answer: ChecklistAnswer
    stamp: int


class Answering(QObject):
    """What was just given counts at once; a refusal brings back what was there.

    Every act is one step. A reading of the file that began before an act cannot overwrite it.
    """

    changed = Signal(str, object)
    """Question key and dossier id of a cell that now shows something else."""
    refused = Signal(str, object, object)
    """Question key, dossier id and the AppError."""

    def __init__(self, checks: Checks, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checks, self._tasks = checks, tasks
        self._check: UUID | None = None
        self._kept: dict[UUID, Mapping[str, ChecklistAnswer]] = {}
        """By dossier."""
        self._given: dict[Place, _Given] = {}
        self._waiting: Counter[Place] = Counter()
        self.stamp = 0
        """Grows with every act: a reading of the file is as old as the stamp it began at."""

    def show(self, check: CheckFile, asked_at: int) -> None:
        """The file as it was read at this stamp."""
        if check.id != self._check:
            self._given.clear()
            self._waiting = Counter()  # what still comes of the check that was left counts there
        self._check = check.id
        self._kept = {dossier.id: dossier.answers for dossier in check.dossiers}
        for place in [place for place in self._given if not self.ahead(place, asked_at)]:
            del self._given[place]

    def ahead(self, place: Place, asked_at: int) -> bool:
        """Whether a reading begun at this stamp may know less about a cell than we do."""
        given = self._given.get(place)
        return self._waiting[place] > 0 or (given is not None and given.stamp > asked_at)

    def fails(self, key: str) -> bool:
        """Whether a no or a partly was given to this question that the file may not know yet."""
        return any(
            one.answer.value in NEGATIVE for place, one in self._given.items() if place[0] == key
        )

    def given(self) -> frozenset[Place]:
        """The cells the file has not caught up with."""
        return frozenset(self._given)

    def current(self, place: Place) -> ChecklistAnswer:
        """What stands in a cell now, kept or still on its way."""
        given = self._given.get(place)
        return given.answer if given is not None else self.kept(place)

    def kept(self, place: Place) -> ChecklistAnswer:
        """What the file held in a cell when it was last read."""
        key, dossier = place
        return self._kept.get(dossier, {}).get(key, NOTHING)

    def answer(self, place: Place, value: AnswerValue | None) -> None:
        self._write(place, {"value": value}, self._checks.answer, value)

    def note(self, place: Place, text: str) -> None:
        self._write(place, {"note": text}, self._checks.note, text)

    def fact(self, place: Place, field: str, given: Any) -> None:
        """A text, a number, a day or an option; it takes a chosen answer away."""
        empty = "" if field in ("words", "choice") else None
        words = {"value": None, field: empty if given is None else given}
        self._write(place, words, self._checks.fact, given if given != "" else None)

    def hours(self, place: Place, registered: float | None, documented: float | None) -> None:
        """The two numbers; they take a chosen answer away, since they answer by themselves."""
        words = {
            "value": None,
            "hours_registered": registered,
            "hours_documented": documented,
        }
        self._write(place, words, self._checks.hours, registered, documented)

    def _write(
        self, place: Place, words: dict[str, Any], verb: Callable[..., None], *facts: object
    ) -> None:
        if self._check is None:
            return
        before = self.current(place)
        back = {name: getattr(before, name) for name in words}
        self.stamp += 1
        self._given[place] = _Given(replace(before, **words), self.stamp)
        self._waiting[place] += 1
        key, dossier = place
        ticket = self._tasks.do(verb, self._check, dossier, key, *facts)
        ticket.ended(partial(self._ended, self._waiting, place))
        ticket.otherwise(partial(self._rolled, place, back))
        self.changed.emit(key, dossier)

    def _ended(self, waiting: Counter[Place], place: Place) -> None:
        """However it ended: after a bug too no cell waits for ever."""
        waiting[place] -= 1

    def _rolled(self, place: Place, back: dict[str, Any], error: AppError) -> None:
        if back.keys() == {"note"}:
            error.field = "note"  # whatever is wrong, what was written stays where it was written
        given = self._given.get(place)
        if given is not None:
            self._given[place] = _Given(replace(given.answer, **back), given.stamp)
        self.changed.emit(*place)
        self.refused.emit(*place, error)
