"""Questions about settings: what this office has set, over the defaults."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.settings.entities import RuleChange, Setting
from models.settings.rules import dated_value, settings_from
from models.settings.values import Settings
from models.terms.values import DatedValue


def settings(session: Session) -> Settings:
    """The settings as they stand in the file."""
    rows = session.execute(select(Setting.key, Setting.value))
    found = settings_from({key: value for key, value in rows if value is not None})
    recorded = rule_changes(session)
    return replace(found, rule_changes=recorded) if recorded else found


def rule_changes(session: Session) -> tuple[DatedValue, ...]:
    """The changes of rules that officers recorded, the earliest first."""
    rows = session.execute(
        select(
            *(RuleChange.key, RuleChange.value, RuleChange.valid_from, RuleChange.valid_until),
            *(RuleChange.reference, RuleChange.note),
        ).order_by(RuleChange.valid_from, RuleChange.id)
    )
    found = (dated_value(*row) for row in rows)
    return tuple(change for change in found if change is not None)
