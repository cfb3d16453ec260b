"""How long another theme takes with one room open, and with all of them made.

`python -m tests.benchmarks.bench_theme`. The style sheet is put on every widget that exists, shown
or not: the ratio of the times beside the ratio of the widgets says whether that is all.
"""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from controllers.demo import make_demo
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.pages import ROOMS
from ui.screens import quiet
from ui.tasks import Tasks
from ui.window import Desk

ROUNDS = 4


def switched(app: QApplication, tasks: Tasks) -> float:
    """The median of seconds until another theme is on and painted."""
    took = []
    for turn in range(ROUNDS):
        began = perf_counter()
        theme.apply(app, ("dark", "light")[turn % 2])
        quiet(tasks)
        took.append(perf_counter() - began)
    return median(took)


def main() -> None:
    app = QApplication([])
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as corner:
        clock = lambda: datetime(2026, 5, 4, 9, 0, tzinfo=UTC)  # noqa: E731 - stands still
        controllers = make_demo(Path(corner) / "demo.waarmerk", clock)
        tasks = Tasks()
        controllers.listen(tasks.announce)
        desk = Desk(controllers, tasks, Memory(Path(corner) / "window.ini"))
        desk.resize(1280, 720)
        desk.show()
        desk.go(Ref("settings"))
        quiet(tasks)
        few, short = len(app.allWidgets()), switched(app, tasks)
        for room in ROOMS:
            desk.go(Ref(room.key))
            quiet(tasks)
        many, long = len(app.allWidgets()), switched(app, tasks)
        print(f"one room: {few} widgets; all rooms: {many} widgets, {many / few:.1f} times as many")
        print(f"another theme takes {long / short:.1f} times as long with all rooms made")
        desk.close()
        tasks.close()
        controllers.close()


if __name__ == "__main__":
    main()
