"""What checking some dossiers says about all: exact, by counting, without fractions of a computer.

Drawn without putting back: the number of wrong ones among those drawn is hypergeometric. Every
comparison is between whole numbers, so no rounding can tip a sentence that goes into a letter.
"""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import comb

from models.checks.values.sampling import Assurance, CountsDoNotFit, LevelNotPossible

CERTAINTY = Fraction(95, 100)
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


def at_most(population: int, sample: int, bad: int, level: Fraction = CERTAINTY) -> int:
    """The largest number of wrong dossiers in all that what was seen does not rule out.

    A larger number would have shown so few wrong ones with a chance of `1 - level` or less.
    Raises CountsDoNotFit.
    """
    if not (population >= sample >= bad >= 0 and sample > 0):
        raise CountsDoNotFit(bad=bad, sample=sample, population=population)
    low, high = bad, population - sample + bad
    while low < high:
        middle = (low + high + 1) // 2
        if _thinkable(population, sample, bad, middle, level):
            low = middle
        else:
            high = middle - 1
    return low


def assurance(population: int, sample: int, bad: int, level: Fraction = CERTAINTY) -> Assurance:
    """The honest sentence: `12 of 80 checked, 0 wrong: at most 16 of 80`."""
    most = at_most(population, sample, bad, level)
    return Assurance(population, sample, bad, most, _sentence(population, sample, bad, most, level))


def spread_assurance(groups: Iterable[tuple[int, int]], bad: int) -> Assurance:
    """The honest sentence for a draw spread over groups: of each, how many it has and were drawn.

    Without a fault it is exact for the worst way the wrong ones can lie over the groups. With one,
    no number follows from simple counting, so none is promised: `at_most` is then all that could
    be wrong. One group, or every dossier checked, is a draw as any other.
    """
    kept = [(size, drawn) for size, drawn in groups if size]
    population, sample = (sum(each) for each in zip(*kept, strict=True))
    if len(kept) == 1 or sample == population:
        return assurance(population, sample, bad)
    if bad:
        seen = f"{sample} van de {population} nagekeken, {bad} fout. {NO_NUMBER}"
        return Assurance(population, sample, bad, population - sample + bad, seen)
    most = _unseen_at_most(kept)
    return Assurance(population, sample, 0, most, _sentence(population, sample, 0, most, CERTAINTY))


def chance(population: int, faulty: int, sample: int) -> Fraction:
    """The chance that `sample` dossiers hold at least one of the `faulty` ones (DOMAIN.md 5.2)."""
    if not (population >= sample >= 0 and population >= faulty >= 0):
        raise CountsDoNotFit(bad=faulty, sample=sample, population=population)
    return 1 - Fraction(comb(population - faulty, sample), comb(population, sample))


def faulty_of(population: int, share: Fraction) -> int:
    """How many dossiers a share of all is: rounded down, at least one, so never too hopeful."""
    return max(1, int(population * share))


def smallest(population: int, share: Fraction, wanted: Fraction) -> int:
    """The fewest dossiers that show at least one faulty one with the wanted chance."""
    if population < 1:
        raise CountsDoNotFit(bad=0, sample=0, population=population)
    faulty = faulty_of(population, share)
    low, high = 1, population
    while low < high:
        middle = (low + high) // 2
        if chance(population, faulty, middle) >= wanted:
            high = middle
        else:
            low = middle + 1
    return low


def chance_sentence(population: int, share: Fraction, sample: int) -> str:
    """What a size is worth: the chance to meet at least one faulty dossier, for people."""
    faulty = faulty_of(population, share)
    found = chance(population, faulty, sample)
    return (
        f"Is {percent(share)} van de dossiers fout ({faulty} van de {population}), dan is de kans"
        f" {_at_least_said(found)} dat u er met {sample} minstens één ziet."
    )


def percent(part: Fraction) -> str:
    """A part of one as Dutch people read it: whole, or with the decimals that are there."""
    hundred = part * 100
    if hundred.denominator == 1:
        return f"{hundred.numerator} %"
    shown = f"{Decimal(hundred.numerator) / Decimal(hundred.denominator):.4f}".rstrip("0")
    return f"{shown.rstrip('.').replace('.', ',')} %"


def _unseen_at_most(groups: list[tuple[int, int]]) -> int:
    """The most wrong ones of which none is seen with a chance above `1 - CERTAINTY`.

    The chance to miss one more in a group only falls as that group has more of them, so putting
    each next one where it is missed most easily gives the worst way for every number.
    """
    clean = [[size, drawn] for size, drawn in groups]
    found, missed = 0, Fraction(1)
    while True:
        size, drawn = worst = max(clean, key=lambda one: _missed(*one))
        missed *= _missed(size, drawn)
        if missed <= 1 - CERTAINTY:
            return found
        worst[0] -= 1
        found += 1


def _missed(size: int, drawn: int) -> Fraction:
    """The chance that one wrong dossier of those left in a group is not among those drawn."""
    return Fraction(size - drawn, size) if size else Fraction(0)


def _thinkable(population: int, sample: int, bad: int, wrong: int, level: Fraction) -> bool:
    """Whether `bad` or fewer in the sample has more than a chance of `1 - level`."""
    ways = sum(
        comb(wrong, seen) * comb(population - wrong, sample - seen) for seen in range(bad + 1)
    )
    rest = level.denominator - level.numerator
    return ways * level.denominator > rest * comb(population, sample)


def _sentence(population: int, sample: int, bad: int, most: int, level: Fraction) -> str:
    seen = f"{sample} van de {population} nagekeken, {bad} fout"
    if sample == population:
        return f"{seen}: alle dossiers zijn nagekeken."
    share = _rounded(Fraction(most, population))
    return f"{seen}: met {percent(level)} zekerheid hoogstens {most} van de {population} ({share})."


def _rounded(part: Fraction) -> str:
    """Whole per cents, upwards from the half; a little is never shown as nothing."""
    whole = (part * 200 + 1) // 2
    if whole == 0 and part:
        return "minder dan 1 %"
    if whole == 100 and part < 1:
        return "meer dan 99 %"
    return f"{whole} %"


def _at_least_said(part: Fraction) -> str:
    """Rounded down, so that a chance is never promised too high."""
    if part == 1:
        return "100 %"
    whole = int(part * 100)
    return f"{whole} %" if whole else "minder dan 1 %"
