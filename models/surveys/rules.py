"""What numbers of satisfied users say, and what they do not: decisions without a database."""

from collections.abc import Sequence
from datetime import date
from math import sqrt

from models.kernel.period import PeriodReversed
from models.kernel.shares import nearest, percent
from models.kernel.text import _, ngettext
from models.surveys.values import (
    AnswersMissing,
    CountNotPossible,
    Interval,
    MeasurementDayMissing,
    MeasurementFile,
    MoreAnswersThanInvited,
    MoreSatisfiedThanAnswers,
    Satisfaction,
    SatisfiedMissing,
)

LEAST = "survey_min_respondents_for_publication"
NORM = "survey_satisfaction_norm_pct"
"""Rules of content/rule_parameters.yaml."""
Z = 1.959963984540054
"""The two-sided 95 % point of the normal distribution."""
MOST = 1_000_000


def wilson(satisfied: int, answers: int) -> Interval:
    """The share and its Wilson score interval at 95 %: 9 of 12 is 75 % [47–91].

    It stays within 0 and 1, also for few answers and for nobody or everybody satisfied, where
    the simple interval would say that nothing is uncertain. Raises AnswersMissing for no answers.
    """
    if answers < 1:
        raise AnswersMissing(field="respondents")
    share, square = satisfied / answers, Z * Z
    middle = (share + square / (2 * answers)) / (1 + square / answers)
    spread = sqrt(share * (1 - share) / answers + square / (4 * answers * answers))
    half = Z * spread / (1 + square / answers)
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return Interval(satisfied, answers, share, min(low, share), max(high, share))


def interval_of(satisfied: int, respondents: int, least: int) -> Interval | None:
    """The interval, or None below the number of answers from which a share may be shown."""
    return wilson(satisfied, respondents) if respondents >= max(1, least) else None


def satisfaction(
    measurements: Sequence[MeasurementFile], least: int, norm_percent: int
) -> Satisfaction:
    """What a centre's measurements say; the newest one speaks."""
    ordered = tuple(
        sorted(measurements, key=lambda one: (one.period_to, one.period_from), reverse=True)
    )
    norm = norm_percent / 100
    newest = ordered[0] if ordered else None
    return Satisfaction(ordered, least, norm, text_of(newest, least), _judged(newest, norm))


def text_of(one: MeasurementFile | None, least: int) -> str:
    """`75 % [47–91], n = 12`; in words when there is nothing, or too little, to show."""
    if one is None:
        return _("No measurements")
    if one.interval is None:
        said = ngettext(
            "{count} answer: not shown below {least}",
            "{count} answers: not shown below {least}",
            one.respondents,
        )
        return said.format(count=one.respondents, least=least)
    share, low, high = (
        percent(one.interval.share),
        nearest(one.interval.low),
        nearest(one.interval.high),
    )
    return f"{share} % [{low}–{high}], n = {one.interval.answers}"


def check(
    first: date | None,
    last: date | None,
    respondents: int | None,
    satisfied: int | None,
    invited: int | None,
    field: str = "",
) -> None:
    """Refuse numbers and days that cannot be; `field` was written last and is named when it can.

    Raises MeasurementDayMissing, PeriodReversed, AnswersMissing, SatisfiedMissing,
    CountNotPossible, MoreSatisfiedThanAnswers and MoreAnswersThanInvited.
    """
    _check_days(first, last, field)
    if not respondents:
        raise AnswersMissing(field="respondents")
    if satisfied is None:
        raise SatisfiedMissing(field="satisfied")
    counts = {"respondents": respondents, "satisfied": satisfied, "invited": invited or 0}
    for name, count in counts.items():
        if not 0 <= count <= MOST:
            raise CountNotPossible(field=name, count=count, most=MOST)
    if satisfied > respondents:
        named = field if field == "respondents" else "satisfied"
        raise MoreSatisfiedThanAnswers(field=named, satisfied=satisfied, respondents=respondents)
    if invited is not None and respondents > invited:
        named = field if field == "invited" else "respondents"
        raise MoreAnswersThanInvited(field=named, respondents=respondents, invited=invited)


def _check_days(first: date | None, last: date | None, field: str) -> None:
    if first is None or last is None:
        raise MeasurementDayMissing(field="period_from" if first is None else "period_to")
    if last < first:
        named = field if field == "period_from" else "period_to"
        raise PeriodReversed(field=named, start=first, end=last)


def _judged(one: MeasurementFile | None, norm: float) -> str:
    """Beside the norm: above it, below it, or not to be told apart with so few answers."""
    if one is None or one.interval is None:
        return ""
    if one.interval.low >= norm:
        said = _("With 95 % certainty at or above the norm of {norm} %.")
    elif one.interval.high < norm:
        said = _("With 95 % certainty below the norm of {norm} %.")
    else:
        said = _("Too few answers to tell it apart from the norm of {norm} %.")
    return said.format(norm=nearest(norm))
