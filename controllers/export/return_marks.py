"""The marks by which a workbook of ours is known when it comes back."""

STAMP_SHEET = "Waarmerk"
STAMP_TITLE = "waarmerk-werkmap"
FORMAT = 1
MARK = "waarmerk:"
MATRIX, NOTES, FINDINGS = "matrix", "notes", "findings"
CRITERIA = "criteria"
PARTS = (MATRIX, NOTES, FINDINGS, CRITERIA)
SHEETS = {
    MATRIX: "Matrix",
    NOTES: "Nota's",
    FINDINGS: "Vaststellingen",
    CRITERIA: "Vereisten",
}
"""The name of the sheet of each part; a copy of a sheet has another."""
HEAD = "head"
"""The row with the headings of a sheet: known, and of nobody."""
NUMBER_ROW, VERDICT_ROW = "number", "verdict"
"""Rows of the matrix that are about a dossier and no question."""
QUESTION = "question"
"""The column of the matrix with the text of the question."""
KEY = "key"
"""The column of the matrix with the number of the question."""
STATEMENT = "statement"
REMARK = "Nota bij "
"""How a remark begins that the program hangs at a cell."""
VALUE, NOTE = "value", "note"
REACTION_KIND, REACTION, REACTION_DAY = "reaction_kind", "reaction", "reaction_day"
REACTION_COLUMNS = (REACTION_KIND, REACTION, REACTION_DAY)
JUDGEMENT, MOTIVATION, EVIDENCE = "judgement", "motivation", "evidence"
JUDGED = (JUDGEMENT, MOTIVATION, EVIDENCE)
"""The columns of an assessment that may be filled in."""

TOLD_BY = {
    FINDINGS: frozenset({STATEMENT, *REACTION_COLUMNS}),
    NOTES: frozenset({NOTE}),
    CRITERIA: frozenset(JUDGED),
}
"""Columns in which a row without an id says something; in the matrix every dossier does."""
SILENT = frozenset({KEY, QUESTION})


def mark_of(part: str) -> str:
    """What stands where the hidden row and the hidden column cross."""
    return f"{MARK}{part}"


def answer_row(question_key: str, field: str) -> str:
    """The id of a row of the matrix."""
    return f"{question_key}/{field}"


def note_row(dossier: object, question_key: str) -> str:
    """The id of a row of notes."""
    return f"{dossier}/{question_key}"
