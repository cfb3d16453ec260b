"""The assessment of an application on paper: empty to fill in by pen, or as it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from controllers.export import criterion_words as words
from models.applications.rules import overtaken_sentence
from models.applications.values import ApplicationFile, CriterionFile
from models.centres.rules import show_enterprise_number
from models.checks.rules.content import canonical, mark_of
from models.kernel.wording import long_date


@dataclass(frozen=True, slots=True)
class AssessmentPaper:
    """Which application, whether its judgements stand on it, and the names of the proof."""

    file: ApplicationFile
    filled: bool
    proofs: Mapping[str, tuple[str, ...]]
    """Names of files, by key of the criterion."""

    @property
    def mark(self) -> str:
        """SHA-256 of what is printed, and of which checklist it comes from."""
        file, template = self.file, self.file.template
        head = [self.what, file.centre_name, file.reference, template.key, template.version]
        sections = [
            [section.title, [self._printed(file.of(one.key)) for one in section.questions]]
            for section in template.sections
        ]
        labels = [label for _judgement, label in template.assessing.labels]
        facts = [list(fact) for fact in self.facts]
        return mark_of(canonical([head, facts, labels, sections]))

    @property
    def what(self) -> str:
        return "Beoordeling van aanvraag" if self.filled else "Beoordelingslijst bij aanvraag"

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What stands at the top: a label and its words; those without words are left out."""
        file = self.file
        start = file.requested_start
        found = [
            ("Ondernemingsnummer", show_enterprise_number(file.enterprise_number)),
            ("Ontvangen op", long_date(file.days.received_on)),
            ("Gevraagd vanaf", long_date(start) if start else ""),
            ("Beoordelaar", file.assessor),
            ("Controlelijst", f"{file.template.title}, versie {file.template.version}"),
        ]
        if self.filled:
            found += [("Stand", file.why), ("Oordelen", self._counts())]
            if file.proposal is not None:
                found.append(("Voorstel van de regels", file.proposal.why))
            found += self._advice()
        return tuple((label, said) for label, said in found if said)

    def _advice(self) -> list[tuple[str, str]]:
        """The newest one, why, and whether it is about these judgements."""
        advice = self.file.advice
        if advice is None:
            return []
        day = long_date(advice.given_on)
        return [
            ("Advies", f"{words.ADVICES[advice.outcome]}, door {advice.given_by} op {day}"),
            ("Waarom dit advies", advice.motivation),
            ("Over dit advies", overtaken_sentence(advice)),
        ]

    def _counts(self) -> str:
        said: list[str] = []
        for judgement, label in self.file.template.assessing.labels:
            count = sum(one.judged.judgement is judgement for one in self.file.asked)
            said += [f"{label}: {count}"] if count else []
        still = sum(one.judged.judgement is None for one in self.file.asked)
        return " · ".join([*said, *([f"nog te beoordelen: {still}"] if still else [])])

    def head(self, one: CriterionFile) -> tuple[str, str]:
        """The requirement with its number, and under it what it rests on."""
        decisive = " · beslissend" if one.criterion.decisive else ""
        return (
            f"{one.key}  {words.requirement(self.file, one)}",
            f"{words.basis(one)}{decisive}",
        )

    def judged(self, one: CriterionFile) -> tuple[tuple[str, str], ...]:
        """What was made of it: a label and its words; the judgement itself always stands first."""
        told = (
            ("Motivering", one.judged.motivation),
            ("Wat ontvangen is", one.judged.evidence),
            ("Opgezocht", words.looked_up(one)),
            ("Bewijs", ", ".join(self.proofs.get(one.key, ()))),
        )
        first = "Oordeel", words.standing(self.file, one)
        return first, *((label, text) for label, text in told if text)

    def _printed(self, one: CriterionFile) -> list[object]:
        said = self.judged(one) if self.filled else (("Kan dit tonen", words.shows(one)),)
        return [*self.head(one), [list(line) for line in said]]
