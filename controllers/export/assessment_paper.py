"""The assessment of an application on paper: empty to fill in by pen, or as it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from controllers.export import criterion_words as words
from controllers.export.landing import Exported, land, named
from models.applications.values import ApplicationFile
from models.checks.rules.content import canonical, mark_of


@dataclass(frozen=True, slots=True)
class AssessmentPaper:
    """Which application, whether its judgements stand on it, and the names of the proof."""

    file: ApplicationFile
    filled: bool
    proofs: Mapping[str, tuple[str, ...]]
    """Names of files, by key of the criterion."""

    @property
    def mark(self) -> str:
        """SHA-256 of what is printed."""
        file = self.file
        facts = [file.centre_name, file.enterprise_number, file.reference, self.filled]
        criteria = [
            [
                one.key,
                words.requirement(file, one),
                words.basis(one),
                words.shows(one),
                *((words.standing(file, one), *self._words(one.key)) if self.filled else ()),
            ]
            for one in file.criteria
        ]
        return mark_of(canonical([facts, file.template.version, criteria]))

    def _words(self, key: str) -> tuple[str, ...]:
        one = self.file.of(key)
        judged = one.judged
        return (
            judged.motivation,
            judged.evidence,
            words.looked_up(one),
            *self.proofs.get(key, ()),
        )


def assessment_pdf(paper: AssessmentPaper) -> bytes:
    """A4 with repeated heads, tagged; an answer never breaks over two pages.

    The same facts give the same bytes: it is dated noon of the day the application came in.
    """
    from controllers.export.paper.assessment import draw_assessment

    noon = datetime.combine(paper.file.days.received_on, time(12), tzinfo=UTC)
    return draw_assessment(paper, made_at=noon)


def write_assessment(paper: AssessmentPaper, path: Path) -> Exported:
    """Put it in a .pdf, whole or not at all; raises what `land` raises."""
    return land(assessment_pdf(paper), named(path, ".pdf"))
