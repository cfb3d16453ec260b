"""Numbers on a list that are written oddly: told before a draw, never changed.

The draw takes every number as it is written (the published method), so only a person can say
whether `KZ-1` and `kz 01.` are one dossier.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from models.centres.rules.editing import MASKED
from models.centres.rules.numbers import national_numbers
from models.checks.rules.pseudonym import looks_like_a_name
from models.kernel.words import fold

_PARTS = re.compile(r"[^\W\d_]+|\d+")
_USUAL = 0.5
"""From this share of the list on, a length is the usual one."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two numbers that differ in zeros, blanks, signs or case only, by their place on the list."""

    first: int
    later: int


def alike(numbers: Sequence[str]) -> tuple[Alike, ...]:
    """Every number that is written as an earlier, different one might be."""
    seen: dict[tuple[str, ...], int] = {}
    known: set[str] = set()
    found = []
    for at, number in enumerate(numbers):
        if number in known:
            continue
        known.add(number)
        bare = _bare(number)
        if bare in seen:
            found.append(Alike(seen[bare], at))
        elif bare:
            seen[bare] = at
    return tuple(found)


def like_known(numbers: Sequence[str], known: Collection[str]) -> tuple[tuple[int, str], ...]:
    """Places of numbers that are none of these as they are written, with the one they might be.

    A follow-up leaves out numbers as they are written, so such a one is drawn from.
    """
    bare = {_bare(number): number for number in sorted(known)}
    return tuple(
        (at, bare[_bare(number)])
        for at, number in enumerate(numbers)
        if number not in known and _bare(number) in bare
    )


def _bare(number: str) -> tuple[str, ...]:
    """Its letters and figures, without case, signs, blanks and zeros in front."""
    return tuple(part.lstrip("0") or "0" for part in _PARTS.findall(fold(number)))


def shorter(numbers: Sequence[str]) -> tuple[int, ...]:
    """Places of numbers that may have lost zeros in front, as a spreadsheet takes them away."""
    digits = {at: number for at, number in enumerate(numbers) if number.isdecimal()}
    if not any(number.startswith("0") for number in digits.values()):
        return ()
    (usual, count), *_rest = Counter(map(len, digits.values())).most_common(1)
    if count < _USUAL * len(numbers):
        return ()
    return tuple(at for at, number in digits.items() if len(number) < usual)


def national(numbers: Sequence[str]) -> tuple[int, ...]:
    """Places where a national register number stands, or stood before it was masked."""
    return tuple(
        at for at, number in enumerate(numbers) if MASKED in number or national_numbers(number)
    )


def names(numbers: Sequence[str]) -> tuple[int, ...]:
    """Places of what reads as the name of a person."""
    return tuple(at for at, number in enumerate(numbers) if looks_like_a_name(number))
