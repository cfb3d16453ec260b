"""How far a dossier or a check is, and what was answered: two different things."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from models.checks.rules.answers import asked, effective
from models.checks.values import (
    AnswerValue,
    ChecklistAnswer,
    ChecklistTemplate,
    DossierColumn,
    Progress,
)


def by_section(
    template: ChecklistTemplate, answers: Mapping[str, ChecklistAnswer]
) -> tuple[Progress, ...]:
    """One dossier, section by section. Only questions that are asked are counted."""
    put = asked(template, answers)
    return tuple(
        _counted(
            effective(question, answers.get(question.key))
            for question in section.questions
            if question.key in put
        )
        for section in template.sections
    )


def progress(template: ChecklistTemplate, dossiers: Iterable[DossierColumn]) -> Progress:
    """All dossiers of a check together."""
    return total(part for dossier in dossiers for part in by_section(template, dossier.answers))


def total(parts: Iterable[Progress]) -> Progress:
    """Parts taken together."""
    found = list(parts)
    return Progress(
        answered=sum(one.answered for one in found),
        total=sum(one.total for one in found),
        good=sum(one.good for one in found),
        partly=sum(one.partly for one in found),
        bad=sum(one.bad for one in found),
        na=sum(one.na for one in found),
    )


def section_totals(parts: Sequence[Sequence[Progress]]) -> tuple[Progress, ...]:
    """The sections of a check over all its dossiers; none without dossiers."""
    return tuple(total(one) for one in zip(*parts, strict=True))


def _counted(values: Iterable[AnswerValue | None]) -> Progress:
    seen = Counter(values)
    asked_for = seen.total()
    return Progress(
        answered=asked_for - seen[None],
        total=asked_for,
        good=seen[AnswerValue.YES],
        partly=seen[AnswerValue.PARTIAL],
        bad=seen[AnswerValue.NO],
        na=seen[AnswerValue.NA],
    )
