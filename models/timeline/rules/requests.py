"""Applications and decisions on their lane: what was asked, advised, decided and served."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.applications.rules import appeal as last_day_of_appeal
from models.applications.values import (
    AdviceOutcome,
    ApplicationKind,
    DecisionKind,
    Sending,
)
from models.kernel.errors import AppError
from models.kernel.text import N_, _
from models.kernel.wording import long_date
from models.terms.values import Changed, Term
from models.timeline.values import Certainty, LaneKey, Link, Shape, TimelineEvent, Tone

ADVICES = {
    AdviceOutcome.POSITIVE: (N_("Advice: positive"), Tone.DONE),
    AdviceOutcome.NEGATIVE: (N_("Advice: negative"), Tone.LATE),
    AdviceOutcome.INFO_REQUEST: (N_("Advice: ask for information"), Tone.DUE),
    AdviceOutcome.TO_COMMITTEE: (N_("Advice: second assessor"), Tone.NOTE),
}
DECISIONS = {
    DecisionKind.GRANTED: (N_("Mandate granted"), Tone.DONE, "check"),
    DecisionKind.REFUSED: (N_("Mandate refused"), Tone.LATE, "x"),
    DecisionKind.WITHDRAWN: (N_("Mandate withdrawn"), Tone.LATE, "x"),
    DecisionKind.ENDED_VOLUNTARILY: (N_("Mandate ended"), Tone.WAIT, "minus"),
    DecisionKind.SUSPENDED: (N_("Mandate suspended"), Tone.DUE, "alert-triangle"),
}
ADVERSE = frozenset({DecisionKind.REFUSED, DecisionKind.WITHDRAWN, DecisionKind.SUSPENDED})


@dataclass(frozen=True, slots=True)
class Requested:
    """What a timeline must know of one application."""

    row: UUID
    reference: str
    kind: ApplicationKind
    received_on: date
    asked_on: date | None = None
    complete_by: date | None = None
    completed_on: date | None = None
    retracted_on: date | None = None
    decided_on: date | None = None
    """The day of the first decision about it."""


@dataclass(frozen=True, slots=True)
class Advised:
    """What a timeline must know of one advice."""

    row: UUID
    application: UUID
    outcome: AdviceOutcome
    given_on: date
    given_by: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What a timeline must know of one decision."""

    row: UUID
    application: UUID | None
    kind: DecisionKind
    decided_on: date
    authority: str
    hearing_on: date | None = None
    sent_on: date | None = None
    sent_by: Sending | None = None
    served_on: date | None = None
    appeal_mentioned: bool = True
    """Whether the letter says how to contest it (F1.41)."""


def applications(requested: Sequence[Requested], today: date) -> Iterator[TimelineEvent]:
    """From the day it came in to the decision, with what happened in between."""
    for one in requested:
        link = Link("application", one.row)
        renewal = one.kind is ApplicationKind.RENEWAL
        came = _("Application for renewal") if renewal else _("Application received")
        yield _mark(f"received:{one.row}", one.received_on, came, one.reference, "inbox", link)
        if one.asked_on is not None:
            word, sub = _("Completion asked"), one.reference
            yield _mark(
                f"asked:{one.row}", one.asked_on, word, sub, "arrow-up-right", link, Tone.DUE
            )
        if one.completed_on is not None:
            word, sub = _("Application complete"), one.reference
            yield _mark(f"complete:{one.row}", one.completed_on, word, sub, "check", link)
        if one.retracted_on is not None:
            word, sub = _("Application withdrawn by the centre"), one.reference
            yield _mark(f"retracted:{one.row}", one.retracted_on, word, sub, "x", link, Tone.WAIT)
        if one.complete_by is not None:
            yield _completion(one, today, link)


def advices(advised: Sequence[Advised]) -> Iterator[TimelineEvent]:
    for one in advised:
        word, tone = ADVICES[one.outcome]
        sub = _("by {name}").format(name=one.given_by)
        link = Link("application", one.application)
        yield _mark(f"advice:{one.row}", one.given_on, _(word), sub, "message-2", link, tone)


def decisions(decided: Sequence[Decided], today: date, changed: Changed) -> Iterator[TimelineEvent]:
    """The decision itself, the hearing before it, its service, and the term to appeal."""
    for one in decided:
        link = Link("decision", one.row)
        if one.application is not None:
            link = Link("application", one.application)
        word, tone, icon = DECISIONS[one.kind]
        yield _mark(f"decision:{one.row}", one.decided_on, _(word), one.authority, icon, link, tone)
        if one.hearing_on is not None:
            planned = one.hearing_on > today
            word, sub = _("Hearing"), _("Before the decision")
            yield _mark(
                f"hearing:{one.row}", one.hearing_on, word, sub, "users", link, planned=planned
            )
        if one.served_on is not None:
            word, sub = _("Decision served"), _("From this day the terms of appeal run.")
            yield _mark(f"served:{one.row}", one.served_on, word, sub, "mail", link)
        counted = appeal(one, changed)
        if counted is not None:
            yield _appeal(one, counted, today, link)


def appeal(one: Decided, changed: Changed) -> Term | None:
    """Until when appeal is open against a decision that hurts; counted from its service."""
    if one.kind not in ADVERSE:
        return None
    with suppress(AppError):
        return last_day_of_appeal(
            one.served_on,
            one.sent_on,
            one.sent_by,
            mentioned=one.appeal_mentioned,
            changed=changed,
        )[0]
    return None


def _appeal(one: Decided, counted: Term, today: date, link: Link) -> TimelineEvent:
    open_still = counted.due >= today
    return TimelineEvent(
        key=f"appeal:{one.row}",
        lane=LaneKey.TERMS,
        shape=Shape.MARK,
        first=counted.due,
        last=counted.due,
        word=_("Last day of appeal"),
        sub=_("Council of State, against the decision of {day}").format(
            day=long_date(one.decided_on)
        ),
        tone=Tone.DUE if open_still else Tone.WAIT,
        icon="scale",
        certainty=Certainty.PLANNED if open_still else Certainty.DONE,
        link=link,
        term=counted,
    )


def _completion(one: Requested, today: date, link: Link) -> TimelineEvent:
    """The day by which the file had to be complete: kept, missed, or to come."""
    assert one.complete_by is not None  # noqa: S101 - asked only then
    over = one.complete_by < today
    closed = one.completed_on or one.retracted_on or one.decided_on
    kept = closed is not None and closed <= one.complete_by
    missed = not kept and over
    return TimelineEvent(
        key=f"completion:{one.row}",
        lane=LaneKey.TERMS,
        shape=Shape.MARK,
        first=one.complete_by,
        last=one.complete_by,
        word=_("Complete by"),
        sub=one.reference,
        tone=Tone.DONE if kept else Tone.LATE if missed else Tone.DUE,
        icon="check" if kept else "calendar-due",
        certainty=Certainty.DONE if kept or over else Certainty.PLANNED,
        link=link,
    )


def _mark(
    key: str,
    day: date,
    word: str,
    sub: str,
    icon: str,
    link: Link,
    tone: Tone = Tone.ACCENT,
    *,
    planned: bool = False,
) -> TimelineEvent:
    return TimelineEvent(
        key=key,
        lane=LaneKey.APPLICATIONS,
        shape=Shape.MARK,
        first=day,
        last=day,
        word=word,
        sub=sub,
        tone=tone,
        icon=icon,
        certainty=Certainty.PLANNED if planned else Certainty.DONE,
        link=link,
    )
