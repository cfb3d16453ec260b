"""What an office keeps in hand in the demonstration, and what it leaves to be followed up."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from controllers.bundle import Controllers
from models.applications.values import Ending, Ruling
from models.conditions.values import Condition, ConditionKind, Urgency
from models.mandates.values import MandateState
from models.terms.days import months_on

KIND = ConditionKind
LEFT = {
    KIND.MANDATE_END: 3,
    KIND.RENEWAL: 3,
    KIND.CERTIFICATE_TODAY: 3,
    KIND.CERTIFICATE_END: 4,
    KIND.NOT_REPORTED: 5,
}
"""So many late lines of each kind stay; the office settled the others."""
WITH_GAP = 4
"""One certificate in so many begins nine days late, which leaves a gap."""
ONE_DAY = timedelta(days=1)


def conditions(controllers: Controllers, busy: Sequence[UUID]) -> None:
    """Settle most of what is late, and let one mandate be withdrawn and one centre stop.

    `busy` are the centres with a dossier check: those stay as they are.
    """
    late = [one for one in controllers.conditions.every() if one.urgency is Urgency.LATE]
    late.sort(key=lambda one: (one.kind.value, one.centre, one.id.bytes))
    _renew(controllers, _settled(late, KIND.MANDATE_END))
    certificates = (*_settled(late, KIND.CERTIFICATE_TODAY), *_settled(late, KIND.CERTIFICATE_END))
    for place, one in enumerate(certificates):
        _follow_on(controllers, one.centre_id, nine_late=place % WITH_GAP == 0)
    for one in _settled(late, KIND.NOT_REPORTED):
        _report(controllers, one.centre_id)
    told = [one for one in controllers.conditions.every() if one.kind is KIND.RENEWAL]
    told.sort(key=lambda one: one.centre)
    for one in told[LEFT[KIND.RENEWAL] :: 2]:
        held = controllers.mandates.standing(one.centre_id).mandates[0]
        controllers.mandates.edit(held.id, "continued_on", controllers.today() - ONE_DAY * 12)
    _stop(controllers, busy)


def _settled(late: Sequence[Condition], kind: ConditionKind) -> Sequence[Condition]:
    return [one for one in late if one.kind is kind][LEFT[kind] :]


def _renew(controllers: Controllers, ending: Sequence[Condition]) -> None:
    """The next period of each; its number says the year in which it starts."""
    for place, one in enumerate(ending):
        found = controllers.mandates.renewal(one.centre_id)
        number = f"LB-{found.start.year}-{900 + place:04}"
        told = min(controllers.today(), found.start) - timedelta(days=70)
        controllers.mandates.renew(one.centre_id, number, found.start, continued_on=told)


def _follow_on(controllers: Controllers, centre: UUID, *, nine_late: bool) -> None:
    """A certificate after the last one, for three years."""
    known = [one for one in controllers.mandates.standing(centre).certificates if one.valid_until]
    if not known or known[0].valid_until is None:
        return
    first = known[0].valid_until + (timedelta(days=10) if nine_late else ONE_DAY)
    last = months_on(first, 36) - ONE_DAY
    controllers.mandates.add_certificate(centre, known[0].kind, last, first)


def _report(controllers: Controllers, centre: UUID) -> None:
    since = months_on(controllers.today(), -14)
    for person in controllers.centres.file(centre).counsellors:
        if person.reported_on is None and person.since is not None and since < person.since:
            day = person.since + timedelta(days=11)
            controllers.centres.edit_part("engagement", person.id, "reported_on", day)


def _stop(controllers: Controllers, busy: Sequence[UUID]) -> None:
    """One mandate withdrawn after a hearing, one centre that stopped by itself; both wait."""
    running = [
        row
        for row in controllers.registers.every("mandates")
        if row.state is MandateState.ACTIVE and row.centre_id not in busy
    ]
    running.sort(key=lambda row: row.enterprise_number)
    withdrawn, stopped = running[3], running[-4]
    day = controllers.today() - timedelta(days=40)
    why = "Na twee controles registreert het centrum nog gesprekken die niet hebben plaatsgevonden."
    ending = Ending(
        day + timedelta(days=9),
        months_on(day, 24),
        day - timedelta(days=15),
        "Gehoord op de zetel; de zaakvoerder betwist de vaststellingen niet.",
    )
    controllers.applications.withdraw(withdrawn.id, _ruling(day, why), ending)
    ending = Ending(day - timedelta(days=20), months_on(day, 2))
    why = "Het centrum meldt dat het zijn werking stopzet."
    controllers.applications.note_stop(stopped.id, _ruling(day - timedelta(days=25), why), ending)


def _ruling(day: date, why: str) -> Ruling:
    return Ruling(
        decided_on=day,
        decided_by="Pieter Claes",
        motivation=why,
        legal_basis="besluit van de Vlaamse Regering van 17 mei 2013, hoofdstuk 7",
    )
