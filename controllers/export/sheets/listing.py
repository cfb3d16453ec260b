"""A sheet from columns and rows: one filterable table with a frozen head."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from controllers.columns import Column
from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value, fit_row, lines_of, put
from controllers.export.sheets.printing import spread
from models.kernel.text import _

R = TypeVar("R")

HEAD_ROW = 3
WIDEST = 46
"""Signs across; a longer text goes on below itself, so that nothing of it is cut."""
WIDEST_HEAD = 15
"""Signs of a head over narrow cells, which then takes more lines."""
SECOND_LINE = "(toelichting)"
ROW_HEIGHT = 19.0


def listing_bytes(
    columns: Sequence[Column[R]], rows: Iterable[R], title: str, made_at: datetime
) -> bytes:
    """The workbook with one sheet that bears the title."""
    book = Book(title, made_at)
    sheet = book.sheet(title)
    put(sheet, 1, 1, title, "W titel")
    sheet.row_dimensions[1].height = 32
    lines, heads = [_cells(columns, line) for line in rows], _heads(columns)
    _write_heads(sheet, heads, lines)
    for row, line in enumerate(lines, start=HEAD_ROW + 1):
        _write_line(sheet, row, line)
    last = get_column_letter(max(len(heads), 1))
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{HEAD_ROW + len(lines)}"
    sheet.freeze_panes = f"B{HEAD_ROW + 1}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    spread(sheet, len(heads))
    book.running_heads(sheet, title, f"{made_at.astimezone():%d/%m/%Y}")
    return book.to_bytes()


def _write_heads(sheet: Worksheet, heads: Sequence[str], lines: Sequence[list[Value]]) -> None:
    deepest = 1
    for column, label in enumerate(heads, start=1):
        numeric = any(isinstance(line[column - 1], int | float) for line in lines)
        put(sheet, HEAD_ROW, column, label, "W kop rechts" if numeric else "W kop")
        longest = max((_shown(line[column - 1]) for line in lines), default=0)
        word = max(map(len, label.split()), default=0)
        head = max(word + 4, min(len(label) + 4, WIDEST_HEAD))
        width = max(head, min(longest + 2, WIDEST), 9)
        sheet.column_dimensions[get_column_letter(column)].width = width
        deepest = max(deepest, lines_of(label, width - 2))
    sheet.row_dimensions[HEAD_ROW].height = max(24.0, deepest * 14.0 + 8)


def _write_line(sheet: Worksheet, row: int, line: Sequence[Value]) -> None:
    long = {
        column: value
        for column, value in enumerate(line, start=1)
        if isinstance(value, str) and (_shown(value) > WIDEST - 2 or "\n" in value)
    }
    for column, value in enumerate(line, start=1):
        put(sheet, row, column, value, "W tekst klein" if column in long else _style(value))
    if long:
        fit_row(sheet, row, long, size=10)
    else:
        sheet.row_dimensions[row].height = ROW_HEIGHT


def _heads(columns: Sequence[Column[R]]) -> list[str]:
    heads: list[str] = []
    for column in columns:
        heads.append(_(column.label))
        if column.sub is not None:
            heads.append(f"{_(column.label)} {SECOND_LINE}")
    return heads


def _cells(columns: Sequence[Column[R]], line: R) -> list[Value]:
    cells: list[Value] = []
    for column in columns:
        cells.append(column.cell(line))
        if column.sub is not None:
            cells.append(column.sub(line))
    return cells


def _style(value: Value) -> str:
    match value:
        case datetime():
            return "W moment"
        case str() | None:
            return "W tekst kort"
        case int():
            return "W getal"
        case float():
            return "W kommagetal"
        case _:
            return "W dag"


def _shown(value: Value) -> int:
    if value is None:
        return 0
    return max(map(len, value.split("\n"))) if isinstance(value, str) else 11
