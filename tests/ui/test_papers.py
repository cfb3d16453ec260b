"""Papers on their way out: what is told while one is made, and after it went wrong."""

from __future__ import annotations

from typing import NoReturn
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.kernel.errors import Refused
from ui.papers import Paper, Papers
from ui.tasks import Tasks


class NoRoom(Refused):
    sentence = "De schijf is vol."


def too_large(*_what: object) -> NoReturn:
    raise ValueError("a table larger than a page")


def no_room(*_what: object) -> NoReturn:
    raise NoRoom


@pytest.fixture
def papers(qtbot: QtBot, tasks: Tasks) -> Papers:
    host = QWidget()
    qtbot.addWidget(host)
    made = Papers(tasks, host)
    made.show_of(uuid4(), "AV-2026-0001", "Loopbaanhuis Nete")
    return made


@pytest.mark.parametrize("make", [too_large, no_room])
def test_a_paper_that_fails_is_not_being_made_any_more(qtbot: QtBot, papers: Papers, make):
    papers.print(Paper("lijst", make, make))
    assert papers.making
    qtbot.waitUntil(lambda: not papers.making, timeout=5000)
