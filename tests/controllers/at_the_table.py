"""An officer who fills a check until the power goes: says what she is at, and what is safe."""

import os
import random
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from controllers.bundle import Controllers
from controllers.opening import Opening
from models.checks.values import AnswerType, AnswerValue, CheckFile, ChecklistAnswer
from tests.conftest import CHEAP, PASSPHRASE

Deed = dict[tuple[UUID, str, str], object]
"""Dossier, question and field, with what stands there after it."""


def work(path: Path, check: UUID, said: Connection) -> None:
    do = Opening(lambda: datetime.now(UTC), "Lotte", CHEAP).open(path, PASSPHRASE)
    file = do.checks.file(check)
    dice = random.Random(os.urandom(8))
    said.send(("ready", {}))
    while True:
        deed, act = _next(do, file, dice)
        said.send(("going", deed))
        act()
        said.send(("safe", deed))


def _next(
    do: Controllers, file: CheckFile, dice: random.Random
) -> tuple[Deed, Callable[[], object]]:
    dossier, question = dice.choice(file.dossiers), dice.choice(file.template.questions)
    place = file.id, dossier.id, question.key
    cell = dossier.id, question.key
    if dice.random() < 0.08:
        return _whole_dossier(do, file, dossier.id, dossier.number)
    if dice.random() < 0.4:
        note = f"{dice.random()}" + "x" * dice.randrange(2000)
        return {(*cell, "note"): note}, lambda: do.checks.note(*place, note)
    if question.answer_type is AnswerType.HOURS_COMPARE:
        hours = round(dice.uniform(0, 9), 2)
        told: Deed = {(*cell, "hours_registered"): hours, (*cell, "hours_documented"): 1.5}
        return told, lambda: do.checks.hours(*place, hours, 1.5)
    value = dice.choice(list(AnswerValue))
    return {(*cell, "value"): value}, lambda: do.checks.answer(*place, value)


def _whole_dossier(
    do: Controllers, file: CheckFile, dossier: UUID, number: str
) -> tuple[Deed, Callable[[], object]]:
    """Twenty-six answers as one step: all of it is there, or nothing."""
    given = {
        question.key: ChecklistAnswer(AnswerValue.YES, "Gezien.")
        for question in file.template.questions
        if question.answer_type is not AnswerType.HOURS_COMPARE
    }
    deed: Deed = {}
    for key, answer in given.items():
        deed[dossier, key, "value"], deed[dossier, key, "note"] = answer.value, answer.note
    return deed, lambda: do.checks.fill(file.id, dossier, given, number)
