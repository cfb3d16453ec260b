"""What the cockpit says, the same on the screen and on its sheet of paper."""

from datetime import date, timedelta

from controllers.cockpit import CentreCockpit
from controllers.kinds import CERTIFICATES
from controllers.wording import word
from models.checks.values import Agreed, CheckState, LadderFile, LadderStepFile
from models.kernel.text import _, ngettext
from models.kernel.wording import long_date, short_date, span
from models.mandates.values import (
    CertificateFile,
    CertificateGap,
    CertificateState,
    MandateFile,
    MandateState,
)

HOLDS = frozenset({CertificateState.VALID, CertificateState.ENDING})
"""States in which a certificate holds today."""
IN_YEARS = 731
"""From so many days on a gap is told in years and months."""


def headline(held: MandateFile, today: date, *, past: bool = False) -> str:
    """How long a mandate still runs, or since when it is over; `past` when today is another day."""
    match held.state:
        case MandateState.FUTURE:
            return _("Starts in {span}").format(span=span(today, held.start))
        case MandateState.ACTIVE | MandateState.ENDING | MandateState.SUSPENDED:
            if today == held.end:
                last = _("{day} is the last day").format(day=short_date(today))
                return last if past else _("Today is the last day")
            return _("{span} to go").format(span=span(today, held.end))
        case _:
            return _("Over since {span}").format(span=span(held.ended_on or held.end, today))


def state_why(seen: CentreCockpit) -> str:
    """Why a mandate stands as it does; of a past day nothing is said of today."""
    held = seen.standing.current
    if seen.known_on is None or held is None or held.state is not MandateState.ACTIVE:
        return seen.standing.why
    said = _("It runs from {first} to {last}; {day} lies in that period.")
    return said.format(
        first=long_date(held.start), last=long_date(held.end), day=long_date(seen.known_on)
    )


def year_words(seen: CentreCockpit) -> str:
    """Year 4 of 6; nothing outside the mandate."""
    if seen.year is None:
        return ""
    at, years = seen.year
    return _("year {at} of {years}").format(at=at, years=years)


def certificate_name(one: CertificateFile) -> str:
    """The kind when we know it, else what the office wrote."""
    known = _(CERTIFICATES[one.kind]) if one.kind is not None else ""
    return known or one.label or _("Certificate of an unknown kind")


def today_words(seen: CentreCockpit) -> tuple[str, str, str]:
    """Whether a certificate holds today, or held on the past day: tone, what, and why."""
    standing, named = seen.standing, short_date(seen.known_on or seen.today)
    if standing.certificate_state in HOLDS:
        then = _("On {day}: valid").format(day=named)
        return "done", then if seen.known_on else _("Today: valid"), standing.certificate_why
    then = _("On {day}: not valid").format(day=named)
    lacking = _joined(days_without(seen.gap_today), standing.certificate_why)
    return "late", then if seen.known_on else _("Today: not valid"), lacking


def then_words(seen: CentreCockpit) -> tuple[str, str, str] | None:
    """Whether one holds on the first day of the next mandate; None when no such day is known."""
    day = seen.standing.next_start
    if day is None:
        return None
    why, named = _first_day_why(seen, day), short_date(day)
    if seen.standing.certified_then:
        return "done", _("Next mandate, {day}: valid").format(day=named), why
    if seen.standing.state is MandateState.ACTIVE:  # there is time: nobody has to act yet
        tone, said = "wait", _("Next mandate, {day}: not covered yet")
    else:
        tone, said = "due", _("Next mandate, {day}: not covered")
    return tone, said.format(day=named), _joined(days_without(seen.gap_then), why)


def days_without(gap: CertificateGap | None) -> str:
    """11 dagen zonder certificaat, vanaf 30 juni 2028; nothing when it is not known.

    Nobody counts years in days: from two years on it is told in years and months.
    """
    if gap is None or gap.days is None or gap.since is None:
        return ""
    if gap.days >= IN_YEARS:
        lasts = span(gap.since, gap.since + timedelta(days=gap.days))
        long = _("{span} without a certificate, from {day} on.")
        return long.format(span=lasts, day=short_date(gap.since))
    said = ngettext(
        "{count} day without a certificate, from {day} on.",
        "{count} days without a certificate, from {day} on.",
        gap.days,
    )
    return said.format(count=gap.days, day=short_date(gap.since))


def late_words(days: int) -> str:
    return ngettext("{count} day late", "{count} days late", days).format(count=days)


def ladder_words(ladder: LadderFile | None) -> tuple[str, str]:
    """Which step of the ladder stands, and which the rules propose; empty when there is none."""
    standing = ladder.standing if ladder is not None else None
    proposed = ladder.proposed if ladder is not None else None
    stands = _("Stands now: {step}").format(step=word(standing.rung)) if standing else ""
    return stands, _("Proposed: {step}").format(step=word(proposed)) if proposed else ""


def ladder_since(step: LadderStepFile) -> str:
    """When and by whom the step that stands was decided."""
    said = _("decided on {day} by {name}").format(
        day=long_date(step.decided_on), name=step.decided_by
    )
    return f"{said[:1].upper()}{said[1:]}."


def due_words(one: Agreed) -> str:
    """The last day of a measure in few words."""
    return short_date(one.due) if one.due else _("no day yet")


def agreed_title(seen: CentreCockpit) -> str:
    """How much is open and how much is late."""
    waits, late = len(seen.open_measures), len(seen.late_measures)
    if not waits:
        return _("What was agreed")
    if late:
        return _("What was agreed: {count} open, {late} late").format(count=waits, late=late)
    return _("What was agreed: {count} open").format(count=waits)


def complaints_words(seen: CentreCockpit) -> str:
    """How many are open, how many late, which day comes next, and how many there were."""
    waits, late, total = len(seen.open_complaints), seen.late_complaints, len(seen.complaints)
    if not total:
        return _("No complaint is known.")
    known = ngettext("{count} complaint in all", "{count} complaints in all", total)
    parts = [_("{count} open").format(count=waits)] if waits else [_("none open")]
    if late:
        parts.append(_("{count} late").format(count=late))
    day = next_complaint_day(seen)
    if day is not None:
        parts.append(_("next term {day}").format(day=short_date(day)))
    return " · ".join((*parts, known.format(count=total)))


def complaints_title(seen: CentreCockpit) -> str:
    """How many are open and how many late."""
    waits, late = len(seen.open_complaints), seen.late_complaints
    if not waits:
        return _("Complaints")
    if late:
        return _("Complaints: {count} open, {late} late").format(count=waits, late=late)
    return _("Complaints: {count} open").format(count=waits)


def next_complaint_day(seen: CentreCockpit) -> date | None:
    """The day to work with that comes next, of all complaints."""
    days = [one.internal for one in seen.open_complaints if one.internal is not None]
    return min(days, default=None)


def calm_words(seen: CentreCockpit) -> str:
    """Why nothing is open."""
    if seen.agreed:
        return _("Everything that was agreed is carried out.")
    if any(one.state is CheckState.FINISHED for one in seen.checks):
        return _("Nothing was asked of this centre after the last finished check.")
    runs = seen.last_check
    if runs is not None and runs.day is not None:
        said = _("Nothing was agreed yet: the check of {day} is not finished.")
        return said.format(day=long_date(runs.day))
    if runs is not None:
        return _("Nothing was agreed yet: the check is not finished.")
    return _("Nothing was agreed yet: no check was made here.")


def findings_words(count: int) -> str:
    said = ngettext("{count} finding", "{count} findings", count)
    return said.format(count=count) if count else ""


def _first_day_why(seen: CentreCockpit, day: date) -> str:
    """Where the first day of the next mandate comes from."""
    known = next((one for one in seen.standing.mandates if one.start == day), None)
    if known is not None:
        number = known.number or _("without a number")
        return _("The first day of mandate {number}.").format(number=number)
    return _("The day after the last day of this mandate.")


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
