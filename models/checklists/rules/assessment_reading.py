"""The head of a checklist by which applications are assessed, from its file."""

from models.checklists.rules.question_reading import choice
from models.checklists.values import AdviceOutcome, AssessmentRules, Judgement
from models.content.reading import Place

HEAD = ("answer_scale", "motivation_required", "advice_rules", "four_eyes", "legal_basis_nl")
"""What only such a checklist says of itself."""


def read_rules(head: Place) -> AssessmentRules:
    """The rules of an assessment. Raises ContentWrong with file and place."""
    return AssessmentRules(
        labels=_labels(head),
        advice_order=_advice_order(head),
        motivation_required=head.get("motivation_required", bool),
        four_eyes=head.get("four_eyes", bool),
        legal_basis=head.text("legal_basis_nl"),
    )


def _labels(head: Place) -> tuple[tuple[Judgement, str], ...]:
    found: dict[Judgement, str] = {}
    for place in head.each("answer_scale"):
        place.only("value", "label_nl")
        found[choice(place, "value", tuple(Judgement))] = place.text("label_nl")
    if set(found) != set(Judgement):
        raise head.wrong(f"all of {', '.join(Judgement)} are expected", "answer_scale")
    return tuple((judgement, found[judgement]) for judgement in Judgement)


def _advice_order(head: Place) -> tuple[AdviceOutcome, ...]:
    """The advices as the file orders them; what each asks is told in its `when` for people."""
    found: list[AdviceOutcome] = []
    for place in head.each("advice_rules"):
        place.only("advice", "when")
        place.text("when")
        found.append(choice(place, "advice", tuple(AdviceOutcome)))
    if sorted(found) != sorted(AdviceOutcome):
        raise head.wrong(f"each of {', '.join(AdviceOutcome)} once is expected", "advice_rules")
    return tuple(found)
