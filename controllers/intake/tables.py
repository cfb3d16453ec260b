"""Where the records of a list begin and end: titles, totals, notes and blank rows set apart."""

import re
from dataclasses import dataclass

from controllers.intake.cells import shown_of, text_of
from controllers.intake.columns import Header, Rows, spoken
from controllers.intake.workbook import CellValue

_TOTAL = re.compile(
    r"^(?:(?:alg(?:emeen)?|eind|grand|sub|sous) ?)?(?:totaal|totalen|total|totaux|som|sum|aantal)\b"
)
_PERHAPS_TOTAL = re.compile(r"tota|som|sum|aantal", re.IGNORECASE)


@dataclass(frozen=True)
class Table:
    """The records below a header, and what else stood in the sheet."""

    records: Rows
    title_rows: tuple[int, ...]
    totals_row: int | None
    notes: tuple[tuple[int, str], ...]
    """Rows that are no record, with their text."""
    blank_rows: tuple[int, ...]
    """Blank rows between records."""


def cut_table(rows: Rows, header: Header) -> Table:
    """Set the records apart. A repeated header is a note, a total ends nothing by itself."""
    titles = {spoken(cell) for number, cells in rows if number == header.row for cell in cells}
    titles.discard("")
    records: list[tuple[int, tuple[CellValue, ...]]] = []
    notes: list[tuple[int, str]] = []
    blanks: list[int] = []
    totals: int | None = None
    for number, cells in rows:
        if number <= header.row:
            continue
        if not any(text_of(cell) for cell in cells):
            blanks.append(number)
        elif _is_total(cells, header):
            totals = number
        elif _is_record(cells, header) and not _repeats(cells, titles):
            records.append((number, cells))
        else:
            notes.append((number, _line(cells)))
    last = records[-1][0] if records else header.row
    return Table(
        records=records,
        title_rows=tuple(
            number
            for number, cells in rows
            if number < header.row and any(text_of(cell) for cell in cells)
        ),
        totals_row=totals,
        notes=tuple(notes),
        blank_rows=tuple(number for number in blanks if number < last),
    )


def _is_record(cells: tuple[CellValue, ...], header: Header) -> bool:
    """A row with a number of its own, or with enough else in the columns we know."""
    filled = {
        key
        for key, place in header.columns.items()
        if place.index < len(cells) and text_of(cells[place.index])
    }
    keys = {key for group in header.layout.needed for key in group}
    return (len(filled) >= 2 and bool(filled & keys)) or len(filled) >= 4


def _is_total(cells: tuple[CellValue, ...], header: Header) -> bool:
    """A row that says total and has no number of a centre."""
    words = (cell for cell in cells if isinstance(cell, str) and _PERHAPS_TOTAL.search(cell))
    if not any(_TOTAL.match(spoken(word)) for word in words):
        return False
    place = header.columns.get("enterprise_number")
    cell = cells[place.index] if place and place.index < len(cells) else None
    digits = [sign for sign in shown_of(cell) if sign.isdigit()]
    return len(digits) < 9 and sum(bool(text_of(cell)) for cell in cells) <= max(
        4, len(header.columns) // 2
    )


def _repeats(cells: tuple[CellValue, ...], titles: set[str]) -> bool:
    first = next((cell for cell in cells if isinstance(cell, str) and text_of(cell)), None)
    if spoken(first) not in titles:
        return False
    said = {spoken(cell) for cell in cells} - {""}
    return len(said) >= 2 and len(said & titles) >= 0.8 * len(said)


def _line(cells: tuple[CellValue, ...]) -> str:
    return " ".join(shown_of(cell) for cell in cells if text_of(cell))
