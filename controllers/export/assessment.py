"""The assessment of an application as a workbook: it goes out, is filled in, and comes back."""

from datetime import datetime
from typing import TYPE_CHECKING

from models.applications.values import ApplicationFile

if TYPE_CHECKING:
    from controllers.export.sheets.book import Book
    from controllers.export.sheets.returning import Return


def assessment_book(
    file: ApplicationFile, *, made_at: datetime, program: str, back: "Return"
) -> "Book":
    """The workbook, empty where nothing is judged; without its stamp it cannot come back yet."""
    from controllers.export.sheets.assessment_guide import write_guide
    from controllers.export.sheets.book import Book
    from controllers.export.sheets.criteria import write_criteria

    book = Book(f"Beoordeling {file.reference} – {file.centre_name}", made_at)
    write_criteria(book, file, back)
    write_guide(book, file, back, made_at, program)
    return book
