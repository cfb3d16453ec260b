"""A part of a centre file is made when somebody turns to it, and knows the file as it stands then."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from tests.ui.pages.centres.conftest import Ear
from ui.pages.centres.page import CentresPage


def opened(page: CentresPage, centre: UUID, qtbot: QtBot) -> None:
    page.show_file(centre)
    qtbot.waitUntil(lambda: page.file.header.title() != "")


def made(page: CentresPage) -> set[str]:
    return set(vars(page.file.views)) - {"_controllers", "_tasks", "_host"}


def test_only_what_is_looked_at_is_made(shown: CentresPage, demer: UUID, qtbot: QtBot) -> None:
    opened(shown, demer, qtbot)
    assert made(shown) == {"overview"}
    shown.file.show_part("contacts")
    assert made(shown) == {"overview", "contacts"}
    assert shown.file.part == "contacts"
    assert shown.file.stack.currentWidget() is shown.file.views.contacts


def test_what_changed_in_the_meantime_stands_there(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
) -> None:
    opened(shown, demer, qtbot)
    shown.file.show_part("identity")
    shown.file.show_part("log")
    controllers.centres.edit(demer, "phone", "02 506 12 07")
    phone = shown.file.views.identity.form.row("phone").field
    qtbot.waitUntil(lambda: not shown.file._tasks.busy)
    shown.file.show_part("identity")
    qtbot.waitUntil(lambda: phone.text() == "02 506 12 07")


def test_the_keys_of_the_overview_work_from_every_part(
    shown: CentresPage, demer: UUID, qtbot: QtBot, ear: Ear
) -> None:
    opened(shown, demer, qtbot)
    for part in shown.file.parts:
        shown.file.show_part(part.key)
        ear.messages.clear()
        QTest.keyClick(shown.file, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
        assert [said.sentence for said in ear.messages] == [
            "Aan dit centrum is nog geen brief geschreven."
        ], part.key
