"""Questions about settings: what this office has set, over the defaults."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.settings.entities import Setting
from models.settings.rules import settings_from
from models.settings.values import Settings


def settings(session: Session) -> Settings:
    """The settings as they stand in the file."""
    rows = session.execute(select(Setting.key, Setting.value))
    return settings_from({key: value for key, value in rows if value is not None})
