"""Files from elsewhere: what is a workbook is read cell by cell, what is not is refused in Dutch."""

import os
import struct
import subprocess
import sys
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from controllers.intake.limits import Limits
from controllers.intake.refusals import (
    WorkbookDamaged,
    WorkbookEmpty,
    WorkbookLocked,
    WorkbookOld,
    WorkbookSuspicious,
    WorkbookTooLarge,
    WorkbookUnreachable,
    WorkbookWithoutSheet,
    WorkbookWithPassword,
    WrongFileKind,
)
from controllers.intake.workbook import read_workbook
from models.kernel.errors import AppError

ROOT = Path(__file__).parents[3]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(path: Path, kind: type[AppError], limits: Limits | None = None) -> str:
    with pytest.raises(kind) as caught, read_workbook(path, limits) as book:
        for sheet in book.sheets():
            list(sheet.rows())
    sentence = str(caught.value)
    assert path.name in sentence
    assert "{" not in sentence
    return sentence


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


@pytest.fixture
def simple(tmp_path: Path) -> Path:
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "kop"
    book.save(tmp_path / "simple.xlsx")
    return tmp_path / "simple.xlsx"


def test_an_empty_file(tmp_path: Path, dutch: None) -> None:
    assert "is leeg" in refusal(written(tmp_path / "a.xlsx", b""), WorkbookEmpty)


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook(tmp_path: Path, simple: Path, keep: float, dutch: None) -> None:
    whole = simple.read_bytes()
    path = written(tmp_path / "half.xlsx", whole[: int(len(whole) * keep)])
    assert "beschadigd" in refusal(path, WorkbookDamaged)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\xff\xd8\xff\xe0....", "JPEG"),
        (b"KBO;Naam\r\n0566.988.259;Een\r\n", "tekstbestand, misschien CSV"),
        (b"\xef\xbb\xbfKBO;Naam\r\n", "tekstbestand, misschien CSV"),
        ("KBO\tNaam".encode("utf-16"), "tekstbestand, misschien CSV"),
        (b"<html><table>", "HTML"),
        (b"{\\rtf1", "RTF"),
        (b"\x00\x01\x02\x03\x04", "iets anders"),
    ],
)
def test_other_files_called_xlsx(tmp_path: Path, content: bytes, said: str, dutch: None) -> None:
    sentence = refusal(written(tmp_path / "a.xlsx", content), WrongFileKind)
    assert said in sentence
    assert "als .xlsx" in sentence


@pytest.mark.parametrize(
    ("part", "said"),
    [("word/document.xml", "Word"), ("ppt/presentation.xml", "PowerPoint"), ("xl/workbook.bin", ".xlsb"),
     ("content.xml", "OpenDocument"), ("foto.jpg", "zip-bestand")],
)  # fmt: skip
def test_other_packages_called_xlsx(tmp_path: Path, part: str, said: str, dutch: None) -> None:
    assert said in refusal(packed(tmp_path / "a.xlsx", {part: b"<x/>"}), WrongFileKind)


@pytest.mark.parametrize("name", ["oud.xls", "hernoemd.xlsx"])
def test_an_old_workbook_is_told_what_to_do(tmp_path: Path, name: str, dutch: None) -> None:
    content = OLE + bytes(1016) + "Root Entry".encode("utf-16-le") + "Workbook".encode("utf-16-le")
    sentence = refusal(written(tmp_path / name, content), WorkbookOld)
    assert "bewaar ze in Excel als .xlsx" in sentence


def test_a_workbook_with_a_password(tmp_path: Path, dutch: None) -> None:
    names = "EncryptionInfo\0EncryptedPackage\0".encode("utf-16-le")
    path = written(tmp_path / "a.xlsx", OLE + bytes(1016) + names)
    assert "wachtwoord" in refusal(path, WorkbookWithPassword)


def test_another_old_office_document(tmp_path: Path, dutch: None) -> None:
    path = written(tmp_path / "a.xlsx", OLE + bytes(1016) + "WordDocument".encode("utf-16-le"))
    assert "oud Office-document" in refusal(path, WrongFileKind)


def test_a_folder_and_a_missing_file(tmp_path: Path, dutch: None) -> None:
    assert "een map" in refusal(tmp_path, WrongFileKind)
    assert "niet (meer)" in refusal(tmp_path / "weg.xlsx", WorkbookUnreachable)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(simple: Path, dutch: None) -> None:
    simple.chmod(0)
    assert "Sluit het" in refusal(simple, WorkbookLocked)


def test_too_many_bytes_rows_and_cells(tmp_path: Path, dutch: None) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("x")
    for index in range(60):
        sheet.append([index] * 12)
    book.save(tmp_path / "a.xlsx")
    path = tmp_path / "a.xlsx"
    assert "te groot" in refusal(path, WorkbookTooLarge, Limits(packed_bytes=500))
    assert "50 rijen" in refusal(path, WorkbookTooLarge, Limits(rows=50))
    assert "cellen" in refusal(path, WorkbookTooLarge, Limits(columns=11))
    assert "cellen" in refusal(path, WorkbookTooLarge, Limits(area=60 * 12 - 1))
    with read_workbook(path, Limits(rows=60, columns=12, area=60 * 12)) as whole:
        assert [sheet.height for sheet in whole.sheets()] == [60]


def test_two_far_cells_are_refused_before_they_fill_the_memory(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = book.active["XFD100000"] = 1
    book.save(tmp_path / "a.xlsx")
    refusal(tmp_path / "a.xlsx", WorkbookTooLarge)


def test_formatting_far_below_the_list_is_no_reason_to_refuse(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "kop"
    sheet["XFD1048576"].number_format = "0.00"
    sheet.row_dimensions[1_048_000].hidden = True
    book.save(tmp_path / "a.xlsx")
    with read_workbook(tmp_path / "a.xlsx") as whole:
        assert [list(sheet.rows()) for sheet in whole.sheets()] == [[(1, ("kop",))]]


def test_a_zip_bomb_is_refused_by_its_label(tmp_path: Path, simple: Path, dutch: None) -> None:
    path = packed(tmp_path / "a.xlsx", parts_of(simple) | {"xl/media/x.bin": bytes(80 << 20)})
    assert path.stat().st_size < 1 << 20
    assert "Vertrouw dit bestand niet" in refusal(path, WorkbookSuspicious)
    assert "Vertrouw" in refusal(path, WorkbookSuspicious, Limits(unpacked_bytes=50 << 20))


def test_a_zip_bomb_that_lies_about_its_size_is_refused_too(tmp_path: Path, simple: Path) -> None:
    path = packed(tmp_path / "a.xlsx", parts_of(simple) | {"xl/media/x.bin": bytes(80 << 20)})
    whole = bytearray(path.read_bytes())
    place = -1
    while (place := whole.find(struct.pack("<I", 80 << 20), place + 1)) >= 0:
        whole[place : place + 4] = struct.pack("<I", 100)
    path.write_bytes(whole)
    with zipfile.ZipFile(path) as package:
        assert max(entry.file_size for entry in package.infolist()) < 100_000
    refusal(path, WorkbookSuspicious)


def test_very_many_parts_are_refused(tmp_path: Path, simple: Path) -> None:
    extra = {f"xl/media/{index}.bin": b"" for index in range(2_100)}
    refusal(packed(tmp_path / "a.xlsx", parts_of(simple) | extra), WorkbookSuspicious)


def test_one_long_text_used_by_very_many_cells_is_refused(tmp_path: Path, simple: Path) -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_001))
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    parts = parts_of(simple) | {
        "xl/worksheets/sheet1.xml": f"<worksheet {space}><sheetData>{cells}</sheetData></worksheet>".encode(),
        "xl/sharedStrings.xml": f"<sst {space}><si><t>{'x' * 30_000}</t></si></sst>".encode(),
    }  # fmt: skip
    path = packed(tmp_path / "a.xlsx", parts)
    refusal(path, WorkbookSuspicious, Limits(text_bytes=100 << 20))


def test_one_long_remark_among_many_cells_is_fine(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["x" * 30_000])
    for _ in range(2_000):
        sheet.append(["kort"] * 4)
    book.save(tmp_path / "a.xlsx")
    with read_workbook(tmp_path / "a.xlsx", Limits(text_bytes=1 << 20)) as whole:
        assert [sheet.height for sheet in whole.sheets()] == [2_001]


def test_entities_in_the_xml_are_refused(tmp_path: Path, simple: Path) -> None:
    parts = parts_of(simple)
    sheet = parts["xl/worksheets/sheet1.xml"]
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + sheet
    refusal(packed(tmp_path / "a.xlsx", parts | {"xl/worksheets/sheet1.xml": bomb}), WorkbookSuspicious)  # fmt: skip
    book = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + parts["xl/workbook.xml"]
    refusal(packed(tmp_path / "b.xlsx", parts | {"xl/workbook.xml": book}), WorkbookDamaged)


def test_a_workbook_of_only_charts_has_no_sheet(tmp_path: Path, simple: Path, dutch: None) -> None:
    parts = {k: v for k, v in parts_of(simple).items() if not k.startswith("xl/worksheets/")}
    assert "geen blad" in refusal(packed(tmp_path / "a.xlsx", parts), WorkbookWithoutSheet)


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/styles.xml"])  # fmt: skip
@pytest.mark.parametrize("content", [b"", b"<", b"nonsense", b"\xff\xfe\x00", b"<a><b></a>"])
def test_broken_parts_are_refused_or_read_but_never_our_bug(
    tmp_path: Path, simple: Path, name: str, content: bytes
) -> None:
    path = packed(tmp_path / "a.xlsx", parts_of(simple) | {name: content})
    try:
        with read_workbook(path) as book:
            for sheet in book.sheets():
                list(sheet.rows())
    except AppError as refused:
        assert path.name in str(refused)


@pytest.mark.parametrize("seed", range(120))
def test_a_workbook_with_flipped_bytes_is_refused_or_read(
    tmp_path: Path, simple: Path, seed: int
) -> None:
    import random

    chance = random.Random(seed)
    whole = bytearray(simple.read_bytes())
    for _ in range(chance.randint(1, 30)):
        whole[chance.randrange(len(whole))] = chance.randrange(256)
    path = written(tmp_path / "a.xlsx", bytes(whole))
    try:
        with read_workbook(path) as book:
            for sheet in book.sheets():
                list(sheet.rows())
    except AppError as refused:
        assert path.name in str(refused)


def test_cells_are_what_excel_shows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    cells: dict[str, Any] = {
        "C4": "kop", "C6": 5, "D6": 5.5, "E6": date(2026, 5, 4), "F6": datetime(2026, 5, 4, 13, 5), "G6": True,
        "H6": time(9, 30), "I6": 122082319.0, "J6": " \xa0a", "C7": "0012", "D7": "#N/A", "C9": "=>tekst", "D9": "=1+1",
    }  # fmt: skip
    for place, value in cells.items():
        sheet[place] = value
    sheet["C9"].data_type = "s"
    hidden = book.create_sheet("verborgen")
    hidden.sheet_state = "hidden"
    sheet.column_dimensions["D"].hidden = True
    book.save(tmp_path / "a.xlsx")
    with read_workbook(tmp_path / "a.xlsx") as whole:
        first, second = whole.sheets()
        rows = dict(first.rows())
    assert rows[4][2] == "kop"
    assert rows[6][2:] == (5, 5.5, date(2026, 5, 4), datetime(2026, 5, 4, 13, 5), True, time(9, 30), 122082319, " \xa0a")  # fmt: skip
    assert [type(value) for value in rows[6][2:4]] == [int, float]
    assert rows[7][2:4] == ("0012", None)
    assert rows[9][2:4] == ("=>tekst", None)
    assert first.error_cells == ("D7",)
    assert first.hidden_columns == frozenset({"D"})
    assert (first.visible, second.visible) == (True, False)
    assert second.height == 0


def test_row_numbers_and_values_are_those_of_another_reader() -> None:
    path = ROOT / "tests" / "data" / "centrumlijst.xlsx"
    other = load_workbook(path, read_only=True, data_only=True)
    with read_workbook(path) as book:
        for sheet in book.sheets():
            theirs = list(other[sheet.name].iter_rows(values_only=True))
            mine = list(sheet.rows())
            assert [number for number, _cells in mine] == list(range(1, len(mine) + 1))
            for number, cells in mine:
                for place, value in enumerate(cells):
                    told = theirs[number - 1][place]
                    told = None if isinstance(told, str) and not told.strip(" ") else told
                    assert value == (told.date() if isinstance(told, datetime) else told)
            assert not any(
                any(cell and str(cell).strip() for cell in row) for row in theirs[len(mine) :]
            )
    other.close()


MEASURE = """
import resource, sys, time
from datetime import date
from pathlib import Path
from controllers.intake.workbook import read_workbook
import python_calamine
base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
begin = time.perf_counter()
with read_workbook(Path(sys.argv[1])) as book:
    rows = sum(1 for sheet in book.sheets() for number, cells in sheet.rows())
print(rows, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base) // 1024, time.perf_counter() - begin)
"""


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """100,000 centres of sixteen columns, written as a stream."""
    from lists import CENTRE_HEADERS, centre

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Centra")
    sheet.append(list(CENTRE_HEADERS.values()))
    for index in range(100_000):
        row = centre(index)
        sheet.append([row[key] for key in CENTRE_HEADERS])
    path = tmp_path_factory.mktemp("long") / "lang.xlsx"
    book.save(path)
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="resource is not there")
@pytest.mark.long
def test_a_hundred_thousand_rows_take_bounded_memory(long_list: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(long_list)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    rows, mebibytes, seconds = done.stdout.split()
    print(f"{rows} rows: {mebibytes} MiB above the start, {float(seconds):.1f} s")
    assert int(rows) == 100_001
    assert int(mebibytes) < 400


@pytest.mark.long
def test_a_hundred_thousand_centres_are_understood(long_list: Path) -> None:
    from controllers.intake.centre_list import read_centre_list

    reading = read_centre_list(long_list, date(2026, 5, 4))
    assert len(reading.usable_centres) == 100_000
    assert [issue.code for sheet in reading.sheets for issue in sheet.issues] == []


def test_a_workbook_is_read_from_memory_not_from_the_file(simple: Path) -> None:
    with read_workbook(simple) as book:
        simple.unlink()
        assert [list(sheet.rows()) for sheet in book.sheets()] == [[(1, ("kop",))]]


def test_the_parser_is_only_imported_when_a_file_is_opened() -> None:
    code = "import sys, controllers.intake.centre_list; print('python_calamine' in sys.modules, 'openpyxl' in sys.modules, 'defusedxml' in sys.modules)"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout.split() == ["False", "False", "False"]
