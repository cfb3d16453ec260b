"""The list: found while typing, narrowed, ordered, and back where it stood."""

from pathlib import Path
from uuid import UUID

import openpyxl
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from tests.ui.pages.centres.conftest import CENTRES, Ear, Picker, names
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.pages.centres.new_centre import NewCentre
from ui.pages.centres.page import CentresPage
from ui.tasks import Tasks

ALL = sorted(name for name, *_ in CENTRES)


def wait(qtbot: QtBot, page: CentresPage, wanted: list[str]) -> None:
    qtbot.waitUntil(lambda: names(page) == wanted)


def head(page: CentresPage, key: str) -> None:
    """A click on the head of a column."""
    keys = [column.key for column in page.list.table.columns]
    heading = page.list.view.heading
    x = heading.sectionViewportPosition(keys.index(key)) + 20
    QTest.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))


def test_an_empty_file_says_what_to_do(page: CentresPage, qtbot: QtBot, picker: Picker):
    qtbot.waitUntil(lambda: page.list.stack.currentWidget() is page.list.untouched)
    assert page.list.untouched.accessibleName().startswith("Nog geen centra")
    assert not page.list.filters.isVisible()
    QTest.keyClick(page.list.first, Qt.Key.Key_Return)
    assert picker.asked == 1
    assert page.stack.currentWidget() is page.intake


def test_typing_narrows_and_the_latest_answer_wins(shown: CentresPage, qtbot: QtBot):
    field = shown.list.filters.text
    assert field.hasFocus()
    QTest.keyClicks(field, "koers")
    wait(qtbot, shown, ["Koers & Kompas"])
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "meche")
    wait(qtbot, shown, ["Groeipad Mechelen"])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    wait(qtbot, shown, ALL)


def test_a_number_is_found_too(shown: CentresPage, qtbot: QtBot):
    QTest.keyClicks(shown.list.filters.text, "0887010")
    wait(qtbot, shown, ["Koers & Kompas"])


def test_nothing_found_says_why_and_offers_to_clear(shown: CentresPage, qtbot: QtBot):
    QTest.keyClicks(shown.list.filters.text, "xqzw")
    qtbot.waitUntil(lambda: shown.list.stack.currentWidget() is shown.list.nothing)
    assert "xqzw" in shown.list.nothing.accessibleName()
    shown.list.clear.click()
    wait(qtbot, shown, ALL)
    assert shown.list.stack.currentWidget() is shown.list.view


def test_the_state_narrows_and_counts(shown: CentresPage, qtbot: QtBot, ear: Ear):
    state = shown.list.filters.state
    qtbot.waitUntil(lambda: state._segments[0].accessibleName() == "Alle, 5")
    assert [one.accessibleName() for one in state._segments] == [
        "Alle, 5",
        "Loopt, 2",
        "Loopt af, 1",
        "Verlopen, 1",
    ]
    QTest.mouseClick(state._segments[2], Qt.MouseButton.LeftButton)
    wait(qtbot, shown, ["Koers & Kompas"])
    QTest.mouseClick(state._segments[3], Qt.MouseButton.LeftButton)
    wait(qtbot, shown, ["Wegwijs Westhoek"])


def test_the_officer_narrows(shown: CentresPage, qtbot: QtBot):
    officer = shown.list.filters.officer
    qtbot.waitUntil(lambda: officer.count() == 3)
    officer.setFocus()
    QTest.keyClicks(officer, "Kar")
    wait(qtbot, shown, ["Koers & Kompas", "Wegwijs Westhoek"])


def test_a_click_on_a_head_orders_and_a_second_turns_it_round(shown: CentresPage, qtbot: QtBot):
    head(shown, "locality")
    towns = [name for name, _ in sorted(((n, t) for n, t, *_ in CENTRES), key=lambda p: p[1])]
    wait(qtbot, shown, towns)
    head(shown, "locality")
    wait(qtbot, shown, towns[::-1])


def test_filter_and_order_are_remembered(
    shown: CentresPage, controllers: Controllers, tasks: Tasks, memory: Memory, qtbot: QtBot
):
    head(shown, "locality")
    QTest.mouseClick(shown.list.filters.state._segments[1], Qt.MouseButton.LeftButton)
    wait(qtbot, shown, ["Loopbaanhuis Demer", "Talentkaai"])
    again = CentresPage(controllers, tasks, memory)
    qtbot.addWidget(again)
    again.show()
    wait(qtbot, again, ["Loopbaanhuis Demer", "Talentkaai"])
    assert again.list.wanted().order == "locality"


def test_the_keyboard_goes_from_search_to_list_to_file_and_back(shown: CentresPage, qtbot: QtBot):
    field = shown.list.filters.text
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert shown.list.view.hasFocus()
    QTest.keyClick(shown.list.view, Qt.Key.Key_Down)
    QTest.keyClick(shown.list.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.file.header.title() == ALL[1])
    QTest.keyClick(shown.file, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown.stack.currentWidget() is shown.list
    assert shown.list.view.hasFocus()
    assert shown.list.view.currentIndex().row() == 1
    QTest.keyClick(shown.list.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field.hasFocus()


def test_the_rail_hears_how_many(shown: CentresPage, qtbot: QtBot, ear: Ear):
    shown.list.reload()
    qtbot.waitUntil(lambda: (5, 0) in ear.counts)


def test_the_list_as_it_is_narrowed_becomes_a_workbook(
    shown: CentresPage, qtbot: QtBot, picker: Picker, tmp_path: Path, ear: Ear
):
    picker.path = tmp_path / "centra.xlsx"
    QTest.keyClicks(shown.list.filters.text, "demer")
    wait(qtbot, shown, ["Loopbaanhuis Demer"])
    shown.list.excel.click()
    qtbot.waitUntil(lambda: bool(ear.messages))
    assert ear.messages[-1].sentence == "1 centrum staat in centra.xlsx."
    cells = [cell.value for row in openpyxl.load_workbook(picker.path).active for cell in row]
    assert "Loopbaanhuis Demer" in cells
    assert "Talentkaai" not in cells


def card_of(page: CentresPage) -> NewCentre:
    page.list.new.click()
    card = page.window().findChild(NewCentre)
    assert card is not None
    return card


def test_a_new_number_is_checked_while_typing(shown: CentresPage, qtbot: QtBot):
    card = card_of(shown)
    row = card.form.row("enterprise_number")
    QTest.keyClicks(card.number, "04031")
    assert row.field.accessibleDescription() == "Nog 5 cijfers."
    QTest.keyClicks(card.number, "99703")
    qtbot.waitUntil(lambda: bool(row.refusal()))
    assert "02 werd verwacht" in row.refusal()
    QTest.keyClick(card.number, Qt.Key.Key_Backspace)
    assert not row.refusal()
    QTest.keyClicks(card.number, "2")
    qtbot.waitUntil(lambda: "hoort al bij Wegwijs Westhoek" in row.refusal())


def test_a_new_centre_opens_its_file(shown: CentresPage, controllers: Controllers, qtbot: QtBot):
    card = card_of(shown)
    QTest.keyClicks(card.number, "0202.239.951")
    QTest.keyClicks(card.name, "Nieuw Pad")
    card.give.click()
    qtbot.waitUntil(lambda: "hoort al bij" in card.form.row("enterprise_number").refusal())
    assert not card.isHidden()
    card.number.clear()
    QTest.keyClicks(card.number, "0439.627.259")
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.file.header.title() == "Nieuw Pad")
    assert isinstance(controllers.centres.by_number("0439627259"), UUID)


def test_a_press_of_enter_adds_only_once(
    shown: CentresPage, controllers: Controllers, qtbot: QtBot
):
    card = card_of(shown)
    QTest.keyClicks(card.number, "0439.627.259")
    QTest.keyClicks(card.name, "Nieuw Pad")
    card.hand_in()
    card.hand_in()
    qtbot.waitUntil(lambda: shown.file.header.title() == "Nieuw Pad")
    assert controllers.centres.count() == len(CENTRES) + 1


def test_a_centre_that_is_undone_leads_back_to_the_list(
    shown: CentresPage, office: dict[str, UUID], controllers: Controllers, qtbot: QtBot, ear: Ear
):
    new = controllers.centres.add("0439627259", "Nieuw Pad")
    shown.open(Ref("centre", new))
    qtbot.waitUntil(lambda: shown.file.header.title() == "Nieuw Pad")
    controllers.history.undo()
    qtbot.waitUntil(lambda: shown.stack.currentWidget() is shown.list)
    assert ear.messages[-1].sentence == "Dit gegeven bestaat niet meer."
