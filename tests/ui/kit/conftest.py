"""The kit in its light dress, and a window to put pieces on."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import theme

Stage = Callable[..., QWidget]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """Puts pieces in one shown, active window and returns that window."""

    kept: list[QWidget] = []

    def put(*pieces: QWidget, width: int = 640, height: int = 480) -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        for piece in pieces:
            layout.addWidget(piece)
        window.resize(width, height)
        qtbot.addWidget(window)
        kept.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return put
