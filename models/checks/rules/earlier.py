"""How a question stands beside the last time it was asked."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from models.checks.values import JUDGED, AnswerValue, Course, Tally


def tally(values: Iterable[AnswerValue | None]) -> Tally:
    """What one question comes to, counted over dossiers; an open one counts nowhere."""
    counted = Counter(values)
    return Tally(
        judged=sum(counted[value] for value in JUDGED),
        no=counted[AnswerValue.NO],
        partial=counted[AnswerValue.PARTIAL],
    )


def course(then: Tally, now: Tally) -> Course | None:
    """Better when a smaller share fails, or as large a share with fewer a plain no.

    None while one of both judged nothing: then there is nothing to compare.
    """
    if not then.judged or not now.judged:
        return None
    before, after = _share(then), _share(now)
    if before == after:
        return Course.SAME
    return Course.BETTER if after < before else Course.WORSE


def _share(one: Tally) -> tuple[Fraction, Fraction]:
    return Fraction(one.failing, one.judged), Fraction(one.no, one.judged)
