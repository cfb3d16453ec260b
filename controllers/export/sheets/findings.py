"""The sheet 'Vaststellingen': what was found, on what it rests, and what is asked by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export import labels, palette
from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import TALLEST_ROW, colour_word, fit_row, lines_of, put
from controllers.export.sheets.matrix import NAME, Places
from models.checks.rules import measure_of, measure_term
from models.checks.values import CheckFile, FindingFile, Grade
from models.kernel.wording import enumeration
from models.terms.values import Changed

_COLUMNS = (
    ("Nr.", 6),
    ("Ernst", 16),
    ("Vraag", 9),
    ("Vaststelling", 42),
    ("Waarop we ons baseren", 38),
    ("Dossiers", 22),
    ("Maatregel", 36),
    ("Bewijs dat we verwachten", 26),
    ("Uiterste datum", 24),
    ("Reactie van het centrum", 28),
)


PROPOSED = "Voorstel: "
"""Stands before what the officer did not write: the letter asks the same."""
PROPOSED_DAY = 'dd/mm/yyyy" (voorstel)"'


@dataclass(frozen=True, slots=True)
class Asked:
    """What the three columns of a measure say."""

    measure: str
    evidence: str
    due: date | str | None
    due_proposed: bool


def asked_of(
    check: CheckFile, letter_date: date | None, changed: Changed | None, on: date
) -> Mapping[str, Asked]:
    """The measure of every finding by its key, as the audit letter asks it.

    Without `letter_date` the term that holds on the day `on` stands in words.
    """
    return {
        finding.key: _asked(check, finding, letter_date, changed, on) for finding in check.findings
    }


def write_findings(
    book: Book, check: CheckFile, places: Places, asked: Mapping[str, Asked]
) -> None:
    """Findings in the order of the check, then strong points, then what was left out and why."""
    sheet = book.sheet("Vaststellingen")
    for column, (_label, width) in enumerate(_COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    put(sheet, 1, 1, "Vaststellingen", "W titel")
    sheet.row_dimensions[1].height = 32
    put(sheet, 2, 1, f"{check.centre_name} · {check.reference}", "W onderschrift")
    row = _write_summary(sheet, check, 4)
    head = row + 1
    for column, (label, _width) in enumerate(_COLUMNS, start=1):
        put(sheet, head, column, label, "W kop")
    sheet.row_dimensions[head].height = 30
    told = [finding for finding in check.findings if not finding.left_out]
    reported = [finding for finding in told if finding.grade is not Grade.COACHING]
    row = _write_reported(sheet, head, reported, check, places, asked)
    coaching = [finding for finding in told if finding.grade is Grade.COACHING]
    row = _write_points(sheet, row + 2, "Coaching", coaching)
    row = _write_points(sheet, row if coaching else row + 2, "Sterke punten", check.strengths)
    _write_points(sheet, row + 1, "Niet opgenomen", [f for f in check.findings if f.left_out])
    sheet.print_title_rows = f"{head}:{head}"
    book.running_heads(sheet, f"Vaststellingen · {check.centre_name}", check.reference)


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
        width = sum(width for _label, width in _COLUMNS[2:7])
        _fit_merged(sheet, row, text, width)
        row += 1
    return row


def _fit_merged(sheet: Worksheet, row: int, text: str, width: int) -> None:
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
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(_COLUMNS))}{row}"
    _colour(sheet, f"B{head + 1}:B{row}")
    return row


def _write_finding(
    sheet: Worksheet, row: int, number: int, finding: FindingFile, check: CheckFile, asked: Asked
) -> None:
    basis = basis_of(finding, check)
    where = dossiers_of(finding)
    grade = labels.grade(finding.grade)
    if finding.grade_override is not None and finding.grade_override is not finding.proposed_grade:
        proposed = labels.grade(finding.proposed_grade) or "geen"
        basis = f"{basis}\nErnst gewijzigd (voorstel: {proposed}). {finding.override_reason}"
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
        cell.number_format = PROPOSED_DAY


def _link(sheet: Worksheet, row: int, question_key: str, places: Places) -> None:
    if question_key in places.rows:
        cell = sheet.cell(row, 3)
        cell.hyperlink = Hyperlink(
            ref=cell.coordinate,
            location=f"{NAME}!A{places.rows[question_key]}",
            tooltip="Naar deze vraag in de matrix",
        )
        cell.style = "W koppeling"


def _asked(
    check: CheckFile,
    finding: FindingFile,
    letter_date: date | None,
    changed: Changed | None,
    on: date,
) -> Asked:
    key = finding.question_key
    question = check.template.question(key) if key else None
    measure = measure_of(finding, question, letter_date, changed)
    return Asked(
        measure=f"{PROPOSED * measure.text_proposed}{measure.text}",
        evidence=f"{PROPOSED * measure.evidence_proposed}{measure.evidence}",
        due=measure.due or measure_term(finding.grade, on, changed) or None,
        due_proposed=measure.due_proposed,
    )


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
        _fit_merged(sheet, row, text, sum(width for _label, width in _COLUMNS[2:7]))
    return row + 1


def basis_of(finding: FindingFile, check: CheckFile) -> str:
    """The question and what it rests on: a phrase between quotes, or the reference of a rule."""
    try:
        question = check.template.question(finding.question_key)
    except KeyError:
        return finding.criterion
    quoted = question.basis.kind == "seed"
    source = f"“{question.basis.text}”" if quoted else question.basis.words
    return f"{question.text}\n{source}"


def dossiers_of(finding: FindingFile) -> str:
    """Which dossiers: first those answered `nee`, then `gedeeltelijk`."""
    parts = []
    if finding.failed:
        parts.append(f"nee: {enumeration(finding.failed)}")
    if finding.partial:
        parts.append(f"gedeeltelijk: {enumeration(finding.partial)}")
    return "\n".join(parts)


def _colour(sheet: Worksheet, area: str) -> None:
    for grade, ink, ground in (
        (Grade.MAJOR, palette.LATE, palette.LATE_SOFT),
        (Grade.MINOR, palette.DUE, palette.DUE_SOFT),
    ):
        colour_word(sheet, area, labels.grade(grade), ink, ground)
