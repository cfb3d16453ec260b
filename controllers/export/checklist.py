"""A dossier check as a workbook: matrix, notes, findings and the tidy data behind them."""

from datetime import datetime
from pathlib import Path

from controllers.export.facts import PROGRAM
from controllers.export.landing import Exported, land
from models.checks.values import CheckFile


def write_checklist(
    check: CheckFile, path: Path, *, made_at: datetime, program: str = PROGRAM
) -> Exported:
    """Put the check in an .xlsx at `path`, whole or not at all.

        `made_at` is an instant with a zone; `program` is its name with the version, for the sheet
        'Verklaring'. The same check, instant and program give the same bytes.
        Raises a subclass of Unavailable from controllers.export.facts import PROGRAM
    from controllers.export.landing.
    """
    return land(checklist_bytes(check, made_at=made_at, program=program), path)


def checklist_bytes(check: CheckFile, *, made_at: datetime, program: str = PROGRAM) -> bytes:
    """The workbook itself, for who does not want a file."""
    from controllers.export.sheets.answers import write_answers
    from controllers.export.sheets.book import Book
    from controllers.export.sheets.dictionary import write_dictionary
    from controllers.export.sheets.dossiers import write_dossiers, write_notes
    from controllers.export.sheets.findings import write_findings
    from controllers.export.sheets.matrix import write_matrix

    book = Book(f"Dossiercontrole {check.reference} – {check.centre_name}", made_at)
    places = write_matrix(book, check)
    write_findings(book, check, places)
    write_notes(book, check, places)
    write_dossiers(book, check)
    write_answers(book, check)
    write_dictionary(book, check, made_at, program)
    return book.to_bytes()
