"""How a thing on a timeline says itself: on its card, in the list, and to a screen reader."""

from collections.abc import Sequence
from datetime import date, timedelta

from models.kernel.text import N_, _, ngettext
from models.kernel.wording import short_date, span, weekday_date
from models.terms.rules import length_of
from models.timeline.values import LANES, Certainty, Shape, TimelineEvent, Tone

CERTAINTIES = {
    Certainty.DONE: N_("certain"),
    Certainty.PLANNED: N_("planned"),
    Certainty.PROPOSED: N_("not certain"),
}
ONE = timedelta(days=1)
_LANES = {lane.key: lane.word for lane in LANES}


def lane_word(event: TimelineEvent) -> str:
    return _(_LANES[event.lane])


def when(event: TimelineEvent) -> str:
    """Its day or days, short: 19 mrt 2026; 1 jul 2022 – 30 jun 2028."""
    if event.moment or event.first == event.last:
        return short_date(event.first)
    first = "…" if event.open_start else short_date(event.first)
    last = "…" if event.open_end else short_date(event.last)
    return f"{first} – {last}"


def lasting(first: date, last: date) -> str:
    """How long from the first to the last day, both included: 5 jaar en 3 maanden; 12 dagen."""
    return span(first, min(last, date.max - ONE) + ONE)


def away(day: date, today: date) -> str:
    """How far a day is from today: vandaag; over 12 dagen; 2 jaar geleden."""
    if day == today:
        return _("today")
    if day > today:
        return _("in {span}").format(span=lasting(today, date.fromordinal(day.toordinal() - 1)))
    return _("{span} ago").format(span=lasting(day, date.fromordinal(today.toordinal() - 1)))


def card(event: TimelineEvent, today: date) -> tuple[tuple[str, str], ...]:
    """Label and value for its card, in order."""
    lines: list[tuple[str, str]] = []
    if event.term is not None:
        lines += _counted(event)
    if event.moment or event.first == event.last:
        lines.append((_("Day"), f"{weekday_date(event.first)}"))
        lines.append((_("Seen from today"), away(event.first, today)))
        return tuple(lines)
    unknown = _("not known")
    lines.append((_("From"), unknown if event.open_start else weekday_date(event.first)))
    lines.append((_("Until and with"), unknown if event.open_end else weekday_date(event.last)))
    if not event.open_start and not event.open_end:
        lines.append((_("Lasts"), lasting(event.first, event.last)))
    return tuple(lines)


def spoken(event: TimelineEvent, today: date) -> str:
    """The whole thing in one sentence, for who does not see it."""
    parts = [lane_word(event), event.word, event.sub, when(event)]
    if event.certainty is not Certainty.DONE:
        parts.append(_(CERTAINTIES[event.certainty]))
    if event.moment:
        parts.append(away(event.first, today))
    return ", ".join(part for part in parts if part)


def lane_sub(events: Sequence[TimelineEvent]) -> str:
    """The second line of a lane: what fails, what is to come, or how many things there are."""
    gaps = sum(1 for one in events if one.shape is Shape.GAP and one.tone is Tone.LATE)
    if gaps:
        return ngettext("{count} gap", "{count} gaps", gaps).format(count=gaps)
    coming = sum(1 for one in events if one.certainty is Certainty.PLANNED)
    if coming:
        return ngettext("{count} to come", "{count} to come", coming).format(count=coming)
    periods = [one for one in events if one.counted]
    if len(periods) == 1:
        return lasting(periods[0].first, periods[0].last)
    return str(len(events)) if events else _("nothing yet")


def _counted(event: TimelineEvent) -> list[tuple[str, str]]:
    """From which day a term was counted, and how long it is."""
    assert event.term is not None  # noqa: S101 - asked only for terms
    start = _("Counted back from") if event.term.rule.backwards else _("Counted from")
    lines = [(start, weekday_date(event.term.start))]
    if isinstance(event.term.rule.value, int):
        lines.append((_("Term"), length_of(event.term.rule)))
    return lines
