"""The sheets 'Gegevens', 'Controles' and 'Verklaring' of the answers of many checks.

Written row by row: a hundred thousand answers stay out of memory.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export import labels
from controllers.export.sheets.answers import (
    COLUMNS,
    HIDDEN,
    NAME,
    NAMES_A_ROW,
    STYLES,
    head_fits,
    lay_on_paper,
    rows_of,
)
from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value
from controllers.export.sheets.streaming import RowStream
from models.checks.values import CheckFile

_STYLES = [STYLES[kind] for _label, _width, kind, _meaning in COLUMNS]
_TEXTS = ("W tekst kort",) * 3
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
_PER_CHECK_STYLES = (
    *("W tekst kort",) * 3,
    "W dag",
    *("W tekst kort",) * 2,
    *("W getal",) * 4,
)


def answers_bytes(checks: Iterable[CheckFile], made_at: datetime, program: str) -> bytes:
    """The workbook: every row, what each check gave, and what the columns mean."""
    book = Book("Antwoorden van controles", made_at)
    sheet, facts = _begin(book, NAME, [(label, width) for label, width, *_rest in COLUMNS])
    given: list[tuple[Value, ...]] = []
    for check in checks:
        rows = answers = 0
        for values in rows_of(check):
            facts.append(values, _STYLES)
            rows, answers = rows + 1, answers + _counts(values)
        given.append(_per_check(check, rows, answers))
    every = sum(int(str(one[-2])) for one in given)
    last = get_column_letter(len(COLUMNS))
    sheet.auto_filter.ref = f"A1:{last}{max(every + 1, 2)}"
    _write_checks(book, given)
    _write_help(book, made_at, program)
    return book.to_bytes()


def _counts(values: Sequence[Value]) -> bool:
    """Whether this row is an answer to a question that is asked."""
    return bool(values[_ANSWER]) and values[_ASKED] == "ja"


def _write_checks(book: Book, given: Sequence[tuple[Value, ...]]) -> None:
    _sheet, rows = _begin(book, CHECKS, [(label, width) for label, width, _meaning in _PER_CHECK])
    for values in given:
        rows.append(values, _PER_CHECK_STYLES)
    totals = [sum(int(str(one[place])) for one in given) for place in (-3, -2, -1)]
    blanks = len(_PER_CHECK) - len(totals) - 1
    row: list[Value] = ["Samen", *([None] * blanks), *totals]
    rows.append(row, ["W tekst vet"] * len(row))


def _write_help(book: Book, made_at: datetime, program: str) -> None:
    _sheet, rows = _begin(book, HELP, [("blad", 14), ("kolom", 24), ("betekenis", 90)])
    for label, _width, _kind, meaning in COLUMNS:
        rows.append((NAME, label, meaning), _TEXTS)
    for label, _width, meaning in _PER_CHECK:
        rows.append((CHECKS, label, meaning), _TEXTS)
    moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    rows.append((HELP, "gemaakt met", program), _TEXTS)
    rows.append((HELP, "gemaakt op (UTC)", moment), (*_TEXTS[:2], "W moment"))


def _begin(
    book: Book, name: str, columns: Sequence[tuple[str, int]]
) -> tuple[Worksheet, RowStream]:
    """A sheet and its rows, of which the first holds the heads."""
    sheet = book.sheet(name)
    for place, (label, width) in enumerate(columns, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = head_fits(label, width)
        sheet.column_dimensions[letter].hidden = label in HIDDEN
    lay_on_paper(sheet, len(columns), NAMES_A_ROW if name == NAME else 1)
    book.running_heads(sheet, "Antwoorden van controles", name)
    rows = book.stream(sheet)
    rows.append([label for label, _width in columns], ["W kop"] * len(columns), height=24)
    return sheet, rows


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
