"""How long a mandate lasts, and which days cannot be."""

from collections.abc import Sequence
from datetime import date

from models.kernel.text import _
from models.mandates.values import (
    MandateEndOutside,
    MandateFacts,
    MandateOverlaps,
    MandateReversed,
)
from models.terms.days import last_day_of
from models.terms.parameters import whole_number
from models.terms.rules import check_reach
from models.terms.values import Changed

DURATION = "mandate_duration_years"
"""The rule that says how long a mandate lasts."""


def expected_end(start: date, years: int) -> date:
    """The last day of a period of whole years: the day before the n-th (DOMAIN.md F4.23).

    From 1 November 2026 six years end on 31 October 2032; from 29 February 2024 they end on
    28 February 2030, since the year 2030 has no 29 February. Raises DayOutOfReach.
    """
    check_reach(start, "start_date")
    return last_day_of(start, 12 * years)


def end_by_rule(start: date, changed: Changed | None = None) -> date:
    """The last day by the rule in force on the first day, however the rule changed later.

    `changed` is what the office set and recorded. Raises DayOutOfReach.
    """
    check_reach(start, "start_date")
    return expected_end(start, whole_number(DURATION, start, changed))


def mandate_year(start: date, end: date, today: date) -> tuple[int, int] | None:
    """Which year of a mandate it is, of how many: year 4 of 6; None outside its days."""
    if not start <= today <= end:
        return None
    years = 1
    while last_day_of(start, 12 * years) < end:
        years += 1
    at = 1
    while last_day_of(start, 12 * at) < today:
        at += 1
    return at, years


def check_days(
    facts: MandateFacts, others: Sequence[tuple[str, MandateFacts]], field: str = "start_date"
) -> None:
    """Refuse days that cannot be; `field` was written last.

    `others` are the number and dates of the centre's other mandates, which may bear one number or
    none. Raises MandateReversed, MandateEndOutside when it would end early outside its term, and
    MandateOverlaps when it runs while another one does.
    """
    if facts.end < facts.start:
        raise MandateReversed(field="end_date", start=facts.start, end=facts.end)
    if facts.ended_on is not None and not facts.start <= facts.ended_on <= facts.end:
        raise MandateEndOutside(field=field, start=facts.start, end=facts.end)
    for number, other in others:
        if facts.start <= other.last and other.start <= facts.last:
            raise MandateOverlaps(
                field=field,
                number=number or _("without a number"),
                start=other.start,
                end=other.last,
            )
