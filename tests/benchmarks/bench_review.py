"""How long the window stands still while a workbook with thousands of changed cells is reviewed.

Run: python -m tests.benchmarks.bench_review [dossiers] [folder for pictures]
A workbook of so many dossiers comes back with twelve answers each changed, and some cells that
clash or are refused. Every act goes through the real window; a frame of an empty list is the
yardstick for how long the GUI thread may be busy.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from openpyxl import load_workbook
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from controllers.bundle import Controllers
from controllers.exchange.review import Group
from controllers.language import speak
from models.checks.values import AnswerValue
from tests.benchmarks.bench_exchange import office
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.tasks import Tasks
from ui.window import Desk

DOSSIERS, EACH, CLASHES = 500, 12, 40
FRAME = 1 / 60
Act = Callable[[], object]


class Pulse:
    """Beats on the GUI thread and remembers the longest silence, in seconds."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self.beat)
        self._timer.start(0)

    def begin(self) -> None:
        self.longest, self._last = 0.0, perf_counter()

    def beat(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def changed(path: Path, each: int) -> dict[str, list[str]]:
    """Change so many answers of every dossier, and a question that is locked; the ids of both."""
    book = load_workbook(path)
    sheet = book["Matrix"]
    mark = next(cell for cell in sheet[7] if str(cell.value).startswith("waarmerk:"))
    rows = [
        row
        for row in range(8, sheet.max_row + 1)
        if str(sheet.cell(row, mark.column).value).endswith("/value")
        and not str(sheet.cell(row, mark.column).value).startswith("DC-08")
    ][:each]
    columns = [column for column in range(6, mark.column) if sheet.cell(7, column).value]
    for row in rows:
        for column in columns:
            cell = sheet.cell(row, column)
            cell.value = "gedeeltelijk" if cell.value != "gedeeltelijk" else "ja"
    for column in columns[:CLASHES]:
        sheet.cell(rows[-1] + 2, column).value = "misschien"
        sheet.cell(8, column).value = "conform, zegt het centrum"
    book.save(path)
    return {
        "questions": [str(sheet.cell(row, mark.column).value).split("/")[0] for row in rows],
        "dossiers": [str(sheet.cell(7, column).value) for column in columns],
    }


class Window:
    """The whole desk, on a check that got its workbook back."""

    def __init__(self, do: Controllers, check: UUID, folder: Path) -> None:
        self.app = QApplication.instance() or QApplication(["waarmerk"])
        theme.apply(self.app, "light")
        self.tasks = Tasks()
        do.listen(self.tasks.announce)
        self.desk = Desk(do, self.tasks, Memory(folder / "window.ini"))
        self.desk.resize(1280, 720)
        self.desk.show()
        self.desk.activateWindow()
        QTest.qWaitForWindowActive(self.desk)
        self.desk.go(Ref("check", check))
        self.quiet()
        self.page = self.desk.findChildren(_back_page())[0]
        self.pulse = Pulse()

    @property
    def report(self):
        return self.page.back.report

    def quiet(self) -> None:
        still = 0
        while still < 3:
            QCoreApplication.processEvents()
            still = 0 if self.tasks.busy else still + 1

    def took(self, name: str, act: Act) -> None:
        """Print how long an act took, and its longest stretch in frames of a sixtieth second."""
        self.quiet()
        self.pulse.begin()
        begun = perf_counter()
        act()
        self.pulse.beat()
        own = self.pulse.longest
        self.quiet()
        whole, longest = perf_counter() - begun, self.pulse.longest
        print(
            f"{name:28} {whole * 1e3:7.0f} ms, longest stretch {longest * 1e3:6.1f} ms"
            f" ({longest / FRAME:5.1f} frames), the act itself {own * 1e3:6.1f} ms"
        )

    def key(self, key: Qt.Key, more: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Act:
        return lambda: QTest.keyClick(self.report.list, key, more)

    def scroll(self) -> None:
        bar = self.report.list.verticalScrollBar()
        for step in range(60):
            bar.setValue(step * 7919 * 52 % max(bar.maximum(), 1) if step % 3 else bar.value() + 60)
            QCoreApplication.processEvents()
            self.pulse.beat()


def _back_page():
    from ui.back_page import BackPage

    return BackPage


def clash(do: Controllers, check: UUID, ids: dict[str, list[str]]) -> None:
    """What the office changed itself since the workbook left, to something else again."""
    question = ids["questions"][0]
    for dossier in ids["dossiers"][:CLASHES]:
        do.checks.answer(check, UUID(dossier), question, AnswerValue.NOT_CHECKED)
        do.checks.note(check, UUID(dossier), question, "Hier niet aan de orde.")


def pictures(window: Window, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for look in ("light", "dark"):
        theme.apply(window.app, look)
        for width, height in ((1280, 720), (1920, 1080)):
            window.desk.resize(width, height)
            for kind, name in enumerate(("all", "take", "conflicts", "refused")):
                window.report.narrow(kind)
                window.quiet()
                window.desk.grab().save(str(folder / f"{name}_{width}x{height}_{look}.png"))
    theme.apply(window.app, "light")
    window.desk.resize(1280, 720)
    window.report.narrow(0)


def measure(dossiers: int, shots: Path | None) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        do, check = office(folder, dossiers)
        path = folder / "terug.xlsx"
        do.checks.send_out(check, path)
        ids = changed(path, EACH)
        clash(do, check, ids)
        before = do.checks.file(check)
        window = Window(do, check, folder)
        window.took("read and compare", lambda: window.page.read_back(check, "De Kade", path))
        report = window.report
        print(f"{'cells in the review':28} {len(report.review.items):7}")
        if shots:
            pictures(window, shots)
        window.took("scroll 60 frames", window.scroll)
        window.took("step down", window.key(Qt.Key.Key_Down))
        window.took("tick one", window.key(Qt.Key.Key_Space))
        window.took("tick one again", window.key(Qt.Key.Key_Space))
        for kind, title in enumerate(("everything", "to take over", "conflicts", "refused")):
            window.took(f"filter: {title}", lambda kind=kind: report.narrow(kind))
        window.took("filter: everything", lambda: report.narrow(0))
        report.list.setFocus()
        report.list.choose(report.review.of(Group.ANSWERS)[0].id)
        for state in ("off", "on"):
            window.took(f"whole group {state}", window.key(Qt.Key.Key_Space, _SHIFT))
            print(f"{'ticked':28} {len(report.ticked):7}")
        window.took("untick or tick all", report.every.click)
        if len(report.ticked) < len(report.review.items) // 2:
            window.took("tick all", report.every.click)
        print(f"{'ticked':28} {len(report.ticked):7}")
        window.took("take over", report.take.click)
        window.took("one undo", lambda: window.tasks.do(do.history.undo))
        same = do.checks.file(check).dossiers == before.dossiers
        print(f"{'as before after one undo':28} {'yes' if same else 'NO':>7}")
        window.desk.close()
        window.tasks.close()
        do.close()


_SHIFT = Qt.KeyboardModifier.ShiftModifier

if __name__ == "__main__":
    speak("nl")
    measure(
        int(sys.argv[1]) if sys.argv[1:] else DOSSIERS,
        Path(sys.argv[2]) if sys.argv[2:] else None,
    )
