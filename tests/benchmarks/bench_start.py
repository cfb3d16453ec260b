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
from ui.launch import Launch

class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", flush=True)
            QApplication.exit()
        return False

speak("nl")
app = QApplication(sys.argv)
folder = tempfile.mkdtemp()
launch = Launch(app, Door(system_clock), Memory(Path(folder) / "window.ini"), VERSION)
eye = Eye()
if {content}:
    launch.begin()
    launch.program.start.welcome.make.installEventFilter(eye)
else:
    launch.window.installEventFilter(eye)
app.exec()
"""


def main(times: int) -> None:
    """Window: the frame in the colours of the house. Content: the first button of the front door."""
    kinds = {
        "bare window": BARE,
        "our window": OURS.format(root=str(ROOT), content=False),
        "our first content": OURS.format(root=str(ROOT), content=True),
    }
    took: dict[str, list[float]] = {name: [] for name in kinds}
    for code in kinds.values():
        painted(code)  # the first time fills the cache of the disk
    for _turn in range(times):
        for name, code in kinds.items():
            took[name].append(painted(code))
    bare = statistics.median(took["bare window"])
    for name, times_taken in took.items():
        median = statistics.median(times_taken)
        print(f"{name:18} {median * 1000:6.0f} ms (median of {times}), ratio {median / bare:.2f}")


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
