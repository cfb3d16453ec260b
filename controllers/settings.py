"""What people do with settings: read them, change one."""

from models.centres.rules.editing import refuse_national_number
from models.kernel.changes import Changes
from models.kernel.ids import natural_id
from models.kernel.text import N_
from models.settings import queries
from models.settings.entities import Setting
from models.settings.rules import format_value, parse
from models.settings.values import SETTINGS, Settings, setting
from models.store.store import Store

__all__ = ["SETTINGS", "OfficeSettings"]


class OfficeSettings:
    """The settings of this file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sign()
        store.listen(self._follow)

    def read(self) -> Settings:
        with self._store.look() as session:
            return queries.settings(session)

    def texts(self) -> dict[str, str]:
        """Every setting as the text that the form edits."""
        found = self.read()
        return {one.key: format_value(one.key, getattr(found, one.key)) for one in SETTINGS}

    def edit(self, key: str, text: str) -> None:
        """Set one; text that does not fit is refused at its field."""
        kept = format_value(key, parse(key, text))
        refuse_national_number(kept, key)
        with self._store.change(N_("Change setting"), setting(key).label) as session:
            session.put(Setting, natural_id(Setting.__tablename__, key), key=key, value=kept)

    def _follow(self, changes: Changes) -> None:
        """The name of the officer stands under the next step, also after an undo."""
        if changes.touch(Setting.__tablename__):
            self._sign()

    def _sign(self) -> None:
        self._store.sign_as(self.read().officer_name)
