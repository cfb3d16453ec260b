"""How a sheet prints: on A4, never smaller than what stays legible, on more pages when wide."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

SMALLEST = 75
"""Per cent of its own size; texts of 10 points then print as 7.5."""
_PAPER = {"landscape": 11.69, "portrait": 8.27}
"""Inches of A4 across."""
_PER_INCH = 96 / 7
"""Signs of the standard font in an inch, at its own size."""


def spread(sheet: Worksheet, columns: int, repeated: int = 1) -> None:
    """On one page across where that stays legible, else on more, one after the other.

    Each of these begins with the first `repeated` columns.
    """
    widths = [_width(sheet, column) for column in range(1, columns + 1)]
    if pages_across(widths, _room(sheet) * 100 / SMALLEST, repeated) == 1:
        return
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    setup = sheet.page_setup
    setup.fitToWidth = setup.fitToHeight = None
    setup.scale, setup.pageOrder = SMALLEST, "overThenDown"
    sheet.print_title_cols = f"A:{get_column_letter(repeated)}"


def pages_across(widths: list[float], room: float, repeated: int = 1) -> int:
    """How many pages of `room` these columns take when none is cut and the first ones repeat."""
    again = sum(widths[:repeated])
    pages, used = 1, again
    for width in widths[repeated:]:
        if used + width > room and used > again:
            pages, used = pages + 1, again
        used += width
    return pages


def _room(sheet: Worksheet) -> float:
    """Signs of the standard font across one page."""
    margins = sheet.page_margins
    inches = _PAPER[sheet.page_setup.orientation or "landscape"] - margins.left - margins.right
    return float(inches * _PER_INCH)


def _width(sheet: Worksheet, column: int) -> float:
    told = sheet.column_dimensions[get_column_letter(column)]
    return 0.0 if told.hidden else float(told.width)
