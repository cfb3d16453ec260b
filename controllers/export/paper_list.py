"""The empty checklist on paper: boxes 1 to 5 and the numbers of the screen, typed in by number."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from controllers.export.landing import Exported, land, named
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


def paper_pdf(paper: PaperList) -> bytes:
    """A4 on its side, six dossiers abreast; the same facts give the same bytes."""
    from controllers.export.paper.empty_list import draw_list

    return draw_list(paper, made_at=datetime(2000, 1, 1, 12, tzinfo=UTC))


def write_paper(paper: PaperList, path: Path) -> Exported:
    """Put the list in a .pdf, whole or not at all; raises what `land` raises."""
    return land(paper_pdf(paper), named(path, ".pdf"))
