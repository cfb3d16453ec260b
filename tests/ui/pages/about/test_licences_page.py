"""The page about Waarmerk: the work of others with its full words."""

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from controllers.licences import third_party
from ui.pages.about.page import AboutPage
from ui.program import Program


@pytest.fixture
def page(qtbot: QtBot, at_work: Program) -> AboutPage:
    assert at_work.desk is not None
    at_work.desk.go_to_room("about")
    qtbot.waitUntil(lambda: not at_work.tasks.busy)
    return cast(AboutPage, at_work.desk.current)


def test_every_work_of_others_shows_its_full_text(page: AboutPage) -> None:
    works = third_party()
    assert len(works) > 10
    assert "SQLCipher" in {work.name for work in works}
    for work in works:
        assert page.works.choose(work.name), work.name
        page._choose(work.name)
        assert page.title.text() == f"{work.name} · {work.licence}"
        assert page.text.toPlainText() == work.text.replace("\r\n", "\n").rstrip("\f")
        assert len(page.text.toPlainText()) > 200, work.name


def test_the_text_can_be_read_and_not_changed(page: AboutPage) -> None:
    assert page.text.isReadOnly()
    assert page.text.accessibleName() == "Tekst van de licentie"
