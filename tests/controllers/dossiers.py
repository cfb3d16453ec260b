"""An applicant whose application can be decided, made in one line for tests of use cases."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from controllers.bundle import Controllers
from models.checklists.rules import ASSESSMENT, template
from models.applications.values import (
    AdviceOutcome,
    ApplicationFile,
    Grant,
    Judged,
    Judgement,
    Ruling,
)
from models.mandates.values import CertificateKind

NUMBER = "0566988259"
CAME, START = date(2026, 4, 1), date(2026, 6, 1)
BASIS = "besluit van de Vlaamse Regering van 17 mei 2013"
MEETS, FAILS = Judgement.MEETS, Judgement.DOES_NOT_MEET


@dataclass
class Applicant:
    """A centre with an application that came in on 1 April 2026."""

    controllers: Controllers
    centre: UUID
    application: UUID

    @property
    def file(self) -> ApplicationFile:
        return self.controllers.applications.file(self.application)

    def certify(self, until: date = date(2028, 12, 31)) -> None:
        self.controllers.mandates.add_certificate(self.centre, CertificateKind.ISO_9001, until)

    def judge(self, **others: Judgement) -> None:
        """Everything meets, motivated; others by key with an underscore (MA_05)."""
        found = {key.replace("_", "-"): judgement for key, judgement in others.items()}
        self.controllers.applications.assess(
            self.application,
            {
                one.key: Judged(found.get(one.key, MEETS), f"Zo staat het bij {one.key}.")
                for one in template(ASSESSMENT).questions
            },
        )

    def ask(self) -> None:
        self.controllers.applications.ask_to_complete(
            self.application, "Bewijs van ervaring.", date(2026, 4, 2)
        )

    def complete(self) -> None:
        self.controllers.applications.complete(self.application, date(2026, 4, 10))

    def advise(self, outcome: AdviceOutcome = AdviceOutcome.POSITIVE, why: str = "") -> None:
        self.controllers.applications.advise(self.application, outcome, "Lotte Verhaegen", why)

    def ready(self, **others: Judgement) -> None:
        """Certified, judged, complete, with a positive advice."""
        self.certify()
        self.judge(**others)
        self.complete()
        self.advise()

    def grant(self, motivation: str = "", number: str = "LB-1", start: date | None = START) -> UUID:
        return self.controllers.applications.grant(
            self.application, ruling(motivation), Grant(start, number)
        )


def ruling(motivation: str = "", by: str = "An Peeters", day: date = date(2026, 5, 4)) -> Ruling:
    return Ruling(day, by, motivation, BASIS)


def applicant(controllers: Controllers) -> Applicant:
    centre = controllers.centres.add(NUMBER, "Loopbaanhuis Demer")
    application = controllers.applications.receive(centre, CAME, requested_start=START)
    return Applicant(controllers, centre, application)
