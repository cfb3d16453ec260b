"""The sheet of a centre for the train: the cockpit on one A4, the same bytes for the same facts.

Of complaints only numbers and days stand on it: the head of the centre may see it.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from controllers.actions import kind_of
from controllers.centres import show_phone
from controllers.cockpit import CentreCockpit
from controllers.cockpit_words import (
    agreed_title,
    calm_words,
    certificate_name,
    complaints_words,
    due_words,
    findings_words,
    headline,
    ladder_since,
    ladder_words,
    late_words,
    state_why,
    then_words,
    today_words,
    year_words,
)
from controllers.export.facts import fingerprint
from controllers.export.landing import Exported, land, named
from controllers.export.sheet_parts import Bar, CentreSheet, Line, Part, Task, Tone
from controllers.wording import word
from models.centres.rules import show_enterprise_number
from models.checks.values import Agreed, CheckRow
from models.kernel.text import _
from models.kernel.wording import long_date, short_date

FORMER_SHOWN = 3
TONES = {"late": Tone.LATE, "due": Tone.DUE}
"""What the cockpit says loudly is printed so too."""


def centre_sheet(seen: CentreCockpit, known_on: date | None = None) -> CentreSheet:
    """The facts of the sheet, in the language spoken now: call it inside `in_dutch()`."""
    seen = replace(seen, known_on=known_on or seen.known_on)
    identity = seen.file.identity
    held = seen.standing.current
    return CentreSheet(
        title=identity.name,
        sub=_under_title(seen),
        stamp=_stamp(seen.today, known_on),
        mandate=_mandate(seen),
        bars=_bars(seen),
        years=_years(held.start, held.end) if held else (),
        marks=_marks(seen),
        today=_place(seen, seen.today) if held else None,
        certificate=_certificate(seen),
        agreed=Part(agreed_title(seen), () if seen.open_measures else (Line(calm_words(seen)),)),
        tasks=tuple(_task(one) for one in seen.open_measures),
        satisfaction=_satisfaction(seen),
        parts=(
            *_attention(seen),
            *_ladder(seen),
            _contact(seen),
            _visits(seen),
            _letters(seen),
            _complaints(seen),
            _log(seen),
            _team(seen),
        ),
        day=known_on or seen.today,
    )


def sheet_pdf(sheet: CentreSheet) -> bytes:
    """One tagged page of A4; a fuller centre is set smaller, never on a second page."""
    from controllers.export.paper.sheet import draw_sheet

    moment = datetime.combine(sheet.day, time(12), UTC)
    return draw_sheet(sheet, made_at=moment, fingerprint=fingerprint(sheet))


def write_sheet(sheet: CentreSheet, path: Path) -> Exported:
    """Put the sheet in a .pdf, whole or not at all; raises what `land` raises."""
    return land(sheet_pdf(sheet), named(path, ".pdf"))


def _under_title(seen: CentreCockpit) -> tuple[str, ...]:
    identity = seen.file.identity
    legal = identity.legal_name if identity.legal_name != identity.name else ""
    form = identity.legal_form
    number = show_enterprise_number(identity.enterprise_number)
    first = " · ".join(part for part in (number, legal, form) if part)
    former = ", ".join(one.name for one in seen.file.former_names[:FORMER_SHOWN])
    return (first, _("formerly: {names}").format(names=former)) if former else (first,)


def _stamp(today: date, known_on: date | None) -> str:
    if known_on is not None:
        return _("As known on {day}").format(day=long_date(known_on))
    return _("As it stands on {day}").format(day=long_date(today))


def _mandate(seen: CentreCockpit) -> Part:
    held = seen.standing.current
    if held is None:
        return Part(_("Mandate"), (Line(_("No mandate is known"), Tone.STRONG),))
    state = word(seen.standing.state)
    runs = headline(held, seen.today, past=seen.known_on is not None)
    first = " · ".join(part for part in (state, runs, year_words(seen)) if part)
    last = held.ended_on or held.end
    days = _("{what}: from {first} to {last}").format(
        what=held.number or _("without a number"),
        first=long_date(held.start),
        last=long_date(last),
    )
    why = state_why(seen)
    return Part(_("Mandate"), (Line(first, Tone.STRONG), Line(days), Line(why, Tone.QUIET)))


def _certificate(seen: CentreCockpit) -> Part:
    best = seen.standing.certificates[0] if seen.standing.certificates else None
    named_ = certificate_name(best) if best else _("No certificate is known")
    lines = [Line(named_, Tone.STRONG)]
    for said in (today_words(seen), then_words(seen)):
        if said is not None:
            tone, what, more = said
            lines.append(Line(f"{what}. {more}", TONES.get(tone, Tone.PLAIN)))
    return Part(_("Quality certificate"), tuple(lines))


def _task(one: Agreed) -> Task:
    visited = short_date(one.visited) if one.visited else one.reference
    about = f"{one.question} · {_('visit of {day}').format(day=visited)}"
    return Task(due_words(one), one.measure, about, late_words(one.days_late) if one.late else "")


def _satisfaction(seen: CentreCockpit) -> Part:
    said, newest = seen.satisfaction, seen.satisfaction.newest
    lines = [Line(said.text, Tone.STRONG if newest and newest.interval else Tone.QUIET)]
    if said.sentence:
        lines.append(Line(said.sentence))
    if newest is not None:
        when = f"{short_date(newest.period_from)} – {short_date(newest.period_to)}"
        lines.append(Line(" · ".join(part for part in (when, newest.source) if part), Tone.QUIET))
    return Part(_("Satisfaction of users"), tuple(lines))


def _attention(seen: CentreCockpit) -> tuple[Part, ...]:
    """Only when something asks for a hand."""
    lines = tuple(
        Line(f"{word(one.urgency)}: {one.what}. {one.why}", TONES.get(one.urgency, Tone.PLAIN))
        for one in seen.attention
    )
    return (Part(_("Asks for attention"), lines),) if lines else ()


def _ladder(seen: CentreCockpit) -> tuple[Part, ...]:
    """Only when a step stands or is proposed."""
    ladder, (stands, proposed) = seen.ladder, ladder_words(seen.ladder)
    if ladder is None or not (stands or proposed):
        return ()
    lines = []
    if ladder.standing is not None:
        lines += [Line(stands, Tone.STRONG), Line(ladder_since(ladder.standing))]
    lines.append(Line(ladder.why, Tone.DUE if proposed else Tone.QUIET))
    return (Part(_("Ladder of measures"), tuple(lines)),)


def _contact(seen: CentreCockpit) -> Part:
    identity, people = seen.file.identity, seen.file.contacts
    first = people[0] if people else None
    name = first.name if first and first.name else _("No contact person is known")
    who = f"{name}, {first.role}" if first and first.role else name
    phone = (first.phone if first else "") or identity.phone
    email = (first.email if first else "") or identity.email
    reach = " · ".join(part for part in (show_phone(phone) if phone else "", email) if part)
    address = ", ".join(identity.address.lines())
    officer = f"{_('File keeper')}: {identity.officer}" if identity.officer else ""
    lines = [Line(who, Tone.STRONG), *(Line(part) for part in (reach, address, officer) if part)]
    return Part(_("Contact"), tuple(lines))


def _visits(seen: CentreCockpit) -> Part:
    lines = []
    for label, check in ((_("Next"), seen.next_check), (_("Last"), seen.last_check)):
        if check is not None:
            lines.append(Line(_visit(label, check)))
    if not lines:
        lines.append(Line(_("No visit was made or planned here yet."), Tone.QUIET))
    return Part(_("Visits"), tuple(lines))


def _visit(label: str, check: CheckRow) -> str:
    day = short_date(check.day) if check.day else _("No day yet")
    parts = (f"{label}: {day}", word(check.state).lower(), findings_words(check.findings))
    return " · ".join(part for part in (*parts, check.reference) if part)


def _letters(seen: CentreCockpit) -> Part:
    lines = []
    for letter in seen.letters:
        day = short_date(letter.letter_date) if letter.letter_date else ""
        state = _("Draft") if letter.missing else ""
        parts = (day, letter.title, letter.reference, state)
        lines.append(Line(" · ".join(part for part in parts if part)))
    if not lines:
        lines.append(Line(_("No letter was written to this centre yet."), Tone.QUIET))
    return Part(_("Letters"), tuple(lines))


def _complaints(seen: CentreCockpit) -> Part:
    """Numbers only: the sheet lies on the table."""
    tone = Tone.LATE if seen.late_complaints else Tone.PLAIN
    return Part(_("Complaints"), (Line(complaints_words(seen), tone),))


def _log(seen: CentreCockpit) -> Part:
    lines = [
        Line(
            f"{short_date(one.day)} · {kind_of(one)}" + (f": {one.subject}" if one.subject else "")
        )
        for one in seen.log
    ]
    if not lines:
        lines.append(Line(_("Nothing was written in the log yet."), Tone.QUIET))
    return Part(_("Last contacts"), tuple(lines))


def _team(seen: CentreCockpit) -> Part:
    places, people = seen.file.establishments, seen.file.counsellors
    used = sum(place.active for place in places)
    sure = sum(person.qualification in {"yes", "equivalent"} for person in people)
    outside = sum(person.engagement_type == "subcontractor" for person in people)
    counted = (
        (_("Establishments in use"), str(used)),
        (_("Counsellors"), str(len(people))),
        (_("With the professional qualification"), str(sure)),
        (_("Subcontractors"), str(outside)),
        (_("Attachments"), str(seen.attachment_count)),
    )
    said = " · ".join(f"{label}: {value}" for label, value in counted)
    return Part(_("Places and people"), (Line(said),))


def _bars(seen: CentreCockpit) -> tuple[Bar, ...]:
    held = seen.standing.current
    if held is None:
        return ()
    spans = [(one.start, one.ended_on or one.end, False) for one in seen.standing.mandates]
    spans += [
        (one.valid_from or held.start, one.valid_until, True)
        for one in seen.standing.certificates
        if one.valid_until is not None
    ]
    return tuple(
        Bar(_at(first, held.start, held.end), _at(last, held.start, held.end, after=1), certificate)
        for first, last, certificate in spans
        if first <= held.end and last >= held.start
    )


def _marks(seen: CentreCockpit) -> tuple[float, ...]:
    held = seen.standing.current
    days = [one.day for one in seen.checks if one.day is not None] if held else []
    return tuple(
        _at(day, held.start, held.end) for day in days if held and held.start <= day <= held.end
    )


def _place(seen: CentreCockpit, day: date) -> float | None:
    held = seen.standing.current
    if held is None or not held.start <= day <= held.end:
        return None
    return _at(day, held.start, held.end)


def _years(first: date, last: date) -> tuple[tuple[float, str], ...]:
    begins = [first, *(date(year, 1, 1) for year in range(first.year + 1, last.year + 1))]
    return tuple((_at(day, first, last), str(day.year)) for day in begins)


def _at(day: date, first: date, last: date, after: int = 0) -> float:
    whole = (last - first).days + 1
    return round(min(1.0, max(0.0, ((day - first).days + after) / whole)), 5)
