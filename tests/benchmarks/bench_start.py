"""Start to first paint: our window against a bare PySide6 window with a label, in one run.

`python -m tests.benchmarks.bench_start [times]`: prints the medians and their ratio. Each window
opens in a process of its own, the two kinds in turn, so that a busy machine slows both.
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        QApplication.exit()

app = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QLabel("Waarmerk"))
window.resize(1280, 720)
window.show()
app.exec()
"""

OURS = """
import sys, tempfile
from pathlib import Path
sys.path.insert(0, {root!r})
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from controllers.door import Door
from controllers.language import speak
from models.kernel.clock import system_clock
from models.kernel.version import VERSION
from ui.kit.memory import Memory
from ui.program import Program

class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", flush=True)
            {then}
        return False

speak("nl")
app = QApplication(sys.argv)
folder = tempfile.mkdtemp()
program = Program(app, Door(system_clock), Memory(Path(folder) / "window.ini"), VERSION)
eye = Eye()
program.start.welcome.make.installEventFilter(eye)
program.show()
app.exec()
"""


def main(times: int) -> None:
    ours = OURS.format(root=str(ROOT), then="QApplication.exit()")
    for code in (BARE, ours):
        painted(code)  # the first time fills the cache of the disk
    bare_times, our_times = [], []
    for _turn in range(times):
        bare_times.append(painted(BARE))
        our_times.append(painted(ours))
    bare_window, our_window = statistics.median(bare_times), statistics.median(our_times)
    print(f"bare window, first paint: {bare_window * 1000:6.0f} ms (median of {times})")
    print(f"our window, first paint:  {our_window * 1000:6.0f} ms (median of {times})")
    print(f"ratio: {our_window / bare_window:.2f}")


def painted(code: str) -> float:
    """Seconds from the start of a process until it says that it painted."""
    env = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    start = perf_counter()
    with subprocess.Popen([sys.executable, "-c", code], env=env, stdout=subprocess.PIPE) as window:
        assert window.stdout is not None
        assert window.stdout.readline().strip() == b"painted"
        took = perf_counter() - start
    return took


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
