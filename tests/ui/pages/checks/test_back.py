"""A workbook that came back: reviewed cell by cell by keyboard, taken over as one step."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from controllers.exchange.review import Group
from models.checks.values import AnswerValue
from models.checks.values.exchange import SheetUse
from tests.controllers.workbooks import Sheet, react
from ui.kit import ask
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.pages.checks.check_sides import FINDINGS
from ui.pages.checks.page import ChecksPage

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Chooser:
    """Answers the file dialog with one file."""

    def __init__(self, path):
        self.path = path

    def open(self, parent, title, filters, then):
        then(self.path)

    save = None


@pytest.fixture
def path(tmp_path):
    return tmp_path / "terug.xlsx"


@pytest.fixture
def found(desk):
    office = desk.office
    office.answer_all()
    for key in ("DC-05", "DC-10"):
        office.controllers.checks.answer(
            office.check, office.dossier("KZ-011"), key, AnswerValue.NO
        )
    desk.until(lambda: len(desk.view.check.findings) == 2)
    return desk


def read(desk, path):
    ask.use_chooser(Chooser(path))
    try:
        desk.view.acts.ask_workbook()
        QTest.mouseClick(desk.view.acts.workbook.buttons["back"], Qt.MouseButton.LeftButton)
    finally:
        ask.use_chooser(ask.DialogChooser())
    desk.until(lambda: desk.page._stack.currentWidget() is desk.page.back)


def begun(desk, path):
    read(desk, path)
    report = desk.page.back.report
    desk.until(lambda: desk.page.back.stack.currentWidget() is report)
    desk.until(report.list.hasFocus)
    return report


def send(desk, path, use=SheetUse.OFFICER):
    desk.office.controllers.checks.send_out(desk.office.check, path, use)


def test_cells_are_ticked_by_keyboard_and_taken_with_enter(found, path):
    desk, one = found, found.office.dossier("KZ-003")
    send(desk, path)
    for row, value in (("DC-01/value", "nee"), ("DC-02/value", "gedeeltelijk")):
        Sheet(path, "Matrix").write(row, str(one), value)
    Sheet(path, "Matrix").write("number", str(desk.office.dossier("KZ-011")), "KZ-9")
    report = begun(desk, path)
    assert [item.group for item in report.review.items] == [
        Group.FORBIDDEN,
        Group.ANSWERS,
        Group.ANSWERS,
    ]
    assert report.take.text() == "Take over 2"
    assert report.panel.texts["theirs"].text() == "nee"
    desk.key(Qt.Key.Key_Space)
    assert report.take.text() == "Take over 1"
    desk.key(Qt.Key.Key_Space, SHIFT)
    assert len(report.ticked) == 2
    desk.key(Qt.Key.Key_Space, SHIFT)
    assert not report.take.isEnabled()
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Down)
    assert report.panel.title.text().endswith("dossier number")
    assert not report.panel.tick.isVisible()
    desk.key(Qt.Key.Key_Space)
    assert report.take.text() == "Take over 1"
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: desk.page.showing_one)
    assert desk.said == "Taken over: 1 answer or note."
    assert desk.messages[-1].undo
    assert desk.kept("DC-01", "KZ-003").value is AnswerValue.YES
    assert desk.kept("DC-02", "KZ-003").value is AnswerValue.PARTIAL
    desk.office.controllers.history.undo()
    assert desk.kept("DC-02", "KZ-003").value is AnswerValue.YES


def test_a_conflict_shows_the_cell_three_times_and_waits_for_a_choice(found, path):
    desk, one = found, found.office.dossier("KZ-003")
    send(desk, path)
    Sheet(path, "Matrix").write("DC-01/value", str(one), "nee")
    desk.office.controllers.checks.answer(desk.office.check, one, "DC-01", AnswerValue.PARTIAL)
    report = begun(desk, path)
    assert {name: text.text() for name, text in report.panel.texts.items()} == {
        "base": "ja",
        "ours": "gedeeltelijk",
        "theirs": "nee",
    }
    assert all(block.isVisible() for block in report.panel._blocks.values())
    assert [row.sub for row in report.list.rows.items[1:]] == ["gedeeltelijk → nee"]
    assert not report.take.isEnabled()
    QTest.mouseClick(report.panel.tick, Qt.MouseButton.LeftButton)
    QTest.mouseClick(report.take, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.page.showing_one)
    assert desk.kept("DC-01", "KZ-003").value is AnswerValue.NO


def test_a_change_in_the_file_is_compared_anew_while_somebody_looks(found, path):
    desk, one = found, found.office.dossier("KZ-003")
    send(desk, path)
    Sheet(path, "Matrix").write("DC-01/value", str(one), "nee")
    report = begun(desk, path)
    desk.office.controllers.checks.answer(desk.office.check, one, "DC-01", AnswerValue.NO)
    desk.until(lambda: not report.review.items)
    assert report.nothing.isVisible()
    desk.key(Qt.Key.Key_Escape)
    desk.until(lambda: desk.page.showing_one)


def test_reactions_lead_to_the_findings(found, path):
    desk = found
    send(desk, path, SheetUse.CENTRE)
    finding = desk.office.file.findings[0]
    react(
        Sheet(path, "Vaststellingen"), finding, "schrijffout", "Het is KZ-12.", datetime(2026, 5, 4)
    )
    report = begun(desk, path)
    assert report.header._sub.text() == "terug.xlsx · 1 new reaction"
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: desk.page.showing_one)
    assert desk.said == "Taken over: 1 reaction."
    assert desk.view.sides.choice() == FINDINGS


def test_a_workbook_of_somebody_else_is_refused_with_its_reason(found, path):
    desk = found
    other = desk.office.controllers.centres.add("0413991743", "Loopbaan Centrum Zuid")
    theirs = desk.office.controllers.checks.plan(other)
    desk.office.controllers.checks.send_out(theirs, path)
    read(desk, path)
    back = desk.page.back
    desk.until(lambda: back._rooms.currentWidget() is back.trouble)
    desk.until(back.other.hasFocus)
    said = back.trouble.accessibleName()
    assert (
        "This workbook is of Loopbaan Centrum Zuid, and you are looking at Loopbaanhuis Demer"
        in said
    )


def test_the_list_is_narrowed_and_ticked_by_kind_with_the_keyboard(found, path):
    desk, one = found, found.office.dossier("KZ-003")
    other = desk.office.dossier("KZ-024")
    send(desk, path)
    for row, dossier, value in (
        ("DC-01/value", one, "nee"),
        ("DC-02/value", one, "gedeeltelijk"),
        ("DC-01/value", other, "nee"),
        ("DC-02/value", other, "nee"),
        ("number", desk.office.dossier("KZ-011"), "KZ-9"),
    ):
        Sheet(path, "Matrix").write(row, str(dossier), value)
    for key in ("DC-01", "DC-02"):
        desk.office.controllers.checks.answer(desk.office.check, other, key, AnswerValue.PARTIAL)
    report = begun(desk, path)
    assert [segment._count for segment in report.sift._segments] == ["5", "2", "2", "1"]
    desk.key(Qt.Key.Key_3)
    assert [item.group for item in report._shown] == [Group.CONFLICTS] * 2
    assert report.panel.texts["ours"].text() == "gedeeltelijk"
    assert report.every.text() == "Tick all 2"
    report.every.click()
    assert report.take.text() == "Take over 4"
    desk.key(Qt.Key.Key_4)
    assert report.every.isHidden()
    assert report.list.current == report._shown[0].id
    desk.key(Qt.Key.Key_2)
    report.every.click()
    assert report.take.text() == "Take over 2"
    desk.key(Qt.Key.Key_1)
    report.list.setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: desk.page.showing_one)
    assert desk.kept("DC-02", "KZ-024").value is AnswerValue.NO
    assert desk.kept("DC-02", "KZ-003").value is AnswerValue.YES
    desk.office.controllers.history.undo()
    assert desk.kept("DC-02", "KZ-024").value is AnswerValue.PARTIAL


def test_who_closes_half_way_and_reads_the_same_file_goes_on(found, path):
    desk, one = found, found.office.dossier("KZ-003")
    send(desk, path)
    for row, value in (("DC-01/value", "nee"), ("DC-02/value", "gedeeltelijk")):
        Sheet(path, "Matrix").write(row, str(one), value)
    report = begun(desk, path)
    desk.key(Qt.Key.Key_Space)
    assert report.take.text() == "Take over 1"
    desk.key(Qt.Key.Key_Escape)
    desk.until(lambda: desk.page.showing_one)
    desk.until(lambda: desk.said.startswith("What you ticked stays, also after a restart."))
    assert desk.kept("DC-02", "KZ-003").value is AnswerValue.YES
    report = begun(desk, path)
    assert report.take.text() == "Take over 1"
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: desk.page.showing_one)
    assert desk.kept("DC-01", "KZ-003").value is AnswerValue.YES
    assert desk.kept("DC-02", "KZ-003").value is AnswerValue.PARTIAL


def test_a_tick_in_a_long_list_lays_nothing_out_again(found, path):
    desk = found
    send(desk, path)
    dossiers = desk.office.file.dossiers
    book = Sheet(path, "Matrix")
    for number in range(1, 8):
        for dossier in dossiers:
            book.sheet.cell(
                book.row(f"DC-0{number}/value"), book.column(str(dossier.id))
            ).value = "niet te beoordelen"
    book.book.save(path)
    report = begun(desk, path)
    resets = []
    report.list.rows.modelReset.connect(lambda: resets.append(1))
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Space, SHIFT)
    assert len(report.ticked) == 7 * len(dossiers)
    assert resets == []


def again(desk, qtbot):
    """The program as it stands after a restart: other windows and memory, the same file."""
    office = desk.office
    page = ChecksPage(office.controllers, desk.page._tasks, Memory(office_ini(desk)))
    page.resize(1200, 700)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def office_ini(desk):
    return Path(desk.page._memory._kept.fileName()).with_name("ander.ini")


def changed(desk, path):
    one = desk.office.dossier("KZ-003")
    send(desk, path)
    for row, value in (("DC-01/value", "nee"), ("DC-02/value", "gedeeltelijk")):
        Sheet(path, "Matrix").write(row, str(one), value)


def test_ticks_outlive_a_restart_and_the_check_offers_to_go_on(found, path, qtbot):
    desk = found
    changed(desk, path)
    report = begun(desk, path)
    left = report.list.current
    desk.key(Qt.Key.Key_Space)
    about = desk.office.check
    ticks = desk.page.back.ticks
    desk.until(lambda: ticks.workbook(about) is not None)
    page = again(desk, qtbot)
    said = []
    page.said.connect(said.append)
    page.open(Ref("check", about))
    desk.until(lambda: said != [])
    assert said[-1].sentence == "Your ticks in terug.xlsx, the workbook that came back, still wait."
    page.open(said[-1].opens)
    desk.until(lambda: page.back.stack.currentWidget() is page.back.report)
    assert page.back.report.take.text() == "Take over 1"
    assert left not in page.back.report.ticked
    page.back.report.take.click()
    desk.until(lambda: page.showing_one)
    desk.until(lambda: ticks.workbook(about) is None)
    assert desk.kept("DC-01", "KZ-003").value is AnswerValue.YES
    assert desk.kept("DC-02", "KZ-003").value is AnswerValue.PARTIAL


def test_of_another_workbook_nothing_is_ticked_by_what_was_chosen_before(found, path, qtbot):
    desk = found
    changed(desk, path)
    begun(desk, path)
    desk.key(Qt.Key.Key_Space, SHIFT)
    desk.key(Qt.Key.Key_Escape)
    desk.until(lambda: desk.page.showing_one)
    about, ticks = desk.office.check, desk.page.back.ticks
    desk.until(lambda: ticks.workbook(about) is not None)
    Sheet(path, "Matrix").write("DC-05/value", str(desk.office.dossier("KZ-003")), "nee")
    page = again(desk, qtbot)
    page.open(Ref("check", about, "workbook"))
    desk.until(lambda: page.back.stack.currentWidget() is page.back.report)
    assert page.back.report.take.text() == "Take over 3"


def test_a_workbook_that_is_gone_says_so_and_another_can_be_chosen(found, path, qtbot):
    desk = found
    changed(desk, path)
    begun(desk, path)
    desk.key(Qt.Key.Key_Space, SHIFT)
    desk.key(Qt.Key.Key_Escape)
    about = desk.office.check
    desk.until(lambda: desk.page.back.ticks.workbook(about) is not None)
    path.unlink()
    page = again(desk, qtbot)
    page.open(Ref("check", about, "workbook"))
    desk.until(page.back.trouble.isVisible)
    assert page.back.other.isVisible()


def test_ticked_as_the_program_proposes_leaves_nothing_aside(found, path):
    desk = found
    changed(desk, path)
    begun(desk, path)
    about, ticks = desk.office.check, desk.page.back.ticks
    desk.key(Qt.Key.Key_Space)
    desk.until(lambda: ticks.workbook(about) is not None)
    desk.key(Qt.Key.Key_Space)
    desk.until(lambda: ticks.workbook(about) is None)
    count = len(desk.messages)
    desk.key(Qt.Key.Key_Escape)
    desk.until(lambda: desk.page.showing_one)
    assert len(desk.messages) == count


def test_a_file_called_after_a_register_number_keeps_its_ticks_without_its_name(found, tmp_path):
    desk = found
    changed(desk, tmp_path / "terug.xlsx")
    path = (tmp_path / "terug.xlsx").rename(tmp_path / "85.07.30-033.28.xlsx")
    begun(desk, path)
    desk.key(Qt.Key.Key_Space)
    drafts = desk.office.controllers.drafts
    kind = f"back_{desk.office.check.hex}"
    desk.until(lambda: drafts.read(kind) != {})
    assert set(drafts.read(kind)) == {"mark", "export", "start", "cells"}
    desk.key(Qt.Key.Key_Escape)
    desk.until(lambda: desk.page.showing_one)
    assert begun(desk, path).take.text() == "Take over 1"


def test_after_one_workbook_the_next_is_taken_over_or_left(found, path):
    desk, one = found, found.office.dossier("KZ-003")
    changed(desk, path)
    begun(desk, path)
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: desk.page.showing_one)
    desk.rest()
    other = path.with_name("nog.xlsx")
    send(desk, other)
    Sheet(other, "Matrix").write("DC-05/value", str(one), "nee")
    begun(desk, other)
    desk.key(Qt.Key.Key_Escape)
    assert desk.page.showing_one
    begun(desk, other)
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: desk.page.showing_one)
    assert desk.kept("DC-05", "KZ-003").value is AnswerValue.NO


def test_nobody_who_goes_on_is_asked_to_go_on(found, path, qtbot):
    desk = found
    changed(desk, path)
    begun(desk, path)
    desk.key(Qt.Key.Key_Space)
    about, ticks = desk.office.check, desk.page.back.ticks
    desk.until(lambda: ticks.workbook(about) is not None)
    page = again(desk, qtbot)
    said = []
    page.said.connect(said.append)
    page.open(Ref("check", about, "workbook"))
    desk.until(lambda: page.back.stack.currentWidget() is page.back.report)
    desk.rest()
    assert said == []
