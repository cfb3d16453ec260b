"""The room of coverage: longest silence first, cells told by mouse and keyboard, out to Excel."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible

from models.actions.entities import QualityAction
from models.actions.values import ActionKind
from ui.kit.coverage_strip import CoverageStrip, year_at
from ui.kit.page import Ref
from ui.pages.coverage.filters import ALL, SHORT


def names(page) -> list[str]:
    rows = [page.table.record(row) for row in range(page.table.rowCount())]
    return [row.name for row in rows if row is not None]


@pytest.fixture
def settle(page, tasks, qtbot):
    def wait(expected: list[str]) -> None:
        qtbot.waitUntil(lambda: names(page) == expected and not tasks.busy)

    return wait


def test_running_mandates_stand_first_and_the_untouched_before_all(page, settle):
    settle(["Koers & Kompas", "Talentkaai", "Loopbaanhuis Demer"])
    assert page.view.hasFocus()
    first = page.table.face(0, 1)
    assert (first.text, first.sub) == ("nooit", "sinds 1 sep 2024")
    assert page.table.face(1, 1).text == "22 maanden"
    assert page.table.face(1, 1).sub == "contact, 30 jun 2024"
    assert page.table.face(1, 2).text == "2 1 0 0 · ·"


def test_a_new_contact_breaks_the_silence_by_itself(page, settle, store, office):
    settle(["Koers & Kompas", "Talentkaai", "Loopbaanhuis Demer"])
    with store.change("Log") as session:
        contact = ActionKind.CONTACT
        row = office["Koers & Kompas"]
        session.add(QualityAction(centre_id=row, kind=contact, day=date(2026, 5, 1)))
    settle(["Talentkaai", "Loopbaanhuis Demer", "Koers & Kompas"])


def test_it_says_how_surveys_are_counted(page, settle):
    settle(["Koers & Kompas", "Talentkaai", "Loopbaanhuis Demer"])
    assert "tellen één keer" in page.legend.line.toolTip()
    assert "tellen één keer" in page.view.accessibleDescription()


def test_arrows_walk_through_the_cells_and_tell_what_is_in_them(page, settle, qtbot):
    settle(["Koers & Kompas", "Talentkaai", "Loopbaanhuis Demer"])
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    for _step in range(3):
        qtbot.keyClick(page.view, Qt.Key.Key_Right)
    said = page.legend.line.text()
    assert said.startswith("Contacten, jaar 3, 1 jul 2024 – 30 jun 2025: geen contact")
    assert "22 maanden geen contact" in said
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    assert "jaar 2, 1 jul 2023 – 30 jun 2024: 1 contact" in page.legend.line.text()
    for _step in range(6):
        qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert "Dossiercontroles, jaar 2" in page.legend.line.text()
    assert "onder het doel van 1 per 2 jaar" in page.legend.line.text()


def test_the_mouse_tells_the_cell_it_points_at(page, settle, qtbot):
    settle(["Koers & Kompas", "Talentkaai", "Loopbaanhuis Demer"])
    index = page.table.index(1, page.view.first_strip)
    area = page.view.strip_area(QRectF(page.view.visualRect(index)))
    place = QPoint(round(area.left()) + 4, round(area.center().y()))
    assert year_at(area, 6, place.x()) == 0
    qtbot.mouseMove(page.view.viewport(), place)
    qtbot.waitUntil(lambda: "jaar 1" in page.legend.line.text())
    assert "2 contacten" in page.legend.line.text()


def test_enter_opens_the_centre_at_its_timeline(page, settle, office, qtbot):
    settle(["Koers & Kompas", "Talentkaai", "Loopbaanhuis Demer"])
    wanted: list[Ref] = []
    page.wanted.connect(wanted.append)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert wanted == [Ref("centre", office["Koers & Kompas"], "timeline")]


def test_the_list_is_narrowed_and_ordered(page, settle, qtbot):
    page.filters.which.chosen.emit(ALL)
    page.filters.which.choose(ALL)
    page.reload()
    settle(["Koers & Kompas", "Talentkaai", "Loopbaanhuis Demer", "Wegwijs Westhoek"])
    page.table.sort(0)
    settle(["Koers & Kompas", "Loopbaanhuis Demer", "Talentkaai", "Wegwijs Westhoek"])
    page.filters.officer.edited.emit("Filip Loos")
    page.filters.officer.set_value("Filip Loos", afresh=True)
    page.reload()
    settle(["Loopbaanhuis Demer", "Talentkaai"])
    page.filters.which.choose(SHORT)
    page.reload()
    settle(["Loopbaanhuis Demer", "Talentkaai"])
    page.filters.text.setText("bestaat niet")
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing)
    page.clear.click()
    settle(["Koers & Kompas", "Loopbaanhuis Demer", "Talentkaai", "Wegwijs Westhoek"])


def test_the_list_goes_out_as_a_workbook(page, settle, picker, qtbot):
    settle(["Koers & Kompas", "Talentkaai", "Loopbaanhuis Demer"])
    page.excel.click()
    qtbot.waitUntil(picker.path.exists)
    sheet = openpyxl.load_workbook(picker.path).worksheets[0]
    head, *rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert dict(zip(head, rows[1]))["Contacten, jaar 1"] == 2


def test_a_strip_alone_walks_and_tells_too(page, controllers, office, qtbot):
    strip = CoverageStrip(ActionKind.CONTACT)
    qtbot.addWidget(strip)
    strip.show_coverage(controllers.coverage.of_centre(office["Talentkaai"]))
    strip.show()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.words() == "jaar 2, 1 jul 2023 – 30 jun 2024: 1 contact"
    found = QAccessible.queryAccessibleInterface(strip)
    assert found.text(QAccessible.Text.Name) == "Contacten"
    assert "jaar 2" in found.text(QAccessible.Text.Description)
    strip.show_coverage(None)
    assert strip.words() == "geen mandaat"
    strip.grab()
