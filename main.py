"""Where everything is put together: arguments, log, clock, then the window or the console."""

import logging
import sys
from datetime import UTC, date, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from controllers.language import speak
from models.kernel.clock import Clock, system_clock
from models.kernel.version import VERSION
from ui.traces import Discreet

WITH_QT = frozenset({"screens", "tour"})


def main(argv: list[str]) -> int:
    """The exit code of CONSOLE.md: 0 done, 1 refused, 2 usage, 3 unavailable, 70 our bug."""
    from ui.console import parse, run

    options = parse(argv, VERSION)
    if isinstance(options, int):
        return options
    speak(options.lang)
    clock = clock_of(options.today)
    if options.verb is None:
        return window(clock, options.file)
    if options.verb in WITH_QT:
        from ui.screens import draw

        return run(options, clock, draw)
    return run(options, clock)


def window(clock: Clock, file: Path | None = None) -> int:
    """The window, at the door of this file; its log is in a file with ids and never names."""
    from platformdirs import user_log_path

    folder = user_log_path("waarmerk", appauthor=False, ensure_exists=True)
    keep = RotatingFileHandler(
        folder / "waarmerk.log", maxBytes=500_000, backupCount=3, encoding="utf-8"
    )
    keep.setFormatter(Discreet())
    logging.basicConfig(level=logging.INFO, handlers=[keep])
    from controllers.door import Door
    from ui.launch import run

    return run([], Door(clock), VERSION, file=file)


def clock_of(today: date | None) -> Clock:
    """The system's clock, or one that stands still at nine in the morning of a day."""
    if today is None:
        return system_clock
    still = datetime(today.year, today.month, today.day, 9, tzinfo=UTC)
    return lambda: still


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
