"""The sheet 'Gegevens': one row per answer, tidy, with true types, ready for counting."""

from collections.abc import Iterator

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export import labels
from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value
from controllers.export.sheets.printing import spread
from controllers.export.sheets.returning import Return, lock
from models.checks.rules import asked, effective
from models.checks.values import (
    AnswerType,
    Basis,
    CheckFile,
    DossierColumn,
    Grade,
    Question,
)

NAME = "Gegevens"

COLUMNS: tuple[tuple[str, int, str, str], ...] = (
    ("controle", 16, "tekst", "Kenmerk van de controle."),
    ("dossier", 14, "tekst", "Nummer van het dossier, nooit een naam; of het kanaal."),
    ("vraag", 9, "tekst", "Sleutel van de vraag, zoals DC-01."),
    ("centrum", 30, "tekst", "Naam van het loopbaancentrum."),
    ("ondernemingsnummer", 17, "tekst", "Tien cijfers zonder punten; de nul vooraan hoort erbij."),
    ("bezoekdatum", 13, "datum", "Dag van het bezoek; leeg zolang er geen bezoek was."),
    ("checklist", 16, "tekst", "Sleutel van de controlelijst."),
    ("versie", 8, "getal", "Versie van de controlelijst waarmee is geantwoord."),
    ("rubriek", 30, "tekst", "Titel van de rubriek in de controlelijst."),
    ("vraagtekst", 60, "tekst", "De vraag zoals ze in deze versie luidt."),
    ("bron", 44, "tekst", "Zin uit de omschrijving, of de regel waarop de vraag rust."),
    ("voorwaarde", 12, "tekst", "ja: een voorwaarde uit de omschrijving van loopbaanbegeleiding."),
    ("mandaat", 10, "tekst", "ja: een nee kan wegen op het mandaat."),
    ("antwoord_code", 14, "tekst", "Code van het antwoord; leeg als er geen antwoord is."),
    ("antwoord", 18, "tekst", "Antwoord in woorden."),
    ("uren_geregistreerd", 12, "getal", "Decimale uren in de registratie; alleen bij de uren."),
    ("uren_verslagen", 12, "getal", "Decimale uren in de gespreksverslagen."),
    ("tekst", 40, "tekst", "Antwoord in woorden; alleen bij een vraag om tekst."),
    ("getal", 10, "getal", "Antwoord als getal; alleen bij een vraag om een getal."),
    ("eenheid", 12, "tekst", "Wat met dat getal geteld wordt, zoals weken."),
    ("dag", 13, "datum", "Antwoord als dag; alleen bij een vraag om een datum."),
    ("keuze", 30, "tekst", "Antwoord dat gekozen is; alleen bij een vraag met keuzes."),
    (
        "gesteld",
        9,
        "tekst",
        "nee: hier niet gesteld; het antwoord telt niet.",
    ),
    ("nota", 60, "tekst", "Nota bij het antwoord."),
    ("oordeel_code", 20, "tekst", "Code van het oordeel over het geheel."),
    ("oordeel", 24, "tekst", "Oordeel over het geheel in woorden."),
    ("controle_id", 38, "tekst", "Verborgen: vaste sleutel van de controle."),
    ("dossier_id", 38, "tekst", "Verborgen: vaste sleutel van de kolom in de matrix."),
)
"""Name, width, type and meaning; the sheet 'Verklaring' prints the same tuple."""
NAMES_A_ROW = 3
"""So many columns at the front tell which answer it is: they stay in sight, on paper too."""
GONE = "(deze vraag staat niet meer in deze versie)"
HIDDEN = ("controle_id", "dossier_id")

STYLES = {"tekst": "W tekst kort", "getal": "W getal", "datum": "W dag"}


def write_answers(book: Book, check: CheckFile, back: Return | None = None) -> None:
    """A row for every question of every dossier, answered or not."""
    sheet = book.sheet(NAME)
    for column, (label, width, _kind, _meaning) in enumerate(COLUMNS, start=1):
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = head_fits(label, width)
        sheet.column_dimensions[letter].hidden = label in HIDDEN
    rows = book.stream(sheet, keep=back is not None)
    heads = [label for label, *_rest in COLUMNS]
    rows.append(heads, ["W kop"] * len(heads), height=24)
    styles = [STYLES[kind] for _label, _width, kind, _meaning in COLUMNS]
    for values in rows_of(check):
        rows.append(values, styles, height=17, blanks=True)
    sheet.add_table(_table(heads, max(rows.rows, 2)))
    lay_on_paper(sheet, len(COLUMNS), NAMES_A_ROW)
    if back is not None:
        lock(sheet)
    book.running_heads(sheet, f"Gegevens · {check.centre_name}", check.reference)


def head_fits(label: str, width: int) -> int:
    """As wide as wished, and never so small that a head breaks in the middle of its word."""
    return max(width, len(label) + 4)


def lay_on_paper(sheet: Worksheet, columns: int, names: int) -> None:
    """Heads and the columns that name a row stay, on the screen and on every page."""
    sheet.freeze_panes = f"{get_column_letter(names + 1)}2"
    sheet.print_title_rows = "1:1"
    spread(sheet, columns, names)


def _table(heads: list[str], last: int) -> Table:
    table = Table(displayName=NAME, ref=f"A1:{get_column_letter(len(heads))}{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    table.tableColumns = [
        TableColumn(id=place, name=head) for place, head in enumerate(heads, start=1)
    ]  # else openpyxl looks for the heads among cells
    table.autoFilter = AutoFilter(ref=table.ref)
    return table


def rows_of(check: CheckFile) -> Iterator[tuple[Value, ...]]:
    """A row for every question of every dossier, and for every answer to one taken away since.

    A question that is not asked in a dossier keeps its answer here, with a mark.
    """
    template = check.template
    for dossier in check.dossiers:
        put_to = asked(template, dossier.answers)
        for section in template.sections:
            for question in section.questions:
                yield _row(check, dossier, section.title, question, question.key in put_to)
        for key in dossier.answers:
            if key not in template.keys:
                yield _row(check, dossier, "", _gone(key), put_to=False)


def _row(
    check: CheckFile, dossier: DossierColumn, section: str, question: Question, put_to: bool
) -> tuple[Value, ...]:
    filled = labels.filled(question, dossier)
    value = effective(question, filled)
    return (
        check.reference,
        dossier.number,
        question.key,
        check.centre_name,
        check.enterprise_number,
        check.visit_date,
        check.template.key,
        check.template.version,
        section,
        question.text,
        question.basis.words,
        _yes(question.definition_condition),
        _yes(question.mandate_relevant),
        str(value or ""),
        labels.answer(value),
        filled.hours_registered,
        filled.hours_documented,
        filled.words,
        filled.amount,
        question.unit,
        filled.day,
        next((one.text for one in question.options if one.key == filled.choice), filled.choice),
        _yes(put_to),
        filled.note,
        str(dossier.verdict or ""),
        labels.verdict(dossier.verdict),
        str(check.id),
        str(dossier.id),
    )


def _gone(key: str) -> Question:
    """A question that was taken out of a version in test after it was answered."""
    return Question(
        key=key,
        text=GONE,
        basis=Basis("", ""),
        answer_type=AnswerType.YES_PARTIAL_NO_NA,
        evidence=(),
        guidance="",
        severity_on_fail=Grade.OBSERVATION,
        definition_condition=False,
        mandate_relevant=False,
    )


def _yes(told: bool) -> str:
    return "ja" if told else "nee"
