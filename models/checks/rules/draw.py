"""The published draw of dossiers, method sha256-rank-1: no generator of chance, only SHA-256.

Anyone can repeat it with the list, the seed and the size; the manual says how, in words and in
ten lines of Python. Nothing here may ever change: another way of drawing gets another name.
"""

import secrets
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256

from models.centres.rules.editing import MASKED, refuse_national_number
from models.centres.values import NationalNumberFound
from models.checks.rules.pseudonym import MOST, looks_like_a_name
from models.checks.rules.writing import imported_text
from models.checks.values import DossierNumberTooLong
from models.checks.values.sampling import Draw, Listed, ListShown
from models.checks.values.sampling_refusals import (
    ListEmpty,
    ListHoldsName,
    SampleTooLarge,
    SampleTooSmall,
    SeedTooLong,
    SparesTooFew,
)
from models.kernel.words import clean, quoted

LONGEST_SEED = 200


def seed_of(text: str) -> str:
    """A seed as it is drawn with, wherever it was given; a new one made by chance without any.

    Raises NationalNumberFound: a seed cannot be masked, for it must stay as it is.
    """
    return imported_text(text, "seed") or secrets.token_hex(8)


def normal(raw: str) -> str:
    """A number as it is drawn: trimmed, every run of white space one blank, in NFC."""
    return clean(raw)


def listed(entries: Iterable[Listed]) -> tuple[tuple[Listed, ...], tuple[str, ...]]:
    """The list without empty numbers and later duplicates, and those duplicates."""
    kept: dict[str, Listed] = {}
    twice: list[str] = []
    for entry in entries:
        number = normal(entry.number)
        if not number:
            continue
        if number in kept:
            twice.append(number)
        else:
            kept[number] = Listed(number, normal(entry.group))
    return tuple(kept.values()), tuple(twice)


def shown(entries: Iterable[Listed]) -> ListShown:
    """What there is to say of a list before anything is drawn."""
    kept, twice = listed(entries)
    return ListShown(len(kept) + len(twice), twice, len(kept))


def fingerprint(numbers: Iterable[str]) -> str:
    """SHA-256 of the numbers in the order of their code points, joined by line feeds."""
    return _hex("\n".join(sorted(numbers)))


def rank(seed: str, number: str) -> str:
    """Where a number stands in the draw of this seed: SHA-256 of `seed|number`, as hex."""
    return _hex(f"{seed}|{number}")


def draw(
    entries: Iterable[Listed], seed: str, size: int, spares: int = 0, *, spread: bool = False
) -> Draw:
    """Draw `size` numbers and then `spares` more; spread over the groups when asked.

    Fewer spares come out when the list ends. Raises ListEmpty, SampleTooSmall, SampleTooLarge,
    SparesTooFew and SeedTooLong. Whoever draws from a list for the first time asks
    `check_numbers` before: what was drawn once must always come out again.
    """
    kept, twice = listed(entries)
    _check_sizes(len(kept), size, spares)
    if len(seed) > LONGEST_SEED:
        raise SeedTooLong(field="seed", count=len(seed), most=LONGEST_SEED)
    order = sorted(kept, key=lambda entry: rank(seed, entry.number))
    sizes = Counter(entry.group for entry in kept) if spread else Counter[str]()
    room = Counter(divide(size, sizes) if spread else {"": size})
    drawn, left = _take(order, room, spread=spread)
    waiting = left[:spares]
    return Draw(
        given=len(kept) + len(twice),
        population=len(kept),
        duplicates=twice,
        fingerprint=fingerprint(entry.number for entry in kept),
        seed=seed,
        drawn=tuple(entry.number for entry in drawn),
        spares=tuple(entry.number for entry in waiting),
        groups={group: room[group] for group in sorted(sizes)},
        group_sizes={group: sizes[group] for group in sorted(sizes)},
        group_of={one.number: one.group for one in (*drawn, *waiting)} if spread else {},
    )


def divide(size: int, sizes: Mapping[str, int]) -> dict[str, int]:
    """`size` over the groups in proportion, by largest remainder; ties: the name that sorts first.

    Where `size` allows one for every group, a group that would get none gets one, and the rest is
    divided again over the others, until every group has one.
    """
    if size < len(sizes):
        return _proportional(size, sizes)
    sure: dict[str, int] = {}
    while True:
        others = {group: count for group, count in sizes.items() if group not in sure}
        found = _proportional(size - len(sure), others)
        none = [group for group, count in found.items() if count == 0]
        if not none:
            return sure | found
        sure |= dict.fromkeys(none, 1)


def check_numbers(entries: Iterable[Listed], known: Collection[str] = ()) -> None:
    """Whether the numbers of a list may be kept; those that are `known` were, and are not judged.

    Raises ListHoldsName, NationalNumberFound and DossierNumberTooLong.
    """
    for number in (normal(entry.number) for entry in entries):
        if number in known:
            continue
        refuse_national_number(number, "numbers")
        if MASKED in number:  # it was one, and was put aside without its figures
            raise NationalNumberFound(field="numbers", masked=MASKED)
        if looks_like_a_name(number):
            raise ListHoldsName(field="numbers", raw=quoted(number))
        if len(number) > MOST:
            raise DossierNumberTooLong(field="numbers", raw=quoted(number), most=MOST)


def _check_sizes(population: int, size: int, spares: int) -> None:
    if not population:
        raise ListEmpty(field="numbers")
    if size < 1:
        raise SampleTooSmall(field="size", size=size)
    if size > population:
        raise SampleTooLarge(field="size", size=size, population=population)
    if spares < 0:
        raise SparesTooFew(field="spares", spares=spares)


def _take(
    order: Sequence[Listed], room: Mapping[str, int], *, spread: bool
) -> tuple[list[Listed], list[Listed]]:
    """The first of each group as far as there is room, and what is left, both in rank order."""
    taken: Counter[str] = Counter()
    drawn, left = [], []
    for entry in order:
        group = entry.group if spread else ""
        if taken[group] < room.get(group, 0):
            taken[group] += 1
            drawn.append(entry)
        else:
            left.append(entry)
    return drawn, left


def _proportional(size: int, sizes: Mapping[str, int]) -> dict[str, int]:
    total = sum(sizes.values())
    exact = {group: Fraction(size * count, total) for group, count in sizes.items()}
    found = {group: int(part) for group, part in exact.items()}
    rest = size - sum(found.values())
    for group in sorted(sizes, key=lambda name: (found[name] - exact[name], name))[:rest]:
        found[group] += 1
    return found


def _hex(text: str) -> str:
    return sha256(text.encode()).hexdigest()
