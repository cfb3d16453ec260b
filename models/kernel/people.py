"""Whether two names, as people write them, are of one person."""

import re
from collections import Counter
from collections.abc import Iterator

from models.kernel.words import fold

_TITLES = re.compile(r"\b(?:de heer|mevrouw|mevr|mw|dhr|drs?|ir|ing|mr|prof)\b\.?")
_BESIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_APOSTROPHES = re.compile(r"['’‘`´]")
_HYPHENS = re.compile(r"(?<=\w)[-‐‑](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_AFTER = re.compile(r"[,;/|]|\s[-–—]\s")
_PARTICLES = frozenset(
    {
        *("van", "von", "vander", "vanden", "vande", "den", "der", "de", "des", "du", "d", "del"),
        *("della", "di", "da", "dos", "het", "t", "ten", "ter", "te", "op", "le", "la", "les"),
    }
)
"""Written apart or joined to what follows: Van den Berghe, Vandenberghe."""
Words = tuple[str, ...]


def same_person(one: str, other: str) -> bool:
    """Whether both are names of the same person, however they are written; nobody is nobody.

    Case, accents, blanks, hyphens, titles and the order of the names do not matter, nor whether a
    particle is joined (Van den Berghe, Vandenberghe), nor what stands beside a first and a last
    name, such as a function. An initial is any name it begins (L. Verhaegen, Lotte Verhaegen), for
    it cannot be told apart. One name alone is only the same as itself. Doubt counts as the same:
    who asks wants two different people to look.
    """
    if not fold(one) or not fold(other):
        return False
    if fold(one) == fold(other):
        return True
    return any(_fits(mine, theirs) for mine in _forms(one) for theirs in _forms(other))


def _forms(name: str) -> Iterator[Words]:
    """The name whole, and without what stands behind it; a double name as one word and as two."""
    bare = _APOSTROPHES.sub("", _BESIDE.sub(" ", fold(name)))
    plain = _TITLES.sub(" ", bare)
    if not _WORD.search(plain):
        plain = bare
    for written in dict.fromkeys((_HYPHENS.sub(" ", plain), _HYPHENS.sub("", plain))):
        parts = [words for part in _AFTER.split(written) if (words := _WORD.findall(part))]
        for kept in range(len(parts), 0, -1):
            form = _joined([word for part in _turned(parts[:kept]) for word in part])
            if kept == len(parts) or len(form) > 1:
                yield form


def _turned(parts: list[list[str]]) -> list[list[str]]:
    """Smet, An de: a particle behind the first name belongs before the last one."""
    if len(parts) < 2 or parts[1][-1] not in _PARTICLES:
        return parts
    kept = list(parts[1])
    tail: list[str] = []
    while kept and kept[-1] in _PARTICLES:
        tail.insert(0, kept.pop())
    return [[*tail, *parts[0]], kept, *parts[2:]]


def _joined(words: list[str]) -> Words:
    """Every run of particles joined to the word it stands before."""
    found: list[str] = []
    waiting = ""
    for word in words:
        if word in _PARTICLES:
            waiting += word
        else:
            found.append(waiting + word)
            waiting = ""
    return (*found, waiting) if waiting else tuple(found)


def _fits(mine: Words, theirs: Words) -> bool:
    """Whether every word of the shorter name stands in the longer one, initials counted."""
    fewer, more = sorted((mine, theirs), key=len)
    if not fewer:
        return False
    if "".join(fewer) == "".join(more):
        return True
    equal = Counter(fewer) & Counter(more)
    if len(fewer) < 2 or not any(len(word) > 1 for word in equal):
        return fewer == more
    return _begun(Counter(fewer) - equal, Counter(more) - equal)


def _begun(fewer: Counter[str], more: Counter[str]) -> bool:
    """Whether each word left of one can be paired with a word of the other, as its initial."""
    short, long = _by_initial(fewer), _by_initial(more)
    for letter, (initials, names) in short.items():
        their_initials, their_names = long.get(letter, (0, 0))
        if names > their_initials or initials + names > their_initials + their_names:
            return False
    return True


def _by_initial(words: Counter[str]) -> dict[str, tuple[int, int]]:
    """How many initials and how many whole names begin with each letter."""
    found: dict[str, tuple[int, int]] = {}
    for word in words.elements():
        initials, names = found.get(word[0], (0, 0))
        alone = len(word) == 1
        found[word[0]] = initials + alone, names + (not alone)
    return found
