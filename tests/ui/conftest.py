"""Threads as the program has them, closed at the end of each test."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()
