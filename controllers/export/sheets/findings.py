"""The sheet 'Vaststellingen': what was found, on what it rests, and what is asked by when."""

from collections.abc import Mapping

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export import labels, palette
from controllers.export import return_marks as marks
from controllers.export.finding_words import Asked, basis_of, dossiers_of
from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import (
    TALLEST_ROW,
    colour_word,
    fit_row,
    lines_of,
    own_look,
    put,
)
from controllers.export.sheets.matrix import NAME, Places
from controllers.export.sheets.offering import day_rule, inline_list
from controllers.export.sheets.returning import Return, begin_ids, lock
from models.checks.rules.units import words
from models.checks.values import CheckFile, FindingFile, Grade

_COLUMNS = (
    ("Nr.", 5),
    ("Ernst", 16),
    ("Vraag", 8),
    ("Vaststelling", 38),
    ("Waarop we ons baseren", 32),
    ("Dossiers", 16),
    ("Maatregel", 30),
    ("Bewijs dat we verwachten", 22),
    ("Uiterste datum", 20),
    ("Reactie van het centrum", 24),
)
"""Together no wider than what stays legible on A4 across: some 210 signs print at 70 %."""
_REACTION = (
    (marks.REACTION_KIND, "Soort reactie", 13, "W open antwoord"),
    (marks.REACTION, "Reactie van het centrum", 28, "W open tekst"),
    (marks.REACTION_DAY, "Datum van de reactie", 11, "W open dag"),
)
"""The open columns of a sheet that can come back, instead of the last one."""
_READ = (5, 16, 8, 32, 24, 13, 25, 17, 20)
"""What is only read then gives room to what is written."""
_FIRST_OPEN = len(_COLUMNS)
_IDS = (
    *("nr", "grade", "question", "statement", "basis"),
    *("dossiers", "measure", "evidence", "due"),
)
"""The ids of the other columns."""


PROPOSED_DAY = 'dd/mm/yyyy" (voorstel)"'


def write_findings(
    book: Book,
    check: CheckFile,
    places: Places,
    asked: Mapping[str, Asked],
    back: Return | None = None,
) -> None:
    """Findings in the order of the check, then strong points, then what was left out and why."""
    sheet = book.sheet(marks.SHEETS[marks.FINDINGS])
    say = words(check.template.unit)
    columns = [(say.Many if label == "Dossiers" else label, wide) for label, wide in _columns(back)]
    for column, (_label, width) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    put(sheet, 1, 1, "Vaststellingen", "W titel")
    sheet.row_dimensions[1].height = 32
    put(sheet, 2, 1, f"{check.centre_name} · {check.reference}", "W onderschrift")
    row = _write_summary(sheet, check, 4)
    head = row + 1
    for column, (label, _width) in enumerate(columns, start=1):
        put(sheet, head, column, label, "W kop")
    sheet.row_dimensions[head].height = 30
    told = [finding for finding in check.findings if not finding.left_out]
    reported = [finding for finding in told if finding.grade is not Grade.COACHING]
    row = _write_reported(sheet, head, reported, check, places, asked)
    if reported:
        keys = back is not None  # in the filter, so that sorting takes the hidden ids along
        sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(columns) + keys)}{row}"
    if back is not None:
        _write_ids(sheet, head, reported)
        sheet.freeze_panes = f"A{head + 1}"
        lock(sheet)
    coaching = [finding for finding in told if finding.grade is Grade.COACHING]
    row = _write_points(sheet, row + 2, "Coaching", coaching)
    row = _write_points(sheet, row if coaching else row + 2, "Sterke punten", check.strengths)
    _write_points(sheet, row + 1, "Niet opgenomen", [f for f in check.findings if f.left_out])
    sheet.print_title_rows = f"{head}:{head}"
    book.running_heads(sheet, f"Vaststellingen · {check.centre_name}", check.reference)


def _columns(back: Return | None) -> tuple[tuple[str, int], ...]:
    if back is None:
        return _COLUMNS
    read = ((label, width) for (label, _wide), width in zip(_COLUMNS, _READ, strict=False))
    return (*read, *((label, width) for _key, label, width, _style in _REACTION))


def _write_ids(sheet: Worksheet, head: int, findings: list[FindingFile]) -> None:
    """The open cells of each finding, and the ids by which they are known when they come back."""
    last = _FIRST_OPEN + len(_REACTION)
    begin_ids(sheet, marks.FINDINGS, head - 1, last)
    put(sheet, head, last, marks.HEAD, "W id")
    for column, name in enumerate(_IDS, start=1):
        put(sheet, head - 1, column, name, "W id")
    for column, (name, _label, _width, style) in enumerate(_REACTION, start=_FIRST_OPEN):
        put(sheet, head - 1, column, name, "W id")
        for row in range(head + 1, head + 1 + len(findings)):
            put(sheet, row, column, None, style)
    for row, finding in enumerate(findings, start=head + 1):
        put(sheet, row, last, str(finding.id), "W id")
    if findings:
        _offer_reactions(sheet, head + 1, head + len(findings))


def _offer_reactions(sheet: Worksheet, first: int, last: int) -> None:
    title, told = "Deze soort reactie bestaat niet", "Kies een soort uit de lijst."
    kinds, days = inline_list([*labels.REACTIONS.values()], title, told), day_rule()
    left, right = get_column_letter(_FIRST_OPEN), get_column_letter(_FIRST_OPEN + 2)
    if kinds is not None:
        kinds.add(f"{left}{first}:{left}{last}")
        sheet.add_data_validation(kinds)
    days.add(f"{right}{first}:{right}{last}")
    sheet.add_data_validation(days)


def _write_summary(sheet: Worksheet, check: CheckFile, row: int) -> int:
    facts = (
        ("Besluit", check.conclusion),
        ("Opvolging", check.follow_up),
        ("Gesproken met", check.spoken_to),
    )
    for label, text in facts:
        if not text.strip():
            continue
        put(sheet, row, 1, label, "W label")
        sheet.merge_cells(start_row=row, start_column=3, end_row=row, end_column=7)
        put(sheet, row, 3, text, "W tekstblok")
        _fit_merged(sheet, row, text)
        row += 1
    return row


def _fit_merged(sheet: Worksheet, row: int, text: str) -> None:
    """A text that lies over the columns C to G."""
    width = sum(float(sheet.column_dimensions[letter].width) for letter in "CDEFG")
    height = lines_of(text, width) * 15 + 8
    sheet.row_dimensions[row].height = min(TALLEST_ROW, max(22, height))


def _write_reported(
    sheet: Worksheet,
    head: int,
    findings: list[FindingFile],
    check: CheckFile,
    places: Places,
    asked: Mapping[str, Asked],
) -> int:
    row = head
    for number, finding in enumerate(findings, start=1):
        row += 1
        _write_finding(sheet, row, number, finding, check, asked[finding.key])
        _link(sheet, row, finding.question_key, places)
    if not findings:
        row += 1
        put(sheet, row, 1, "Er zijn geen vaststellingen.", "W onderschrift")
        sheet.row_dimensions[row].height = 22
        return row
    _colour(sheet, f"B{head + 1}:B{row}")
    return row


def _write_finding(
    sheet: Worksheet, row: int, number: int, finding: FindingFile, check: CheckFile, asked: Asked
) -> None:
    basis, where = basis_of(finding, check), dossiers_of(finding)
    grade = labels.grade(finding.grade)
    texts = (grade, finding.question_key, finding.text, basis, where)
    put(sheet, row, 1, number, "W volgnummer")
    for column, text in enumerate(texts, start=2):
        put(sheet, row, column, text, "W tekst vet" if column == 2 else "W tekst")
    _write_asked(sheet, row, asked)
    put(sheet, row, 10, None, "W invullen")
    due = asked.due if isinstance(asked.due, str) else ""
    fit_row(sheet, row, dict(enumerate((*texts, asked.measure, asked.evidence, due), start=2)))


def _write_asked(sheet: Worksheet, row: int, asked: Asked) -> None:
    put(sheet, row, 7, asked.measure, "W tekst")
    put(sheet, row, 8, asked.evidence, "W tekst")
    cell = put(sheet, row, 9, asked.due, "W tekst" if isinstance(asked.due, str) else "W dag")
    if asked.due_proposed and not isinstance(asked.due, str):
        own_look(cell).number_format = PROPOSED_DAY


def _link(sheet: Worksheet, row: int, question_key: str, places: Places) -> None:
    if question_key in places.rows:
        cell = sheet.cell(row, 3)
        cell.hyperlink = Hyperlink(
            ref=cell.coordinate,
            location=f"{NAME}!A{places.rows[question_key]}",
            tooltip="Naar deze vraag in de matrix",
        )
        cell.style = "W koppeling"


def _write_points(
    sheet: Worksheet, row: int, title: str, points: tuple[FindingFile, ...] | list[FindingFile]
) -> int:
    if not points:
        return row
    put(sheet, row, 1, title, "W tussenkop")
    sheet.row_dimensions[row].height = 26
    for point in points:
        row += 1
        text = point.text
        if point.left_out and point.left_out_reason:
            text = f"{text}\nReden: {point.left_out_reason}"
        put(sheet, row, 1, "•", "W punt")
        put(sheet, row, 2, point.question_key, "W label")
        first = 3 if point.question_key else 2
        sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=7)
        put(sheet, row, first, text, "W tekstblok")
        _fit_merged(sheet, row, text)
    return row + 1


def _colour(sheet: Worksheet, area: str) -> None:
    for grade, ink, ground in (
        (Grade.MAJOR, palette.LATE, palette.LATE_SOFT),
        (Grade.MINOR, palette.DUE, palette.DUE_SOFT),
    ):
        colour_word(sheet, area, labels.grade(grade), ink, ground)
