"""Values into cells, safely: true dates and numbers, and text that stays text in every program."""

import re
from copy import copy
from datetime import date, datetime
from functools import lru_cache

from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export.cell_text import CONTROL, safe_text

Value = str | int | float | date | datetime | None
TALLEST_ROW = 409.0
"""Points; Excel refuses more."""

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_DIGIT = 0.507
_MOST = {
    **dict.fromkeys("abdeghknopqu0123456789", 0.52),
    **dict.fromkeys("cksvxyz", 0.45),
    **dict.fromkeys("ijlI.,;:'|!()[] ", 0.27),
    **dict.fromkeys("ftr-", 0.35),
    **dict.fromkeys("mwMW%@", 0.86),
}
_OTHER = 0.62
"""Widths in em of the standard font, rounded up: a row is rather too tall than too low."""


def put(sheet: Worksheet, row: int, column: int, value: Value, style: str) -> Cell:
    """Write one value in a named style; text never becomes a formula, an error or a link."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - merged cells are written by their first cell only
    dress(sheet, cell, style)
    fill_cell(cell, value)
    return cell


def fill_cell(cell: Cell, value: Value) -> None:
    """The value into a cell that stands already, such as one of a sheet written row by row."""
    if isinstance(value, str):
        _put_text(cell, value)
    elif value is not None:
        if isinstance(value, date):
            own_look(cell)  # openpyxl gives a day a format where the style has none
        cell.value = value
        if isinstance(value, float) and float(f"{value:.16g}") != value:
            cell.value, cell.data_type = repr(value), "n"  # openpyxl writes only 16 digits


def dress(sheet: Worksheet, cell: Cell, style: str) -> None:
    """As `cell.style = style`, which looks the name up among all styles for every cell anew.

    Cells in one style share it: what gives one of them a look of its own calls `own_look` first.
    """
    worn: dict[str, StyleArray] = sheet.parent.__dict__.setdefault("_worn", {})
    known = worn.get(style)
    if known is None:
        cell.style = style
        known = worn[style] = cell._style  # type: ignore[attr-defined]  # noqa: SLF001
    cell._style = known  # type: ignore[attr-defined]  # noqa: SLF001


def own_look(cell: Cell) -> Cell:
    """The cell, with a look that may be changed without changing others."""
    cell._style = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001
    return cell


def style_of(sheet: Worksheet, style: str, *, quoted: bool = False) -> int:
    """The number of a named style, for rows that are written without cells."""
    cell = Cell(sheet, 1, 1)
    dress(sheet, cell, style)
    if quoted:
        own_look(cell).quotePrefix = True
    return int(cell.style_id)


def put_formula(sheet: Worksheet, row: int, column: int, formula: str, style: str) -> Cell:
    """The only place that writes a formula: our own text, never a person's."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101
    dress(sheet, cell, style)
    cell.value = formula
    return cell


def colour_word(
    sheet: Worksheet, area: str, word: str, ink: str, ground: str = "", *, italic: bool = False
) -> None:
    """Colour the cells of `area` that say `word`; with a ground they are bold as well."""
    fill = PatternFill("solid", bgColor=ground) if ground else None
    look = DifferentialStyle(font=Font(bold=bool(ground), italic=italic, color=ink), fill=fill)
    rule = Rule(type="cellIs", operator="equal", formula=[f'"{word}"'], dxf=look)
    sheet.conditional_formatting.add(area, rule)


def sheet_name(wish: str, taken: tuple[str, ...] = ()) -> str:
    """A name Excel takes: at most 31 signs, none forbidden, not empty, not taken."""
    base = _FORBIDDEN_IN_NAME.sub(" ", CONTROL.sub("", wish))
    base = re.sub(r"\s+", " ", base).strip().strip("'").strip() or "Lijst"
    if base.casefold() in ("history", "geschiedenis"):
        base = f"{base} lijst"
    name, count = base[:31].strip(), 1
    while name.casefold() in {other.casefold() for other in taken}:
        count += 1
        name = f"{base[: 31 - len(str(count)) - 1].strip()} {count}"
    return name


@lru_cache(maxsize=4096)
def lines_of(text: str, width: float) -> int:
    """How many lines the text takes, wrapped at `width` characters of the standard font."""
    return sum(_wrapped(line, max(width - 2.0, 1.0)) for line in text.split("\n")) if text else 1


def fit_row(sheet: Worksheet, row: int, texts: dict[int, str], *, size: float = 11) -> None:
    """Make the row tall enough for the texts in these columns, with a little air."""
    sheet.row_dimensions[row].height = height_of(sheet, texts, size=size)


def height_of(sheet: Worksheet, texts: dict[int, str], *, size: float = 11) -> float:
    """How tall a row with these texts is, in points."""
    widths = {column: _width(sheet, column) * 11 / size for column, text in texts.items() if text}
    lines = max((lines_of(texts[column], width) for column, width in widths.items()), default=1)
    return min(TALLEST_ROW, round(lines * size * 1.36 + 8, 1))


def _put_text(cell: Cell, text: str) -> None:
    kept = ready(text)
    if not kept:
        return
    cell._value = kept  # type: ignore[attr-defined]  # noqa: SLF001 - nothing is guessed from it
    cell.data_type = "s"
    if kept.startswith(RISKY):
        own_look(cell).quotePrefix = True


@lru_cache(maxsize=4096)
def ready(text: str) -> str:
    """The text as a cell keeps it. Sheets say the same words over and over."""
    return _ESCAPED.sub("_x005F_", safe_text(text))


def unescaped(text: str) -> str:
    """The text of a cell as a reader gives it back."""
    return text.replace("_x005F_", "_")


def _width(sheet: Worksheet, column: int) -> float:
    return float(sheet.column_dimensions[get_column_letter(column)].width)


def _wrapped(line: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in re.findall(r"\S+\s*", line):
        size = _measure(word.rstrip())
        if used and used + size > width:
            lines, used = lines + 1, 0.0
        while size > width:
            lines, size = lines + 1, size - width
        used += size + 0.5 * (len(word) - len(word.rstrip()))
    return lines


def _measure(word: str) -> float:
    return sum(_MOST.get(sign, _OTHER) for sign in word) / _DIGIT
