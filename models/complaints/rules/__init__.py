"""Decisions about complaints: clocks, states, what may be written, what looks wrong."""

from models.complaints.rules.clocks import (
    KEYS,
    all_clocks,
    clocks,
    kept_until,
    most_late,
    next_clock,
)
from models.complaints.rules.states import complaint_state
from models.complaints.rules.warnings import Circumstances, handler_involved, too_old, warnings
from models.complaints.rules.writing import (
    SOLVABLE,
    check_facts_day,
    check_inadmissible,
    check_judgement,
    check_resolution,
    check_route,
    nameless,
    needed_theme,
    past_day,
    reopening_reason,
    tells_nobody,
)

__all__ = [
    "KEYS",
    "SOLVABLE",
    "Circumstances",
    "all_clocks",
    "check_facts_day",
    "check_inadmissible",
    "check_judgement",
    "check_resolution",
    "check_route",
    "clocks",
    "complaint_state",
    "handler_involved",
    "kept_until",
    "most_late",
    "nameless",
    "needed_theme",
    "next_clock",
    "past_day",
    "reopening_reason",
    "tells_nobody",
    "too_old",
    "warnings",
]
