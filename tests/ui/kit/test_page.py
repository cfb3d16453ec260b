"""Pages follow the news, but sleep while nobody looks."""

from uuid import UUID

from pytestqt.qtbot import QtBot

from models.kernel.changes import Changes
from tests.ui.kit.conftest import Stage
from ui.kit.page import Page
from ui.tasks import Tasks


class Mandates(Page):
    shows = ("mandate",)

    def __init__(self, tasks: Tasks) -> None:
        self.reloads = 0
        super().__init__(tasks)

    def reload(self) -> None:
        self.reloads += 1


def touching(table: str) -> Changes:
    return Changes(UUID(int=1), "step", {table: frozenset({UUID(int=2)})})


def test_a_page_loads_when_it_is_first_seen(tasks: Tasks, stage: Stage) -> None:
    page = Mandates(tasks)
    assert page.reloads == 0
    stage(page)
    assert page.reloads == 1


def test_a_seen_page_reloads_for_its_own_tables_only(tasks: Tasks, stage: Stage) -> None:
    page = Mandates(tasks)
    stage(page)
    tasks.changed.emit(touching("centre"))
    assert page.reloads == 1
    tasks.changed.emit(touching("mandate"))
    assert page.reloads == 2


def test_a_hidden_page_reloads_once_when_it_is_seen_again(
    tasks: Tasks, stage: Stage, qtbot: QtBot
) -> None:
    page = Mandates(tasks)
    stage(page)
    page.hide()
    for _change in range(5):
        tasks.changed.emit(touching("mandate"))
    assert page.reloads == 1
    page.show()
    assert page.reloads == 2
    page.hide()
    page.show()
    assert page.reloads == 2
