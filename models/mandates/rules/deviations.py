"""Days of a mandate that are unusual: allowed with a reason, and said in one sentence each."""

from collections.abc import Sequence
from datetime import date

from models.kernel.period import PeriodReversed
from models.kernel.text import _, ngettext
from models.kernel.wording import long_date
from models.mandates.values import (
    Deviation,
    DeviationKind,
    MandateFacts,
    MandateReasonLost,
    MandateReasonNeeded,
    SuspensionOutside,
    WaitingBeforeEnd,
    WaitingWithoutEnd,
)

Known = tuple[MandateFacts, str]
"""The dates of another mandate, and the reason written beside it."""


def deviations(
    facts: MandateFacts, others: Sequence[MandateFacts], expected: date
) -> tuple[Deviation, ...]:
    """What is unusual about a mandate beside its rule and the one before it.

    `expected` is the last day the rule gives. Nothing is unusual about a mandate of which the
    start is its own: the first one, or one that begins the day after another.
    """
    found = [] if facts.end == expected else [_length(facts, expected)]
    before = previous(facts, others)
    if before is not None:
        found.extend(_between(before, facts, before))
    return tuple(found)


def caused(
    facts: MandateFacts, others: Sequence[MandateFacts], expected: date
) -> tuple[Deviation, ...]:
    """As `deviations`, with what its days make unusual of the mandate that follows."""
    after = following(facts, others)
    own = deviations(facts, others, expected)
    return own if after is None else (*own, *_between(facts, after, after))


def previous(facts: MandateFacts, others: Sequence[MandateFacts]) -> MandateFacts | None:
    """The mandate that this one comes after: of this centre's, the one that began last before it.

    The only rule for that, whoever writes a mandate down. What lies between them, or overlaps, is
    no reason to begin a chain anew: it is told as what it is, by `deviations`.
    """
    earlier = [other for other in others if other.start < facts.start]
    return max(earlier, key=lambda other: other.start, default=None)


def following(facts: MandateFacts, others: Sequence[MandateFacts]) -> MandateFacts | None:
    """The mandate of this centre that begins first after this one."""
    later = [other for other in others if other.start > facts.start]
    return min(later, key=lambda other: other.start, default=None)


def _length(facts: MandateFacts, expected: date) -> Deviation:
    said = _("From {start} the rule gives {expected}; this mandate ends on {end}.").format(
        start=long_date(facts.start), expected=long_date(expected), end=long_date(facts.end)
    )
    return Deviation(DeviationKind.LENGTH, "end_date", said)


def _between(before: MandateFacts, after: MandateFacts, beside: MandateFacts) -> list[Deviation]:
    waiting = before.waiting_until
    if waiting is not None and after.start <= waiting:
        said = _("It starts on {start}, in the waiting period that runs until {until}.").format(
            start=long_date(after.start), until=long_date(waiting)
        )
        return [Deviation(DeviationKind.WAITING, "start_date", said, beside)]
    if before.ended_on is not None and after.start <= before.end:
        said = _(
            "It starts on {start}, in the period until {end} of a mandate that stopped on {day}."
        ).format(
            start=long_date(after.start), end=long_date(before.end), day=long_date(before.ended_on)
        )
        return [Deviation(DeviationKind.OVERLAP, "start_date", said, beside)]
    return _gap(before, after, beside)


def _gap(before: MandateFacts, after: MandateFacts, beside: MandateFacts) -> list[Deviation]:
    """A mandate that stopped early leaves no gap: nobody expected another one to follow."""
    days = (after.start - before.end).days - 1
    if before.ended_on is not None or days <= 0:
        return []
    said = ngettext(
        "Between {last} and {start} lies {count} day without a mandate.",
        "Between {last} and {start} lie {count} days without a mandate.",
        days,
    ).format(last=long_date(before.end), start=long_date(after.start), count=days)
    return [Deviation(DeviationKind.GAP, "start_date", said, beside)]


def unexplained(
    facts: MandateFacts, reason: str, others: Sequence[Known], expected: date
) -> tuple[Deviation, ...]:
    """What is unusual and has no reason, neither here nor at the neighbour it stands against."""
    if reason.strip():
        return ()
    reasons = {other: text.strip() for other, text in others}
    found = caused(facts, [other for other, _text in others], expected)
    return tuple(one for one in found if one.beside is None or not reasons.get(one.beside))


def check_reasons(
    found: Sequence[Deviation], field: str = "", before: Sequence[Deviation] = ()
) -> None:
    """Refuse what became unusual without a reason; `field` was written last, if any was.

    Raises MandateReasonNeeded, or MandateReasonLost when the reason itself was taken away.
    """
    known = {one.sentence for one in before}
    for one in found:
        if one.sentence in known:
            continue
        if field == "deviation":
            raise MandateReasonLost(field=field, deviation=one.sentence)
        raise MandateReasonNeeded(field=field or one.field, deviation=one.sentence)


def check_pauses(facts: MandateFacts, field: str) -> None:
    """Refuse a waiting period or a suspension on days that cannot be; `field` was written last.

    Raises WaitingWithoutEnd, WaitingBeforeEnd and SuspensionOutside.
    """
    if facts.waiting_until is not None:
        if facts.ended_on is None:
            raise WaitingWithoutEnd(field=field)
        if facts.waiting_until < facts.ended_on:
            raise WaitingBeforeEnd(field=field, day=facts.ended_on)
    first, last = facts.suspended_from, facts.suspended_until
    for day in (first, last):
        if day is not None and not facts.start <= day <= facts.last:
            raise SuspensionOutside(field=field, start=facts.start, end=facts.last)
    if first is not None and last is not None and last < first:
        raise PeriodReversed(field=field, start=first, end=last)
