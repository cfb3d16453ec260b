"""Which checklists there are: those built in, and those the office made."""

from models.checklists.queries.templates import made_by_office, question, template, whole
from models.checklists.queries.versions import (
    ENGINE,
    keys,
    library,
    numbers,
    questions_in,
    questions_of,
    sections,
    shipped_file,
    state_of,
    version_file,
    versions,
    waiting_on,
)

__all__ = [
    "ENGINE",
    "keys",
    "library",
    "made_by_office",
    "numbers",
    "question",
    "questions_in",
    "questions_of",
    "sections",
    "shipped_file",
    "state_of",
    "template",
    "version_file",
    "versions",
    "waiting_on",
    "whole",
]
