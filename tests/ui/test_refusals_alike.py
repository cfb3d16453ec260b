"""What of a workbook does not come in: the console and the window tell the same, place by place."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from controllers.bundle import Controllers
from controllers.demo import LIGHT
from controllers.opening import Opening
from main import clock_of
from models.checks.values import AnswerValue
from tests.controllers.dossiers import applicant
from tests.controllers.finished import finished_check
from tests.controllers.workbooks import Sheet, react, stamp
from tests.ui.test_console import DAY, WORDS, asked, say
from ui.back_view import BackView

REFUSED = 3
"""The place of what is refused among what the list can be narrowed to."""
EVERY_KIND = {
    *("cell_was_locked", "formula_was_locked", "hidden_key_changed", "cell_without_key"),
    *("key_of_another_row", "key_of_another_column", "row_added", "row_copied", "row_taken_out"),
    *("column_added", "column_taken_out", "sheet_added", "sheet_taken_out", "sheet_renamed"),
    *("answer_not_in_list", "number_is_text", "day_unreadable", "reaction_kind_unknown"),
    *("reaction_without_text", "reaction_day_to_come", "national_number_found"),
    *("cell_holds_error", "formula_without_result", "hours_not_possible", "cell_was_cut"),
    "cell_is_merged",
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[tuple[Path, Controllers]]:
    """A file that the window has open; the console works on a copy beside it."""
    file = tmp_path / "kantoor.waarmerk"
    opening = Opening(clock_of(date.fromisoformat(DAY)), cost=LIGHT)
    made = opening.create(file, WORDS).controllers
    yield file, made
    made.close()


def console(file: Path, path: Path, what: str = "checklist"):
    """Each refused cell on the console: sheet, place, reason; and the codes."""
    dry = asked("--file", file, "--lang", "en", "import", what, path, "--dry-run")
    cells = [(sheet["name"], one) for sheet in dry["sheets"] for one in sheet["refused"]]
    places = [
        (name, f"{one['column'] or ''}{one['row'] or ''}", one["reason"]) for name, one in cells
    ]
    return sorted(places), {one["code"] for _name, one in cells}


def window(qtbot, tasks, made: Controllers, desk, about, path: Path):
    """The same in the window; or the sentence by which it refuses the whole."""
    view = BackView(desk, made.drafts, tasks)
    qtbot.addWidget(view)
    view.read(about, "Loopbaanhuis De Kade", path)
    rooms = view._rooms
    qtbot.waitUntil(
        lambda: view.stack.currentWidget() is view.report or rooms.currentWidget() is view.trouble
    )
    if view.stack.currentWidget() is not view.report:
        return view.trouble.accessibleName().partition(". ")[2]
    view.report.narrow(REFUSED)
    rows = [row for row in view.report.list.rows.items if hasattr(row, "meta_sub")]
    return sorted((row.meta_sub, row.meta, row.sub) for row in rows)


def spoil(made: Controllers, check, path: Path) -> None:
    """Every kind of change that is refused, in one workbook."""
    file = made.checks.file(check)
    ids = [str(one.id) for one in file.dossiers]
    matrix = Sheet(path, "Matrix")
    for row, column, value in (
        ("DC-02/value", ids[0], "misschien"),
        ("DC-08/hours_registered", ids[0], "veel"),
        ("DC-08/hours_documented", ids[0], 4_000),
        ("DC-03/value", ids[0], "#N/A"),
        ("DC-04/value", ids[0], None),
        ("DC-05/value", ids[1], "nee"),
        ("DC-06/value", ids[2], "nee"),
        ("DC-07/value", ids[0], "nee"),
        ("number", ids[1], "KZ-999"),
    ):
        matrix.write(row, column, value)
    book = matrix.book
    at = matrix.column(ids[0])
    matrix.sheet.cell(matrix.row("DC-03/value"), at).data_type = "e"
    matrix.sheet.cell(matrix.row("DC-04/value"), at).value = '="n"&"ee"'
    matrix.sheet.cell(matrix.row("DC-06/value"), matrix.ids).value = None
    matrix.sheet.cell(matrix.row("DC-07/value"), 2).value = "Een andere vraag?"
    matrix.sheet.cell(matrix.row("DC-09/value"), 3).value = 6
    last = matrix.sheet.max_row + 2
    matrix.sheet.cell(last, matrix.ids).value = "DC-10/value"
    matrix.sheet.cell(last, at).value = "nee"
    book["Gegevens"].tables.clear()
    book["Gegevens"].delete_cols(10)
    book["Gegevens"].delete_rows(4)
    book["Gegevens"]["E2"] = "0413.991.743"
    book["Dossiers"]["A20"] = "Een dossier erbij"
    book["Dossiers"]["Z5"] = "Een kolom erbij"
    book["Dossiers"]["C5"] = "Omdat"
    book["Dossiers"].title = "Onze dossiers"
    book.create_sheet("Extra")["A1"] = "Zelf gemaakt"
    del book["Verklaring"]
    book.save(path)
    notes = Sheet(path, "Nota's")
    notes.write(f"{ids[0]}/DC-02", "note", "klant 85.07.30-033.28")
    notes.write(f"{ids[0]}/DC-05", "note", "ingekort")
    notes = Sheet(path, "Nota's")
    row = notes.row(f"{ids[1]}/DC-02")
    notes.sheet.merge_cells(None, row, 5, row + 1, 5)
    notes.book.save(path)
    kinds = (("akkoord?", "Tja.", None), ("andere mening", None, None))
    for finding, said in zip(file.findings, kinds, strict=False):
        react(Sheet(path, "Vaststellingen"), finding, *said)
    for finding, day in zip(file.findings[2:], ("31/02/2026", datetime(2031, 1, 1)), strict=False):
        react(Sheet(path, "Vaststellingen"), finding, "andere mening", "Streng.", day)


def begun(made: Controllers):
    """A check with four findings, and a note that is longer than a cell."""
    check = finished_check(made)
    made.checks.reopen(check, "Nog een dossier nakijken.")
    one = made.checks.file(check).dossiers[5].id
    for key in ("DC-11", "DC-12", "DC-13"):
        made.checks.answer(check, one, key, AnswerValue.NO)
    made.checks.note(check, made.checks.file(check).dossiers[0].id, "DC-05", "w" * 33_000)
    return check


def test_every_kind_of_refusal_is_told_alike(qtbot, tasks, office, tmp_path):
    file, made = office
    check, path = begun(made), tmp_path / "terug.xlsx"
    made.checks.send_out(check, path)
    spoil(made, check, path)
    seen = window(qtbot, tasks, made, made.checks, check, path)
    made.close()
    told, codes = console(file, path)
    assert told == seen
    assert codes == EVERY_KIND


def test_the_reasons_stand_on_the_console_also_for_who_reads_no_json(office, tmp_path):
    file, made = office
    check, path = begun(made), tmp_path / "terug.xlsx"
    made.checks.send_out(check, path)
    spoil(made, check, path)
    made.close()
    said = say("--file", file, "--lang", "en", "import", "checklist", path, "--dry-run")
    told, _codes = console(file, path)
    assert len(told) > 25
    assert not [reason for _sheet, _place, reason in told if reason not in said.out]


def test_an_assessment_is_refused_alike(qtbot, tasks, office, tmp_path):
    file, made = office
    one, path = applicant(made), tmp_path / "terug.xlsx"
    made.applications.send_out(one.application, path)
    sheet = Sheet(path, "Vereisten")
    sheet.write("MA-01", "judgement", "goed")
    sheet.write("MA-02", "question", "De aanvrager bestaat.")
    sheet.write("MA-02", "motivation", "Gezien.")
    book = load_workbook(path)
    book["Lees mij"]["B3"] = "Een ander centrum"
    book.create_sheet("Extra")["A1"] = "Zelf gemaakt"
    book.save(path)
    seen = window(qtbot, tasks, made, made.applications, one.application, path)
    made.close()
    told, codes = console(file, path, "assessment")
    assert told == seen
    assert codes == {
        *("judgement_not_in_list", "key_of_another_row"),
        *("cell_was_locked", "sheet_added"),
    }


@pytest.mark.parametrize("dry_run", [True, False])
def test_another_centre_on_the_hidden_sheet_is_refused_alike(
    qtbot, tasks, office, tmp_path, dry_run
):
    file, made = office
    check, path = begun(made), tmp_path / "terug.xlsx"
    made.checks.send_out(check, path)
    stamp(path, "centre", "0413991743")
    seen = window(qtbot, tasks, made, made.checks, check, path)
    made.close()
    ask = ("--file", file, "--json", "--lang", "en", "import", "checklist", path)
    said = say(*ask, *(("--dry-run",) if dry_run else ()))
    assert said.code == 1
    assert said.json["refused"]["sentence"] == seen
