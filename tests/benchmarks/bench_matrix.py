"""Five hundred dossiers in one check: scrolling, moving, answering, and reading it again.

`python -m tests.benchmarks.bench_matrix`: prints medians and ratios against a bare QTableView of
the same size. Reading again is what a reader thread does after an answer; nobody waits for it.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTableView

from controllers.bundle import Controllers
from controllers.opening import Opening
from models.checks.values import AnswerValue
from models.store.keys import Cost
from ui.kit import theme
from ui.kit.matrix import Matrix
from ui.kit.matrix_values import Direction
from ui.pages.checks.sight import Sight, lines, look, look_again

DOSSIERS = 500
FRAMES = 200
TURNS = 40


class Bare(QAbstractTableModel):
    """As many cells of ready text: the least a model can do."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._size = rows, columns

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._size[0]

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._size[1]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return "ja" if role == Qt.ItemDataRole.DisplayRole and index.isValid() else None


def main() -> int:
    app = QApplication([])
    theme.apply(app, "light")
    now = datetime(2026, 5, 4, 9, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        cost = Cost(rounds=1, memory_kib=64, lanes=1)
        path = Path(folder) / "kantoor.waarmerk"
        do = Opening(lambda: now, "Lotte", cost).create(path, "vier losse woorden").controllers
        check = do.checks.plan(do.centres.add("0566988259", "Huis"), date(2026, 5, 4))
        do.checks.start(check)
        do.checks.add_dossiers(check, "\n".join(f"KZ-{n:04}" for n in range(DOSSIERS)))
        sight = look(do.checks, check)
        matrix = Matrix()
        matrix.show(lines(sight.check), sight.columns, sight.cells)
        plain = QTableView()
        model = Bare(len(sight.check.template.questions), DOSSIERS)
        plain.setModel(model)
        for view in (plain, matrix):
            view.resize(1280, 720)
            QAbstractScrollArea.show(view)
            app.processEvents()
        say("scroll", scroll(app, plain), scroll(app, matrix))
        say(
            "move",
            press(app, plain, "", Qt.Key.Key_Right),
            press(app, matrix, "", Qt.Key.Key_Right),
        )
        matrix.direction = Direction.QUESTION
        say("answer", press(app, plain, "", Qt.Key.Key_Left), press(app, matrix, "1"))
        read_again(do, check, sight)
        do.close()
    return 0


def read_again(do: Controllers, check: UUID, sight: Sight) -> None:
    """What a reader thread does after an answer: all of it, and only what changed."""
    whole: list[float] = []
    patch: list[float] = []
    dossiers, keys = sight.check.dossiers, [one.key for one in sight.check.template.questions]
    for turn in range(TURNS):
        dossier, key = dossiers[turn * 7 % DOSSIERS].id, keys[turn % 7]
        do.checks.answer(check, dossier, key, list(AnswerValue)[turn % 3])
        news = frozenset({do.checks.proof_of(dossier, key)[1]})
        before = sight
        patch.append(took(lambda was=before, rows=news: look_again(do.checks, was, rows)))
        sight = look_again(do.checks, before, news)
        whole.append(took(lambda was=before: look(do.checks, check, was)))
    least, most = median(patch) * 1000, median(whole) * 1000
    print(f"read again: whole {most:.0f} ms, after one answer {least:.1f} ms, {most / least:.0f} x")  # noqa: T201


def scroll(app: QApplication, view: QAbstractScrollArea) -> list[float]:
    bar = view.horizontalScrollBar()

    def step(frame: int) -> None:
        bar.setValue(frame * max(1, bar.maximum() // FRAMES))
        app.processEvents()

    return [took(lambda at=frame: step(at)) for frame in range(FRAMES)]


def press(
    app: QApplication, view: QAbstractScrollArea, text: str, key: Qt.Key = Qt.Key.Key_Down
) -> list[float]:
    def step() -> None:
        if text:
            QTest.keyClicks(view, text)
        else:
            QTest.keyClick(view, key)
        app.processEvents()

    view.setFocus()
    return [took(step) for _ in range(FRAMES)]


def took(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def say(word: str, bare: list[float], ours: list[float]) -> None:
    least, most = median(bare) * 1000, median(ours) * 1000
    print(f"{word:8} bare {least:6.2f} ms, ours {most:6.2f} ms, ratio {most / least:.2f}")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
