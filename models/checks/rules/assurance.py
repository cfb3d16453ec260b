"""What checking some dossiers says about all: exact, by counting, without fractions of a computer.

Drawn without putting back: the number of wrong ones among those drawn is hypergeometric. Every
comparison is between whole numbers, so no rounding can tip a sentence that goes into a letter.
"""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from heapq import heapify, heapreplace
from math import comb

from models.checks.values.sampling import Assurance
from models.checks.values.sampling_refusals import CountsDoNotFit, LevelNotPossible
from models.kernel.shares import nearest, tenths

NO_NUMBER = (
    "De trekking is over groepen gespreid en er is een fout gezien: hoeveel er in alle dossiers"
    " fout kunnen zijn, is daaruit niet te zeggen met één getal."
)


def level_of(text: object) -> Fraction:
    """A certainty such as 0.95. Raises LevelNotPossible."""
    try:
        level = Fraction(Decimal(str(text).strip().replace(",", ".")))
    except (InvalidOperation, ValueError, OverflowError):
        raise LevelNotPossible(field="level", level=text) from None
    if not 0 < level < 1:
        raise LevelNotPossible(field="level", level=text)
    return level


def at_most(population: int, sample: int, bad: int, level: Fraction) -> int:
    """The largest number of wrong dossiers in all that what was seen does not rule out.

    A larger number would have shown so few wrong ones with a chance of `1 - level` or less.
    Raises CountsDoNotFit.
    """
    if not (population >= sample >= bad >= 0 and sample > 0):
        raise CountsDoNotFit(bad=bad, sample=sample, population=population)
    low, high = bad, population - sample + bad
    while low < high:
        middle = (low + high + 1) // 2
        if thinkable(population, sample, bad, middle, level):
            low = middle
        else:
            high = middle - 1
    return low


def assurance(population: int, sample: int, bad: int, level: Fraction) -> Assurance:
    """The honest sentence: `12 of 80 checked, 0 wrong: at most 16 of 80`."""
    most = at_most(population, sample, bad, level)
    return Assurance(population, sample, bad, most, _sentence(population, sample, bad, most, level))


def spread_assurance(groups: Iterable[tuple[int, int]], bad: int, level: Fraction) -> Assurance:
    """The honest sentence for a draw spread over groups: of each, how many it has and were drawn.

    Without a fault it is exact for the worst way the wrong ones can lie over the groups. With one,
    no number follows from simple counting, so none is promised: `at_most` is then all that could
    be wrong. One group, or every dossier checked, is a draw as any other.
    """
    kept = [(size, drawn) for size, drawn in groups if size]
    population, sample = (sum(each) for each in zip(*kept, strict=True))
    if len(kept) == 1 or sample == population:
        return assurance(population, sample, bad, level)
    if bad:
        seen = f"{sample} van de {population} nagekeken, {bad} fout. {NO_NUMBER}"
        return Assurance(population, sample, bad, population - sample + bad, seen)
    most = unseen_at_most(kept, level)
    return Assurance(population, sample, 0, most, _sentence(population, sample, 0, most, level))


def chance(population: int, faulty: int, sample: int) -> Fraction:
    """The chance that `sample` dossiers hold at least one of the `faulty` ones (DOMAIN.md 5.2)."""
    if not (population >= sample >= 0 and population >= faulty >= 0):
        raise CountsDoNotFit(bad=faulty, sample=sample, population=population)
    more, fewer = max(faulty, sample), min(faulty, sample)
    return 1 - Fraction(comb(population - more, fewer), comb(population, fewer))


def faulty_of(population: int, share: Fraction) -> int:
    """How many dossiers a share of all is: rounded down, at least one, so never too hopeful."""
    return max(1, int(population * share))


def chance_sentence(population: int, share: Fraction, sample: int) -> str:
    """What a size is worth: the chance to meet at least one faulty dossier, for people."""
    faulty = faulty_of(population, share)
    found = chance(population, faulty, sample)
    return (
        f"Is {percent(share)} van de dossiers fout ({faulty} van de {population}), dan is de kans"
        f" {tenths(found)} % dat u er met {sample} minstens één ziet."
    )


def percent(part: Fraction) -> str:
    """A part of one as Dutch people read it: whole, or with the decimals that are there."""
    hundred = part * 100
    if hundred.denominator == 1:
        return f"{hundred.numerator} %"
    shown = f"{Decimal(hundred.numerator) / Decimal(hundred.denominator):.4f}".rstrip("0")
    return f"{shown.rstrip('.').replace('.', ',')} %"


def unseen_at_most(groups: Iterable[tuple[int, int]], level: Fraction) -> int:
    """The most wrong ones of which none is seen with a chance above `1 - level`.

    `groups`: of each how many it has and were drawn. The chance to miss one more in a group only
    falls as that group has more of them, so putting each next one where it is missed most easily
    gives the worst way for every number.
    """
    left = [(_seen(size, drawn), size, drawn) for size, drawn in groups]
    heapify(left)
    found, missed, of = 0, level.denominator, level.denominator - level.numerator
    while left:
        _chance, size, drawn = left[0]
        missed, of = missed * (size - drawn), of * size
        if missed <= of:
            break
        found += 1
        heapreplace(left, (_seen(size - 1, drawn), size - 1, drawn))
    return found


def thinkable(population: int, sample: int, bad: int, wrong: int, level: Fraction) -> bool:
    """Whether of `wrong` in all `bad` or fewer are seen with more than a chance of `1 - level`.

    Drawing the sample or marking the wrong ones by chance comes to the same: the smaller counts
    faster.
    """
    wrong, sample = max(wrong, sample), min(wrong, sample)
    seen = range(min(bad, sample) + 1)
    ways = sum(comb(wrong, one) * comb(population - wrong, sample - one) for one in seen)
    rest = level.denominator - level.numerator
    return ways * level.denominator > rest * comb(population, sample)


def _seen(size: int, drawn: int) -> Fraction:
    """The chance that one wrong dossier of those left in a group is among those drawn."""
    return Fraction(drawn, size) if size else Fraction(1)


def _sentence(population: int, sample: int, bad: int, most: int, level: Fraction) -> str:
    seen = f"{sample} van de {population} nagekeken, {bad} fout"
    if sample == population:
        return f"{seen}: alle dossiers zijn nagekeken."
    share = rounded(Fraction(most, population))
    return f"{seen}: met {percent(level)} zekerheid hoogstens {most} van de {population} ({share})."


def rounded(part: Fraction) -> str:
    """Whole per cents, upwards from the half; a little is never shown as nothing."""
    whole = nearest(part)
    if whole == 0 and part:
        return "minder dan 1 %"
    if whole == 100 and part < 1:
        return "meer dan 99 %"
    return f"{whole} %"
