"""A question as the columns that keep it: the way back from the value to a row."""

from typing import Any

from models.checklists.rules.writing import kept_options
from models.checklists.values import AnswerType, Question

ONLY_FOR: dict[str, AnswerType] = {
    "options": AnswerType.CHOICE,
    "counted_in": AnswerType.NUMBER,
    "least": AnswerType.NUMBER,
    "most": AnswerType.NUMBER,
    "tolerance_hours": AnswerType.HOURS_COMPARE,
}
"""Columns that belong to one kind of answer."""


def columns_of(question: Question) -> dict[str, Any]:
    """Every column of a row that says what this question says; None for what it leaves out."""
    condition = question.asked_when
    return {
        "key": question.key,
        "text": question.text or None,
        "short": question.short or None,
        "basis_kind": question.basis.kind or None,
        "basis_text": question.basis.text or None,
        "guidance": question.guidance or None,
        "evidence": "\n".join(question.evidence) or None,
        "good_example": question.good_example or None,
        "bad_example": question.bad_example or None,
        "answer_type": question.answer_type,
        "options": kept_options(question.options),
        "counted_in": question.unit or None,
        "least": question.least,
        "most": question.most,
        "tolerance_hours": question.tolerance_hours,
        "severity_on_fail": question.severity_on_fail,
        "definition_condition": question.definition_condition or None,
        "mandate_relevant": question.mandate_relevant or None,
        "proof": question.proof,
        "weight": question.weight,
        "finding": question.finding or None,
        "measure": question.measure or None,
        "expected_evidence": question.expected_evidence or None,
        "looked_up": "\n".join(question.looked_up) or None,
        "parameter": question.parameter or None,
        "asked_after": condition.question_key if condition else None,
        "asked_values": " ".join(condition.values) or None if condition else None,
    }
