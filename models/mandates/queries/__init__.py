"""Questions about mandates and certificates, and about how every centre stands by them."""

from models.mandates.queries.days import FACTS, Day, Held, as_used, day, expected
from models.mandates.queries.files import numbered, others, standing, unexplained
from models.mandates.queries.lists import counts, held, ids, records, rows

__all__ = [
    "FACTS",
    "Day",
    "Held",
    "as_used",
    "counts",
    "day",
    "expected",
    "held",
    "ids",
    "numbered",
    "others",
    "records",
    "rows",
    "standing",
    "unexplained",
]
