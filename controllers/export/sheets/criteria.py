"""The sheet 'Vereisten' of an assessment: a row a requirement, three columns to fill in."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export import criterion_words as words
from controllers.export import palette
from controllers.export import return_marks as marks
from controllers.export.cell_text import is_cut
from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value, colour_word, fit_row, put, put_formula
from controllers.export.sheets.offering import inline_list
from controllers.export.sheets.returning import Return, begin_ids, lock
from models.applications.values import ApplicationFile, CriterionFile, Judgement

NAME = marks.SHEETS[marks.CRITERIA]
HEAD_ROW, ID_ROW = 6, 7
COLUMNS: tuple[tuple[str, float, str], ...] = (
    ("Nr.", 9.0, marks.KEY),
    ("Vereiste", 40.0, marks.QUESTION),
    ("Waarop het rust", 26.0, "basis"),
    ("Wat een centrum kan bezorgen", 24.0, "shows"),
    ("Opgezocht", 25.0, "facts"),
    ("Oordeel", 17.0, marks.JUDGEMENT),
    ("Motivering", 42.0, marks.MOTIVATION),
    ("Wat ontvangen is", 27.0, marks.EVIDENCE),
)
"""Heading, width and the id of each column; together what prints at 70 % on A4 across."""
JUDGEMENT_COLUMN = 6
ID_COLUMN = len(COLUMNS) + 1
_LEAST = 48.0
"""Points a row has at least, so that somebody can write in it by hand too."""
_TONES = {
    Judgement.MEETS: (palette.DONE, ""),
    Judgement.PARTLY: (palette.DUE, palette.DUE_SOFT),
    Judgement.DOES_NOT_MEET: (palette.LATE, palette.LATE_SOFT),
    Judgement.INFO_NEEDED: (palette.ACCENT, palette.ACCENT_SOFT),
}


def write_criteria(book: Book, file: ApplicationFile, back: Return) -> None:
    """Write the sheet. Only judgement, motivation and what was received take input."""
    sheet = book.sheet(NAME)
    sheet.sheet_properties.tabColor = palette.ACCENT
    for column, (label, width, _id) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        put(sheet, HEAD_ROW, column, label, "W kop")
    sheet.row_dimensions[HEAD_ROW].height = 26
    lines = _write_rows(sheet, file, back)
    last = max(lines.values(), default=ID_ROW)
    _write_title(sheet, file, lines)
    if back.answers_open:
        _offer(sheet, file, lines)
    _colour(sheet, file, last)
    _write_ids(sheet, lines)
    lock(sheet)
    sheet.freeze_panes = f"C{ID_ROW + 1}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.print_area = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    book.running_heads(sheet, f"Beoordeling {file.centre_name}", file.reference)


def _write_title(sheet: Worksheet, file: ApplicationFile, lines: dict[str, int]) -> None:
    put(sheet, 1, 1, "Beoordeling van een aanvraag", "W titel")
    sheet.row_dimensions[1].height = 32
    template, column = file.template, get_column_letter(JUDGEMENT_COLUMN)
    left: tuple[tuple[str, Value, str], ...] = (
        ("Centrum", file.centre_name, "W feit"),
        ("Nummer", file.enterprise_number, "W feit"),
        ("Ontvangen", file.days.received_on, "W feit dag"),
    )
    right = (
        ("Kenmerk", file.reference),
        ("Beoordelaar", file.assessor),
        ("Controlelijst", f"{template.title}, versie {template.version}"),
    )
    for row, ((label, value, style), (name, text)) in enumerate(
        zip(left, right, strict=True), start=2
    ):
        put(sheet, row, 1, label, "W label")
        put(sheet, row, 2, value, style)
        put(sheet, row, 3, name, "W label")
        put(sheet, row, 4, text, "W feit")
        sheet.row_dimensions[row].height = 18
    put(sheet, 2, 7, "Beoordeeld", "W label")
    put_formula(sheet, 2, 8, _counted(file, column, lines), "W feit")
    sheet.row_dimensions[5].height = 8


def _counted(file: ApplicationFile, column: str, lines: dict[str, int]) -> str:
    """How many of those that are asked have a judgement, in runs of rows without the others."""
    runs: list[list[int]] = []
    cut = True
    for one in file.criteria:
        if not one.asked:
            cut = True
            continue
        if cut:
            runs.append([])
        runs[-1].append(lines[one.key])
        cut = False
    counts = [f'COUNTIF({column}{run[0]}:{column}{run[-1]},"?*")' for run in runs]
    return f'={"+".join(counts) or "0"}&" van {len(file.asked)}"'


def _write_rows(sheet: Worksheet, file: ApplicationFile, back: Return) -> dict[str, int]:
    by_key = {one.key: one for one in file.criteria}
    lines: dict[str, int] = {}
    row = ID_ROW
    for section in file.template.sections:
        row += 1
        put(sheet, row, 1, section.title, "W sectie")
        for column in range(2, len(COLUMNS) + 1):
            put(sheet, row, column, None, "W sectie")
        sheet.row_dimensions[row].height = 22
        for criterion in section.questions:
            row += 1
            lines[criterion.key] = row
            _write_row(sheet, row, file, by_key[criterion.key], back)
    return lines


def _write_row(
    sheet: Worksheet, row: int, file: ApplicationFile, one: CriterionFile, back: Return
) -> None:
    answer, text = (
        ("W open antwoord", "W open tekst") if back.answers_open else ("W antwoord", "W tekst")
    )
    told = (
        (one.key, "W sleutel"),
        (words.requirement(file, one), "W tekst"),
        (words.basis(one), "W tekst"),
        (words.shows(one), "W tekst"),
        (words.looked_up(one), "W tekst"),
        (words.judgement_word(file, one.judged.judgement), answer),
        (one.judged.motivation, "W tekst" if is_cut(one.judged.motivation) else text),
        (one.judged.evidence, "W tekst" if is_cut(one.judged.evidence) else text),
    )
    for column, (said, style) in enumerate(told, start=1):
        put(sheet, row, column, said or None, style)
    fit_row(sheet, row, {column: said for column, (said, _style) in enumerate(told, start=1)})
    sheet.row_dimensions[row].height = max(sheet.row_dimensions[row].height, _LEAST)


def _offer(sheet: Worksheet, file: ApplicationFile, lines: dict[str, int]) -> None:
    offered = [label for _judgement, label in file.template.assessing.labels]
    told = "Kies een oordeel uit de lijst, of maak de cel leeg."
    rule = inline_list(offered, "Dit oordeel bestaat niet", told)
    if rule is None:
        return
    for row in lines.values():
        rule.add(f"{get_column_letter(JUDGEMENT_COLUMN)}{row}")
    sheet.add_data_validation(rule)


def _colour(sheet: Worksheet, file: ApplicationFile, last: int) -> None:
    column = get_column_letter(JUDGEMENT_COLUMN)
    area = f"{column}{ID_ROW + 1}:{column}{last}"
    for judgement, colours in _TONES.items():
        colour_word(sheet, area, words.judgement_word(file, judgement), *colours)


def _write_ids(sheet: Worksheet, lines: dict[str, int]) -> None:
    begin_ids(sheet, marks.CRITERIA, ID_ROW, ID_COLUMN)
    put(sheet, HEAD_ROW, ID_COLUMN, marks.HEAD, "W id")
    for column, (_label, _width, name) in enumerate(COLUMNS, start=1):
        put(sheet, ID_ROW, column, name, "W id")
    for key, row in lines.items():
        put(sheet, row, ID_COLUMN, key, "W id")
