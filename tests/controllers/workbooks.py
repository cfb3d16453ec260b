"""A workbook in the hands of somebody with Excel: found by its hidden ids, written by cell."""

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet


class Sheet:
    """One sheet of a workbook in the hands of somebody with Excel."""

    def __init__(self, path: Path, name: str) -> None:
        self._path, self.book = path, load_workbook(path)
        self.sheet: Worksheet = self.book[name]
        mark = next(
            cell
            for line in self.sheet.iter_rows()
            for cell in line
            if str(cell.value).startswith("waarmerk:")
        )
        self.head, self.ids = mark.row, mark.column

    def row(self, row_id: str) -> int:
        return next(
            row
            for row in range(1, self.sheet.max_row + 1)
            if str(self.sheet.cell(row, self.ids).value) == row_id
        )

    def column(self, column_id: str) -> int:
        return next(cell.column for cell in self.sheet[self.head] if cell.value == column_id)

    def write(self, row_id: str, column_id: str, value: object) -> tuple[int, str]:
        cell = self.sheet.cell(self.row(row_id), self.column(column_id))
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # typed as text, also when it begins with =
        self.book.save(self._path)
        return cell.row, cell.column_letter


def react(sheet, finding, kind, text, day):
    for column, value in (("reaction_kind", kind), ("reaction", text), ("reaction_day", day)):
        sheet.write(str(finding.id), column, value)


def stamp(path, label, value):
    book = load_workbook(path)
    sheet = book["Waarmerk"]
    cell = next(line[1] for line in sheet.iter_rows() if line[0].value == label)
    cell.value = value
    book.save(path)
