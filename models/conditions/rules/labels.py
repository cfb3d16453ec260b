"""Certificates that are missing, end, or leave days of the mandate uncovered (F1.07)."""

from collections.abc import Iterator
from datetime import date, timedelta

from models.conditions.rules.watch import Watch
from models.conditions.values import CentreFacts, ConditionKind, Place, Signal, Urgency
from models.kernel.text import _, ngettext
from models.kernel.wording import long_date
from models.mandates.rules import (
    Span,
    certified_on,
    covered_until,
    gaps_between,
    next_start,
    running,
)
from models.terms.days import months_on

ONE_DAY = timedelta(days=1)


def of_certificates(facts: CentreFacts, on: Watch) -> Iterator[Signal]:
    """What the certificates of a centre ask for; only while it holds a mandate, or will."""
    spans = [held.span for held in facts.certificates]
    now = running(facts.days, on.today)
    if now is not None:
        dated = [span for span in spans if span[1] is not None]
        if not dated:
            yield _missing(facts, now.start, on)
        elif not certified_on(spans, on.today):
            yield _today(facts, spans, on)
        else:
            yield from _ending(facts, spans, now.last, on)
        yield from _inside(facts, spans, now.start, now.last, on)
    yield from _next(facts, spans, on)


def _missing(facts: CentreFacts, since: date, on: Watch) -> Signal:
    why = _("A mandate runs since {day} and no certificate with a last day is known.")
    said = why.format(day=long_date(since))
    what = _("No certificate known")
    return _signal(facts, ConditionKind.CERTIFICATE_MISSING, what, said, None, since, on)


def _today(facts: CentreFacts, spans: list[Span], on: Watch) -> Signal:
    over = [end for _first, end in spans if end is not None and end < on.today]
    coming = [first for first, _end in spans if first is not None and on.today < first]
    last = max(over, default=None)
    if last is None:
        why = _("The certificate that is known begins only on {day}.")
        said = (
            why.format(day=long_date(min(coming))) if coming else _("No certificate holds today.")
        )
    elif coming:
        why = _("It ended on {last}; the next one begins only on {first}.")
        said = why.format(last=long_date(last), first=long_date(min(coming)))
    else:
        said = _("It ended on {day}, while the mandate runs on.").format(day=long_date(last))
    start = months_on(last, -on.certificate_steps[0]) if last else None
    due = last or on.today - ONE_DAY
    what = _("No valid certificate today")
    return _signal(facts, ConditionKind.CERTIFICATE_TODAY, what, said, start, due, on)


def _ending(facts: CentreFacts, spans: list[Span], last: date, on: Watch) -> Iterator[Signal]:
    """The cover of today ends before the mandate does, and nothing follows it."""
    until = covered_until(spans, on.today)
    later = [first for first, end in spans if first and end and until and until < first <= last]
    if until is None or last <= until or later:
        return
    start, due = _steps(until, on)
    if on.in_sight(start):
        why = _("It is valid until {day}; the mandate runs until {last}.")
        said = why.format(day=long_date(until), last=long_date(last))
        what = _("Certificate ends")
        yield _signal(facts, ConditionKind.CERTIFICATE_END, what, said, start, due, on)


def _inside(
    facts: CentreFacts, spans: list[Span], first: date, last: date, on: Watch
) -> Iterator[Signal]:
    """Days between two certificates, inside the mandate that runs: to come, else the last ones."""
    known = [span for span in spans if span[1] is not None]
    begins = min((a or first for a, _b in known), default=None)
    ends = max((b for _a, b in known if b is not None), default=None)
    if begins is None or ends is None:
        return
    gaps = gaps_between(known, max(first, begins), min(last, ends))
    coming = [gap for gap in gaps if on.today < gap[0]]
    past = [gap for gap in gaps if gap[1] < on.today]
    if coming:
        start, due = months_on(coming[0][0], -on.certificate_steps[0]), coming[0][0] - ONE_DAY
        if on.in_sight(start):
            yield _gap(facts, coming[0], (start, due), on.urgency(start, due))
    elif past:
        yield _gap(facts, past[-1], (None, None), Urgency.INFO)


def _gap(
    facts: CentreFacts,
    gap: tuple[date, date],
    days: tuple[date | None, date | None],
    urgency: Urgency,
) -> Signal:
    first, last = gap
    count = (last - first).days + 1
    said = ngettext(
        "Between two certificates {count} day is not covered: {first} to {last}.",
        "Between two certificates {count} days are not covered: {first} to {last}.",
        count,
    ).format(count=count, first=long_date(first), last=long_date(last))
    what, place = _("Gap between two certificates"), Place("centre", facts.id, "rights")
    return Signal(ConditionKind.CERTIFICATE_INSIDE, facts.id, what, said, *days, urgency, place)


def _next(facts: CentreFacts, spans: list[Span], on: Watch) -> Iterator[Signal]:
    """No certificate holds on the first day of the next mandate."""
    then = next_start(facts.days, on.today)
    if (
        then is None
        or months_on(then, -on.mandate_steps[0]) > on.today
        or certified_on(spans, then)
    ):
        return
    start, due = _steps(then, on)
    until = covered_until(spans, on.today)
    if until is None:
        said = _("The next mandate starts on {day}, and no certificate is known for that day.")
        why = said.format(day=long_date(then))
    else:
        days = (then - until).days
        why = ngettext(
            "The next mandate starts on {day}, {count} day after the certificate ends.",
            "The next mandate starts on {day}, {count} days after the certificate ends.",
            days,
        ).format(day=long_date(then), count=days)
    what = _("No certificate on the first day of the next mandate")
    yield _signal(facts, ConditionKind.CERTIFICATE_NEXT, what, why, start, due, on)


def _steps(day: date, on: Watch) -> tuple[date, date]:
    """When to start, and the last day, before a certificate must be there."""
    steps = on.certificate_steps
    return months_on(day, -steps[0]), months_on(day, -steps[-1])


def _signal(
    facts: CentreFacts,
    kind: ConditionKind,
    what: str,
    why: str,
    start: date | None,
    last: date | None,
    on: Watch,
) -> Signal:
    place = Place("centre", facts.id, "rights")
    return Signal(kind, facts.id, what, why, start, last, on.urgency(start, last), place)
