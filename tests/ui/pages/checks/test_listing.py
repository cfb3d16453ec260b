"""The list, the card that plans, the dossiers and what is empty."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from models.checks.values import AnswerValue, CheckState
from ui.kit import ask as asking
from ui.kit.page import Ref
from ui.pages.checks.check_sides import DOSSIERS
from ui.pages.checks.page import ChecksPage


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def listed(place_desk):
    desk = place_desk()
    desk.until(lambda: desk.page.list.table.rowCount() == 1)
    return desk


def test_checks_stand_newest_first_and_enter_opens_one(listed):
    desk = listed
    checks = desk.office.controllers.checks
    later = checks.plan(desk.office.centre, date(2026, 9, 1))
    earlier = checks.plan(desk.office.centre, date(2025, 9, 1))
    table = desk.page.list.table
    desk.until(lambda: table.rowCount() == 3)
    assert [table.id_at(row) for row in range(3)] == [later, desk.office.check, earlier]
    desk.page.list.view.choose(desk.office.check)
    desk.page.list.view.setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: desk.view.check is not None)
    assert desk.view.check.id == desk.office.check


def test_the_list_turns_round_by_its_heads(listed):
    desk = listed
    later = desk.office.controllers.checks.plan(desk.office.centre, date(2026, 9, 1))
    table = desk.page.list.table
    desk.until(lambda: table.rowCount() == 2)
    table.sort(1, Qt.SortOrder.AscendingOrder)
    desk.until(lambda: table.id_at(0) == desk.office.check)
    table.sort(3, Qt.SortOrder.AscendingOrder)
    assert desk.messages[-1].tone == "accent"
    assert table.order == ("day", False)
    assert table.id_at(1) == later


def test_all_answers_leave_by_a_button_above_the_list(listed, tmp_path):
    class Ready:
        def save(self, _parent, _title, _filters, name, then) -> None:
            then(tmp_path / name)

    usual = asking._Desk.chooser
    asking.use_chooser(Ready())
    try:
        press(listed.page.list.export)
    finally:
        asking.use_chooser(usual)
    listed.until(lambda: any(".xlsx" in message.sentence for message in listed.messages))
    (made,) = tmp_path.glob("*.xlsx")
    assert load_workbook(made).sheetnames[:2] == ["Gegevens", "Controles"]


def test_the_rail_hears_how_many_are_waiting_and_late(listed):
    desk = listed
    desk.office.controllers.checks.plan(desk.office.centre, date(2026, 4, 1))
    desk.until(lambda: desk.counts[-1] == (2, 1))


def test_a_check_is_planned_from_a_part_of_a_name(listed):
    desk = listed
    desk.office.controllers.centres.add("0403170701", "Koers en Kompas bv")
    press(desk.page.list.new)
    card = desk.page.plan_card
    desk.until(lambda: card.found.model().rowCount() == 2)
    desk.type("koers")
    desk.until(lambda: card.found.model().rowCount() == 1)
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is card.day
    assert not card.found.isVisible()
    desk.type("11/06/2026")
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: desk.view.check is not None)
    assert desk.view.check.centre_name == "Koers en Kompas bv"
    assert desk.view.check.planned_on == date(2026, 6, 11)
    assert desk.view.check.state is CheckState.PLANNED


def test_enter_takes_a_centre_that_holds_the_letters_also_when_it_is_not_found_yet(listed):
    desk = listed
    for number, name in (("0413991743", "Aaa Loopbaan"), ("0202239951", "Zuid Coaching")):
        desk.office.controllers.centres.add(number, name)
    press(desk.page.list.new)
    card = desk.page.plan_card
    desk.until(lambda: card.found.model().rowCount() == 3)
    desk.type("zuid")
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: card.text.text() == "Zuid Coaching")
    assert desk.focus is card.day


def test_planning_without_a_centre_says_so(listed):
    desk = listed
    press(desk.page.list.new)
    press(desk.page.plan_card.plan)
    assert desk.page.plan_card.form.row("centre").refusal()
    assert desk.page.plan_card.isVisible()


def test_a_wish_to_plan_brings_the_centre_along(listed):
    desk = listed
    desk.page.open(Ref("plan", desk.office.centre))
    card = desk.page.plan_card
    desk.until(lambda: card.text.text() == "Loopbaanhuis Demer")
    assert not card.found.isVisible()
    field, place = card.form.row("planned_on"), card.form.row("place")
    desk.type("nooit")
    press(card.plan)
    assert field.refusal()
    assert field.y() == place.y()
    card.day.setText("")
    press(card.plan)
    assert not card.plan.isEnabled()
    press(card.plan)
    desk.until(lambda: desk.view.check is not None)
    assert desk.view.check.planned_on is None
    assert len(desk.office.controllers.checks.ids()) == 2


def test_a_planned_check_is_started_and_gets_its_first_dossiers(listed):
    desk = listed
    check = desk.office.controllers.checks.plan(desk.office.centre, date(2026, 5, 4))
    desk.office.check = check
    desk.open()
    assert desk.view.stack.currentWidget() is desk.view.empty
    assert desk.view.band.isVisible()
    line = desk.view.header._actions
    press(line.itemAt(line.count() - 1).widget())  # the papers stand before it
    desk.until(lambda: desk.office.file.state is CheckState.RUNNING)
    press(desk.view.draw_first)
    desk.until(lambda: desk.focus is desk.view.dossiers.draw_desk.numbers)
    desk.view.show_side(0)
    assert desk.focus is desk.view.draw_first
    press(desk.view.add_first)
    desk.until(lambda: desk.focus is desk.view.dossiers.numbers)
    assert desk.view.dossiers.row._help.text()
    desk.type("KZ-1; KZ-2")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.type("KZ-3")
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.view.check.dossiers) == 3)
    assert desk.view.dossiers.numbers.value() == ""
    assert desk.messages[-1].undo


@pytest.mark.parametrize("typed", ["Jan Peeters", "85.07.30-033.28", "KZ-100; KZ-003"])
def test_a_refused_number_keeps_the_draft_and_adds_nothing(desk, typed):
    desk.view.show_side(DOSSIERS)
    desk.view.dossiers.numbers.setFocus()
    desk.type(typed)
    desk.key(Qt.Key.Key_Return)
    assert desk.page.drafts() == "Dossier numbers"
    desk.until(lambda: desk.view.dossiers.row.refusal())
    assert desk.view.dossiers.numbers.value() == typed
    assert len(desk.office.file.dossiers) == 3


def test_delete_takes_a_dossier_out_and_undo_brings_it_back_with_its_answers(desk):
    dossier = desk.office.dossier("KZ-011")
    desk.office.controllers.checks.answer(desk.office.check, dossier, "DC-01", AnswerValue.YES)
    desk.view.show_side(DOSSIERS)
    desk.view.dossiers.list.choose(dossier)
    desk.view.dossiers.list.setFocus()
    desk.key(Qt.Key.Key_Delete)
    desk.until(lambda: len(desk.view.check.dossiers) == 2)
    desk.until(lambda: "KZ-011" in desk.said)
    desk.office.controllers.history.undo()
    desk.until(lambda: len(desk.view.check.dossiers) == 3)
    assert desk.kept("DC-01", "KZ-011").value is AnswerValue.YES


def test_a_check_that_is_taken_back_goes_to_the_list(listed):
    desk = listed
    desk.office.check = desk.office.controllers.checks.plan(desk.office.centre, None)
    desk.open()
    desk.office.controllers.history.undo()
    desk.until(lambda: not desk.page.showing_one)
    assert desk.messages[-1].tone == "due"


def test_an_empty_office_says_what_to_do(place_desk, office):
    while office.controllers.history.undo():
        pass
    desk = place_desk()
    desk.until(lambda: desk.page.list.stack.currentWidget() is desk.page.list.empty)
    assert not desk.page.list.new.isVisible()


def test_sixty_dossiers_do_not_make_the_keyboard_wait(desk):
    office = desk.office
    numbers = "\n".join(f"ZZ-{number:03}" for number in range(57))
    office.controllers.checks.add_dossiers(office.check, numbers)
    desk.until(lambda: len(desk.view.check.dossiers) == 60)
    desk.stand("DC-01", "KZ-003")
    typed = []
    with office.controllers._store.change("Hold the writer"):  # the disk takes its time
        for _turn in range(20):
            typed.append(desk.matrix.focus_cell)
            if typed[-1][0] == "DC-08":  # hours are set aside; the reason comes later
                desk.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
                desk.key(Qt.Key.Key_Down)
            else:
                desk.type("1")
        shown = [desk.matrix.cell(*cell).answer for cell in typed]
        assert None not in shown
        assert office.file.progress.answered < 20
    desk.rest()
    assert office.file.progress.answered >= 20


def test_the_rail_counts_on_while_nobody_looks(listed):
    desk = listed
    desk.page.hide()
    desk.office.controllers.checks.plan(desk.office.centre, None)
    desk.until(lambda: desk.counts[-1] == (2, 0))


def test_a_page_that_is_gone_hears_nothing(dressed, office, tasks, memory, qtbot):
    office.controllers.listen(tasks.announce)
    page = ChecksPage(office.controllers, tasks, memory)
    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))
    with qtbot.waitSignal(tasks.changed):
        office.controllers.checks.plan(office.centre, None)


def test_a_check_that_is_gone_does_not_close_the_one_that_was_opened_after_it(place_desk):
    desk = place_desk()
    checks = desk.office.controllers.checks
    gone = checks.plan(desk.office.centre, date(2026, 6, 1))
    desk.office.controllers.history.undo()
    desk.page.open(Ref("check", gone))
    desk.page.open(Ref("check", desk.office.check))
    desk.until(lambda: desk.view.check is not None and not desk.view.reader.asking)
    assert desk.view.check.id == desk.office.check
    assert desk.page.showing_one


def test_a_name_that_nothing_holds_is_said_and_typed_over(listed):
    desk = listed
    press(desk.page.list.new)
    card = desk.page.plan_card
    desk.until(lambda: card.found.model().rowCount() == 1)
    tall = card.card.height()
    desk.type("antea")
    said = "No centre found for “antea”. Search a part of the name, the number or the town."
    desk.until(lambda: card.search.none.isVisible() and card.search.none.text() == said)
    assert not card.found.isVisible()
    assert card.card.height() < tall - 100
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is card.text
    assert card.text.selectedText() == "antea"
    desk.type("demer")
    desk.until(lambda: card.found.isVisible() and card.found.model().rowCount() == 1)
    assert not card.search.none.isVisible()
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: card.text.text() == "Loopbaanhuis Demer")
    assert desk.focus is card.day
