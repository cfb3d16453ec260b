"""The officer whom the journeys hire: at a fresh window, or before an office that is at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.language import speak
from controllers.opening import Opening
from tests.conftest import CHEAP
from tests.journeys.officer import NOW, WORDS, Officer
from ui.kit import theme
from ui.kit.ask import DialogChooser, use_chooser

Hire = Callable[[], Officer]


@pytest.fixture
def hire(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Hire]:
    """An officer at a fresh window; the same computer each time."""
    speak("nl")
    theme.apply(qapp, "light")
    hired: list[Officer] = []

    def come_in() -> Officer:
        hired.append(Officer(qtbot, qapp, lambda: NOW, tmp_path))
        return hired[-1]

    yield come_in
    for officer in hired:
        officer.program.close()
        officer.program.window.deleteLater()
        qapp.sendPostedEvents(officer.program.window, QEvent.Type.DeferredDelete.value)
    use_chooser(DialogChooser())
    speak("en")


@pytest.fixture
def officer(hire: Hire, path: Path) -> Officer:
    """With the office of `path` open; each journey makes its own."""
    hired = hire()
    hired.program.open(Opening(lambda: NOW, cost=CHEAP).open(path, WORDS))
    hired.rest()
    return hired


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A file with one centre, where a check has begun."""
    file = tmp_path / "dienst" / "kantoor.waarmerk"
    file.parent.mkdir()
    made = Opening(lambda: NOW, "Lotte Verhaegen", CHEAP).create(file, WORDS).controllers
    check = made.checks.plan(made.centres.add("0124618472", "Kamzand"), date(2026, 5, 4))
    made.checks.start(check)
    made.close()
    return file
