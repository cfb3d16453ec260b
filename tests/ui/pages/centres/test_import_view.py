"""A list that comes in: what it would do is shown first, and one step does it."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from controllers.intake.plan_values import Choice, Outcome
from tests.ui.pages.centres.conftest import SAMPLE, Ear, Picker
from ui.kit.cells import PAD
from ui.kit.page import Ref
from ui.pages.centres.import_report import ImportReport
from ui.pages.centres.import_rows import ImportRow
from ui.pages.centres.page import CentresPage

LONG = 20_000
"""Milliseconds: reading and comparing the whole list takes about two seconds."""


def begin(page: CentresPage, qtbot: QtBot, path: Path = SAMPLE) -> ImportReport:
    page.open(Ref("import", detail=str(path)))
    qtbot.waitUntil(lambda: page.intake.stack.currentWidget() is page.intake.report, timeout=LONG)
    return page.intake.report


def row(report: ImportReport, number: int) -> ImportRow:
    """The row with this number in the list, once it is in sight."""
    table = report.table
    found = [table.record(at) for at in range(table.rowCount())]
    return next(one for one in found if one is not None and one.plan.row == number)


def stand_on(report: ImportReport, qtbot: QtBot, number: int) -> None:
    qtbot.waitUntil(lambda: all(report.table.record(n) for n in range(report.table.rowCount())))
    assert report.view.choose(row(report, number).id)


def test_the_dry_run_shows_what_needs_attention_first(
    page: CentresPage, controllers: Controllers, qtbot: QtBot
):
    report = begin(page, qtbot)
    assert report.take.text() == "Inlezen"
    assert "261 centra, 1.156 vestigingen" in report.header._sub.text()
    assert report.view.hasFocus()
    stand_on(report, qtbot, 216)
    assert row(report, 216).plan.outcome is Outcome.REFUSED
    assert "Laat het centrum zijn nummer bevestigen" in row(report, 216).reasons[0]
    assert report.panel.state.accessibleName() == "Geweigerd"
    assert not report.panel.whole.isVisible()
    assert "kolom N “Intern ID (niet wissen)”" in report._said.text()
    assert controllers.centres.count() == 0


def test_one_step_takes_it_undo_empties_redo_refills(
    page: CentresPage, controllers: Controllers, qtbot: QtBot, ear: Ear
):
    report = begin(page, qtbot)
    report.take.click()
    report.take.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.list, timeout=LONG)
    (message,) = ear.messages
    assert message.undo
    assert message.sentence == (
        "Ingelezen: 261 centra, 1.156 vestigingen, 1.438 begeleiders, 264 mandaten"
        " en 258 certificaten."
    )
    qtbot.waitUntil(lambda: page.list.table.rowCount() == 261, timeout=LONG)
    assert controllers.history.verify().rows == "ok"
    controllers.history.undo()
    qtbot.waitUntil(lambda: page.list.stack.currentWidget() is page.list.untouched, timeout=LONG)
    assert controllers.centres.count() == 0
    controllers.history.redo()
    qtbot.waitUntil(lambda: page.list.table.rowCount() == 261, timeout=LONG)
    report = begin(page, qtbot)
    assert not report.take.isEnabled()
    assert report.take.toolTip() == "Er staat niets nieuws in deze lijst."


def test_a_questioned_row_is_decided_by_keyboard_and_planned_anew(page: CentresPage, qtbot: QtBot):
    report = begin(page, qtbot)
    stand_on(report, qtbot, 50)
    assert row(report, 50).plan.choice is Choice.SKIP
    QTest.keyClick(report.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: report._sheet.rows[50 - 4].choice is Choice.TAKE, timeout=LONG)
    qtbot.waitUntil(lambda: report.panel.whole.choice() == 1)
    here = report.view.currentIndex().row()
    QTest.keyClick(report.view, Qt.Key.Key_F8)
    assert report.view.currentIndex().row() > here


def test_a_value_in_question_stays_out_until_it_is_taken_by_mouse(page: CentresPage, qtbot: QtBot):
    report = begin(page, qtbot)
    stand_on(report, qtbot, 31)
    assert report.panel.partly.isVisible()
    assert report.panel.partly.choice() == 0
    place = row(report, 31).id.int
    assert report._sheet.rows[place].held_back
    segment = report.panel.partly.line._segments[2]
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not report._sheet.rows[place].held_back, timeout=LONG)
    QTest.mouseClick(report.panel.partly.line._segments[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: report._sheet.rows[place].held_back, timeout=LONG)
    assert report.decisions == {}


def test_every_sheet_and_every_look_shows_its_rows(page: CentresPage, qtbot: QtBot):
    report = begin(page, qtbot)
    assert report.sheets is not None
    report.sheets.line._segments[1].click()
    count = report.looks.line._segments[0].accessibleName().rpartition(", ")[2]
    assert report.looks.line._segments[4].accessibleName() == "Alles, 1.191"
    assert report.table.rowCount() == int(count) > 0
    report.looks.line._segments[1].click()
    assert report.table.rowCount() == 1156
    report.looks.line._segments[2].click()
    assert report.table.rowCount() == 0
    assert report.nothing.isVisible()
    report.looks.line._segments[4].click()
    assert report.table.rowCount() == 1191


def test_cancelling_leaves_nothing(page: CentresPage, controllers: Controllers, qtbot: QtBot):
    report = begin(page, qtbot)
    QTest.keyClick(report.view, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.list
    assert controllers.centres.count() == 0
    assert controllers.history.next_undo is None


def test_news_in_the_file_changes_the_dry_run(
    page: CentresPage, controllers: Controllers, qtbot: QtBot
):
    report = begin(page, qtbot)
    facts = next(iter(page.intake._reading.centres))
    controllers.centres.add(facts.enterprise_number, facts.legal_name)
    qtbot.waitUntil(lambda: "260 centra" in report.header._sub.text(), timeout=LONG)


def _truncated(path: Path) -> None:
    path.write_bytes(SAMPLE.read_bytes()[:4000])


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("[Content_Types].xml", "<Types/>")
        pack.writestr("xl/workbook.xml", "<workbook/>")
        pack.writestr("xl/worksheets/sheet1.xml", b"0" * 300_000_000)


def _old(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096))


@pytest.mark.parametrize(
    ("name", "make", "says"),
    [
        ("leeg.xlsx", lambda path: path.write_bytes(b""), "is leeg (0 bytes)"),
        ("half.xlsx", _truncated, "is beschadigd of niet volledig"),
        ("lijst.csv", lambda path: path.write_text("naam;nummer\n"), "geen Excel-werkmap"),
        ("oud.xls", _old, "een oud Office-document"),
        ("bom.xlsx", _bomb, "bom.xlsx"),
    ],
)
def test_a_wrong_file_says_what_is_wrong_and_offers_another(
    page: CentresPage, qtbot: QtBot, picker: Picker, tmp_path: Path, name: str, make, says: str
):
    path = tmp_path / name
    make(path)
    page.open(Ref("import", detail=str(path)))
    rooms = page.intake._rooms
    qtbot.waitUntil(lambda: rooms.currentWidget() is page.intake.trouble, timeout=LONG)
    sentence = page.intake.trouble.accessibleName()
    assert says in sentence
    assert sentence.endswith(".")
    assert page.intake.other.hasFocus()
    QTest.keyClick(page.intake.other, Qt.Key.Key_Return)
    assert picker.asked == 1


def test_a_workbook_with_only_questions_is_refused_with_them(
    page: CentresPage, qtbot: QtBot, tmp_path: Path
):
    book = Workbook()
    sheet = book.active
    sheet.title = "Klachten"
    sheet.append(["Naam centrum", "Gemeente", "E-mail", "Telefoon", "Klacht", "Ontvangen"])
    for number in range(5):
        sheet.append([f"De Kade {number}", "Gent", "a@b.be", "09 123 45 67", "Te laat", "3/3/2026"])
    path = tmp_path / "klachten.xlsx"
    book.save(path)
    page.open(Ref("import", detail=str(path)))
    rooms = page.intake._rooms
    qtbot.waitUntil(lambda: rooms.currentWidget() is page.intake.trouble, timeout=LONG)
    sentence = page.intake.trouble.accessibleName()
    assert sentence.startswith("Dit bestand is niet te lezen")
    assert "“Klachten” is geen kolom gevonden voor ondernemingsnummer" in sentence
    assert "Geef de kolom die naam in Excel" in sentence
    assert page.intake.other.hasFocus()


def test_the_table_stands_under_its_title(page: CentresPage, qtbot: QtBot):
    report = begin(page, qtbot)
    cell = report.view.mapTo(report, report.view.viewport().pos()).x() + PAD
    title = report.header._title
    assert abs(cell - title.mapTo(report, title.rect().topLeft()).x()) <= 1


def test_a_missing_file_says_so(page: CentresPage, qtbot: QtBot, tmp_path: Path):
    page.open(Ref("import", detail=str(tmp_path / "weg.xlsx")))
    rooms = page.intake._rooms
    qtbot.waitUntil(lambda: rooms.currentWidget() is page.intake.trouble, timeout=LONG)
    assert "weg.xlsx" in page.intake.trouble.accessibleName()


def test_while_reading_the_page_says_so_and_stays_alive(page: CentresPage, qtbot: QtBot):
    page.open(Ref("import", detail=str(SAMPLE)))
    assert page.intake._rooms.currentWidget() is page.intake.waiting
    assert "centrumlijst.xlsx wordt gelezen" in page.intake.waiting.accessibleName()
    QTest.keyClick(page.intake._plain, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.list)
