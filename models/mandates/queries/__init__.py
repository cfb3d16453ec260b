"""Questions about mandates and certificates, and about how every centre stands by them."""

from models.mandates.queries.days import FACTS, Day, Held, as_used, day, expected
from models.mandates.queries.files import (
    numbered,
    others,
    predecessor,
    standing,
    standings,
    unexplained,
)
from models.mandates.queries.lists import counts, held, ids, records, rows
from models.mandates.queries.registers import certificate_register, mandate_register

__all__ = [
    "FACTS",
    "Day",
    "Held",
    "as_used",
    "certificate_register",
    "counts",
    "day",
    "expected",
    "held",
    "ids",
    "mandate_register",
    "numbered",
    "others",
    "predecessor",
    "records",
    "rows",
    "standing",
    "standings",
    "unexplained",
]
