"""Which words of a Dutch text have a spelling that can be judged; the dictionary is elsewhere."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

_CHUNK = re.compile(r"[^\s/()\[\]«»“”\"]+")
_LETTERS = r"(?:[^\W\d_][\u0300-\u036f\u00ad]*)+"
_WORD = re.compile(rf"{_LETTERS}(?:['’-]{_LETTERS})*")
_CODED = re.compile(r"[\d@_\\:{}]|\w\.\w")
"""Numbers, addresses, file names, places to fill in and keys of text blocks are no words."""
_BEGINS = re.compile(r"(?:^|[.!?:…\n]\s*|[-–•]\s+)$")

_SOFT_HYPHEN = "\u00ad"
_OTHER_SCRIPTS = 0x0250
"""From here on letters are not of the alphabet that Dutch is written in."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word and where it stands: `text[start:end]`."""

    word: str
    start: int
    end: int


def words(text: str) -> Iterator[Spelled]:
    """The words of `text` that a dictionary can judge, in order.

    Left out are what holds digits or signs of an address, what is written in capitals (VDAB) or
    in another script, and names: a capital inside a sentence.
    """
    for chunk in _CHUNK.finditer(text):
        bare = chunk[0].rstrip(".,;:!?…'’)")
        if _CODED.search(bare):
            continue
        for found in _WORD.finditer(bare):
            at = chunk.start() + found.start()
            if _judged(found[0], text[max(0, at - 12) : at]):
                yield Spelled(found[0], at, at + len(found[0]))


def in_units(text: str, found: Spelled) -> Spelled:
    """The same word with its place counted in UTF-16 units, as Qt counts: an emoji takes two."""
    if text.isascii():
        return found
    return replace(found, start=_units(text[: found.start]), end=_units(text[: found.end]))


def forms(word: str) -> tuple[str, ...]:
    """In which forms a dictionary may know a word: as written, without its capital, in parts.

    The last form is a chain of parts with blanks between, each of which must be known.
    """
    plain = unicodedata.normalize("NFC", word.replace("’", "'").replace(_SOFT_HYPHEN, ""))
    lower = plain[:1].lower() + plain[1:]
    return tuple(dict.fromkeys((plain, lower, lower.replace("-", " "))))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _judged(word: str, before: str) -> bool:
    if len(word) < 2 or any(sign.isupper() for sign in word[1:]):
        return False
    if any(sign.isalpha() and ord(sign) >= _OTHER_SCRIPTS for sign in word):
        return False
    return not word[0].isupper() or _BEGINS.search(before) is not None
