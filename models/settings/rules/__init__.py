"""Settings as text and back, and what may be recorded as a change of a rule.

Decisions without a database.
"""

from models.settings.rules.changes import (
    check_change,
    dated_value,
    rule_text,
    rule_value,
)
from models.settings.rules.fields import format_value, parse, rows_of, settings_from

__all__ = [
    "check_change",
    "dated_value",
    "format_value",
    "parse",
    "rows_of",
    "rule_text",
    "rule_value",
    "settings_from",
]
