"""What a cell holds, comparable: when it leaves, and when it came back."""

from datetime import date, datetime, time

from controllers.export.cell_text import safe_text
from controllers.intake.cells import shown_of
from controllers.intake.checklist_back import RawCell
from controllers.intake.workbook import CellValue
from models.centres.rules import mask_national_numbers
from models.checks.values.exchange import Plain
from models.kernel.errors import Refused
from models.kernel.text import N_
from models.kernel.wording import decimal


class CellHoldsError(Refused):
    sentence = N_("This cell shows an error of Excel. Write the value itself, or empty the cell.")


class FormulaWithoutResult(Refused):
    sentence = N_(
        "This cell holds a formula that was never worked out. Write the value itself, or empty the"
        " cell."
    )


class CellIsMerged(Refused):
    sentence = N_(
        "This cell was merged with {first}, and what stands there counts for that cell alone. Undo"
        " the merge, and write here what holds for this cell."
    )


class AnswerNotInList(Refused):
    sentence = N_("{raw} is no answer of this checklist. Choose one of: {answers}.")


def plain(value: object) -> Plain:
    """A fact as a cell holds it: texts without outer blanks, days as ISO text."""
    match value:
        case None | "":
            return None
        case str():
            return safe_text(value).strip() or None
        case date():
            return value.isoformat()
        case int() | float():
            return float(value)
        case _:
            return str(value)


def check_readable(cell: RawCell) -> None:
    """Raises CellIsMerged, CellHoldsError and FormulaWithoutResult.

    Such a cell reads as empty, and is not.
    """
    if cell.merged:
        raise CellIsMerged(first=cell.merged)
    if cell.wrong:
        raise CellHoldsError
    if cell.unsolved:
        raise FormulaWithoutResult


def text_of(value: CellValue) -> Plain:
    """A text with its lines; a number or a day that was typed there as it reads."""
    return plain(value if isinstance(value, str) else shown_of(value))


def typed_text(value: CellValue) -> Plain:
    """As `text_of`, where a person writes prose: 0,1 and 1/5/2026, as one writes them here."""
    match value:
        case bool():
            return text_of(value)
        case int() | float():
            return decimal(value)
        case datetime() if value.time() != time():
            return f"{_day(value)} {value:%H:%M}"
        case date():
            return _day(value)
        case time():
            return f"{value:%H:%M}"
        case _:
            return text_of(value)


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def quoted(value: CellValue) -> str:
    """A cell as it may be shown: a national register number never in full."""
    return mask_national_numbers(shown_of(value))[:200]


def in_quotes(value: CellValue) -> str:
    """A cell between quotation marks, for in a sentence."""
    return f"“{quoted(value)}”"
