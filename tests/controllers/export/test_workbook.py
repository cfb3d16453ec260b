"""Any list as a workbook: the columns of the screen with true types."""

from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import load_workbook

import samples
from controllers.columns import Column
from controllers.export.workbook import write_rows


@dataclass(frozen=True)
class Row:
    number: str
    name: str
    place: str
    since: date | None
    files: int
    share: float


ROWS = [
    Row("0566.988.259", "De Wegwijzer & Zonen", "9000 Gent", date(2026, 3, 1), 12, 0.1 + 0.2),
    Row("0012", "=1+1", "", None, 0, 1234.5),
]
COLUMNS = (
    Column[Row]("number", "Number", lambda row: row.number),
    Column[Row]("name", "Name", lambda row: row.name, kind="two", sub=lambda row: row.place),
    Column[Row]("since", "Since", lambda row: row.since, kind="date"),
    Column[Row]("files", "Files", lambda row: row.files, kind="number"),
    Column[Row]("share", "Share", lambda row: row.share, kind="number"),
)


def made(tmp_path, rows=ROWS):
    path = tmp_path / "lijst.xlsx"
    write_rows(COLUMNS, rows, path, title="Centra: alle [2026]", made_at=samples.MADE_AT)
    return load_workbook(path)


def test_a_list_keeps_zeros_dates_and_numbers(tmp_path):
    sheet = made(tmp_path).active
    assert [cell.value for cell in sheet[3]] == [
        "Number",
        "Name",
        "Name (toelichting)",
        "Since",
        "Files",
        "Share",
    ]
    first, second = [cell.value for cell in sheet[4]], [cell.value for cell in sheet[5]]
    assert first == [
        "0566.988.259",
        "De Wegwijzer & Zonen",
        "9000 Gent",
        datetime(2026, 3, 1),
        12,
        0.1 + 0.2,
    ]
    assert second[:2] == ["0012", "=1+1"]
    assert sheet["B5"].data_type == "s"
    assert sheet["D4"].number_format == "dd/mm/yyyy"


def test_a_list_can_be_filtered_and_its_head_stays(tmp_path):
    book = made(tmp_path)
    sheet = book.active
    assert book.sheetnames == ["Centra alle 2026"]
    assert sheet.auto_filter.ref == "A3:F5"
    assert sheet.freeze_panes == "B4"
    assert sheet.print_title_rows == "$3:$3"


def test_an_empty_list_is_a_head(tmp_path):
    sheet = made(tmp_path, []).active
    assert sheet.max_row == 3
    assert sheet.auto_filter.ref == "A3:F3"
