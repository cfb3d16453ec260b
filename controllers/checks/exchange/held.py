"""What the cells of a workbook hold, as facts that can be compared; the writers put the same."""

from collections.abc import Iterator, Mapping

from controllers.exchange.cells import plain
from controllers.exchange.content import Content
from controllers.exchange.grids import Grid
from controllers.export import labels
from controllers.export import return_marks as marks
from controllers.export.finding_words import Asked, basis_of, dossiers_of
from models.checks.rules import asked as asked_in
from models.checks.rules import effective, standing
from models.checks.values import CheckFile, DossierColumn, FindingFile, Grade, Question
from models.checks.values.exchange import CellKey, Cells, Plain, SheetUse

Held = Iterator[tuple[CellKey, Plain]]


def held(check: CheckFile, asked: Mapping[str, Asked], *, notes: bool) -> Cells:
    """Every cell with an id. `notes` when the workbook has a row for each of them."""
    cells = dict(_matrix(check))
    if notes:
        cells.update(_notes(check))
    for finding in check.findings:
        if not finding.left_out and finding.grade is not Grade.COACHING:
            cells.update(_finding(check, finding, asked[finding.key]))
    return cells


def content_of(
    check: CheckFile, use: SheetUse, cells: Cells, sheets: tuple[Grid, ...], *, notes: bool
) -> Content:
    return Content(
        use=use,
        about=check.id,
        reference=check.reference,
        centre=check.enterprise_number,
        centre_name=check.centre_name,
        checklist=check.template.key,
        version=check.template.version,
        notes=notes,
        cells=cells,
        sheets=sheets,
    )


def under(check: CheckFile) -> Cells:
    """What was answered to questions that are not asked: it stays with them, and counts for none.

    Such a cell shows `na`, and holds this; a sheet that says the same says nothing new.
    """
    found: dict[CellKey, Plain] = {}
    for dossier in check.dossiers:
        put = asked_in(check.template, dossier.answers)
        for question in check.template.questions:
            if question.key not in put:
                row = marks.answer_row(question.key, marks.VALUE)
                value = effective(question, labels.filled(question, dossier))
                found[CellKey(marks.MATRIX, row, str(dossier.id))] = plain(value)
    return found


def _matrix(check: CheckFile) -> Held:
    for question in check.template.questions:
        row = marks.answer_row(question.key, marks.VALUE)
        yield CellKey(marks.MATRIX, row, marks.QUESTION), plain(question.text)
    for dossier in check.dossiers:
        column = str(dossier.id)
        verdict = labels.verdict(dossier.verdict) or "open"
        yield CellKey(marks.MATRIX, marks.NUMBER_ROW, column), plain(dossier.number)
        yield CellKey(marks.MATRIX, marks.VERDICT_ROW, column), plain(verdict)
        came_to = standing(check.template, dossier.answers)
        for question in check.template.questions:
            value = came_to[question.key]
            row = marks.answer_row(question.key, marks.VALUE)
            yield CellKey(marks.MATRIX, row, column), None if value is None else value.value
            yield from _facts(question, dossier, column)


def _facts(question: Question, dossier: DossierColumn, column: str) -> Held:
    filled = labels.filled(question, dossier)
    for _label, field in labels.fact_rows(question):
        row = marks.answer_row(question.key, field)
        fact = getattr(filled, field)
        if field == "choice" and not labels.choice(question, fact):
            fact = None
        yield CellKey(marks.MATRIX, row, column), plain(fact)


def _notes(check: CheckFile) -> Held:
    for dossier in check.dossiers:
        for question in check.template.questions:
            filled = labels.filled(question, dossier)
            row = marks.note_row(dossier.id, question.key)
            yield CellKey(marks.NOTES, row, marks.NOTE), plain(filled.note)


def _finding(check: CheckFile, finding: FindingFile, asked: Asked) -> Held:
    facts = {
        "grade": labels.grade(finding.grade),
        "question": finding.question_key,
        "statement": finding.text,
        "basis": basis_of(finding, check),
        "dossiers": dossiers_of(finding),
        "measure": asked.measure,
        "evidence": asked.evidence,
        "due": asked.due,
        marks.REACTION: None,
    }
    for column, fact in facts.items():
        yield CellKey(marks.FINDINGS, str(finding.id), column), plain(fact)
