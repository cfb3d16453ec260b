"""What an answer comes to, and which cells still stand in the way of finishing a check."""

from collections.abc import Iterable
from decimal import Decimal

from models.checklists.rules import reason_required
from models.checks.values import (
    AnswerType,
    AnswerValue,
    ChecklistAnswer,
    ChecklistTemplate,
    DossierColumn,
    Gap,
    GapKind,
    Question,
)
from models.kernel.words import clean

NEGATIVE = frozenset({AnswerValue.NO, AnswerValue.PARTIAL})
SET_ASIDE = frozenset({AnswerValue.NA, AnswerValue.NOT_CHECKED})
NOTHING = ChecklistAnswer()


def hours_pass(registered: float, documented: float, tolerance: float) -> bool:
    """Whether two numbers of decimal hours lie at most `tolerance` hours apart, counted exactly."""
    apart = abs(Decimal(str(registered)) - Decimal(str(documented)))
    return apart <= Decimal(str(tolerance))


def effective(question: Question, answer: ChecklistAnswer | None) -> AnswerValue | None:
    """The answer that counts; None is an open question.

    Hours answer themselves: within the tolerance is yes, outside it is no, a missing number is
    open. Only `na` and `not_checked` can be chosen by hand there, and they go first.
    """
    given = answer or NOTHING
    if question.answer_type is not AnswerType.HOURS_COMPARE or given.value in SET_ASIDE:
        return given.value
    if given.hours_registered is None or given.hours_documented is None:
        return None
    tolerance = question.tolerance_hours or 0.0
    passed = hours_pass(given.hours_registered, given.hours_documented, tolerance)
    return AnswerValue.YES if passed else AnswerValue.NO


def answered(question: Question, answer: ChecklistAnswer | None) -> bool:
    """Whether this cell counts as answered in the progress of a check."""
    return effective(question, answer) is not None


def gaps(template: ChecklistTemplate, dossiers: Iterable[DossierColumn]) -> tuple[Gap, ...]:
    """The cells that keep a check from being finished: dossier by dossier, each from top to bottom.

    An open question; `na` without a reason (content/codelists.yaml); `no` or `partial` without a
    note (PRODUCT.md feature 24: a note or proof). Two numbers of hours are their own proof.
    """
    return tuple(
        Gap(question.key, dossier.id, kind)
        for dossier in sorted(dossiers, key=lambda dossier: dossier.position)
        for question in template.questions
        if (kind := gap_kind(question, dossier.answers.get(question.key)))
    )


def gap_kind(question: Question, answer: ChecklistAnswer | None) -> GapKind | None:
    """What this cell lacks, or None."""
    value = effective(question, answer)
    if value is None:
        return GapKind.OPEN
    if answer is not None and clean(answer.note):
        return None
    if value in reason_required():
        return GapKind.REASON_MISSING
    proven = question.answer_type is AnswerType.HOURS_COMPARE
    return GapKind.NOTE_MISSING if value in NEGATIVE and not proven else None
