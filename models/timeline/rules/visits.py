"""What was done with a centre on its lanes: checks, actions, letters, satisfaction, terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.actions.values import KIND_WORDS, ActionKind, ContactMedium
from models.checks.values import CheckState, Unit
from models.kernel.text import N_, _, ngettext
from models.kernel.wording import long_date, short_date
from models.mandates.rules.outlook import LEAD
from models.terms.days import months_on
from models.terms.parameters import parameter
from models.terms.values import Changed, Term
from models.timeline.rules.rights import Held, counted
from models.timeline.values import Certainty, LaneKey, Link, Shape, TimelineEvent, Tone

WARNINGS = "mandate_expiry_warnings_months"
ICONS = {
    ActionKind.CONTACT: "message-2",
    ActionKind.INFO_MAIL: "mail-forward",
    ActionKind.INFO_PAGE: "info-circle",
    ActionKind.DOSSIER_CHECK: "checklist",
    ActionKind.USER_SURVEY: "chart-bar",
    ActionKind.OFFER_CHECK: "list-check",
}
MEDIA = {
    ContactMedium.PHONE: (N_("Telephone call"), "phone"),
    ContactMedium.EMAIL: (N_("E-mail"), "mail"),
    ContactMedium.LETTER: (N_("Letter"), "file-text"),
    ContactMedium.VISIT: (N_("Visit"), "map-pin"),
    ContactMedium.ONLINE: (N_("Online meeting"), "messages"),
    ContactMedium.MEETING: (N_("Meeting"), "users"),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a timeline must know of one check."""

    row: UUID
    reference: str
    unit: Unit | None
    day: date | None
    state: CheckState
    officer: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Measures of one check that are due on one day."""

    check: UUID
    reference: str
    due: date
    count: int
    open: int
    """Of which still to be carried out, and not overtaken by a later check."""
    met: int
    """Of which seen to be carried out."""
    term: Term | None


@dataclass(frozen=True, slots=True)
class Acted:
    """What a timeline must know of one action in the log."""

    row: UUID
    kind: ActionKind
    medium: ContactMedium | None
    day: date
    coaching: bool
    subject: str
    officer: str
    reply_by: date | None = None
    replied_on: date | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What a timeline must know of one letter."""

    row: UUID
    title: str
    reference: str
    day: date


@dataclass(frozen=True, slots=True)
class Measured:
    """What a timeline must know of one measurement of satisfaction."""

    row: UUID
    first: date
    last: date
    said: str
    """The share with its interval and n, or why it is not shown."""
    source: str


def checks(checked: Sequence[Checked], today: date) -> Iterator[TimelineEvent]:
    for one in checked:
        if one.day is None:
            continue
        offer = one.unit is Unit.PUBLIC_CHANNEL
        kind = ActionKind.OFFER_CHECK if offer else ActionKind.DOSSIER_CHECK
        word = _(KIND_WORDS[kind].name)
        tone, icon, certainty, said = _stands(one.state, one.day, today)
        parts = (_(said), one.reference, one.officer)
        sub = " · ".join(part for part in parts if part)
        link = Link("dossier_check", one.row)
        key = f"check:{one.row}"
        yield _mark(key, LaneKey.CHECKS, one.day, word, sub, (tone, icon, certainty), link)


def measures(asked: Sequence[Asked], today: date) -> Iterator[TimelineEvent]:
    """The last day for what was asked after a check: to come, kept, late, or overtaken."""
    for one in asked:
        word = ngettext("{count} measure", "{count} measures", one.count).format(count=one.count)
        sub = _("Last day, after check {reference}").format(reference=one.reference)
        parts = [sub, _state_of(one)]
        look = _asked_look(one, today)
        link, key = Link("dossier_check", one.check), f"measure:{one.check}:{one.due}"
        sub = " · ".join(part for part in parts if part)
        yield _mark(key, LaneKey.TERMS, one.due, word, sub, look, link, one.term)


def actions(acted: Sequence[Acted], today: date) -> Iterator[TimelineEvent]:
    for one in acted:
        word, icon = _(KIND_WORDS[one.kind].name), ICONS[one.kind]
        if one.kind is ActionKind.CONTACT and one.medium is not None:
            word, icon = _(MEDIA[one.medium][0]), MEDIA[one.medium][1]
        if one.coaching:
            word = _("{action}, coaching").format(action=word)
        sub = " · ".join(part for part in (one.subject, one.officer) if part)
        tone = Tone.NOTE if one.coaching else Tone.ACCENT
        certainty = Certainty.PLANNED if one.day > today else Certainty.DONE
        link, look = Link("quality_action", one.row), (tone, icon, certainty)
        yield _mark(f"action:{one.row}", LaneKey.ACTIONS, one.day, word, sub, look, link)
        if one.reply_by is not None:
            yield _reply(one, one.reply_by, today)


def letters(written: Sequence[Written], today: date) -> Iterator[TimelineEvent]:
    for one in written:
        certainty = Certainty.PLANNED if one.day > today else Certainty.DONE
        look, link = (Tone.ACCENT, "mail", certainty), Link("letter", one.row)
        key = f"letter:{one.row}"
        yield _mark(key, LaneKey.LETTERS, one.day, one.title, one.reference, look, link)


def surveys(measured: Sequence[Measured]) -> Iterator[TimelineEvent]:
    """The period that was measured; never a share without its count."""
    for one in measured:
        yield TimelineEvent(
            key=f"satisfaction:{one.row}",
            lane=LaneKey.SURVEYS,
            shape=Shape.BAR,
            first=one.first,
            last=max(one.first, one.last),
            word=one.said,
            sub=one.source,
            tone=Tone.NOTE,
            link=Link("satisfaction", one.row),
            short=one.said.rpartition(", ")[2],
        )


def warnings(held: Sequence[Held], today: date, changed: Changed) -> Iterator[TimelineEvent]:
    """The steps before the last day of a mandate that runs or is to come (feature 14)."""
    for one in held:
        if one.ended_on is not None or one.end < today:
            continue
        link = Link("mandate", one.row)
        lead = counted(LEAD, one.end, changed)
        if lead is not None:
            word, sub = _("Prepare the next period"), _end(one)
            look = _ahead(lead.due, today, "hourglass")
            key = f"lead:{one.row}"
            yield _mark(key, LaneKey.TERMS, lead.due, word, sub, look, link, lead)
        months = parameter(WARNINGS, today, changed).value
        for count in months if isinstance(months, tuple) else ():
            day = months_on(one.end, -count)
            left = ngettext("{count} month left", "{count} months left", count)
            key, look = f"warning:{one.row}:{count}", _ahead(day, today, "clock")
            yield _mark(key, LaneKey.TERMS, day, left.format(count=count), _end(one), look, link)


def _end(one: Held) -> str:
    return _("Before the mandate ends on {day}").format(day=long_date(one.end))


Look = tuple[Tone, str, Certainty]


def _ahead(day: date, today: date, icon: str) -> Look:
    coming = day >= today
    tone = Tone.DUE if coming else Tone.WAIT
    return tone, icon, Certainty.PLANNED if coming else Certainty.DONE


def _stands(state: CheckState, day: date, today: date) -> tuple[Tone, str, Certainty, str]:
    match state:
        case CheckState.FINISHED:
            return Tone.DONE, "check", Certainty.DONE, N_("Finished")
        case CheckState.RUNNING:
            return Tone.DUE, "progress", Certainty.DONE, N_("Busy")
        case CheckState.PLANNED if day < today:
            return Tone.LATE, "calendar-due", Certainty.PLANNED, N_("Planned, not begun")
        case CheckState.PLANNED:
            return Tone.DUE, "calendar-event", Certainty.PLANNED, N_("Planned")


def _asked_look(one: Asked, today: date) -> Look:
    if not one.open:
        return (Tone.DONE if one.met else Tone.WAIT), "check" if one.met else "flag", Certainty.DONE
    late = one.due < today
    certainty = Certainty.DONE if late else Certainty.PLANNED
    return (Tone.LATE if late else Tone.DUE), "flag", certainty


def _state_of(one: Asked) -> str:
    if one.open:
        return ngettext("{count} open", "{count} open", one.open).format(count=one.open)
    return _("carried out") if one.met else _("overtaken by a later check")


def _reply(one: Acted, due: date, today: date) -> TimelineEvent:
    kept = one.replied_on is not None and one.replied_on <= due
    late = not kept and due < today
    if one.replied_on is not None:
        sub = _("Answered on {day}").format(day=short_date(one.replied_on))
    else:
        sub = _("No answer yet") if late else one.subject
    tone = Tone.DONE if kept else Tone.LATE if late else Tone.DUE
    icon = "check" if kept else "calendar-due"
    certainty = Certainty.DONE if kept or late else Certainty.PLANNED
    link = Link("quality_action", one.row)
    word, key = _("Answer asked"), f"reply:{one.row}"
    return _mark(key, LaneKey.TERMS, due, word, sub, (tone, icon, certainty), link)


def _mark(
    key: str,
    lane: LaneKey,
    day: date,
    word: str,
    sub: str,
    look: Look,
    link: Link,
    term: Term | None = None,
) -> TimelineEvent:
    tone, icon, certainty = look
    return TimelineEvent(
        key, lane, Shape.MARK, day, day, word, sub, tone, icon, certainty, link, term
    )
