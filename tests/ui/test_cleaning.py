"""What no attachment names goes only when somebody asks; what is missing is told at once."""

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.kit.ask import Ask
from ui.program import Program

from .conftest import OpenOffice
from .test_window import desk_of, focus, quiet


def test_unused_contents_are_erased_after_a_question_that_starts_on_cancel(
    qtbot: QtBot, at_work: Program
):
    desk = desk_of(at_work)
    attachments = desk._controllers.attachments
    desk.finding.clean_wanted.emit()
    quiet(qtbot, at_work)
    assert "niets op te ruimen" in desk.bar.text()
    for one in attachments.ids():
        attachments.remove(one)
    desk.finding.clean_wanted.emit()
    quiet(qtbot, at_work)
    card = next(one for one in at_work.window.findChildren(Ask) if one.isVisible())
    assert focus() is card.cancel
    card.answer("erase")
    quiet(qtbot, at_work)
    assert "gewist" in desk.bar.text()
    assert attachments.unused().count == 0


def test_a_file_that_came_without_its_folder_is_told_when_it_opens(
    qtbot: QtBot, program: Program, office: Path, open_office: OpenOffice
):
    shutil.rmtree(office.with_name(office.name + ".files"))
    program.open(open_office(office))
    quiet(qtbot, program)
    assert "kantoor.waarmerk.files" in desk_of(program).bar.text()
