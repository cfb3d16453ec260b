"""What a checklist is answered for, in the Dutch of findings and verdicts.

Dossiers, channels of the offer, or one application for a mandate.
"""

from dataclasses import dataclass, replace

from models.checklists.values import Unit


@dataclass(frozen=True, slots=True)
class Words:
    """How one, the only one, and many are called; `at` is the preposition before them."""

    one: str
    many: str
    the: str
    at: str
    check: str
    """What the check itself is called."""
    named: str
    """What stands over its column, and that it is never the name of a client."""
    other: str = "ander"
    """How another one is called: it follows the gender of `one`."""

    def count(self, number: int) -> str:
        """1 dossier, 3 dossiers."""
        return f"1 {self.one}" if number == 1 else f"{number} {self.many}"

    def others(self, number: int) -> str:
        """1 ander dossier, 3 andere dossiers."""
        return f"1 {self.other} {self.one}" if number == 1 else f"{number} andere {self.many}"

    def called(self, kind: str) -> "Words":
        """Those of a kind: getrokken dossiers."""
        article, *_rest = self.the.split()
        one, many = f"{kind} {self.one}", f"{kind} {self.many}"
        return replace(self, one=one, many=many, the=f"{article} {one}")

    @property
    def One(self) -> str:
        return self.one.capitalize()

    @property
    def Many(self) -> str:
        return self.many.capitalize()

    @property
    def Check(self) -> str:
        return self.check.capitalize()

    @property
    def At(self) -> str:
        return self.at.capitalize()


DOSSIERS = Words(
    *("dossier", "dossiers", "het gecontroleerde dossier", "in"),
    *("dossiercontrole", "Dossiernummer van het centrum, nooit een naam."),
)
CHANNELS = Words(
    *("kanaal", "kanalen", "het bekeken kanaal", "op"),
    *("controle van het aanbod", "Naam van het kanaal."),
)
APPLICATIONS = Words(
    *("aanvraag", "aanvragen", "de beoordeelde aanvraag", "bij"),
    *("beoordeling van de aanvraag", "Kenmerk van de aanvraag."),
    other="andere",
)
_WORDS = {
    Unit.CLIENT_DOSSIER: DOSSIERS,
    Unit.PUBLIC_CHANNEL: CHANNELS,
    Unit.MANDATE_APPLICATION: APPLICATIONS,
}


def words(unit: Unit) -> Words:
    """The words that fit what a checklist is answered for."""
    return _WORDS[unit]
