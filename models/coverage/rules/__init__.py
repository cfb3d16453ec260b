"""How actions are spread over the years of a mandate, and how that is said.

Decisions without a database.
"""

from models.coverage.rules.saying import (
    cell_words,
    counted,
    kind_silence,
    period_words,
    silence_words,
    since_words,
    target_words,
    year_words,
)
from models.coverage.rules.spread import (
    TARGETS,
    YEARS,
    Targets,
    coverage,
    mandate_years,
    measured,
    rank,
    silence,
    target,
    year_of,
)

__all__ = [
    "TARGETS",
    "YEARS",
    "Targets",
    "cell_words",
    "counted",
    "coverage",
    "kind_silence",
    "mandate_years",
    "measured",
    "period_words",
    "rank",
    "silence",
    "silence_words",
    "since_words",
    "target",
    "target_words",
    "year_of",
    "year_words",
]
