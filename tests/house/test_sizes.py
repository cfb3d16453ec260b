"""Every page fits the smallest screen we promise, with the rail unfolded and nothing cut."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from controllers.demo import LIGHT, PASSPHRASE
from controllers.opening import Opening
from tests.conftest import NOW, copy_of
from ui.kit import theme
from ui.kit.memory import Memory
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
    tasks = Tasks()
    demonstration.listen(tasks.announce)
    desk = Desk(demonstration, tasks, Memory(tmp_path / "window.ini"))
    too_large = {}
    for name, ref in shots(demonstration).items():
        desk.resize(1280, 720)
        desk.show()
        desk.go(ref)
        quiet(tasks)
        size = desk.size().width(), desk.size().height()
        if size != (1280, 720) or desk.rail.width() < 200:
            too_large[name] = (*size, desk.rail.width())
    desk.close()
    tasks.close()
    desk.deleteLater()
    QCoreApplication.sendPostedEvents()
    assert not too_large
