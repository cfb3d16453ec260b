"""Which centres may be one and the same: candidates with reasons, for a person to judge.

Names are compared by their trigrams, each weighed by how rare it is: half of the centres begin
with Loopbaan, which says nothing, so a measure that likes equal beginnings would mislead here.
Centres meet through keys they share, never each with each: 4,000 are compared in about a second.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log
from uuid import UUID

from models.centres.rules import legal_name_key
from models.centres.values import NameKind
from models.duplicates.values import CentreLook, LikenessReason, LikePair
from models.kernel.words import fold

WEIGHTS: Mapping[LikenessReason, int] = {
    LikenessReason.SAME_NUMBER: 100,
    LikenessReason.SAME_NAME: 50,
    LikenessReason.SAME_PHONE: 40,
    LikenessReason.SAME_EMAIL: 40,
    LikenessReason.LIKE_NAME: 35,
    LikenessReason.SAME_ADDRESS: 35,
    LikenessReason.LIKE_NUMBER: 30,
    LikenessReason.SAME_WEBSITE: 30,
}
"""What a reason counts for, of a hundred."""
LEAST = 35
"""Under this a pair is chance: of 4,000 numbers some ten pairs differ in one digit."""
LIKE = 0.82
"""From this on two names are nearly the same."""
SHORTEST = 6
"""In a shorter name one letter makes another name."""
CROWD = 8
"""What more centres than this have in common says nothing of any two of them."""
COMMON = 30
RAREST = 10

NAME_KINDS = (NameKind.LEGAL, NameKind.TRADE)

Names = tuple[str, str]
"""The names of a centre, by NAME_KINDS."""
Pair = tuple[int, int]
Grams = frozenset[str]


def like_pairs(
    looks: Sequence[CentreLook], apart: Collection[frozenset[UUID]] = ()
) -> list[LikePair]:
    """The pairs that look like one centre, the most alike first.

    Without those that somebody said are two.
    """
    found: defaultdict[Pair, set[LikenessReason]] = defaultdict(set)
    for reason, key in _EXACT.items():
        for pair in _meeting([(key(look),) for look in looks], CROWD):
            found[pair].add(reason)
    for pair in _like_numbers(looks):
        found[pair].add(LikenessReason.LIKE_NUMBER)
    names = [frozenset(map(legal_name_key, look.names)) for look in looks]
    for pair in _meeting(names, CROWD):
        found[pair].add(LikenessReason.SAME_NAME)
    for pair in _like_names(names):
        if LikenessReason.SAME_NAME not in found[pair]:
            found[pair].add(LikenessReason.LIKE_NAME)
    pairs = (_pair(looks, pair, reasons) for pair, reasons in found.items())
    wanted = [pair for pair in pairs if pair.score >= LEAST and pair.ids not in set(apart)]
    return sorted(wanted, key=lambda pair: (-pair.score, pair.one, pair.other))


def same_names(one: Names, other: Names) -> tuple[tuple[NameKind, NameKind], ...]:
    """Which names of two centres are the same but for their legal form, by kind at either.

    A legal name that is the trade name of the other is told only when nothing nearer is the same.
    """
    keys, others = ([legal_name_key(name) for name in names] for names in (one, other))
    found = tuple(
        (NAME_KINDS[at], NAME_KINDS[place])
        for at, key in enumerate(keys)
        for place, same in enumerate(others)
        if key and key == same
    )
    return tuple(pair for pair in found if pair[0] is pair[1]) or found[:1]


def _pair(looks: Sequence[CentreLook], pair: Pair, reasons: set[LikenessReason]) -> LikePair:
    score = min(100, sum(WEIGHTS[reason] for reason in reasons))
    told = tuple(sorted(reasons, key=lambda reason: -WEIGHTS[reason]))
    one, other = sorted(looks[at].id for at in pair)
    return LikePair(one, other, score, told)


def _address(look: CentreLook) -> str:
    place = look.address
    if not (place.street and place.house_number and place.postal_code):
        return ""
    return fold(f"{place.street}|{place.house_number}|{place.postal_code}")


def _website(look: CentreLook) -> str:
    bare = fold(look.website).split("://")[-1].removeprefix("www.")
    return bare.rstrip("/")


_EXACT: Mapping[LikenessReason, Callable[[CentreLook], str]] = {
    LikenessReason.SAME_NUMBER: lambda look: look.number,
    LikenessReason.SAME_ADDRESS: _address,
    LikenessReason.SAME_PHONE: lambda look: look.phone,
    LikenessReason.SAME_EMAIL: lambda look: fold(look.email),
    LikenessReason.SAME_WEBSITE: _website,
}


def _meeting(keys: Sequence[Iterable[str]], most: int) -> Iterator[Pair]:
    """Every two places that share a key, unless a crowd shares it."""
    for places in _places(keys).values():
        if len(places) <= most:
            yield from combinations(places, 2)


def _places(keys: Sequence[Iterable[str]]) -> dict[str, list[int]]:
    """At which places a key stands; an empty key stands nowhere."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in own:
            if key:
                found[key].append(place)
    return found


def _like_numbers(looks: Sequence[CentreLook]) -> Iterator[Pair]:
    """One digit off, or two neighbours changed places. The check digits follow from the others."""
    bare = [look.number[:8] if len(look.number) == 10 else "" for look in looks]
    masked = [[f"{one[:at]}*{one[at + 1 :]}" for at in range(len(one))] for one in bare]
    meeting = {
        *_meeting(masked, COMMON),
        *_meeting([("".join(sorted(one)),) for one in bare], COMMON),
    }
    for one, other in meeting:
        if bare[one] != bare[other] and _near(bare[one], bare[other]):
            yield one, other


def _near(one: str, other: str) -> bool:
    odd = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(odd) == 2:
        first, second = odd
        return second == first + 1 and one[first] == other[second] and one[second] == other[first]
    return len(odd) == 1


def _like_names(names: Sequence[frozenset[str]]) -> Iterator[Pair]:
    """Places of which a name is nearly a name of the other."""
    grams = [[trigrams(name) for name in own] for own in names]
    standing = Counter(gram for own in grams for gram in frozenset().union(*own))
    weigh = {gram: log(1 + len(names) / max(2, count)) for gram, count in standing.items()}
    rare = [frozenset(_rare(own, standing)) for own in grams]
    shared = Counter(
        pair
        for places in _places(rare).values()
        if len(places) <= COMMON
        for pair in combinations(places, 2)
    )
    for (one, other), count in shared.items():
        if count > 1 and (
            any(likeness(a, b, weigh) >= LIKE for a in grams[one] for b in grams[other])
            or any(slip(a, b) for a in names[one] for b in names[other])
        ):
            yield one, other


def _rare(own: Sequence[Grams], standing: Mapping[str, int]) -> Iterator[str]:
    """The rarest trigrams of each name that another centre has too."""
    for grams in own:
        known = [gram for gram in grams if 1 < standing[gram] <= COMMON]
        yield from sorted(known, key=lambda gram: (standing[gram], gram))[:RAREST]


def trigrams(name: str) -> Grams:
    """Three letters at a time, word by word, so that the order of the words does not count."""
    return frozenset(
        padded[at : at + 3]
        for word in name.split()
        for padded in (f" {word} ",)
        for at in range(max(1, len(padded) - 2))
    )


def likeness(one: Grams, other: Grams, weigh: Mapping[str, float]) -> float:
    """How much of two names is the same, 0 to 1: Dice's measure, rare letters counting more."""
    both = sum(weigh[gram] for gram in one & other)
    all_of_it = sum(weigh[gram] for gram in one) + sum(weigh[gram] for gram in other)
    return 2 * both / all_of_it if all_of_it else 0.0


def slip(one: str, other: str) -> bool:
    """One letter more, less or another, or two that changed places, in a name of some length."""
    short, long = sorted((one.replace(" ", ""), other.replace(" ", "")), key=len)
    if len(short) < SHORTEST or len(long) > len(short) + 1:
        return False
    pairs = enumerate(zip(short, long, strict=False))
    start = next((at for at, (a, b) in pairs if a != b), len(short))
    rest, other_rest = short[start:], long[start:]
    if len(short) < len(long):
        return rest == other_rest[1:]
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return rest[1:] == other_rest[1:] or swapped
