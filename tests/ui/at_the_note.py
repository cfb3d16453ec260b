"""An officer who types a note in the window until the power goes, and says which signs and when."""

import os
import random
import sys
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import Any
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from controllers.opening import Opening
from tests.conftest import CHEAP, PASSPHRASE

WORDS = "de klant kreeg een plan en de gids schreef het verslag na elk gesprek op "
FLUENT = 0.75
"""How often it is somebody who never pauses: no silence in which a note keeps itself."""
TICK = 0.005
MOST = 0.01
"""A tick that comes later than this was held up by the machine, and counts for no more."""


class Hours:
    """How long this process was at work: time in which the machine gave it nothing is left out."""

    def __init__(self) -> None:
        self.passed = 0.0

    def run(self, said: Connection) -> None:
        before, quiet = perf_counter(), Event()
        while not quiet.wait(TICK):
            now = perf_counter()
            self.passed += min(now - before, MOST)
            before = now
            said.send(("at work", self.passed))


def write(path: Path, check: UUID, ini: Path, place: tuple[str, UUID], said: Connection) -> None:
    """A note in the matrix of the real window; keys come as a keyboard gives them."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from ui.kit.page import Ref

    def reach(desk: Any) -> Any:
        view = desk.page("checks").check.matrix
        if view.place is None or not view.matrix.go_to(*place):
            return None
        view.matrix.setFocus()
        QTest.keyClick(view.matrix, Qt.Key.Key_N)
        return view.panel.note

    _at_work(path, Ref("check", check), ini, reach, WORDS, said)


def write_there(path: Path, ref: tuple[str, UUID], ini: Path, spot: str, said: Connection) -> None:
    """The same in another field of the window."""
    from tests.ui.spots import SIGNS, at
    from ui.kit.page import Ref

    def reach(desk: Any) -> Any:
        field = at(desk, spot)
        if field is not None:
            field.setFocus()
            field.selectAll()
        return field

    _at_work(path, Ref(*ref), ini, reach, SIGNS.get(spot, WORDS), said)


def _at_work(path: Path, ref: Any, ini: Path, reach: Any, words: str, said: Connection) -> None:
    """Keys until the end, quicker and slower; `reach` gives the field once it is there."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ui.kit import theme
    from ui.kit.memory import Memory
    from ui.tasks import Tasks
    from ui.window import Desk

    app, dice, hours = QApplication(["waarmerk"]), random.Random(os.urandom(8)), Hours()
    theme.apply(app, "light")
    do = Opening(lambda: datetime.now(UTC), "Lotte", CHEAP).open(path, PASSPHRASE)
    tasks = Tasks()
    do.listen(tasks.announce)
    desk = Desk(do, tasks, Memory(ini))
    desk.resize(1280, 720)
    desk.show()
    desk.go(ref)
    typed, fluent, fields = [""], dice.random() < FLUENT, list[Any]()
    keys = QTimer()
    keys.setSingleShot(True)

    def key() -> None:
        sign = words[len(typed[0]) % len(words)]
        QTest.keyClicks(fields[0], sign)
        typed[0] += sign
        said.send(("typed", (typed[0], hours.passed)))
        keys.start(dice.choice((10, 20, 40, 80)) if fluent else dice.choice((30, 120, 300)))

    def begin() -> None:
        field = reach(desk)
        if field is None:
            keys.start(20)
            return
        fields.append(field)
        keys.timeout.disconnect(begin)
        keys.timeout.connect(key)
        Thread(target=hours.run, args=(said,), daemon=True).start()
        said.send(("ready", None))
        keys.start(1)

    keys.timeout.connect(begin)
    keys.start(1)
    sys.exit(app.exec())
