"""Clearing away what nobody holds any more, on the thread of the window only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
NEWBORN, YOUNG, OLD = 2000, 10, 10
"""Objects made, or rounds gone by, before each generation is looked through."""


class Tidying(QObject):
    """Python clears rings of objects on whichever thread happens to make one.

    A page is such a ring: cleared by a reader, its widgets would die outside the thread of the
    window, which Qt does not survive. So the collector sleeps, and a timer here does its work.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()

    def tidy(self) -> None:
        """Look through the youngest objects, and now and then the older ones."""
        newborn, young, old = gc.get_count()
        if newborn < NEWBORN:
            return
        gc.collect(2 if old > OLD and young > YOUNG else 1 if young > YOUNG else 0)

    def stop(self) -> None:
        """Back to Python's own way."""
        self._timer.stop()
        gc.enable()
