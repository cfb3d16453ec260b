"""The sheet 'Verklaring': what this file is, what each column means, and the code lists."""

from datetime import UTC, datetime

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export import labels
from controllers.export.facts import fingerprint
from controllers.export.sheets import answers
from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value, fit_row, lines_of, put
from controllers.export.sheets.offering import ANSWERS
from controllers.export.sheets.returning import Return, lock
from models.checks.values import AnswerValue, CheckFile, Grade, Verdict

NAME = "Verklaring"


def write_dictionary(
    book: Book, check: CheckFile, made_at: datetime, program: str, back: Return | None = None
) -> None:
    """Also defines the name behind the drop-downs of the matrix."""
    sheet = book.sheet(NAME, landscape=False)
    for letter, width in (("A", 26.0), ("B", 30.0), ("C", 70.0)):
        sheet.column_dimensions[letter].width = width
    put(sheet, 1, 1, "Verklaring", "W titel")
    sheet.row_dimensions[1].height = 32
    row = _write_origin(sheet, check, made_at, program)
    if back is not None:
        row = _write_way_back(sheet, row + 1, back)
    row = _write_columns(sheet, row + 1)
    row, first, last = _write_codes(sheet, row + 1)
    reference = f"{NAME}!$B${first}:$B${last}"
    book.workbook.defined_names[ANSWERS] = DefinedName(ANSWERS, attr_text=reference)
    if back is not None:
        lock(sheet)
    book.running_heads(sheet, f"Verklaring · {check.centre_name}", check.reference)


def _write_origin(sheet: Worksheet, check: CheckFile, made_at: datetime, program: str) -> int:
    row = 3
    put(sheet, row, 1, "Over dit bestand", "W tussenkop")
    sheet.row_dimensions[row].height = 26
    moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    facts: tuple[tuple[str, Value, str], ...] = (
        ("Kenmerk", check.reference, "W feit"),
        ("Centrum", check.centre_name, "W feit"),
        ("Ondernemingsnummer", check.enterprise_number, "W feit"),
        ("Plaats van het bezoek", check.establishment or "zetel", "W feit"),
        ("Toestand van de controle", labels.STATES[check.state], "W feit"),
        ("Periode van", check.period_from, "W feit dag"),
        ("Periode tot en met", check.period_to, "W feit dag"),
        ("Checklist", f"{check.template.key}, versie {check.template.version}", "W feit"),
        ("Gemaakt met", program, "W feit"),
        ("Gemaakt op (UTC)", moment, "W feit moment"),
        ("Vingerafdruk (SHA-256)", fingerprint(check), "W feit"),
    )
    for label, value, style in facts:
        row += 1
        put(sheet, row, 1, label, "W label")
        put(sheet, row, 2, value, style)
        sheet.row_dimensions[row].height = 18
    row += 1
    text = (
        "De vingerafdruk is berekend over de gegevens van de controle, niet over dit bestand. "
        "Twee uitvoeren met dezelfde vingerafdruk gaan over dezelfde antwoorden."
    )
    sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=3)
    put(sheet, row, 2, text, "W toelichting")
    sheet.row_dimensions[row].height = 34
    return row + 1


def _write_way_back(sheet: Worksheet, row: int, back: Return) -> int:
    put(sheet, row, 1, "Invullen en terugbrengen", "W tussenkop")
    sheet.row_dimensions[row].height = 26
    answers = (
        "Antwoorden vult u in op het blad Matrix, nota's op het blad Nota's. "
        if back.answers_open
        else "De controle is afgerond: antwoorden en nota's zijn om te lezen. "
    )
    lines = (
        f"{answers}Een reactie van het centrum schrijft u op het blad Vaststellingen.",
        (
            "Alleen de licht gekleurde cellen staan open. Er is geen wachtwoord: de beveiliging"
            " voorkomt vergissingen, en bij het inlezen wordt elke cel vergeleken met wat er bij de"
            " uitvoer stond."
        ),
        (
            "Rijen sorteren, filteren of schrappen mag: elke rij heeft een verborgen sleutel."
            " Wat u schrapt, blijft in het bestand staan."
        ),
    )
    for line in lines:
        row += 1
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=3)
        put(sheet, row, 1, line, "W tekstblok")
        sheet.row_dimensions[row].height = lines_of(line, 120) * 15 + 8
    return row + 1


def _write_columns(sheet: Worksheet, row: int) -> int:
    put(sheet, row, 1, f"Kolommen van het blad {answers.NAME}", "W tussenkop")
    sheet.row_dimensions[row].height = 26
    row += 1
    for column, label in enumerate(("Kolom", "Soort", "Betekenis"), start=1):
        put(sheet, row, column, label, "W kop")
    sheet.row_dimensions[row].height = 22
    for label, _width, kind, meaning in answers.COLUMNS:
        row += 1
        put(sheet, row, 1, label, "W tekst vet")
        put(sheet, row, 2, kind, "W tekst")
        put(sheet, row, 3, meaning, "W tekst")
        fit_row(sheet, row, {1: label, 3: meaning})
    return row + 1


def _write_codes(sheet: Worksheet, row: int) -> tuple[int, int, int]:
    put(sheet, row, 1, "Codelijsten", "W tussenkop")
    sheet.row_dimensions[row].height = 26
    row += 1
    for column, label in enumerate(("Code", "In woorden", "Lijst"), start=1):
        put(sheet, row, column, label, "W kop")
    sheet.row_dimensions[row].height = 22
    first = row + 1
    codes = [(str(value), labels.answer(value), "antwoord") for value in AnswerValue]
    last = row + len(codes)
    codes += [(str(value), labels.verdict(value), "oordeel") for value in Verdict]
    codes += [(str(value), labels.grade(value), "ernst van een vaststelling") for value in Grade]
    for code, label, name in codes:
        row += 1
        for column, text in enumerate((code, label, name), start=1):
            put(sheet, row, column, text, "W tekst")
        sheet.row_dimensions[row].height = 20
    return row, first, last
