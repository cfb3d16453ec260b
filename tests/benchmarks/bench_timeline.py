"""What one centre's timeline costs: laying out, painting, zooming and panning three hundred things.

Run it by itself: `python -m tests.benchmarks.bench_timeline`. A bare QWidget that fills the same
rectangle is painted beside it; the figures are milliseconds of this process a frame, so that
neighbours on the machine do not count, and ratios. The fixed part of
a frame is the grab of the rectangle itself, which both share.
"""

import os
import sys
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from statistics import median
from time import process_time
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from models.timeline.rules import in_order
from models.timeline.values import CentreTimeline, Certainty, LaneKey, Shape, TimelineEvent, Tone
from ui.kit import theme
from ui.kit.timeline import Timeline

EVENTS, FRAMES = 300, 200
START, TODAY = date(2022, 7, 1), date(2026, 3, 12)
ICONS = ("check", "mail", "phone", "flag", "users", "calendar-event")


class Bare(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.theme().color("surface"))


def history() -> CentreTimeline:
    dice, events = Random(1), list[TimelineEvent]()  # noqa: S311
    lanes = list(LaneKey)
    for number in range(EVENTS):
        lane = lanes[number % len(lanes)]
        bar = lane in (LaneKey.MANDATES, LaneKey.CERTIFICATES, LaneKey.SURVEYS)
        first = START + timedelta(days=dice.randrange(2190))
        last = first + timedelta(days=dice.randrange(20, 400) if bar else 0)
        events.append(
            TimelineEvent(
                f"{lane}:{number}",
                lane,
                Shape.BAR if bar else Shape.MARK,
                first,
                last,
                dice.choice(("Bezoek", "Dossiercontrole", "Brief over de vaststellingen")),
                "Opvolging",
                dice.choice(list(Tone)),
                dice.choice(ICONS),
                Certainty.DONE if first <= TODAY else Certainty.PLANNED,
            )
        )
    span = (START, START + timedelta(days=2191))
    return CentreTimeline(UUID(int=1), "Demer", "0566988259", TODAY, in_order(events), span)


def frames(widget: QWidget, before: Callable[[int], object]) -> list[float]:
    """Milliseconds of each frame: what is done before it, and its painting."""
    target, times = QPixmap(widget.size()), list[float]()
    for number in range(FRAMES):
        start = process_time()
        before(number)
        widget.render(target)
        times.append((process_time() - start) * 1000)
    return times


def told(name: str, times: list[float], bare: float) -> None:
    ordered = sorted(times)
    print(  # noqa: T201
        f"{name:32}{median(times):8.2f}{ordered[int(len(ordered) * 0.99)]:8.2f}"
        f"{ordered[-1]:8.2f}{median(times) / bare:9.1f}"
    )


def main() -> int:
    app = QApplication([])
    for look in ("light", "dark"):
        theme.apply(app, look)
        plain, line = Bare(), Timeline()
        for widget in (plain, line):
            widget.resize(1030, 520)
            widget.show()
        start = process_time()
        line.show_timeline(history())
        ready = (process_time() - start) * 1000
        app.processEvents()
        print(f"{look}: {EVENTS} things shown in {ready:.1f} ms")  # noqa: T201
        print(f"{'':32}{'median':>8}{'p99':>8}{'max':>8}{'x bare':>9}")  # noqa: T201
        empty = frames(plain, lambda _n: None)
        bare = median(empty)
        told("bare QWidget, filled", empty, bare)
        told("painted as it stands", frames(line.viewport(), lambda _n: None), bare)
        line.zoom(3, 400)
        told("panned", frames(line.viewport(), lambda n: line.pan(7 if n % 100 < 50 else -7)), bare)
        told(
            "zoomed",
            frames(line.viewport(), lambda n: line.zoom(1.05 if n % 40 < 20 else 1 / 1.05, 400)),
            bare,
        )
        line.see_all()
        told("everything in sight", frames(line.viewport(), lambda n: line.pan(1)), bare)
        for widget in (plain, line):
            widget.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
