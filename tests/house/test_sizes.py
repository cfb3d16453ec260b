"""Every page fits the smallest screen we promise, with the rail unfolded and nothing cut."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from controllers.demo import LIGHT, PASSPHRASE
from controllers.opening import Opening
from tests.conftest import NOW, copy_of
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.screens import quiet, shots
from ui.tasks import Tasks
from ui.window import Desk


@pytest.fixture
def demonstration(year: Path, tmp_path: Path):
    path = copy_of(year, tmp_path / year.name)
    opened = Opening(lambda: NOW, cost=LIGHT).open(path, PASSPHRASE, demo=True)
    yield opened
    opened.close()


def test_every_page_fits_1280_by_720(qapp, demonstration, tmp_path: Path):
    theme.apply(qapp, "light")
    found = shots(demonstration)
    assert not _too_large(demonstration, tmp_path, found, rail=200)


LARGEST = 2.0
AT_THE_TABLE = ("check", "application", "rules-", "complaint", "letter", "conditions", "centres")


def test_what_is_worked_in_fits_with_the_largest_letters_too(qapp, demonstration, tmp_path: Path):
    theme.apply(qapp, "light", LARGEST)
    found = {
        name: ref for name, ref in shots(demonstration).items() if name.startswith(AT_THE_TABLE)
    }
    assert {"checks", "check-matrix", "check-dossiers", "checklist", "application"} <= set(found)
    try:
        assert not _too_large(demonstration, tmp_path, found)
    finally:
        theme.apply(qapp, "light")


class Grown(QObject):
    """How wide a page made the window, also for a moment: nothing makes it smaller again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.width = 0
        desk.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Resize:
            self.width = max(self.width, event.size().width())
        return super().eventFilter(watched, event)


def _too_large(demonstration, tmp_path: Path, found: dict[str, Ref], rail: int = 0):
    tasks = Tasks()
    demonstration.listen(tasks.announce)
    desk = Desk(demonstration, tasks, Memory(tmp_path / "window.ini"))
    too_large = {}
    grown = Grown(desk)
    for name, ref in found.items():
        desk.resize(1280, 720)
        desk.show()
        desk.go(ref)
        quiet(tasks)
        desk.resize(1280, 720)
        size = desk.size().width(), desk.size().height()
        size = (max(size[0], grown.width), size[1])
        if size != (1280, 720) or desk.rail.width() < rail:
            too_large[name] = (*size, desk.rail.width())
    desk.close()
    tasks.close()
    desk.deleteLater()
    QCoreApplication.sendPostedEvents()
    return too_large
