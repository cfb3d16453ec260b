"""Hidden keys that no longer belong to what stands beside them: nothing comes in under another."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from controllers.bundle import Controllers
from controllers.exchange.review import Group
from models.centres.entities import SEARCHED
from models.checks.values.exchange import SheetUse
from models.kernel.errors import Refused
from models.store.file import Terms, create
from tests.conftest import CHEAP, NOW, PASSPHRASE
from tests.controllers.dossiers import applicant
from tests.controllers.finished import finished_check
from tests.conftest import _terms
from tests.controllers.reopened import reopened, seen_of
from tests.controllers.workbooks import Sheet, stamp

ROW, COLUMN = "key_of_another_row", "key_of_another_column"
KEY, LOST = "hidden_key_changed", "cell_without_key"


@pytest.fixture(scope="module")
def office(empty, tmp_path_factory):
    yield from reopened(empty, tmp_path_factory.mktemp("kantoor"), _terms())


@pytest.fixture
def sent(office, path) -> Path:
    controllers, check = office
    controllers.checks.send_out(check, path)
    return path


def dossiers(office):
    controllers, check = office
    return controllers.checks.file(check).dossiers


def ids(office):
    return [str(one.id) for one in dossiers(office)]


def told(seen):
    return {(item.sheet, item.place, item.code) for item in seen.items}


def swap(sheet: Sheet, one, other) -> None:
    one.value, other.value = other.value, one.value
    sheet.book.save(sheet._path)


# whose workbook it is


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("centre", "0413991743"),
        ("centre_name", "Loopbaan Centrum Zuid"),
        ("reference", "DC-2020-00001"),
        ("checklist", "offer_check"),
        ("version", 9),
        ("use", "centre"),
        ("check", "0195a1b2-3c4d-7e5f-8a6b-3f2a00000001"),
    ],
)
@pytest.mark.parametrize("at_hand", [True, False], ids=["window", "console"])
def test_a_workbook_that_says_it_is_another_is_refused_whole(office, sent, label, value, at_hand):
    controllers, check = office
    stamp(sent, label, value)
    back = controllers.checks.read_back(sent)
    with pytest.raises(Refused) as refused:
        controllers.checks.review(back, check if at_hand else None)
    assert str(refused.value).endswith(".")


def test_the_refusal_of_a_changed_stamp_says_what_changed(office, sent):
    controllers, _check = office
    stamp(sent, "centre", "0413991743")
    with pytest.raises(Refused) as refused:
        controllers.checks.review(controllers.checks.read_back(sent))
    assert refused.value.code == "sheet_stamp_changed"
    assert "enterprise number" in str(refused.value)


def test_a_second_hidden_sheet_does_not_speak_for_the_workbook(office, sent):
    book = load_workbook(sent)
    copy = book.copy_worksheet(book["Waarmerk"])
    copy["B7"] = "0413991743"
    book.save(sent)
    assert told(seen_of(office, sent)) == {(copy.title, "", "sheet_added")}


# columns


def test_answers_under_swapped_keys_of_dossiers_are_refused_cell_by_cell(office, sent):
    first, second, third = ids(office)[:3]
    matrix = Sheet(sent, "Matrix")
    f, g = matrix.column(first), matrix.column(second)
    rows = [matrix.row(f"DC-0{n}/value") for n in (2, 3)]
    matrix.write("DC-02/value", first, "nee")
    matrix.write("DC-03/value", second, "gedeeltelijk")
    matrix.write("DC-04/value", third, "nee")
    swap(matrix, matrix.sheet.cell(matrix.head, f), matrix.sheet.cell(matrix.head, g))
    seen = seen_of(office, sent)
    assert told(seen) == {
        ("Matrix", "F6", COLUMN),
        ("Matrix", "G6", COLUMN),
        ("Matrix", f"F{rows[0]}", COLUMN),
        ("Matrix", f"G{rows[1]}", COLUMN),
        ("Matrix", f"H{matrix.row('DC-04/value')}", ""),
    }
    assert [item.what for item in seen.items if item.takable] == ["DC-04 · KZ-003 · answer"]
    assert "KZ-001" in next(item.reason for item in seen.items if item.place == "G6")


def test_columns_that_moved_with_their_keys_are_read_right(office, sent):
    first, second = ids(office)[:2]
    matrix = Sheet(sent, "Matrix")
    matrix.write("DC-02/value", first, "nee")
    f, g = matrix.column(first), matrix.column(second)
    for row in range(6, matrix.sheet.max_row + 1):
        one, other = matrix.sheet.cell(row, f), matrix.sheet.cell(row, g)
        one.value, other.value = other.value, one.value
    matrix.book.save(sent)
    (item,) = seen_of(office, sent).items
    assert (item.what, item.theirs, item.column) == ("DC-02 · KZ-001 · answer", "nee", "G")


def test_a_visible_number_that_was_changed_takes_its_column_with_it(office, sent):
    one = ids(office)[0]
    matrix = Sheet(sent, "Matrix")
    matrix.write("DC-02/value", one, "nee")
    matrix.write("number", one, "KZ-999")
    assert {code for _sheet, _place, code in told(seen_of(office, sent))} == {COLUMN}


@pytest.mark.parametrize("filled", [None, "Onze kolom"])
def test_a_column_set_between_moves_nothing(office, sent, filled):
    first, second = ids(office)[:2]
    matrix = Sheet(sent, "Matrix")
    matrix.write("DC-02/value", second, "nee")
    book = load_workbook(sent)
    book["Matrix"].insert_cols(7)
    book["Matrix"]["G6"] = filled
    book.save(sent)
    items = seen_of(office, sent).items
    assert [item.what for item in items if item.takable] == ["DC-02 · KZ-002 · answer"]
    assert {item.code for item in items if not item.takable} == (
        {"column_added"} if filled else set()
    )


def test_a_copied_column_counts_once_and_its_changes_are_told(office, sent):
    first, second = ids(office)[:2]
    matrix = Sheet(sent, "Matrix")
    row, letter = matrix.write("DC-02/value", second, "nee")
    matrix.sheet.cell(matrix.head, matrix.column(second)).value = first
    matrix.book.save(sent)
    seen = seen_of(office, sent)
    assert not [item for item in seen.items if item.takable]
    assert ("Matrix", f"{letter}{row}", LOST) in told(seen)
    assert ("Matrix", f"{letter}{matrix.head}", KEY) in told(seen)


def test_a_column_whose_key_was_emptied_is_refused_cell_by_cell(office, sent):
    first = ids(office)[0]
    matrix = Sheet(sent, "Matrix")
    row, letter = matrix.write("DC-02/value", first, "nee")
    matrix.sheet.cell(matrix.head, matrix.column(first)).value = None
    matrix.book.save(sent)
    assert told(seen_of(office, sent)) == {
        ("Matrix", f"{letter}{matrix.head}", KEY),
        ("Matrix", f"{letter}{row}", LOST),
    }


# rows


def test_answers_under_swapped_keys_of_questions_are_refused_cell_by_cell(office, sent):
    one = ids(office)[0]
    matrix = Sheet(sent, "Matrix")
    matrix.write("DC-02/value", one, "nee")
    two, three = matrix.row("DC-02/value"), matrix.row("DC-03/value")
    swap(matrix, matrix.sheet.cell(two, matrix.ids), matrix.sheet.cell(three, matrix.ids))
    seen = seen_of(office, sent)
    places = {f"F{two}", f"A{two}", f"A{three}", f"B{two}", f"B{three}"}
    assert told(seen) == {("Matrix", place, ROW) for place in places}
    assert any("DC-03" in item.reason for item in seen.items if item.row == two)


def test_notes_under_swapped_keys_are_refused_cell_by_cell(office, sent):
    first, second = ids(office)[:2]
    notes = Sheet(sent, "Nota's")
    row, letter = notes.write(f"{first}/DC-02", "note", "Over het eerste dossier.")
    other = notes.row(f"{second}/DC-02")
    swap(notes, notes.sheet.cell(row, notes.ids), notes.sheet.cell(other, notes.ids))
    seen = seen_of(office, sent)
    assert not [item for item in seen.items if item.takable]
    assert ("Nota's", f"{letter}{row}", ROW) in told(seen)
    assert ("Nota's", f"A{row}", ROW) in told(seen)


def test_rows_sorted_without_their_keys_bring_nothing_in(office, sent):
    """As a filter does that does not reach the hidden column."""
    first = ids(office)[0]
    notes = Sheet(sent, "Nota's")
    notes.write(f"{first}/DC-02", "note", "Over het eerste dossier.")
    first_row, last_row = notes.head + 2, notes.sheet.max_row
    lines = [
        [notes.sheet.cell(row, at).value for at in range(1, notes.ids)]
        for row in range(first_row, last_row + 1)
    ]
    for row, line in enumerate(sorted(lines, key=lambda line: line[1]), start=first_row):
        for at, value in enumerate(line, start=1):
            notes.sheet.cell(row, at).value = value
    notes.book.save(sent)
    seen = seen_of(office, sent)
    assert not [item for item in seen.items if item.takable]
    assert "Over het eerste dossier." in {item.theirs for item in seen.items if item.code == ROW}


def test_a_filter_reaches_the_hidden_keys_so_that_sorting_takes_them_along(office, sent):
    for name in ("Nota's", "Vaststellingen"):
        sheet = Sheet(sent, name)
        letter = sheet.sheet.cell(sheet.head, sheet.ids).column_letter
        assert f":{letter}" in sheet.sheet.auto_filter.ref


def test_a_row_whose_key_was_emptied_is_refused_cell_by_cell(office, sent):
    one = ids(office)[0]
    matrix = Sheet(sent, "Matrix")
    row, letter = matrix.write("DC-02/value", one, "nee")
    key = matrix.sheet.cell(row, matrix.ids)
    key.value = None
    matrix.book.save(sent)
    assert told(seen_of(office, sent)) == {
        ("Matrix", f"{key.column_letter}{row}", KEY),
        ("Matrix", f"{letter}{row}", LOST),
    }


def test_a_copied_row_is_told_with_what_it_says_otherwise(office, sent):
    one = ids(office)[0]
    matrix = Sheet(sent, "Matrix")
    row, last = matrix.row("DC-02/value"), matrix.sheet.max_row + 3
    for cell in matrix.sheet[row]:
        matrix.sheet.cell(last, cell.column).value = cell.value
    matrix.sheet.cell(last, matrix.column(one)).value = "nee"
    matrix.book.save(sent)
    seen = seen_of(office, sent)
    (item,) = seen.items
    assert (item.place, item.code, item.theirs) == (f"F{last}", "row_copied", "nee")
    assert str(row) in item.reason


def test_a_copied_row_that_says_the_same_is_told_once(office, sent):
    notes = Sheet(sent, "Nota's")
    row, last = notes.row(f"{ids(office)[0]}/DC-02"), notes.sheet.max_row + 1
    for at in (1, 2, 3, notes.ids):
        notes.sheet.cell(last, at).value = notes.sheet.cell(row, at).value
    notes.book.save(sent)
    assert {(item.row, item.code) for item in seen_of(office, sent).items} == {(last, "row_copied")}


def test_a_reaction_beside_the_key_of_another_finding_is_refused(controllers, path):
    check = finished_check(controllers)
    controllers.checks.reopen(check, "Nog een dossier nakijken.")
    for key in ("DC-02", "DC-05"):
        controllers.checks.answer(check, controllers.checks.file(check).dossiers[0].id, key, _no())
    controllers.checks.send_out(check, path, SheetUse.CENTRE)
    first, second = controllers.checks.file(check).findings[:2]
    sheet = Sheet(path, "Vaststellingen")
    row, letter = sheet.write(str(first.id), "reaction", "Dit klopt niet.")
    one, other = (sheet.sheet.cell(sheet.row(str(each.id)), sheet.ids) for each in (first, second))
    swap(sheet, one, other)
    seen = controllers.checks.review(controllers.checks.read_back(path), check)
    assert not [item for item in seen.items if item.takable]
    assert ("Vaststellingen", f"{letter}{row}", ROW) in told(seen)


def _no():
    from models.checks.values import AnswerValue

    return AnswerValue.NO


# the assessment of an application


@pytest.mark.parametrize("way", ["rows", "columns"])
def test_an_assessment_under_swapped_keys_is_refused_cell_by_cell(controllers, path, way):
    one = applicant(controllers)
    controllers.applications.send_out(one.application, path)
    sheet = Sheet(path, "Vereisten")
    row, letter = sheet.write("MA-01", "motivation", "Gezien.")
    if way == "rows":
        swap(sheet, sheet.sheet.cell(row, sheet.ids), sheet.sheet.cell(row + 1, sheet.ids))
    else:
        pair = (sheet.column("motivation"), sheet.column("evidence"))
        swap(sheet, *(sheet.sheet.cell(sheet.head, at) for at in pair))
    back = controllers.applications.read_back(path)
    seen = controllers.applications.review(back, one.application)
    assert not [item for item in seen.items if item.takable]
    assert ("Vereisten", f"{letter}{row}", ROW if way == "rows" else COLUMN) in told(seen)


# sheets


def test_a_sheet_of_somebody_else_is_no_sheet_without_protection(office, sent):
    book = load_workbook(sent)
    book.create_sheet("Extra")["A1"] = "Zelf gemaakt"
    book.save(sent)
    seen = seen_of(office, sent)
    assert [one.code for one in seen.told] == []
    (item,) = seen.of(Group.FORBIDDEN)
    assert (item.sheet, item.code) == ("Extra", "sheet_added")
