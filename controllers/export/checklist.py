"""A dossier check as a workbook: matrix, notes, findings and the tidy data behind them."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from controllers.export.facts import PROGRAM
from controllers.export.landing import Exported, land, named
from models.checks.values import CheckFile
from models.terms.values import Changed


@dataclass(frozen=True, slots=True)
class Asking:
    """On what the last days of measures rest that the officer did not choose."""

    letter_date: date | None = None
    """Of the audit letter; without one the term stands in words."""
    changed: Changed | None = None
    """Terms the office set by itself."""


def write_checklist(
    check: CheckFile,
    path: Path,
    *,
    made_at: datetime,
    program: str = PROGRAM,
    asking: Asking = Asking(),
) -> Exported:
    """Put the check in an .xlsx at `path`, whole or not at all.

    `made_at` is an instant with a zone; `program` is its name with the version, for the sheet
    'Verklaring'. The same facts give the same bytes. Raises a subclass of Unavailable from
    controllers.export.landing.
    """
    return land(
        checklist_bytes(check, made_at=made_at, program=program, asking=asking),
        named(path, ".xlsx"),
    )


def checklist_bytes(
    check: CheckFile, *, made_at: datetime, program: str = PROGRAM, asking: Asking = Asking()
) -> bytes:
    """The workbook itself, for who does not want a file."""
    from controllers.export.sheets.answers import write_answers
    from controllers.export.sheets.book import Book
    from controllers.export.sheets.dictionary import write_dictionary
    from controllers.export.sheets.dossiers import write_dossiers, write_notes
    from controllers.export.sheets.findings import asked_of, write_findings
    from controllers.export.sheets.matrix import write_matrix

    book = Book(f"Dossiercontrole {check.reference} – {check.centre_name}", made_at)
    places = write_matrix(book, check)
    asked = asked_of(check, asking.letter_date, asking.changed, made_at.date())
    write_findings(book, check, places, asked)
    write_notes(book, check, places)
    write_dossiers(book, check)
    write_answers(book, check)
    write_dictionary(book, check, made_at, program)
    return book.to_bytes()
