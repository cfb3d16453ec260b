"""The sheets 'Gegevens', 'Controles' and 'Verklaring' of the answers of many checks.

Written row by row: a hundred thousand answers stay out of memory.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export import labels
from controllers.export.sheets.answers import COLUMNS, HIDDEN, NAME, rows_of
from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value, dress, fill_cell
from models.checks.values import CheckFile

CHECKS = "Controles"
HELP = "Verklaring"
_ANSWER, _ASKED = (
    [label for label, *_rest in COLUMNS].index(name) for name in ("antwoord_code", "gesteld")
)
_PER_CHECK: tuple[tuple[str, int, str], ...] = (
    ("controle", 18, "Kenmerk van de controle."),
    ("centrum", 34, "Naam van het loopbaancentrum."),
    ("ondernemingsnummer", 20, "Van het centrum."),
    ("bezoekdatum", 14, "Dag van het bezoek."),
    ("toestand", 14, "Gepland, bezig of afgerond."),
    ("checklist", 20, "Sleutel van de controlelijst."),
    ("versie", 8, "Versie waarmee is geantwoord."),
    ("dossiers", 10, "Hoeveel dossiers of kanalen."),
    ("rijen", 10, "Hoeveel rijen op het blad Gegevens."),
    (
        "antwoorden",
        12,
        "Hoeveel van die rijen een antwoord hebben op een gestelde vraag.",
    ),
)


def answers_bytes(checks: Iterable[CheckFile], made_at: datetime, program: str) -> bytes:
    """The workbook: every row, what each check gave, and what the columns mean."""
    book = Book("Antwoorden van controles", made_at, by_row=True)
    facts = _begin(book, NAME, [(label, width) for label, width, *_rest in COLUMNS])
    given: list[tuple[Value, ...]] = []
    for check in checks:
        rows = answers = 0
        for values in rows_of(check):
            facts.append([_cell(facts, value) for value in values])
            rows, answers = rows + 1, answers + _counts(values)
        given.append(_per_check(check, rows, answers))
    every = sum(int(str(one[-2])) for one in given)
    last = get_column_letter(len(COLUMNS))
    facts.auto_filter.ref = f"A1:{last}{max(every + 1, 2)}"
    _write_checks(book, given)
    _write_help(book, made_at, program)
    return book.to_bytes()


def _counts(values: Sequence[Value]) -> bool:
    """Whether this row is an answer to a question that is asked."""
    return bool(values[_ANSWER]) and values[_ASKED] == "ja"


def _write_checks(book: Book, given: Sequence[tuple[Value, ...]]) -> None:
    sheet = _begin(book, CHECKS, [(label, width) for label, width, _meaning in _PER_CHECK])
    for values in given:
        sheet.append([_cell(sheet, value) for value in values])
    totals = [sum(int(str(one[place])) for one in given) for place in (-3, -2, -1)]
    blanks = len(_PER_CHECK) - len(totals) - 1
    row: list[Value] = ["Samen", *([None] * blanks), *totals]
    sheet.append([_cell(sheet, value, "W tekst vet") for value in row])


def _write_help(book: Book, made_at: datetime, program: str) -> None:
    sheet = _begin(book, HELP, [("blad", 14), ("kolom", 24), ("betekenis", 90)])
    for label, _width, _kind, meaning in COLUMNS:
        sheet.append([_cell(sheet, value) for value in (NAME, label, meaning)])
    for label, _width, meaning in _PER_CHECK:
        sheet.append([_cell(sheet, value) for value in (CHECKS, label, meaning)])
    moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    sheet.append([_cell(sheet, value) for value in (HELP, "gemaakt met", program)])
    sheet.append([_cell(sheet, value) for value in (HELP, "gemaakt op (UTC)", moment)])


def _begin(book: Book, name: str, columns: Sequence[tuple[str, int]]) -> Worksheet:
    """A sheet with its heads; widths, what is hidden and panes stand before the first row."""
    sheet = book.sheet(name)
    for place, (label, width) in enumerate(columns, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = max(width, len(label) + 2)
        sheet.column_dimensions[letter].hidden = label in HIDDEN
    sheet.row_dimensions[1].height = 24
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.fitToWidth = max(1, len(columns) // 8)
    book.running_heads(sheet, "Antwoorden van controles", name)
    sheet.append([_cell(sheet, label, "W kop") for label, _width in columns])
    return sheet


def _cell(sheet: Worksheet, value: Value, style: str = "") -> Cell | None:
    """A cell to append; nothing where nothing stands, which a quarter of the cells are."""
    if value is None or value == "":
        return None
    cell: Cell = WriteOnlyCell(sheet)
    worn = style or _STYLES.get(type(value).__name__, "W tekst kort")
    dress(sheet, cell, worn)
    fill_cell(cell, value)
    return cell


_STYLES = {"date": "W dag", "datetime": "W moment", "int": "W getal", "float": "W getal"}


def _per_check(check: CheckFile, rows: int, answers: int) -> tuple[Value, ...]:
    return (
        check.reference,
        check.centre_name,
        check.enterprise_number,
        check.visit_date,
        labels.STATES[check.state],
        check.template.key,
        check.template.version,
        len(check.dossiers),
        rows,
        answers,
    )
