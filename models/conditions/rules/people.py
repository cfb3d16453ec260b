"""Counsellors who were not reported, or have neither the qualification nor equivalence (F1.11)."""

from collections.abc import Iterator, Sequence
from datetime import date

from models.centres.values import QUALIFIED
from models.conditions.rules.watch import REPORT, Watch
from models.conditions.values import (
    CentreFacts,
    ConditionKind,
    Engaged,
    Place,
    Signal,
    Urgency,
)
from models.kernel.text import _, ngettext
from models.kernel.wording import enumeration, long_date
from models.mandates.rules import qualify_by, running
from models.mandates.values import MandateFacts
from models.terms.days import months_on
from models.terms.rules import term
from models.terms.values import Term

NAMED = 4
"""So many names stand in a sentence; the others are counted."""


def of_people(facts: CentreFacts, on: Watch) -> Iterator[Signal]:
    """What the counsellors of a centre ask for: a line for all who are not reported or qualified.

    Only while it holds a mandate.
    """
    held = running(facts.days, on.today)
    if held is None:
        return
    here = [one for one in facts.people if one.works_on(on.today)]
    unreported = [one for one in here if one.reported_on is None]
    unqualified = [one for one in here if one.qualification not in QUALIFIED]
    if unreported:
        yield _report(facts, unreported, on)
    if unqualified:
        yield _qualify(facts, held, unqualified, on)


def _report(facts: CentreFacts, people: Sequence[Engaged], on: Watch) -> Signal:
    """The first of those who began lately decides about the days.

    Of who has worked here longer a list seldom says when that was reported: nobody is late then.
    """
    since = months_on(on.today, -on.later_months)
    known = [one.since for one in people if one.since is not None and since <= one.since]
    what = ngettext(
        "{count} counsellor not reported", "{count} counsellors not reported", len(people)
    ).format(count=len(people))
    if not known:
        why = _("It is not written down when {names} was reported to VDAB.")
        said = why.format(names=_named(people))
        return _signal(facts, ConditionKind.NOT_REPORTED, what, said, (None, None), Urgency.INFO)
    counted = term(REPORT, min(known), changed=on.changed)
    why = _("A centre reports each new counsellor to VDAB: {names}. The first began on {day}.")
    said = why.format(names=_named(people), day=long_date(min(known)))
    days = min(known), counted.due
    urgency = on.urgency(*days)
    return _signal(facts, ConditionKind.NOT_REPORTED, what, said, days, urgency, counted)


def _qualify(
    facts: CentreFacts, held: MandateFacts, people: Sequence[Engaged], on: Watch
) -> Signal:
    what = ngettext(
        "{count} counsellor without qualification or equivalence",
        "{count} counsellors without qualification or equivalence",
        len(people),
    ).format(count=len(people))
    kind, named = ConditionKind.QUALIFICATION, _named(people)
    found = qualify_by(held.start, on.today, on.changed)
    if found is None or found.since is None:
        said = _("Not in force yet: the day from which it counts is not known. {names}.")
        return _signal(facts, kind, what, said.format(names=named), (None, None), Urgency.INFO)
    said = _("Each counsellor must be qualified or be treated as equal by {day}: {names}.")
    why, days = said.format(day=long_date(found.last), names=named), (found.since, found.last)
    return _signal(facts, kind, what, why, days, on.urgency(*days), found.term)


def _named(people: Sequence[Engaged]) -> str:
    names = [one.name for one in people[:NAMED]]
    more = len(people) - NAMED
    if more > 0:
        names.append(ngettext("{count} other", "{count} others", more).format(count=more))
    return enumeration(names)


def _signal(
    facts: CentreFacts,
    kind: ConditionKind,
    what: str,
    why: str,
    days: tuple[date | None, date | None],
    urgency: Urgency,
    counted: Term | None = None,
) -> Signal:
    place = Place("centre", facts.id, "people")
    return Signal(kind, facts.id, what, why, *days, urgency, place, counted)
