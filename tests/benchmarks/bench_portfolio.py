"""How long a frame takes while 700 centres with 40,000 things lie on one axis of six years.

Run it by itself: `python -m tests.benchmarks.bench_portfolio`. Each frame is one step of the
scroll bar, painted at once; every third frame jumps far away, as dragging the handle does. Beside
it a bare QAbstractScrollArea that only fills its rectangle does the same; the figures are
milliseconds of work of the window's own thread, and ratios: what other programs take away on a
busy machine is told apart, as frames over 16 ms by the clock. Then days are zoomed and pushed
aside, and everything is seen from afar.
"""

import os
import sys
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from statistics import median
from time import perf_counter, thread_time_ns
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from models.mandates.values import MandateState
from models.portfolio import rules
from models.portfolio.values import Grouping, Piece, PieceKind, Portfolio, PortfolioRow
from ui.kit import theme
from ui.pages.timeline.board import Board
from ui.pages.timeline.signs import MARKS
from ui.tidying import Tidying

ROWS, THINGS = 700, 40_000
FRAMES = 600
TODAY = date(2026, 5, 4)
PROVINCES = ("Antwerpen", "Limburg", "Oost-Vlaanderen", "Vlaams-Brabant", "West-Vlaanderen")


def office() -> Portfolio:
    """Seven hundred invented centres; the same ones every time."""
    dice = Random(11)
    return Portfolio(TODAY, tuple(centre(number, dice) for number in range(ROWS)))


def centre(number: int, dice: Random) -> PortfolioRow:
    start = TODAY - timedelta(days=dice.randint(30, 2100))
    end = start + timedelta(days=2190)
    earlier = start - timedelta(days=2191)
    mandates = (stretch(earlier, start - timedelta(days=1), "M"), stretch(start, end, "M-2"))
    certificates = tuple(
        stretch(start + timedelta(days=740 * n), start + timedelta(days=740 * n + 700), "Q", False)
        for n in range(-2, 3)
    )
    count = THINGS // ROWS - len(mandates) - len(certificates)
    days = sorted(TODAY.toordinal() + dice.randint(-1400, 1000) for _each in range(count))
    return PortfolioRow(
        id=UUID(int=number + 1),
        name=f"Loopbaancentrum {number:03} van de streek",
        locality=f"Gemeente {number % 120}",
        province=PROVINCES[number % len(PROVINCES)],
        officer=f"Medewerker {number % 9}",
        state=MandateState.ACTIVE,
        start=start,
        end=end,
        certificate_end=end,
        mandates=mandates,
        certificates=certificates,
        marks=tuple(Piece(day, day, dice.choice(MARKS), f"DC-{day}") for day in days),
    )


def stretch(first: date, last: date, word: str, mandate: bool = True) -> Piece:
    kind = PieceKind.MANDATE if mandate else PieceKind.CERTIFICATE
    return Piece(first.toordinal(), last.toordinal(), kind, f"{word}-{first.year}")


Frame = tuple[float, float]
"""Milliseconds of work, and milliseconds by the clock."""


class Bare(QAbstractScrollArea):
    """The least a frame can cost: one rectangle, filled."""

    def __init__(self, reach: int) -> None:
        super().__init__()
        self.verticalScrollBar().setRange(0, reach)

    def paintEvent(self, event: object) -> None:
        QPainter(self.viewport()).fillRect(self.viewport().rect(), theme.theme().color("surface"))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()


def scroll(app: QApplication, view: QAbstractScrollArea) -> list[Frame]:
    bar = view.verticalScrollBar()

    def step(frame: int) -> None:
        far = frame % 3 == 0
        bar.setValue((frame * 7919 * 38) % max(1, bar.maximum()) if far else bar.value() + 60)

    return frames(app, view, step)


def wheel(app: QApplication, view: QAbstractScrollArea) -> list[Frame]:
    """From the first row to the last in steps of a wheel."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    return frames(app, view, lambda _frame: bar.setValue(bar.value() + 48))


def push(app: QApplication, board: Board) -> list[Frame]:
    """The days pushed aside and zoomed, so that no picture of a row can be used again."""

    def step(frame: int) -> None:
        if frame % 4 == 0:
            board.zoom(1.25 if frame % 8 == 0 else 0.8)
        else:
            board.set_scale(board.scale.moved(9.0 if frame % 2 else -9.0))

    return frames(app, board, step, 200)


def frames(
    app: QApplication,
    view: QAbstractScrollArea,
    step: Callable[[int], None],
    count: int = FRAMES,
) -> list[Frame]:
    times: list[Frame] = []
    for frame in range(count):
        clock, work = perf_counter(), thread_time_ns()
        step(frame)
        app.processEvents()
        times.append(((thread_time_ns() - work) / 1e6, (perf_counter() - clock) * 1e3))
    return times


def shown(app: QApplication, view: QAbstractScrollArea, wide: int, tall: int) -> None:
    view.resize(wide, tall)
    view.show()
    app.processEvents()


def tell(name: str, least: list[Frame], most: list[Frame]) -> None:
    picks = (median, lambda times: sorted(times)[int(len(times) * 0.99)], max)
    works = [[work for work, _clock in frames] for frames in (least, most)]
    cells = [(pick(works[0]), pick(works[1])) for pick in picks]
    said = "".join(f"{bare:7.2f}{ours:8.2f}{ours / bare:7.1f}x" for bare, ours in cells)
    over = [sum(frame[kind] > 16 for frame in most) for kind in (0, 1)]
    bare_over = sum(clock > 16 for _work, clock in least)
    print(f"{name:24}{said}{over[0]:>8}{over[1]:>9}{bare_over:>9}")


def main() -> int:
    app = QApplication([])
    theme.apply(app, "light")
    tidying = Tidying()
    portfolio = office()
    things = sum(len(row.pieces) for row in portfolio.rows)
    groups = rules.grouped(portfolio.rows, Grouping.PROVINCE)
    print(f"{len(portfolio.rows)} rows, {things} things; milliseconds: bare, ours, ratio")
    heads = f"{'median':>23}{'p99':>23}{'max':>23}"
    print(f"{'':24}{heads}{'over 16':>8}{'by clock':>9}{'bare':>9}")
    for wide, tall in ((1040, 600), (1680, 960)):
        board = Board()
        shown(app, board, wide, tall)
        start = perf_counter()
        board.show_rows(portfolio, groups, Grouping.PROVINCE)
        built = (perf_counter() - start) * 1000
        bare = Bare(board.verticalScrollBar().maximum())
        shown(app, bare, wide, tall)
        least = scroll(app, bare)
        size = f"{wide}x{tall}"
        tell(f"{size} far and near", least, scroll(app, board))
        tell(f"{size} wheel", least, wheel(app, board))
        tell(f"{size} push and zoom", least, push(app, board))
        board.show_years(0)
        tell(f"{size} seen from afar", least, scroll(app, board))
        print(f"{size} build: {built:.1f} ms")
        for view in (board, bare):
            view.hide()
            view.deleteLater()
    tidying.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
