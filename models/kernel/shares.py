"""Parts of a whole as per cents, rounded in one way everywhere: half goes up."""

from fractions import Fraction
from math import floor

CLOSE = 9
"""Decimals of a float that are looked at: three thirds are a whole."""


def percent(part: Fraction | float) -> int:
    """A part from 0 to 1 of what is counted: 100 only of everything, 0 only of nothing."""
    whole = nearest(part)
    exact = round(part, CLOSE) if isinstance(part, float) else part
    if 0 < exact < 1:
        return min(99, max(1, whole))
    return whole


def nearest(part: Fraction | float) -> int:
    """As `percent`, of what is estimated: the end of an interval, a norm."""
    exact = round(part, CLOSE) if isinstance(part, float) else part
    return floor(exact * 100 + Fraction(1, 2))


def tenths(part: Fraction) -> str:
    """A part that is held beside a limit: with a decimal, downwards so that it never reaches it."""
    return f"{floor(part * 1000) / 10:.1f}".removesuffix(".0").replace(".", ",")
