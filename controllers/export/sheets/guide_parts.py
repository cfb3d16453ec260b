"""The pieces of a sheet 'Lees mij': title, facts, lines across, and what every column means."""

from collections.abc import Iterable
from datetime import UTC, datetime

from openpyxl.worksheet.worksheet import Worksheet

from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value, lines_of, put

NAME = "Lees mij"
Fact = tuple[str, Value, str]
"""Label, value, and the style of the value."""


def begin(book: Book, labels: float, title: str) -> Worksheet:
    """A sheet to read, upright; `labels` is the width of its first column."""
    sheet = book.sheet(NAME, landscape=False)
    for letter, width in (("A", labels), ("B", 66.0)):
        sheet.column_dimensions[letter].width = width
    put(sheet, 1, 1, title, "W titel")
    sheet.row_dimensions[1].height = 32
    return sheet


def write_facts(sheet: Worksheet, facts: Iterable[Fact], program: str, made_at: datetime) -> int:
    """Below the title, with what made it and when at the end; gives the row after them."""
    moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    made = (("Gemaakt met", program, "W feit"), ("Gemaakt op (UTC)", moment, "W feit moment"))
    row = 2
    for label, value, style in (*facts, *made):
        row += 1
        put(sheet, row, 1, label, "W label")
        put(sheet, row, 2, value, style)
        sheet.row_dimensions[row].height = 18
    return row + 1


def write_head(sheet: Worksheet, row: int, title: str) -> int:
    put(sheet, row, 1, title, "W tussenkop")
    sheet.row_dimensions[row].height = 26
    return row + 1


def write_lines(sheet: Worksheet, row: int, lines: Iterable[str], signs: int) -> int:
    """Sentences across both columns, which hold so many signs in a line."""
    for line in lines:
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        put(sheet, row, 1, line, "W tekstblok")
        sheet.row_dimensions[row].height = lines_of(line, signs) * 15 + 8
        row += 1
    return row


def write_meanings(sheet: Worksheet, row: int, pairs: Iterable[tuple[str, str]]) -> int:
    """What is meant by each word: as tall as its meaning needs."""
    for label, meaning in pairs:
        put(sheet, row, 1, label, "W tekst vet")
        put(sheet, row, 2, meaning, "W tekst")
        sheet.row_dimensions[row].height = lines_of(meaning, 62) * 15 + 7
        row += 1
    return row
