"""What an answer comes to, which questions are asked, and which cells still stand in the way."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import takewhile

from models.checklists.rules import proof_of, reason_required
from models.checks.values import (
    NEGATIVE,
    AnswerType,
    AnswerValue,
    ChecklistAnswer,
    ChecklistTemplate,
    DossierColumn,
    Gap,
    GapKind,
    Proof,
    Question,
)
from models.kernel.words import clean

SET_ASIDE = frozenset({AnswerValue.NA, AnswerValue.NOT_CHECKED})
NOTHING = ChecklistAnswer()


def hours_pass(registered: float, documented: float, tolerance: float) -> bool:
    """Whether two numbers of decimal hours lie at most `tolerance` hours apart, counted exactly."""
    apart = abs(Decimal(str(registered)) - Decimal(str(documented)))
    return apart <= Decimal(str(tolerance))


def effective(question: Question, answer: ChecklistAnswer | None) -> AnswerValue | None:
    """The answer that counts; None is an open question.

    Only yes, partial and no are chosen as such. A fact answers itself: hours within the tolerance
    and a number within its bounds are yes, outside them no; an option is what it counts as, and
    one that counts as nothing beside others that do is `na`: done, neither good nor bad. A text, a
    day, or a fact that nobody judges is yes once it is filled in. `na` and `not_checked` can be
    chosen by hand everywhere, and go first. Conditions are not looked at: see `standing`.
    """
    given = answer or NOTHING
    chosen = given.value in SET_ASIDE or question.answer_type is AnswerType.YES_PARTIAL_NO_NA
    if chosen or given.settled is not None:
        return given.settled or given.value
    match question.answer_type:
        case AnswerType.HOURS_COMPARE:
            return _hours(question, given)
        case AnswerType.NUMBER:
            return _number(question, given.amount)
        case AnswerType.CHOICE:
            return _choice(question, given.choice)
        case AnswerType.DATE:
            return None if given.day is None else AnswerValue.YES
        case _:
            return AnswerValue.YES if clean(given.words) else None


def asked(template: ChecklistTemplate, answers: Mapping[str, ChecklistAnswer]) -> frozenset[str]:
    """The questions that are asked in a dossier, by their conditions.

    One that hangs on a question that is not asked, is not asked either. A condition on a question
    that is not there, or comes only later, keeps nothing back.
    """
    if not template.conditional:
        return template.keys
    found: set[str] = set()
    met: set[str] = set()
    for question in template.questions:
        if _holds(question, template, answers, found, met):
            found.add(question.key)
        met.add(question.key)
    return frozenset(found)


def standing(
    template: ChecklistTemplate, answers: Mapping[str, ChecklistAnswer]
) -> Mapping[str, AnswerValue | None]:
    """What every question of one dossier comes to, conditions counted in; None is open.

    A question that is not asked counts as not applicable and needs no reason; what was answered
    before stays with it.
    """
    put = asked(template, answers)
    return {
        question.key: effective(question, answers.get(question.key))
        if question.key in put
        else AnswerValue.NA
        for question in template.questions
    }


def comes_to(
    template: ChecklistTemplate, question: Question, answers: Mapping[str, ChecklistAnswer]
) -> AnswerValue | None:
    """What one question of a dossier comes to: as `standing` says it, without the others."""
    if _is_asked(template, question, answers):
        return effective(question, answers.get(question.key))
    return AnswerValue.NA


def answered(question: Question, answer: ChecklistAnswer | None) -> bool:
    """Whether this cell counts as answered in the progress of a check."""
    return effective(question, answer) is not None


def gaps(template: ChecklistTemplate, dossiers: Iterable[DossierColumn]) -> tuple[Gap, ...]:
    """The cells that keep a check from being finished: dossier by dossier, each from top to bottom.

    An open question; `na` or `not_checked` without a reason (content/codelists.yaml); `no` or
    `partial` without what the question wants with it (PRODUCT.md feature 24); any answer without a
    reason where the checklist wants one with each.
    """
    return tuple(
        Gap(key, dossier.id, kind)
        for dossier in sorted(dossiers, key=lambda dossier: dossier.position)
        for key, kind in lacking(template, dossier.answers).items()
    )


def lacking(
    template: ChecklistTemplate, answers: Mapping[str, ChecklistAnswer]
) -> dict[str, GapKind]:
    """What the questions that are asked lack, by key, from top to bottom."""
    put = asked(template, answers)
    return {
        question.key: kind
        for question in template.questions
        if question.key in put
        if (kind := gap_kind(question, answers.get(question.key), motivated=template.motivated))
    }


def gap_kind(
    question: Question, answer: ChecklistAnswer | None, *, motivated: bool = False
) -> GapKind | None:
    """What this cell lacks, or None; for a question that is asked.

    Who sets it aside by hand says why; an option that comes to the same by itself needs no reason.
    `motivated`: whether its checklist wants a reason with every answer.
    """
    value = effective(question, answer)
    if value is None:
        return GapKind.OPEN
    given = answer or NOTHING
    if (motivated or given.value in reason_required()) and not clean(given.note):
        return GapKind.REASON_MISSING
    return _proof_missing(question, given) if value in NEGATIVE else None


def _proof_missing(question: Question, given: ChecklistAnswer) -> GapKind | None:
    note, shown = bool(clean(given.note)), given.proofs > 0
    match proof_of(question, question.proof):
        case Proof.NOTE:
            return None if note else GapKind.NOTE_MISSING
        case Proof.PROOF:
            return None if shown else GapKind.PROOF_MISSING
        case Proof.NOTE_OR_PROOF:
            return None if note or shown else GapKind.NOTE_OR_PROOF_MISSING
        case _:
            return None


def _holds(
    question: Question,
    template: ChecklistTemplate,
    answers: Mapping[str, ChecklistAnswer],
    put: set[str],
    met: set[str],
) -> bool:
    condition = question.asked_when
    if condition is None or condition.question_key not in met:
        return True
    if condition.question_key not in put:
        return False
    before = template.question(condition.question_key)
    return effective(before, answers.get(before.key)) in condition.values


def _is_asked(
    template: ChecklistTemplate, question: Question, answers: Mapping[str, ChecklistAnswer]
) -> bool:
    """As `asked` decides it: only along the conditions that lead to this question."""
    condition = question.asked_when
    if condition is None:
        return True
    above = takewhile(lambda one: one.key != question.key, template.questions)
    before = next((one for one in above if one.key == condition.question_key), None)
    if before is None:
        return True
    if not _is_asked(template, before, answers):
        return False
    return effective(before, answers.get(before.key)) in condition.values


def _hours(question: Question, given: ChecklistAnswer) -> AnswerValue | None:
    if given.hours_registered is None or given.hours_documented is None:
        return None
    tolerance = question.tolerance_hours or 0.0
    return _judged(hours_pass(given.hours_registered, given.hours_documented, tolerance))


def _number(question: Question, amount: float | None) -> AnswerValue | None:
    if amount is None:
        return None
    below = question.least is not None and amount < question.least
    above = question.most is not None and amount > question.most
    return _judged(not below and not above)


def _choice(question: Question, chosen: str) -> AnswerValue | None:
    option = next((option for option in question.options if option.key == chosen), None)
    if option is None:
        return None
    judged = any(one.counts_as for one in question.options)
    return option.counts_as or (AnswerValue.NA if judged else AnswerValue.YES)


def _judged(passed: bool) -> AnswerValue:
    return AnswerValue.YES if passed else AnswerValue.NO
