"""Texts that officers type often: those that come along, and those of the office over them."""

from uuid import UUID

from models.centres.rules.editing import without_national_numbers
from models.kernel.ids import natural_id
from models.kernel.text import N_
from models.kernel.typed import check_room, keepable
from models.kernel.words import clean
from models.settings import queries
from models.settings.entities import TextBlock
from models.settings.rules.blocks import block_key, by_key, matching, overlaid
from models.settings.values import Block, BlockEmpty, BlockKeyTaken
from models.store.gate import longest
from models.store.store import Store

__all__ = ["TextBlocks", "by_key", "matching"]


class TextBlocks:
    """The texts behind two colons."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Block, ...]:
        with self._store.look() as session:
            return overlaid(queries.blocks(session))

    def begin(self, raw: str) -> str:
        """The key for a new text. Raises BlockKeyWrong and BlockKeyTaken."""
        key = block_key(raw)
        if key in by_key(self.all()):
            raise BlockKeyTaken(field="key", key=key)
        return key

    def write(self, key: str, title: str, text: str) -> None:
        """Write a text of the office, perhaps over one that came along. Raises BlockEmpty."""
        kept = without_national_numbers(keepable(text).strip())
        named = without_national_numbers(clean(keepable(title)))
        if not kept:
            raise BlockEmpty(field="text")
        table = TextBlock.metadata.tables[TextBlock.__tablename__]
        check_room(named, longest(table, "title"), "title")
        with self._store.change(N_("Write text block"), f"::{key}") as session:
            session.put(TextBlock, _row(key), key=block_key(key), title=named or None, text=kept)

    def remove(self, key: str) -> None:
        """Take a text of the office away; one that came along with that key counts again."""
        with self._store.change(N_("Remove text block"), f"::{key}") as session:
            found = session.get(TextBlock, _row(key))
            if found is not None and not found.deleted:
                session.delete(found)


def _row(key: str) -> UUID:
    """One row a key, however it is written and whoever writes it first."""
    return natural_id(TextBlock.__tablename__, block_key(key))
