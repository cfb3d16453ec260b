"""The assessment of an application as a workbook: it goes out, is filled in, and comes back."""

from datetime import datetime
from typing import TYPE_CHECKING

from models.applications.values import ApplicationFile

if TYPE_CHECKING:
    from controllers.export.sheets.returning import Return


def assessment_bytes(
    file: ApplicationFile, *, made_at: datetime, program: str, back: "Return"
) -> bytes:
    """The workbook itself, empty where nothing is judged; the same facts give the same bytes."""
    from controllers.export.sheets.assessment_guide import write_guide
    from controllers.export.sheets.book import Book
    from controllers.export.sheets.criteria import write_criteria
    from controllers.export.sheets.returning import Stamped, write_stamp

    book = Book(f"Beoordeling {file.reference} – {file.centre_name}", made_at)
    write_criteria(book, file, back)
    write_guide(book, file, back, made_at, program)
    template = file.template
    of = Stamped(
        file.id,
        file.reference,
        file.enterprise_number,
        file.centre_name,
        template.key,
        template.version,
    )
    write_stamp(book, of, back, program, made_at)
    return book.to_bytes()
