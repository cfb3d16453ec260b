"""The empty checklist on paper: boxes 1 to 5 and the numbers of the screen, typed in by number."""

from dataclasses import dataclass

from models.checks.rules.content import canonical, checklist, mark_of
from models.checks.values import ChecklistTemplate


@dataclass(frozen=True, slots=True)
class PaperList:
    """Which checklist, for whom, and the dossiers it is for; without any, places to write them."""

    template: ChecklistTemplate
    centre: str
    reference: str
    day: str
    dossiers: tuple[str, ...]

    @property
    def mark(self) -> str:
        facts = [self.centre, self.reference, self.day, list(self.dossiers)]
        return mark_of(canonical([checklist(self.template), facts]))
