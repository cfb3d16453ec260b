"""A workbook in clumsy hands: each thing is read right, or told in one sentence; nothing is lost."""

import subprocess
from datetime import date, datetime, time
from shutil import copy, which
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from controllers.bundle import Controllers
from controllers.exchange.review import Group
from controllers.intake.refusals import WrongFileKind
from models.checks.values import AnswerValue
from models.checks.values.exchange import SheetUse
from models.store.file import open_file
from tests.conftest import PASSPHRASE, _terms, copy_of
from tests.controllers.dossiers import applicant
from tests.controllers.finished import finished_check
from tests.controllers.reopened import reopened, seen_of
from tests.controllers.workbooks import Sheet, react

NUMBER = "85.07.30-033.28"
OFFICE = which("soffice")


@pytest.fixture(scope="module")
def office(empty, tmp_path_factory):
    yield from reopened(empty, tmp_path_factory.mktemp("kantoor"), _terms())


@pytest.fixture
def sent(office, path):
    controllers, check = office
    controllers.checks.send_out(check, path)
    return path


def ids(office):
    controllers, check = office
    return [str(one.id) for one in controllers.checks.file(check).dossiers]


def refused(seen):
    return [(item.place, item.code) for item in seen.items if not item.takable]


def round_trip(office, path):
    """Take all over, look again, take all back: what is left to take, and whether all is as was."""
    controllers, check = office
    before = controllers.checks.file(check)
    back = controllers.checks.read_back(path)
    seen = controllers.checks.review(back, check)
    every = [item.id for item in seen.items if item.takable]
    taken = controllers.checks.take_back(back, seen, every)
    after = controllers.checks.file(check)
    again = controllers.checks.review(back, check)
    if taken.step is not None:
        controllers.history.undo()
    left = [item for item in again.items if item.takable]
    return after, left, controllers.checks.file(check) == before


# what answers and numbers mean


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("NEE", AnswerValue.NO),
        (" nee ", AnswerValue.NO),
        ("no", AnswerValue.NO),
        (False, AnswerValue.NO),
        ("Partial", AnswerValue.PARTIAL),
        ("Niet  van toepassing", AnswerValue.NA),
        ("nvt", AnswerValue.NA),
        ("N.v.t.", AnswerValue.NA),
        ("not_checked", AnswerValue.NOT_CHECKED),
    ],
)
def test_an_answer_is_read_however_it_is_spelled(office, sent, typed, meant):
    Sheet(sent, "Matrix").write("DC-02/value", ids(office)[0], typed)
    after, left, undone = round_trip(office, sent)
    assert after.dossiers[0].answers["DC-02"].value is meant
    assert (left, undone) == ([], True)


@pytest.mark.parametrize(
    ("typed", "meant"), [("3,5", 3.5), ("3.25", 3.25), (" 4 ", 4.0), ("04", 4.0), (6, 6.0)]
)
def test_a_number_that_is_stored_as_text_is_read(office, sent, typed, meant):
    Sheet(sent, "Matrix").write("DC-08/hours_documented", ids(office)[0], typed)
    after, left, undone = round_trip(office, sent)
    assert after.dossiers[0].answers["DC-08"].hours_documented == meant
    assert (left, undone) == ([], True)


@pytest.mark.parametrize(
    "typed", ["vier", "4 uur", "3u30", "1.234", "1.234,5", "3,5,5", True, time(3, 30)]
)
def test_what_can_be_two_numbers_or_none_is_not_guessed(office, sent, typed):
    Sheet(sent, "Matrix").write("DC-08/hours_documented", ids(office)[0], typed)
    (item,) = seen_of(office, sent).items
    assert (item.group, item.code) == (Group.UNREADABLE, "number_is_text")


def test_hours_that_cannot_be_are_told_with_a_comma(office, sent):
    Sheet(sent, "Matrix").write("DC-08/hours_documented", ids(office)[0], -1.5)
    (item,) = seen_of(office, sent).items
    assert item.reason.startswith("-1,5 hours")


# merged cells


def test_cells_merged_into_one_speak_for_the_first_only(office, sent):
    first, second, third = ids(office)[:3]
    matrix = Sheet(sent, "Matrix")
    row, letter = matrix.write("DC-02/value", first, "nee")
    column = matrix.column(first)
    matrix.sheet.merge_cells(None, row, column, row, column + 2)
    matrix.book.save(sent)
    seen = seen_of(office, sent)
    assert [item.what for item in seen.items if item.takable] == ["DC-02 · KZ-001 · answer"]
    assert refused(seen) == [(f"G{row}", "cell_is_merged"), (f"H{row}", "cell_is_merged")]
    assert f"{letter}{row}" in seen.of(Group.UNREADABLE)[0].reason


def test_merged_notes_say_nothing_of_the_empty_one_and_tell_it(office, sent):
    first = ids(office)[0]
    notes = Sheet(sent, "Nota's")
    row, letter = notes.write(f"{first}/DC-02", "note", "Samen.")
    notes.sheet.merge_cells(None, row, 5, row + 1, 5)
    notes.book.save(sent)
    seen = seen_of(office, sent)
    assert refused(seen) == [(f"{letter}{row + 1}", "cell_is_merged")]
    assert round_trip(office, sent)[1:] == ([], True)


def test_merged_reactions_are_told(office, path):
    controllers, check = office
    controllers.checks.send_out(check, path, SheetUse.CENTRE)
    finding = controllers.checks.file(check).findings[0]
    sheet = Sheet(path, "Vaststellingen")
    react(sheet, finding, "andere mening", None, None)
    row = sheet.row(str(finding.id))
    sheet.sheet.merge_cells(None, row, sheet.column("reaction_kind"), row, sheet.column("reaction"))
    sheet.book.save(path)
    seen = seen_of(office, path)
    assert not [item for item in seen.items if item.takable]
    assert "cell_is_merged" in {item.code for item in seen.items}


def test_merged_judgements_of_an_assessment_are_told(controllers, path):
    one = applicant(controllers)
    controllers.applications.send_out(one.application, path)
    sheet = Sheet(path, "Vereisten")
    row, letter = sheet.write("MA-01", "motivation", "Gezien.")
    at = sheet.column("motivation")
    sheet.sheet.merge_cells(None, row, at, row + 1, at)
    sheet.book.save(path)
    back = controllers.applications.read_back(path)
    seen = controllers.applications.review(back, one.application)
    assert [item.what for item in seen.items if item.takable] == ["MA-01 · motivation"]
    assert refused(seen) == [(f"{letter}{row + 1}", "cell_is_merged")]


# what a person writes beside the cells


def test_remarks_at_cells_are_told_and_not_ours(office, sent):
    book = load_workbook(sent)
    book["Matrix"]["F11"].comment = Comment("Dit klopt niet.", "Centrum")
    book["Vaststellingen"]["B8"].comment = Comment("Streng.", "Centrum")
    book.save(sent)
    told = {one.sheet: one for one in seen_of(office, sent).told}
    assert {one.code for one in told.values()} == {"remarks_not_read"}
    assert "F11" in told["Matrix"].reason
    assert "B8" in told["Vaststellingen"].reason


def test_our_own_remarks_are_not_told_again(office, sent, path):
    controllers, check = office
    dossier = controllers.checks.file(check).dossiers[0].id
    controllers.checks.note(check, dossier, "DC-02", "Twee gesprekken.")
    controllers.checks.send_out(check, path)
    seen = seen_of(office, path)
    controllers.history.undo()
    assert (seen.items, seen.told) == ((), ())


def test_a_sheet_named_after_a_person_is_told_masked(office, sent):
    book = load_workbook(sent)
    book.create_sheet(NUMBER)["A1"] = "Over een klant"
    book.save(sent)
    seen = seen_of(office, sent)
    assert [item.code for item in seen.items] == ["sheet_added"]
    assert "033" not in str(seen.as_json()).replace(str(seen.about), "")


def test_a_chart_on_a_sheet_of_its_own_is_a_sheet_of_somebody_else(office, sent):
    book = load_workbook(sent)
    book.create_chartsheet("Grafiek")
    book.save(sent)
    seen = seen_of(office, sent)
    assert [(item.sheet, item.code) for item in seen.items] == [("Grafiek", "sheet_added")]


# what changes nothing


def _blank_rows(book):
    for sheet in book:
        for row in range(sheet.max_row + 1, sheet.max_row + 40):
            sheet.cell(row, 1).value, sheet.cell(row, 2).value = " ", ""


def _unhide(book):
    for sheet in book:
        sheet.sheet_state = "visible"
        for one in (*sheet.column_dimensions.values(), *sheet.row_dimensions.values()):
            one.hidden = False


def _filter(book):
    book["Nota's"].auto_filter.add_filter_column(0, ["KZ-001"])
    for row in range(40, 100):
        book["Nota's"].row_dimensions[row].hidden = True


def _of_1904(book):
    book.epoch = CALENDAR_MAC_1904


def _rows_on_top(book):
    book["Matrix"].insert_rows(1, 70)


@pytest.mark.parametrize("change", [_blank_rows, _unhide, _filter, _of_1904, _rows_on_top])
def test_how_a_workbook_looks_changes_nothing_of_what_it_says(office, sent, change):
    book = load_workbook(sent)
    change(book)
    book.save(sent)
    seen = seen_of(office, sent)
    assert (seen.items, seen.told) == ((), ())


def test_answers_are_read_also_below_rows_on_top(office, sent):
    Sheet(sent, "Matrix").write("DC-02/value", ids(office)[0], "nee")
    book = load_workbook(sent)
    _rows_on_top(book)
    book.save(sent)
    (item,) = seen_of(office, sent).items
    assert (item.what, item.theirs) == ("DC-02 · KZ-001 · answer", "nee")


def test_days_of_a_reaction_are_the_same_in_the_older_count_of_days(office, path):
    controllers, check = office
    controllers.checks.send_out(check, path, SheetUse.CENTRE)
    finding = controllers.checks.file(check).findings[0]
    react(Sheet(path, "Vaststellingen"), finding, "andere mening", "Streng.", datetime(2026, 5, 2))
    book = load_workbook(path)
    _of_1904(book)
    book.save(path)
    (item,) = seen_of(office, path).items
    assert item.said is not None
    assert item.said.day == date(2026, 5, 2)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("w" * 32_767, "w" * 32_767),
        ("a_x0007_b\tc", "ab\tc"),
        ("een\r\ntwee", "een\ntwee"),
        ("   ", ""),
        (0.5, "0,5"),
    ],
)
def test_notes_come_in_whole_and_without_signs_that_cannot_be_kept(office, sent, typed, kept):
    Sheet(sent, "Nota's").write(f"{ids(office)[1]}/DC-02", "note", typed)
    after, left, undone = round_trip(office, sent)
    assert after.dossiers[1].answers["DC-02"].note == kept
    assert (left, undone) == ([], True)


# other kinds of file


def test_a_workbook_with_macros_is_read(office, sent, tmp_path):
    target, kind = tmp_path / "terug.xlsm", b"spreadsheetml.sheet.main+xml"
    with ZipFile(sent) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                plain = b"application/vnd.openxmlformats-officedocument." + kind
                assert plain in part
                macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
                part = part.replace(plain, macros)
            new.writestr(name, part)
    assert seen_of(office, target).items == ()


def convert(path, kind):
    folder = path.parent / "libre"
    command = [OFFICE, "--headless", f"-env:UserInstallation={folder.as_uri()}/profile"]
    command += ["--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / path.with_suffix(f".{kind}").name


@pytest.mark.long
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this computer")
def test_what_was_done_in_libreoffice_is_read_the_same(office, sent):
    first, second = ids(office)[:2]
    matrix = Sheet(sent, "Matrix")
    row, _letter = matrix.write("DC-02/value", first, "nee")
    column = matrix.column(first)
    matrix.sheet.cell(row + 1, column).value = '="n"&"ee"'
    matrix.sheet.merge_cells(None, row, column, row, column + 1)
    head = matrix.sheet[matrix.head]
    f, g = head[column + 1], head[column + 2]
    f.value, g.value = g.value, f.value
    matrix.book.create_sheet("Extra")["A1"] = "Zelf gemaakt"
    matrix.book.save(sent)
    mine, theirs = seen_of(office, sent), seen_of(office, convert(sent, "xlsx"))
    unsolved = "formula_without_result"
    assert {(item.sheet, item.place, item.code) for item in theirs.items if not item.takable} == {
        (item.sheet, item.place, item.code)
        for item in mine.items
        if not item.takable and item.code != unsolved
    }
    assert [item.theirs for item in theirs.items if item.takable] == ["nee", "nee"]


@pytest.mark.long
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this computer")
def test_a_workbook_of_another_program_says_what_it_is(office, sent):
    ods = convert(sent, "ods")
    for name in (ods, copy(ods, ods.with_suffix(".xlsx"))):
        with pytest.raises(WrongFileKind):
            seen_of(office, name)
