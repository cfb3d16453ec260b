"""Saving one answer: the whole way from the controller to the disk, against a bare insert.

`python -m tests.benchmarks.bench_answer [times]`: prints medians, the slowest of a hundred and the
ratio. Bare is one row and one commit through SQLCipher with the same key and the same pragmas.
Ours checks the answer, journals it, chains it, and tells the views.
"""

import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

import sqlcipher3.dbapi2 as sqlcipher

from controllers.bundle import Controllers
from controllers.opening import Opening
from models.checks.values import AnswerType, AnswerValue
from models.store.engine import PRAGMAS
from models.store.keys import Cost

PASSPHRASE = "vier losse woorden hier"
DOSSIERS = 12


def main(times: int) -> None:
    now = datetime(2026, 5, 4, 9, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        cost = Cost(rounds=1, memory_kib=64, lanes=1)
        opening = Opening(lambda: now, "Lotte Verhaegen", cost)
        controllers = opening.create(Path(folder) / "kantoor.waarmerk", PASSPHRASE).controllers
        raw = bare_file(Path(folder) / "bare.db")
        ours, bare = [], []
        for turn, act in enumerate(answers(controllers, times)):
            bare.append(took(lambda at=turn: insert(raw, at)))
            ours.append(took(act))
        raw.close()
        controllers.close()
    say("bare insert and commit", bare)
    say("Checks.answer", ours)
    print(f"ratio: {statistics.median(ours) / statistics.median(bare):.1f}")


def answers(controllers: Controllers, times: int) -> list[Callable[[], None]]:
    """So many answers in a check of twelve dossiers, as an officer gives them."""
    checks = controllers.checks
    check = checks.plan(controllers.centres.add("0566988259", "Huis"), date(2026, 5, 4))
    checks.start(check)
    checks.add_dossiers(check, ";".join(f"KZ-{number:03}" for number in range(1, DOSSIERS + 1)))
    file = checks.file(check)
    cells = [
        (dossier.id, question.key)
        for dossier in file.dossiers
        for question in file.template.questions
        if question.answer_type is not AnswerType.HOURS_COMPARE
    ]
    values = (AnswerValue.YES, AnswerValue.PARTIAL, AnswerValue.NO)

    def answer(turn: int) -> None:
        dossier, key = cells[turn % len(cells)]
        value = values[turn // len(cells) % len(values)]
        checks.answer(check, dossier, key, value)

    return [lambda at=turn: answer(at) for turn in range(times)]


def bare_file(path: Path) -> sqlcipher.Connection:
    """A file of the same make, without journal, ids or search."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{'5a' * 32}'\"")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE answer (id BLOB PRIMARY KEY, question TEXT, value TEXT)")
    return connection


def insert(connection: sqlcipher.Connection, turn: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    row = (turn.to_bytes(16, "big"), "DC-01", "yes")
    connection.execute("INSERT INTO answer VALUES (?, ?, ?)", row)
    connection.execute("COMMIT")


def took(act: Callable[[], None]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def say(word: str, times: list[float]) -> None:
    middle, slow = statistics.median(times), statistics.quantiles(times, n=100)[98]
    print(f"{word:24} {middle * 1000:6.2f} ms, 99 % within {slow * 1000:6.2f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
