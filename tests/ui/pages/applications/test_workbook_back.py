"""The assessment in Excel and on paper: out, filled in, reviewed by keyboard, taken over."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pypdf import PdfReader

from models.applications.values import Judgement
from tests.controllers.workbooks import Sheet
from ui.kit import ask

Key = Qt.Key


class Chooser:
    """Answers every file dialog with one file."""

    def __init__(self, path):
        self.path = path

    def open(self, parent, title, filters, then):
        then(self.path)

    def save(self, parent, title, filters, name, then):
        then(self.path)


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "beoordeling.xlsx"
    ask.use_chooser(Chooser(made))
    yield made
    ask.use_chooser(ask.DialogChooser())


def way(desk, key: str) -> None:
    desk.view.acts.taking.ask()
    QTest.mouseClick(desk.view.acts.taking.card.buttons[key], Qt.MouseButton.LeftButton)


def test_out_filled_in_and_back_by_keyboard_and_undone(desk, path):
    desk.open()
    way(desk, "out")
    desk.until(path.exists)
    desk.until(lambda: str(path) in desk.said)
    sheet = Sheet(path, "Vereisten")
    for each in ("MA-01", "MA-02"):
        sheet.write(each, "judgement", "voldoet")
        sheet.write(each, "motivation", f"Aangetoond bij {each}.")
    sheet.write("MA-03", "question", "Anders")
    way(desk, "back")
    report = desk.page.back.report
    desk.until(lambda: desk.page.back.stack.currentWidget() is report)
    desk.until(report.list.hasFocus)
    assert len(report.ticked) == 4
    assert [item.what.split(" · ")[0] for item in report.review.items][-1] == "MA-03"
    desk.key(Key.Key_Return)
    desk.until(lambda: not desk.page.showing_back)
    desk.rest()
    assert desk.one.file.of("MA-02").judged.judgement is Judgement.MEETS
    assert desk.one.file.of("MA-02").judged.motivation == "Aangetoond bij MA-02."
    assert "4" in desk.said
    desk.one.controllers.history.undo()
    desk.rest()
    assert desk.one.file.of("MA-02").judged.judgement is None


def test_a_workbook_of_another_application_is_refused_with_its_reason(desk, path):
    do = desk.one.controllers
    other = do.centres.add("0887010362", "Boudewijn Consult")
    do.applications.send_out(do.applications.receive(other, date(2026, 4, 2)), path)
    desk.open()
    way(desk, "back")
    back = desk.page.back
    desk.until(lambda: "Boudewijn Consult" in back.trouble.accessibleName())
    desk.key(Key.Key_Escape)
    desk.until(lambda: not desk.page.showing_back)


@pytest.mark.parametrize(("key", "judged"), [("keep_empty", False), ("keep", True)])
def test_the_empty_list_and_the_assessment_are_kept_as_pdf(desk, tmp_path, key, judged):
    made = tmp_path / "papier.pdf"
    ask.use_chooser(Chooser(made))
    do, told = desk.one.controllers.applications, "Verslag van 3 april"
    do.write(desk.one.application, "MA-01", "evidence", told)
    desk.open()
    way(desk, key)
    desk.until(made.exists)
    desk.until(lambda: str(made) in desk.said)
    ask.use_chooser(ask.DialogChooser())
    read = "".join(page.extract_text() for page in PdfReader(made).pages)
    assert (told in read) is judged


def test_the_empty_list_and_the_assessment_go_to_the_printer(desk, tmp_path):
    desk.one.judge()
    desk.open()
    papers = desk.view.acts.taking.papers
    for key in ("empty", "print"):
        made = tmp_path / f"{key}.pdf"
        papers.printer = QPrinter()
        papers.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        papers.printer.setOutputFileName(str(made))
        way(desk, key)
        desk.until(lambda made=made: made.exists() and made.stat().st_size > 1000)


def test_the_assessment_is_kept_as_pdf(desk, path):
    desk.open()
    way(desk, "keep")
    kept = path.with_suffix(".pdf")
    desk.until(lambda: path.exists() or kept.exists())
