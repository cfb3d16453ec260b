"""Text as people type it, made comparable."""

import re
import unicodedata
from collections.abc import Iterable

_BLANKS = re.compile(r"\s+")
_QUOTED = 60


def clean(text: str) -> str:
    """Without outer blanks, every run of white space one blank, in Unicode form NFC."""
    if text.isascii():  # the same, and much faster: nearly all of it
        return " ".join(text.split())
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def fold(text: str) -> str:
    """For searching: lower case, without accents, with single blanks; folding twice is harmless."""
    if text.isascii():  # nearly all of it, and ten times as fast
        return " ".join(text.lower().split())
    bare = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).casefold())
    return clean("".join(sign for sign in bare if not unicodedata.combining(sign)))


def quoted(text: str) -> str:
    """What a sentence repeats of what was given: its beginning, when it is long."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def holds(text: str, told: Iterable[object]) -> bool:
    """Whether every word of this text stands somewhere in what is told of a thing."""
    all_of_it = fold(" ".join(str(each) for each in told if each is not None))
    return all(part in all_of_it for part in fold(text).split())
