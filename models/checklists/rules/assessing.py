"""How an assessment reads: its four judgements beside the answers of the engine, and its rows."""

from collections.abc import Mapping
from typing import Any

from models.checklists.rules.reading import ASSESSMENT, answer_label, template
from models.checklists.values import (
    AdviceOutcome,
    AnswerValue,
    AssessmentRules,
    Judgement,
)

ANSWERS: Mapping[Judgement, AnswerValue] = {
    Judgement.MEETS: AnswerValue.YES,
    Judgement.PARTLY: AnswerValue.PARTIAL,
    Judgement.DOES_NOT_MEET: AnswerValue.NO,
    Judgement.INFO_NEEDED: AnswerValue.NOT_CHECKED,
}
"""What each judgement is in the engine."""
COLUMNS = ("motivation_required", "four_eyes", "legal_basis", "judgement_labels", "advice_order")
"""Of a version: only an assessment fills them."""
JUDGEMENTS: Mapping[AnswerValue, Judgement] = {one: judged for judged, one in ANSWERS.items()}


def answer_word(value: AnswerValue, rules: AssessmentRules | None) -> str:
    """The Dutch name of an answer; in an assessment that of the judgement it stands for."""
    judged = JUDGEMENTS.get(value)
    return answer_label(value) if rules is None or judged is None else rules.label(judged)


def shipped_rules() -> AssessmentRules:
    """Those of the assessment that ships with the program: what a new one begins with."""
    return template(ASSESSMENT).assessing


def kept_rules(rules: AssessmentRules | None) -> dict[str, Any]:
    """The columns of a version that hold its rules; all empty for a checklist of checks.

    `judgement_labels` has a line each as `judgement | label`, `advice_order` blanks between.
    """
    if rules is None:
        return dict.fromkeys(COLUMNS)
    return {
        "motivation_required": rules.motivation_required,
        "four_eyes": rules.four_eyes,
        "legal_basis": rules.legal_basis or None,
        "judgement_labels": "\n".join(f"{one} | {label}" for one, label in rules.labels),
        "advice_order": " ".join(rules.advice_order),
    }


def read_rules(kept: Mapping[str, Any]) -> AssessmentRules:
    """The rules from those columns.

    Labels and an order left out are those of the assessment that ships. Whether reasons and other
    eyes are asked, left out, means that they are: nothing is decided more lightly for a gap.
    """
    ours = shipped_rules()
    lines = (line.split(" | ", 1) for line in (kept["judgement_labels"] or "").splitlines())
    labels = tuple((Judgement(one), label) for one, label in lines)
    order = tuple(AdviceOutcome(one) for one in (kept["advice_order"] or "").split())
    return AssessmentRules(
        labels=labels or ours.labels,
        advice_order=order or ours.advice_order,
        motivation_required=kept["motivation_required"] is not False,
        four_eyes=kept["four_eyes"] is not False,
        legal_basis=kept["legal_basis"] or "",
    )
