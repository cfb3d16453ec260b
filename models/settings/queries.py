"""Questions about settings: what this office has set, over the defaults."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.settings.entities import RuleChange, Setting, TextBlock
from models.settings.rules import dated_value, settings_from
from models.settings.values import Block, RecordedChange, Settings
from models.store.session import ChangeSession
from models.terms.values import DatedValue

_READ = "settings"


def settings(session: Session) -> Settings:
    """The settings as they stand in the file; read once in a quiet moment."""
    if isinstance(session, ChangeSession):
        return _settings(session)
    found: Settings | None = session.info.get(_READ)
    if found is None:
        found = session.info[_READ] = _settings(session)
    return found


def _settings(session: Session) -> Settings:
    rows = session.execute(select(Setting.key, Setting.value))
    found = settings_from({key: value for key, value in rows if value is not None})
    changes = rule_changes(session)
    return replace(found, rule_changes=changes) if changes else found


def rule_changes(session: Session, but: UUID | None = None) -> tuple[DatedValue, ...]:
    """The changes of rules that officers recorded, the earliest first."""
    return tuple(one.change for one in recorded(session) if one.id != but)


def recorded(session: Session) -> tuple[RecordedChange, ...]:
    """The same, each with the id of its row."""
    rows = session.execute(
        select(
            *(RuleChange.id, RuleChange.key, RuleChange.value, RuleChange.valid_from),
            *(RuleChange.valid_until, RuleChange.reference, RuleChange.note),
        ).order_by(RuleChange.valid_from, RuleChange.id)
    )
    found = ((row[0], dated_value(*row[1:])) for row in rows)
    return tuple(RecordedChange(row, change) for row, change in found if change is not None)


def blocks(session: Session) -> tuple[Block, ...]:
    """The texts that the office wrote itself."""
    rows = session.execute(select(TextBlock.key, TextBlock.title, TextBlock.text))
    return tuple(Block(key, title or "", text or "", own=True) for key, title, text in rows)
