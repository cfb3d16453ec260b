"""How mandates and certificates stand on a day, how long they last, what cannot be.

Decisions without a database.
"""

from models.mandates.rules.certificates import (
    Span,
    certificate_gap,
    certificate_gaps,
    certificate_kind,
    certificate_state,
    certified_on,
    covered_until,
    gaps_between,
)
from models.mandates.rules.chain import (
    DURATION,
    check_days,
    end_by_rule,
    expected_end,
    mandate_year,
)
from models.mandates.rules.deviations import (
    caused,
    check_pauses,
    check_reasons,
    deviations,
    following,
    previous,
    unexplained,
)
from models.mandates.rules.grounds import uncertified
from models.mandates.rules.qualification import Qualifying, qualify_by
from models.mandates.rules.renewal import (
    ASKS,
    latest,
    next_first_day,
    places,
    renewable,
    renewal_regime,
)
from models.mandates.rules.states import (
    current,
    mandate_state,
    next_start,
    running,
    suspended_within,
    waiting_on,
)

__all__ = [
    "ASKS",
    "DURATION",
    "Qualifying",
    "Span",
    "caused",
    "certificate_gap",
    "certificate_gaps",
    "certificate_kind",
    "certificate_state",
    "certified_on",
    "check_days",
    "check_pauses",
    "check_reasons",
    "covered_until",
    "current",
    "deviations",
    "end_by_rule",
    "expected_end",
    "following",
    "gaps_between",
    "latest",
    "mandate_state",
    "mandate_year",
    "next_first_day",
    "next_start",
    "places",
    "previous",
    "qualify_by",
    "renewable",
    "renewal_regime",
    "running",
    "suspended_within",
    "uncertified",
    "unexplained",
    "waiting_on",
]
