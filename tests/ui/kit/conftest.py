"""The kit in its light dress, and a window to put pieces on."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import base, theme


class Ear:
    """Stands where the screen reader listens, outside the program."""

    def __init__(self) -> None:
        self.heard: list[tuple[QObject, str]] = []

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:
        self.heard.append((event.object(), event.message()))


Stage = Callable[..., QWidget]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Ear:
    ear = Ear()
    monkeypatch.setattr(base, "QAccessible", ear)
    return ear


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
