"""Whether Dutch words are spelled right, and what may have been meant.

The dictionary is OpenTaal's, read by Hunspell; the words of our trade and those an office adds go
before it. Nothing leaves the laptop.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from models.centres.rules.editing import refuse_national_number
from models.kernel import spelling
from models.kernel.errors import Refused
from models.kernel.ids import natural_id
from models.kernel.text import N_
from models.kernel.words import clean
from models.settings import queries
from models.settings.entities import Setting
from models.settings.rules import format_value
from models.store.store import Store

if TYPE_CHECKING:
    from hunspell import Hunspell

log = logging.getLogger(__name__)

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "spelling"
KEY = "known_words"
MOST = 5
"""How many words are proposed at the most."""
_reading = Lock()


class WordUnspelled(Refused):
    sentence = N_("Only a single word can be added to the dictionary, not: {word}")


class Spelling:
    """The dictionary of this office."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def wrong(self, words: Iterable[str]) -> frozenset[str]:
        """Those of `words` that nobody knows; none while the speller is off or cannot be read."""
        with self._store.look() as session:
            found = queries.settings(session)
        if found.spelling == "off":
            return frozenset()
        own = trade() | {word.lower() for word in found.known_words}
        return frozenset(word for word in words if word.lower() not in own and not known(word))

    def meant(self, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first; empty when nothing comes near."""
        with _reading:
            book = dictionary()
            return tuple(book.suggest(word.replace("’", "'")))[:MOST] if book else ()

    def learn(self, word: str) -> None:
        """Add a word to the dictionary of this office. Raises WordUnspelled."""
        kept = clean(word)
        if [one.word for one in spelling.words(kept.lower())] != [kept.lower()]:
            raise WordUnspelled(word=kept)
        refuse_national_number(kept, KEY)
        with self._store.change(N_("Add to the dictionary"), kept) as session:
            before = queries.settings(session).known_words
            words = tuple(sorted({*before, kept}, key=str.lower))
            value = format_value(KEY, words)
            session.put(Setting, natural_id(Setting.__tablename__, KEY), key=KEY, value=value)


def known(word: str) -> bool:
    """Whether the dictionary has this word, in one of its forms; True without a dictionary."""
    with _reading:
        book = dictionary()
        return book is None or any(
            all(book.spell(part) for part in form.split()) for form in spelling.forms(word)
        )


@cache
def trade() -> frozenset[str]:
    """The words of our trade that the dictionary does not have, in small letters."""
    try:
        lines = (FOLDER / "trade.txt").read_text("utf-8").splitlines()
    except OSError as error:
        log.warning("No words of the trade: %s", type(error).__name__)
        return frozenset()
    return frozenset(line.strip().lower() for line in lines if line and not line.startswith("#"))


@cache
def dictionary() -> Hunspell | None:
    """The Dutch dictionary, read once; None, with a line in the log, where it cannot be read."""
    try:
        from hunspell import Hunspell

        return Hunspell("nl", hunspell_data_dir=str(FOLDER), system_encoding="UTF-8")
    except (ImportError, OSError, MemoryError) as error:
        log.warning("No spelling: %s", type(error).__name__)
        return None
