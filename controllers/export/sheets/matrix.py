"""The sheet 'Matrix': questions down, dossiers across, alive: its counts follow what is typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export import labels, palette
from controllers.export import return_marks as marks
from controllers.export.cell_text import safe_text
from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import colour_word, fit_row, own_look, put, put_formula
from controllers.export.sheets.offering import OPEN_STYLES, offer_answers
from controllers.export.sheets.returning import Return, begin_ids, lock
from models.checks.rules import standing
from models.checks.rules.units import words
from models.checks.values import (
    JUDGED,
    AnswerValue,
    CheckFile,
    ChecklistAnswer,
    Question,
    Verdict,
)
from models.checks.values.exchange import SheetUse

Stood = Mapping[str, AnswerValue | None]
NAME = marks.SHEETS[marks.MATRIX]
HEAD_ROW, ID_ROW, VERDICT_ROW = 6, 7, 8
FIRST_DOSSIER = 6
"""Column F: A number, B question, C to E the counts."""
FACT_STYLES = {
    **dict.fromkeys(("hours_registered", "hours_documented"), "W antwoord uren"),
    **dict.fromkeys(("words", "choice", "amount"), "W antwoord"),
    "day": "W antwoord dag",
}
PER_PAGE = 14
"""Dossiers beside one another on a printed page, still legible on A4."""
OPEN = "open"
"""A dossier without a verdict."""
NOTED = '@" *"'
_NOTE_IN_COMMENT = 600
_TITLE_COLUMNS = 8
"""So many dossier columns the title block needs, however few dossiers there are."""


@dataclass
class Places:
    """Where things stand on the matrix, for links from other sheets."""

    rows: dict[str, int] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)
    stood: Mapping[UUID, Stood] = field(default_factory=dict)
    """What every question comes to in a dossier, conditions counted in."""
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    """Every row that can be filled in: of which question, and which of its facts."""
    answers_open: bool = False

    def style(self, field: str, closed: str) -> str:
        """How the cell of a fact looks: as a field where it may be filled in."""
        return OPEN_STYLES[field] if self.answers_open else closed

    def cell(self, question: str, dossier: str) -> str:
        """The reference of an answer, such as Matrix!F12."""
        return f"{NAME}!{get_column_letter(self.columns[dossier])}{self.rows[question]}"


def write_matrix(book: Book, check: CheckFile, back: Return | None = None) -> Places:
    """Write the sheet; a dossier without an answer keeps an empty cell with the drop-down.

    With `back` it can come back: only then its cells have ids, and only what is open takes input.
    """
    sheet = book.sheet(NAME)
    sheet.sheet_properties.tabColor = palette.ACCENT
    places = Places(
        stood={one.id: standing(check.template, one.answers) for one in check.dossiers},
        answers_open=back is not None and back.answers_open,
    )
    _set_widths(sheet, check)
    _write_title(sheet, check)
    _write_heads(sheet, check, places)
    last = _write_sections(sheet, check, places)
    _write_legend(sheet, last + 2, back)
    if check.dossiers:
        if back is None or back.answers_open:
            offer_answers(sheet, check, places.lines, FIRST_DOSSIER)
        _colour(sheet, check, last)
    if back is not None:
        _write_ids(sheet, places, check)
        lock(sheet)
    _set_up_print(book, sheet, check, last)
    sheet.freeze_panes = f"{get_column_letter(FIRST_DOSSIER)}{VERDICT_ROW + 1}"
    return places


def _set_widths(sheet: Worksheet, check: CheckFile) -> None:
    for letter, width in (("A", 9.0), ("B", 50.0), ("C", 6.0), ("D", 6.0), ("E", 6.0)):
        sheet.column_dimensions[letter].width = width
    for index in range(len(check.dossiers)):
        sheet.column_dimensions[get_column_letter(FIRST_DOSSIER + index)].width = 12.5


def _write_title(sheet: Worksheet, check: CheckFile) -> None:
    put(sheet, 1, 1, words(check.template.unit).Check, "W titel")
    sheet.row_dimensions[1].height = 32
    left = (
        ("Centrum", check.centre_name, "W feit"),
        ("Nummer", check.enterprise_number, "W feit"),
        ("Bezoek", check.visit_date or check.planned_on or "nog niet gepland", "W feit dag"),
    )
    template = check.template
    right = (
        ("Kenmerk", check.reference),
        ("Controleur", check.officer),
        ("Checklist", f"{template.title}, versie {template.version}"),
    )
    for row, (label, value, style) in enumerate(left, start=2):
        put(sheet, row, 1, label, "W label")
        put(sheet, row, 2, value, style)
        sheet.row_dimensions[row].height = 18
    for row, (label, text) in enumerate(right, start=2):
        put(sheet, row, 3, label, "W label")
        put(sheet, row, FIRST_DOSSIER, text, "W feit")
    sheet.row_dimensions[5].height = 8


def _write_heads(sheet: Worksheet, check: CheckFile, places: Places) -> None:
    put(sheet, HEAD_ROW, 1, "Nr.", "W kop")
    put(sheet, HEAD_ROW, 2, "Vraag", "W kop")
    for column, label in enumerate(("ja", "ged.", "nee"), start=3):
        put(sheet, HEAD_ROW, column, label, "W kop midden")
    put(sheet, ID_ROW, 1, str(check.id), "W id")
    sheet.row_dimensions[ID_ROW].hidden = True
    for column in range(1, FIRST_DOSSIER):
        put(sheet, VERDICT_ROW, column, None, "W sectie")
    each = f"Oordeel per {words(check.template.unit).one}"
    put(sheet, VERDICT_ROW, 2, each, "W sectie")
    heads: dict[int, str] = {}
    verdicts: dict[int, str] = {}
    for column, dossier in enumerate(check.dossiers, start=FIRST_DOSSIER):
        places.columns[dossier.number] = column
        heads[column], verdicts[column] = dossier.number, labels.verdict(dossier.verdict) or OPEN
        put(sheet, HEAD_ROW, column, dossier.number, "W kop midden")
        put(sheet, ID_ROW, column, str(dossier.id), "W id")
        put(sheet, VERDICT_ROW, column, verdicts[column], "W oordeel")
    fit_row(sheet, HEAD_ROW, {2: "Vraag"} | heads, size=10.5)
    fit_row(sheet, VERDICT_ROW, {2: each} | verdicts, size=10.5)


def _write_sections(sheet: Worksheet, check: CheckFile, places: Places) -> int:
    row = VERDICT_ROW
    last_column = FIRST_DOSSIER + len(check.dossiers) - 1
    for section in check.template.sections:
        row += 1
        put(sheet, row, 1, section.title, "W sectie")
        for column in range(2, max(last_column, FIRST_DOSSIER - 1) + 1):
            put(sheet, row, column, None, "W sectie")
        sheet.row_dimensions[row].height = 22
        for question in section.questions:
            row += 1
            places.rows[question.key] = places.lines[question.key, marks.VALUE] = row
            _write_question(sheet, row, question, check, places)
            row = _write_facts(sheet, row, question, check, places)
    return row


def _write_question(
    sheet: Worksheet, row: int, question: Question, check: CheckFile, places: Places
) -> None:
    put(sheet, row, 1, question.key, "W sleutel")
    put(sheet, row, 2, question.text, "W tekst")
    last = get_column_letter(FIRST_DOSSIER + max(len(check.dossiers), 1) - 1)
    first = get_column_letter(FIRST_DOSSIER)
    for column, value in enumerate(JUDGED, start=3):
        formula = f'=COUNTIF(${first}{row}:${last}{row},"{labels.answer(value)}")'
        put_formula(sheet, row, column, formula, "W telling")
    for column, dossier in enumerate(check.dossiers, start=FIRST_DOSSIER):
        style = places.style(marks.VALUE, "W antwoord")
        cell = put(sheet, row, column, labels.answer(places.stood[dossier.id][question.key]), style)
        called = f"{words(check.template.unit).one} {dossier.number}"
        _tell_note(cell, called, labels.filled(question, dossier))
    fit_row(sheet, row, {2: question.text})
    sheet.row_dimensions[row].height = max(sheet.row_dimensions[row].height, 36)


def _tell_note(cell: Cell, called: str, filled: ChecklistAnswer) -> None:
    note = safe_text(filled.note)
    if note:
        own_look(cell).number_format = NOTED
        short = note if len(note) <= _NOTE_IN_COMMENT else note[:_NOTE_IN_COMMENT] + " […]"
        lines = min(12, 2 + len(short) // 38)
        cell.comment = Comment(f"{marks.REMARK}{safe_text(called)}\n{short}", "Waarmerk")
        cell.comment.width, cell.comment.height = 280, 20 + 17 * lines


def _write_facts(
    sheet: Worksheet, row: int, question: Question, check: CheckFile, places: Places
) -> int:
    """What belongs to an answer besides the answer: hours, a number, a day, words or a choice."""
    for label, place in labels.fact_rows(question):
        row += 1
        places.lines[question.key, place] = row
        for column in (1, 3, 4, 5):
            put(sheet, row, column, None, "W bijvraag")
        put(sheet, row, 2, f"{label} ({question.key})", "W bijvraag")
        style = places.style(place, FACT_STYLES[place])
        for column, dossier in enumerate(check.dossiers, start=FIRST_DOSSIER):
            put(sheet, row, column, labels.fact(question, dossier, place), style)
        sheet.row_dimensions[row].height = 20
    return row


def _write_ids(sheet: Worksheet, places: Places, check: CheckFile) -> None:
    """Ids in a hidden row above the dossiers and in a hidden column beside them."""
    last = FIRST_DOSSIER + max(len(check.dossiers), _TITLE_COLUMNS)
    begin_ids(sheet, marks.MATRIX, ID_ROW, last)
    put(sheet, ID_ROW, 1, marks.KEY, "W id")
    put(sheet, ID_ROW, 2, marks.QUESTION, "W id")
    put(sheet, HEAD_ROW, last, marks.NUMBER_ROW, "W id")
    put(sheet, VERDICT_ROW, last, marks.VERDICT_ROW, "W id")
    for (key, field_), row in places.lines.items():
        put(sheet, row, last, marks.answer_row(key, field_), "W id")


def _write_legend(sheet: Worksheet, row: int, back: Return | None) -> None:
    text = "* bij dit antwoord hoort een nota: zie het blad Nota's. Leeg: nog niet beantwoord."
    if back is not None and back.use is SheetUse.CENTRE:
        text = "Leeg: nog niet beantwoord. Dit blad is om te lezen."
    put(sheet, row, 2, text, "W toelichting")
    fit_row(sheet, row, {2: text}, size=10)


def _colour(sheet: Worksheet, check: CheckFile, last_row: int) -> None:
    first = get_column_letter(FIRST_DOSSIER)
    last = get_column_letter(FIRST_DOSSIER + len(check.dossiers) - 1)
    area = f"{first}{VERDICT_ROW}:{last}{last_row}"
    late, due = (palette.LATE, palette.LATE_SOFT), (palette.DUE, palette.DUE_SOFT)
    done, quiet = (palette.DONE,), (palette.QUIET,)
    for value, colours in (
        (AnswerValue.NO, late),
        (AnswerValue.PARTIAL, due),
        (AnswerValue.YES, done),
    ):
        colour_word(sheet, area, labels.answer(value), *colours)
    for outcome, colours in (
        (Verdict.NON_CONFORM, late),
        (Verdict.CONFORM_WITH_REMARKS, due),
        (Verdict.CONFORM, done),
    ):
        colour_word(sheet, area, labels.verdict(outcome), *colours)
    for word in (labels.answer(AnswerValue.NA), labels.answer(AnswerValue.NOT_CHECKED), OPEN):
        colour_word(sheet, area, word, *quiet, italic=True)


def _set_up_print(book: Book, sheet: Worksheet, check: CheckFile, last_row: int) -> None:
    head = f"{words(check.template.unit).Check} {check.centre_name}"
    book.running_heads(sheet, head, check.reference)
    sheet.print_title_rows = f"{HEAD_ROW}:{VERDICT_ROW}"
    sheet.print_title_cols = "A:E"
    count = len(check.dossiers)
    sheet.page_setup.fitToWidth = max(1, -(-count // PER_PAGE))
    last = get_column_letter(FIRST_DOSSIER + max(count, _TITLE_COLUMNS) - 1)
    sheet.print_area = f"A1:{last}{last_row + 2}"
