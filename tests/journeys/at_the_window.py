"""An officer at a window of her own process: fills on from where she was, until the power goes."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from tests.conftest import CHEAP


def fill(path: Path, folder: Path, cells: int, said: Connection) -> None:
    """Give so many answers by key, say where she stands, and go on looking at the screen."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from controllers.door import Door
    from controllers.language import speak
    from controllers.opening import Opening
    from models.kernel.version import VERSION
    from tests.journeys.officer import NOW, WORDS
    from ui.kit import theme
    from ui.kit.memory import Memory
    from ui.program import Program
    from ui.screens import quiet

    app = QApplication([])
    speak("nl")
    theme.apply(app, "light")
    program = Program(app, Door(lambda: NOW), Memory(folder / "window.ini"), VERSION)
    program.show()
    program.open(Opening(lambda: NOW, cost=CHEAP).open(path, WORDS))
    quiet(program.tasks)
    assert program.desk is not None
    matrix = program.desk.current.check.matrix.matrix  # type: ignore[attr-defined]
    matrix.setFocus()
    for _turn in range(cells):
        QTest.keyClicks(matrix, "1")
        app.processEvents()
    quiet(program.tasks)
    said.send(matrix.focus_cell)
    while True:
        app.processEvents()
