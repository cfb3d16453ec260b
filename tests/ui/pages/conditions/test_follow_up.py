"""The page of follow-up: late first, narrowed by hand, opened where it is solved, taken along."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from controllers.language import speak
from models.conditions.values import ConditionKind, Urgency
from models.mandates.values import CertificateKind
from models.store.store import Store
from ui.kit import theme
from ui.kit.ask import DialogChooser, use_chooser
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.kit.row_list import Group, Row
from ui.pages.conditions.page import ConditionsPage
from ui.tasks import Tasks
from ui.why_card import WhyCard


class Picker:
    """Answers every question for a file with one path."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def open(self, _parent: object, _title: str, _filters: str, then: Callable[[Path], object]):
        then(self.path)

    def save(self, _parent, _title, _filters, _name, then):
        then(self.path)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    speak("nl")
    yield
    speak("en")


@pytest.fixture
def controllers(store: Store) -> Controllers:
    return Controllers(store)


@pytest.fixture
def centres(controllers: Controllers) -> dict[str, UUID]:
    """Talentkaai ends in seven months; Demer runs without a certificate."""
    made = {
        name: controllers.centres.add(number, name)
        for number, name in (("0566988259", "Talentkaai"), ("0887010362", "Demer"))
    }
    controllers.mandates.add(made["Talentkaai"], "LB-1", date(2020, 12, 1))
    controllers.mandates.add_certificate(
        made["Talentkaai"], CertificateKind.CEDEO, date(2030, 12, 31)
    )
    controllers.mandates.add(made["Demer"], "LB-2", date(2025, 1, 1))
    controllers.centres.edit(made["Demer"], "officer", "Karine Nijs")
    return made


@pytest.fixture
def page(
    controllers: Controllers, centres: dict[str, UUID], tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> Iterator[ConditionsPage]:
    bugs: list[BaseException] = []
    tasks.broken.connect(bugs.append)
    controllers.listen(tasks.announce)
    page = ConditionsPage(controllers, tasks, Memory(tmp_path / "geheugen.ini"))
    page.resize(1100, 680)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(lambda: len(titles(page)) == 3)
    yield page
    assert not bugs


def titles(page: ConditionsPage) -> list[str]:
    return [item.title for item in page.follow_up.list.rows.items if isinstance(item, Row)]


def groups(page: ConditionsPage) -> list[tuple[str, int]]:
    rows = page.follow_up.list.rows.items
    return [(item.title, item.count) for item in rows if isinstance(item, Group)]


def test_late_comes_first_and_counts_in_the_rail(page: ConditionsPage):
    assert groups(page) == [("Te laat", 2), ("Nu beginnen", 1)]
    assert titles(page)[0] == "Demer"
    found = page.follow_up.found
    assert found is not None
    assert (found.total, found.late) == (3, 2)
    assert page.follow_up.detail.what.text() == "Geen certificaat bekend"


def test_a_line_says_why_and_opens_where_it_is_solved(
    page: ConditionsPage, centres: dict[str, UUID], qtbot: QtBot
):
    heard: list[Ref] = []
    page.wanted.connect(heard.append)
    QTest.keyClick(page.follow_up.list, Qt.Key.Key_Return)
    assert heard == [Ref("centre", centres["Demer"], "rights")]
    QTest.keyClick(page.follow_up.list, Qt.Key.Key_Down)
    detail = page.follow_up.detail
    qtbot.waitUntil(lambda: detail.centre.text() == "Talentkaai")
    assert "1 december 2026" in detail.why.text()
    detail.open.click()
    assert heard[-1] == Ref("centre", centres["Talentkaai"], "rights")


def test_a_counted_day_tells_how_it_was_counted(page: ConditionsPage, qtbot: QtBot):
    found = page.follow_up.found
    assert found is not None
    renewal = next(one for one in found.lines if one.kind is ConditionKind.RENEWAL)
    assert renewal.urgency is Urgency.LATE
    page.follow_up.list.choose(renewal.id)
    page.follow_up._choose(renewal.id)
    assert page.follow_up.detail.last.text() == "28 februari 2026"
    page.follow_up.detail.last.click()
    qtbot.waitUntil(lambda: page.window().findChild(WhyCard) is not None)


def test_what_is_typed_and_chosen_narrows_the_list(page: ConditionsPage, qtbot: QtBot):
    filters = page.follow_up.filters
    QTest.keyClicks(filters.text, "certif")
    qtbot.waitUntil(lambda: titles(page) == ["Demer"])
    QTest.keyClick(filters.text, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(page)) == 3)
    filters.officer.set_value("Karine Nijs", afresh=True)
    filters.officer.edited.emit("Karine Nijs")
    qtbot.waitUntil(lambda: titles(page) == ["Demer"])
    filters.kind.set_value(ConditionKind.RENEWAL, afresh=True)
    filters.kind.edited.emit(ConditionKind.RENEWAL)
    nothing = page.follow_up.nothing
    qtbot.waitUntil(lambda: page.follow_up.stack.currentWidget() is nothing)
    page.follow_up.clear.click()
    qtbot.waitUntil(lambda: len(titles(page)) == 3)


def test_what_is_solved_goes_by_itself(
    page: ConditionsPage, centres: dict[str, UUID], controllers: Controllers, qtbot: QtBot
):
    controllers.mandates.add_certificate(centres["Demer"], None, date(2032, 1, 1))
    qtbot.waitUntil(lambda: titles(page) == ["Talentkaai", "Talentkaai"])
    controllers.history.undo()
    qtbot.waitUntil(lambda: len(titles(page)) == 3)


def test_a_register_is_found_ordered_and_opened(
    page: ConditionsPage, centres: dict[str, UUID], qtbot: QtBot
):
    heard: list[Ref] = []
    page.wanted.connect(heard.append)
    page.open(Ref("conditions", detail="mandates"))
    register = page.registers["mandates"]
    qtbot.waitUntil(lambda: register.table.rowCount() == 2)
    assert register.said_count() == "2"
    QTest.keyClicks(register.text, "lb-2")
    qtbot.waitUntil(lambda: register.table.rowCount() == 1)
    QTest.keyClick(register.text, Qt.Key.Key_Down)
    qtbot.waitUntil(register.view.hasFocus)
    QTest.keyClick(register.view, Qt.Key.Key_Return)
    assert heard == [Ref("centre", centres["Demer"], "rights")]


def test_the_list_that_shows_leaves_as_a_workbook(
    page: ConditionsPage, tmp_path: Path, qtbot: QtBot
):
    said: list[Message] = []
    page.said.connect(said.append)
    use_chooser(Picker(tmp_path / "uit.xlsx"))
    page.excel.click()
    qtbot.waitUntil(lambda: len(said) == 1)
    assert openpyxl.load_workbook(tmp_path / "uit.xlsx").active.max_row == 3 + 3
    page.open(Ref("conditions", detail="mandates"))
    qtbot.waitUntil(lambda: page.registers["mandates"].table.rowCount() == 2)
    page.excel.click()
    qtbot.waitUntil(lambda: len(said) == 2)
    sheet = openpyxl.load_workbook(tmp_path / "uit.xlsx").active
    assert sheet["A1"].value == "Mandaten"
    use_chooser(DialogChooser())


def test_the_view_somebody_left_comes_back(
    page: ConditionsPage, controllers: Controllers, tasks: Tasks, qtbot: QtBot
):
    page.open(Ref("conditions", detail="counsellors"))
    again = ConditionsPage(controllers, tasks, page._memory)
    qtbot.addWidget(again)
    assert again.which.choice() == 3
