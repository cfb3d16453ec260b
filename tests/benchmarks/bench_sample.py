"""A list of 80, 500 and 10,000 numbers on the draw desk: pasted, typed beside, drawn.

`python -m tests.benchmarks.bench_sample`: prints medians and ratios. Reading and drawing happen
away from the window; against them stands the least they must do. What the window itself is kept
busy with stands against the same acts in a bare text field.
"""

import csv
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from hashlib import sha256
from io import StringIO
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from controllers.opening import Opening
from models.checks.rules.draw import draw
from models.checks.values.sampling import Listed
from models.store.keys import Cost
from ui.kit import theme
from ui.pages.checks.draw_desk import DrawDesk
from ui.pages.checks.list_reading import see_text
from ui.screens import quiet
from ui.tasks import Tasks

SIZES = (80, 500, 10_000)
TIMES = 20
COACHES = ("An Gids", "Bo Coach", "Ca Martens")


def main() -> int:
    app = QApplication([])
    theme.apply(app, "light")
    now = datetime(2026, 5, 4, 9, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        cost = Cost(rounds=1, memory_kib=64, lanes=1)
        path = Path(folder) / "kantoor.waarmerk"
        do = Opening(lambda: now, "Lotte", cost).create(path, "vier losse woorden").controllers
        check = do.checks.plan(do.centres.add("0566988259", "Huis"), date(2026, 5, 4))
        tasks = Tasks()
        desk, plain = DrawDesk(do, tasks), QPlainTextEdit()
        desk.show_desk(check, do.checks.desk(check))
        for view in (plain, desk):
            view.resize(1000, 500)
            view.show()
        quiet(tasks)
        for size in SIZES:
            print(f"{size} numbers")  # noqa: T201
            text, numbers = listing(size)
            say("read", lambda text=text: list(csv.reader(StringIO(text), delimiter=";")),
                lambda text=text: see_text(text, ""))  # fmt: skip
            say("draw", lambda numbers=numbers: ranked(numbers),
                lambda numbers=numbers: draw([Listed(one) for one in numbers], "zaad", 10, 3))  # fmt: skip
            paste(app, tasks, desk, plain, text)
            desk.numbers.settle()
            quiet(tasks)
            say("figure", lambda: press(app, plain), lambda: figure(app, desk))
            quiet(tasks)
        tasks.close()
        do.close()
    return 0


def listing(size: int) -> tuple[str, list[str]]:
    numbers = [f"KZ-{place:05}" for place in range(size)]
    rows = [f"{number};{COACHES[place % 3]}" for place, number in enumerate(numbers)]
    return "\n".join(["Dossier;Coach", *rows]), numbers


def ranked(numbers: list[str]) -> list[str]:
    """The least a draw can do: a hash for each, and an order."""
    return sorted(numbers, key=lambda number: sha256(f"zaad|{number}".encode()).hexdigest())


def paste(
    app: QApplication, tasks: Tasks, desk: DrawDesk, plain: QPlainTextEdit, text: str
) -> None:
    """How long the window is busy with a list that comes in, at its longest stretch."""

    def bare() -> None:
        plain.setPlainText(text)
        app.processEvents()

    def ours() -> float:
        desk.numbers.setPlainText(text)
        longest = took(desk.numbers.settle)
        while tasks.busy:
            longest = max(longest, took(app.processEvents))
        return longest

    least = median([took(bare) for _turn in range(TIMES)])
    found = []
    for _turn in range(TIMES):
        desk.numbers.setPlainText("")
        desk.numbers.settle()
        quiet(tasks)
        found.append(ours())
    told("paste", least, median(found))


def press(app: QApplication, plain: QPlainTextEdit) -> None:
    QTest.keyClicks(plain, "1")
    app.processEvents()


def figure(app: QApplication, desk: DrawDesk) -> None:
    """One figure typed: the other follows, and the sentence with it."""
    desk.wanted.setText("1")
    QTest.keyClicks(desk.wanted, "2")
    app.processEvents()


def took(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def say(word: str, bare: Callable[[], object], ours: Callable[[], object]) -> None:
    told(word, *(median([took(act) for _turn in range(TIMES)]) for act in (bare, ours)))


def told(word: str, least: float, most: float) -> None:
    least, most = least * 1000, most * 1000
    print(f"  {word:7} bare {least:7.2f} ms, ours {most:7.2f} ms, ratio {most / least:.1f}")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
