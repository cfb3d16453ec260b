"""A checklist itself as a workbook: a row a question, to be changed in Excel and brought back."""

from datetime import datetime
from pathlib import Path

from controllers.export.facts import PROGRAM
from controllers.export.landing import Exported, land, named
from models.checklists.values import ChecklistTemplate


def write_template(
    template: ChecklistTemplate, path: Path, *, made_at: datetime, program: str = PROGRAM
) -> Exported:
    """Put the checklist in an .xlsx at `path`, whole or not at all.

    The same facts give the same bytes. Raises a subclass of Unavailable from
    controllers.export.landing.
    """
    return land(template_bytes(template, made_at, program), named(path, ".xlsx"))


def template_bytes(template: ChecklistTemplate, made_at: datetime, program: str = PROGRAM) -> bytes:
    """The workbook itself."""
    from controllers.export.sheets.book import Book
    from controllers.export.sheets.template import write_head, write_help, write_questions

    book = Book(f"{template.title}, versie {template.version}", made_at)
    write_questions(book, template)
    write_head(book, template, made_at, program)
    write_help(book, template)
    return book.to_bytes()
