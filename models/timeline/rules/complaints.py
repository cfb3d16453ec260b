"""Complaints on their lane: received, confirmed, passed on, answered, closed; clocks as terms.

What was said stands nowhere here: only reference, theme, route and days.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from models.complaints.values import Clock, ClockKind, ComplaintHistory, EntryRoute, RouteDays
from models.kernel.text import N_, _
from models.timeline.values import Certainty, LaneKey, Link, Shape, TimelineEvent, Tone

ROUTES = {
    EntryRoute.CENTRE: N_("at the centre"),
    EntryRoute.VDAB: N_("at VDAB"),
    EntryRoute.OMBUDS: N_("at the Vlaamse Ombudsdienst"),
}
STEPS = (
    ("received", N_("Complaint received"), "message-report", Tone.LATE),
    ("acknowledged", N_("Receipt of the complaint confirmed"), "mail", Tone.ACCENT),
    ("forwarded", N_("Complaint passed on"), "mail-forward", Tone.WAIT),
    ("answered", N_("Complaint answered"), "check", Tone.DONE),
)
CLOCKS = {
    ClockKind.ACKNOWLEDGE: N_("Confirm the receipt of a complaint"),
    ClockKind.REPLY: N_("Answer a complaint"),
    ClockKind.NOTICE: N_("Tell that a complaint is not handled"),
}


def complaints(complained: Sequence[ComplaintHistory], today: date) -> Iterator[TimelineEvent]:
    """What happened along every route, the closing, and the clocks that run or were missed."""
    for one in complained:
        for place, route in enumerate(one.routes):
            yield from _steps(one, place, route)
        if one.closed_on is not None:
            word = _("Complaint closed")
            look = ("lock", Tone.WAIT)
            yield _mark(one, "closed", one.closed_on, (word, one.name), look)
        for number, clock in enumerate(one.clocks):
            if clock.open or clock.days_late(today):
                yield _term(one, number, clock, today)


def _steps(one: ComplaintHistory, place: int, route: RouteDays) -> Iterator[TimelineEvent]:
    days = {
        "received": route.received_on,
        "acknowledged": route.acknowledged_on,
        "forwarded": route.forwarded_on,
        "answered": route.answered_on,
    }
    sub = f"{one.name} · {_(ROUTES[route.entry])}"
    for key, word, icon, tone in STEPS:
        day = days[key]
        if day is not None:
            yield _mark(one, f"{key}:{place}", day, (_(word), sub), (icon, tone))


def _mark(
    one: ComplaintHistory, key: str, day: date, said: tuple[str, str], look: tuple[str, Tone]
) -> TimelineEvent:
    (word, sub), (icon, tone) = said, look
    return TimelineEvent(
        key=f"complaint:{one.id}:{key}",
        lane=LaneKey.COMPLAINTS,
        shape=Shape.MARK,
        first=day,
        last=day,
        word=word,
        sub=sub,
        tone=tone,
        icon=icon,
        link=Link("complaint", one.id),
    )


def _term(one: ComplaintHistory, number: int, clock: Clock, today: date) -> TimelineEvent:
    day, late = clock.term.due, clock.days_late(today) > 0
    return TimelineEvent(
        key=f"complaint:{one.id}:term:{number}",
        lane=LaneKey.TERMS,
        shape=Shape.MARK,
        first=day,
        last=day,
        word=_(CLOCKS[clock.kind]),
        sub=f"{one.name} · {_(ROUTES[clock.entry])}",
        tone=Tone.LATE if late else Tone.DUE,
        icon="message-report",
        certainty=Certainty.DONE if day < today else Certainty.PLANNED,
        link=Link("complaint", one.id),
        term=clock.term,
    )
