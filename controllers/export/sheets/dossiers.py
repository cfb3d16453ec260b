"""The sheets 'Dossiers' and 'Nota's': each dossier with its verdict, and every note in full."""

from collections import Counter
from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export import labels
from controllers.export import return_marks as marks
from controllers.export.cell_text import is_cut
from controllers.export.formula import Formula
from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value, fit_row, height_of, put
from controllers.export.sheets.matrix import Places
from controllers.export.sheets.returning import Return, hide_ids, lock
from controllers.export.sheets.streaming import RowStream
from models.checks.rules import standing
from models.checks.rules.units import Words, words
from models.checks.values import AnswerType, AnswerValue, CheckFile, DossierColumn, Question

NOTES = marks.SHEETS[marks.NOTES]
HEAD_ROW = 4

Heads = Sequence[tuple[str, int, str]]
"""What a column is called, how wide it is, and the look of its head: that of what is below it."""
_TEXT, _COUNT, _HOURS_LOOK = "W kop", "W kop midden", "W kop rechts"
_DOSSIER_COLUMNS: Heads = (
    ("Dossier", 15, _TEXT),
    ("Oordeel", 18, _TEXT),
    ("Waarom", 46, _TEXT),
    ("Afwijking van het voorstel", 36, _TEXT),
    ("ja", 7, _COUNT),
    ("ged.", 7, _COUNT),
    ("nee", 7, _COUNT),
    ("nvt", 7, _COUNT),
    ("niet te beoordelen", 12, _COUNT),
    ("open", 8, _COUNT),
    ("Uren in registratie", 12, _HOURS_LOOK),
    ("Uren in verslagen", 12, _HOURS_LOOK),
)
_NOTE_COLUMNS: Heads = (
    ("Dossier", 14, _TEXT),
    ("Nr.", 9, _TEXT),
    ("Vraag", 48, _TEXT),
    ("Antwoord", 15, _TEXT),
    ("Nota", 76, _TEXT),
)
_ID_COLUMN = len(_NOTE_COLUMNS) + 1
_NOTE = ("W tekst vet", "W koppeling", "W tekst", "W tekst", "W tekst")
_OPEN_NOTE = (*_NOTE[:-1], "W open tekst", "W id")


def _columns(wide: Heads, say: Words) -> Heads:
    """The first column is called by what it holds."""
    return ((say.One, *wide[0][1:]), *wide[1:])


def write_dossiers(book: Book, check: CheckFile, back: Return | None = None) -> None:
    """One row per dossier: the verdict, why, and how it was answered."""
    say = words(check.template.unit)
    sheet = book.sheet(say.Many)
    _open(book, sheet, check, say.Many, _columns(_DOSSIER_COLUMNS, say))
    for row, dossier in enumerate(check.dossiers, start=HEAD_ROW + 1):
        _write_dossier(sheet, row, dossier, check)
    _close(sheet, HEAD_ROW + len(check.dossiers), len(_DOSSIER_COLUMNS))
    if back is not None:
        lock(sheet)


def write_notes(book: Book, check: CheckFile, places: Places, back: Return | None = None) -> None:
    """One row per answer with a note, with a way back to its cell in the matrix.

    Where notes can be filled in there is a row for every answer, with or without a note.
    """
    sheet = book.sheet(NOTES)
    _set_up(book, sheet, check, NOTES, _NOTE_COLUMNS)
    rows = book.stream(sheet, keep=back is not None)
    columns = _columns(_NOTE_COLUMNS, words(check.template.unit))
    _begin_notes(rows, check, columns, ids=back is not None)
    for dossier in check.dossiers:
        for question in check.template.questions:
            filled = labels.filled(question, dossier)
            if filled.note.strip() or places.answers_open:
                _write_note(sheet, rows, question, dossier, places)
    if rows.rows == HEAD_ROW:
        none = "Bij geen enkel antwoord is een nota geschreven."
        rows.append((none,), ("W onderschrift",))
    else:
        # the hidden ids too, so that sorting takes them along
        _close(sheet, rows.rows, len(_NOTE_COLUMNS) + (back is not None))
    if back is not None:
        hide_ids(sheet, _ID_COLUMN)
        lock(sheet)


def _write_note(
    sheet: Worksheet, rows: RowStream, question: Question, dossier: DossierColumn, places: Places
) -> None:
    filled = labels.filled(question, dossier)
    there = places.cell(question.key, dossier.number)
    height = height_of(sheet, {3: question.text, 5: filled.note})
    seen = dossier.number, question.key, question.text
    if places.answers_open:
        answer: Value = Formula(f'=IF({there}="","open",{there})')
        row = marks.note_row(dossier.id, question.key)
        look = (*_NOTE, "W id") if is_cut(filled.note) else _OPEN_NOTE
        at = rows.append((*seen, answer, filled.note, row), look, height=height, blanks=True)
    else:
        answer = labels.answer(places.stood[dossier.id][question.key]) or "open"
        at = rows.append((*seen, answer, filled.note), _NOTE, height=height, blanks=True)
    rows.link(f"B{at}", there, "Naar dit antwoord in de matrix")


def _begin_notes(rows: RowStream, check: CheckFile, columns: Heads, *, ids: bool) -> None:
    """Title and heads; between them the ids of the columns, in a hidden row."""
    rows.append((NOTES,), ("W titel",), height=32)
    rows.append((f"{check.centre_name} · {check.reference}",), ("W onderschrift",))
    keys = (*("",) * 4, marks.NOTE, marks.mark_of(marks.NOTES)) if ids else ()
    rows.append(keys, ("W id",) * _ID_COLUMN, hidden=ids)
    heads = [label for label, _width, _look in columns]
    looks = [look for _label, _width, look in columns]
    rows.append((*heads, marks.HEAD if ids else ""), (*looks, "W id"), height=26)


def _open(
    book: Book,
    sheet: Worksheet,
    check: CheckFile,
    title: str,
    columns: Heads,
) -> None:
    put(sheet, 1, 1, title, "W titel")
    sheet.row_dimensions[1].height = 32
    put(sheet, 2, 1, f"{check.centre_name} · {check.reference}", "W onderschrift")
    for column, (label, _width, look) in enumerate(columns, start=1):
        put(sheet, HEAD_ROW, column, label, look)
    sheet.row_dimensions[HEAD_ROW].height = 44
    _set_up(book, sheet, check, title, columns)


def _set_up(
    book: Book,
    sheet: Worksheet,
    check: CheckFile,
    title: str,
    columns: Heads,
) -> None:
    for column, (_label, width, _look) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"B{HEAD_ROW + 1}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    book.running_heads(sheet, f"{title} · {check.centre_name}", check.reference)


def _close(sheet: Worksheet, last_row: int, width: int) -> None:
    if last_row > HEAD_ROW:
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(width)}{last_row}"


def _write_dossier(sheet: Worksheet, row: int, dossier: DossierColumn, check: CheckFile) -> None:
    overruled = ""
    if dossier.verdict_override is not None:
        proposed = labels.verdict(dossier.proposed_verdict) or "geen voorstel"
        overruled = f"Voorstel was: {proposed}. {dossier.override_reason}".strip()
    counts = Counter(standing(check.template, dossier.answers).values())
    registered, documented = _hours(dossier, check)
    texts: tuple[str, ...] = (
        dossier.number,
        labels.verdict(dossier.verdict) or "open",
        dossier.verdict_why,
        overruled,
    )
    for column, text in enumerate(texts, start=1):
        put(sheet, row, column, text, "W tekst vet" if column < 3 else "W tekst")
    for column, answer in enumerate((*AnswerValue, None), start=5):
        put(sheet, row, column, counts[answer], "W telling")
    put(sheet, row, 11, registered, "W uren")
    put(sheet, row, 12, documented, "W uren")
    fit_row(sheet, row, dict(enumerate(texts, start=1)))


def _hours(dossier: DossierColumn, check: CheckFile) -> tuple[Value, Value]:
    for question in check.template.questions:
        if question.answer_type is AnswerType.HOURS_COMPARE:
            filled = labels.filled(question, dossier)
            return filled.hours_registered, filled.hours_documented
    return None, None
