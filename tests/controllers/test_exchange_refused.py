"""What somebody changed in a workbook that was not open: each cell is told, and refused."""

from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from controllers.bundle import Controllers
from controllers.exchange.review import Group
from controllers.intake.limits import Limits
from controllers.intake.sheet_frame import frame_of
from models.centres.entities import SEARCHED
from models.checks.values import AnswerValue
from models.checks.values.exchange import SheetUse
from models.store.file import Terms, create
from tests.conftest import CHEAP, NOW, PASSPHRASE
from tests.controllers.finished import finished_check
from tests.conftest import _terms
from tests.controllers.reopened import reopened, seen_of
from tests.controllers.workbooks import Sheet


@pytest.fixture(scope="module")
def office(empty, tmp_path_factory):
    yield from reopened(empty, tmp_path_factory.mktemp("kantoor"), _terms())


def send(office, path, use=SheetUse.OFFICER):
    controllers, check = office
    controllers.checks.send_out(check, path, use)
    return load_workbook(path)


def told(seen):
    return [(item.sheet, item.place, item.code) for item in seen.items]


LOCKED, FORMULA, KEY = "cell_was_locked", "formula_was_locked", "hidden_key_changed"
ROW = "key_of_another_row"
"""Also of one whose words were changed: what stands there is not what its key is of."""


@pytest.mark.parametrize(
    ("use", "sheet", "cell", "value", "code"),
    [
        (SheetUse.OFFICER, "Matrix", "A1", "Iets anders", LOCKED),
        (SheetUse.OFFICER, "Matrix", "B4", None, LOCKED),
        (SheetUse.OFFICER, "Matrix", "A10", "DC-99", ROW),
        (SheetUse.OFFICER, "Matrix", "C10", 6, FORMULA),
        (SheetUse.OFFICER, "Matrix", "C10", '=COUNTIF($F10:$G10,"ja")', FORMULA),
        (SheetUse.OFFICER, "Nota's", "D5", "ja", FORMULA),
        (SheetUse.OFFICER, "Nota's", "C5", "Een andere vraag?", ROW),
        (SheetUse.OFFICER, "Vaststellingen", "A1", "Niets", LOCKED),
        (SheetUse.OFFICER, "Dossiers", "E5", 99, LOCKED),
        (SheetUse.OFFICER, "Gegevens", "N2", "yes", LOCKED),
        (SheetUse.OFFICER, "Gegevens", "I3", "=1+1", LOCKED),
        (SheetUse.OFFICER, "Verklaring", "B4", "DC-1", LOCKED),
        (SheetUse.CENTRE, "Lees mij", "B3", "Een ander centrum", LOCKED),
        (SheetUse.CENTRE, "Matrix", "B4", "0123", LOCKED),
    ],
)
def test_a_locked_cell_that_changed_is_refused_with_its_place(
    office, path, use, sheet, cell, value, code
):
    book = send(office, path, use)
    book[sheet][cell] = value
    book.save(path)
    seen = seen_of(office, path)
    assert told(seen) == [(sheet, cell, code)]
    (item,) = seen.items
    assert item.group is Group.FORBIDDEN
    assert item.reason.endswith(".")
    assert not item.takable


def test_a_changed_key_of_a_row_and_of_a_column_is_told(office, path):
    send(office, path)
    matrix = Sheet(path, "Matrix")
    row, column = matrix.row("DC-02/value"), matrix.column(str(dossiers(office)[0].id))
    matrix.sheet.cell(row, matrix.ids).value = "DC-77/value"
    matrix.sheet.cell(matrix.head, column).value = "iets anders"
    matrix.book.save(path)
    seen = seen_of(office, path)
    letter = matrix.sheet.cell(row, matrix.ids).column_letter
    assert ("Matrix", f"{letter}{row}", KEY) in told(seen)
    assert any(code == KEY and place.endswith(str(matrix.head)) for _s, place, code in told(seen))
    assert not [item for item in seen.items if item.takable]


def dossiers(office):
    controllers, check = office
    return controllers.checks.file(check).dossiers


def test_rows_columns_and_sheets_that_came_or_went_are_told(office, path):
    book = send(office, path)
    book["Gegevens"].delete_rows(4)
    book["Dossiers"]["A20"] = "Een dossier erbij"
    book["Dossiers"]["Z5"] = "Een kolom erbij"
    book.create_sheet("Kladblad")["A1"] = "Zelf gemaakt"
    del book["Verklaring"]
    book["Vaststellingen"].title = "Bevindingen"
    book.save(path)
    assert {(sheet, code) for sheet, _place, code in told(seen_of(office, path))} == {
        ("Gegevens", "row_taken_out"),
        ("Dossiers", "row_added"),
        ("Dossiers", "column_added"),
        ("Kladblad", "sheet_added"),
        ("Verklaring", "sheet_taken_out"),
        ("Bevindingen", "sheet_renamed"),
    }


def test_a_column_that_was_taken_out_is_told_once(office, path):
    book = send(office, path)
    book["Gegevens"].tables.clear()
    book["Gegevens"].delete_cols(10)
    book.save(path)
    assert told(seen_of(office, path)) == [("Gegevens", "J", "column_taken_out")]


def test_what_may_change_still_comes_in_beside_what_may_not(office, path):
    send(office, path)
    one = dossiers(office)[0]
    Sheet(path, "Matrix").write("DC-02/value", str(one.id), "gedeeltelijk")
    book = load_workbook(path)
    book["Dossiers"]["C5"] = "Omdat"
    book["Matrix"].insert_rows(9)
    book["Matrix"]["B9"] = "Een rij ertussen"
    book.save(path)
    seen = seen_of(office, path)
    assert [(item.group, item.theirs) for item in seen.items if item.takable] == [
        (Group.ANSWERS, "gedeeltelijk")
    ]
    refused = {(item.sheet, item.code) for item in seen.of(Group.FORBIDDEN)}
    assert refused == {("Dossiers", LOCKED), ("Matrix", "row_added")}


def test_a_copy_of_the_matrix_beside_it_does_not_count(office, path):
    send(office, path)
    one = dossiers(office)[0]
    book = load_workbook(path)
    copy = book.copy_worksheet(book["Matrix"])
    book.move_sheet(copy, -book.index(copy))
    book.save(path)
    sheet = Sheet(path, copy.title)
    sheet.write("DC-02/value", str(one.id), "nee")
    assert [(item.sheet, item.code) for item in seen_of(office, path).items] == [
        (copy.title, "sheet_added")
    ]


def test_protection_taken_off_is_a_remark(office, path):
    book = send(office, path)
    book["Matrix"].protection.sheet = False
    book["Gegevens"].protection.sheet = False
    book.save(path)
    seen = seen_of(office, path)
    assert seen.items == ()
    (remark,) = [one for one in seen.told if one.code == "protection_off"]
    assert "Matrix" in remark.reason
    assert "Gegevens" in remark.reason


@pytest.mark.parametrize("sheet", ["Matrix", "Vaststellingen"])
def test_a_formula_nobody_worked_out_is_not_taken_for_empty(office, path, sheet):
    controllers, check = office
    send(office, path)
    mine = Sheet(path, sheet)
    if sheet == "Matrix":
        at = mine.row("DC-02/value"), mine.column(str(dossiers(office)[0].id))
    else:
        finding = controllers.checks.file(check).findings[0]
        at = mine.row(str(finding.id)), mine.column("reaction")
    mine.sheet.cell(*at).value = '="n"&"ee"'
    mine.book.save(path)
    (item,) = seen_of(office, path).items
    assert (item.group, item.code) == (Group.UNREADABLE, "formula_without_result")


def test_a_formula_cut_by_the_edge_of_a_chunk_is_seen(office, path):
    """The sheet of notes is read in pieces; none of its formulas is lost between two."""
    send(office, path)
    with ZipFile(path) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]
    raw = max(sheets, key=lambda text: text.count(b"<f>"))
    whole = frame_of("x", [raw], Limits()).formulas
    assert len(whole) == 6 * 27
    for size in (61, 997, 4096):
        pieces = [raw[at : at + size] for at in range(0, len(raw), size)]
        assert frame_of("x", pieces, Limits()).formulas == whole


def test_an_answer_changed_in_the_file_since_is_no_change_of_the_sheet(office, tmp_path):
    """Counts and verdicts follow the answers; the sheet is compared with its own export."""
    controllers, check = office
    path = tmp_path / "later.xlsx"
    send(office, path)
    one = dossiers(office)[1]
    controllers.checks.answer(check, one.id, "DC-02", AnswerValue.NO)
    seen = seen_of(office, path)
    controllers.history.undo()
    assert seen.items == ()
