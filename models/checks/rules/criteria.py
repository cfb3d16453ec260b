"""What a finding rests on and what was seen: criterion and evidence beside it (F5.03)."""

from collections.abc import Sequence

from models.checks.rules.answers import comes_to
from models.checks.rules.measures import ACTION_REQUIRED
from models.checks.values import (
    NEGATIVE,
    ChecklistTemplate,
    DossierColumn,
    FindingFile,
    Grade,
    Question,
)

BY_WEIGHT = tuple(grade for grade in Grade if grade is not Grade.STRENGTH)
"""The heaviest first; a strong point weighs nothing."""
SHORT = 70


def question_of(template: ChecklistTemplate, finding: FindingFile) -> Question | None:
    """The question a finding rests on; None for one by hand without a question."""
    return template.get(finding.question_key) if finding.question_key else None


def title_of(template: ChecklistTemplate, finding: FindingFile) -> str:
    """What it is about in a few words."""
    question = question_of(template, finding)
    if question is not None:
        return question.named
    said = finding.criterion or finding.text
    return said if len(said) <= SHORT else f"{said[: SHORT - 1].rstrip()}…"


def is_breach(finding: FindingFile) -> bool:
    """Whether it is told to the centre as something that must be put right."""
    return finding.grade in ACTION_REQUIRED and not finding.left_out


def evidence(
    template: ChecklistTemplate, question: Question, dossiers: Sequence[DossierColumn]
) -> str:
    """What was noted with the answers that failed, a dossier a line; empty without notes.

    A dossier in which the question is not asked says nothing, whatever was noted there before.
    """
    ordered = sorted(dossiers, key=lambda dossier: dossier.position)
    noted = (
        (dossier.number, " ".join(answer.note.split()))
        for dossier in ordered
        if (answer := dossier.answers.get(question.key)) is not None
        and comes_to(template, question, dossier.answers) in NEGATIVE
    )
    return "\n".join(f"{number}: {note}" for number, note in noted if note)
