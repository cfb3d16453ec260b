"""How mandates and certificates stand on a day, how long they last, what cannot be.

Decisions without a database.
"""

from models.mandates.rules.certificates import (
    Span,
    certificate_gap,
    certificate_kind,
    certificate_state,
    certified_on,
)
from models.mandates.rules.chain import (
    DURATION,
    check_days,
    end_by_rule,
    expected_end,
    mandate_year,
)
from models.mandates.rules.states import current, mandate_state, next_start

__all__ = [
    "DURATION",
    "Span",
    "certificate_gap",
    "certificate_kind",
    "certificate_state",
    "certified_on",
    "check_days",
    "current",
    "end_by_rule",
    "expected_end",
    "mandate_state",
    "mandate_year",
    "next_start",
]
