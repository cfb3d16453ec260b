"""The sheet 'Lees mij' of a workbook for a centre: what it is, what we ask, how it comes back."""

from datetime import UTC, datetime

from openpyxl.worksheet.worksheet import Worksheet

from controllers.export import labels
from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value, lines_of, put
from controllers.export.sheets.returning import lock
from models.checks.rules.units import Words, words
from models.checks.values import CheckFile, ReactionKind

NAME = "Lees mij"
_STEPS = (
    (
        "1. Lees op het blad Vaststellingen wat we vaststelden, waarop we ons baseren en wat we"
        " vragen."
    ),
    (
        "2. Kies in de kolom Soort reactie uit de lijst, en schrijf daarnaast uw reactie en de"
        " datum. Alleen die drie kolommen staan open."
    ),
    (
        "3. Bewaar deze werkmap als .xlsx en bezorg ze ons terug. Een vaststelling waarop u niet"
        " reageert, laat u leeg."
    ),
    (
        "Wijzig niets anders. We vergelijken elke cel met wat we u bezorgden; een andere wijziging"
        " nemen we niet over. De antwoorden op het blad Matrix zijn om te lezen."
    ),
    "Schrijf geen namen en geen rijksregisternummers van klanten.",
)
_MEANINGS = {
    ReactionKind.AGREES: "U gaat akkoord. Een toelichting hoeft niet.",
    ReactionKind.TYPING: "Er staat een schrijffout of een verkeerd nummer.",
    ReactionKind.FACT: "Wat we schrijven, klopt niet met wat er is. Verwijs naar het stuk.",
    ReactionKind.OMISSION: "We zagen iets over het hoofd dat er wel was.",
    ReactionKind.OPINION: "De feiten kloppen, maar u beoordeelt ze anders.",
}


def write_guide(book: Book, check: CheckFile, made_at: datetime, program: str) -> None:
    """In the words of the centre; also what every column means."""
    sheet = book.sheet(NAME, landscape=False)
    for letter, width in (("A", 24.0), ("B", 66.0)):
        sheet.column_dimensions[letter].width = width
    put(sheet, 1, 1, f"Vaststellingen na de {words(check.template.unit).check}", "W titel")
    sheet.row_dimensions[1].height = 32
    row = _write_facts(sheet, check, made_at, program)
    row = _write_steps(sheet, row + 1)
    row = _write_kinds(sheet, row + 1)
    _write_columns(sheet, row + 1, words(check.template.unit))
    lock(sheet)
    head = f"{words(check.template.unit).Check} {check.centre_name}"
    book.running_heads(sheet, head, check.reference)


def _write_facts(sheet: Worksheet, check: CheckFile, made_at: datetime, program: str) -> int:
    moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    facts: tuple[tuple[str, Value, str], ...] = (
        ("Centrum", check.centre_name, "W feit"),
        ("Ondernemingsnummer", check.enterprise_number, "W feit"),
        ("Kenmerk", check.reference, "W feit"),
        ("Bezoek", check.visit_date, "W feit dag"),
        ("Controleur", check.officer, "W feit"),
        ("Checklist", f"{check.template.title}, versie {check.template.version}", "W feit"),
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


def _write_steps(sheet: Worksheet, row: int) -> int:
    row = _head(sheet, row, "Wat we u vragen")
    for line in _STEPS:
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        put(sheet, row, 1, line, "W tekstblok")
        sheet.row_dimensions[row].height = lines_of(line, 88) * 15 + 8
        row += 1
    return row


def _write_kinds(sheet: Worksheet, row: int) -> int:
    row = _head(sheet, row, "Soorten reacties")
    for kind, meaning in _MEANINGS.items():
        put(sheet, row, 1, labels.REACTIONS[kind], "W tekst vet")
        put(sheet, row, 2, meaning, "W tekst")
        sheet.row_dimensions[row].height = 22
        row += 1
    return row


def _write_columns(sheet: Worksheet, row: int, say: Words) -> None:
    row = _head(sheet, row, "Kolommen van het blad Vaststellingen")
    for label, meaning in (
        ("Ernst", "Ernstige tekortkoming, tekortkoming of aandachtspunt."),
        ("Vraag", "Sleutel van de vraag in de controlelijst; ze verwijst naar het blad Matrix."),
        ("Vaststelling", f"Wat we {say.at} de {say.many} zagen."),
        ("Waarop we ons baseren", "De vraag, en de zin of de regel waarop ze rust."),
        (say.Many, say.named),
        ("Maatregel", "Wat we van u vragen, met het bewijs dat we verwachten."),
        ("Uiterste datum", "De laatste dag om dat te doen."),
        ("Soort reactie", "Open: kies uit de lijst."),
        ("Reactie van het centrum", "Open: uw reactie in uw eigen woorden."),
        ("Datum van de reactie", "Open: een datum, zoals 12/05/2026."),
    ):
        put(sheet, row, 1, label, "W tekst vet")
        put(sheet, row, 2, meaning, "W tekst")
        sheet.row_dimensions[row].height = 22
        row += 1


def _head(sheet: Worksheet, row: int, title: str) -> int:
    put(sheet, row, 1, title, "W tussenkop")
    sheet.row_dimensions[row].height = 26
    return row + 1
