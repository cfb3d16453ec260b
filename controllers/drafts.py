"""What somebody was writing and put aside: kept in the file, so that a restart loses nothing."""

import json
from collections.abc import Mapping
from uuid import UUID

from models.centres.rules.editing import refuse_national_number
from models.kernel.ids import natural_id
from models.kernel.text import N_
from models.kernel.typed import keepable
from models.settings.entities import Setting
from models.store.store import Store

PREFIX = "draft_"


BARE = frozenset({"centre", "check", "dossier", "over"})
"""Fields that hold an id or a mark: no words in which a register number could stand."""


class Drafts:
    """One draft of each kind for each officer, field by field. Keeping one is no step to undo."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, kind: str) -> dict[str, str]:
        """The draft that was put aside; empty when there is none."""
        with self._store.look() as session:
            found = session.get(Setting, self._row(kind))
            text = found.value if found is not None else None
        try:
            fields = json.loads(text or "{}")
        except ValueError:
            return {}
        return {str(name): str(value) for name, value in fields.items()}

    def keep(self, kind: str, fields: Mapping[str, str]) -> None:
        """Put it aside. Raises NationalNumberFound: what may not be kept, is not kept here."""
        kept = {name: keepable(value) for name, value in fields.items() if value}
        for name in kept.keys() - BARE:
            refuse_national_number(kept[name], name)
        text = json.dumps(kept, ensure_ascii=False) if kept else None
        with self._store.aside(N_("Put a draft aside")) as session:
            session.put(Setting, self._row(kind), key=PREFIX + kind, value=text)

    def forget(self, kind: str) -> None:
        """It became what it was meant to be."""
        if self.read(kind):
            self.keep(kind, {})

    def throw_away(self, kind: str) -> None:
        """The officer does not want it: a step of its own, that can be undone."""
        with self._store.change(N_("Throw the draft away")) as session:
            found = session.get(Setting, self._row(kind))
            if found is not None:
                found.value = None

    def _row(self, kind: str) -> UUID:
        return natural_id(Setting.__tablename__, PREFIX + kind, self._store.who)
