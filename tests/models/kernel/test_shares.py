"""Half goes up, and neither all nor nothing is said before it is so."""

from fractions import Fraction

import pytest

from models.kernel.shares import nearest, percent, tenths


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        (Fraction(0), 0),
        (Fraction(1, 1000), 1),
        (Fraction(898, 1000), 90),
        (Fraction(894, 1000), 89),
        (Fraction(5, 8), 63),
        (Fraction(999, 1000), 99),
        (Fraction(1), 100),
        (0.745, 75),
        (0.005, 1),
        (0.0, 0),
        (sum([1 / 27] * 27), 100),
        (1.0, 100),
    ],
)
def test_what_is_counted(part, shown):
    assert percent(part) == shown


def test_what_is_held_beside_a_limit_never_reaches_it():
    parts = (Fraction(8, 27), Fraction(9496, 10000), Fraction(1, 4), Fraction(1))
    assert [tenths(part) for part in parts] == ["29,6", "94,9", "25", "100"]


def test_an_estimate_may_come_to_nothing_or_all():
    assert [nearest(part) for part in (0.002, 0.005, 0.996)] == [0, 1, 100]
