"""Questions about complaints. They take a session and give back values, never entities."""

from models.complaints.queries.files import facts_of, file, histories, reference_taken, routes
from models.complaints.queries.lists import ORDERS, every, ids, open_ones, rows

__all__ = [
    "ORDERS",
    "every",
    "facts_of",
    "file",
    "histories",
    "ids",
    "open_ones",
    "reference_taken",
    "routes",
    "rows",
]
