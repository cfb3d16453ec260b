"""What a check found, from how often each question failed: without one text of an answer."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from models.checks import rules
from models.checks.entities import Finding
from models.checks.queries.found import by_hand, loose, written
from models.checks.queries.keys import finding_id
from models.checks.values import AnswerValue, ChecklistTemplate, Chosen, FindingFile

Sizes = Mapping[Chosen, int]
"""How many dossiers, by how they were chosen."""
Counts = Mapping[tuple[str, AnswerValue], Sizes]
"""In how many dossiers a question failed, by its key and how."""


def outlined(
    check_id: UUID,
    template: ChecklistTemplate,
    sizes: Sizes,
    counts: Counts,
    wrote: Iterable[Finding],
) -> tuple[FindingFile, ...]:
    """The findings of a check of so many dossiers, with grades and the words of the officer.

    In the order of the checklist; those without a question come last. Numbers of dossiers,
    statements and evidence are not there.
    """
    wrote = list(wrote)
    rows = {row.question_key: row for row in wrote if row.question_key}
    failing = {key for (key, _value), count in counts.items() if any(count.values())}
    found: list[FindingFile] = []
    for question in template.questions:
        row = rows.get(question.key)
        if question.key in failing:
            noes = counts.get((question.key, AnswerValue.NO), {})
            grade, why = rules.grade(template, question, noes, sizes)
            name = finding_id(check_id, question.key)
            bare = FindingFile(name, question.key, "", question.finding, (), (), grade, why)
            found.append(bare if row is None else written(bare, row))
        elif row is not None and row.by_hand:
            found.append(by_hand(row))
    return (*found, *loose(wrote))
