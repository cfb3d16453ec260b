"""What turning to a room costs, and what a file costs that is not the first one of the day.

`python -m tests.benchmarks.bench_rooms`: the demonstration; the first reads of a second file beside
those of the first, and a centre file as it opens beside all its parts at once. Ratios are printed;
nothing is asserted about time.
"""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from controllers.bundle import Controllers
from controllers.demo import LIGHT, PASSPHRASE, make_demo
from controllers.opening import Opening
from models.store.dialect import COMPILED
from tests.conftest import copy_of
from ui.kit import theme
from ui.kit.memory import Memory
from ui.tasks import Tasks

TIMES = 7


def clock() -> datetime:
    return datetime(2026, 5, 4, 9, tzinfo=UTC)


def best(act: Callable[[], object]) -> float:
    """The quickest of a few, in milliseconds."""
    took = []
    for _time in range(TIMES):
        begun = perf_counter()
        act()
        took.append(1000 * (perf_counter() - begun))
    return min(took)


def reads(path: Path, *, bare: bool) -> float:
    """The first look at a check, its centre and the follow-up; `bare` forgets what was compiled."""
    took = []
    for _time in range(TIMES):
        opened = Opening(clock, cost=LIGHT).open(path, PASSPHRASE)
        if bare:
            COMPILED.clear()
        begun = perf_counter()
        check = opened.checks.file(opened.checks.ids()[0])
        opened.cockpit.of(check.centre_id)
        opened.conditions.every()
        took.append(1000 * (perf_counter() - begun))
        opened.close()
    return min(took)


def rooms(opened: Controllers, folder: Path) -> None:
    from ui.pages.centres.page import CentresPage

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    tasks, memory = Tasks(), Memory(folder / "window.ini")
    made: list[CentresPage] = []

    def build() -> None:
        made.append(CentresPage(opened, tasks, memory))
        made[-1].file.stack.turn(0)

    def build_all() -> None:
        build()
        for number in range(1, len(made[-1].file.parts)):
            made[-1].file.stack.turn(number)

    first, every = best(build), best(build_all)
    widgets = len(made[-1].findChildren(QWidget))
    print(f"room of the centres, with one part  {first:7.1f} ms")
    print(f"with its eleven parts               {every:7.1f} ms  {widgets} widgets")
    print(f"ratio                               {first / every:7.2f}")
    tasks.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "een" / "kantoor.waarmerk"
        path.parent.mkdir()
        make_demo(path, clock).close()
        first, second = (
            reads(path, bare=True),
            reads(copy_of(path, folder / "twee.waarmerk"), bare=False),
        )
        print(f"first reads of the first file       {first:7.1f} ms")
        print(f"of the next one                     {second:7.1f} ms")
        print(f"ratio                               {second / first:7.2f}")
        opened = Opening(clock, cost=LIGHT).open(path, PASSPHRASE)
        rooms(opened, folder)
        opened.close()


if __name__ == "__main__":
    main()
