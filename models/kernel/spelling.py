"""Which words of a Dutch text have a spelling that can be judged; the dictionary is elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CHUNK = re.compile(r"[^\s/()\[\]«»“”\"]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CODED = re.compile(r"[\d@_\\:{}]|\w\.\w")
"""Numbers, addresses, file names, places to fill in and keys of text blocks are no words."""
_BEGINS = re.compile(r"(?:^|[.!?:…\n]\s*|[-–•]\s+)$")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word and where it stands: `text[start:end]`."""

    word: str
    start: int
    end: int


def words(text: str) -> Iterator[Spelled]:
    """The words of `text` that a dictionary can judge, in order.

    Left out are what holds digits or signs of an address, what is written in capitals (VDAB), and
    names: a capital inside a sentence.
    """
    for chunk in _CHUNK.finditer(text):
        bare = chunk[0].rstrip(".,;:!?…'’)")
        if _CODED.search(bare):
            continue
        for found in _WORD.finditer(bare):
            at = chunk.start() + found.start()
            if _judged(found[0], text[max(0, at - 12) : at]):
                yield Spelled(found[0], at, at + len(found[0]))


def forms(word: str) -> tuple[str, ...]:
    """In which forms a dictionary may know a word: as written, without its capital, in parts.

    The last form is a chain of parts with blanks between, each of which must be known.
    """
    plain = word.replace("’", "'")
    lower = plain[:1].lower() + plain[1:]
    return tuple(dict.fromkeys((plain, lower, lower.replace("-", " "))))


def _judged(word: str, before: str) -> bool:
    if len(word) < 2 or any(sign.isupper() for sign in word[1:]):
        return False
    return not word[0].isupper() or _BEGINS.search(before) is not None
