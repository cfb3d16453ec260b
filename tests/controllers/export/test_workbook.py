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


def printed_at(sheet):
    """How large a sheet prints on its A4, in per cent of its own size, at most."""
    if not sheet.sheet_properties.pageSetUpPr.fitToPage:
        return sheet.page_setup.scale
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[3]]
    room = (11.69 - sheet.page_margins.left - sheet.page_margins.right) * 96 / 7
    return min(100, round(100 * sheet.page_setup.fitToWidth * room / sum(widths)))


def test_a_wide_list_prints_legibly_over_pages_that_each_name_their_rows(tmp_path):
    path = tmp_path / "breed.xlsx"
    columns = [Column[Row](f"c{n}", f"Controles van het aanbod, jaar {n}", lambda r: r.name)
               for n in range(40)]  # fmt: skip
    write_rows(columns, ROWS, path, title="Dekking", made_at=samples.MADE_AT)
    sheet = load_workbook(path).active
    assert 70 <= printed_at(sheet) < 100
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$3:$3", "$A:$A")
    assert sheet.page_setup.pageOrder == "overThenDown"


def test_a_narrow_list_prints_on_one_page_across_with_its_day(tmp_path):
    sheet = made(tmp_path).active
    assert printed_at(sheet) == 100
    assert sheet.page_setup.fitToWidth == 1
    assert sheet.print_title_cols is None
    assert sheet.oddHeader.right.text == f"{samples.MADE_AT.astimezone():%d/%m/%Y}"
    assert sheet.oddFooter.right.text == "Pagina &P van &N"


def test_nothing_of_a_long_text_is_cut_off(tmp_path):
    long = Row("1", "Een uitleg " * 30, "regel een\nregel twee", None, 0, 0.5)
    sheet = made(tmp_path, [long, *ROWS]).active
    assert sheet.row_dimensions[4].height > 3 * sheet.row_dimensions[5].height
    assert sheet["B4"].alignment.wrap_text
    assert sheet["C4"].alignment.wrap_text
    assert not sheet["B5"].alignment.wrap_text
