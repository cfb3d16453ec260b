"""What a check found, from how often each question failed: without one text of an answer."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from models.checks import rules
from models.checks.entities import Finding
from models.checks.queries.found import by_hand, loose, written
from models.checks.queries.keys import finding_id
from models.checks.values import AnswerValue, ChecklistTemplate, FindingFile

Counts = Mapping[tuple[str, AnswerValue], int]
"""In how many dossiers a question failed, by its key and how."""


def outlined(
    check_id: UUID, template: ChecklistTemplate, size: int, counts: Counts, wrote: Iterable[Finding]
) -> tuple[FindingFile, ...]:
    """The findings of a check of `size` dossiers, with grades and the words of the officer.

    In the order of the checklist; those without a question come last. Numbers of dossiers,
    statements and evidence are not there.
    """
    wrote = list(wrote)
    rows = {row.question_key: row for row in wrote if row.question_key}
    failing = {key for (key, _value), count in counts.items() if count}
    found: list[FindingFile] = []
    for question in template.questions:
        row = rows.get(question.key)
        if question.key in failing:
            failed = counts.get((question.key, AnswerValue.NO), 0)
            grade, why = rules.grade(template, question, failed, size)
            name = finding_id(check_id, question.key)
            bare = FindingFile(name, question.key, "", question.finding, (), (), grade, why)
            found.append(bare if row is None else written(bare, row))
        elif row is not None and row.by_hand:
            found.append(by_hand(row))
    return (*found, *loose(wrote))
