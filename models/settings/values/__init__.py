"""What the rest of the house may know of settings: declared once, with their words and refusals."""

from models.settings.values.changes import (
    RuleChangeOverlaps,
    RuleChangeReversed,
    RuleValueNotChoice,
    RuleValueNotDay,
    RuleValueNotNumber,
    RuleValueNotNumbers,
    RuleValueNotYearlyDay,
    RuleValueSame,
)
from models.settings.values.fields import (
    MOST_DAYS,
    MOST_MONTHS,
    MOST_SIGNS,
    SETTINGS,
    SettingField,
    SettingGroup,
    SettingKind,
    Settings,
    SettingValue,
    setting,
)
from models.settings.values.refusals import (
    SettingNotChoice,
    SettingNotDays,
    SettingNotEmail,
    SettingNotMonths,
    SettingUnknown,
)

__all__ = [
    "MOST_DAYS",
    "MOST_MONTHS",
    "MOST_SIGNS",
    "SETTINGS",
    "RuleChangeOverlaps",
    "RuleChangeReversed",
    "RuleValueNotChoice",
    "RuleValueNotDay",
    "RuleValueNotNumber",
    "RuleValueNotNumbers",
    "RuleValueNotYearlyDay",
    "RuleValueSame",
    "SettingField",
    "SettingGroup",
    "SettingKind",
    "SettingNotChoice",
    "SettingNotDays",
    "SettingNotEmail",
    "SettingNotMonths",
    "SettingUnknown",
    "SettingValue",
    "Settings",
    "setting",
]
