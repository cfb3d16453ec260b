"""Values into cells, safely: true dates and numbers, and text that stays text in every program."""

import re
from datetime import date, datetime

from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | datetime | None

LONGEST = 32_767
"""What a cell can hold, in UTF-16 units (Excel specifications)."""
CUT_MARK = " […ingekort: de cel is te klein]"
TALLEST_ROW = 409.0
"""Points; Excel refuses more."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
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
    cell.style = style
    if isinstance(value, str):
        _put_text(cell, value)
    elif value is not None:
        cell.value = value
        if isinstance(value, float) and float(f"{value:.16g}") != value:
            cell.value, cell.data_type = repr(value), "n"  # openpyxl writes only 16 digits
    return cell


def put_formula(sheet: Worksheet, row: int, column: int, formula: str, style: str) -> Cell:
    """The only place that writes a formula: our own text, never a person's."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101
    cell.style = style
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


def safe_text(text: str) -> str:
    """Without control signs and lone surrogates, and no longer than a cell can hold."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = _CONTROL.sub("", lines)
    if _units(kept) <= LONGEST:
        return kept
    room = LONGEST - _units(CUT_MARK)
    return kept.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + CUT_MARK


def sheet_name(wish: str, taken: tuple[str, ...] = ()) -> str:
    """A name Excel takes: at most 31 signs, none forbidden, not empty, not taken."""
    base = _FORBIDDEN_IN_NAME.sub(" ", _CONTROL.sub("", wish))
    base = re.sub(r"\s+", " ", base).strip().strip("'").strip() or "Lijst"
    if base.casefold() in ("history", "geschiedenis"):
        base = f"{base} lijst"
    name, count = base[:31].strip(), 1
    while name.casefold() in {other.casefold() for other in taken}:
        count += 1
        name = f"{base[: 31 - len(str(count)) - 1].strip()} {count}"
    return name


def lines_of(text: str, width: float) -> int:
    """How many lines the text takes, wrapped at `width` characters of the standard font."""
    return sum(_wrapped(line, max(width - 2.0, 1.0)) for line in text.split("\n")) if text else 1


def fit_row(sheet: Worksheet, row: int, texts: dict[int, str], *, size: float = 11) -> None:
    """Make the row tall enough for the texts in these columns, with a little air."""
    widths = {column: _width(sheet, column) * 11 / size for column, text in texts.items() if text}
    lines = max((lines_of(texts[column], width) for column, width in widths.items()), default=1)
    sheet.row_dimensions[row].height = min(TALLEST_ROW, round(lines * size * 1.36 + 8, 1))


def _put_text(cell: Cell, text: str) -> None:
    kept = safe_text(text)
    if not kept:
        return
    cell.value = _ESCAPED.sub("_x005F_", kept)
    cell.data_type = "s"
    if kept.startswith(_RISKY):
        cell.quotePrefix = True


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


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
