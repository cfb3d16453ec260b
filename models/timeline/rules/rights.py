"""Mandates and certificates on their lanes: periods, early ends, waiting periods, and gaps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from models.kernel.errors import AppError
from models.kernel.text import N_, _
from models.kernel.wording import long_date
from models.mandates.rules import DURATION, gaps_between, uncertified
from models.mandates.rules.naming import certificate_name
from models.mandates.values import CertificateKind, EndKind
from models.terms.rules import term
from models.terms.values import Changed, Grounds, Term
from models.timeline.rules.telling import lasting
from models.timeline.values import Certainty, LaneKey, Link, Shape, TimelineEvent, Tone

ONE = timedelta(days=1)
ENDS = {
    EndKind.WITHDRAWN: N_("withdrawn on {day}"),
    EndKind.ENDED_VOLUNTARILY: N_("ended by the centre on {day}"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """What a timeline must know of one mandate."""

    row: UUID
    number: str
    start: date
    end: date
    ended_on: date | None = None
    end_kind: EndKind | None = None
    waiting_until: date | None = None
    continued_on: date | None = None
    suspended_from: date | None = None
    suspended_until: date | None = None

    @property
    def last(self) -> date:
        return self.ended_on or self.end


@dataclass(frozen=True, slots=True)
class Certified:
    """What a timeline must know of one certificate."""

    row: UUID
    kind: CertificateKind | None
    label: str
    issuer: str
    number: str
    first: date | None
    last: date | None


def mandates(held: Sequence[Held], today: date, changed: Changed) -> Iterator[TimelineEvent]:
    """Every period with what cut it short, and the days between two periods."""
    ordered = sorted(held, key=lambda one: one.start)
    for one in ordered:
        yield from _period(one, today, changed)
    yield from _between(ordered)


def certificates(
    certified: Sequence[Certified], held: Sequence[Held], today: date
) -> Iterator[TimelineEvent]:
    """Every certificate, and the days of a mandate that none of them covers (F1.07)."""
    for one in certified:
        event = _certificate(one, certified, held, today)
        if event is not None:
            yield event
    spans = [(one.first, one.last) for one in certified]
    for mandate in held:
        for gap in gaps_between(spans, mandate.start, mandate.last):
            yield from _uncertified(mandate, gap, certified, today)


def counted(key: str, start: date, changed: Changed) -> Term | None:
    """The term of this rule from this day; None where no date follows from it."""
    try:
        return term(key, start, changed=changed)
    except AppError:
        return None


def _period(one: Held, today: date, changed: Changed) -> Iterator[TimelineEvent]:
    link = Link("mandate", one.row)
    word = _("Mandate {number}").format(number=one.number) if one.number else _("Mandate")
    whole = counted(DURATION, one.start, changed)
    sub = _("until {day}").format(day=long_date(one.end))
    if one.ended_on is not None:
        said = ENDS[one.end_kind] if one.end_kind else N_("ended early on {day}")
        sub = _(said).format(day=long_date(one.ended_on))
    yield TimelineEvent(
        key=f"mandate:{one.row}",
        lane=LaneKey.MANDATES,
        shape=Shape.BAR,
        first=one.start,
        last=one.last,
        word=f"{word} · {sub}",
        sub=sub if one.ended_on else lasting(one.start, one.end),
        tone=Tone.MANDATE,
        certainty=Certainty.DONE if one.start <= today else Certainty.PLANNED,
        link=link,
        term=whole if whole is not None and whole.due == one.last else None,
        short=one.number,
        counted=True,
    )
    yield from _cut_short(one, link)
    if one.suspended_from is not None:
        yield _stretch(
            f"suspended:{one.row}",
            (one.suspended_from, one.suspended_until or one.last),
            _("Suspended"),
            Tone.LATE,
            link,
        )
    if one.continued_on is not None:
        yield TimelineEvent(
            key=f"continued:{one.row}",
            lane=LaneKey.MANDATES,
            shape=Shape.MARK,
            first=one.continued_on,
            last=one.continued_on,
            word=_("The centre goes on"),
            sub=_("It told that it continues after {day}.").format(day=long_date(one.end)),
            tone=Tone.DONE,
            icon="arrow-right",
            link=link,
        )


def _cut_short(one: Held, link: Link) -> Iterator[TimelineEvent]:
    """What is left of a period that ended early, and how long the centre must wait."""
    if one.ended_on is None:
        return
    waiting = one.waiting_until
    if waiting is not None and waiting > one.ended_on:
        yield _stretch(
            f"waiting:{one.row}",
            (one.ended_on + ONE, waiting),
            _("Waiting period until {day}").format(day=long_date(waiting)),
            Tone.DUE,
            link,
            _("No new mandate can be asked before it is over."),
        )
    elif one.end > one.ended_on:
        yield _stretch(
            f"rest:{one.row}",
            (one.ended_on + ONE, one.end),
            _("Not run to its end"),
            Tone.WAIT,
            link,
            _("Its last day would have been {day}.").format(day=long_date(one.end)),
        )


def _stretch(
    key: str, days: tuple[date, date], word: str, tone: Tone, link: Link, sub: str = ""
) -> TimelineEvent:
    first, last = days
    return TimelineEvent(
        key=key,
        lane=LaneKey.MANDATES,
        shape=Shape.BAR,
        first=first,
        last=max(first, last),
        word=word,
        sub=sub or lasting(first, max(first, last)),
        tone=tone,
        certainty=Certainty.PROPOSED,
        link=link,
    )


def _between(ordered: Sequence[Held]) -> Iterator[TimelineEvent]:
    """The days between two mandates; a waiting period tells itself."""
    for one, other in pairwise(ordered):
        told = max(one.last, one.waiting_until or one.last)
        first, last = told + ONE, other.start - ONE
        if one.ended_on is None and first <= last:
            yield TimelineEvent(
                key=f"between:{one.row}",
                lane=LaneKey.MANDATES,
                shape=Shape.GAP,
                first=first,
                last=last,
                word=_("Without mandate"),
                sub=lasting(first, last),
                tone=Tone.LATE,
            )


def _certificate(
    one: Certified, certified: Sequence[Certified], held: Sequence[Held], today: date
) -> TimelineEvent | None:
    """A bar as far as its days are known; without any day there is nothing to draw."""
    if one.first is None and one.last is None:
        return None
    first, last = one.first, one.last
    if first is None:
        assert last is not None  # noqa: S101 - one of both is known
        begun = [mandate.start for mandate in held if mandate.start <= min(last, today)]
        before = [other.last + ONE for other in certified if other.last and other.last < last]
        first = max([*begun, *before], default=last - timedelta(days=365))
    if last is None:
        running = [mandate.last for mandate in held if mandate.last >= first]
        last = max(first, min(running, default=today))
    name = certificate_name(one.kind, one.label) or _("Certificate")
    sub = " · ".join(part for part in (one.issuer, one.number) if part)
    return TimelineEvent(
        key=f"certificate:{one.row}",
        lane=LaneKey.CERTIFICATES,
        shape=Shape.BAR,
        first=min(first, last),
        last=max(first, last),
        word=name,
        sub=sub,
        tone=Tone.CERTIFICATE,
        certainty=_certain(first, one.last, today),
        link=Link("certificate", one.row),
        open_start=one.first is None,
        open_end=one.last is None,
    )


def _certain(first: date, last: date | None, today: date) -> Certainty:
    """Without a last day nobody can count on it."""
    if last is None:
        return Certainty.PROPOSED
    return Certainty.DONE if first <= today else Certainty.PLANNED


def _uncertified(
    mandate: Held, gap: tuple[date, date], certified: Sequence[Certified], today: date
) -> Iterator[TimelineEvent]:
    """What has passed without one is a gap; what is to come can still be mended."""
    first, last = gap
    ends = [one.last for one in certified if one.last is not None]
    grounds = uncertified(gap, (mandate.start, mandate.last), ends)
    if first <= today:
        yield _uncovered_days(mandate, (first, min(last, today)), Tone.LATE, grounds)
        first = today + ONE
    if first <= last:
        yield _uncovered_days(mandate, (first, last), Tone.DUE, grounds)


def _uncovered_days(
    mandate: Held, days: tuple[date, date], tone: Tone, grounds: Grounds
) -> TimelineEvent:
    (first, last), late = days, tone is Tone.LATE
    return TimelineEvent(
        key=f"uncertified:{mandate.row}:{first}",
        lane=LaneKey.CERTIFICATES,
        shape=Shape.GAP,
        first=first,
        last=last,
        word=_("No certificate") if late else _("No certificate known yet"),
        sub=_("{span} of the mandate").format(span=lasting(first, last)),
        tone=tone,
        certainty=Certainty.DONE if late else Certainty.PROPOSED,
        link=Link("mandate", mandate.row),
        grounds=grounds,
    )
