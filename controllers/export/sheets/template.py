"""The sheets of a checklist in Excel: questions, the checklist itself, how to fill it in."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value, fit_row, put
from controllers.export.sheets.offering import number_rule
from controllers.template_columns import (
    FLAGS,
    HEAD_SHEET,
    HELP_SHEET,
    QUESTIONS_SHEET,
    UNITS,
    TemplateColumn,
    cells,
    columns,
    head,
    only_head,
)
from models.checklists.values import MOST_AMOUNT, ChecklistTemplate

Columns = Sequence[TemplateColumn]
HEAD_ROW = 3
SPARE_ROWS = 200
"""Rows below the last question that have drop-downs too."""
_HINT = (
    "Eén rij per vraag. Voeg rijen toe, verplaats of verwijder ze, en breng dit bestand terug in"
    " Waarmerk. Het blad Uitleg zegt wat elke kolom betekent."
)
_STEPS = (
    "Wijzig wat u wilt in het blad Vragen. De volgorde van de rijen is de volgorde van de vragen.",
    "Een nieuwe vraag is een nieuwe rij. Waar een cel een lijst heeft, kiest u uit die lijst.",
    "Bewaar als .xlsx en lees het bestand in. Waarmerk zegt eerst rij per rij wat er verandert.",
    "Een gepubliceerde versie verandert nooit: wat u inleest, wordt een ontwerp.",
)
_WRITTEN_AS = {"key": "W sleutel", "text": "W tekst vet"}


def write_questions(book: Book, template: ChecklistTemplate) -> None:
    """A row a question, with drop-downs, and the keys of before in hidden columns."""
    sheet = book.sheet(QUESTIONS_SHEET)
    put(sheet, 1, 1, f"{template.title}, versie {template.version}", "W titel")
    put(sheet, 2, 1, _HINT, "W onderschrift")
    sheet.row_dimensions[1].height = 32
    shown = columns(template.unit)
    for number, column in enumerate(shown, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = column.width
        sheet.column_dimensions[letter].hidden = column.hidden
        put(sheet, HEAD_ROW, number, column.label, "W kop")
    sheet.row_dimensions[HEAD_ROW].height = 34
    row = HEAD_ROW
    for section in template.sections:
        for question in section.questions:
            row += 1
            _write_row(sheet, row, shown, cells(section, question, template.assessment))
        if not section.questions:
            row += 1
            _write_row(sheet, row, shown, only_head(section))
    _offer(sheet, shown, row + SPARE_ROWS)
    last = get_column_letter(len(shown))
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{max(row, HEAD_ROW + 1)}"
    sheet.freeze_panes = f"C{HEAD_ROW + 1}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.print_title_cols = "A:B"
    sheet.page_setup.fitToWidth = 4
    book.running_heads(sheet, template.title, f"versie {template.version}")


def write_head(book: Book, template: ChecklistTemplate, made_at: datetime, program: str) -> None:
    """Title, what it is answered for, the rule about names, and the thresholds."""
    sheet = book.sheet(HEAD_SHEET, landscape=False)
    for letter, width in (("A", 36.0), ("B", 50.0), ("C", 50.0)):
        sheet.column_dimensions[letter].width = width
    put(sheet, 1, 1, "Over de controlelijst", "W titel")
    sheet.row_dimensions[1].height = 32
    facts = _facts(template)
    row = 2
    for field, label, meaning in head(template.unit):
        row += 1
        value = facts[field]
        put(sheet, row, 1, label, "W tekst vet")
        put(sheet, row, 2, value, "W tekst")
        put(sheet, row, 3, meaning, "W toelichting")
        fit_row(sheet, row, {1: label, 2: str(value or ""), 3: meaning})
        if field == "unit":
            _choices(sheet, f"B{row}", "keuze_eenheid")
        if field in ("motivation_required", "four_eyes"):
            _choices(sheet, f"B{row}", "keuze_mandate_relevant")
    moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    for label, told, style in (
        ("Gemaakt met", program, "W feit"),
        ("Gemaakt op (UTC)", moment, "W feit moment"),
    ):
        row += 1
        put(sheet, row, 1, label, "W label")
        put(sheet, row, 2, told, style)
    book.running_heads(sheet, template.title, f"versie {template.version}")


def write_help(book: Book, template: ChecklistTemplate) -> None:
    """How to fill it in, what each column means, and the lists behind the drop-downs."""
    sheet = book.sheet(HELP_SHEET, landscape=False)
    for letter, width in (("A", 24.0), ("B", 84.0), ("C", 40.0)):
        sheet.column_dimensions[letter].width = width
    put(sheet, 1, 1, "Hoe u dit bestand invult", "W titel")
    sheet.row_dimensions[1].height = 32
    row = 2
    for number, step in enumerate(_STEPS, start=1):
        row += 1
        put(sheet, row, 1, f"Stap {number}", "W tekst vet")
        put(sheet, row, 2, step, "W tekst")
        fit_row(sheet, row, {2: step})
    shown = columns(template.unit)
    row = _write_meanings(sheet, shown, row + 2)
    _write_lists(book, sheet, shown, row + 2)
    book.running_heads(sheet, template.title, f"versie {template.version}")


def _write_row(sheet: Worksheet, row: int, shown: Columns, told: Mapping[str, Value]) -> None:
    texts: dict[int, str] = {}
    for number, column in enumerate(shown, start=1):
        value = told.get(column.field)
        put(sheet, row, number, value, _style(column))
        if not column.hidden:
            texts[number] = str(value if value is not None else "")
    fit_row(sheet, row, texts)


def _style(column: TemplateColumn) -> str:
    if column.hidden:
        return "W id"
    return _WRITTEN_AS.get(column.field, "W getal" if column.number else "W tekst")


def _facts(template: ChecklistTemplate) -> dict[str, Value]:
    limits = template.thresholds
    return {
        "title": template.title,
        "unit": UNITS[template.unit],
        "pseudonym_rule": template.pseudonym_rule,
        "mandate_dossiers": limits.mandate_relevant.dossiers,
        "definition_dossiers": limits.definition_condition.dossiers,
        "definition_share_pct": limits.definition_condition.share_pct,
        "other_dossiers": limits.other.dossiers,
        "other_share_pct": limits.other.share_pct,
        "key": template.key,
        "version": template.version,
        **_assessed(template),
    }


def _assessed(template: ChecklistTemplate) -> dict[str, Value]:
    rules = template.assessment
    if rules is None:
        return {}
    return {
        "motivation_required": FLAGS[rules.motivation_required],
        "four_eyes": FLAGS[rules.four_eyes],
        "legal_basis": rules.legal_basis,
    }


def _write_meanings(sheet: Worksheet, shown: Columns, row: int) -> int:
    put(sheet, row, 1, f"Kolommen van het blad {QUESTIONS_SHEET}", "W tussenkop")
    sheet.row_dimensions[row].height = 26
    row += 1
    put(sheet, row, 1, "Kolom", "W kop")
    put(sheet, row, 2, "Betekenis", "W kop")
    for column in shown:
        if column.hidden:
            continue
        row += 1
        put(sheet, row, 1, column.label, "W tekst vet")
        put(sheet, row, 2, column.meaning, "W tekst")
        fit_row(sheet, row, {1: column.label, 2: column.meaning})
    return row


def _write_lists(book: Book, sheet: Worksheet, shown: Columns, row: int) -> None:
    put(sheet, row, 1, "Lijsten om uit te kiezen", "W tussenkop")
    sheet.row_dimensions[row].height = 26
    lists = {f"keuze_{column.field}": column for column in shown if column.choices}
    told = {name: (column.label, column.choices) for name, column in lists.items()}
    told["keuze_eenheid"] = ("Beantwoord voor elk", tuple(UNITS.values()))
    for name, (label, choices) in told.items():
        first = row + 1
        for place, choice in enumerate(choices):
            row += 1
            put(sheet, row, 1, label if not place else "", "W tekst vet")
            put(sheet, row, 2, choice, "W tekst")
        area = f"{HELP_SHEET}!$B${first}:$B${row}"
        book.workbook.defined_names[name] = DefinedName(name, attr_text=area)


def _offer(sheet: Worksheet, shown: Columns, last: int) -> None:
    for number, column in enumerate(shown, start=1):
        letter = get_column_letter(number)
        area = f"{letter}{HEAD_ROW + 1}:{letter}{last}"
        if column.choices:
            _choices(sheet, area, f"keuze_{column.field}")
        if column.number:
            _numbers(sheet, area)


def _choices(sheet: Worksheet, area: str, name: str) -> None:
    choice = DataValidation(type="list", formula1=name, allow_blank=True, showErrorMessage=True)
    choice.errorTitle = "Deze waarde bestaat niet"
    choice.error = "Kies een waarde uit de lijst, of maak de cel leeg."
    choice.add(area)
    sheet.add_data_validation(choice)


def _numbers(sheet: Worksheet, area: str) -> None:
    number = number_rule(-MOST_AMOUNT, MOST_AMOUNT)
    number.allow_blank, number.showErrorMessage = True, True
    number.errorTitle = "Dit is geen getal"
    number.error = "Schrijf een getal, zoals 3 of 2,5."
    number.add(area)
    sheet.add_data_validation(number)
