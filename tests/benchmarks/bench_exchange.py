"""How long a checklist takes to go out as a workbook, to be read again and to be compared.

Run: python -m tests.benchmarks.bench_exchange [dossiers ...]
The yardstick is openpyxl alone, writing as many bare cells as the workbook holds.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from uuid import UUID

from openpyxl import Workbook, load_workbook

from controllers.bundle import Controllers
from models.centres.entities import SEARCHED
from models.checks.values import AnswerType, AnswerValue, ChecklistAnswer
from models.store.file import Terms, create
from models.store.keys import Cost

import models.subjects  # noqa: F401 - the tables of every subject

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
CHEAP = Cost(rounds=1, memory_kib=64, lanes=1)
SIZES = (12, 60, 500)
ROUNDS = 3


def office(folder: Path, dossiers: int) -> tuple[Controllers, UUID]:
    """A running check: every tenth answer is no, with a note."""
    terms = Terms(lambda: NOW, "Lotte Verhaegen", (SEARCHED,), CHEAP)
    do = Controllers(create(folder / "kantoor.waarmerk", "vier losse woorden hier", terms)[0])
    check = do.checks.plan(do.centres.add("0566988259", "Loopbaanhuis De Kade"), date(2026, 4, 14))
    do.checks.start(check)
    do.checks.add_dossiers(check, "\n".join(f"KZ-{n:04}" for n in range(dossiers)))
    file = do.checks.file(check)
    for place, dossier in enumerate(file.dossiers):
        answers = {
            question.key: ChecklistAnswer(hours_registered=7.0, hours_documented=7.0)
            if question.answer_type is AnswerType.HOURS_COMPARE
            else ChecklistAnswer(AnswerValue.NO, "Niet gezien in het dossier.")
            if (place + number) % 10 == 0
            else ChecklistAnswer(AnswerValue.YES)
            for number, question in enumerate(file.template.questions)
        }
        do.checks.fill(check, dossier.id, answers, dossier.number)
    return do, check


def bare(path: Path, cells: int) -> None:
    """As many cells, without a look, an id or a lock."""
    book = Workbook()
    sheet = book.active
    for row in range(1, cells // 20 + 2):
        for column in range(1, 21):
            sheet.cell(row, column).value = "ja"
    book.save(path)


def best(act) -> float:
    """Seconds of the fastest of a few rounds."""
    took = []
    for _round in range(ROUNDS):
        begun = perf_counter()
        act()
        took.append(perf_counter() - begun)
    return min(took)


def measure(dossiers: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        do, check = office(folder, dossiers)
        path = folder / "uit.xlsx"
        out = best(lambda: do.checks.send_out(check, path))
        cells = sum(sheet.max_row * sheet.max_column for sheet in load_workbook(path))
        yardstick = best(lambda: bare(folder / "kaal.xlsx", cells))
        reading = best(lambda: do.checks.read_back(path))
        back = do.checks.read_back(path)
        comparing = best(lambda: do.checks.review(back, check))
        do.close()
    size = f"{dossiers:4} dossiers, {cells:7} cells"
    print(f"{size}: out {out:6.2f} s ({out / yardstick:4.1f} x bare openpyxl), ", end="")
    print(f"read {reading:5.2f} s, compare {comparing:5.2f} s")


if __name__ == "__main__":
    for wanted in map(int, sys.argv[1:] or SIZES):
        measure(wanted)
