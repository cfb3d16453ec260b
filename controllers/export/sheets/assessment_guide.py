"""The sheet 'Lees mij' of an assessment: what it is of, what is open, how it comes back."""

from datetime import UTC, datetime

from openpyxl.worksheet.worksheet import Worksheet

from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value, lines_of, put
from controllers.export.sheets.criteria import COLUMNS
from controllers.export.sheets.returning import Return, lock
from models.applications.values import ApplicationFile

NAME = "Lees mij"
_OPEN = (
    "Op het blad Vereisten staan drie kolommen open: Oordeel, Motivering en Wat ontvangen is. Een"
    " oordeel kiest u uit de lijst; bij elk oordeel hoort een motivering."
)
_CLOSED = "Deze aanvraag is afgesloten: wat op het blad Vereisten staat, is om te lezen."
_LINES = (
    (
        "Er is geen wachtwoord: de beveiliging voorkomt vergissingen. Bij het inlezen wordt elke"
        " cel vergeleken met wat er bij de uitvoer stond en met wat er nu in het dossier staat; u"
        " kiest wat wordt overgenomen."
    ),
    (
        "Rijen sorteren, filteren of schrappen mag: elke rij heeft een verborgen sleutel. Wat u"
        " schrapt, blijft in het dossier staan."
    ),
    "Schrijf geen rijksregisternummers en geen namen van klanten.",
)
_MEANINGS = (
    "Sleutel van de vereiste, zoals op het scherm en op papier.",
    "De vereiste zoals ze in deze versie luidt, en wanneer ze maar soms wordt gevraagd.",
    "De zin uit de kwaliteitswaarborg of de regel waarop ze rust.",
    "Stukken waarmee een centrum het kan aantonen.",
    "Wat het programma zelf vond; het beoordeelt niets.",
    "Open: kies uit de lijst.",
    "Open: waarom, en waaruit dat blijkt.",
    "Open: wat er is ontvangen, en waar het bewaard wordt.",
)


def write_guide(
    book: Book, file: ApplicationFile, back: Return, made_at: datetime, program: str
) -> None:
    """In the words of who judges; also what every column means."""
    sheet = book.sheet(NAME, landscape=False)
    for letter, width in (("A", 28.0), ("B", 66.0)):
        sheet.column_dimensions[letter].width = width
    put(sheet, 1, 1, "Beoordeling van een aanvraag", "W titel")
    sheet.row_dimensions[1].height = 32
    row = _write_facts(sheet, file, made_at, program)
    row = _head(sheet, row + 1, "Invullen en terugbrengen")
    for line in (_OPEN if back.answers_open else _CLOSED, *_LINES):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        put(sheet, row, 1, line, "W tekstblok")
        sheet.row_dimensions[row].height = lines_of(line, 92) * 15 + 8
        row += 1
    row = _head(sheet, row + 1, "Kolommen van het blad Vereisten")
    for (label, _width, _id), meaning in zip(COLUMNS, _MEANINGS, strict=True):
        put(sheet, row, 1, label, "W tekst vet")
        put(sheet, row, 2, meaning, "W tekst")
        sheet.row_dimensions[row].height = lines_of(meaning, 62) * 15 + 7
        row += 1
    lock(sheet)
    book.running_heads(sheet, f"Beoordeling {file.centre_name}", file.reference)


def _write_facts(sheet: Worksheet, file: ApplicationFile, made_at: datetime, program: str) -> int:
    moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    template = file.template
    facts: tuple[tuple[str, Value, str], ...] = (
        ("Centrum", file.centre_name, "W feit"),
        ("Ondernemingsnummer", file.enterprise_number, "W feit"),
        ("Kenmerk", file.reference, "W feit"),
        ("Ontvangen", file.days.received_on, "W feit dag"),
        ("Gevraagd vanaf", file.requested_start, "W feit dag"),
        ("Beoordelaar", file.assessor, "W feit"),
        ("Controlelijst", f"{template.title}, versie {template.version}", "W feit"),
        ("Gemaakt met", program, "W feit"),
        ("Gemaakt op (UTC)", moment, "W feit moment"),
    )
    row = 2
    for label, value, style in facts:
        row += 1
        put(sheet, row, 1, label, "W label")
        put(sheet, row, 2, value, style)
        sheet.row_dimensions[row].height = 18
    return row + 1


def _head(sheet: Worksheet, row: int, title: str) -> int:
    put(sheet, row, 1, title, "W tussenkop")
    sheet.row_dimensions[row].height = 26
    return row + 1
