"""How mandates and certificates stand on a day, how long they last, what cannot be.

Decisions without a database.
"""

from models.mandates.rules.certificates import (
    Span,
    certificate_kind,
    certificate_state,
    certified_on,
)
from models.mandates.rules.chain import DURATION, check_days, end_by_rule, expected_end
from models.mandates.rules.states import current, mandate_state, next_start

__all__ = [
    "DURATION",
    "Span",
    "certificate_kind",
    "certificate_state",
    "certified_on",
    "check_days",
    "current",
    "end_by_rule",
    "expected_end",
    "mandate_state",
    "next_start",
]
