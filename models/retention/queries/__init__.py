"""Questions about retention: the clock, what belongs to a file, statements, and who is named."""

from models.retention.queries.files import (
    belonging,
    facts,
    names_of,
    next_reference,
    person,
    statement,
    statements,
)
from models.retention.queries.traces import traces

__all__ = [
    "belonging",
    "facts",
    "names_of",
    "next_reference",
    "person",
    "statement",
    "statements",
    "traces",
]
