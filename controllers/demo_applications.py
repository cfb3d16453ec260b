"""Invented applications for the demonstration, in four states."""

from datetime import date, timedelta
from uuid import UUID

from controllers.bundle import Controllers
from models.applications.values import (
    AdviceOutcome,
    ApplicationKind,
    Grant,
    Judged,
    Judgement,
    Ruling,
    Sending,
)
from models.checklists.rules import ASSESSMENT, template
from models.mandates.values import CentreFilter, CertificateKind, MandateState

MEETS, PARTLY = Judgement.MEETS, Judgement.PARTLY
FAILS, ASKS = Judgement.DOES_NOT_MEET, Judgement.INFO_NEEDED
CAME_AGO = (16, 24, 58, 74)
"""Days since each of the four came in."""
OFFICER, DECIDER = "Lotte Verhaegen", "Pieter Claes"

WORDS = {
    "MA-01": "Ondernemingsnummer en vestiging kloppen met het KBO-uittreksel.",
    "MA-02": "Formulier volledig ingevuld, alle bijlagen ontvangen.",
    "MA-03": "Geen eerder mandaat gevonden.",
    "MA-04": "Overzicht van 412 begeleidingsuren in de laatste drie jaar.",
    "MA-05": "Begeleiding van werkende volwassenen bij vragen over hun loopbaan.",
    "MA-06": "Diploma's en attesten van de twee begeleiders zijn bezorgd.",
    "MA-07": "Visietekst van zes bladzijden, helder en toegespitst op de loopbaancheque.",
    "MA-08": "Methodiek per fase beschreven; het sjabloon van het POP zit erbij.",
    "MA-09": "Intervisie om de zes weken, vormingsplan voor het hele jaar.",
    "MA-10": "Coaching en outplacement staan apart op website en prijslijst.",
    "MA-11": "Certificaat op naam van de organisatie, geldig op de begindatum.",
    "MA-12": "Ondertekende verklaring; de gedragscode staat op de website.",
    "MA-13": "Klachtenprocedure verwijst naar VDAB en de Vlaamse Ombudsdienst.",
    "MA-14": "Jaarrekening en attesten in orde.",
}
NO_EXPERIENCE = "Alleen jobcoaching van werkzoekenden, geen begeleiding bij loopbaanvragen."
FEW_HOURS = "Het overzicht telt 40 uur en noemt geen periode."


def applications(controllers: Controllers, today: date) -> tuple[UUID, ...]:
    """Four centres that ask for a mandate: to complete, in assessment, refused and granted."""
    made = [
        _received(controllers, centre, today - timedelta(days=ago), today)
        for centre, ago in zip(_applicants(controllers), CAME_AGO, strict=True)
    ]
    _to_complete(controllers, made[0], today)
    _half_way(controllers, made[1], today)
    _refused(controllers, made[2], today)
    _granted(controllers, made[3], today)
    return tuple(made)


def _applicants(controllers: Controllers) -> list[UUID]:
    """Centres without a mandate now, then those of which it ends first; the last one ends soon."""
    without = frozenset({MandateState.NONE, MandateState.EXPIRED})
    first = controllers.mandates.ids(CentreFilter(states=without, order="enterprise_number"))
    soon = frozenset({MandateState.ENDING})
    ending = controllers.mandates.ids(CentreFilter(states=soon, order="mandate_end"))
    return [*[*first, *ending[1:]][: len(CAME_AGO) - 1], ending[0]]


def _received(controllers: Controllers, centre: UUID, came: date, today: date) -> UUID:
    following = controllers.mandates.standing(centre).next_start
    start = following or (today + timedelta(days=75)).replace(day=1)
    kind = ApplicationKind.RENEWAL if following else ApplicationKind.FIRST
    return controllers.applications.receive(centre, came, kind, start)


def _assess(controllers: Controllers, application: UUID, **others: tuple[Judgement, str]) -> None:
    other = {key.replace("_", "-"): said for key, said in others.items()}
    given = {
        one.key: other.get(one.key, (MEETS, WORDS[one.key]))
        for one in template(ASSESSMENT).questions
    }
    controllers.applications.assess(
        application, {key: Judged(judgement, why) for key, (judgement, why) in given.items()}
    )


def _to_complete(controllers: Controllers, application: UUID, today: date) -> None:
    controllers.applications.judge(application, "MA-04", ASKS)
    controllers.applications.write(application, "MA-04", "motivation", FEW_HOURS)
    asked = "Een overzicht van de begeleidingen met aantallen, uren en periode."
    controllers.applications.ask_to_complete(application, asked, today - timedelta(days=12))


def _half_way(controllers: Controllers, application: UUID, today: date) -> None:
    controllers.applications.complete(application, today - timedelta(days=20))
    keys = [one.key for one in template(ASSESSMENT).questions][:9]
    judged = {key: Judged(MEETS, WORDS[key]) for key in keys}
    judged["MA-07"] = Judged(PARTLY, "De visie noemt de loopbaancheque maar kort.")
    judged["MA-09"] = Judged(PARTLY)
    controllers.applications.assess(application, judged)


def _refused(controllers: Controllers, application: UUID, today: date) -> None:
    do = controllers.applications
    do.ask_to_complete(application, "Bewijs van ervaring.", today - timedelta(days=50))
    do.complete(application, today - timedelta(days=30))
    _assess(controllers, application, MA_05=(FAILS, NO_EXPERIENCE))
    do.advise(application, AdviceOutcome.NEGATIVE, OFFICER, given_on=today - timedelta(days=14))
    why = "De aanvrager toont geen ervaring met loopbaanvragen aan, ook niet na aanvulling."
    decision = do.refuse(application, _ruling(today - timedelta(days=9), why))
    do.edit_decision(decision, "sent_by", Sending.REGISTERED)
    do.edit_decision(decision, "sent_on", today - timedelta(days=8))


def _granted(controllers: Controllers, application: UUID, today: date) -> None:
    do = controllers.applications
    file = do.file(application)
    start = file.requested_start or today
    until = start + timedelta(days=900)
    controllers.mandates.add_certificate(file.centre_id, CertificateKind.QFOR_CLIENT_SCAN, until)
    do.complete(application, today - timedelta(days=60))
    _assess(controllers, application, MA_12=(PARTLY, "De gedragscode staat nog niet online."))
    do.advise(application, AdviceOutcome.POSITIVE, OFFICER, given_on=today - timedelta(days=20))
    do.grant(application, _ruling(today - timedelta(days=6)), Grant(start, "LB-2417"))


def _ruling(day: date, why: str = "") -> Ruling:
    return Ruling(day, DECIDER, why, template(ASSESSMENT).assessing.legal_basis)
