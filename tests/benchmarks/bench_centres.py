"""A keystroke in the list of a hundred thousand centres, from the key to the last repaint.

`python -m tests.benchmarks.bench_centres [centres]` (100,000 unless told). For each text typed:
how long the reader takes for the ids, how long until the first rows are painted, and the longest
time the GUI thread stood still meanwhile.
"""

import os
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from controllers.bundle import Controllers
from models.centres.entities import SEARCHED
from models.kernel.ids import natural_id
from models.mandates.entities import Mandate
from models.mandates.values import CentreFilter, MandateState
from models.store.file import Terms, create
from models.store.keys import Cost
from models.store.store import Store
from tests.benchmarks.bench_search import AT_ONCE, PASSPHRASE, fill
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.pages.centres.page import CentresPage
from ui.tasks import Tasks

TYPED = ("l", "lo", "loopb", "kompas zuid", "loopbaanhuis 99", "0566", "bestaatniet", "")
FILTERS = (
    CentreFilter(states=frozenset({MandateState.ENDING})),
    CentreFilter(order="mandate_end"),
)
BEAT_MS = 2


class Pulse:
    """Beats on the GUI thread and remembers the longest silence."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def reset(self) -> None:
        self.longest, self._last = 0.0, perf_counter()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def main(centres: int) -> None:
    clock = datetime(2026, 5, 4, 9, tzinfo=UTC)
    cost = Cost(rounds=1, memory_kib=64, lanes=1)
    with tempfile.TemporaryDirectory() as folder:
        terms = Terms(lambda: clock, "Lotte", (SEARCHED,), cost)
        store, _ = create(Path(folder) / "kantoor.waarmerk", PASSPHRASE, terms)
        fill(store, centres)
        grant(store, centres)
        controllers = Controllers(store)
        for typed in TYPED:
            asked(controllers, CentreFilter(text=typed), repr(typed))
        for wanted in FILTERS:
            asked(controllers, wanted, wanted.order if not wanted.states else "one state")
        start = perf_counter()
        controllers.mandates.counts()
        print(f"counts by state: {(perf_counter() - start) * 1e3:.0f} ms")
        window(controllers, Path(folder))
        controllers.close()


def grant(store: Store, centres: int) -> None:
    """A mandate for each centre, through the journal."""
    for start in range(0, centres, AT_ONCE):
        with store.change("Import") as session:
            rows = [natural_id("mandate", n) for n in range(start, min(start + AT_ONCE, centres))]
            session.prefetch(Mandate, rows)
            for n, row in enumerate(rows, start):
                first = date(2019 + n % 7, 1 + n % 12, 1)
                session.put(
                    Mandate,
                    row,
                    centre_id=natural_id("centre", n),
                    number=f"LB-{n}",
                    start_date=first,
                    end_date=first.replace(year=first.year + 6),
                )


def asked(controllers: Controllers, wanted: CentreFilter, name: str) -> None:
    times, found = [], []
    for _ in range(5):
        start = perf_counter()
        found = controllers.mandates.ids(wanted)
        times.append(perf_counter() - start)
    print(f"{name:>18}: {len(found):7,} ids in {median(times) * 1e3:7.1f} ms")


def window(controllers: Controllers, folder: Path) -> None:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    theme.apply(app, "light")
    tasks = Tasks()
    controllers.listen(tasks.announce)
    page = CentresPage(controllers, tasks, Memory(folder / "geheugen.ini"))
    page.resize(1048, 680)
    page.show()
    page.open(Ref("centres"))
    table, pulse = page.list.table, Pulse()
    until(lambda: table.rowCount() > 0 and table.record(0) is not None)
    rest(2000)
    for typed in TYPED:
        heard: list[object] = []
        table.modelReset.connect(lambda told=heard: told.append(1))
        table.dataChanged.connect(lambda *_, told=heard: told.append(1))
        pulse.reset()
        start = perf_counter()
        page.list.filters.text.setText(typed)
        pressed = perf_counter() - start
        until(lambda told=heard: bool(told))
        until(lambda: table.rowCount() == 0 or table.record(0) is not None)
        page.list.view.viewport().repaint()
        took = perf_counter() - start
        print(
            f"typing {typed!r:>18}: key {pressed * 1e3:5.1f} ms, rows on the screen after"
            f" {took * 1e3:6.0f} ms, longest standstill {pulse.longest * 1e3:5.0f} ms"
        )
        rest(200)
    tasks.close()


def until(true) -> None:
    while not true():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
