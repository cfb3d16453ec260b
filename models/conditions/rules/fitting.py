"""Which lines a filter leaves."""

from collections.abc import Sequence

from models.conditions.values import Condition, ConditionFilter
from models.kernel.words import fold


def fitting(found: Sequence[Condition], wanted: ConditionFilter) -> list[Condition]:
    """Those that fit the filter, in the order they have."""
    words = fold(wanted.text).split()
    return [
        one
        for one in found
        if (not wanted.officer or one.officer == wanted.officer)
        and (not wanted.province or one.province == wanted.province)
        and (not wanted.kinds or one.kind in wanted.kinds)
        and _holds(one, words)
    ]


def _holds(one: Condition, words: Sequence[str]) -> bool:
    if not words:
        return True
    text = fold(f"{one.centre} {one.locality} {one.officer} {one.what} {one.why}")
    return all(word in text for word in words)
