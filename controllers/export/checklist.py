"""A dossier check as a workbook: matrix, notes, findings and the tidy data behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from controllers.export.facts import PROGRAM
from controllers.export.finding_words import Asked, asked_of, demanded
from controllers.export.landing import Exported, land, named
from models.checks.rules.units import words
from models.checks.values import CheckFile, CheckState
from models.terms.values import Changed

if TYPE_CHECKING:
    from controllers.export.sheets.book import Book
    from controllers.export.sheets.returning import Return


@dataclass(frozen=True, slots=True)
class Asking:
    """On what the last days of measures rest that the officer did not choose."""

    letter_date: date | None = None
    """Of the audit letter; without one the term stands in words."""
    changed: Changed | None = None
    """Terms the office set by itself."""

    def of(self, check: CheckFile, made_at: datetime) -> Mapping[str, Asked]:
        """What is asked for every finding, by its question."""
        return asked_of(check, self.letter_date, self.changed, made_at.date())


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
    check: CheckFile,
    *,
    made_at: datetime,
    program: str = PROGRAM,
    asking: Asking = Asking(),
) -> bytes:
    """The workbook itself, for who does not want a file."""
    return officer_book(check, made_at=made_at, program=program, asking=asking).to_bytes()


def officer_book(
    check: CheckFile,
    *,
    made_at: datetime,
    program: str,
    asking: Asking,
    back: "Return | None" = None,
) -> "Book":
    """Everything of the check; with `back` it can come back, when it has its stamp."""
    from controllers.export.sheets.answers import write_answers
    from controllers.export.sheets.book import Book
    from controllers.export.sheets.dictionary import write_dictionary
    from controllers.export.sheets.dossiers import write_dossiers, write_notes
    from controllers.export.sheets.findings import write_findings
    from controllers.export.sheets.matrix import write_matrix

    book = Book(_title(check), made_at)
    places = write_matrix(book, check, back)
    write_findings(book, check, places, asking.of(check, made_at), back)
    write_notes(book, check, places, back)
    write_dossiers(book, check, back)
    write_answers(book, check, back)
    write_dictionary(book, check, made_at, program, back)
    return book


def centre_book(
    check: CheckFile, *, made_at: datetime, program: str, asking: Asking, back: "Return"
) -> "Book":
    """The workbook for the centre: findings to react to, and the answers to read.

    `check` is what `models.checks.rules.for_centre` left of it. Once the letter of a finished check
    is dated, it asks the measures and no longer proposes them.
    """
    from controllers.export.sheets.book import Book
    from controllers.export.sheets.findings import write_findings
    from controllers.export.sheets.guide import write_guide
    from controllers.export.sheets.matrix import write_matrix

    book = Book(_title(check), made_at)
    write_guide(book, check, made_at, program)
    places = write_matrix(book, check, back)
    asked = asking.of(check, made_at)
    if check.state is CheckState.FINISHED and asking.letter_date is not None:
        asked = demanded(asked)
    write_findings(book, check, places, asked, back)
    book.workbook.move_sheet("Vaststellingen", -1)
    return book


def _title(check: CheckFile) -> str:
    said = words(check.template.unit).Check
    return f"{said} {check.reference} – {check.centre_name}"
