"""What somebody was writing and put aside: kept in the file, so that a restart loses nothing."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.centres.rules.editing import refuse_national_number, without_national_numbers
from models.kernel.ids import natural_id
from models.kernel.text import N_
from models.kernel.typed import keepable
from models.settings.entities import Setting
from models.store.store import Store
from models.store.trail import DRAFT

PREFIX = "draft_"


BARE = frozenset({"centre", "check", "dossier", "over", "mark", "export", "cells"})
"""Fields that hold ids or a mark: no words in which a register number could stand."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What stood in a field and was not handed in yet."""

    text: str
    over: tuple[str, ...] = ()
    """Marks of what was kept there, or on its way, when this was written over it."""


class Drafts:
    """What an officer puts aside: cards field by field, and the fields of a check or application.

    Keeping or forgetting one is no step to undo, and no line of the history.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, kind: str) -> dict[str, str]:
        """The draft that was put aside; empty when there is none."""
        return {str(name): str(value) for name, value in self._stands(kind).items()}

    def keep(self, kind: str, fields: Mapping[str, str]) -> None:
        """Put it aside. Raises NationalNumberFound: what may not be kept, is not kept here."""
        kept = {name: keepable(value) for name, value in fields.items() if value}
        for name in kept.keys() - BARE:
            refuse_national_number(kept[name], name)
        self._put(kind, kept)

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

    def unsaved(self, owner: UUID) -> dict[str, Unsaved]:
        """The fields of a check or application that hold something unsaved, the newest last."""
        return {
            name: Unsaved(str(one["text"]), tuple(one["over"]))
            for name, one in self._stands(_fields_of(owner)).items()
        }

    def keep_unsaved(self, owner: UUID, name: str, unsaved: Unsaved) -> None:
        """Put a field aside beside the others of its owner; a register number leaves its place."""
        kind = _fields_of(owner)
        stands = {other: one for other, one in self._stands(kind).items() if other != name}
        text = without_national_numbers(keepable(unsaved.text))
        self._put(kind, stands | {name: {"text": text, "over": unsaved.over}})

    def forget_unsaved(self, owner: UUID, names: Collection[str]) -> None:
        """These were handed in, taken back, or what they belong to is there no more."""
        kind = _fields_of(owner)
        stands = self._stands(kind)
        left = {name: one for name, one in stands.items() if name not in names}
        if left != stands:
            self._put(kind, left)

    def _stands(self, kind: str) -> dict[str, Any]:
        with self._store.look() as session:
            found = session.get(Setting, self._row(kind))
            text = found.value if found is not None else None
        try:
            fields = json.loads(text or "{}")
        except ValueError:
            return {}
        return fields if isinstance(fields, dict) else {}

    def _put(self, kind: str, fields: Mapping[str, Any]) -> None:
        text = json.dumps(fields, ensure_ascii=False) if fields else None
        with self._store.aside(DRAFT) as session:
            session.put(Setting, self._row(kind), key=PREFIX + kind, value=text)

    def _row(self, kind: str) -> UUID:
        return natural_id(Setting.__tablename__, PREFIX + kind, self._store.who)


def _fields_of(owner: UUID) -> str:
    return f"in_{owner.hex}"
