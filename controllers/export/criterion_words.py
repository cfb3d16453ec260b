"""What stands beside a criterion on paper and in a workbook, in words."""

from models.applications.values import (
    AdviceOutcome,
    ApplicationFile,
    CriterionFile,
    Judgement,
    Outcome,
)
from models.checklists.rules import condition_sentence

OUTCOMES = {
    Outcome.HOLDS: "klopt",
    Outcome.FAILS: "klopt niet",
    Outcome.UNKNOWN: "niet te zeggen",
}
"""What a fact that was looked up comes to."""


ADVICES = {
    AdviceOutcome.POSITIVE: "positief",
    AdviceOutcome.NEGATIVE: "negatief",
    AdviceOutcome.INFO_REQUEST: "informatie vragen",
    AdviceOutcome.TO_COMMITTEE: "naar een tweede beoordelaar",
}


def requirement(file: ApplicationFile, one: CriterionFile) -> str:
    """What is asked, and when it is asked only sometimes."""
    asked = one.criterion.asked_when
    text = one.criterion.text
    return (
        text if asked is None else f"{text}\n{condition_sentence(asked, file.template.assessing)}."
    )


def basis(one: CriterionFile) -> str:
    """The sentence or the rule it rests on."""
    words = one.criterion.basis.words
    return f"{words[:1].upper()}{words[1:]}"


def shows(one: CriterionFile) -> str:
    """What a centre may send to show it."""
    return "\n".join(one.criterion.evidence)


def looked_up(one: CriterionFile) -> str:
    """What the program found by itself; it judges nothing."""
    return "\n".join(f"{OUTCOMES[fact.outcome]}: {fact.why}" for fact in one.facts)


def judgement_word(file: ApplicationFile, judgement: Judgement | None) -> str:
    """As its checklist calls it; empty for none."""
    return file.template.assessing.label(judgement) if judgement is not None else ""


def standing(file: ApplicationFile, one: CriterionFile) -> str:
    """What a criterion comes to, in one word."""
    if not one.asked:
        return "niet gevraagd"
    return judgement_word(file, one.judged.judgement) or "nog te beoordelen"
