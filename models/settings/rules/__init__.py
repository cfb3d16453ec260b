"""Settings as text and back, and what may be recorded as a change of a rule.

Decisions without a database.
"""

from models.settings.rules.changes import (
    checked_change,
    dated_value,
    rule_choices,
    rule_example,
    rule_text,
    rule_value,
)
from models.settings.rules.fields import format_value, parse, rows_of, settings_from
from models.settings.rules.table import entries

__all__ = [
    "checked_change",
    "dated_value",
    "entries",
    "format_value",
    "parse",
    "rows_of",
    "rule_choices",
    "rule_example",
    "rule_text",
    "rule_value",
    "settings_from",
]
