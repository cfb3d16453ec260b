"""From nothing to a window: it paints first, and the rest is imported while it is looked at."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from controllers.door import Door
from ui.frame import MainWindow
from ui.kit import theme
from ui.kit.memory import Memory

if TYPE_CHECKING:
    from ui.program import Program


class Launch(QObject):
    """An empty window in the colours of the house, then the program in it."""

    def __init__(
        self,
        app: QApplication,
        door: Door,
        memory: Memory,
        version: str,
        file: Path | None = None,
    ) -> None:
        """`file`: asked for at once, instead of the welcome."""
        super().__init__()
        self._file = file
        self._app, self._door, self._memory, self._version = app, door, memory, version
        theme.apply(app, memory.theme(), memory.text_scale())
        self.window = MainWindow(memory)
        self.program: Program | None = None
        self.window.painted.connect(self.begin, Qt.ConnectionType.QueuedConnection)
        self.window.show()

    @Slot()
    def begin(self) -> None:
        """Put the program in the window."""
        from ui.program import Hook, Program

        self.program = Program(self._app, self._door, self._memory, self._version, self.window)
        sys.excepthook = Hook(self.program).tell
        if self._file is not None:
            self.program.start.ask_for(self._file.expanduser().absolute())
        self.program.show()


def run(
    argv: list[str],
    door: Door,
    version: str,
    config: Path | None = None,
    file: Path | None = None,
) -> int:
    """Show the window until it is closed, at the door of this file or else at the welcome."""
    app = QApplication([sys.argv[0], *argv])
    app.setApplicationName("Waarmerk")
    app.setApplicationVersion(version)
    folder = config or user_config_path("waarmerk", appauthor=False, ensure_exists=True)
    launch = Launch(app, door, Memory(folder / "window.ini"), version, file)
    app.setProperty("launch", launch)
    return app.exec()
