"""Which year of a mandate an action falls in, how long it has been silent, what stays short."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from models.actions.values import ActionKind
from models.coverage.values import (
    KINDS,
    Acted,
    Coverage,
    KindCoverage,
    MandateYear,
    Target,
    YearCell,
    YearState,
)
from models.mandates.values import MandateFacts
from models.terms.days import last_day_of

ONE_DAY = timedelta(days=1)
YEARS = 6
"""A strip has at least so many cells, also when a mandate is shorter."""
MONTHS = 12
LONGEST = 24
"""No mandate lasts so long: a slip of the pen makes no endless strip."""
TARGETS = {kind: f"coverage_target_{kind.value}" for kind in KINDS}
"""The rule that says how often a kind is aimed at."""

Targets = Mapping[ActionKind, Target]


def target(months: object) -> Target:
    """At least one in so many months, in whole years of a mandate: 24 is one in two years, 6 is
    two a year. Nothing is aimed at without a number.
    """
    if not isinstance(months, int) or months < 1:
        return Target()
    if months <= MONTHS:
        return Target(MONTHS // months)
    return Target(1, -(-months // MONTHS))


def mandate_years(facts: MandateFacts, today: date) -> tuple[MandateYear, ...]:
    """The years of a mandate from its first day: six, or more when it lasts longer.

    Year n runs from the day after the last day of n - 1 years (DOMAIN.md F4.23), so that a start
    on 29 February gives years from 1 March until the next leap year. A mandate that ended early
    or lasts shorter keeps the cells of the years after it, which do not apply.
    """
    years: list[MandateYear] = []
    start = facts.start
    while len(years) < YEARS or (start <= facts.end and len(years) < LONGEST):
        number = len(years) + 1
        full = last_day_of(facts.start, 12 * number)
        if number == LONGEST:
            full = max(full, facts.last)
        end = min(full, facts.last) if start <= facts.last else full
        years.append(MandateYear(number, start, end, _state(start, end, facts.last, today)))
        start = full + ONE_DAY
    return tuple(years)


def _state(start: date, end: date, last: date, today: date) -> YearState:
    if start > last:
        return YearState.OUTSIDE
    if today < start:
        return YearState.FUTURE
    return YearState.CURRENT if today <= end else YearState.PAST


def year_of(years: Sequence[MandateYear], day: date) -> int | None:
    """Which year a day falls in, counted from zero; None before and after the mandate."""
    return _year_of(years, [year.start for year in years], day)


def _year_of(years: Sequence[MandateYear], starts: Sequence[date], day: date) -> int | None:
    at = bisect_right(starts, day) - 1
    if at < 0 or years[at].state is YearState.OUTSIDE or day > years[at].end:
        return None
    return at


def coverage(
    facts: MandateFacts, acted: Sequence[Acted], today: date, targets: Targets
) -> Coverage:
    """How the actions are spread over this mandate, and how long it has been silent.

    Only what was done up to today counts; what is planned stands apart. Silence is counted to
    today, or to the last day of a mandate that is over.
    """
    years = mandate_years(facts, today)
    until = min(today, facts.last)
    counts = {kind: [0] * len(years) for kind in KINDS}
    planned = {kind: [0] * len(years) for kind in KINDS}
    last: dict[ActionKind, date] = {}
    starts, outside = [year.start for year in years], 0
    for kind, day, coming in acted:
        at = _year_of(years, starts, day)
        if at is None:
            outside += 1
        elif coming or day > today:
            planned[kind][at] += 1
        else:
            counts[kind][at] += 1
            last[kind] = max(day, last.get(kind, day))
    newest = max(last, key=lambda kind: last[kind], default=None)
    return Coverage(
        start=facts.start,
        end=facts.last,
        years=years,
        kinds=tuple(
            KindCoverage(
                kind,
                _cells(years, counts[kind], planned[kind], targets.get(kind, Target())),
                last.get(kind),
                silence(facts.start, last.get(kind), until),
            )
            for kind in KINDS
        ),
        last=last[newest] if newest else None,
        last_kind=newest,
        silence=silence(facts.start, last[newest] if newest else None, until),
        outside=outside,
    )


def measured(logged: Iterable[Acted], days: Iterable[date]) -> Iterator[Acted]:
    """Measurements of satisfaction at a centre, each by its last day, as surveys of users.

    One that ends on the day of a survey in the log is that survey: it counts once. Surveys on
    other days stay two, for nothing says that they are the same.
    """
    known = Counter(one.day for one in logged if one.kind is ActionKind.USER_SURVEY)
    for day in days:
        if known[day]:
            known[day] -= 1
        else:
            yield Acted(ActionKind.USER_SURVEY, day)


def silence(start: date, last: date | None, until: date) -> int | None:
    """Days without an action: since the last one, or else since the mandate began."""
    if until < start:
        return None
    return (until - (last or start)).days


def _cells(
    years: Sequence[MandateYear], counts: Sequence[int], planned: Sequence[int], target: Target
) -> tuple[YearCell, ...]:
    return tuple(
        YearCell(counts[at], planned[at], _short(years, counts, at, target))
        for at in range(len(years))
    )


def _short(years: Sequence[MandateYear], counts: Sequence[int], at: int, target: Target) -> bool:
    """A run of years that is wholly over, with fewer actions than the office aims at."""
    if not target.count or years[at].state is not YearState.PAST or at + 1 < target.years:
        return False
    return sum(counts[at + 1 - target.years : at + 1]) < target.count


def rank(coverage: Coverage | None, *, running: bool) -> tuple[int, int]:
    """What to order by when the longest silence comes first.

    First the running mandates in which nothing was ever done, then the other running ones, then
    those that are over or to come, then centres without a mandate.
    """
    if coverage is None:
        return (0, 0)
    if coverage.silence is None:
        return (1, 0)
    return ((4 if coverage.never else 3) if running else 2, coverage.silence)
