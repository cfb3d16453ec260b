"""What makes a workbook able to come back: ids on rows and columns, what is locked, whose it is.

A sheet that comes back has one hidden row with the id of every column and one hidden column with
the id of every row; where they cross stands the mark of the sheet. So rows may be sorted, moved
and taken out, and every cell is still known.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export.return_marks import FORMAT, STAMP_SHEET, STAMP_TITLE, mark_of
from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value, put
from models.checks.values.exchange import SheetUse


@dataclass(frozen=True, slots=True)
class Return:
    """A workbook that may come back, and what of it is open."""

    use: SheetUse
    answers_open: bool
    """Whether answers and notes may be filled in; never for a centre."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """What a workbook is of."""

    about: UUID
    """The check or the application."""
    reference: str
    centre: str
    """The enterprise number."""
    centre_name: str
    checklist: str
    version: int


def begin_ids(sheet: Worksheet, part: str, row: int, column: int) -> None:
    """Put the mark of the sheet where the hidden row and the hidden column cross."""
    put(sheet, row, column, mark_of(part), "W id")
    sheet.row_dimensions[row].hidden = True
    hide_ids(sheet, column)


def hide_ids(sheet: Worksheet, column: int) -> None:
    """The column with the id of every row is not seen."""
    sheet.column_dimensions[get_column_letter(column)].hidden = True


def lock(sheet: Worksheet) -> None:
    """Only the open cells take what is typed. Without a password: it keeps from slips, no more."""
    guard = sheet.protection
    guard.sheet = True
    guard.formatColumns = guard.formatRows = guard.autoFilter = guard.sort = False  # allowed


@dataclass(frozen=True, slots=True)
class Known:
    """Under which number a workbook is known, and the mark of what it holds."""

    export: UUID
    mark: str
    """SHA-256 of what its cells held."""


def write_stamp(
    book: Book, of: Stamped, use: SheetUse, known: Known, program: str, at: datetime
) -> None:
    """The hidden sheet that says what the workbook is, for when it comes back."""
    sheet = book.sheet(STAMP_SHEET)
    moment = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    facts: tuple[tuple[str, Value], ...] = (
        (STAMP_TITLE, FORMAT),
        ("export", str(known.export)),
        ("mark", known.mark),
        ("use", str(use)),
        ("check", str(of.about)),
        ("reference", of.reference),
        ("centre", of.centre),
        ("centre_name", of.centre_name),
        ("checklist", of.checklist),
        ("version", of.version),
        ("program", program),
        ("made_at", moment),
    )
    for row, (label, value) in enumerate(facts, start=1):
        put(sheet, row, 1, label, "W label")
        put(sheet, row, 2, value, "W feit")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 70
    sheet.sheet_state = "veryHidden"
    lock(sheet)
