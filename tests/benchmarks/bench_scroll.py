"""How long the GUI thread stands still while a hundred thousand rows scroll by.

Run it by itself: `python -m tests.benchmarks.bench_scroll`. Each frame is one step of the scroll
bar, painted at once; every third frame jumps far away, as dragging the handle does. A bare
QTableView with a trivial model does the same beside it; the figures are milliseconds and ratios.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from time import perf_counter
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QElapsedTimer, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from controllers.columns import Column
from ui.kit import theme
from ui.kit.record_table import RecordTable, packed
from ui.kit.record_view import RecordView
from ui.tasks import Tasks

ROWS = 100_000
FRAMES = 600


@dataclass(frozen=True, slots=True)
class Centre:
    id: UUID
    number: int

    @property
    def until(self) -> date:
        return date(2024, 1, 1) + timedelta(self.number % 2000)


COLUMNS: tuple[Column[Centre], ...] = (
    Column(
        "name",
        "Centrum",
        lambda c: f"Loopbaanhuis {c.number}",
        34,
        "two",
        sub=lambda c: f"M-{c.number}",
    ),
    Column(
        "state",
        "Stand",
        lambda c: f"Stand {c.number % 5}",
        16,
        "badge",
        state=lambda c: ("late", "done", "due", "wait", "busy")[c.number % 5],
    ),
    Column("place", "Gemeente", lambda c: f"Gemeente {c.number % 300}", 16),
    Column("until", "Tot", lambda c: c.until, 13, "date"),
    Column("dossiers", "Dossiers", lambda c: c.number, 9, "number"),
    Column("officer", "Medewerker", lambda c: f"Medewerker {c.number % 40}", 18),
)


class Bare(QAbstractTableModel):
    """Six columns of ready text: the least a model can do."""

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else ROWS

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return f"Cel {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None


def bare() -> QTableView:
    view = QTableView()
    view.setModel(Bare(view))
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(52)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.horizontalHeader().setDefaultSectionSize(170)
    return view


def ours(tasks: Tasks) -> RecordView:
    centres = {id_: Centre(id_, n) for n, id_ in enumerate(UUID(int=n * 977) for n in range(ROWS))}

    def fetch(ids: Sequence[UUID]) -> list[Centre]:
        return [centres[id_] for id_ in ids]

    table = RecordTable(COLUMNS, fetch, tasks)
    ids = packed(centres)
    start = perf_counter()
    table.show(ids)
    print(f"show 100,000 packed ids: {(perf_counter() - start) * 1000:.2f} ms")  # noqa: T201
    view = RecordView(table)
    table.setParent(view)
    return view


def scroll(app: QApplication, view: QTableView) -> list[float]:
    """Milliseconds the GUI thread was busy in each frame, news from the readers included."""
    view.resize(1280, 720)
    view.show()
    app.processEvents()
    bar, times = view.verticalScrollBar(), list[float]()
    timer = QElapsedTimer()
    for frame in range(FRAMES):
        far = frame % 3 == 0
        target = (frame * 7919 * 52) % bar.maximum() if far else bar.value() + 60
        timer.start()
        bar.setValue(target)
        app.processEvents()
        times.append(timer.nsecsElapsed() / 1e6)
    view.hide()
    return times


def main() -> int:
    app = QApplication([])
    theme.apply(app, "light")
    tasks = Tasks()
    plain, kit = scroll(app, bare()), scroll(app, ours(tasks))
    tasks.close()
    print(f"{'':8}{'bare':>8}{'ours':>8}{'ratio':>8}")  # noqa: T201
    for name, pick in (
        ("median", median),
        ("p99", lambda times: sorted(times)[int(len(times) * 0.99)]),
        ("max", max),
    ):
        least, most = pick(plain), pick(kit)
        print(f"{name:8}{least:8.2f}{most:8.2f}{most / least:8.2f}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
